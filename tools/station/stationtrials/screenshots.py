"""Pictures of every page in both themes on a desk's screen and on a tablet, from a case with content."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from . import haul, pictures
from .browser import DESK, TABLET, Browser, settle
from .client import Client, Refused
from .reviewing import Nothing, Reviewer
from .station import Station

SIZES = {"1280": (DESK, False), "820": (TABLET, True)}
THEMES = ("dark", "light")


def work_a_little(station: Station, browser: Browser) -> None:
    """Two people key a few numbers, one of them differently, so that the pages have something to tell."""
    truth = haul.truth(station.command, station.case)
    for who, is_careless in (("amara", True), ("brian", False)):
        reviewer = Reviewer(browser.logged_in(who), truth)
        try:
            item = reviewer.open()
            for turn in range(14):
                if is_careless and turn == 3 and item.number in truth.read:
                    reviewer.decide_wrongly(item)
                else:
                    reviewer.decide(item)
                item = reviewer.wait(item)
            reviewer.press("u")
        except Nothing:
            pass
        settle(reviewer.page)
    client = station.client("dev")
    for finding in client.get("/findings")["items"][:2]:
        client.ask(
            "POST", f"/findings/{finding['id']}/acknowledge", {"note": "Looked at, two photos of one phone."}
        )
    try:
        client.ask("POST", "/exhibits/JS%2F1/seals", {"number": "P1482203"})
    except Refused:
        # The seal may be there: what a scan found on a bag's label.
        pass


def _photo(client: Client) -> str:
    shown = client.get("/photos", flagged="true", limit=50)["items"]
    chosen = next((photo for photo in shown if len(photo["numbers"]) > 1), shown[0])
    return chosen["sha256"]


def _drop(page: Page) -> None:
    page.fill("#exhibit", "JS/41")
    page.set_input_files("#files", [picture.path for picture in pictures.committed("devices", "broken")[:14]])
    page.wait_for_timeout(6000)


def _review(kind: str, *keys: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.locator("#kinds button", has_text=kind).click()
        settle(page)
        for key in keys:
            page.keyboard.press(key)
        settle(page)

    return act


def _search(page: Page) -> None:
    page.fill("#digits", "35")
    page.fill("#digits", "350")
    page.keyboard.press("Enter")


def shots(client: Client) -> list[tuple[str, str, Callable[[Page], None] | None]]:
    """Name, path and what to do before the picture is taken."""
    return [
        ("haul", "/haul", None),
        ("haul-search", "/haul", _search),
        ("drop", "/drop", _drop),
        ("review-confirm", "/review", _review("Confirm")),
        ("review-blind", "/review", _review("Blind", "3", "5", "9")),
        ("review-whole-photo", "/review", _review("Blind", "z")),
        ("review-keys", "/review", _review("All", "?")),
        ("sheets", "/sheets", lambda page: page.locator("#digits button").first.click()),
        ("exhibits", "/exhibits", None),
        ("exhibit", "/exhibits/JS%2F1", None),
        ("photo", f"/photos/{_photo(client)}", None),
        ("findings", "/findings", None),
        ("lists", "/lists", None),
        ("audit", "/audit", None),
        ("settings", "/settings", None),
        ("locked", "/haul", lambda page: page.keyboard.press("Shift+L")),
    ]


def take(browser: Browser, out: Path, theme: str, width: str, *, is_whole: bool) -> int:
    """The pictures of one theme and size; how many."""
    size, is_tablet = SIZES[width]
    station = browser.station

    def save(page: Page, name: str) -> None:
        settle(page)
        page.screenshot(path=out / f"{name}-{theme}-{width}.png", full_page=is_whole)

    page = browser.page(theme=theme, size=size, is_tablet=is_tablet)
    page.goto("/login")
    save(page, "login")
    count = 1
    settler = browser.logged_in("chloe", theme=theme, size=size, is_tablet=is_tablet)
    browser.visit(settler, "/review")
    _review("Settle")(settler)
    save(settler, "review-settle")
    count += 1
    page = browser.logged_in("dev", theme=theme, size=size, is_tablet=is_tablet)
    for name, path, act in shots(station.client("dev")):
        browser.visit(page, path)
        if act:
            act(page)
        save(page, name)
        count += 1
    return count


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="tools/station/screenshots", description=__doc__)
    parser.add_argument("out", type=Path, help="the folder for the pictures")
    parser.add_argument("--full", action="store_true", help="whole pages, not what fits on the screen")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        scanned = haul.scanned(Path(scratch) / "scanned")
        count = 0
        with haul.copy(scanned, Path(scratch) / "station") as station:
            station.start()
            with Browser(station) as browser:
                work_a_little(station, browser)
                for theme in THEMES:
                    for width in SIZES:
                        count += take(browser, given.out, theme, width, is_whole=given.full)
    print(f"{count} pictures in {given.out}")


if __name__ == "__main__":
    main()

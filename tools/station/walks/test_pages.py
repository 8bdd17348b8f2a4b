"""Every page in both themes: axe-core, one keyboard path, nothing from elsewhere, nothing too wide."""

from __future__ import annotations

import re

import pytest

from stationtrials import haul, routes
from stationtrials.browser import DESK, TABLET, Browser, axe, settle
from stationtrials.reviewing import Reviewer
from stationtrials.station import Station


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_axe_finds_nothing_on_any_page(station: Station, browser: Browser, theme: str) -> None:
    found: list[str] = []
    page = browser.page(theme=theme)
    page.goto("/login")
    settle(page)
    found += [f"/login: {finding}" for finding in axe(page)]
    page = browser.logged_in("dev", theme=theme)
    for path in routes.pages(station.client("dev")):
        browser.visit(page, path)
        found += [f"{path}: {finding}" for finding in axe(page)]
    for key in ("z", "?"):
        page.goto("/review")
        settle(page)
        page.keyboard.press(key)
        settle(page)
        found += [f"/review after {key}: {finding}" for finding in axe(page)]
    assert not found, "\n".join(found)


@pytest.mark.long
@pytest.mark.parametrize("theme", ["dark", "light"])
def test_axe_finds_nothing_after_keying(station: Station, browser: Browser, theme: str) -> None:
    page = browser.logged_in("amara", theme=theme)
    reviewer = Reviewer(page, haul.truth(station.command, station.case))
    reviewer.open()
    reviewer.work(3)
    settle(page)
    assert axe(page) == []
    page.keyboard.press("Shift+L")
    settle(page)
    assert axe(page) == []


@pytest.mark.parametrize(("theme", "ground"), [("dark", "dark"), ("light", "light")])
def test_the_theme_follows_the_system(browser: Browser, theme: str, ground: str) -> None:
    page = browser.logged_in("amara", theme=theme)
    colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    parts = [int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")[:3]]
    assert (sum(parts) < 3 * 96) == (ground == "dark"), colour
    page.click("#theme")
    page.wait_for_timeout(100)
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != colour
    chosen = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.reload()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == chosen, (
        "the choice is forgotten"
    )


@pytest.mark.parametrize("size", [DESK, TABLET, (640, 900)], ids=["desk", "tablet", "narrow"])
def test_no_page_is_wider_than_the_screen(station: Station, browser: Browser, size: tuple[int, int]) -> None:
    page = browser.logged_in("dev", size=size)
    for path in routes.pages(station.client("dev")):
        browser.visit(page, path)
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, f"{path} is {over} px too wide"


@pytest.mark.long
def test_focus_is_seen_and_goes_everywhere(station: Station, browser: Browser) -> None:
    page = browser.logged_in("dev")
    for path in routes.pages(station.client("dev")):
        browser.visit(page, path)
        seen = set()
        for _ in range(60):
            page.keyboard.press("Tab")
            shown = page.evaluate(
                """() => {
                  const node = document.activeElement;
                  if (!node || node === document.body) return null;
                  const style = getComputedStyle(node);
                  const box = node.getBoundingClientRect();
                  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                  return {
                    name: `${node.tagName}#${node.id}.${node.className} ${node.textContent.slice(0, 30)}`,
                    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
                      || style.boxShadow !== "none"
                      // Chromium marks the day, month or year of a date itself.
                      || node.type === "date",
                    inside: box.bottom > 0 && box.top < innerHeight,
                    covered: Boolean(hit) && !node.contains(hit) && !hit.contains(node)
                      && Boolean(hit.closest("header")),
                  };
                }"""
            )
            if shown is None:
                break
            assert shown["ring"], f"{path}: the focus on {shown['name']} is not seen"
            assert shown["inside"], f"{path}: {shown['name']} has the focus outside the screen"
            assert not shown["covered"], f"{path}: {shown['name']} has the focus below the header"
            seen.add(shown["name"])
        assert len(seen) > 8, f"{path}: only {len(seen)} places take the focus"


@pytest.mark.long
def test_the_pages_have_names_and_one_heading_each(station: Station, browser: Browser) -> None:
    page = browser.logged_in("dev")
    titles = set()
    for path in routes.pages(station.client("dev")):
        browser.visit(page, path)
        titles.add(page.title())
        assert page.locator("main h1").count() == 1, path
        assert page.locator("html").get_attribute("lang") == "en", path
    assert len(titles) == len(routes.PAGES), titles


def test_photos_exhibits_findings_lists_and_the_log_show_what_the_case_holds(
    station: Station, browser: Browser
) -> None:
    client = station.client("dev")
    page = browser.logged_in("dev")
    browser.visit(page, "/exhibits")
    assert "JS/1" in page.inner_text("main")
    browser.visit(page, "/exhibits/JS%2F1")
    assert page.locator("main a[href^='/photos/']").count() >= 2
    photo = client.get("/photos", status="accepted", flagged="true", limit=1)["items"][0]
    browser.visit(page, f"/photos/{photo['sha256']}")
    assert photo["sha256"] in page.inner_text("main").replace("\n", "").replace(" ", "")
    broken = page.evaluate(
        "[...document.images].filter((picture) => !picture.naturalWidth).map((picture) => picture.src)"
    )
    assert broken == []
    browser.visit(page, "/lists")
    assert "National register" in page.inner_text("main")
    browser.visit(page, "/audit")
    # Looking at things is logged, so the head may have moved on since the page asked for it.
    assert re.search(r"[A-Z2-7]{4}(-[A-Z2-7]{4}){3}", page.inner_text("main"))
    browser.visit(page, "/findings")
    assert page.locator("main button").count() > 0


@pytest.mark.long
def test_a_picture_of_every_format_is_shown(empty_station: Station, browser: Browser) -> None:
    from stationtrials import fixtures, pictures

    formats = pictures.TESTIMAGES / "formats"
    chosen = [
        pictures.Picture(formats / name, ())
        for name in (
            "camera.heic",
            "lzw.tiff",
            "lossy.webp",
            "palette.gif",
            "uncompressed.bmp",
            "exif-6.jpg",
            "cmyk.jpg",
        )
    ]
    client = empty_station.client("dev")
    uploads = fixtures.upload_all(client, chosen)
    page = browser.logged_in("dev")
    for upload, picture in zip(uploads, chosen, strict=True):
        browser.visit(page, f"/photos/{upload['sha256']}")
        sizes = page.evaluate(
            "[...document.querySelectorAll('main img')].map((picture) => picture.naturalWidth)"
        )
        assert sizes and min(sizes) > 0, f"{picture.path.name}: {sizes}"

"""A page loaded again in the middle of the work, and a server killed in the middle: nothing is lost."""

from __future__ import annotations

import threading
import time

import pytest
from playwright.sync_api import Error as PlaywrightError

from stationtrials import haul, pictures
from stationtrials.browser import Browser, log_in, until
from stationtrials.client import Client
from stationtrials.fixtures import wait_until_read
from stationtrials.reviewing import Reviewer
from stationtrials.station import Station


def _decided(station: Station) -> set[tuple]:
    return {(item["sequence"], item["person"], item["kind"]) for item in station.client("dev").decisions()}


def test_a_page_loaded_again_goes_on_where_it_was(station: Station, browser: Browser) -> None:
    reviewer = Reviewer(browser.logged_in("amara"), haul.truth(station.command, station.case))
    reviewer.open()
    reviewer.work(4)
    before = _decided(station)
    shown = reviewer.item()
    reviewer.page.keyboard.type("35")
    reviewer.page.reload()
    again = reviewer.wait(None)
    assert again.number == shown.number, "another number after loading the page again"
    assert _decided(station) == before
    assert reviewer.work(3) == 3


def test_a_killed_server_loses_no_decision(station: Station, browser: Browser) -> None:
    browser.bear(
        "ERR_CONNECTION", "ERR_EMPTY", "ERR_INCOMPLETE", "ERR_NETWORK", "status of 401", "EventSource"
    )
    truth = haul.truth(station.command, station.case)
    reviewer = Reviewer(browser.logged_in("amara"), truth)
    reviewer.open()
    reviewer.work(6)
    reviewer.page.wait_for_timeout(300)
    before = _decided(station)
    assert len(before) >= 5
    # A decision is under way when the server dies.
    reviewer.decide(reviewer.item())
    station.kill()
    assert station.command.audit(station.case), "the log is broken after the kill"
    reviewer.page.wait_for_timeout(500)
    station.start()
    after = _decided(station)
    assert before <= after, "a decision is lost"
    assert len(after) <= len(before) + 1
    # Sessions live in the server: the person logs in again and goes on.
    try:
        reviewer.page.goto("/review")
    except PlaywrightError:
        # The page was leaving for the log-in by itself, which ends this navigation.
        reviewer.page.wait_for_load_state()
    if "/login" in reviewer.page.url:
        log_in(reviewer.page, station.tokens["amara"])
    reviewer.open()
    assert reviewer.work(4) == 4
    assert len(_decided(station)) >= len(after) + 3
    assert station.command.audit(station.case)


@pytest.mark.parametrize(
    "moment", [pytest.param(0.05, marks=pytest.mark.long), 0.4, pytest.param(1.2, marks=pytest.mark.long)]
)
def test_a_killed_server_loses_no_acknowledged_photo(empty_station: Station, moment: float) -> None:
    acknowledged: dict[str, str] = {}
    station = empty_station
    stop = threading.Event()

    def send(first: int) -> None:
        client = Client(station.port, station.tokens["amara"], timeout=10)
        for serial in range(first, first + 300):
            if stop.is_set():
                return
            try:
                answer = client.upload(f"{serial}.jpg", pictures.drawn(serial), key=f"kill-{serial}")
            except Exception:
                return
            if answer.status == 202:
                upload = answer.json["uploads"][0]
                acknowledged[upload["id"]] = upload["sha256"]

    senders = [threading.Thread(target=send, args=(1000 * index,)) for index in range(6)]
    for sender in senders:
        sender.start()
    time.sleep(moment)
    station.kill()
    stop.set()
    for sender in senders:
        sender.join()
    station.start()
    client = station.client("amara", timeout=120)
    listed = {item["id"]: item["sha256"] for item in client.items("/uploads")}
    lost = {name: sha256 for name, sha256 in acknowledged.items() if listed.get(name) != sha256}
    assert not lost, f"{len(lost)} of {len(acknowledged)} acknowledged uploads are lost"
    wait_until_read(client)
    results = [result["sha256"] for result in station.command.results(station.case)]
    assert set(acknowledged.values()) <= set(results), "a photo was never read"
    assert len(results) == len(set(results)), "a photo is in the case twice"
    assert station.command.audit(station.case)
    print(f"{len(acknowledged)} acknowledged before the kill, all there")


def test_uploads_in_the_page_survive_a_kill(empty_station: Station, browser: Browser) -> None:
    browser.bear(
        "ERR_CONNECTION", "ERR_EMPTY", "ERR_INCOMPLETE", "ERR_NETWORK", "EventSource", "status of 401"
    )
    page = browser.logged_in("amara")
    browser.visit(page, "/drop")
    files = [
        {"name": f"p{serial}.jpg", "mimeType": "image/jpeg", "buffer": pictures.drawn(5000 + serial)}
        for serial in range(60)
    ]
    page.set_input_files("#files", files)
    until(page, lambda: "taken" in page.inner_text("#tally"))
    page.wait_for_timeout(150)
    empty_station.kill()
    empty_station.start()
    # What the page says was taken before the kill is there.
    text = page.inner_text("#tally")
    said = int(text.split(" of ")[0].split()[-1].replace(",", "")) if " of " in text else 0
    assert len(empty_station.client("amara").items("/uploads")) >= said
    assert empty_station.command.audit(empty_station.case)

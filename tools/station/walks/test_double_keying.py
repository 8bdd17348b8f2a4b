"""Two people key a flagged number without seeing each other's; a third settles where they differ."""

from __future__ import annotations

import pytest

from stationtrials import haul
from stationtrials.browser import Browser, until
from stationtrials.client import PREFIX
from stationtrials.reviewing import Item, Nothing, Reviewer, answers_of
from stationtrials.station import Station


def _find(reviewer: Reviewer, wanted: tuple[str, str] | None, kind: str) -> Item:
    """Goes on until the wanted number is on the screen, or the first of the kind."""
    item = reviewer.open()
    for _ in range(120):
        if item.kind == kind and (wanted is None or item.number == wanted):
            return item
        if item.kind == kind and wanted is not None:
            reviewer.decide(item)
        else:
            reviewer.press("j")
        item = reviewer.wait(item)
    raise AssertionError(f"{wanted} never came")


def _standing(station: Station, number: tuple[str, str]) -> dict:
    photo = station.client("dev").get(f"/photos/{number[0]}", reveal="true")
    return next(standing for standing in photo["standing"] if standing["subject"] == number[1])


def test_a_mismatch_is_settled_by_a_third(station: Station, browser: Browser) -> None:
    truth = haul.truth(station.command, station.case)
    first = Reviewer(browser.logged_in("amara"), truth)
    item = _find(first, None, "blind")
    while item.number not in truth.read:
        first.press("j")
        item = first.wait(item)
    number = item.number
    wrong = first.decide_wrongly(item)
    _quietly_wait(first, item)
    # The same person is not asked again.
    for _ in range(3):
        shown = first.item()
        assert shown is None or shown.number != number
        if shown is None:
            break
        first.press("j")
        _quietly_wait(first, shown)

    second = Reviewer(browser.logged_in("brian"), truth)
    with answers_of(second.page, PREFIX) as answers:
        again = _find(second, number, "blind")
        shown = second.page.evaluate("document.documentElement.outerHTML")
        seen = "".join(answers) + shown
        assert wrong not in seen.replace("-", ""), "the second reader is shown the first one's value"
        browser.visit(second.page, f"/photos/{number[0]}")
        shown = second.page.evaluate("document.documentElement.outerHTML")
        assert wrong not in (shown + "".join(answers)).replace("-", ""), "the photo's page shows it"
        again = _find(second, number, "blind")
        second.decide(again)
        until(second.page, lambda: _standing(station, number)["phase"] != "open", said="not keyed")

    third = Reviewer(browser.logged_in("chloe"), truth)
    item = _find(third, number, "settle")
    assert (
        third.page.evaluate(
            "[...document.querySelectorAll('#work input')].map((box) => box.value).join('')"
        ).strip()
        == ""
    )
    third.decide(item)
    until(
        third.page,
        lambda: _standing(station, number).get("settledBy") is not None,
        said=f"not settled: {_standing(station, number)}",
    )
    standing = _standing(station, number)
    assert standing["number"] == truth.keyed(*number)
    assert "Chloe" in standing["settledBy"]
    people = [opinion["person"] for opinion in standing["opinions"]]
    assert len(set(people)) >= 2
    assert wrong in [opinion["value"] for opinion in standing["opinions"]], "what the first keyed is gone"
    assert station.command.audit(station.case)


def _quietly_wait(reviewer: Reviewer, left: Item) -> None:
    try:
        reviewer.wait(left)
    except Nothing:
        pass


@pytest.mark.long
def test_two_who_agree_settle_a_number(station: Station, browser: Browser) -> None:
    truth = haul.truth(station.command, station.case)
    first = Reviewer(browser.logged_in("amara"), truth)
    item = _find(first, None, "blind")
    while item.number not in truth.read:
        first.press("j")
        item = first.wait(item)
    first.decide(item)
    _quietly_wait(first, item)
    second = Reviewer(browser.logged_in("brian"), truth)
    again = _find(second, item.number, "blind")
    second.decide(again)
    until(
        second.page,
        lambda: _standing(station, item.number)["number"] == truth.keyed(*item.number),
        said=f"not settled by two: {_standing(station, item.number)}",
    )


def test_the_interface_does_not_let_one_person_be_two(station: Station, browser: Browser) -> None:
    truth = haul.truth(station.command, station.case)
    first = Reviewer(browser.logged_in("amara"), truth)
    item = _find(first, None, "blind")
    first.decide(item)
    _quietly_wait(first, item)
    answer = station.client("amara").send(
        "POST",
        f"{PREFIX}/photos/{item.photo}/decisions",
        f'{{"number":"{item.subject}","act":"key","imei":"{truth.keyed(*item.number)}"}}'.encode(),
        {"Content-Type": "application/json"},
    )
    assert answer.status == 409, answer.body
    assert answer.headers["content-type"] == "application/problem+json"

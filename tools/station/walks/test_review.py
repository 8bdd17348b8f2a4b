"""Review by keyboard alone: twenty numbers, undo, and what the keys do."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from stationtrials import haul
from stationtrials.browser import Browser, settle
from stationtrials.reviewing import Reviewer, figures
from stationtrials.station import Station

ITEMS = 20

#: Where things stand on the screen, and what a screen reader calls them.
_PLACES = """
(which) => [...document.querySelectorAll(which)].map((node) => {
  const { left, width, height } = node.getBoundingClientRect();
  return { left, width, height, name: node.getAttribute("aria-label") };
})
"""

#: What a key to the next number on the screen may take, in milliseconds.
NEXT_MEDIAN = 100


@pytest.fixture
def reviewer(station: Station, browser: Browser) -> Reviewer:
    return Reviewer(browser.logged_in("amara"), haul.truth(station.command, station.case))


def _decisions(station: Station) -> list[dict]:
    return station.client("dev").decisions()


def test_twenty_numbers_by_keyboard_alone(station: Station, reviewer: Reviewer) -> None:
    before = len(_decisions(station))
    reviewer.open()
    assert reviewer.work(ITEMS) == ITEMS
    reviewer.page.wait_for_timeout(500)
    made = _decisions(station)[before:]
    controls = station.client("dev").get("/review")["controls"]["answered"]
    assert len(made) + controls >= ITEMS, f"{len(made)} decisions and {controls} controls of {ITEMS} answers"
    assert {decision["person"] for decision in made} == {"Amara Reader 4417"}
    measured = reviewer.shown_after()
    print(f"next number on the screen: {figures(measured)}")
    assert len(measured) >= ITEMS - 2
    assert sorted(measured)[len(measured) // 2] < NEXT_MEDIAN
    assert station.command.audit(station.case)


def test_what_was_decided_can_be_undone_by_a_key(station: Station, reviewer: Reviewer) -> None:
    first = reviewer.open()
    reviewer.decide(first)
    second = reviewer.wait(first)
    reviewer.press("u")
    if first.kind == "confirm":
        again = reviewer.wait(second)
        assert again.number == first.number, "undo does not bring the number back"
    else:
        reviewer.page.get_by_text("somebody else keys this number").wait_for()
        again = reviewer.item()
        assert again.number == second.number, "a number that was keyed comes back to be keyed again"
    reviewer.page.wait_for_timeout(300)
    events = station.client("dev").items("/audit", person="Amara Reader 4417")
    kinds = [event["kind"] for event in events]
    assert any("undo" in kind for kind in kinds), kinds
    reviewer.decide(again)
    reviewer.wait(again)
    assert station.command.audit(station.case)


def test_blind_items_hold_no_digit_of_the_machine(station: Station, reviewer: Reviewer) -> None:
    item = reviewer.open()
    for _ in range(8):
        if item.kind == "blind":
            digits = reviewer.truth.read.get(item.number, "")
            shown = (
                reviewer.page.evaluate("document.documentElement.outerHTML").replace("-", "").replace(" ", "")
            )
            assert digits and digits not in shown
            values = reviewer.page.evaluate(
                "[...document.querySelectorAll('#work input')].map((box) => box.value).join('')"
            )
            assert digits not in values
        reviewer.press("j")
        item = reviewer.wait(item)


def test_the_view_changes_and_the_number_stays(reviewer: Reviewer) -> None:
    item = reviewer.open()
    page = reviewer.page
    for key, place in (("z", "#whole"),):
        reviewer.press(key)
        expect(page.locator(place)).to_be_visible()
        reviewer.press(key)
        expect(page.locator(place)).to_be_hidden()
    reviewer.press("c", "i", "c", "i")
    reviewer.press("?")
    expect(page.locator("dialog[open]")).to_be_visible()
    assert "Cannot be read" in page.inner_text("dialog[open]")
    reviewer.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    reviewer.press("b")
    assert page.evaluate("document.activeElement.id") == "exhibit"
    # In a field, letters are letters.
    page.keyboard.type("xdu")
    assert page.input_value("#exhibit").endswith("xdu")
    reviewer.press("Escape")
    assert reviewer.item() == item


def test_next_and_back_lead_through_the_numbers(reviewer: Reviewer) -> None:
    first = reviewer.open()
    reviewer.press("j")
    second = reviewer.wait(first)
    reviewer.press("k")
    assert reviewer.wait(second).identifier == first.identifier
    reviewer.press("ArrowDown")
    assert reviewer.wait(first).identifier == second.identifier


def test_unreadable_and_doubt_are_decisions(station: Station, reviewer: Reviewer) -> None:
    before = len(_decisions(station))
    first = reviewer.open()
    reviewer.press("x")
    second = reviewer.wait(first)
    reviewer.press("d")
    reviewer.wait(second)
    reviewer.page.wait_for_timeout(300)
    assert len(_decisions(station)) > before


def test_keys_can_be_switched_off_and_changed(station: Station, browser: Browser, reviewer: Reviewer) -> None:
    page = reviewer.page
    browser.visit(page, "/settings")
    page.uncheck("#keys-on")
    before = len(_decisions(station))
    item = reviewer.open()
    reviewer.press("x", "d", "u", "z")
    page.wait_for_timeout(500)
    assert reviewer.item() == item, "a key that is switched off still acts"
    assert len(_decisions(station)) == before
    expect(page.locator("#whole")).to_be_hidden()


def test_digits_are_large_and_each_box_is_under_its_glyph(reviewer: Reviewer) -> None:
    reviewer.open()
    page = reviewer.page
    expect(page.locator("#work [data-digit]")).to_have_count(15)
    boxes = page.evaluate(_PLACES, "#work [data-digit]")
    glyphs = page.evaluate(_PLACES, "#work [data-mark]")
    lefts = [box["left"] for box in boxes]
    assert lefts == sorted(lefts)
    if glyphs:
        heights = sorted(glyph["height"] for glyph in glyphs)
        assert heights[7] >= 28, heights
        for box, glyph in zip(boxes, glyphs, strict=True):
            assert abs(box["left"] + box["width"] / 2 - glyph["left"] - glyph["width"] / 2) < 6
    assert all(box["height"] >= 24 and box["width"] >= 24 for box in boxes), boxes
    assert len({box["name"] for box in boxes}) == 15, "a screen reader cannot tell the boxes apart"


def test_by_mouse_alone(station: Station, reviewer: Reviewer) -> None:
    item = reviewer.open()
    buttons = reviewer.page.locator("#acts button")
    texts = " ".join(buttons.all_inner_texts()).lower()
    for word in ("read", "doubt", "undo"):
        assert word in texts, f"no button for {word}: {texts}"
    buttons.filter(has_text="read").first.click()
    reviewer.wait(item)


def test_the_check_digit_is_never_called_correct(reviewer: Reviewer) -> None:
    item = reviewer.open()
    for _ in range(6):
        if item.kind == "blind" and item.number in reviewer.truth.read:
            reviewer.page.keyboard.type(reviewer.answer(item))
            assert "agrees" in reviewer.page.inner_text("#check").lower()
            reviewer.page.keyboard.press("Backspace")
            last = str((int(reviewer.answer(item)[-1]) + 1) % 10)
            reviewer.page.keyboard.type(last)
            assert "differs" in reviewer.page.inner_text("#check").lower()
            break
        reviewer.press("j")
        item = reviewer.wait(item)
    settle(reviewer.page)
    text = reviewer.page.inner_text("main").lower()
    for word in (" correct", " valid", " clean", " stolen"):
        assert word not in text, word

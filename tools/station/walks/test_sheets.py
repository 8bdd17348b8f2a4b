"""Group verification: all glyphs that were read as one digit, the odd ones struck."""

from __future__ import annotations

from playwright.sync_api import expect

from stationtrials.browser import Browser, until
from stationtrials.station import Station


def test_a_glyph_is_struck_and_the_rest_confirmed(station: Station, browser: Browser) -> None:
    client = station.client("amara")
    sheets = client.get("/review/sheets")["items"]
    digit = max(sheets, key=lambda sheet: sheet["count"])
    assert digit["count"] > 1, "no sheet has glyphs: the case has nothing to verify in groups"
    page = browser.logged_in("amara")
    before = client.get("/audit/head")["sequence"]
    browser.visit(page, "/sheets")
    page.locator("#digits button", has_text=str(digit["digit"])).first.click()
    glyphs = page.locator("#glyphs button")
    until(page, lambda: glyphs.count() > 1, said="no glyphs on the sheet")
    glyphs.first.focus()
    page.keyboard.press("Space")
    expect(glyphs.first).to_have_attribute("aria-pressed", "true")
    shown = glyphs.count()
    page.click("#confirm")
    expect(page.locator("#done")).to_be_visible()
    assert client.get("/audit/head")["sequence"] > before
    after = {sheet["digit"]: sheet["count"] for sheet in client.get("/review/sheets")["items"]}
    assert after.get(digit["digit"], 0) < digit["count"], (
        f"{shown} glyphs confirmed and as many as before are left"
    )
    assert station.command.audit(station.case)


def test_a_struck_glyph_s_photo_is_not_accepted(station: Station, browser: Browser) -> None:
    client = station.client("amara")
    digit = max(client.get("/review/sheets")["items"], key=lambda sheet: sheet["count"])["digit"]
    sheet = client.get(f"/review/sheets/{digit}", limit=20)
    struck, *confirmed = [glyph["id"] for glyph in sheet["glyphs"]]
    answer = client.ask(
        "POST", f"/review/sheets/{sheet['id']}", {"struck": [struck], "confirmed": confirmed, "seconds": 4.5}
    )
    assert answer["struck"] == 1
    assert browser.version

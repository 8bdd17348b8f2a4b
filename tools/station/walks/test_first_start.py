"""First start: an empty case, logging in and out, the locked screen."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import expect

from stationtrials.browser import Browser, log_in, settle
from stationtrials.station import Station


def test_a_stranger_is_led_to_the_log_in(empty_station: Station, browser: Browser) -> None:
    page = browser.page()
    page.goto("/")
    assert urlsplit(page.url).path == "/login", page.url
    page.goto("/review")
    assert urlsplit(page.url).path == "/login", page.url
    assert "44/2026/1188" not in page.content()


def test_a_wrong_token_is_refused_in_words(empty_station: Station, browser: Browser) -> None:
    browser.bear("status of 401")
    page = browser.page()
    page.goto("/login")
    page.keyboard.type("imk_" + "A" * 43)
    page.keyboard.press("Enter")
    expect(page.locator("#problem")).to_be_visible()
    assert page.inner_text("#problem").strip()
    assert "imk_" not in page.url


def test_logging_in_by_keyboard_and_out_again(empty_station: Station, browser: Browser) -> None:
    page = browser.page()
    page.goto("/login")
    # The field has the focus: a person pastes and presses Enter.
    page.keyboard.insert_text(empty_station.tokens["amara"])
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{empty_station.origin}/haul")
    settle(page)
    assert "44/2026/1188" in page.inner_text("header")
    assert "Amara Reader" in page.inner_text("header")
    assert page.evaluate("document.cookie") == "", "scripts see the cookie"
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "imk_" not in kept, "the token is kept in the browser"
    page.click("#logout")
    page.wait_for_url("**/login*")
    page.goto("/haul")
    assert "/login" in page.url, "the session outlives the log-out"


def test_a_person_comes_back_to_where_he_was_going(empty_station: Station, browser: Browser) -> None:
    page = browser.page()
    page.goto("/audit")
    page.fill("#token", empty_station.tokens["amara"])
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{empty_station.origin}/audit")


def test_the_way_back_never_leads_elsewhere(empty_station: Station, browser: Browser) -> None:
    for target in ("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"):
        page = browser.page()
        page.goto(f"/login?from={target}")
        page.fill("#token", empty_station.tokens["amara"])
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "/login" not in url)
        assert page.url.startswith(empty_station.origin), page.url


def test_a_locked_screen_shows_nothing_until_the_token_is_given(
    empty_station: Station, browser: Browser
) -> None:
    browser.bear("status of 423", "status of 401", "status of 403")
    page = browser.logged_in("amara")
    page.keyboard.press("Shift+L")
    expect(page.locator("#locked")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#locked")).to_be_visible()
    page.fill("#unlock", empty_station.tokens["brian"])
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    expect(page.locator("#locked")).to_be_visible()
    page.fill("#unlock", empty_station.tokens["amara"])
    page.keyboard.press("Enter")
    expect(page.locator("#locked")).to_have_count(0)


def test_loading_a_locked_page_again_does_not_unlock_it(empty_station: Station, browser: Browser) -> None:
    browser.bear("status of 423")
    page = browser.logged_in("amara")
    page.keyboard.press("Shift+L")
    expect(page.locator("#locked")).to_be_visible()
    for path in ("/haul", "/audit"):
        page.goto(path)
        settle(page)
        is_locked = page.locator("#locked").is_visible()
        assert is_locked or urlsplit(page.url).path == "/login", page.url
        assert is_locked or "44/2026/1188" not in page.content()


def test_an_empty_case_says_what_to_do_first(empty_station: Station, browser: Browser) -> None:
    page = browser.logged_in("amara")
    assert "Drop the first photos" in page.inner_text("#next")
    for path in ("/review", "/sheets", "/exhibits", "/findings", "/lists", "/audit"):
        browser.visit(page, path)
        assert page.inner_text("main").strip(), path


def test_two_people_log_in_at_the_same_time(empty_station: Station, browser: Browser) -> None:
    one, other = browser.page(), browser.page()
    log_in(one, empty_station.tokens["amara"])
    log_in(other, empty_station.tokens["brian"])
    for page, name in ((one, "Amara Reader"), (other, "Brian Second")):
        page.reload()
        assert name in page.inner_text("header")

"""Tokens, cookies and sessions."""

from __future__ import annotations

import time

import pytest

from stationtrials import routes
from stationtrials.client import PREFIX, Client
from stationtrials.station import Station

OPEN = ("/health", "/ready", f"{PREFIX}/openapi.json", f"{PREFIX}/session")


def test_the_cookie_is_kept_from_scripts_and_other_sites(station: Station) -> None:
    client = station.client(None)
    cookie = client.log_in(station.tokens["amara"]).cookie()
    assert cookie
    value, *attributes = [part.strip() for part in cookie.split(";")]
    named = {attribute.lower() for attribute in attributes}
    assert "httponly" in named and "samesite=strict" in named and "path=/" in named, cookie
    assert not any(attribute.startswith("domain") for attribute in named), cookie
    secret = value.partition("=")[2]
    assert len(secret) >= 22, "fewer than 128 bits"
    assert secret != station.tokens["amara"] and station.tokens["amara"] not in cookie


def test_every_log_in_makes_another_secret(station: Station) -> None:
    cookies = set()
    for _ in range(5):
        client = station.client(None)
        client.log_in(station.tokens["amara"])
        cookies.add(client.cookie)
    assert len(cookies) == 5


def test_log_in_does_not_take_over_a_session_that_was_planted(station: Station) -> None:
    client = station.client(None)
    client.cookie = "imeikit_session=" + "A" * 43
    client.log_in(station.tokens["amara"])
    assert client.cookie != "imeikit_session=" + "A" * 43
    planted = Client(station.port)
    planted.cookie = "imeikit_session=" + "A" * 43
    assert planted.send("GET", f"{PREFIX}/haul").status == 401


def test_a_session_ends_with_log_out(station: Station) -> None:
    client = station.client(None)
    client.log_in(station.tokens["amara"])
    assert client.get("/session")["person"]
    assert client.send("DELETE", f"{PREFIX}/session", headers={"Origin": station.origin}).status == 204
    assert client.send("GET", f"{PREFIX}/haul").status == 401


def test_nothing_is_open_but_what_has_to_be(station: Station) -> None:
    stranger = Client(station.port)
    for route in routes.described(station.client()):
        if route.path in OPEN:
            continue
        answer = stranger.send(route.method, route.filled(), b"{}" if route.changes else None)
        assert answer.status in (401, 403), f"{route}: {answer.status}"
    for page in routes.pages(station.client()):
        answer = stranger.send("GET", page)
        assert answer.status in (302, 303, 307, 401), f"{page}: {answer.status}"
        assert b"44/2026/1188" not in answer.body, f"{page} tells a stranger the case's reference"
    assert stranger.send("GET", "/metrics").status == 401


@pytest.mark.parametrize(
    "name", ["token", "access_token", "session", "imeikit_session", "Authorization", "bearer"]
)
def test_a_token_in_the_address_is_not_taken(station: Station, name: str) -> None:
    token = station.tokens["amara"]
    for path in (f"{PREFIX}/haul", "/haul", "/metrics", "/login"):
        answer = Client(station.port).send("GET", f"{path}?{name}={token}")
        assert answer.status != 200 or path == "/login", f"{path}?{name}=…"
        assert answer.cookie() is None
        assert token.encode() not in answer.body
        assert token not in answer.headers.get("location", "")
    assert token not in station.log_text()


@pytest.mark.parametrize(
    "header",
    [
        {"Cookie": "imeikit_session={token}"},
        {"Cookie": "token={token}"},
        {"Authorization": "Basic {token}"},
        {"Authorization": "{token}"},
        {"Authorization": "Bearer {token}x"},
        {"Authorization": "Bearer {short}"},
        {"Authorization": "Bearer " + "A" * 5000},
        {"Authorization": "Bearer "},
        {"Authorization": "Bearer imk_"},
        {"Authorization": "Bearer imk_" + "A" * 43},
        {"X-Api-Key": "{token}"},
        {"Cookie": "imeikit_session=" + "A" * 43},
        {"Cookie": "imeikit_session="},
        {"Cookie": "imeikit_session=; imeikit_session=" + "%00" * 10},
    ],
)
def test_what_is_not_quite_a_token_is_refused(station: Station, header: dict[str, str]) -> None:
    token = station.tokens["brian"]
    given = {name: text.format(token=token, short=token[:-1]) for name, text in header.items()}
    answer = Client(station.port).send("GET", f"{PREFIX}/haul", headers=given)
    # Whoever tries many has to wait.
    assert answer.status in (401, 429), answer.status
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_locked_session_answers_nothing_until_its_own_person_unlocks_it(station: Station) -> None:
    client = station.client(None)
    client.log_in(station.tokens["amara"])
    own = {"Origin": station.origin, "Content-Type": "application/json"}
    assert client.send("POST", f"{PREFIX}/session/lock", headers=own).status == 204
    for path in (f"{PREFIX}/haul", f"{PREFIX}/photos", f"{PREFIX}/audit"):
        assert client.send("GET", path).status == 423, path
    other = f'{{"token":"{station.tokens["brian"]}"}}'.encode()
    assert client.send("POST", f"{PREFIX}/session/unlock", other, own).status in (401, 403)
    assert client.send("GET", f"{PREFIX}/haul").status == 423
    same = f'{{"token":"{station.tokens["amara"]}"}}'.encode()
    assert client.send("POST", f"{PREFIX}/session/unlock", same, own).status == 204
    assert client.send("GET", f"{PREFIX}/haul").status == 200


def test_roles_hold_against_the_interface(station: Station) -> None:
    listed = b"imei\n356938035643809\n"
    for who, is_allowed in (("amara", False), ("chloe", False), ("dev", True)):
        path = f"{PREFIX}/lists?name=Trial%20{who}&date=2026-11-21"
        answer = station.client(who).send("POST", path, listed, {"Content-Type": "text/csv"})
        assert (answer.status == 201) == is_allowed, f"{who}: {answer.status} {answer.body[:200]!r}"
        assert is_allowed or answer.status == 403


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'{"token":null}',
        b'{"token":1}',
        b'{"token":""}',
        b'{"token":{}}',
        b'{"token":"' + b"A" * 500_000 + b'"}',
        b'{"token":"\\u0000"}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    ],
    # The bodies themselves would make names that are too long for the environment.
    ids=range(13),
)
def test_log_in_with_nonsense_is_a_problem_and_no_fault(lone_station: Station, body: bytes) -> None:
    answer = Client(lone_station.port).send(
        "POST",
        f"{PREFIX}/session",
        body,
        {"Content-Type": "application/json", "Origin": lone_station.origin},
    )
    assert answer.status in (400, 401, 413, 415, 422, 429), answer.status
    assert answer.headers["content-type"] == "application/problem+json"
    assert lone_station.is_running and lone_station.is_ready()


def test_guessing_gets_slower_and_slower(lone_station: Station) -> None:
    waits = []
    tries = 0
    until = time.monotonic() + 30
    while time.monotonic() < until and len(waits) < 3:
        answer = Client(lone_station.port).log_in("imk_" + f"{tries:043d}")
        tries += 1
        assert answer.cookie() is None
        if answer.status == 429:
            wait = int(answer.headers["retry-after"])
            assert wait >= 1
            waits.append(wait)
            assert tries >= 5, "throttled before five failures"
            if wait > 12:
                break
            time.sleep(wait + 0.2)
        else:
            assert answer.status == 401
    assert waits, f"{tries} wrong tokens in 30 s and no wait"
    assert len(waits) < 2 or waits[-1] > waits[0], f"the waits do not grow: {waits}"
    assert tries < 15, f"{tries} guesses in 30 s"
    print(f"{tries} guesses, waits of {waits} s")
    pipeline = lone_station.client("amara")
    assert pipeline.send("GET", f"{PREFIX}/haul").status == 200, "a guesser keeps pipelines out"

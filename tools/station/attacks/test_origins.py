"""Cross-site requests: a page of another origin changes nothing and sees no picture."""

from __future__ import annotations

import json

import pytest

from stationtrials import routes
from stationtrials.client import PREFIX, Client
from stationtrials.station import Station


@pytest.fixture
def browser(station: Station) -> Client:
    client = station.client(None)
    assert client.log_in(station.tokens["dev"]).status == 204
    return client


def _foreign(port: int) -> list[str | None]:
    return [
        None,
        "null",
        "",
        "http://evil.example",
        f"http://evil.example:{port}",
        f"http://127.0.0.1:{port + 1}",
        "http://127.0.0.1",
        f"http://127.0.0.1:{port}.evil.example",
        f"http://127.0.0.1:{port}/",
        f"http://127.0.0.1:{port} http://evil.example",
    ]


def test_no_state_change_without_the_own_origin(station: Station, browser: Client) -> None:
    before = browser.get("/audit/head")["sequence"]
    changes = [route for route in routes.described(station.client()) if route.changes]
    changes = [route for route in changes if route.path.startswith(PREFIX)]
    assert len(changes) > 10, "the description names fewer state changes than there are"
    for route in changes:
        for origin in _foreign(station.port):
            headers = {"Content-Type": "application/json"} | (
                {"Origin": origin} if origin is not None else {}
            )
            answer = browser.send(route.method, route.filled(), b"{}", headers)
            assert answer.status == 403, (
                f"{route} with Origin {origin!r}: {answer.status} {answer.body[:200]!r}"
            )
    assert browser.get("/session")["person"], "the session was ended from a foreign origin"
    assert browser.get("/audit/head")["sequence"] == before, "a foreign origin left its mark in the log"


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", "bogus"])
def test_no_state_change_from_another_site(station: Station, browser: Client, site: str) -> None:
    for route in routes.described(station.client()):
        if not route.changes or not route.path.startswith(PREFIX):
            continue
        headers = {"Content-Type": "application/json", "Origin": station.origin, "Sec-Fetch-Site": site}
        answer = browser.send(route.method, route.filled(), b"{}", headers)
        assert answer.status == 403, f"{route} with {site}: {answer.status} {answer.body[:200]!r}"


def test_a_foreign_origin_cannot_log_in(station: Station) -> None:
    body = json.dumps({"token": station.tokens["amara"]}).encode()
    for headers in (
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": station.origin, "Sec-Fetch-Site": "cross-site"},
    ):
        answer = Client(station.port).send(
            "POST", f"{PREFIX}/session", body, {"Content-Type": "application/json", **headers}
        )
        assert answer.status == 403, f"{headers}: {answer.status}"
        assert answer.cookie() is None


def test_forms_of_other_sites_change_nothing(station: Station, browser: Client) -> None:
    for media in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        answer = browser.send(
            "POST", f"{PREFIX}/check", b'{"imeis":["356938035643809"]}', {"Content-Type": media}
        )
        assert answer.status == 403, f"{media}: {answer.status}"


def _picture_paths(client: Client) -> list[str]:
    photo = client.get("/photos", status="accepted", limit=1)["items"][0]["sha256"]
    return [f"{PREFIX}/photos/{photo}/image", f"{PREFIX}/photos/{photo}/crops/0"]


def test_pictures_are_shown_to_the_own_pages_only(station: Station, browser: Client) -> None:
    for path in _picture_paths(browser):
        for site in ("cross-site", "same-site", "bogus"):
            answer = browser.send("GET", path, headers={"Sec-Fetch-Site": site})
            assert answer.status == 403, f"{path} with {site}: {answer.status}"
            assert not answer.headers["content-type"].startswith("image/")
        for headers in ({}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}):
            answer = browser.send("GET", path, headers=headers)
            assert answer.status == 200, f"{path} with {headers}: {answer.status} {answer.body[:200]!r}"
            assert answer.headers["content-type"].startswith("image/")
            assert answer.headers["cross-origin-resource-policy"] == "same-origin"


def test_pictures_ask_for_a_log_in(station: Station) -> None:
    for path in _picture_paths(station.client()):
        assert Client(station.port).send("GET", path).status == 401


def test_no_other_origin_may_read_an_answer(station: Station, browser: Client) -> None:
    for path in ("/api/v1/haul", "/haul", "/api/v1/openapi.json", "/health"):
        for method in ("GET", "OPTIONS"):
            answer = browser.send(
                method,
                path,
                headers={
                    "Origin": "http://evil.example",
                    "Access-Control-Request-Method": "POST",
                    "Access-Control-Request-Headers": "authorization",
                },
            )
            allowed = [name for name in answer.headers if name.startswith("access-control-")]
            assert not allowed, f"{method} {path}: {allowed}"


def test_a_request_to_upgrade_is_not_taken_up(station: Station, browser: Client) -> None:
    answer = browser.send(
        "GET",
        "/api/v1/haul",
        headers={
            "Origin": "http://evil.example",
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
        },
    )
    assert answer.status != 101

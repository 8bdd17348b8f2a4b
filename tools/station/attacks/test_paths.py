"""Path traversal: no parameter and no asset's name leads out of what is served."""

from __future__ import annotations

import pytest

from stationtrials import routes
from stationtrials.station import Station
from stationtrials.wire import exchange, request

CLIMBS = [
    "..",
    "../../../../../../etc/passwd",
    "..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
    "%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "..%252f..%252fetc%252fpasswd",
    "....//....//etc/passwd",
    "..%5c..%5cetc%5cpasswd",
    "..;/..;/etc/passwd",
    "%2fetc%2fpasswd",
    "/etc/passwd",
    "//etc/passwd",
    "%c0%ae%c0%ae%c0%afetc%c0%afpasswd",
    "%00",
    "a%00.js",
    "haul.imeikit",
    "..%2fhaul.imeikit",
    "%0d%0aSet-Cookie:%20a=b",
    "%zz",
    "%",
    "'%20OR%20'1'='1",
    "-1",
    "99999999999999999999999",
    "%F0%9F%93%B1",
    "A" * 4000,
]


def _ask(station: Station, target: str, method: str = "GET") -> None:
    bearer = f"Authorization: Bearer {station.tokens['dev']}"
    body = b"{}" if method != "GET" else b""
    reply = exchange(
        station.port,
        request(station.port, target, bearer, "Connection: close", method=method, body=body),
        silence=5,
        patience=20,
    )
    named = f"{method} {target[:120]}: {reply.content[:300]!r}"
    assert reply.status is not None, named
    assert reply.status < 500, named
    assert b"root:" not in reply.content and b"SQLite format" not in reply.content, named
    assert b"\r\nSet-Cookie: a=b" not in reply.content, named


@pytest.mark.parametrize("climb", CLIMBS, ids=lambda climb: climb[:40])
def test_no_path_parameter_leads_out(station: Station, climb: str) -> None:
    asked = 0
    for route in routes.described(station.client()):
        for name in route.parameters:
            _ask(station, route.filled(**{name: climb}), route.method)
            asked += 1
    assert asked > 10, "the description names fewer parameters than there are"


@pytest.mark.parametrize("climb", CLIMBS, ids=lambda climb: climb[:40])
def test_no_asset_s_name_leads_out(station: Station, climb: str) -> None:
    for before in ("/assets/", "/assets/x/", "/", "/photos/", "/exhibits/", "//"):
        _ask(station, before + climb)
    bearer = f"Authorization: Bearer {station.tokens['dev']}"
    reply = exchange(station.port, request(station.port, f"/assets/{climb}", bearer), silence=0.3)
    assert reply.status in (301, 308, 400, 401, 404, 414), reply.content[:200]


@pytest.mark.parametrize(
    "name", ["layout.mustache", "login.mustache", "station.c", "templates/layout.mustache"]
)
def test_templates_are_no_assets(station: Station, name: str) -> None:
    assert station.client().send("GET", f"/assets/{name}").status == 404


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=501", "limit=-1", "limit=x", "cursor=../..", "cursor=%00", "limit=9e9"]
)
def test_what_is_asked_of_a_list_is_checked(station: Station, query: str) -> None:
    client = station.client("dev")
    for path in ("photos", "exhibits", "uploads", "findings", "audit", "search", "decisions"):
        answer = client.send("GET", f"/api/v1/{path}?{query}")
        assert answer.status < 500, f"{path}?{query}: {answer.status} {answer.body[:200]!r}"
        if query.startswith("limit"):
            assert answer.status == 400, f"{path}?{query}: {answer.status}"


@pytest.mark.parametrize(
    "text", ["'", '"', "%27;DROP TABLE photo;--", "%25", "_", "*", "NEAR(", "%00", "\\", "a" * 5000]
)
def test_search_takes_text_for_text(station: Station, text: str) -> None:
    from urllib.parse import quote

    client = station.client("dev")
    for path in (f"search?digits={quote(text)}", f"photos?name={quote(text)}", f"audit?person={quote(text)}"):
        answer = client.send("GET", f"/api/v1/{path}")
        assert answer.status < 500, f"{path}: {answer.status}"
    assert client.get("/haul")["photos"]["total"] > 0

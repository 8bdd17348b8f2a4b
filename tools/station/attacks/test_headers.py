"""The headers that make a browser keep to the rules, on every answer."""

from __future__ import annotations

import pytest

from stationtrials import routes
from stationtrials.client import Client
from stationtrials.station import Station

POLICY = {
    "default-src": "'none'",
    "img-src": "'self' blob:",
    "script-src": "'self'",
    "style-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}


def _policy(text: str) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in text.split(";") if part.strip())
    return {name: " ".join(sorted(value.split())) for name, _, value in parts}


def _check(client: Client, path: str, *, is_kept: bool = False, method: str = "GET") -> None:
    answer = client.send(method, path)
    headers = answer.headers
    named = f"{method} {path} ({answer.status})"
    wanted = {name: " ".join(sorted(value.split())) for name, value in POLICY.items()}
    if headers.get("content-type", "").startswith("image/") and not is_kept:
        wanted = {"default-src": "'none'", "sandbox": ""}
    assert _policy(headers.get("content-security-policy", "")) == wanted, named
    assert headers.get("x-content-type-options") == "nosniff", named
    assert headers.get("referrer-policy") == "no-referrer", named
    assert headers.get("cross-origin-opener-policy") == "same-origin", named
    assert "camera=(self)" in headers.get("permissions-policy", ""), named
    kept = headers.get("cache-control", "")
    if is_kept and answer.status == 200:
        assert "no-cache" in kept and headers.get("etag"), f"{named}: {kept}"
    else:
        assert "no-store" in kept, f"{named}: {kept}"
    if answer.body:
        assert headers.get("content-type"), named
    # The standard has a register name its kind, 5G_EIR; versions are nobody's business.
    assert not any(sign.isdigit() for sign in headers.get("server", "").replace("5G_EIR", "")), named
    assert "x-powered-by" not in headers, named


def test_on_every_page(station: Station) -> None:
    client = station.client(None)
    assert client.log_in(station.tokens["amara"]).status == 204
    for path in ("/login", *routes.pages(station.client())):
        _check(client, path)
        answer = client.send("GET", path)
        assert answer.status == 200, f"{path}: {answer.status}"
        assert answer.headers["content-type"] == "text/html; charset=utf-8", path


def test_on_every_asset(station: Station) -> None:
    client = station.client()
    found = routes.assets(client)
    assert any(path.endswith(".js") for path in found) and any(path.endswith(".css") for path in found)
    kinds = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml", "png": "image/png"}
    for path in found:
        _check(client, path, is_kept=True)
        kind = kinds[path.rpartition(".")[2]]
        assert client.send("GET", path).headers["content-type"].startswith(kind), path


def test_on_every_route_of_the_interface(station: Station) -> None:
    client = station.client()
    photo = client.get("/photos", limit=1)["items"][0]["sha256"]
    for route in routes.described(client):
        if route.method != "GET" or route.path.endswith("/events"):
            continue
        for who in (client, Client(station.port)):
            _check(who, route.filled(sha256=photo, position="0", reference="JS%2F1"))


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/nothing"),
        ("GET", "/assets/nothing.js"),
        ("GET", "/api/v1/nothing"),
        ("GET", "/haul"),
        ("PUT", "/haul"),
        ("DELETE", "/api/v1/haul"),
        ("POST", "/api/v1/review/next"),
        ("GET", "/"),
        ("GET", "/photos/zz"),
    ],
)
def test_on_errors_and_redirections(station: Station, method: str, path: str) -> None:
    _check(Client(station.port), path, method=method)
    _check(station.client(), path, method=method)


def test_a_foreign_host_s_answer_has_them_too(station: Station) -> None:
    answer = Client(station.port).send("GET", "/login", headers={"Host": "evil.example"})
    assert answer.status in (400, 403, 421)
    assert answer.headers.get("x-content-type-options") == "nosniff"
    assert "no-store" in answer.headers.get("cache-control", "")


def test_pages_hold_no_inline_script_style_or_foreign_address(station: Station) -> None:
    import re

    client = station.client(None)
    client.log_in(station.tokens["amara"])
    for path in ("/login", *routes.pages(station.client())):
        text = client.send("GET", path).body.decode()
        assert not re.search(r"<script(?![^>]*\ssrc=)", text), path
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text), path
        assert not re.search(r"https?://(?!www\.w3\.org/)", text), path
    for path in routes.assets(client):
        text = client.send("GET", path).body.decode(errors="replace")
        assert not re.search(
            r"https?://(?!www\.w3\.org/)|innerHTML|outerHTML|insertAdjacentHTML|eval\(", text
        ), path

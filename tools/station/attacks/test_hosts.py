"""DNS rebinding: a page of a foreign name that resolves to this machine gets nothing."""

from __future__ import annotations

import pytest

from stationtrials.station import Station
from stationtrials.wire import exchange, request

TARGETS = ("/", "/login", "/haul", "/health", "/api/v1/session", "/api/v1/openapi.json", "/metrics")


def _hosts(port: int) -> list[str]:
    return [
        "evil.example",
        f"evil.example:{port}",
        "127.0.0.1",
        f"127.0.0.1:{port + 1}",
        f"127.0.0.1:{port}.evil.example",
        f"127.0.0.1.evil.example:{port}",
        f"localhost.evil.example:{port}",
        f"localhost:{port}@evil.example",
        f"0.0.0.0:{port}",
        f"2130706433:{port}",
        f"127.1:{port}",
        f"[::ffff:127.0.0.1]:{port}",
        f"127.0.0.1:{port},evil.example",
        f"127.0.0.1:0{port}",
        f"localhost.:{port}",
    ]


@pytest.mark.parametrize("target", TARGETS)
def test_a_foreign_host_is_refused(station: Station, target: str) -> None:
    for host in _hosts(station.port):
        reply = exchange(station.port, request(station.port, target, host=host), silence=0.1)
        assert reply.status in (400, 403, 421), f"{host!r}: {reply.content[:200]!r}"
        assert b"imeikit_session" not in reply.content


@pytest.mark.parametrize("target", TARGETS)
def test_no_host_and_two_hosts_are_refused(station: Station, target: str) -> None:
    port = station.port
    own = f"Host: 127.0.0.1:{port}"
    for content in (
        request(port, target, host=None),
        request(port, target, "Host: evil.example"),
        request(port, target, own, host="evil.example"),
        f"GET {target} HTTP/1.1\r\nHost:\r\n\r\n".encode(),
    ):
        reply = exchange(port, content, silence=0.1)
        assert reply.status in (400, 403, 421), reply.content[:200]


@pytest.mark.parametrize(
    "line",
    [
        "GET http://evil.example/login",
        "GET http://evil.example:{port}/login",
        "GET http://127.0.0.1:{port}@evil.example/login",
        "GET http://127.0.0.1/login",
        "GET ftp://127.0.0.1:{port}/login",
        "GET login",
        "OPTIONS *",
        "OPTIONS http://evil.example",
        "CONNECT 127.0.0.1:{port}",
        "CONNECT evil.example:443",
    ],
)
def test_a_target_that_is_no_path_of_the_station_is_refused(station: Station, line: str) -> None:
    method, _, target = line.format(port=station.port).partition(" ")
    reply = exchange(station.port, request(station.port, target, method=method), silence=0.1)
    assert reply.statuses == [400], reply.content[:200]
    # And together with the foreign name in the Host line, which a proxy would have put there.
    reply = exchange(station.port, request(station.port, target, method=method, host="evil.example"), silence=0.1)
    assert len(reply.statuses) == 1 and reply.status in (400, 421), reply.content[:200]


def test_the_station_s_own_name_in_the_request_line_is_served(station: Station) -> None:
    own = f"http://127.0.0.1:{station.port}/login"
    reply = exchange(station.port, request(station.port, own), silence=0.2)
    assert reply.status == 200, reply.content[:200]


def test_the_station_s_own_hosts_are_served(station: Station) -> None:
    port = station.port
    for host in (f"127.0.0.1:{port}", f"localhost:{port}"):
        reply = exchange(port, request(port, "/login", host=host), silence=0.2)
        assert reply.status == 200, f"{host}: {reply.content[:200]!r}"


def test_a_token_does_not_make_a_foreign_host_right(station: Station) -> None:
    bearer = f"Authorization: Bearer {station.tokens['amara']}"
    reply = exchange(station.port, request(station.port, "/api/v1/haul", bearer, host="evil.example"))
    assert reply.status in (400, 403, 421), reply.content[:200]


def test_the_server_listens_on_loopback_only(station: Station) -> None:
    wanted = f"{station.port:04X}"
    listening = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in open(table).read().splitlines()[1:]:
            fields = line.split()
            address, _, port = fields[1].partition(":")
            if port == wanted and fields[3] == "0A":
                listening.append(address)
    assert listening, "nothing listens on the port"
    assert set(listening) <= {"0100007F", "00000000000000000000000001000000"}, listening

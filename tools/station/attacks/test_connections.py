"""Slow, cut and many connections."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from stationtrials import pictures
from stationtrials.client import PREFIX
from stationtrials.station import Station
from stationtrials.wire import Wire, exchange, request

#: The limits the station promises, and what is allowed on top before a test calls them broken.
HEADERS_SECONDS = 10
BODY_SECONDS = 30
SLACK_SECONDS = 10


def _photo_head(station: Station, length: int) -> bytes:
    return request(
        station.port,
        f"{PREFIX}/photos?name=slow.jpg",
        f"Authorization: Bearer {station.tokens['amara']}",
        "Content-Type: image/jpeg",
        f"Content-Length: {length}",
        method="POST",
    )


def _drip(station: Station, start: bytes, drop: bytes, every: float, patience: float) -> float:
    """Sends a little now and then; the seconds until the other end closed."""
    with Wire(station.port) as wire:
        begun = time.monotonic()
        wire.send(start)
        wire.socket.settimeout(every)
        while time.monotonic() - begun < patience:
            try:
                if not wire.socket.recv(4096):
                    break
            except TimeoutError:
                if not wire.send(drop):
                    break
            except OSError:
                break
        return time.monotonic() - begun


def test_slow_headers_and_slow_bodies_are_cut_off(lone_station: Station) -> None:
    station = lone_station
    start = request(station.port, "/login")[:-2]
    limit = HEADERS_SECONDS + SLACK_SECONDS
    long_limit = BODY_SECONDS + SLACK_SECONDS
    with ThreadPoolExecutor(12) as pool:
        headers = [pool.submit(_drip, station, start, b"X: y\r\n", 1, limit + 5) for _ in range(3)]
        signs = [pool.submit(_drip, station, b"G", b"E", 1, limit + 5) for _ in range(2)]
        silent = [pool.submit(_drip, station, start, b"", 1, limit + 5) for _ in range(2)]
        bodies = [
            pool.submit(_drip, station, _photo_head(station, 1 << 20) + b"\xff\xd8", b"a", 1, long_limit + 5)
            for _ in range(3)
        ]
        stopped = pool.submit(_drip, station, _photo_head(station, 1 << 20), b"", 1, long_limit + 5)
        # While these hang, others are served.
        for _ in range(5):
            begun = time.monotonic()
            assert station.client().send("GET", f"{PREFIX}/haul").status == 200
            assert time.monotonic() - begun < 2
            time.sleep(1)
        seconds = [job.result() for job in (*headers, *signs, *silent)]
        slow = [job.result() for job in (*bodies, stopped)]
    assert max(seconds) <= limit, f"slow headers were borne for {max(seconds):.0f} s"
    assert max(slow) <= long_limit, f"slow bodies were borne for {max(slow):.0f} s"
    assert station.client().get("/haul")["photos"]["total"] == 0


def test_an_honest_slow_upload_arrives(lone_station: Station) -> None:
    content = pictures.drawn(910_000) + bytes(120_000)
    with Wire(lone_station.port, timeout=60) as wire:
        wire.send(_photo_head(lone_station, len(content)))
        for begin in range(0, len(content), 8192):
            assert wire.send(content[begin : begin + 8192])
            time.sleep(0.7)
        reply = wire.read(silence=1)
    assert reply.status == 202, reply.content[:200]


def test_many_idle_connections_do_not_shut_the_door(lone_station: Station) -> None:
    idle: list[Wire] = []
    try:
        for _ in range(600):
            try:
                idle.append(Wire(lone_station.port, timeout=2))
            except OSError:
                break
        begun = time.monotonic()
        served = False
        while time.monotonic() - begun < HEADERS_SECONDS * 4 and not served:
            served = lone_station.is_ready()
        seconds = time.monotonic() - begun
        files = len(os.listdir(f"/proc/{lone_station.process.pid}/fd"))
        assert served, f"no answer within {seconds:.0f} s beside {len(idle)} idle connections"
        print(f"{len(idle)} idle connections: answered after {seconds:.1f} s, {files} files open")
        assert files < 600, "every connection is taken"
    finally:
        for wire in idle:
            wire.cut()
    assert lone_station.is_ready()


def test_a_half_closed_connection_is_answered(station: Station) -> None:
    bearer = f"Authorization: Bearer {station.tokens['amara']}"
    with Wire(station.port) as wire:
        wire.send(request(station.port, f"{PREFIX}/haul", bearer))
        wire.half_close()
        reply = wire.read(silence=2)
    assert reply.status == 200, reply.content[:200]
    assert reply.was_closed, "the connection stays open though nothing more can come"


def test_a_half_closed_upload_is_given_up(station: Station) -> None:
    with Wire(station.port) as wire:
        wire.send(_photo_head(station, 100_000) + b"\xff\xd8" + bytes(1000))
        wire.half_close()
        reply = wire.read(silence=2, patience=BODY_SECONDS + SLACK_SECONDS)
    assert reply.was_closed
    assert reply.status is None or reply.status >= 400


def test_cut_uploads_leave_nothing(lone_station: Station) -> None:
    station = lone_station
    client = station.client("amara")
    client.upload("first.jpg", pictures.drawn(920_000))
    files_before = _open_files(station)
    content = pictures.drawn(920_001) + bytes(500_000)
    for index in range(60):
        wire = Wire(station.port)
        wire.send(_photo_head(station, len(content)) + content[: 1000 + index * 5000])
        if index % 2:
            wire.cut()
        else:
            wire.socket.close()
    for index in range(40):
        wire = Wire(station.port)
        wire.send(request(station.port, f"{PREFIX}/haul", f"Authorization: Bearer {station.tokens['amara']}"))
        wire.cut()
        events = Wire(station.port)
        events.send(
            request(station.port, f"{PREFIX}/events", f"Authorization: Bearer {station.tokens['amara']}")
        )
        if index % 2:
            events.socket.recv(1000)
        events.cut()
    until = time.monotonic() + 20
    while time.monotonic() < until and _open_files(station) > files_before + 6:
        time.sleep(0.5)
    assert _open_files(station) <= files_before + 6, "connections that were cut stay open in the server"
    assert len(client.items("/uploads")) == 1, "half an upload was taken for a whole one"
    left = [path for path in station.folder.rglob("*") if path.is_file() and path.stat().st_size > 400_000]
    left = [
        path for path in left if "imeikit" not in path.suffix and not path.name.startswith("haul.imeikit-")
    ]
    assert not left, left
    assert station.is_ready()


def _open_files(station: Station) -> int:
    assert station.process
    return len(list(Path(f"/proc/{station.process.pid}/fd").iterdir()))


def test_events_end_when_the_server_ends(lone_station: Station) -> None:
    bearer = f"Authorization: Bearer {lone_station.tokens['amara']}"
    with Wire(lone_station.port) as wire:
        wire.send(request(lone_station.port, f"{PREFIX}/events", bearer))
        reply = wire.read(silence=1)
        assert reply.status == 200 and b"event: haul" in reply.content, reply.content[:300]
        begun = time.monotonic()
        status = lone_station.end()
        assert time.monotonic() - begun < 10, "an open event stream keeps the server from ending"
        assert status == 0
        assert wire.read(silence=2).was_closed


@pytest.mark.parametrize("loss", ["token withdrawn", "cookie's token withdrawn", "logged out", "locked"])
def test_events_end_when_the_listener_may_no_longer_listen(lone_station: Station, loss: str) -> None:
    client = lone_station.client(None)
    client.log_in(lone_station.tokens["amara"])
    bearer = f"Authorization: Bearer {lone_station.tokens['amara']}"
    proof = bearer if loss == "token withdrawn" else f"Cookie: {client.cookie}"
    with Wire(lone_station.port, timeout=30) as wire:
        wire.send(request(lone_station.port, f"{PREFIX}/events", proof))
        reply = wire.read(silence=1)
        assert reply.status == 200 and b"event: haul" in reply.content, reply.content[:300]
        own = {"Origin": lone_station.origin}
        if loss == "logged out":
            assert client.send("DELETE", f"{PREFIX}/session", headers=own).status == 204
        elif loss == "locked":
            assert client.send("POST", f"{PREFIX}/session/lock", headers=own).status == 204
        else:
            lone_station.command.withdraw_token(lone_station.case, "4417")
        # Less than the fifteen seconds between two pings, which would find it out too.
        reply = wire.read(silence=10, patience=10)
        assert reply.content.endswith(b"0\r\n\r\n"), reply.content[-300:]
    if loss == "cookie's token withdrawn":
        assert client.send("GET", f"{PREFIX}/haul").status == 401


def test_ten_thousand_requests_on_one_connection(station: Station) -> None:
    before = station.memory()
    asked = request(station.port, "/health") * 100
    with Wire(station.port) as wire:
        answered = 0
        for _ in range(100):
            wire.send(asked)
            content = b""
            while content.count(b"HTTP/1.1 ") < 100 or not content.rstrip().endswith(b"}"):
                more = wire.socket.recv(65536)
                if not more:
                    break
                content += more
            answered += content.count(b"HTTP/1.1 200")
    assert answered == 10_000
    assert station.memory() - before < 32 << 20


def test_pipelined_requests_are_answered_in_their_order(station: Station) -> None:
    content = (
        request(station.port, "/health")
        + request(station.port, "/nothing")
        + request(station.port, "/health")
    )
    reply = exchange(station.port, content)
    assert [status // 100 for status in reply.statuses] == [2, 4, 2] or reply.statuses[1] in (302, 303), (
        reply.statuses
    )

"""Bodies that are too large, or not what they say."""

from __future__ import annotations

import io
import json
import time
import zipfile

import pytest

from stationtrials import pictures
from stationtrials.client import PREFIX
from stationtrials.fixtures import wait_until_read
from stationtrials.station import Station
from stationtrials.wire import Wire, exchange, request

MIB = 1 << 20

#: What a server may answer to a body that is too long; closing without an answer is no answer.
TOO_LONG = (400, 413)


def _bearer(station: Station, who: str = "dev") -> str:
    return f"Authorization: Bearer {station.tokens[who]}"


@pytest.mark.parametrize(
    ("method", "path", "said"),
    [
        ("POST", f"{PREFIX}/photos?name=a.jpg", 300 * MIB),
        ("POST", f"{PREFIX}/photos?name=a.jpg", 1 << 62),
        ("POST", f"{PREFIX}/lists?name=a&date=2026-11-21", 300 * MIB),
        ("POST", f"{PREFIX}/check", 300 * MIB),
        ("POST", f"{PREFIX}/session", 300 * MIB),
        ("POST", f"{PREFIX}/review/next", 300 * MIB),
        ("POST", f"{PREFIX}/exhibits", 300 * MIB),
    ],
)
def test_a_length_over_the_limit_is_refused_before_it_comes(
    station: Station, method: str, path: str, said: int
) -> None:
    kind = "image/jpeg" if "photos" in path else "text/csv" if "lists" in path else "application/json"
    head = request(
        station.port,
        path,
        _bearer(station),
        f"Origin: {station.origin}",
        f"Content-Type: {kind}",
        f"Content-Length: {said}",
        method=method,
    )
    reply = exchange(station.port, head + b"{" * 70_000, silence=0.5, patience=10)
    assert reply.status in TOO_LONG, f"{path}: {reply.content[:200]!r} after {reply.seconds:.1f} s"


@pytest.mark.parametrize(
    "path", ["check", "session", "review/next", "exhibits", "decisions/1/undo", "audit/verify"]
)
def test_a_body_without_length_is_cut_at_the_limit(station: Station, path: str) -> None:
    before = station.memory()
    head = request(
        station.port,
        f"{PREFIX}/{path}",
        _bearer(station),
        f"Origin: {station.origin}",
        "Content-Type: application/json",
        "Transfer-Encoding: chunked",
        method="POST",
    )
    with Wire(station.port) as wire:
        wire.send(head)
        chunk = b"10000\r\n" + b" " * 65536 + b"\r\n"
        sent = 0
        while sent < 64 and wire.send(chunk):
            sent += 1
        if sent == 64:
            wire.send(b"0\r\n\r\n")
        reply = wire.read(silence=0.5)
    assert reply.status is None or reply.status in (*TOO_LONG, 200, 404), f"{path}: {reply.content[:200]!r}"
    assert station.memory() - before < 64 * MIB
    assert station.is_ready()


def test_a_photo_without_length_is_cut_at_the_limit(station: Station) -> None:
    before = station.memory()
    head = request(
        station.port,
        f"{PREFIX}/photos?name=endless.jpg",
        _bearer(station, "amara"),
        "Content-Type: image/jpeg",
        "Transfer-Encoding: chunked",
        method="POST",
    )
    with Wire(station.port, timeout=60) as wire:
        wire.send(head)
        chunk = b"100000\r\n" + b"\xff" * MIB + b"\r\n"
        sent, most = 0, before
        while sent < 300 and wire.send(chunk):
            sent += 1
            if sent % 16 == 0:
                most = max(most, station.memory())
        reply = wire.read(silence=1)
    # 415 where the first bytes already say that it is no picture.
    assert sent < 300 or reply.status in (413, 415), reply.content[:200]
    assert most - before < 96 * MIB, f"memory grew by {(most - before) / MIB:.0f} MiB"
    _no_leavings(station)


def _no_leavings(station: Station) -> None:
    """No half upload is left in the station's folders."""
    until = time.monotonic() + 10
    while True:
        large = [
            path for path in station.folder.rglob("*") if path.is_file() and path.stat().st_size > 200 * MIB
        ]
        if not large:
            return
        assert time.monotonic() < until, large
        time.sleep(0.5)


def test_a_small_file_of_many_pixels_is_refused_and_costs_no_memory(station: Station) -> None:
    client = station.client("amara")
    before = station.memory()
    answer = client.upload("bomb.png", pictures.flat_png(25_000, 25_000), media="image/png")
    assert answer.status == 202, answer.body
    upload = answer.json["uploads"][0]
    wait_until_read(client)
    photo = client.get(f"/photos/{upload['sha256']}")
    assert photo["status"] == "refused", photo["status"]
    shown = client.send("GET", f"{PREFIX}/photos/{upload['sha256']}/image")
    assert shown.status in (200, 404, 409, 415, 422), shown.status
    shown = client.send("GET", f"{PREFIX}/photos/{upload['sha256']}/image?side=256")
    assert shown.status in (200, 404, 409, 415, 422), shown.status
    assert station.memory() - before < 64 * MIB


def _zip(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, b"imei\n356938035643809\n")
    return out.getvalue()


def _bomb(mebibytes: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("list.csv", "w") as entry:
        for _ in range(mebibytes):
            entry.write(b"\n" * MIB)
    return out.getvalue()


POLYGLOTS = {
    "jpeg and zip": lambda: pictures.drawn(800_001) + _zip("../../climbed.csv"),
    "zip": lambda: _zip("a.jpg"),
    "gif and script": lambda: b"GIF89a/*" + b"\x00" * 40 + b"*/=1;alert(1)//",
    "html": lambda: b"<!doctype html><script>alert(document.domain)</script>",
    "svg": lambda: (
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
    ),
    "png and html": lambda: (
        pictures.flat_png(64, 64, note="<script>alert(1)</script>") + b"<script>alert(1)</script>"
    ),
    "pdf and jpeg": lambda: b"%PDF-1.4\n" + pictures.drawn(800_002),
    "elf": lambda: b"\x7fELF" + bytes(200),
    "nothing": lambda: b"",
}


@pytest.mark.parametrize("kind", POLYGLOTS)
@pytest.mark.parametrize("media", ["image/jpeg", "image/svg+xml", "application/octet-stream"])
def test_what_is_served_is_a_picture_or_nothing(station: Station, kind: str, media: str) -> None:
    client = station.client("amara")
    answer = client.upload(f"{kind}.jpg", POLYGLOTS[kind]() + media.encode(), media=media)
    assert answer.status < 500, answer.body
    if answer.status != 202 or not answer.json["uploads"]:
        return
    wait_until_read(client)
    shown = client.send("GET", f"{PREFIX}/photos/{answer.json['uploads'][0]['sha256']}/image")
    assert shown.status < 500, shown.body[:300]
    served = shown.headers["content-type"].partition(";")[0]
    assert served in (
        "image/jpeg",
        "image/png",
        "image/gif",
        "image/webp",
        "image/bmp",
        "application/problem+json",
    )
    assert shown.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "media", ["text/html", "application/json", "text/plain", "application/zip", "", "image", "\\"]
)
def test_other_types_are_no_photos(station: Station, media: str) -> None:
    answer = station.client("amara").upload("a.jpg", pictures.drawn(800_010), media=media)
    assert answer.status in (400, 415), answer.status
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_list_that_unpacks_without_end_or_climbs_is_refused(station: Station) -> None:
    # Reading 600 MiB of empty lines takes its time where others use the machine too.
    client = station.client("dev", timeout=300)
    before = station.memory()
    held = {"list.zip": _zip("../../../tmp/imeikit-climbed.csv"), "bomb.zip": _bomb(600)}
    for name, content in held.items():
        answer = client.send(
            "POST",
            f"{PREFIX}/lists?name={name}&date=2026-11-21",
            content,
            {"Content-Type": "application/zip"},
        )
        assert answer.status < 500, f"{name}: {answer.status} {answer.body[:300]!r}"
    assert station.memory() - before < 128 * MIB
    import os

    assert not os.path.exists("/tmp/imeikit-climbed.csv")


def _multipart(parts: list[tuple[str, bytes]], boundary: str = "x") -> bytes:
    body = b""
    for head, content in parts:
        body += f"--{boundary}\r\n{head}\r\n\r\n".encode() + content + b"\r\n"
    return body + f"--{boundary}--\r\n".encode()


_FILE = 'Content-Disposition: form-data; name="file"; filename="{}.jpg"\r\nContent-Type: image/jpeg'


@pytest.mark.parametrize(
    ("kind", "boundary", "body"),
    [
        ("no end", "x", _multipart([(_FILE.format("a"), b"abc")])[:-4]),
        ("no part", "x", b"--x--\r\n"),
        ("nothing", "x", b""),
        ("no boundary in the body", "x", b"a" * 5000),
        ("no boundary named", "", _multipart([(_FILE.format("a"), b"abc")])),
        ("long boundary", "b" * 9000, _multipart([(_FILE.format("a"), b"abc")], "b" * 9000)),
        ("long header", "x", _multipart([("X-Long: " + "a" * MIB, b"abc")])),
        ("many headers", "x", _multipart([("\r\n".join(["X: y"] * 20_000), b"abc")])),
        ("many files", "x", _multipart([(_FILE.format(n), b"f%d" % n) for n in range(600)])),
        (
            "many fields",
            "x",
            _multipart([(f'Content-Disposition: form-data; name="f{n}"', b"v") for n in range(5000)]),
        ),
        ("long field", "x", _multipart([('Content-Disposition: form-data; name="exhibit"', b"v" * 4 * MIB)])),
        ("no disposition", "x", _multipart([("X: y", b"abc")])),
        ("nested", "x", _multipart([("Content-Type: multipart/mixed; boundary=y", _multipart([], "y"))])),
        (
            "nearly boundaries",
            "x",
            b"--x\r\n" + _FILE.format("a").encode() + b"\r\n\r\n" + b"\r\n--" * 300_000,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 40 else "",
)
def test_spoilt_multipart_is_a_problem_and_no_fault(
    station: Station, kind: str, boundary: str, body: bytes
) -> None:
    begun = time.monotonic()
    named = f"; boundary={boundary}" if boundary else ""
    answer = station.client("amara").send(
        "POST", f"{PREFIX}/photos", body, {"Content-Type": f"multipart/form-data{named}"}
    )
    assert 400 <= answer.status < 500 or answer.status == 202, (
        f"{kind}: {answer.status} {answer.body[:300]!r}"
    )
    if answer.status != 202:
        assert answer.headers["content-type"] == "application/problem+json"
    if kind == "many files":
        assert answer.status in (400, 413) or len(answer.json["uploads"]) <= 500
    assert time.monotonic() - begun < 20
    assert station.is_ready()


@pytest.mark.parametrize("depth", [100, 10_000, 400_000])
def test_deeply_nested_json_is_a_problem_and_no_fault(station: Station, depth: int) -> None:
    for body in (b"[" * depth, b'{"imeis":' + b"[" * depth + b"]" * depth + b"}"):
        answer = station.client("dev").send(
            "POST", f"{PREFIX}/check", body, {"Content-Type": "application/json"}
        )
        assert answer.status in (400, 413), answer.status
    assert station.is_running and station.is_ready()


def test_too_many_numbers_at_once_are_refused(station: Station) -> None:
    body = json.dumps({"imeis": ["356938035643809"] * 10_001}).encode()
    answer = station.client("dev").send("POST", f"{PREFIX}/check", body, {"Content-Type": "application/json"})
    assert answer.status in (400, 413), answer.status


@pytest.mark.parametrize(
    "headers",
    [
        ["X-Long: " + "a" * 200_000],
        ["Cookie: " + "a=b; " * 40_000],
        [f"X-{n}: y" for n in range(20_000)],
        ["Idempotency-Key: " + "k" * 129],
        ["Idempotency-Key: \x01"],
        ["Idempotency-Key: "],
    ],
    ids=["long", "long cookie", "many", "long key", "control in a key", "empty key"],
)
def test_headers_out_of_bounds_are_refused(station: Station, headers: list[str]) -> None:
    content = request(
        station.port,
        f"{PREFIX}/photos?name=a.jpg",
        _bearer(station, "amara"),
        "Content-Type: image/jpeg",
        *headers,
        method="POST",
        body=pictures.drawn(800_020),
    )
    reply = exchange(station.port, content, silence=0.5, patience=15)
    assert reply.status in (400, 413, 431) or (reply.status is None and reply.was_closed), reply.content[:200]
    assert station.is_ready()


def test_a_long_address_is_refused(station: Station) -> None:
    reply = exchange(station.port, request(station.port, "/" + "a" * 300_000), silence=0.5)
    assert reply.status in (400, 404, 414, 431) or reply.was_closed, reply.content[:200]
    assert station.is_ready()

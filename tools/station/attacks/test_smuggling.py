"""Request smuggling: a message that can be read in two ways is refused and its connection closed."""

from __future__ import annotations

import pytest

from stationtrials.client import PREFIX
from stationtrials.station import Station
from stationtrials.wire import exchange

#: A request inside a body: answered, it was smuggled. Only /health says `"status":"ok"`.
INNER = "GET /health HTTP/1.1\r\nHost: {host}\r\n\r\n"


def _messages(host: str, bearer: str) -> dict[str, bytes]:
    inner = INNER.format(host=host)
    start = f"POST {PREFIX}/check HTTP/1.1\r\nHost: {host}\r\n{bearer}\r\nContent-Type: application/json\r\n"

    def message(headers: str, body: str) -> bytes:
        return (start + headers + "\r\n" + body).encode("latin-1")

    whole = len(inner)
    return {
        "length and chunked": message(
            f"Content-Length: {whole + 5}\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + inner
        ),
        "chunked and length": message(
            "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n" + inner
        ),
        "two lengths": message(f"Content-Length: 0\r\nContent-Length: {whole}\r\n", inner),
        "lengths in a list": message(f"Content-Length: 0, {whole}\r\n", inner),
        "length with a sign": message("Content-Length: +0\r\n", inner),
        "negative length": message("Content-Length: -1\r\n", inner),
        "hexadecimal length": message("Content-Length: 0x0\r\n", inner),
        "length too large": message("Content-Length: 18446744073709551616\r\n", inner),
        "empty length": message("Content-Length: \r\n", inner),
        "unknown coding": message("Transfer-Encoding: xchunked\r\n", inner),
        "chunked twice": message("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n" + inner),
        "chunked not last": message("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n" + inner),
        "tab before chunked": message("Transfer-Encoding:\x0bchunked\r\n", "0\r\n\r\n" + inner),
        "space before the colon": message(f"Content-Length : {whole}\r\n", inner),
        "folded header": message(f"X: y\r\n Content-Length: {whole}\r\nContent-Length: 0\r\n", inner),
        "nul in a header": message("X: a\0b\r\nContent-Length: 0\r\n", inner),
        "bare return": message(f"X: y\rContent-Length: {whole}\r\nContent-Length: 0\r\n", inner),
        "bare newlines": message("Content-Length: 0\r\n", "").replace(b"\r\n", b"\n") + inner.encode(),
        "chunk size too large": message("Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFFF\r\n" + inner),
        "chunk size with a sign": message("Transfer-Encoding: chunked\r\n", "-1\r\n" + inner),
        "chunk size no number": message("Transfer-Encoding: chunked\r\n", "zz\r\n" + inner),
        "chunk without its end": message("Transfer-Encoding: chunked\r\n", "2\r\n{}X0\r\n\r\n" + inner),
        "no method": f" / HTTP/1.1\r\nHost: {host}\r\n\r\n{inner}".encode(),
        "version": f"GET / HTTP/1.9\r\nHost: {host}\r\n\r\n".encode()[:-2]
        + b"Content-Length: x\r\n\r\n"
        + inner.encode(),
        "space in the target": f"GET /health /x HTTP/1.1\r\nHost: {host}\r\n\r\n{inner}".encode(),
    }


@pytest.mark.parametrize("kind", _messages("h", "b"))
def test_nothing_is_smuggled(station: Station, kind: str) -> None:
    message = _messages(f"127.0.0.1:{station.port}", f"Authorization: Bearer {station.tokens['dev']}")[kind]
    reply = exchange(station.port, message, silence=1, patience=8)
    assert reply.content.count(b"HTTP/1.1 200") <= 1, f"two answers to one message: {reply.content!r}"
    assert b'"status":"ok"' not in reply.content.replace(b" ", b""), reply.content
    if reply.status is not None:
        assert reply.status in (400, 403, 411, 413, 415, 421, 501, 505), reply.content[:300]
        assert reply.was_closed, f"{reply.status}, and the connection stays open"


def test_what_stands_behind_a_refused_message_is_not_read(station: Station) -> None:
    head = f"POST {PREFIX}/check HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 4\r\n\r\nabcd"
    inner = INNER.format(host=f"127.0.0.1:{station.port}")
    reply = exchange(station.port, (head + inner).encode(), silence=1)
    assert reply.statuses[0] in (400, 403, 421)
    # The length was plain, so going on is right; only the refused message may not become another.
    assert len(reply.statuses) <= 2


@pytest.mark.parametrize("method", ["TRACE", "TRACK", "CONNECT", "DEBUG", "PROPFIND", "get", "X" * 500])
def test_other_methods_are_not_taken(station: Station, method: str) -> None:
    port = station.port
    reply = exchange(
        port, f"{method} /login HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: a=b\r\n\r\n".encode()
    )
    assert reply.status is None or reply.status >= 400, reply.content[:200]
    assert b"a=b" not in reply.content


@pytest.mark.parametrize(
    "header",
    [
        "X-HTTP-Method-Override: DELETE",
        "X-Original-URL: /metrics",
        "X-Forwarded-Host: evil.example",
        "X-Forwarded-For: 1.2.3.4",
        "Forwarded: host=evil.example",
    ],
)
def test_headers_of_proxies_change_nothing(station: Station, header: str) -> None:
    port = station.port
    reply = exchange(port, f"GET /login HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{header}\r\n\r\n".encode())
    assert reply.status == 200
    assert b"evil.example" not in reply.content

"""Log injection: what a client sends never makes a line of the server's log, and no secret is in it."""

from __future__ import annotations

from urllib.parse import quote

from stationtrials import pictures
from stationtrials.client import PREFIX, Client
from stationtrials.fixtures import wait_until_read
from stationtrials.station import Station
from stationtrials.wire import exchange, request

FORGED = "2026-11-21T00:00:00Z info FORGED: everything is fine"


def _send_all(station: Station) -> None:
    port = station.port
    client = station.client("amara")
    for end in ("\n", "\r\n", "\r", "\u2028", "\u0085", "\x0b"):
        line = f"x{end}{FORGED}"
        client.upload(f"{line}.jpg", pictures.spoilt(900 + ord(end[-1])))
        for path in (f"/{quote(line)}", f"{PREFIX}/{quote(line)}", f"{PREFIX}/photos/{quote(line)}"):
            client.send("GET", path)
        Client(port).log_in(line)
    for header in (f"User-Agent: x\x1b[31m{FORGED}", f"X-Forwarded-For: {FORGED}", f"Referer: {FORGED}"):
        exchange(port, request(port, "/nothing", header), silence=0.1)
    exchange(port, request(port, "/nothing", f"User-Agent: x\n{FORGED}"), silence=0.1)
    exchange(port, request(port, "/nothing", host=f"x\n{FORGED}"), silence=0.1)
    exchange(port, f"GET / HTTP/1.1\r\n{FORGED}\r\n\r\n".encode(), silence=0.1)
    exchange(port, f"{FORGED}\r\n\r\n".encode(), silence=0.1)
    wait_until_read(client)


def test_no_line_is_forged(lone_station: Station) -> None:
    _send_all(lone_station)
    text = lone_station.log_text()
    for line in text.replace("\u2028", "\n").replace("\u0085", "\n").replace("\x0b", "\n").splitlines():
        assert not line.startswith(FORGED), line
    assert "\x1b" not in text and "\r" not in text
    assert not [sign for sign in text if ord(sign) < 32 and sign not in "\n\t"]


def test_no_secret_is_logged(lone_station: Station) -> None:
    client = Client(lone_station.port)
    client.log_in(lone_station.tokens["amara"])
    secret = (client.cookie or "").partition("=")[2]
    assert secret
    client.get("/haul")
    client.send("GET", f"{PREFIX}/nothing?token={lone_station.tokens['amara']}")
    lone_station.client("brian").send("GET", f"{PREFIX}/photos/none")
    Client(lone_station.port).log_in("imk_" + "S" * 43)
    lone_station.end()
    text = lone_station.log_text()
    for token in (*lone_station.tokens.values(), secret, "S" * 43):
        assert token not in text
    kept = [path for path in lone_station.folder.glob("haul.imeikit*") if path.is_file()]
    whole = b"".join(path.read_bytes() for path in kept)
    for token in (*lone_station.tokens.values(), secret):
        assert token.encode() not in whole, "a secret stands in the case file"

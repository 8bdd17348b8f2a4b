"""Hostile file names: told as they are, and harmless wherever they show."""

from __future__ import annotations

import json
import re
from urllib.parse import quote_from_bytes

import pytest

from stationtrials import pictures
from stationtrials.browser import Browser
from stationtrials.client import PREFIX
from stationtrials.fixtures import wait_until_read
from stationtrials.station import Station

NAMES = {
    "markup": b"<img src=x onerror=alert(1)>.jpg",
    "script": b"</script><script>window.pwned=1</script>.jpg",
    "attribute": b'" onmouseover="window.pwned=1" x=".jpg',
    "template": b"{{{case}}}{{#a}}.jpg",
    "climb": b"../../../../../../tmp/imeikit-climbed.jpg",
    "absolute": b"/etc/cron.d/imeikit-climbed",
    "windows": b"..\\..\\imeikit-climbed.jpg",
    "newline": b"a\r\nSet-Cookie: pwned=1\r\n\r\n.jpg",
    "escape": b"\x1b[2J\x1b]0;pwned\x07.jpg",
    "right to left": "holiday\u202egpj.exe".encode(),
    "isolates": "\u2066a\u2069\u200b\ufeff.jpg".encode(),
    "nul": b"a.jpg\0.exe",
    "not utf-8": b"\xff\xfe\xc3\x28.jpg",
    "formula": b"=cmd|' /C calc'!A0.jpg",
    "option": b"-rf --.jpg",
    "long": b"n" * 10_000 + b".jpg",
    "combining": ("Z" + "\u0301" * 500).encode(),
    "empty": b"",
    "dots": b"..",
    "line separators": "a\u2028b\u2029c\u0085d.jpg".encode(),
}

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


@pytest.fixture(scope="module")
def photos(station: Station) -> dict[str, str]:
    """The SHA-256 of the photo with each name; names that were refused are left out."""
    client = station.client("amara")
    found = {}
    for index, (kind, name) in enumerate(NAMES.items()):
        content = pictures.drawn(700_000 + index)
        path = f"{PREFIX}/photos?name={quote_from_bytes(name)}"
        answer = client.send("POST", path, content, {"Content-Type": "image/jpeg"})
        assert answer.status < 500, f"{kind}: {answer.status} {answer.body[:200]!r}"
        if answer.status == 202:
            found[kind] = answer.json["uploads"][0]["sha256"]
        else:
            assert kind in ("long", "nul", "empty", "not utf-8", "dots"), (
                f"{kind}: {answer.status} {answer.body!r}"
            )
            assert answer.headers["content-type"] == "application/problem+json"
    wait_until_read(client)
    return found


def test_json_tells_them_without_a_sign_that_nobody_sees(station: Station, photos: dict[str, str]) -> None:
    client = station.client("amara")
    for kind, sha256 in photos.items():
        for path in (f"/photos/{sha256}", "/photos?limit=500", "/uploads?limit=500"):
            answer = client.send("GET", PREFIX + path)
            assert answer.status == 200, f"{kind}: {path}"
            text = answer.body.decode()
            assert not re.search("[\x00-\x09\x0b-\x1f]", text), f"{kind}: {path} has control characters"
            assert "pwned" not in answer.headers.get("set-cookie", "")
        item = client.get(f"/photos/{sha256}")
        for shown in (item["name"], *item["names"]):
            assert not _UNSEEN.search(shown), f"{kind}: {shown!r}"
            assert len(shown) <= 10_100, kind


def test_nothing_is_written_under_them(station: Station, photos: dict[str, str]) -> None:
    import os

    assert photos
    for path in ("/tmp/imeikit-climbed.jpg", "/etc/cron.d/imeikit-climbed"):
        assert not os.path.exists(path)
    for folder, _, files in os.walk(station.folder):
        for name in files:
            assert "climbed" not in name and "onerror" not in name, os.path.join(folder, name)


def test_pages_show_them_as_text(station: Station, photos: dict[str, str]) -> None:
    with Browser(station) as browser:
        page = browser.logged_in("amara")
        said = []
        page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
        for path in ("/haul", "/drop", "/exhibits", "/findings", "/audit"):
            browser.visit(page, path)
            _check_page(page, path)
        for kind, sha256 in photos.items():
            browser.visit(page, f"/photos/{sha256}")
            _check_page(page, kind)
        browser.visit(page, f"/photos/{photos['markup']}")
        assert "<img src=x onerror=alert(1)>" in page.inner_text("body")
        assert not said, said
        assert browser.faults() == []


def _check_page(page, named: str) -> None:
    assert page.evaluate("window.pwned") is None, named
    assert page.locator("img[onerror], [onmouseover], img[src='x']").count() == 0, named
    text = page.inner_text("body")
    unseen = _UNSEEN.sub("", text.replace("\n", "").replace("\t", ""))
    assert unseen == text.replace("\n", "").replace("\t", ""), f"{named}: unseen signs in the page's text"
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0, f"{named}: the page is {overflow} px too wide"


def test_multipart_names_are_taken_for_names(station: Station) -> None:
    client = station.client("amara")
    for index, (kind, name) in enumerate(NAMES.items()):
        if kind in ("newline", "nul", "attribute"):
            continue
        content = pictures.drawn(710_000 + index)
        head = b'--x\r\nContent-Disposition: form-data; name="f"; filename="' + name + b'"\r\n'
        body = head + b"Content-Type: image/jpeg\r\n\r\n" + content + b"\r\n--x--\r\n"
        answer = client.send(
            "POST", f"{PREFIX}/photos", body, {"Content-Type": "multipart/form-data; boundary=x"}
        )
        assert answer.status < 500, f"{kind}: {answer.status} {answer.body[:300]!r}"
        json.loads(answer.body)


def test_exhibits_notes_and_lists_take_hostile_text_for_text(station: Station) -> None:
    client = station.client("dev")
    for kind, name in NAMES.items():
        text = name.decode("utf-8", "replace")
        for path, value in (
            ("/exhibits", {"reference": text, "description": text, "seal": text}),
            ("/check", {"imeis": [text]}),
            ("/exhibits/JS%2F1/seals", {"number": text}),
        ):
            answer = client.send(
                "POST", PREFIX + path, json.dumps(value).encode(), {"Content-Type": "application/json"}
            )
            assert answer.status < 500, f"{kind} at {path}: {answer.status} {answer.body[:300]!r}"
            assert not re.search(rb"[\x00-\x09\x0b-\x1f]", answer.body), f"{kind} at {path}"
    with Browser(station) as browser:
        page = browser.logged_in("dev")
        for path in ("/exhibits", "/exhibits/JS%2F1", "/audit", "/lists"):
            browser.visit(page, path)
            _check_page(page, path)
        assert browser.faults() == []

"""Dropping photos: files, folders, spoilt ones, and what becomes of each."""

from __future__ import annotations

import base64
import shutil
from pathlib import Path

from playwright.sync_api import Page, expect

from stationtrials import pictures
from stationtrials.browser import Browser, until
from stationtrials.station import Station

_DROP = """
(files) => {
  const transfer = new DataTransfer();
  for (const { name, content } of files) {
    const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
    transfer.items.add(new File([bytes], name, { type: name.endsWith("png") ? "image/png" : "image/jpeg" }));
  }
  const target = document.getElementById("target");
  for (const kind of ["dragenter", "dragover", "drop"])
    target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer }));
}
"""


def _drop(page: Page, files: list[tuple[str, bytes]]) -> None:
    page.evaluate(_DROP, [{"name": name, "content": base64.b64encode(data).decode()} for name, data in files])


def _is_read(page: Page, count: int) -> bool:
    rows = page.locator("#sent tbody tr")
    texts = rows.locator("td:last-child").all_inner_texts()
    return rows.count() == count and not any(
        word in text.lower() for text in texts for word in ("sending", "waiting", "queued")
    )


def _photos(paths: list[Path]) -> list[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for path in paths]


def test_dropped_photos_are_read_and_say_what_they_show(empty_station: Station, browser: Browser) -> None:
    labels = [picture.path for picture in pictures.committed("labels")[:4]]
    negatives = [picture.path for picture in pictures.committed("falsepositives")[:2]]
    page = browser.logged_in("amara")
    browser.visit(page, "/drop")
    page.fill("#exhibit", "JS/1")
    _drop(page, _photos(labels + negatives))
    until(page, lambda: _is_read(page, 6), patience=60, said="the dropped photos were not read")
    assert "6 of 6 files taken" in page.inner_text("#tally")
    client = empty_station.client("amara")
    counts = client.get("/haul")["photos"]
    parts = ("accepted", "review", "unreadable", "none", "refused")
    assert counts["total"] == 6 == sum(counts[part] for part in parts)
    assert counts["withoutExhibit"] == 0
    browser.visit(page, "/haul")
    assert page.locator("#photos a[href^='/photos/']").count() >= 6
    assert {photo["name"] for photo in client.items("/photos")} == {path.name for path in labels + negatives}


def test_a_spoilt_file_is_refused_by_itself(empty_station: Station, browser: Browser) -> None:
    browser.bear("status of 415")
    page = browser.logged_in("amara")
    browser.visit(page, "/drop")
    good = pictures.committed("labels")[0].path
    _drop(
        page,
        [
            ("a.jpg", b"no picture at all"),
            (good.name, good.read_bytes()),
            ("cut.jpg", good.read_bytes()[:900]),
        ],
    )
    until(page, lambda: _is_read(page, 3), patience=60, said="a spoilt file keeps the others from being read")
    client = empty_station.client("amara")
    assert client.get("/haul")["photos"]["accepted"] == 1
    row = page.locator("#sent tbody tr", has_text="a.jpg")
    assert "refused" in row.first.inner_text().lower()


def test_files_chosen_and_folders_by_exhibit(
    empty_station: Station, browser: Browser, tmp_path: Path
) -> None:
    haul = tmp_path / "haul"
    chosen = [picture.path for picture in pictures.committed("labels")[:4]]
    for index, path in enumerate(chosen):
        folder = haul / f"AB{index // 2 + 1}"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, folder / path.name)
    page = browser.logged_in("amara")
    browser.visit(page, "/drop")
    page.check("#by-folder")
    page.set_input_files("#folder", haul)
    until(page, lambda: _is_read(page, 4), patience=60, said="a chosen folder was not read")
    references = {item["reference"] for item in empty_station.client("amara").items("/exhibits")}
    assert references == {"AB1", "AB2"}


def test_the_same_file_twice_is_counted_once(empty_station: Station, browser: Browser) -> None:
    page = browser.logged_in("amara")
    browser.visit(page, "/drop")
    path = pictures.committed("labels")[0].path
    page.set_input_files("#files", path)
    until(page, lambda: _is_read(page, 1), patience=60)
    page.set_input_files("#files", path)
    until(page, lambda: _is_read(page, 2), patience=60)
    assert empty_station.client("amara").get("/haul")["photos"]["total"] == 1
    assert "known" in page.locator("#sent tbody tr").first.inner_text().lower()


def test_counts_move_by_themselves_while_photos_arrive(empty_station: Station, browser: Browser) -> None:
    page = browser.logged_in("brian")
    browser.visit(page, "/haul")
    client = empty_station.client("amara")
    for picture in pictures.committed("labels")[:3]:
        assert client.upload(picture.path.name, picture.path.read_bytes()).status == 202
    expect(page.locator("#running")).to_contain_text("Every photo is read", timeout=30_000)
    expect(page.locator("#photo-counts")).to_contain_text("3", timeout=10_000)

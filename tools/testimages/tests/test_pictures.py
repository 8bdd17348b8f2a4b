from __future__ import annotations

from pathlib import Path
from typing import Any

from PIL import Image

from imeiscenes import cli
from imeiscenes.truth import MAX_BLUR_RATIO, MIN_DIGIT_PX

Batch = tuple[Path, list[dict[str, Any]]]


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_same_seed_same_bytes_whatever_the_jobs(tmp_path: Path) -> None:
    for name, jobs in (("one", 1), ("two", 2)):
        cli.run(seed=9, count=6, out=tmp_path / name, jobs=jobs)
    assert _contents(tmp_path / "one") == _contents(tmp_path / "two")


def test_a_picture_does_not_depend_on_those_before_it(tmp_path: Path, batch: Batch) -> None:
    out, entries = batch
    again = cli.run(seed=5, count=1, first=7, out=tmp_path, negatives=0.35)[0]
    assert again == entries[7]
    assert (tmp_path / again["file"]).read_bytes() == (out / again["file"]).read_bytes()


def test_sizes_are_those_of_the_stored_file(batch: Batch) -> None:
    out, entries = batch
    for entry in entries:
        if not entry["file"].endswith("heic"):
            assert list(Image.open(out / entry["file"]).size) == entry["size"]


def test_readable_numbers_lie_inside_the_stored_picture(batch: Batch) -> None:
    for entry in batch[1]:
        for number in entry["per_imei"]:
            if number["readable"]:
                for x, y in number["poly_stored"]:
                    assert 0 <= x < entry["size"][0] and 0 <= y < entry["size"][1]
                assert number["digit_px"] >= MIN_DIGIT_PX
                assert number["blur_ratio"] <= MAX_BLUR_RATIO + 0.001


def test_spoilt_pictures_are_not_readable(batch: Batch) -> None:
    for entry in batch[1]:
        if entry["extreme_mode"] or entry["neg_kind"] in ("covered", "cut", "glare"):
            assert not entry["readable"]


def test_no_negative_has_an_imei_to_accept(batch: Batch) -> None:
    negatives = [entry for entry in batch[1] if entry["kind"] == "negative"]
    assert negatives
    for entry in negatives:
        for luhn, readable in zip(entry["luhn_ok"], entry["readable_each"]):
            assert not (luhn and readable) or entry["neg_kind"] == "placeholder"

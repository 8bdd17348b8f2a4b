"""What is printed in the pictures of a set, from its manifest.jsonl."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import tokens


class TruthError(Exception):
    """A folder has no truth that can be used."""


@dataclass(frozen=True)
class Picture:
    """One picture; the rules are those of tools/evaluate."""

    path: Path
    tier: str
    """easy, medium, hard, extreme or real; negatives for a picture that shows no IMEI to report."""
    expected: frozenset[str]
    """Numbers that a person can read, with an agreeing check digit: what should be found."""
    printed: frozenset[str]
    """All printed IMEIs with an agreeing check digit: reporting one is never wrong."""
    others: frozenset[str] = field(default_factory=frozenset)
    """Other printed numbers of 15 digits that pass the check digit: read right, and no IMEI."""
    megapixels: float = 0.0

    @classmethod
    def of(cls, entry: Mapping[str, Any], folder: Path) -> Picture:
        """Makes a picture from a line of the manifest."""
        imeis, luhn_ok = entry["imeis"], entry["luhn_ok"]
        if len(imeis) != len(luhn_ok):
            raise ValueError("luhn_ok and imeis differ in length")
        each = entry.get("readable_each") or []
        good = [(place, imei) for place, imei in enumerate(imeis) if luhn_ok[place]]
        expected = {imei for place, imei in good if (each[place] if place < len(each) else entry["readable"])}
        width, height = entry.get("size") or (0, 0)
        return cls(
            folder / entry["file"],
            "negatives" if entry["kind"] == "negative" else entry["tier"],
            frozenset(expected),
            frozenset(imei for _, imei in good),
            frozenset(tokens.numbers(_digits(entry.get("other_ids")))) - set(imeis),
            width * height / 1e6,
        )


def _digits(others: Any) -> list[str]:
    """The digits of each other number: a barcode holds a card's number without its grouping."""
    if isinstance(others, str):
        others = others.split(";")
    values = [item.get("value", "") if isinstance(item, dict) else item for item in others or []]
    return [re.sub(r"[^0-9]", "", str(value)) for value in values]


def pictures(folder: Path) -> list[Picture]:
    """The pictures of a folder, or of the folders below that have a manifest.

    Files that a reader must refuse are left out: they measure safety, not reading.
    """
    manifests = [folder / "manifest.jsonl"]
    if not manifests[0].is_file():
        manifests = sorted(folder.glob("*/manifest.jsonl"))
    if not manifests:
        raise TruthError(f"{folder} has no manifest.jsonl, nor has a folder in it: a set needs its truth.")
    found = []
    for manifest in manifests:
        for number, line in enumerate(manifest.read_text(encoding="utf-8").split("\n"), 1):
            try:
                if not line.strip():
                    continue
                entry = json.loads(line)
                if not isinstance(entry, dict):
                    raise ValueError("not an object")
                if entry.get("expected") != "refused":
                    found.append(Picture.of(entry, manifest.parent))
            except (ValueError, KeyError, TypeError) as error:
                raise TruthError(f"{manifest}, line {number}: {error!r}") from error
    return found

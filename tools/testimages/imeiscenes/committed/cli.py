"""Draws the committed sets."""

from __future__ import annotations

import argparse
import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import cv2

from .. import make, manifest, store
from . import broken, formats, readme
from .sets import SETS
from .spec import Spec

SEED = 20261121


def photograph(job: tuple[Path, Spec]) -> dict[str, Any]:
    """Takes one picture of a photographed set; its seed is its file name, so sets may grow."""
    folder, spec = job
    number = sum(ord(letter) * 31**at for at, letter in enumerate(spec.file)) % 1_000_003
    return make.picture(SEED, number, folder, plan=spec.plan, file=spec.file, best_quality=76)


def generate(out: Path, jobs: int) -> dict[str, list[tuple[dict[str, Any], str]]]:
    """Writes every set; returns the manifest objects with a description each."""
    cv2.setNumThreads(1)
    work = [(out / name, spec) for name, specs in SETS.items() for spec in specs]
    with ProcessPoolExecutor(jobs) as pool:
        entries = list(pool.map(photograph, work))
    result: dict[str, list[tuple[dict[str, Any], str]]] = {name: [] for name in SETS}
    for (folder, _), entry in zip(work, entries):
        result[folder.name].append((entry, readme.description(entry)))
    negatives = result.pop("falsepositives")
    result["formats"], result["broken"] = [], []
    for name, what, data, entry in formats.make():
        store.write(out / "formats" / name, data)
        result["formats"].append((entry, what))
    for name, what, data in broken.make():
        store.write(out / "broken" / name, data)
        entry = {
            "file": name,
            "tier": "extreme",
            "kind": "broken",
            "imeis": [],
            "luhn_ok": [],
            "readable": False,
            "readable_each": [],
            "has_barcode": False,
            "neg_kind": "broken",
            "expected": "refused",
            "defect": what,
        }
        result["broken"].append((entry, what))
    result["falsepositives"] = negatives
    return result


def main() -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(prog="tools/testimages/generate-testimages", description=__doc__)
    parser.add_argument("--default-out", type=Path, help=argparse.SUPPRESS)
    parser.add_argument(
        "--out", type=Path, help="folder to write to (default: testimages/ of the repository)"
    )
    parser.add_argument("--jobs", type=int, default=2, help="processes (default 2)")
    options = parser.parse_args()
    out: Path = options.out or options.default_out
    for name in (*SETS, "formats", "broken"):
        shutil.rmtree(out / name, ignore_errors=True)
    sets = generate(out, options.jobs)
    sizes = {}
    for name, files in sets.items():
        text = "".join(manifest.line(entry) for entry, _ in files)
        store.write(out / name / "manifest.jsonl", text.encode())
        sizes[name] = sum(path.stat().st_size for path in (out / name).iterdir())
    store.write(out / "README.md", readme.text(sets, sizes).encode())
    count = sum(len(files) for files in sets.values())
    print(f"{count} files, {sum(sizes.values()) / 1e6:.1f} MB in {out}", file=sys.stderr)


if __name__ == "__main__":
    main()

"""Command line of the generator."""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from . import make, manifest
from .tiers import TIERS


def _tiers(text: str) -> tuple[str, ...]:
    chosen = tuple(part.strip() for part in text.split(",") if part.strip())
    unknown = [tier for tier in chosen if tier not in TIERS]
    if unknown or not chosen:
        raise argparse.ArgumentTypeError(f"tiers are {', '.join(TIERS)}")
    return chosen


def parser() -> argparse.ArgumentParser:
    """The command line's arguments."""
    arguments = argparse.ArgumentParser(
        prog="tools/testimages/generate",
        description="Draws synthetic photographs with their truth: DIR/images/ and DIR/manifest.jsonl. "
        "Picture i depends on the seed and i only, whatever the number of jobs.",
    )
    arguments.add_argument(
        "--seed", type=int, required=True, help="any whole number; another seed, other pictures"
    )
    arguments.add_argument("--count", type=int, required=True, help="how many pictures")
    arguments.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder to write to")
    arguments.add_argument("--first", type=int, default=0, help="number of the first picture (default 0)")
    arguments.add_argument(
        "--tiers", type=_tiers, default=TIERS, help="comma-separated: easy,medium,hard,extreme"
    )
    arguments.add_argument(
        "--negatives",
        type=float,
        default=0.1,
        metavar="SHARE",
        help="share without an IMEI to report (default 0.1)",
    )
    arguments.add_argument("--jobs", type=int, default=1, help="processes (default 1)")
    return arguments


def run(
    seed: int,
    count: int,
    out: Path,
    first: int = 0,
    tiers: tuple[str, ...] = TIERS,
    negatives: float = 0.1,
    jobs: int = 1,
    quiet: bool = True,
) -> list[dict[str, Any]]:
    """Makes pictures and their manifest; returns the manifest's objects."""
    one = partial(make.picture, seed, out=out, choices=tiers, negatives=negatives)
    indices = range(first, first + count)
    out.mkdir(parents=True, exist_ok=True)
    entries, start = [], time.monotonic()
    with (
        open(out / "manifest.jsonl", "w", encoding="utf-8") as file,
        ProcessPoolExecutor(max(1, jobs)) as pool,
    ):
        results = map(one, indices) if jobs <= 1 else pool.map(one, indices, chunksize=4)
        for done, entry in enumerate(results, 1):
            file.write(manifest.line(entry))
            entries.append(entry)
            if not quiet and (done % 50 == 0 or done == count):
                print(f"{done}/{count} pictures, {time.monotonic() - start:.0f} s", file=sys.stderr)
    return entries


def main() -> None:
    """Runs the command."""
    options = parser().parse_args()
    run(
        options.seed,
        options.count,
        options.out,
        options.first,
        options.tiers,
        options.negatives,
        options.jobs,
        quiet=False,
    )


if __name__ == "__main__":
    main()

"""Command line of the comparison."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from . import cold, contestants, score, table, truth

REPOSITORY = Path(__file__).resolve().parents[3]

_HELP = """\
Runs IMEIKit and the readers that people would use instead over the same pictures, picture by picture
in turn, one thread each, and prints who read what and for how much CPU time.

columns
  numbers   printed IMEIs that a person can read and whose check digit agrees
  right     of those, read; 'imeikit accepted' without reservation, 'imeikit + review' also offered first
  wrong     15 digits that pass the check digit and are printed nowhere in the picture
  no IMEI   15 digits that pass the check digit and are printed, but are some other number
  failed    pictures without an answer; they count as nothing read
  CPU       user and system seconds a picture, decoding included, models loaded before
  kit/peer  median CPU of the kit by that of the peer

A peer has read a number when 15 digits with an agreeing check digit stand alone in a line of its text,
in boxes on one row, or in a barcode, grouped as IMEIs are. Separators that it did not see are forgiven.

examples
  tools/Benchmarks/compare-peers testimages/lockscreens
  tools/Benchmarks/compare-peers FOLDER --limit 20 --peers imeikit,rapidocr
  tools/Benchmarks/compare-peers FOLDER OTHER --binary .build/release/imeikit --json result.json"""


def _names(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names or set(names) - set(contestants.NAMES):
        raise argparse.ArgumentTypeError(f"peers are {', '.join(contestants.NAMES)}")
    return list(dict.fromkeys(names))


def parser() -> argparse.ArgumentParser:
    """The command line's arguments."""
    arguments = argparse.ArgumentParser(
        prog="tools/Benchmarks/compare-peers",
        description=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    arguments.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="has a manifest.jsonl")
    arguments.add_argument("--limit", type=int, metavar="N", help="the first N pictures of each folder only")
    arguments.add_argument("--peers", type=_names, default=list(contestants.NAMES), metavar="A,B",
                           help=f"of {', '.join(contestants.NAMES)}; all by default")  # fmt: skip
    arguments.add_argument("--binary", type=Path, help="the imeikit binary; built when absent")
    arguments.add_argument("--json", type=Path, metavar="FILE", help="write everything, picture by picture")
    arguments.add_argument("--timeout", type=float, default=120, metavar="SECONDS", help="for one picture")
    return arguments


def main() -> None:
    """Runs the command."""
    options = parser().parse_args()
    try:
        pictures = [p for folder in options.folders for p in truth.pictures(folder)[: options.limit]]
    except truth.TruthError as error:
        sys.exit(str(error))
    binary = None
    if contestants.KIT in options.peers:
        binary = options.binary or _built()
        if not os.access(binary, os.X_OK):
            sys.exit(f"{binary} is not there to be run.")
    scratch = REPOSITORY / ".build" / "peers"
    scratch.mkdir(parents=True, exist_ok=True)
    loads = [os.getloadavg()[0]]
    running = {name: contestants.make(name, binary, scratch, options.timeout) for name in options.peers}
    results: list[tuple[truth.Picture, dict[str, contestants.Reading]]] = []
    try:
        if pictures:
            for contestant in running.values():
                contestant.read(pictures[0].path.resolve())  # loads models and code; not counted
        for number, picture in enumerate(pictures):
            # A different one first each time, so that none has the file always cold or always warm.
            order = options.peers[number % len(running) :] + options.peers[: number % len(running)]
            readings = {name: running[name].read(picture.path.resolve()) for name in order}
            results.append((picture, {name: readings[name] for name in options.peers}))
            if number % 10 == 9:
                print(f"{number + 1}/{len(pictures)} pictures", file=sys.stderr)
    finally:
        for contestant in running.values():
            contestant.stop()
    loads.append(os.getloadavg()[0])
    start = None
    if binary and (photo := cold.large(pictures)):
        start = cold.verify(binary, photo.path)
    scores = score.by_tier(results)
    print(table.rendered(scores))
    for name in options.peers:
        failures = [(p.path, r[name].failure) for p, r in results if r[name].failure]
        if failures:
            print(f"\n{name} failed on {len(failures)}, first {failures[0][0].name}: {failures[0][1]}")
    if start:
        print(f"\nimeikit verify, cold, 12 megapixels: {start['cpu']:.3f} CPU s, {start['wall']:.3f} s")
    print(f"\nload average {loads[0]:.2f} before, {loads[1]:.2f} after, {os.cpu_count()} cores")
    if options.json:
        _write(options.json, results, scores, loads, start)


def _built() -> Path:
    done = subprocess.run([REPOSITORY / "tools/build"], stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(done.returncode)
    return Path(done.stdout.splitlines()[-1])


def _write(path: Path, results: Any, scores: Any, loads: list[float], start: Any) -> None:
    written = {
        "load": loads,
        "cold": start,
        "scores": {
            tier: {
                name: {**vars(s), "cpu": None, "cpu_median": s.cpu_median, "cpu_mean": s.cpu_mean}
                for name, s in readers.items()
            }
            for tier, readers in scores.items()
        },
        "pictures": [
            {
                "file": str(picture.path),
                "tier": picture.tier,
                "expected": sorted(picture.expected),
                "printed": sorted(picture.printed),
                "others": sorted(picture.others),
                "readers": {name: contestants.record(reading) for name, reading in readings.items()},
            }
            for picture, readings in results
        ],
    }
    path.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""The case that walks and screenshots work on: exhibits, flagged numbers, doubtful ones, a clone."""

from __future__ import annotations

import csv
import dataclasses
import shutil
from pathlib import Path
from typing import Any

from . import pictures
from .command import Command
from .station import Station

#: What is scanned; the numbers of `FLAGGED` are on the block list and have to be keyed blind.
SETS = ("sheets", "labels", "lockscreens", "falsepositives")
FLAGGED = ("sheets", "labels")

#: How many photos show a number and no word: they are for confirming, and for sheets of digits.
BARE = 12


def scanned(folder: Path) -> Station:
    """A case with a few dozen photos, read, with exhibits; the server does not run."""
    station = Station(folder)
    station.prepare()
    chosen = pictures.committed(*SETS)
    _import_list(station, pictures.committed(*FLAGGED))
    exhibits = folder / "exhibits.csv"
    with exhibits.open("w", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["file", "exhibit"])
        for index, picture in enumerate(chosen):
            # Two photos of each; every ninth has none.
            if index % 9 != 8:
                rows.writerow([f"{picture.path.parent.name}/{picture.path.name}", f"JS/{index // 2 + 1}"])
    folders = [*(pictures.TESTIMAGES / name for name in SETS), _draw_bare(folder / "bare")]
    station.command.run(
        *("scan", *folders, "--case", station.case, "--quiet"),
        *("--operator", "2210", "--exhibit-list", exhibits, "--no-exhibit-folders"),
    )
    return station


def _draw_bare(folder: Path) -> Path:
    folder.mkdir()
    for serial in range(BARE):
        (folder / f"tray-{serial + 1:02}.jpg").write_bytes(pictures.bare(serial))
    return folder


def _import_list(station: Station, chosen: list[pictures.Picture]) -> None:
    listed = station.folder / "national.csv"
    rows = ["imei,reason"] + [f"{imei},stolen" for picture in chosen for imei in picture.imeis]
    listed.write_text("\n".join(rows) + "\n")
    arguments = ("--name", "National register", "--date", "2026-11-20", "--quiet")
    station.command.run("blocklist", "import", listed, *arguments)


def copy(station: Station, folder: Path) -> Station:
    """A station of its own with the same case, people and lists."""
    shutil.copytree(station.folder, folder, symlinks=True)
    made = Station(folder)
    made.tokens = dict(station.tokens)
    return made


@dataclasses.dataclass(frozen=True)
class Truth:
    """What stands in the case's photos, as the drawn pictures' makers know it and the machine read it."""

    read: dict[tuple[str, str], str]
    printed: dict[str, tuple[str, ...]]

    def keyed(self, photo: str, subject: str) -> str:
        """What a careful person keys for a subject such as `read:0` of a photo.

        The printed number that is nearest to what the machine read there; what the machine read where the
        picture's maker printed none.
        """
        read = self.read[photo, subject]
        printed = self.printed.get(photo, ())
        return min(printed, key=lambda imei: _distance(imei, read)) if printed else read


def _distance(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=False)) + 3 * abs(len(one) - len(other))


def truth(command: Command, case: Path) -> Truth:
    """The truth of a case whose photos are committed pictures."""
    read: dict[tuple[str, str], str] = {}
    for result in command.results(case):
        for index, reading in enumerate(result["readings"]):
            read[result["sha256"], f"read:{index}"] = digits(reading)
    printed = {picture.sha256: picture.imeis for picture in pictures.committed(*SETS)}
    return Truth(read, printed)


def digits(reading: dict[str, Any]) -> str:
    """The digits of a reading."""
    return "".join(sign for sign in reading["imei"] if sign.isdigit())

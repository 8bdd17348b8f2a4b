"""What was right, what was wrong and what it cost, by tier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import mean, median

from .contestants import Reading
from .truth import Picture


@dataclass
class Score:
    """Counts over a group of pictures."""

    pictures: int = 0
    expected: int = 0
    """Readable numbers with an agreeing check digit."""
    right: int = 0
    """Of those, read without reservation."""
    right_or_offered: int = 0
    """Of those, read or offered for review with the right digits first."""
    wrong: int = 0
    """Numbers read without reservation that are printed nowhere in the picture."""
    other: int = 0
    """Numbers read without reservation that are printed, pass the check digit and are no IMEI."""
    offered_wrong: int = 0
    """Numbers offered for review that are printed nowhere in the picture."""
    failures: int = 0
    cpu: list[float] = field(default_factory=list)

    @property
    def cpu_median(self) -> float | None:
        """CPU seconds a picture."""
        return median(self.cpu) if self.cpu else None

    @property
    def cpu_mean(self) -> float | None:
        """CPU seconds a picture."""
        return mean(self.cpu) if self.cpu else None

    def add(self, picture: Picture, reading: Reading) -> None:
        """Counts one picture."""
        read, offered = set(reading.read), set(reading.offered)
        self.pictures += 1
        self.expected += len(picture.expected)
        self.right += len(picture.expected & read)
        self.right_or_offered += len(picture.expected & (read | offered))
        self.wrong += len(read - picture.printed - picture.others)
        self.other += len(read & picture.others)
        self.offered_wrong += len(offered - picture.printed - picture.others)
        self.failures += reading.failure is not None
        if reading.cpu is not None:
            self.cpu.append(reading.cpu)


_ORDER = ("easy", "medium", "hard", "extreme", "real", "negatives", "all")


def by_tier(rows: Iterable[tuple[Picture, dict[str, Reading]]]) -> dict[str, dict[str, Score]]:
    """Scores by tier, then contestant; `all` holds every picture."""
    scores: dict[str, dict[str, Score]] = {}
    for picture, readings in rows:
        for tier in (picture.tier, "all"):
            for name, reading in readings.items():
                scores.setdefault(tier, {}).setdefault(name, Score()).add(picture, reading)
    return dict(sorted(scores.items(), key=lambda item: (_place(item[0]), item[0])))


def _place(tier: str) -> int:
    return _ORDER.index(tier) if tier in _ORDER else len(_ORDER) - 1

"""One committed picture: its file name and what it is to show."""

from __future__ import annotations

from dataclasses import dataclass

from ..plan import Plan, Wishes

W = Wishes
TALL, WIDE, TALL_LARGE, WIDE_LARGE = (960, 1280), (1280, 960), (1080, 1440), (1440, 1080)


@dataclass(frozen=True)
class Spec:
    """One picture of a set."""

    file: str
    tier: str
    subkind: str
    wishes: Wishes
    neg: str = ""
    mode: str = ""
    size: tuple[int, int] = TALL
    orientation: int | None = 1
    objects: int = 1

    @property
    def plan(self) -> Plan:
        """The plan that the generator carries out."""
        return Plan(
            self.tier,
            self.subkind,
            self.neg,
            self.mode,
            self.size,
            self.objects,
            self.orientation,
            "jpg",
            self.wishes,
        )

"""The table for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .contestants import KIT
from .score import Score

_HEADER = (
    *("tier", "reader", "pictures", "numbers", "right", "%", "wrong"),
    *("no IMEI", "failed", "CPU median", "CPU mean", "kit/peer"),
)


def rendered(scores: Mapping[str, Mapping[str, Score]]) -> str:
    """A row for each tier and reader; the kit has a second one with what it offers for review."""
    rows: list[Sequence[str]] = [_HEADER]
    for tier, readers in scores.items():
        kit = readers.get(KIT)
        for name, score in readers.items():
            if name == KIT:
                rows.append(_row(tier, "imeikit accepted", score, score.right, score.wrong, None))
                shown, wrong = score.right_or_offered, score.wrong + score.offered_wrong
                rows.append(_row(tier, "imeikit + review", score, shown, wrong, None))
            else:
                rows.append(_row(tier, name, score, score.right, score.wrong, kit))
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADER))]
    lines: list[str] = []
    for before, row in zip([_HEADER, *rows], rows):
        if row[0] != before[0]:
            lines.append("")
        cells = [
            cell.ljust(width) if column < 2 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _row(tier: str, name: str, score: Score, right: int, wrong: int, kit: Score | None) -> Sequence[str]:
    ratio = None
    if kit and kit.cpu_median is not None and score.cpu_median:
        ratio = kit.cpu_median / score.cpu_median
    return (
        tier,
        name,
        str(score.pictures),
        str(score.expected),
        str(right),
        f"{100 * right / score.expected:.1f}" if score.expected else "-",
        str(wrong),
        str(score.other),
        str(score.failures),
        _number(score.cpu_median),
        _number(score.cpu_mean),
        _number(ratio, 2),
    )


def _number(value: float | None, places: int = 3) -> str:
    return "-" if value is None else f"{value:.{places}f}"

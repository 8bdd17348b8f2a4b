"""Text boxes that lie on one row, joined: a detector often cuts a grouped number at its gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, isfinite, pi, sin

MAX_BOXES = 2_000
"""Boxes beyond this are not joined: the work grows with the square."""


@dataclass(frozen=True)
class Box:
    """A line of text and its quadrilateral: top left, top right, bottom right, bottom left as read."""

    text: str
    quad: Sequence[Sequence[float]]


@dataclass(frozen=True)
class _Strip:
    text: str
    x: float
    y: float
    length: float
    height: float
    angle: float

    @classmethod
    def of(cls, box: Box) -> _Strip | None:
        try:
            (ax, ay), (bx, by), (cx, cy), (dx, dy) = ((float(x), float(y)) for x, y in box.quad)
        except (TypeError, ValueError):
            return None
        across, down = bx + cx - ax - dx, by + cy - ay - dy
        height = (hypot(dx - ax, dy - ay) + hypot(cx - bx, cy - by)) / 2
        values = (ax, ay, bx, by, cx, cy, dx, dy)
        if not all(map(isfinite, values)) or height <= 0:
            return None
        return cls(
            box.text,
            (ax + bx + cx + dx) / 4,
            (ay + by + cy + dy) / 4,
            hypot(across, down) / 2,
            height,
            atan2(down, across),
        )


def lines(boxes: Sequence[Box]) -> list[str]:
    """Every box's text, and the text of every row of two or more boxes joined with a space."""
    texts = [box.text for box in boxes]
    strips = [strip for box in boxes[:MAX_BOXES] if (strip := _Strip.of(box))]
    following: dict[int, int] = {}
    for index, strip in enumerate(strips):
        gaps = [(_gap(strip, other), place) for place, other in enumerate(strips) if place != index]
        near = [(gap, place) for gap, place in gaps if gap is not None]
        if near:
            following[index] = min(near)[1]
    heads = set(following) - set(following.values())
    for head in sorted(heads):
        row, seen = [head], {head}
        while (after := following.get(row[-1])) is not None and after not in seen:
            row.append(after)
            seen.add(after)
        texts.append(" ".join(strips[place].text for place in row))
    return texts


def _gap(strip: _Strip, other: _Strip) -> float | None:
    """The gap from one strip to another behind it on its row; None when it is not there."""
    turn = (other.angle - strip.angle + pi) % (2 * pi) - pi
    height = min(strip.height, other.height)
    if abs(turn) > 0.18 or max(strip.height, other.height) > 1.8 * height:
        return None
    dx, dy = other.x - strip.x, other.y - strip.y
    along = dx * cos(strip.angle) + dy * sin(strip.angle)
    aside = -dx * sin(strip.angle) + dy * cos(strip.angle)
    gap = along - (strip.length + other.length) / 2
    return gap if along > 0 and abs(aside) < 0.5 * height and -height < gap < 3 * height else None

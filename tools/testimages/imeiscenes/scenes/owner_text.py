"""Lines of owner information and lost messages, as lock screens set them."""

from __future__ import annotations

from random import Random

from .. import fonts, words
from .. import identifiers as ids
from ..brief import Brief, Entry
from ..item import Body
from ..sheet import Color


def entry_lines(rng: Random, brief: Brief, wrap: float = 0.2) -> list[tuple[str, Entry]]:
    """Lines of text for the rows, caption and number on one line or on two."""
    lines: list[tuple[str, Entry]] = []
    glue, wrapped = words.join(rng), rng.random() < wrap
    for entry in brief.entries:
        if wrapped:
            lines += [(entry.caption + rng.choice(("", ":")), Entry("", "")), (entry.text, entry)]
        else:
            lines.append((entry.caption + glue + entry.text, entry))
    return lines


def message(rng: Random, brief: Brief) -> list[tuple[str, Entry]]:
    """The rows with a sentence and a telephone number before or behind them."""
    lines = entry_lines(rng, brief)
    call = brief.note("phone", ids.phone(rng))
    phrase = words.say(rng.choice(("found", "lost")), brief.language)
    extra = (
        [(f"{phrase} {call}", Entry("", ""))]
        if len(phrase) < 28
        else [(phrase, Entry("", "")), (call, Entry("", ""))]
    )
    way = rng.random()
    return lines + extra if way < 0.4 else extra + lines if way < 0.75 else lines


def block(
    rng: Random,
    body: Body,
    lines: list[tuple[str, Entry]],
    y: float,
    face: fonts.Face,
    size: float,
    ink: Color,
    align: str = "m",
    backing: str = "",
    shadow: float = 0,
) -> float:
    """Sets lines under one another, on a backing if asked; returns the y below them."""
    step, margin = size * 1.45, 22
    height = step * len(lines) + size * 0.7
    if backing:
        fill = {"dark": (16, 16, 20), "light": (250, 250, 252), "glass": (90, 92, 100)}[backing]
        alpha = {"dark": 0.72, "light": 0.94, "glass": 0.55}[backing]
        body.sheet.rect(
            margin, y, body.width - 2 * margin, height, fill, rng.choice((4, 12, 16)), alpha=alpha
        )
        ink = (20, 20, 22) if backing == "light" else (250, 250, 250)
    x = body.width / 2 if align == "m" else margin + 14
    bold = rng.random() < 0.3
    for at, (text, entry) in enumerate(lines):
        body.sheet.text(
            x,
            y + step * (at + 1) - size * 0.15,
            text,
            face,
            size,
            ink,
            bold and bool(entry.text),
            align,
            entry.number,
            shadow=0 if backing else shadow,
            fit=body.width - 2 * margin - 20,
        )
    return y + height

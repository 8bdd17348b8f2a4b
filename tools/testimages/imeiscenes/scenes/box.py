"""Labels on the boxes that phones are sold in."""

from __future__ import annotations

from random import Random

from .. import barcodes, fonts, wallpaper, words
from .. import identifiers as ids
from ..brief import Brief, Entry
from ..item import Item
from ..sheet import Color, Sheet

_BOXES: tuple[Color, ...] = (
    (238, 238, 236),
    (24, 24, 26),
    (184, 140, 96),
    (30, 90, 190),
    (220, 220, 224),
    (120, 122, 126),
)


def qr_payload(rng: Random, brief: Brief, serial: str) -> str:
    """What the square code on a label carries."""
    numbers = [number.digits for number in brief.numbers]
    joined = numbers[0] if numbers else serial
    return rng.choice(
        (
            f"SN:{serial};IMEI:{joined};SW:1.0",
            f"{joined};{serial}",
            ",".join(numbers) or serial,
            f"P/N:{serial[:5]};SN:{serial};IMEI:{joined}",
        )
    )


def box(rng: Random, brief: Brief) -> Item:
    """A white label on cardboard: rows of text with Code 128, EAN-13, often a QR code."""
    width, height = rng.uniform(330, 460), 0.0
    face = fonts.choose(rng, "label")
    rows = list(brief.entries)
    serial = brief.note("serial", ids.serial(rng))
    spoilt = brief.neg_kind in ("bad_check", "placeholder")
    if rng.random() < 0.75:
        rows.insert(
            rng.choice((0, len(rows))), Entry(rng.choice(("S/N", "SN", "Serial No.")), serial, None, "serial")
        )
    if brief.numbers and not brief.neg_kind and not spoilt and rng.random() < 0.3:
        rows.append(Entry("MEID", brief.note("meid", ids.meid_of(brief.numbers[0].digits)), None, "meid"))
    if rng.random() < 0.25:
        rows.append(Entry("EID", brief.note("eid", ids.eid(rng)), None, "eid"))
    bars = brief.wants_bars(rng, 0.85)
    size, over = rng.uniform(10.5, 14), rng.random() < 0.5
    bar_height = rng.uniform(18, 30)
    step = size * 1.35 + (bar_height + 8 if bars else 6)
    head = 16.0
    height = max(150.0, head + step * len(rows) + rng.uniform(14, 60))
    rim = rng.uniform(18, 70)
    back = rng.choice(_BOXES)
    sheet = Sheet(width, height, back, (rim, rim * rng.uniform(0.6, 1.4), rim * rng.uniform(0.5, 2), rim))
    paper: Color = rng.choice(((252, 252, 250), (246, 246, 244), (255, 255, 255), (244, 240, 230)))
    if back == _BOXES[2]:
        left, up, right, down = sheet.bounds
        sheet.picture(
            wallpaper.blend(wallpaper.cloud(rng, 96, 64, 0.5), [(176, 132, 88), (194, 150, 104)]),
            left,
            up,
            right - left,
            down - up,
        )
    sheet.rect(
        0,
        0,
        width,
        height,
        paper,
        rng.choice((0, 3, 8)),
        (150, 150, 150) if rng.random() < 0.3 else None,
        0.6,
    )
    ink: Color = rng.choice(((10, 10, 12), (30, 30, 30), (50, 50, 54)))
    left = rng.uniform(10, 22)
    column = width * rng.uniform(0.56, 0.64)
    glue, y = rng.choice((": ", ":", " ")), head
    for row in rows:
        text = row.caption + glue + row.text
        if not bars:
            sheet.text(left, y + size, text, face, size, ink, number=row.number, fit=column)
            y += step
            continue
        long = row.kind == "eid"
        wide = min(width - 2 * left, column * (1.35 if long else rng.uniform(0.86, 1.0)))
        top = y + size * 1.3 if over else y
        sheet.bars(barcodes.code128(row.payload), left, top, wide, bar_height, ink)
        base = y + size if over else y + bar_height + size * 1.05
        sheet.text(left, base, text, face, size, ink, number=row.number, fit=wide if long else column)
        y += step
    _right_column(rng, brief, sheet, face, ink, column + left + 8, width - left, serial, bars and not spoilt)
    item = Item(sheet, brief, "label", "box", "paper", 0, None, bars)
    item.wear = [
        defect
        for defect, share in (("crease", 0.15), ("scratches", 0.2), ("dirt", 0.2))
        if rng.random() < share
    ]
    return item


def _right_column(
    rng: Random,
    brief: Brief,
    sheet: Sheet,
    face: fonts.Face,
    ink: Color,
    left: float,
    right: float,
    serial: str,
    codes: bool,
) -> None:
    """Make, model and the retail article number."""
    small = rng.uniform(6, 8)
    sheet.text(right, 26, rng.choice(words.MAKES), face, 15, ink, True, "r", fit=right - left)
    lines = [
        f"Model: {rng.choice(words.MODELS)}",
        rng.choice(words.COLORS),
        rng.choice(words.STORAGE),
        f"Rated: 5V {rng.choice((2, 3))}A",
        rng.choice(("Made in Vietnam", "Made in China", "Made in India")),
    ]
    for at, line in enumerate(lines):
        sheet.text(right, 40 + at * small * 1.4, line, face, small, ink, anchor="r", fit=right - left)
    y = 40 + len(lines) * small * 1.4 + 6
    if codes and rng.random() < 0.35 and sheet.height - y > 110:
        sheet.picture(barcodes.qr(qr_payload(rng, brief, serial)), right - 46, y, 46, 46, smooth=False)
    crowded = any(other["type"] == "eid" for other in brief.others)
    if not crowded and rng.random() < 0.8:
        value = brief.note("ean13", ids.ean13(rng))
        wide, base = min(95.0, right - left), sheet.height - 14
        sheet.bars(barcodes.ean13(value), right - wide, base - 40, wide, 32, ink)
        sheet.text(right - wide, base, f"{value[0]} {value[1:7]} {value[7:]}", face, 7.5, ink, fit=wide)

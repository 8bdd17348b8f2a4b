"""Evidence bags: a plastic pouch with a form, handwriting, a seal number and a phone inside."""

from __future__ import annotations

from random import Random

from .. import barcodes, fonts, words
from .. import identifiers as ids
from ..brief import Brief
from ..item import Item
from ..sheet import Color, Sheet

_NAMES = ("PC 4417", "DC Moss", "A. Keller", "J. Novak", "S. Ruiz", "Exhibits", "K. Lind", "M. Duval")


def evidence_bag(rng: Random, brief: Brief) -> Item:
    """The bag with its form: printed frame, hand-filled fields, the IMEI typed or stuck on."""
    width, height = 420.0, rng.uniform(540, 640)
    plastic: Color = rng.choice(((196, 200, 204), (176, 182, 188), (214, 212, 202), (226, 214, 218)))
    sheet = Sheet(width, height, plastic)
    face, hand = fonts.choose(rng, "paper"), fonts.choose(rng, "hand")
    paper: Color = rng.choice(((250, 250, 248), (244, 244, 238), (250, 240, 236), (232, 238, 246)))
    pen: Color = rng.choice(((20, 30, 110), (16, 16, 20), (30, 40, 60)))
    band: Color = rng.choice(((190, 24, 34), (20, 40, 120), (24, 24, 26), (20, 100, 60)))
    panel = rng.uniform(250, 300)
    sheet.rect(18, 26, width - 36, panel, paper, 0, (30, 30, 30), 1)
    sheet.rect(18, 26, width - 36, 24, band)
    sheet.text(28, 43, words.say("evidence", brief.language), face, 14, (250, 250, 250), True)
    seal = brief.note("seal", rng.choice("ABKMS") + ids.digits(rng, 8))
    sheet.text(width - 28, 42, "Seal no. " + seal, face, 10, (250, 250, 250), anchor="r")
    exhibit = f"{rng.choice('ABCDJKLMRS')}{rng.choice('ABCDEFGHJK')}/{rng.randrange(1, 60)}"
    cells = [
        ("Exhibit ref", exhibit),
        ("Date / time", words.short_date(rng) + " " + words.clock(rng)),
        ("Seized by", rng.choice(_NAMES)),
    ]
    wide = (width - 36) / 3
    for at, (title, value) in enumerate(cells):
        _field(rng, sheet, 18 + wide * at, 50, wide, 44, title, value, face, hand, pen)
    _field(
        rng,
        sheet,
        18,
        94,
        width - 36,
        110,
        "Description",
        f"1x {rng.choice(words.MAKES)} {rng.choice(words.MODELS)}",
        face,
        hand,
        pen,
    )
    bars = brief.wants_bars(rng, 0.5)
    by_hand = rng.random() < 0.22
    size = rng.uniform(14, 18) if by_hand else rng.uniform(11, 14)
    print_face, ink = (
        (hand, pen) if by_hand else (fonts.choose(rng, rng.choice(("receipt", "label"))), (24, 24, 26))
    )
    y = 134.0
    step = size * 1.35 + (20 if bars else 4)
    stuck = not by_hand and rng.random() < 0.4
    if stuck:
        sheet.rect(24, y - 6, 300, step * len(brief.entries) + 10, (254, 254, 252), 2, (190, 190, 190), 0.5)
    for entry in brief.entries:
        y += size
        sheet.text(
            30,
            y,
            entry.caption + rng.choice((": ", " ", ":")) + entry.text,
            print_face,
            size,
            ink,
            number=entry.number,
            fit=width - 90,
        )
        if bars:
            sheet.bars(barcodes.code128(entry.payload), 30, y + 4, 200, 15)
        y += step - size
    for at, title in enumerate(("From", "To", "Date")):
        value = rng.choice(_NAMES) if at < 2 else words.short_date(rng)
        _field(
            rng,
            sheet,
            18 + wide * at,
            208,
            wide,
            40,
            title,
            value if rng.random() < 0.6 else "",
            face,
            hand,
            pen,
        )
    sheet.bars(barcodes.code128(seal), width - 150, 26 + panel + 12, 120, 22)
    sheet.text(width - 150, 26 + panel + 44, seal, face, 9, (30, 30, 30))
    shadow = rng.uniform(60, 120)
    sheet.rect(
        width / 2 - shadow / 2 - 20,
        panel + 74,
        shadow + 40,
        height - panel - 92,
        tuple(round(p * 0.7) for p in plastic),
        18,
    )
    sheet.rect(width / 2 - shadow / 2 - 8, panel + 84, shadow + 16, height - panel - 112, (38, 40, 44), 12)
    item = Item(sheet, brief, "label", "evidence_bag", "bag", 0, None, True)
    item.wear = ["wrinkles"] if rng.random() < 0.7 else []
    return item


def _field(
    rng: Random,
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    height: float,
    title: str,
    value: str,
    face: fonts.Face,
    hand: fonts.Face,
    pen: Color,
) -> None:
    """One box of the form."""
    sheet.rect(x, y, width, height, None, 0, (40, 40, 40), 0.7)
    sheet.text(x + 4, y + 10, title, face, 8, (50, 50, 50))
    sheet.text(x + 8, y + min(height - 8, 32), value, hand, rng.uniform(16, 20), pen, fit=width - 14)

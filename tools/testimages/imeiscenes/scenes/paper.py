"""Thermal receipts and paperwork."""

from __future__ import annotations

from random import Random

from .. import barcodes, fonts, words
from .. import identifiers as ids
from ..brief import Brief
from ..item import Item
from ..sheet import Color, Sheet


def thermal(rng: Random, brief: Brief) -> Item:
    """A thermal sticker or receipt from a property office or a shop."""
    width = rng.uniform(280, 340)
    face, size = fonts.choose(rng, "receipt"), rng.uniform(13, 17)
    bars = brief.wants_bars(rng, 0.65)
    long = rng.random() < 0.4
    step = size * 1.5 + (34 if bars else 0)
    height = 74 + step * len(brief.entries) + (170 if long else 40)
    paper: Color = rng.choice(((250, 249, 244), (244, 240, 226), (238, 240, 236)))
    sheet = Sheet(width, height, paper)
    grey = rng.randrange(20, 90)
    ink: Color = (grey, grey, grey + rng.choice((0, 0, 14)))
    title = rng.choice(
        (
            "PROPERTY OFFICE",
            "Asservatenkammer",
            "EXHIBIT STORE",
            "PHONE SHOP 24",
            "Depot saisies",
            "REPARTO REPERTI",
        )
    )
    sheet.text(16, 28, title, face, size * 0.9, ink, True, fit=width * 0.62)
    sheet.text(width - 16, 28, words.short_date(rng), face, size * 0.75, ink, anchor="r")
    sheet.line([(16, 38), (width - 16, 38)], ink, 1)
    y = 44.0
    for entry in brief.entries:
        y += size * 1.25
        sheet.text(
            16,
            y,
            entry.caption + rng.choice((": ", " ", ":")) + entry.text,
            face,
            size,
            ink,
            number=entry.number,
            fit=width - 32,
        )
        if bars:
            sheet.bars(barcodes.code128(entry.payload), 20, y + 6, width * 0.74, 28, ink)
            y += 34
        y += size * 0.25
    y += size * 1.2
    sheet.text(16, y, rng.choice(words.MODELS) + "  " + rng.choice(words.COLORS), face, size * 0.8, ink)
    if long:
        for line in (
            f"{words.say('order', brief.language)} {ids.digits(rng, 7)}",
            f"{'TOTAL':<12}{rng.randrange(90, 900)}.00",
            "Tel. " + brief.note("phone", ids.phone(rng)),
            "-" * 26,
            "THANK YOU",
        ):
            y += size * 1.3
            sheet.text(16, y, line, face, size * 0.8, ink, fit=width - 32)
    item = Item(sheet, brief, "label", "thermal", "paper", 0, None, bars)
    item.wear = [
        defect
        for defect, share in (("fading", 0.45), ("crease", 0.3), ("dirt", 0.15))
        if rng.random() < share
    ]
    return item


def paperwork(rng: Random, brief: Brief) -> Item:
    """A delivery note, invoice or seizure record with a table."""
    width, height = 520.0, rng.uniform(330, 460)
    paper: Color = rng.choice(((252, 252, 250), (246, 246, 242), (250, 246, 236)))
    sheet = Sheet(width, height, paper)
    face, ink = fonts.choose(rng, "paper"), rng.choice(((16, 16, 18), (40, 40, 44)))
    title = rng.choice(
        ("Seizure record", "Protokoll", "Delivery note", "Invoice", "Procès-verbal", "Albarán", "Protokół")
    )
    sheet.text(26, 44, title, face, 19, ink, True)
    order = brief.note("order", ids.digits(rng, rng.choice((8, 10))))
    sheet.text(width - 26, 44, f"{words.say('order', brief.language)} {order}", face, 10, ink, anchor="r")
    sheet.text(
        26, 64, f"Tel. {brief.note('phone', ids.phone(rng))}    {words.short_date(rng)}", face, 10, ink
    )
    sheet.line([(26, 76), (width - 26, 76)], ink, 0.8)
    size, top, columns = rng.uniform(11, 13.5), 92.0, (26.0, 60.0, 190.0, width - 92, width - 26)
    row_height = size * 2.2
    rows = [(rng.choice(words.MAKES), entry) for entry in brief.entries]
    article = brief.note("ean13", ids.ean13(rng))
    count = len(rows) + 2
    for line in range(count + 1):
        sheet.line(
            [(columns[0], top + row_height * line), (columns[-1], top + row_height * line)], (60, 60, 60), 0.7
        )
    for x in columns:
        sheet.line([(x, top), (x, top + row_height * count)], (60, 60, 60), 0.7)
    base = top + row_height * 0.5 + size * 0.35
    for x, head in zip(columns, ("#", "Article", "IMEI / S/N" if brief.numbers else "No.", "EUR")):
        sheet.text(x + 6, base, head, face, size, ink, True)
    for at, (make, entry) in enumerate(rows):
        base += row_height
        sheet.text(columns[0] + 6, base, str(at + 1), face, size, ink)
        sheet.text(columns[1] + 6, base, make, face, size, ink, fit=columns[2] - columns[1] - 10)
        sheet.text(
            columns[2] + 6,
            base,
            f"{entry.caption} {entry.text}",
            face,
            size,
            ink,
            number=entry.number,
            fit=columns[3] - columns[2] - 10,
        )
        sheet.text(columns[4] - 6, base, f"{rng.randrange(60, 900)}.00", face, size, ink, anchor="r")
    base += row_height
    sheet.text(columns[0] + 6, base, str(count - 1), face, size, ink)
    sheet.text(
        columns[1] + 6,
        base,
        rng.choice(("USB-C cable", "Case", "Charger")),
        face,
        size,
        ink,
        fit=columns[2] - columns[1] - 10,
    )
    sheet.text(columns[2] + 6, base, article, face, size, ink)
    sheet.text(
        26,
        base + row_height * 1.3,
        rng.choice(
            (
                "Received in good order.",
                "Vielen Dank für Ihren Einkauf!",
                "Signature:",
                "Merci de votre visite",
            )
        ),
        face,
        11,
        ink,
    )
    sheet.text(
        width - 170,
        base + row_height * 2,
        rng.choice(("A. Keller", "S. Ruiz", "K. Lind")),
        fonts.choose(rng, "hand"),
        24,
        (24, 32, 110),
    )
    item = Item(sheet, brief, "label", "paperwork", "paper")
    item.wear = [defect for defect, share in (("crease", 0.5), ("dirt", 0.2)) if rng.random() < share]
    return item

"""The iPhone's `*#06#` sheet: numbers under their barcodes on grouped cards."""

from __future__ import annotations

from random import Random

from .. import fonts, words
from .. import identifiers as ids
from ..barcodes import code128
from ..brief import Brief, Entry
from ..item import Item, phone, screen_item, status_bar
from ..sheet import Color


def rows_with_extras(rng: Random, brief: Brief, share: float = 0.5) -> list[Entry]:
    """The rows with EID, MEID and serial number rows about them, as devices list them."""
    rows = list(brief.entries)
    if rng.random() < share:
        rows.insert(0, Entry("EID", brief.note("eid", ids.eid(rng)), None, "eid"))
    numbers = brief.numbers
    if numbers and not brief.neg_kind and rng.random() < share * 0.5:
        rows.append(Entry("MEID", brief.note("meid", ids.meid_of(numbers[0].digits)), None, "meid"))
    if rng.random() < share * 0.4:
        rows.append(Entry("SN", brief.note("serial", ids.serial(rng)), None, "serial"))
    return rows


def ios(rng: Random, brief: Brief) -> Item:
    """Device Info on an iPhone, light or dark, with or without barcodes."""
    dark = rng.random() < 0.45
    back: Color = (0, 0, 0) if dark else (242, 242, 247)
    card: Color = (28, 28, 30) if dark else (255, 255, 255)
    ink: Color = (250, 250, 250) if dark else (8, 8, 10)
    soft: Color = (150, 150, 156) if dark else (110, 110, 116)
    body = phone(rng, rng.choice(("ios", "ios", "ios", "ios_old")), back)
    face = fonts.choose(rng, "ios")
    status_bar(rng, body, face, ink, words.clock(rng))
    y = body.top + 40
    body.sheet.text(body.width / 2, y, words.say("info", brief.language), face, 17, ink, True, "m")
    body.sheet.text(
        body.width - 20, y, words.say("done", brief.language), face, 17, (20, 110, 250), True, "r"
    )
    y += 24
    bars, size = brief.wants_bars(rng, 0.75), rng.choice((15, 16, 17))
    grouped = rng.random() < 0.6
    rows = rows_with_extras(rng, brief)
    tall = 106 if bars else 62
    if grouped:
        body.sheet.rect(16, y, body.width - 32, tall * len(rows), card, 11)
    for at, row in enumerate(rows):
        if not grouped:
            body.sheet.rect(16, y, body.width - 32, tall, card, 11)
        elif at:
            body.sheet.line([(32, y), (body.width - 16, y)], (60, 60, 64) if dark else (210, 210, 214), 0.6)
        body.sheet.text(32, y + 22, row.caption, face, 14, soft)
        base = y + 46
        if bars:
            wide = body.width - 64 - (rng.choice((0, 40)) if row.kind == "imei" else 0)
            body.sheet.rect(30, y + 30, wide + 4, 46, (255, 255, 255))
            body.sheet.bars(code128(row.payload), 36, y + 33, wide - 8, 40)
            base = y + 95
        body.sheet.text(32, base, row.text, face, size, ink, number=row.number, fit=body.width - 64)
        y += tall + (0 if grouped else 12)
    return screen_item(body, brief, "dialer", "dialer_ios", bars, rng.uniform(0.6, 1.0))

"""Android's answer to `*#06#`: a dialog over the dialler."""

from __future__ import annotations

from random import Random

from .. import fonts, words
from ..barcodes import code128
from ..brief import Brief
from ..item import Item, phone, screen_item, status_bar
from ..sheet import Color
from .sheets import rows_with_extras


def android(rng: Random, brief: Brief) -> Item:
    """A dialog or bottom sheet with the numbers, sometimes with their barcodes."""
    dark = rng.random() < 0.5
    back: Color = (18, 18, 20) if dark else (248, 248, 250)
    key: Color = (230, 230, 232) if dark else (40, 40, 44)
    body = phone(rng, rng.choice(("android", "android", "android", "old")), back)
    face = fonts.choose(rng, rng.choice(("android", "samsung", "android")))
    status_bar(rng, body, face, key, words.clock(rng))
    sheet = body.sheet
    sheet.text(body.width / 2, body.height * 0.3, "*#06#", face, 30, key, anchor="m")
    for at, label in enumerate("123456789*0#"):
        sheet.text(
            body.width * (0.22 + 0.28 * (at % 3)),
            body.height * (0.56 + 0.085 * (at // 3)),
            label,
            face,
            26,
            key,
            anchor="m",
        )
    sheet.ellipse(body.width / 2 - 26, body.height * 0.88, 52, 52, (40, 170, 80))
    sheet.rect(0, 0, body.width, body.height, (0, 0, 0), alpha=rng.choice((0.25, 0.5, 0.6)))
    rows = rows_with_extras(rng, brief, 0.35)
    bars = brief.wants_bars(rng, 0.45)
    size, one_line = rng.choice((14, 15, 16)), not bars and rng.random() < 0.5
    glue = words.join(rng)
    step = (size * 2.9 + 52) if bars else size * (1.9 if one_line else 2.9)
    height = 96 + step * len(rows)
    bottom_sheet = rng.random() < 0.4
    left, wide = (0.0, body.width) if bottom_sheet else (26.0, body.width - 52)
    y = body.height - height if bottom_sheet else (body.height - height) * rng.uniform(0.35, 0.55)
    panel: Color = (
        rng.choice(((44, 44, 48), (60, 62, 68), (30, 30, 34)))
        if dark
        else rng.choice(((255, 255, 255), (240, 242, 248)))
    )
    ink: Color = (245, 245, 247) if dark else (24, 24, 28)
    sheet.rect(left, y, wide, height + (30 if bottom_sheet else 0), panel, rng.choice((4, 14, 26)))
    sheet.text(
        left + 24,
        y + 38,
        rng.choice(("IMEI", "IMEI", words.say("info", brief.language))),
        face,
        20,
        ink,
        True,
    )
    y += 46
    for row in rows:
        if one_line:
            sheet.text(
                left + 24,
                y + size * 1.5,
                row.caption + glue + row.text,
                face,
                size,
                ink,
                number=row.number,
                fit=wide - 48,
            )
        else:
            sheet.text(
                left + 24,
                y + size * 1.2,
                row.caption,
                face,
                size * 0.86,
                tuple((a + b * 2) // 3 for a, b in zip(panel, ink)),
            )
            sheet.text(
                left + 24, y + size * 2.45, row.text, face, size, ink, number=row.number, fit=wide - 48
            )
        if bars:
            sheet.rect(left + 20, y + size * 2.8, wide - 40, 46, (255, 255, 255))
            sheet.bars(code128(row.payload), left + 32, y + size * 2.8 + 4, wide - 64, 38)
        y += step
    sheet.text(left + wide - 30, y + 32, "OK", face, 15, (60, 130, 240), True, "r")
    return screen_item(body, brief, "dialer", "dialer_android", bars, rng.uniform(0.55, 1.0))

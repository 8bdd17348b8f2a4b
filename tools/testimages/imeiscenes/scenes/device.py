"""Print on the device itself: the back, the battery bay, the SIM tray, a radio module."""

from __future__ import annotations

from random import Random

from .. import barcodes, fonts, wallpaper, words
from .. import identifiers as ids
from ..brief import Brief
from ..item import Item
from ..sheet import Color, Sheet
from .box import qr_payload


def _shade(color: Color, by: float) -> Color:
    return tuple(max(0, min(255, round(part + by))) for part in color)  # type: ignore[return-value]


def back(rng: Random, brief: Brief) -> Item:
    """The back of a phone: camera bump, maker's name, small etched or printed lines."""
    body: Color = rng.choice(
        (
            (24, 24, 27),
            (46, 50, 58),
            (200, 202, 206),
            (232, 230, 226),
            (28, 44, 78),
            (150, 168, 150),
            (92, 40, 50),
        )
    )
    sheet = Sheet(360, 760, body)
    field = wallpaper.blend(wallpaper.cloud(rng, 24, 48, 0.8), [_shade(body, -10), _shade(body, 10)])
    sheet.picture(field, 0, 0, 360, 760)
    dark = sum(body) < 330
    strength = rng.uniform(70, 170)
    ink = _shade(body, strength if dark else -strength)
    sheet.rect(18, 18, 110, 150, _shade(body, -12), 26)
    for row in range(rng.choice((2, 3))):
        sheet.ellipse(36, 28 + 46 * row, 40, 40, (6, 6, 8), (70, 70, 74), 2)
        sheet.ellipse(48, 40 + 46 * row, 16, 16, (24, 26, 44))
    face = fonts.choose(rng, "laser")
    sheet.text(180, rng.uniform(300, 400), rng.choice(words.MAKES), face, 26, ink, True, "m", spacing=2)
    size = rng.choice((7.5, 8, 9, 10))
    lines = [
        ("FCC ID: " + ids.serial(rng)[:11], None),
        (f"Rated 5V ⎓ {rng.choice((2, 3))}A".replace(" ⎓", " –"), None),
        (rng.choice(("Made in Vietnam", "Assembled in China", "Made in India")), None),
    ]
    rows = [
        (entry.caption + rng.choice((": ", " ", ":")) + entry.text, entry.number) for entry in brief.entries
    ]
    at = rng.randrange(len(lines) + 1)
    lines[at:at] = rows
    lines.append((f"Model: {rng.choice(words.MODELS)}", None))
    y = 738 - size * 1.5 * len(lines)
    align = rng.choice("mml")
    for text, number in lines:
        sheet.text(
            180 if align == "m" else 26,
            y,
            text,
            face,
            size,
            ink,
            anchor=align,
            number=number,
            spacing=rng.choice((0, 0.2)),
        )
        y += size * 1.5
    item = Item(sheet, brief, "label", "device_back", "plastic", 40)
    item.wear = [defect for defect, share in (("scratches", 0.6), ("dirt", 0.35)) if rng.random() < share]
    item.held = True
    return item


def battery(rng: Random, brief: Brief) -> Item:
    """The sticker under the battery of an older phone."""
    width, height = 250.0, rng.uniform(105, 140)
    sheet = Sheet(width, height, (30, 30, 32), (34, 26, 34, 26))
    left, up, right, down = sheet.bounds
    sheet.rect(left + 6, up + 6, right - left - 12, down - up - 12, (44, 44, 46), 8)
    paper: Color = rng.choice(((250, 250, 248), (232, 232, 228), (252, 250, 240)))
    sheet.rect(0, 0, width, height, paper, rng.choice((0, 4)))
    face, ink = fonts.choose(rng, "label"), rng.choice(((14, 14, 16), (44, 44, 46)))
    sheet.text(10, 20, rng.choice(words.MAKES), face, 13, ink, True)
    sheet.text(width - 10, 20, "Model: " + rng.choice(words.MODELS), face, 8.5, ink, anchor="r")
    size, y = rng.uniform(9.5, 12), 24.0
    bars = brief.wants_bars(rng, 0.5)
    for entry in brief.entries:
        y += size * 1.3
        sheet.text(
            10,
            y,
            entry.caption + rng.choice((":", ": ")) + entry.text,
            face,
            size,
            ink,
            number=entry.number,
            fit=width - 20,
        )
        if bars:
            sheet.bars(barcodes.code128(entry.payload), 10, y + 4, width * 0.72, 12, ink)
            y += 18
    y += 13
    if y < height - 6:
        sheet.text(10, y, "S/N: " + brief.note("serial", ids.serial(rng)) + "   CE 0168", face, 7.5, ink)
    if y < height - 16:
        sheet.text(10, y + 10, "Made in China   FCC ID: " + ids.serial(rng)[:9], face, 7.5, ink)
    item = Item(sheet, brief, "label", "battery_sticker", "paper", 6, None, bars)
    item.wear = [
        defect
        for defect, share in (("scratches", 0.3), ("dirt", 0.4), ("crease", 0.1))
        if rng.random() < share
    ]
    return item


def tray(rng: Random, brief: Brief) -> Item:
    """A SIM tray with tiny etched digits along its rim."""
    metal: Color = rng.choice(((188, 190, 194), (70, 72, 76), (214, 196, 160), (120, 134, 150)))
    sheet = Sheet(230, 112, metal)
    sheet.picture(
        wallpaper.blend(wallpaper.cloud(rng, 96, 8, 0.2), [_shade(metal, -9), _shade(metal, 9)]),
        0,
        0,
        230,
        112,
    )
    sheet.rect(14, 14, 128, 84, (22, 22, 24), 7)
    sheet.rect(19, 19, 118, 74, _shade(metal, -34), 5)
    sheet.rect(200, 0, 30, 112, _shade(metal, -12))
    sheet.ellipse(211, 52, 9, 9, (14, 14, 16))
    face, size = fonts.choose(rng, "laser"), rng.uniform(6.2, 7.6)
    ink = _shade(metal, -rng.uniform(95, 150) if sum(metal) > 400 else rng.uniform(100, 165))
    y = 36.0
    for entry in brief.entries:
        if rng.random() < 0.7:
            sheet.text(24, y, entry.caption, face, size * 0.9, ink)
            y += size * 1.35
        sheet.text(24, y, entry.text, face, size, ink, number=entry.number, fit=108)
        y += size * 1.7
    item = Item(sheet, brief, "label", "sim_tray", "metal", 6)
    item.wear = ["scratches"] if rng.random() < 0.7 else []
    return item


def module(rng: Random, brief: Brief) -> Item:
    """A cellular module on a board: shield can with a white label or laser print, a QR code."""
    sheet = Sheet(190, 170, (16, 70, 44), (60, 50, 60, 50))
    left, up, right, down = sheet.bounds
    for _ in range(26):
        x, y = rng.uniform(left, right - 20), rng.uniform(up, down - 8)
        sheet.rect(
            x,
            y,
            rng.uniform(4, 18),
            rng.uniform(3, 8),
            rng.choice(((20, 20, 22), (170, 150, 90), (180, 182, 186))),
            1,
        )
    can: Color = rng.choice(((186, 188, 192), (206, 206, 204), (150, 152, 158)))
    sheet.rect(0, 0, 190, 170, can, 4, _shade(can, -60), 1.5)
    labelled = rng.random() < 0.5
    ink: Color = (24, 24, 26) if labelled else _shade(can, -rng.uniform(70, 140))
    if labelled:
        sheet.rect(10, 12, 170, 146, (248, 248, 246), 2)
    face = fonts.choose(rng, "label")
    serial = brief.note("serial", ids.serial(rng))
    sheet.text(
        18, 36, rng.choice(("LTE-M1", "GM-620", "CAT4 MODEM", "NB-IoT 95", "WWAN 5G")), face, 17, ink, True
    )
    sheet.text(
        18,
        50,
        f"Q{rng.randrange(1, 5)}-{rng.randrange(10, 99)}  {rng.choice(('EUGA', 'GLHA', 'AUX'))}",
        face,
        8,
        ink,
    )
    y, size = 70.0, rng.uniform(8.2, 10)
    for entry in brief.entries:
        sheet.text(
            18,
            y,
            entry.caption + rng.choice((":", ": ")) + entry.text,
            face,
            size,
            ink,
            number=entry.number,
            fit=154,
        )
        y += size * 1.45
    sheet.text(18, y, "SN:" + serial, face, size * 0.9, ink)
    codes = brief.wants_bars(rng, 0.75)
    if codes:
        sheet.picture(barcodes.qr(qr_payload(rng, brief, serial)), 118, 104, 54, 54, smooth=False)
    sheet.text(18, 150, "CE  FCC ID: " + ids.serial(rng)[:7], face, 7, ink)
    return Item(sheet, brief, "label", "module", "metal", 0, None, codes)

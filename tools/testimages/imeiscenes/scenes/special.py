"""Screens outside the usual: activation lock, feature phones, boot loaders."""

from __future__ import annotations

from random import Random

from .. import fonts, words
from .. import identifiers as ids
from ..brief import Brief
from ..item import Body, Item, ink_on, phone, screen_item, status_bar
from ..sheet import Color, Sheet


def activation(rng: Random, brief: Brief) -> Item:
    """The information panel of a phone that waits to be activated."""
    back: Color = rng.choice(((10, 10, 12), (252, 252, 252), (36, 60, 110)))
    body = phone(rng, rng.choice(("ios", "ios", "ios_old")), back)
    face, ink = fonts.choose(rng, "ios"), ink_on(back)
    status_bar(rng, body, face, ink, words.clock(rng))
    hello = {"de": "hallo", "fr": "bonjour", "es": "hola", "it": "ciao", "pt": "olá", "sv": "hej"}.get(
        brief.language, "hello"
    )
    body.sheet.text(
        body.width / 2,
        body.height * 0.24,
        rng.choice((hello, "Activation Lock", words.say("locked", brief.language))),
        face,
        34,
        ink,
        anchor="m",
        fit=body.width - 60,
    )
    glue, size = words.join(rng), rng.choice((14, 15, 16))
    lines = [(entry.caption + glue + entry.text, entry.number) for entry in brief.entries]
    if rng.random() < 0.7:
        lines.append(("Serial: " + brief.note("serial", ids.serial(rng)), None))
    if rng.random() < 0.5:
        lines.append(("ICCID: " + brief.note("iccid", ids.iccid(rng)), None))
    if rng.random() < 0.3:
        lines.append(("EID: " + brief.note("eid", ids.eid(rng)), None))
    y, step = body.height * rng.uniform(0.45, 0.62), size * 1.6
    panel: Color = (60, 60, 66) if ink[0] > 200 else (232, 232, 236)
    body.sheet.rect(24, y, body.width - 48, step * len(lines) + 22, panel, 12)
    for text, number in lines:
        y += step
        body.sheet.text(
            body.width / 2, y, text, face, size, ink, anchor="m", number=number, fit=body.width - 76
        )
    body.sheet.ellipse(body.width / 2 - 12, body.height - 56, 24, 24, None, ink, 1.5)
    return screen_item(body, brief, "lockscreen", "activation", glow=rng.uniform(0.6, 1.0))


def feature_phone(rng: Random, brief: Brief) -> Item:
    """A phone with keys and a small screen of few, visible pixels."""
    frame: Color = rng.choice(((26, 26, 30), (60, 66, 78), (150, 30, 40), (200, 200, 204)))
    width, height = 200.0, 240.0
    sheet = Sheet(width, height, frame, (34, 64, 34, 330))
    back: Color = rng.choice(((250, 250, 252), (20, 40, 110), (8, 8, 10), (196, 214, 180)))
    ink = ink_on(back)
    sheet.rect(-8, -8, width + 16, height + 16, (10, 10, 12), 8)
    sheet.rect(0, 0, width, height, back)
    key = tuple(min(255, part + 26) for part in frame)
    face = fonts.choose(rng, rng.choice(("console", "android")))
    for at, label in enumerate("123456789*0#"):
        x, y = 2 + 68 * (at % 3), height + 110 + 50 * (at // 3)
        sheet.rect(x, y, 60, 40, key, 10)
        sheet.text(x + 30, y + 28, label, face, 20, ink_on(key), anchor="m")
    sheet.rect(66, height + 30, 68, 60, key, 16)
    sheet.text(
        width / 2, -28, rng.choice(("NOKIA", "ALCATEL", "DORO", "ZTE")), face, 16, ink_on(frame), True, "m"
    )
    size, y = rng.choice((13.5, 15, 16)), 30.0
    sheet.text(
        8,
        y,
        rng.choice(("*#06#", "Info", words.say("locked", brief.language))),
        face,
        14,
        ink,
        True,
        fit=width - 16,
    )
    for entry in brief.entries:
        sheet.text(8, y + size * 1.9, entry.caption + ":", face, size * 0.9, ink)
        sheet.text(8, y + size * 3.3, entry.text, face, size, ink, number=entry.number, fit=width - 16)
        y += size * 3.4
    sheet.text(width - 8, height - 10, "OK", face, 14, ink, True, "r")
    body = Body(sheet, width, height, 26, 0, 20, "", frame, back)
    return screen_item(body, brief, "lockscreen", "feature_phone", glow=rng.uniform(0.5, 0.9))


def bootloader(rng: Random, brief: Brief) -> Item:
    """White or coloured lines of a boot loader on black."""
    body = phone(rng, rng.choice(("android", "old")), (2, 2, 3))
    face, size = fonts.choose(rng, "console"), rng.choice((12, 13, 14))
    ink: Color = rng.choice(((235, 235, 235), (120, 230, 130), (240, 220, 90)))
    lines: list[tuple[str, object]] = [
        ("FASTBOOT MODE", None),
        (f"PRODUCT_NAME - {rng.choice(words.MODELS)}", None),
        ("VARIANT - ufs", None),
        (f"SERIAL NUMBER - {brief.note('serial', ids.serial(rng))}", None),
    ]
    lines += [
        (f"{entry.caption}{rng.choice((': ', ' - ', '='))}{entry.text}", entry.number)
        for entry in brief.entries
    ]
    lines += [("SECURE BOOT - yes", None), (f"DEVICE STATE - {rng.choice(('locked', 'unlocked'))}", None)]
    y = body.height * rng.uniform(0.3, 0.55)
    body.sheet.text(
        body.width / 2,
        y - 50,
        rng.choice(("START", "Restart bootloader", "Recovery mode")),
        face,
        22,
        (90, 220, 110),
        anchor="m",
    )
    for text, number in lines:
        body.sheet.text(14, y, text, face, size, ink, number=number, fit=body.width - 28)
        y += size * 1.6
    return screen_item(body, brief, "lockscreen", "bootloader", glow=rng.uniform(0.5, 0.95))

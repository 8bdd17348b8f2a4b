"""Lock screens that show the IMEI: owner messages, lost mode, PIN pads, MDM notices."""

from __future__ import annotations

from random import Random

from .. import fonts, wallpaper, words
from .. import identifiers as ids
from ..barcodes import code128
from ..brief import Brief, Entry
from ..item import Body, Item, ink_on, phone, screen_item, status_bar
from ..sheet import Color
from .owner_text import block, message


def _backdrop(rng: Random, body: Body) -> wallpaper.np.ndarray:
    """Fills the screen with a wallpaper."""
    picture = wallpaper.wallpaper(rng)
    body.sheet.picture(picture, 0, 0, body.width, body.height)
    return picture


def _clock(rng: Random, body: Body, brief: Brief, face: fonts.Face, ink: Color, y: float) -> None:
    style = rng.choice(("wide", "wide", "stack"))
    time = words.clock(rng)
    if style == "wide":
        body.sheet.text(body.width / 2, y, words.date(rng, brief.language), face, 19, ink, anchor="m")
        body.sheet.text(body.width / 2, y + 84, time, face, 82, ink, True, "m")
    else:
        for row, part in enumerate(time.split(":")):
            body.sheet.text(body.width / 2, y + 60 + 74 * row, part, face, 80, ink, False, "m")


def ios(rng: Random, brief: Brief) -> Item:
    """An iPhone's lock screen: a lost-mode message, or the number in a notification."""
    body = phone(rng, rng.choice(("ios", "ios", "ios", "ios_old")), (0, 0, 0))
    picture, face = _backdrop(rng, body), fonts.choose(rng, "ios")
    ink = ink_on(picture, 0, 0.3)
    _clock(rng, body, brief, face, ink, body.top + 46)
    size, shadow = rng.choice((13, 14, 15, 16, 17)), rng.choice((0, 0.7))
    low = ink_on(picture, 0.4, 0.7)
    if rng.random() < 0.35:
        y = body.height * rng.uniform(0.42, 0.6)
        lines = [(rng.choice(("Find My", "Device Manager", "Notes", "MDM Agent")), Entry("", ""))] + message(
            rng, brief
        )
        block(rng, body, lines, y, face, size, low, "l", rng.choice(("dark", "glass", "light")))
    else:
        lines = message(rng, brief)
        if rng.random() < 0.4:
            lines.insert(
                0,
                (
                    rng.choice(("iPhone Lost", "iPhone Unavailable", words.say("locked", brief.language))),
                    Entry("", ""),
                ),
            )
        block(
            rng,
            body,
            lines,
            body.height * rng.uniform(0.34, 0.72),
            face,
            size,
            low,
            "m",
            rng.choice(("", "", "", "dark", "light", "glass")),
            shadow,
        )
    status_bar(rng, body, face, ink, rng.choice(words.CARRIERS))
    if body.corner > 45:
        for x in (56, body.width - 56):
            body.sheet.ellipse(x - 24, body.height - 96, 48, 48, (60, 60, 66), alpha=0.55)
        body.sheet.rect(body.width / 2 - 66, body.height - 14, 132, 5, low, 2.5)
    body.sheet.text(
        body.width / 2,
        body.height - 30,
        words.say("swipe", brief.language),
        face,
        13,
        low,
        anchor="m",
        shadow=shadow,
    )
    return screen_item(body, brief, "lockscreen", "lock_ios", glow=rng.uniform(0.5, 1.0))


def samsung(rng: Random, brief: Brief) -> Item:
    """A Galaxy's lock screen with its owner information."""
    body = phone(rng, "android", (0, 0, 0))
    picture, face = _backdrop(rng, body), fonts.choose(rng, "samsung")
    ink, low = ink_on(picture, 0, 0.3), ink_on(picture, 0.3, 0.8)
    time = words.clock(rng)
    body.sheet.text(body.width / 2, body.height * 0.2, time, face, 58, ink, anchor="m", shadow=0.5)
    body.sheet.text(
        body.width / 2, body.height * 0.2 + 26, words.date(rng, brief.language), face, 15, ink, anchor="m"
    )
    block(
        rng,
        body,
        message(rng, brief),
        body.height * rng.uniform(0.27, 0.75),
        face,
        rng.choice((12, 13, 14, 15, 16)),
        low,
        "m",
        rng.choice(("", "", "", "dark", "glass", "light")),
        rng.choice((0, 0.8)),
    )
    for x in (36, body.width - 36):
        body.sheet.ellipse(x - 13, body.height - 52, 26, 26, None, low, 2)
    body.sheet.text(
        body.width / 2, body.height - 34, words.say("swipe", brief.language), face, 12, low, anchor="m"
    )
    status_bar(rng, body, face, ink, rng.choice(words.CARRIERS))
    return screen_item(body, brief, "lockscreen", "lock_samsung", glow=rng.uniform(0.5, 1.0))


def pixel(rng: Random, brief: Brief) -> Item:
    """A Pixel's lock screen: a two-row clock, owner information below."""
    body = phone(rng, "android", (0, 0, 0))
    picture, face = _backdrop(rng, body), fonts.choose(rng, "android")
    ink, low = ink_on(picture, 0.05, 0.4), ink_on(picture, 0.5, 0.9)
    body.sheet.text(28, 80, words.date(rng, brief.language), face, 16, ink)
    for row, part in enumerate(words.clock(rng).split(":")):
        body.sheet.text(body.width / 2, body.height * 0.27 + 96 * row, part, face, 104, ink, anchor="m")
    block(
        rng,
        body,
        message(rng, brief),
        body.height * rng.uniform(0.5, 0.76),
        face,
        rng.choice((13, 14, 15, 16)),
        low,
        "m",
        rng.choice(("", "", "", "light", "dark")),
        rng.choice((0, 0.6)),
    )
    body.sheet.ellipse(body.width / 2 - 22, body.height - 108, 44, 44, None, low, 2)
    body.sheet.text(
        body.width / 2, body.height - 26, words.say("emergency", brief.language), face, 13, low, anchor="m"
    )
    status_bar(rng, body, face, ink, rng.choice(words.CARRIERS))
    return screen_item(body, brief, "lockscreen", "lock_pixel", glow=rng.uniform(0.5, 1.0))


def pin(rng: Random, brief: Brief) -> Item:
    """A PIN pad with the number above it."""
    family = rng.choice(("android", "android", "old", "ios"))
    body = phone(rng, family, (0, 0, 0))
    picture, face = (
        _backdrop(rng, body),
        fonts.choose(rng, "ios" if family == "ios" else rng.choice(("android", "samsung"))),
    )
    ink = ink_on(picture)
    body.sheet.text(body.width / 2, body.top + 44, words.clock(rng), face, 30, ink, anchor="m")
    below = block(
        rng,
        body,
        message(rng, brief),
        body.top + 70,
        face,
        rng.choice((13, 14, 15)),
        ink,
        "m",
        rng.choice(("", "", "dark")),
        0.5,
    )
    top = max(below + 30, body.height * 0.46)
    body.sheet.text(body.width / 2, top, words.say("pin", brief.language), face, 17, ink, anchor="m")
    gap = (body.height - 60 - top) / 4.2
    for at, key in enumerate("123456789*0#"):
        body.sheet.text(
            body.width * (0.22 + 0.28 * (at % 3)), top + gap * (at // 3 + 0.9), key, face, 27, ink, anchor="m"
        )
    body.sheet.text(
        body.width / 2, body.height - 18, words.say("emergency", brief.language), face, 13, ink, anchor="m"
    )
    status_bar(rng, body, face, ink, rng.choice(words.CARRIERS))
    return screen_item(body, brief, "lockscreen", "lock_pin", glow=rng.uniform(0.5, 1.0))


def mdm(rng: Random, brief: Brief) -> Item:
    """A notice that a device manager has locked the phone, sometimes with barcodes."""
    back: Color = rng.choice(
        (
            (20, 22, 26),
            (250, 250, 250),
            (28, 70, 190),
            (200, 22, 34),
            (240, 240, 245),
            (0, 0, 0),
            (14, 90, 90),
        )
    )
    body = phone(rng, rng.choice(("android", "android", "ios", "ios_old")), back)
    face, ink = fonts.choose(rng, rng.choice(("android", "samsung", "ios"))), ink_on(back)
    middle, y = body.width / 2, body.height * rng.uniform(0.2, 0.28)
    body.sheet.rect(middle - 15, y, 30, 22, ink, 4)
    body.sheet.ellipse(middle - 10, y - 15, 20, 24, None, ink, 4)
    body.sheet.rect(middle - 15, y, 30, 22, ink, 4)
    body.sheet.text(middle, y + 62, words.say("locked", brief.language), face, 22, ink, True, "m")
    y, size, soft = y + 98, rng.choice((15, 17, 20, 22)), tuple((a * 2 + b) // 3 for a, b in zip(ink, back))
    for entry in brief.entries:
        body.sheet.text(middle, y, entry.caption, face, 13, soft, anchor="m")
        body.sheet.text(
            middle,
            y + size * 1.25,
            entry.text,
            face,
            size,
            ink,
            rng.random() < 0.5,
            "m",
            entry.number,
            fit=body.width - 60,
        )
        y += size * 1.4 + 26
    bars = brief.wants_bars(rng, 0.4)
    if bars:
        for entry in brief.entries:
            wide = body.width * 0.66
            body.sheet.rect(middle - wide / 2 - 10, y - 4, wide + 20, 52, (255, 255, 255), 2)
            body.sheet.bars(code128(entry.payload), middle - wide / 2, y + 2, wide, 40)
            y += 64
    body.sheet.text(
        middle, y + 18, words.say("lost", brief.language), face, 13, soft, anchor="m", fit=body.width - 40
    )
    body.sheet.text(middle, y + 38, brief.note("phone", ids.phone(rng)), face, 14, soft, anchor="m")
    body.sheet.text(
        middle, body.height - 28, words.say("emergency", brief.language), face, 14, soft, anchor="m"
    )
    status_bar(rng, body, face, ink, words.clock(rng))
    return screen_item(body, brief, "lockscreen", "lock_mdm", bars, rng.uniform(0.5, 1.0))


def old(rng: Random, brief: Brief) -> Item:
    """An old Android phone: square screen, big thin clock, a line of owner information."""
    body = phone(rng, "old", (0, 0, 0))
    picture, face = _backdrop(rng, body), fonts.choose(rng, "android")
    ink = ink_on(picture)
    body.sheet.text(body.width / 2, 150, words.clock(rng), face, 78, ink, anchor="m", shadow=0.5)
    body.sheet.text(body.width / 2, 180, words.date(rng, brief.language).upper(), face, 13, ink, anchor="m")
    block(
        rng,
        body,
        message(rng, brief),
        rng.uniform(230, 400),
        face,
        rng.choice((12, 13, 14, 15)),
        ink,
        "m",
        rng.choice(("", "", "dark")),
        0.7,
    )
    body.sheet.ellipse(body.width / 2 - 24, body.height - 100, 48, 48, None, ink, 2)
    body.sheet.text(
        body.width / 2, body.height - 16, words.say("emergency", brief.language), face, 12, ink, anchor="m"
    )
    status_bar(rng, body, face, ink, rng.choice(words.CARRIERS))
    return screen_item(body, brief, "lockscreen", "lock_old", glow=rng.uniform(0.5, 0.95))

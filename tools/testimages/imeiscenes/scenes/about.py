"""About pages of the settings: lists of names and values."""

from __future__ import annotations

from random import Random

from .. import fonts, words
from .. import identifiers as ids
from ..brief import Brief, Entry
from ..item import Item, phone, screen_item, status_bar
from ..sheet import Color


def ios(rng: Random, brief: Brief) -> Item:
    """General > About on an iPhone: grouped cards, values on the right."""
    dark = rng.random() < 0.45
    back: Color = (0, 0, 0) if dark else (242, 242, 247)
    card: Color = (28, 28, 30) if dark else (255, 255, 255)
    ink: Color = (250, 250, 250) if dark else (8, 8, 10)
    soft: Color = (152, 152, 158) if dark else (120, 120, 126)
    body = phone(rng, rng.choice(("ios", "ios", "ios_old")), back)
    face, size = fonts.choose(rng, "ios"), rng.choice((14, 15, 16, 17))
    status_bar(rng, body, face, ink, words.clock(rng))
    y = body.top + 34
    body.sheet.text(body.width / 2, y, words.say("about_ios", brief.language), face, 17, ink, True, "m")
    body.sheet.text(14, y, "‹ " + words.say("general", brief.language), face, 16, (20, 110, 250))
    groups = [
        [
            Entry(words.say("model", brief.language), "M" + ids.serial(rng)[-4:] + "3B/A"),
            Entry(words.say("serial", brief.language), brief.note("serial", ids.serial(rng))),
        ],
        [
            Entry("Wi-Fi", ids.mac(rng)),
            Entry("Bluetooth", ids.mac(rng)),
            Entry("Modem", f"{rng.randrange(1, 9)}.{rng.randrange(10, 99)}.0{rng.randrange(9)}"),
        ],
        [
            Entry(words.say("network", brief.language), rng.choice(words.CARRIERS)),
            brief.entries[0],
            Entry("ICCID", brief.note("iccid", ids.iccid(rng))),
            *brief.entries[1:],
        ],
    ]
    if rng.random() < 0.6:
        groups.append([Entry("EID", brief.note("eid", ids.eid(rng)))])
    if brief.numbers and not brief.neg_kind and rng.random() < 0.3:
        groups[2].append(Entry("MEID", brief.note("meid", ids.meid_of(brief.numbers[0].digits))))
    if rng.random() < 0.4:
        groups = groups[1:]
    y += 24
    row_height = size * 2.5
    for group in groups:
        body.sheet.rect(16, y, body.width - 32, row_height * len(group), card, 10)
        for at, row in enumerate(group):
            base = y + row_height * at + row_height * 0.5 + size * 0.36
            if at:
                body.sheet.line(
                    [(32, y + row_height * at), (body.width - 16, y + row_height * at)],
                    (58, 58, 62) if dark else (214, 214, 218),
                    0.6,
                )
            used = body.sheet.text(32, base, row.caption, face, size, ink)
            body.sheet.text(
                body.width - 32,
                base,
                row.text,
                face,
                size,
                soft,
                anchor="r",
                number=row.number,
                fit=max(90.0, body.width - 76 - used),
            )
        y += row_height * len(group) + 20
    return screen_item(body, brief, "settings", "about_ios", glow=rng.uniform(0.6, 1.0))


def _android_rows(rng: Random, brief: Brief) -> list[Entry]:
    """The rows about the IMEIs on an Android page: only what is shown is noted."""
    language = brief.language

    def other(kind: str, value: str) -> str:
        return brief.note(kind, value)

    before = [
        lambda: Entry(
            words.say("phone", language), "Unknown" if rng.random() < 0.5 else other("phone", ids.phone(rng))
        ),
        lambda: Entry(words.say("model", language), rng.choice(words.MODELS)),
        lambda: Entry(words.say("serial", language), other("serial", ids.serial(rng))),
    ]
    build = f"{rng.choice(('SKQ1', 'UP1A', 'TP1A'))}.{rng.randrange(210000, 239999)}.00{rng.randrange(9)}"
    after = [
        lambda: Entry("IMEI SV", f"{rng.randrange(1, 90):02d}"),
        lambda: Entry("ICCID", other("iccid", ids.iccid(rng))),
        lambda: Entry(words.say("version", language), str(rng.randrange(9, 16))),
        lambda: Entry(words.say("build", language), build),
        lambda: Entry("EID", other("eid", ids.eid(rng))),
    ]
    first = rng.randrange(0, 3)
    return [row() for row in before[first:]] + brief.entries + [row() for row in after if rng.random() < 0.6]


def android(rng: Random, brief: Brief) -> Item:
    """About phone or Status on Android: value under its name, or beside it."""
    dark = rng.random() < 0.4
    back: Color = (
        rng.choice(((12, 12, 14), (30, 30, 33), (0, 0, 0)))
        if dark
        else rng.choice(((250, 250, 250), (240, 240, 244), (238, 242, 236)))
    )
    ink: Color = (240, 240, 242) if dark else (26, 26, 30)
    soft: Color = (170, 170, 176) if dark else (96, 96, 102)
    body = phone(rng, rng.choice(("android", "android", "android", "old")), back)
    face, size = fonts.choose(rng, rng.choice(("android", "samsung"))), rng.choice((13, 14, 15))
    status_bar(rng, body, face, ink, words.clock(rng))
    y = body.top + 44
    body.sheet.text(20, y, words.say("about", brief.language), face, rng.choice((19, 22, 26)), ink)
    y += 30
    beside, carded = rng.random() < 0.3, rng.random() < 0.4
    rows = _android_rows(rng, brief)
    step = size * (2.7 if beside else 3.9)
    if carded:
        body.sheet.rect(
            12, y - 8, body.width - 24, step * len(rows) + 16, (40, 40, 44) if dark else (255, 255, 255), 18
        )
    for row in rows:
        if beside:
            used = body.sheet.text(24, y + size * 1.6, row.caption, face, size, ink)
            body.sheet.text(
                body.width - 24,
                y + size * 1.6,
                row.text,
                face,
                size,
                soft,
                anchor="r",
                number=row.number,
                fit=max(110.0, body.width - 60 - used),
            )
        else:
            body.sheet.text(24, y + size * 1.5, row.caption, face, size * 1.14, ink)
            body.sheet.text(
                24, y + size * 2.9, row.text, face, size, soft, number=row.number, fit=body.width - 48
            )
        y += step
    return screen_item(body, brief, "settings", "about_android", glow=rng.uniform(0.55, 1.0))

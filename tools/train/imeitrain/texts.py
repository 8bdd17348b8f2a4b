"""Lines of text as they stand on phones, boxes, labels and bags."""

from __future__ import annotations

from random import Random

CAPTIONS = [
    "IMEI", "IMEI:", "IMEI 1", "IMEI 2", "IMEI1", "IMEI2", "IMEI1:", "IMEI2:", "IMEI 1:", "IMEI 2:",
    "IMEI/MEID", "IMEI/MEID:", "IMEI (slot 1)", "IMEI (slot 2)", "IMEI (sim slot 1)", "IMEI No.",
    "IMEI (sim slot 2)", "IMEI-1", "IMEI-2", "IMEISV", "IMEISV:", "IMEI SV", "IMEI SIM 1", "IMEI SIM 2",
    "Digital IMEI", "Available SIM", "IMEI number", "IMEI-Nummer", "Numero IMEI", "Code IMEI", "IMEI No:",
]
OTHERS = [
    "MEID", "MEID:", "SN", "SN:", "S/N", "S/N:", "Serial No.", "Serial Number", "Serial no:", "EID",
    "EID:", "ICCID", "ICCID:", "Model", "Model No.", "Model:", "Wi-Fi address", "Bluetooth", "GTIN",
    "EAN", "UPC", "Order No.", "Order ID:", "Tracking", "Tracking No.", "AWB", "Ref.", "Case no.",
    "Exhibit", "Seal No.", "Bag No.", "IMSI", "Card", "Card No.", "Phone", "Tel:", "Number", "P/N",
    "Part No.", "Seriennummer", "Num\N{LATIN SMALL LETTER E WITH ACUTE}ro de s\N{LATIN SMALL LETTER E WITH GRAVE}rie",
    "Lot", "Date", "Date code", "FCC ID:", "IC:", "HVIN", "CMIIT ID", "Batch", "MAC", "SIM", "SKU", "SVN",
]
WORDS = (
    "settings about phone device status information regulatory carrier lock screen emergency call "
    "contact owner this is lost please return property police evidence seized date time officer "
    "station exhibit made in china vietnam india assembled designed by rated input output battery "
    "black white blue silver gold storage memory ram gb unlocked network provider version build "
    "general legal certification ok cancel done copy dual standby active hotspot diagnostics power "
    "restart device info bootloader product name hardware secure boot enter passcode activation "
    "apple id sign in to activate find my disabled try again minutes swipe up open monday tuesday "
    "january february march receipt total price qty item description warranty shipping customer"
).split()
_UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_DIGITS = "0123456789"


def _digits(random: Random, count: int) -> str:
    return "".join(random.choice(_DIGITS) for _ in range(count))


def check_digit(body: str) -> str:
    """The Luhn check digit of 14 digits."""
    total = 0
    for index, character in enumerate(body):
        digit = int(character) * (2 if index % 2 else 1)
        total += digit - 9 * (digit > 9)
    return str(-total % 10)


def imei(random: Random) -> str:
    """Fifteen digits; one in five with a check digit that differs, so that none is learnt."""
    body = random.choice(["35", "35", "35", "86", "86", "01", "99", "91", "44", "52"])
    body += _digits(random, 12)
    return body + (check_digit(body) if random.random() < 0.8 else random.choice(_DIGITS))


def grouped(random: Random, digits: str) -> str:
    """Fifteen digits in one of the groupings in use."""
    kind = random.random()
    if kind < 0.5:
        return digits
    separator = random.choice([" ", " ", " ", "-", "/", ".", " - "])
    cuts = random.choice(
        [(2, 8, 14), (2, 8, 14), (8, 14), (6, 8, 14), (6, 8), (4, 8, 12), (5, 10), (3, 6, 9, 12), (14,)]
    )
    edges = [0, *cuts, 15]
    return separator.join(digits[a:b] for a, b in zip(edges, edges[1:]))


def number(random: Random) -> str:
    """An IMEI, with or without a software version, or another long number."""
    kind = random.random()
    if kind < 0.66:
        text = grouped(random, imei(random))
        if random.random() < 0.1:
            text += random.choice([" / ", "/", " "]) + _digits(random, 2)
        if random.random() < 0.06:
            places = [i for i, c in enumerate(text) if c.isdigit()]
            start = random.choice(places)
            mask = random.choice(["*", "X", "\N{BULLET}", "#"])
            cut = random.randint(1, 6)
            text = "".join(mask if start <= i < start + cut and c.isdigit() else c for i, c in enumerate(text))
        return text
    if kind < 0.74:
        digits = "89" + _digits(random, random.choice([17, 18, 30]))
        step = random.choice([4, 5, 32])
        return " ".join(digits[i : i + step] for i in range(0, len(digits), step))
    if kind < 0.82:
        return "+" + _digits(random, 2) + " " + _digits(random, 3) + " " + _digits(random, random.randint(3, 7))
    return _digits(random, random.randint(6, 18))


def word(random: Random) -> str:
    """A word, a serial or a stray number."""
    kind = random.random()
    if kind < 0.6:
        text = random.choice(WORDS)
        return random.choice([text, text.capitalize(), text.upper()])
    if kind < 0.85:
        return "".join(random.choice(_UPPER + _DIGITS) for _ in range(random.randint(3, 12)))
    kind = random.randint(0, 4)
    if kind == 0:
        return f"{random.randint(0, 23)}:{random.randint(0, 59):02d}"
    if kind == 1:
        return f"{random.randint(1, 31):02d}{random.choice('/.-')}{random.randint(1, 12):02d}{random.choice('/.-')}{random.randint(2012, 2027)}"
    if kind == 2:
        return f"{random.randint(0, 100)}%"
    if kind == 3:
        return ":".join(f"{random.randint(0, 255):02X}" for _ in range(6))
    return str(random.randint(0, 99999))


def line(random: Random) -> str:
    """One line: bare numbers, captioned numbers, and everything else that looks like a line."""
    kind = random.random()
    if kind < 0.42:
        return number(random)
    if kind < 0.68:
        caption = random.choice(CAPTIONS if random.random() < 0.65 else OTHERS)
        if random.random() < 0.3:
            caption = caption.upper()
        gap = random.choice([" ", " ", "  ", "   ", ": ", "" if caption.endswith(":") else " "])
        return caption + gap + number(random)
    if kind < 0.74:
        return random.choice(OTHERS) + " " + word(random)
    if kind < 0.80:
        return random.choice(CAPTIONS + OTHERS)
    return " ".join(word(random) for _ in range(random.choice([1, 1, 2, 3, 4])))

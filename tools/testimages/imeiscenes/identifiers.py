"""Numbers that stand on phones, labels and papers: IMEIs, and everything that is not one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

# First two digits and their share: allocating bodies first, then the historic ones.
REPORTING_BODIES = (
    ("35", 62),
    ("86", 20),
    ("01", 6),
    ("91", 4),
    ("99", 2),
    ("33", 1),
    ("44", 1),
    ("45", 1),
    ("49", 1),
    ("51", 1),
    ("52", 1),
)
PLACEHOLDERS = (
    "000000000000000",
    "004999010640000",
    "012345678901234",
    "111111111111111",
    "358240051111110",
    "135790246811220",
)


@dataclass(frozen=True)
class Number:
    """One IMEI as it is printed."""

    digits: str
    """The 15 digits, grouping and software version left out."""
    printed: str
    """The exact printed string."""

    @property
    def luhn_ok(self) -> bool:
        """Whether the printed check digit agrees."""
        return luhn_valid(self.digits)


def luhn_digit(body: str) -> str:
    """The check digit that follows `body`."""
    total = 0
    for place, character in enumerate(reversed(body)):
        value = int(character) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def luhn_valid(digits: str) -> bool:
    """Whether the last digit is the check digit of those before it."""
    return luhn_digit(digits[:-1]) == digits[-1]


def digits(rng: Random, count: int) -> str:
    """`count` random digits."""
    return "".join(rng.choice("0123456789") for _ in range(count))


def imei(rng: Random) -> str:
    """A 15-digit IMEI with an allocating or historic reporting body."""
    while True:
        bodies, shares = zip(*REPORTING_BODIES)
        body = rng.choices(bodies, shares)[0] + digits(rng, 12)
        value = body + luhn_digit(body)
        if value not in PLACEHOLDERS:
            return value


def second_imei(rng: Random, first: str) -> str:
    """The IMEI of the other SIM slot: a neighbouring serial, or the next TAC."""
    tac, serial = int(first[:8]), int(first[8:14])
    way = rng.random()
    if way < 0.6:
        serial = (serial + rng.choice((1, 1, 1, 8, 9, 10))) % 1_000_000
    elif way < 0.85:
        tac += 1
    else:
        serial = rng.randrange(1_000_000)
    body = f"{tac:08d}{serial:06d}"
    value = body + luhn_digit(body)
    return value if value != first else second_imei(rng, first)


def imeis(rng: Random, dual_share: float = 0.45) -> list[str]:
    """One IMEI, or the two of a dual-SIM device."""
    first = imei(rng)
    return [first, second_imei(rng, first)] if rng.random() < dual_share else [first]


GROUPINGS = {
    "plain": lambda d: d,
    "2-6-6-1": lambda d: f"{d[:2]} {d[2:8]} {d[8:14]} {d[14]}",
    "2-6-6-1-dash": lambda d: f"{d[:2]}-{d[2:8]}-{d[8:14]}-{d[14]}",
    "8-6-1": lambda d: f"{d[:8]} {d[8:14]} {d[14]}",
    "6-2-6-1": lambda d: f"{d[:6]} {d[6:8]} {d[8:14]} {d[14]}",
    "6-2-6-1-slash": lambda d: f"{d[:6]}/{d[6:8]}/{d[8:14]}/{d[14]}",
    "6-2-6-1-dash": lambda d: f"{d[:6]}-{d[6:8]}-{d[8:14]}-{d[14]}",
    "4-4-4-3": lambda d: f"{d[:4]} {d[4:8]} {d[8:12]} {d[12:]}",
    "5-5-5": lambda d: f"{d[:5]} {d[5:10]} {d[10:]}",
}
GROUPING_SHARES = {
    "plain": 56,
    "2-6-6-1": 14,
    "2-6-6-1-dash": 4,
    "8-6-1": 6,
    "6-2-6-1": 6,
    "6-2-6-1-slash": 4,
    "6-2-6-1-dash": 2,
    "4-4-4-3": 5,
    "5-5-5": 3,
}


def choose_grouping(rng: Random) -> str:
    """The name of a grouping, at the share it has in print."""
    return rng.choices(list(GROUPING_SHARES), list(GROUPING_SHARES.values()))[0]


def printed(rng: Random, value: str, grouping: str | None = None, sv: bool | None = None) -> Number:
    """`value` in a printed form: a grouping, sometimes with the software version behind it."""
    name = grouping or choose_grouping(rng)
    text = GROUPINGS[name](value)
    if sv if sv is not None else (name in ("plain", "8-6-1") and rng.random() < 0.1):
        text += rng.choice((" / ", "/", " / ")) + f"{rng.randrange(1, 79):02d}"
    return Number(value, text)


def bad_check(rng: Random, value: str) -> str:
    """`value` with a check digit that does not agree."""
    return value[:-1] + rng.choice([d for d in "0123456789" if d != value[-1]])


def masked(rng: Random, number: Number) -> Number:
    """`number` with a run of its digits replaced by a mask character."""
    places = [at for at, character in enumerate(number.printed) if character.isdigit()][:15]
    start, length = rng.choice(((5, 5), (6, 6), (8, 6), (0, 11), (4, 8), (9, 6)))
    mask = rng.choice("**X•x")
    text = list(number.printed)
    for at in places[start : start + length]:
        text[at] = mask
    return replace(number, printed="".join(text))


def meid(rng: Random) -> str:
    """A hexadecimal MEID of 14 characters with at least one letter digit."""
    return "A" + "".join(rng.choice("0123456789ABCDEF") for _ in range(13))


def meid_of(value: str) -> str:
    """The MEID of a dual-mode phone: the first 14 digits of its IMEI."""
    return value[:14]


def iccid(rng: Random) -> str:
    """A SIM card number of 19 or 20 digits, its last one a check digit."""
    country = rng.choice(("49", "44", "33", "39", "34", "31", "43", "48", "40", "90", "01"))
    body = "89" + country + digits(rng, rng.choice((14, 14, 15)))
    return body + luhn_digit(body)


def eid(rng: Random) -> str:
    """An eUICC identifier: 32 digits from 89, 1 modulo 97."""
    body = int("89" + rng.choice(("049032", "044045", "033023", "086030")) + digits(rng, 22)) * 100
    return str(body + (98 - body % 97))


def imsi(rng: Random) -> str:
    """A subscriber identity of 15 digits that happens to pass the Luhn check half the time."""
    value = rng.choice(("26201", "23415", "20801", "22210", "21407", "31026", "26006")) + digits(rng, 10)
    return value[:14] + luhn_digit(value[:14]) if rng.random() < 0.5 else value


def amex(rng: Random) -> str:
    """A 15-digit payment card number in the test range's shape, always valid by Luhn."""
    body = rng.choice(("34", "37")) + digits(rng, 12)
    value = body + luhn_digit(body)
    return f"{value[:4]} {value[4:10]} {value[10:]}"


def ean13(rng: Random) -> str:
    """A retail article number with its check digit."""
    body = rng.choice(("400", "690", "694", "880", "019", "471", "500")) + digits(rng, 9)
    total = sum(int(c) * (3 if at % 2 else 1) for at, c in enumerate(body))
    return body + str(-total % 10)


def tracking(rng: Random) -> str:
    """A parcel number."""
    letters = "".join(rng.choice("ABCDEFGHJKLMNPRSTUVXYZ") for _ in range(2))
    return rng.choice(
        (
            f"{letters}{digits(rng, 9)}{rng.choice(('GB', 'DE', 'CN', 'US', 'NL'))}",
            "1Z" + "".join(rng.choice("0123456789ABCDEFGHJKLMNPRSTUVWXYZ") for _ in range(16)),
            "00340434" + digits(rng, 12),
            digits(rng, 12),
        )
    )


def phone(rng: Random) -> str:
    """A telephone number from the ranges set aside for drama."""
    tail = digits(rng, 4)
    return rng.choice(
        (
            f"+44 7700 900{tail[:3]}",
            f"+1 ({rng.choice(('212', '305', '415'))}) 555-01{tail[:2]}",
            f"+61 491 570 {tail[:3]}",
            f"+49 30 23125 {tail[:3]}",
            f"+33 1 99 00 {tail[:2]} {tail[2:]}",
            f"+353 20 910 {tail}",
        )
    )


def serial(rng: Random) -> str:
    """A device's serial number."""
    letters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    pick = lambda count: "".join(rng.choice(letters) for _ in range(count))  # noqa: E731
    return rng.choice(
        (
            lambda: "R" + pick(10),
            lambda: pick(12),
            lambda: pick(10),
            lambda: "F2L" + pick(9),
            lambda: f"{digits(rng, 5)}/{rng.choice('ABCDEF')}{digits(rng, 8)}",
        )
    )()


def order_luhn15(rng: Random) -> str:
    """A 15-digit order number that passes the Luhn check by chance."""
    body = rng.choice(("3", "30", "35", "86", "1", "20", "99")) + digits(rng, 13)
    body = body[:14]
    return body + luhn_digit(body)


def nonluhn15(rng: Random) -> str:
    """A 15-digit number that does not pass the Luhn check."""
    return bad_check(rng, order_luhn15(rng))


def mac(rng: Random) -> str:
    """A hardware network address."""
    return ":".join("".join(rng.choice("0123456789ABCDEF") for _ in range(2)) for _ in range(6))

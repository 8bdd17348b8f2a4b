"""What phones and papers say, in the languages they say it in."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from random import Random

LANGUAGES = ("en", "en", "en", "de", "fr", "es", "it", "nl", "pl", "ro", "tr", "pt", "sv", "cs", "ru")

_WORDS: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8")
)

_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}


def say(word: str, language: str) -> str:
    """A phrase in a language, English where it is missing."""
    table = _WORDS[word]
    return table.get(language, table["en"])


def date(rng: Random, language: str) -> str:
    """A weekday and date as lock screens show them."""
    weekday = rng.choice(_WEEKDAYS.get(language, _WEEKDAYS["en"]).split())
    month = rng.choice(_MONTHS.get(language, _MONTHS["en"]).split())
    day = rng.randrange(1, 29)
    return f"{weekday} {month} {day}" if language == "en" else f"{weekday}, {day}. {month}"


def clock(rng: Random) -> str:
    """A time of day."""
    return f"{rng.randrange(0, 24):02d}:{rng.randrange(60):02d}"


def short_date(rng: Random) -> str:
    """A date as forms carry it."""
    day, month, year = rng.randrange(1, 29), rng.randrange(1, 13), rng.randrange(2023, 2027)
    return rng.choice(
        (
            f"{day:02d}/{month:02d}/{year % 100}",
            f"{day:02d}.{month:02d}.{year}",
            f"{year}-{month:02d}-{day:02d}",
        )
    )


@dataclass(frozen=True)
class Captions:
    """How a device names its IMEIs."""

    forms: tuple[str, ...]

    def of(self, slot: int) -> str:
        """The caption of a slot."""
        return self.forms[min(slot, len(self.forms) - 1)]


_SINGLE = (
    "IMEI",
    "IMEI",
    "IMEI",
    "Imei",
    "IMEI No.",
    "IMEI Nr.",
    "IMEI-Nr.",
    "N° IMEI",
    "IMEI/MEID",
    "IMEI number",
)
_DOUBLE = (
    ("IMEI1", "IMEI2"),
    ("IMEI 1", "IMEI 2"),
    ("IMEI (SIM 1)", "IMEI (SIM 2)"),
    ("IMEI (slot 1)", "IMEI (slot 2)"),
    ("IMEI (sim slot 1)", "IMEI (sim slot 2)"),
    ("IMEI", "IMEI2"),
    ("IMEI", "IMEI"),
)


def captions(rng: Random, count: int) -> Captions:
    """The captions for `count` IMEIs."""
    return Captions((rng.choice(_SINGLE),) if count == 1 else rng.choice(_DOUBLE))


def join(rng: Random) -> str:
    """What stands between a caption and its number on one line."""
    return rng.choice((": ", ": ", ":", " ", " : ", " - "))


CARRIERS = (
    "Vodafone",
    "Telekom.de",
    "O2-UK",
    "Orange",
    "EE",
    "Movistar",
    "TIM",
    "T-Mobile",
    "Lebara",
    "No SIM",
)
MAKES = (
    "SAMSUNG",
    "Xiaomi",
    "OPPO",
    "HUAWEI",
    "motorola",
    "NOKIA",
    "OnePlus",
    "realme",
    "vivo",
    "HONOR",
    "TCL",
    "ZTE",
)
MODELS = (
    "SM-A546B/DS",
    "SM-G991B",
    "CPH2343",
    "23021RAA2Y",
    "XT2225-1",
    "TA-1581",
    "RMX3363",
    "MAR-LX1A",
    "V2111",
    "AC2003",
    "GX7AS",
    "A2633",
    "SM-S911B",
)
COLORS = ("Black", "Midnight", "Graphite", "Blue", "Awesome White", "Silver", "Mint")
STORAGE = ("64GB", "128GB", "256GB", "6GB+128GB", "8GB/256GB")

"""Typefaces of the machine by family, some of them held out for validation."""

from __future__ import annotations

import subprocess
from functools import lru_cache
from random import Random

from PIL import ImageFont

# Families of every kind that occurs: grotesque, humanist, condensed, serif, monospaced, seven-segment.
HELD_OUT = frozenset(
    {"Noto Sans Display", "Lato", "Fira Code", "B612", "P052", "PT Sans", "Go Mono", "DSEG7 Modern"}
)
_UNUSABLE = (
    "Hand", "Emoji", "Symbol", "Math", "D050", "Z003", "Chorus", "Smallcaps", "Thin", "Keyboard",
    "Humor", "Breip", "Typewriter", "DSEGWeather", "DSEG14", "ExtraLight", "GNUTypewriter",
)


@lru_cache(maxsize=1)
def families() -> dict[str, list[str]]:
    """Font files by family name, sorted, without those whose digits nobody prints."""
    listing = subprocess.run(
        ["fc-list", "--format", "%{file}\t%{family}\n"], capture_output=True, text=True, check=True
    ).stdout
    found: dict[str, list[str]] = {}
    for line in sorted(set(listing.splitlines())):
        file, _, names = line.partition("\t")
        family = names.split(",")[0].strip()
        usable = not any(word in file or word in family for word in _UNUSABLE)
        latin = "/noto/Noto" not in file or any(
            name in file for name in ("NotoSans-", "NotoSerif-", "NotoSansDisplay", "NotoSansMono",
                                      "NotoMono", "NotoSerifDisplay"))
        if usable and latin and file.endswith((".ttf", ".otf")):
            found.setdefault(family, []).append(file)
    return dict(sorted(found.items()))


@lru_cache(maxsize=2)
def pool(held_out: bool) -> list[list[str]]:
    """Files of each family of one side of the split."""
    return [files for name, files in families().items() if (name in HELD_OUT) == held_out]


@lru_cache(maxsize=4096)
def face(file: str, size: int) -> ImageFont.FreeTypeFont:
    """A font file at a size in pixels."""
    return ImageFont.truetype(file, size)


def is_segment(file: str) -> bool:
    """Whether a face draws seven-segment digits, which have no letters worth reading."""
    return "dseg" in file.lower()


def pick(random: Random, held_out: bool = False) -> str:
    """A font file; every family is as likely as any other."""
    return random.choice(random.choice(pool(held_out)))

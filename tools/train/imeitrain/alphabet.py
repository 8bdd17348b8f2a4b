"""The recogniser's classes: blank, digits, letters without case, and what parts them."""

from __future__ import annotations

BLANK = 0
# Case is folded: captions are compared without it, and the network need not tell O from o.
SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -/.,:;()#*+&=_'\"%@"
OTHER = "?"  # any character outside the alphabet: a bullet, an accent, a mask
CLASSES = 1 + len(SYMBOLS) + len(OTHER)

_FOLDED = str.maketrans(
    {
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\\": "/",
        "|": "/",
        "[": "(",
        "]": ")",
        "É": "E",
        "È": "E",
        "Ü": "U",
        "Ö": "O",
        "Ä": "A",
        "Ñ": "N",
        "Ó": "O",
        "Í": "I",
    }
)


def folded(text: str) -> str:
    """The text as the network is to read it."""
    text = " ".join(text.upper().translate(_FOLDED).split())
    return "".join(c if c in SYMBOLS else OTHER for c in text)


def labels(text: str) -> list[int]:
    """Class numbers of a text."""
    return [1 + (SYMBOLS + OTHER).index(c) for c in folded(text)]


def shown(classes: list[int]) -> str:
    """The text of class numbers, blanks left out."""
    return "".join((SYMBOLS + OTHER)[c - 1] for c in classes if c != BLANK)

"""Numbers in what a peer read: 15 digits with an agreeing check digit, standing as a token of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import product

GROUPINGS = ("15", "2-6-6-1", "6-2-6-1", "8-6-1", "8-7", "14-1", "4-4-4-3", "5-5-5")
"""How printed IMEIs are grouped."""

MAX_CHARACTERS = 200_000
"""Text beyond this is not looked at, whoever sent it."""

_SEPARATOR = r"[ \t]*[-/.][ \t]*|[ \t]+"
_RUNS = re.compile(rf"[0-9]+(?:(?:{_SEPARATOR})[0-9]+)*")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")


def _coarsenings(grouping: str) -> set[tuple[int, ...]]:
    """The grouping and all that is left of it when some separators were not seen."""
    lengths = [int(part) for part in grouping.split("-")]
    found = set()
    for kept in product((False, True), repeat=len(lengths) - 1):
        merged = lengths[:1]
        for length, apart in zip(lengths[1:], kept):
            merged = [*merged, length] if apart else [*merged[:-1], merged[-1] + length]
        found.add(tuple(merged))
    return found


_KNOWN = frozenset().union(*map(_coarsenings, GROUPINGS))
_LONGEST = max(map(len, _KNOWN))


def passes_luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value // 10 + value % 10
    return total % 10 == 0


def numbers(lines: Iterable[str]) -> list[str]:
    """The numbers in lines of text, each once, in the order in which they stand.

    A separator that the reader did not see is forgiven: it costs peers reads that a person would
    grant them. More digits before or behind, as in a card number, are not.
    """
    found: dict[str, None] = {}
    left = MAX_CHARACTERS
    for line in lines:
        text = unicodedata.normalize("NFKC", line[:left]).translate(_DASHES)
        left -= len(line)
        for run in _RUNS.finditer(text):
            for digits in _whole_tokens(re.findall(r"[0-9]+", run.group())):
                if passes_luhn(digits):
                    found[digits] = None
        if left <= 0:
            break
    return list(found)


def _whole_tokens(groups: Sequence[str]) -> Iterable[str]:
    start, free = 0, True
    while start < len(groups):
        end = _end(groups, start)
        if end and free and _may_end(groups, end):
            yield "".join(groups[start:end])
            start = end
            continue
        # A single digit in front is the slot of "IMEI 1"; two behind are a software version.
        free = len(groups[start]) == (1 if start == 0 else 2)
        start += 1


def _may_end(groups: Sequence[str], end: int) -> bool:
    return end == len(groups) or len(groups[end]) <= 2 or _end(groups, end) is not None


def _end(groups: Sequence[str], start: int) -> int | None:
    """Where a known grouping that starts at a group ends; the longest one counts."""
    for end in range(min(len(groups), start + _LONGEST), start, -1):
        if tuple(map(len, groups[start:end])) in _KNOWN:
            return end
    return None

"""Dot-matrix and ink-jet print: five by seven dots, slashed or open zero."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np

_ROWS = {
    "0": "01110 10001 10011 10101 11001 10001 01110", "1": "00100 01100 00100 00100 00100 00100 01110",
    "2": "01110 10001 00001 00010 00100 01000 11111", "3": "11111 00010 00100 00010 00001 10001 01110",
    "4": "00010 00110 01010 10010 11111 00010 00010", "5": "11111 10000 11110 00001 00001 10001 01110",
    "6": "00110 01000 10000 11110 10001 10001 01110", "7": "11111 00001 00010 00100 01000 01000 01000",
    "8": "01110 10001 10001 01110 10001 10001 01110", "9": "01110 10001 10001 01111 00001 00010 01100",
    "I": "01110 00100 00100 00100 00100 00100 01110", "M": "10001 11011 10101 10101 10001 10001 10001",
    "E": "11111 10000 10000 11110 10000 10000 11111", "S": "01111 10000 10000 01110 00001 00001 11110",
    "N": "10001 11001 10101 10011 10001 10001 10001", "D": "11100 10010 10001 10001 10001 10010 11100",
    "C": "01110 10001 10000 10000 10000 10001 01110", ":": "00000 01100 01100 00000 01100 01100 00000",
    " ": "00000 00000 00000 00000 00000 00000 00000", "-": "00000 00000 00000 11111 00000 00000 00000",
    "/": "00000 00001 00010 00100 01000 10000 00000", ".": "00000 00000 00000 00000 00000 01100 01100",
    "V": "10001 10001 10001 10001 10001 01010 00100", "P": "11110 10001 10001 11110 10000 10000 10000",
}
_OPEN_ZERO = "01110 10001 10001 10001 10001 10001 01110"


def written(random: Random, text: str, ink: int, ground: int) -> tuple[np.ndarray, float, tuple[float, float]]:
    """The text in dots, its digit height in pixels, and top and bottom of the digits."""
    from .render import Unfit

    if any(c not in _ROWS for c in text):
        raise Unfit
    pitch = 6
    radius = random.uniform(0.4, 0.72) * pitch
    advance = random.choice([6, 6, 7]) * pitch
    open_zero = random.random() < 0.4
    digit = 7 * pitch
    above, below, left = (random.uniform(0.1, 0.5) * digit for _ in range(3))
    image = np.full((int(digit + above + below), int(left * 2 + advance * len(text))), ground, np.float32)
    for place, character in enumerate(text):
        rows = (_OPEN_ZERO if character == "0" and open_zero else _ROWS[character]).split()
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if cell == "1" and random.random() > 0.01:
                    x = left + place * advance + (column + 0.5) * pitch
                    y = above + (row + 0.5) * pitch
                    center = (round(x * 16), round(y * 16))
                    cv2.circle(image, center, round(radius * 16), float(ink), -1, cv2.LINE_AA, 4)
    return image, float(digit), (above, above + digit)

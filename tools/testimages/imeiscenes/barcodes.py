"""Barcodes as rows of module widths (one-dimensional) or matrices (QR)."""

from __future__ import annotations

import numpy as np
import zxingcpp

_CODE128 = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 "
    "122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 "
    "321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 "
    "211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 "
    "213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 "
    "121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 "
    "241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 "
    "412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 "
    "211214 211232 2331112"
).split()
_START_B, _START_C, _TO_B, _TO_C, _STOP = 104, 105, 100, 99, 106


def code128_symbols(text: str) -> list[int]:
    """Symbol values of `text`, pairs of digits in set C where that is shorter."""
    symbols: list[int] = []
    mode, at = "", 0
    while at < len(text):
        run = 0
        while at + run < len(text) and text[at + run].isdigit():
            run += 1
        if run >= 4 and (run % 2 == 0 or mode == "C"):
            if mode != "C":
                symbols.append(_TO_C if mode else _START_C)
                mode = "C"
            for pair in range(run // 2):
                symbols.append(int(text[at + 2 * pair : at + 2 * pair + 2]))
            at += run // 2 * 2
        else:
            if mode != "B":
                symbols.append(_TO_B if mode else _START_B)
                mode = "B"
            symbols.append(ord(text[at]) - 32)
            at += 1
    check = symbols[0] + sum(place * value for place, value in enumerate(symbols))
    return [*symbols, check % 103, _STOP]


def code128(text: str) -> list[int]:
    """Widths in modules, bar first, of the Code 128 symbol of printable ASCII `text`."""
    return [int(width) for symbol in code128_symbols(text) for width in _CODE128[symbol]]


_EAN_L = ("3211", "2221", "2122", "1411", "1132", "1231", "1114", "1312", "1213", "3112")
_EAN_PARITY = (
    "LLLLLL",
    "LLGLGG",
    "LLGGLG",
    "LLGGGL",
    "LGLLGG",
    "LGGLLG",
    "LGGGLL",
    "LGLGLG",
    "LGLGGL",
    "LGGLGL",
)


def ean13(text: str) -> list[int]:
    """Widths in modules, bar first, of the EAN-13 symbol of 13 digits."""
    left = "".join(
        _EAN_L[int(digit)] if parity == "L" else _EAN_L[int(digit)][::-1]
        for digit, parity in zip(text[1:7], _EAN_PARITY[int(text[0])])
    )
    right = "".join(_EAN_L[int(digit)] for digit in text[7:])
    return [int(width) for width in "111" + left + "11111" + right + "111"]


def row(widths: list[int]) -> np.ndarray:
    """Modules of a one-dimensional symbol: 0 for a bar, 255 for a space."""
    return np.concatenate(
        [np.full(width, 0 if at % 2 == 0 else 255, np.uint8) for at, width in enumerate(widths)]
    )


def qr(text: str) -> np.ndarray:
    """Modules of a QR symbol without its quiet zone: 0 dark, 255 light."""
    symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    return np.array(symbol.to_image(scale=1, add_quiet_zones=False), np.uint8)

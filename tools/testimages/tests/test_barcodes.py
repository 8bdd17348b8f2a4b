from __future__ import annotations

from random import Random

import numpy as np
import pytest
import zxingcpp

from imeiscenes import barcodes
from imeiscenes import identifiers as ids


def _read(modules: np.ndarray) -> str:
    rows = modules[None].repeat(40, 0) if modules.ndim == 1 else modules.repeat(4, 0)
    picture = np.pad(rows.repeat(3 if modules.ndim == 1 else 4, 1), 40, constant_values=255)
    return zxingcpp.read_barcodes(np.ascontiguousarray(picture))[0].text


@pytest.mark.parametrize(
    "text", ["356938035643809", "35693803564380", "IMEI:35693803", "R58N12ABC3D", "A1", "12"]
)
def test_code_128_decodes(text: str) -> None:
    assert _read(barcodes.row(barcodes.code128(text))) == text


def test_digits_are_packed_in_pairs() -> None:
    assert len(barcodes.code128_symbols("35693803564380")) == 1 + 7 + 2


@pytest.mark.parametrize("seed", range(20))
def test_ean_13_decodes(seed: int) -> None:
    value = ids.ean13(Random(seed))
    assert _read(barcodes.row(barcodes.ean13(value))) == value


def test_qr_decodes() -> None:
    assert _read(barcodes.qr("SN:R5;IMEI:356938035643809")) == "SN:R5;IMEI:356938035643809"

from __future__ import annotations

import io
from random import Random

import pytest
from PIL import Image

from stationtrials import pictures


@pytest.mark.parametrize("imei", ["356938035643809", "490154203237518", "352099001761481"])
def test_check_digits_of_known_numbers(imei: str) -> None:
    assert pictures.check_digit(imei[:14]) == imei[14]


def test_a_misread_number_differs_in_its_place_and_its_check_digit_agrees() -> None:
    for seed in range(50):
        imei = pictures.number(Random(seed))
        wrong = pictures.misread(imei)
        assert wrong[9] != imei[9] and wrong[:9] == imei[:9] and wrong[10:14] == imei[10:14]
        assert pictures.check_digit(wrong[:14]) == wrong[14]


def test_a_picture_of_many_pixels_is_a_small_file() -> None:
    content = pictures.flat_png(3000, 2000)
    assert Image.open(io.BytesIO(content)).size == (3000, 2000)
    assert len(content) < 20_000


def test_drawn_pictures_open_and_spoilt_ones_do_not() -> None:
    assert Image.open(io.BytesIO(pictures.drawn(3))).size == (320, 120)
    for serial in range(1, 4):
        with pytest.raises(Exception, match=r".*"):
            Image.open(io.BytesIO(pictures.spoilt(serial))).load()


def test_committed_pictures_have_their_truth() -> None:
    found = pictures.committed("labels")
    assert all(picture.path.is_file() for picture in found)
    assert sum(len(picture.imeis) for picture in found) > 10

from __future__ import annotations

import io

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageOps

from imeiscenes import store

pillow_heif.register_heif_opener()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("container", ["jpg", "png", "webp", "heic"])
def test_viewers_show_the_picture_upright(orientation: int, container: str) -> None:
    picture = np.zeros((96, 160, 3), np.uint8)
    picture[:32, :48] = 255
    data = store.encode(
        store.stored_picture(picture, orientation), container, 90, "444", store.exif(orientation)
    )
    shown = np.asarray(ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB"))
    assert shown.shape == picture.shape
    assert np.abs(shown.astype(int) - picture).mean() < 8


@pytest.mark.parametrize("orientation", range(1, 9))
def test_points_follow_the_pixels(orientation: int) -> None:
    picture = np.zeros((96, 160, 3), np.uint8)
    picture[20, 10] = 255
    row, column, _ = np.argwhere(store.stored_picture(picture, orientation))[0]
    assert store.stored_points(np.array([[10.0, 20.0]]), (160, 96), orientation).tolist() == [[column, row]]

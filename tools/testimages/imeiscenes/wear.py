"""What time does to a surface: creases, scratches, dirt, fading, wrinkled plastic."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np

from . import textures, wallpaper
from .item import Item


def apply(rng: Random, item: Item, picture: np.ndarray) -> np.ndarray:
    """The rendering of an item (RGB bytes) with its wear; the truth is measured afterwards."""
    height, width = picture.shape[:2]
    factor = np.ones((height, width), np.float32)
    if item.material == "paper":
        factor *= 0.97 + 0.05 * _tile(rng, "paper", width, height, rng.uniform(0.5, 1.5))
    for defect in item.wear:
        if defect == "crease":
            factor *= _creases(rng, width, height)
        elif defect == "dirt":
            factor *= 1 - rng.uniform(0.05, 0.3) * _tile(rng, "dirt", width, height, rng.uniform(0.8, 2))
        elif defect == "scratches":
            picture = _scratches(rng, picture)
        elif defect == "fading":
            picture = _fading(rng, picture)
        elif defect == "wrinkles":
            picture = _wrinkles(rng, picture)
    if item.material == "paper" or {"crease", "dirt"} & set(item.wear):
        picture = cv2.multiply(picture, cv2.merge([factor] * 3), dtype=cv2.CV_8U)
    return picture


def _tile(rng: Random, name: str, width: int, height: int, zoom: float) -> np.ndarray:
    """A window of a texture, 0...1."""
    matrix = np.float32([[zoom, 0, rng.uniform(0, 500)], [0, zoom, rng.uniform(0, 500)]])
    grey = cv2.warpAffine(
        textures.field(name), matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP
    )
    return grey.astype(np.float32) / 255


def _creases(rng: Random, width: int, height: int) -> np.ndarray:
    """Folds: brightness steps with a thin line."""
    small = np.ones((96, 96), np.float32)
    y, x = np.mgrid[0:96, 0:96].astype(np.float32) / 96
    for _ in range(rng.randrange(1, 3)):
        angle = rng.choice((0.0, 1.57, rng.uniform(0, 3.1)))
        away = (x - rng.uniform(0.2, 0.8)) * np.cos(angle) + (y - rng.uniform(0.2, 0.8)) * np.sin(angle)
        small *= 1 + rng.uniform(-0.12, 0.12) * np.exp(-np.abs(away) * 9) * np.sign(away)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)


def _scratches(rng: Random, picture: np.ndarray) -> np.ndarray:
    """Fine bright lines."""
    over = picture.copy()
    height, width = picture.shape[:2]
    for _ in range(rng.randrange(2, 14)):
        x, y, angle, length = (
            rng.uniform(0, width),
            rng.uniform(0, height),
            rng.uniform(0, 6.3),
            rng.uniform(0.05, 0.5) * width,
        )
        end = (int(x + np.cos(angle) * length), int(y + np.sin(angle) * length))
        grey = rng.randrange(120, 230)
        cv2.line(over, (int(x), int(y)), end, (grey,) * 3, 1, cv2.LINE_AA)
    share = rng.uniform(0.15, 0.4)
    return cv2.addWeighted(over, share, picture, 1 - share, 0)


def _fading(rng: Random, picture: np.ndarray) -> np.ndarray:
    """Thermal paper that pales: contrast drops in bands and blotches."""
    height, width = picture.shape[:2]
    loss = wallpaper.cloud(rng, 64, 64, 0.5) * rng.uniform(0.15, 0.55)
    if rng.random() < 0.5:
        loss += (wallpaper.cloud(rng, 64, 2, 0.1)[:1] > 0.8) * 0.12
    loss = cv2.resize(np.clip(loss, 0, 0.75).astype(np.float32), (width, height))[..., None]
    return (picture * (1 - loss) + np.float32(236) * loss).astype(np.uint8)


def _wrinkles(rng: Random, picture: np.ndarray) -> np.ndarray:
    """Highlights along the folds of a plastic bag."""
    height, width = picture.shape[:2]
    folds = _tile(rng, "creases", width, height, max(1.0, width / 900) * rng.uniform(0.8, 1.6))
    where = cv2.resize(
        (wallpaper.cloud(rng, 48, 48, 0.4) > rng.uniform(0.55, 0.75)).astype(np.float32), (width, height)
    )
    light = (folds * where * rng.uniform(0.3, 0.8))[..., None]
    return (picture * (1 - light) + 255 * light).astype(np.uint8)

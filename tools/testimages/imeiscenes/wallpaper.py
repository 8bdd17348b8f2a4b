"""Wallpapers and other colour fields, small and soft, stretched when drawn."""

from __future__ import annotations

import colorsys
from random import Random

import cv2
import numpy as np


def color(
    rng: Random,
    saturation: tuple[float, float] = (0.2, 0.8),
    value: tuple[float, float] = (0.2, 0.9),
) -> tuple[int, int, int]:
    """A random colour of a saturation and brightness range."""
    rgb = colorsys.hsv_to_rgb(rng.random(), rng.uniform(*saturation), rng.uniform(*value))
    return tuple(round(part * 255) for part in rgb)  # type: ignore[return-value]


def cloud(rng: Random, width: int, height: int, grain: float) -> np.ndarray:
    """Smooth noise, 0...1, with features about `grain` of the width wide."""
    noise = np.random.default_rng(rng.getrandbits(48))
    total = np.zeros((height, width), np.float32)
    weight, cell = 1.0, max(2.0, grain * width)
    while cell >= 1.5 and weight > 0.1:
        shape = (max(2, round(height / cell) + 2), max(2, round(width / cell) + 2))
        total += weight * cv2.resize(
            noise.random(shape, np.float32), (width, height), interpolation=cv2.INTER_CUBIC
        )
        weight, cell = weight * 0.5, cell / 2
    low, high = float(total.min()), float(total.max())
    return (total - low) / max(1e-6, high - low)


def blend(field: np.ndarray, colors: list[tuple[int, int, int]]) -> np.ndarray:
    """Colours a field of 0...1 by a run of colours."""
    stops = np.linspace(0, 255, len(colors))
    table = np.stack([np.interp(np.arange(256), stops, [c[k] for c in colors]) for k in range(3)], 1)
    return table.astype(np.uint8)[(field * 255).astype(np.uint8)]


def _gradient(rng: Random) -> np.ndarray:
    y, x = np.mgrid[0:96, 0:48].astype(np.float32)
    angle = rng.uniform(0, 6.28)
    field = np.cos(angle) * x / 48 + np.sin(angle) * y / 96
    field = (field - field.min()) / (field.max() - field.min())
    return blend(field, [color(rng) for _ in range(rng.choice((2, 3, 3)))])


def _clouds(rng: Random) -> np.ndarray:
    field = cloud(rng, 192, 416, rng.choice((0.15, 0.3, 0.6)))
    return blend(
        np.clip((field - 0.2) / 0.6, 0, 1), [color(rng) for _ in range(2)] + [color(rng, value=(0.5, 1))]
    )


def _dark(rng: Random) -> np.ndarray:
    return blend(
        cloud(rng, 48, 96, 0.7), [color(rng, (0, 0.5), (0.02, 0.1)), color(rng, (0, 0.6), (0.05, 0.3))]
    )


def _hills(rng: Random) -> np.ndarray:
    picture = np.ascontiguousarray(cv2.resize(_gradient(rng), (240, 520)))
    for layer in range(rng.randrange(2, 5)):
        base = 520 * (0.45 + 0.13 * layer)
        bend = cloud(rng, 240, 2, 0.4)[0] * rng.uniform(40, 110)
        points = [(x, int(base + bend[x])) for x in range(240)] + [(240, 520), (0, 520)]
        cv2.fillPoly(picture, [np.array(points, np.int32)], color(rng), cv2.LINE_AA)
    return picture


def _bokeh(rng: Random) -> np.ndarray:
    picture = np.full((624, 288, 3), color(rng, value=(0.03, 0.25)), np.uint8)
    for _ in range(rng.randrange(14, 50)):
        over = picture.copy()
        center = (rng.randrange(288), rng.randrange(624))
        cv2.circle(over, center, rng.randrange(6, 38), color(rng, value=(0.4, 1)), -1, cv2.LINE_AA)
        share = rng.uniform(0.2, 0.9)
        picture = cv2.addWeighted(over, share, picture, 1 - share, 0)
    return picture


def _stripes(rng: Random) -> np.ndarray:
    field = cloud(rng, 160, 340, 0.5)
    bands = rng.randrange(3, 9)
    return blend(np.abs((field * bands) % 2 - 1), [color(rng), color(rng, value=(0.1, 0.6))])


def wallpaper(rng: Random) -> np.ndarray:
    """A lock-screen wallpaper, about 1:2, of one of several kinds."""
    return rng.choice((_gradient, _clouds, _dark, _hills, _bokeh, _stripes, _clouds, _dark))(rng)


def brightness(picture: np.ndarray, top: float, bottom: float) -> float:
    """Mean grey, 0...1, of a band of a picture given as shares of its height."""
    height = picture.shape[0]
    band = picture[int(top * height) : max(int(top * height) + 1, int(bottom * height))]
    return float(band.mean()) / 255

"""Surfaces that things lie on, made once in each process from fixed seeds."""

from __future__ import annotations

from functools import cache
from random import Random

import cv2
import numpy as np

from . import wallpaper

SIZE = 512
Color = tuple[int, int, int]


def _spectrum(seed: int, stretch: float, power: float) -> np.ndarray:
    """Tileable noise, 0...1; `stretch` draws it out along x, `power` is its smoothness."""
    noise = np.random.default_rng(seed).standard_normal((SIZE, SIZE)).astype(np.float32)
    fy = np.fft.fftfreq(SIZE)[:, None]
    fx = np.fft.rfftfreq(SIZE)[None]
    radius = np.sqrt(fy**2 + (fx * stretch) ** 2) + 1.5 / SIZE
    field = np.fft.irfft2(np.fft.rfft2(noise) / radius**power, (SIZE, SIZE))
    low, high = np.percentile(field, (1, 99))
    return np.clip((field - low) / (high - low), 0, 1).astype(np.float32)


@cache
def field(name: str) -> np.ndarray:
    """A tileable grey texture as bytes."""
    y, x = np.mgrid[0:SIZE, 0:SIZE].astype(np.float32)
    if name == "wood":
        rings = np.sin((y / SIZE * 9 + _spectrum(1, 9, 1.6) * 1.6) * 2 * np.pi) * 0.5 + 0.5
        grey = rings * 0.35 + _spectrum(2, 24, 1.0) * 0.65
        for plank, at in enumerate((0, 170, 340)):
            grey[at : at + 170] += (-0.08, 0.05, 0.0)[plank]
            grey[at : at + 2] -= 0.6
    elif name == "cloth":
        weave = (np.sin(x * 2 * np.pi / 4) + np.sin(y * 2 * np.pi / 4)) * 0.08
        grey = 0.5 + weave + (_spectrum(3, 1, 0.5) - 0.5) * 0.5
    elif name == "stone":
        grey = 0.62 + (_spectrum(4, 1, 0.9) - 0.5) * 0.35
        spots = _spectrum(5, 1, 0.75)
        grey -= np.clip((spots - 0.86) * 8, 0, 0.5)
    elif name == "mat":
        grey = 0.5 + (_spectrum(6, 1, 0.3) - 0.5) * 0.12
        grid = ((x % 64 < 1.5) | (y % 64 < 1.5)).astype(np.float32)
        grey += cv2.GaussianBlur(grid, (0, 0), 0.8) * 0.45
    elif name == "carpet":
        grey = 0.45 + (_spectrum(7, 1, 0.25) - 0.5) * 0.8
    elif name == "metal":
        grey = 0.55 + (_spectrum(8, 60, 0.8) - 0.5) * 0.3
    elif name == "creases":
        ridge = np.abs(_spectrum(9, 1, 1.8) - 0.5)
        grey = np.clip(1 - ridge * 14, 0, 1) * _spectrum(10, 1, 1.5)
    elif name == "dirt":
        grey = np.clip((_spectrum(11, 1, 1.5) - 0.55) * 2.2, 0, 1) * (0.4 + 0.6 * _spectrum(12, 1, 0.4))
    else:
        grey = 0.5 + (_spectrum(13, 1, 1.2) - 0.5) * 0.3
    return (np.clip(grey, 0, 1) * 255).astype(np.uint8)


_PALETTES: dict[str, tuple[tuple[Color, Color], ...]] = {
    "wood": (
        ((92, 56, 30), (190, 140, 90)),
        ((44, 24, 16), (110, 66, 40)),
        ((150, 112, 74), (226, 190, 146)),
    ),
    "cloth": (((16, 40, 80), (60, 96, 150)), ((40, 40, 44), (96, 96, 100)), ((80, 74, 66), (170, 160, 148))),
    "stone": (
        ((70, 70, 70), (190, 190, 188)),
        ((24, 24, 26), (100, 100, 104)),
        ((160, 150, 140), (236, 230, 222)),
    ),
    "mat": (((8, 70, 44), (120, 190, 150)), ((20, 24, 30), (120, 128, 140)), ((16, 40, 90), (120, 150, 210))),
    "carpet": (
        ((10, 10, 12), (110, 108, 106)),
        ((40, 30, 26), (140, 112, 90)),
        ((50, 60, 70), (150, 160, 170)),
    ),
    "metal": (((110, 114, 120), (210, 212, 216)), ((50, 52, 56), (130, 132, 136))),
    "plain": (
        ((200, 198, 194), (250, 250, 248)),
        ((60, 62, 66), (120, 122, 128)),
        ((120, 90, 60), (180, 150, 116)),
        ((12, 12, 14), (44, 44, 48)),
        ((150, 160, 170), (210, 216, 222)),
    ),
}


def table(rng: Random, size: tuple[int, int], matrix: np.ndarray, unit: float) -> np.ndarray:
    """A table top of some material (RGB bytes), seen under the same perspective as `matrix`.

    `unit` is how many points of that plane one texture pixel covers.
    """
    name = rng.choice(tuple(_PALETTES) + ("wood", "plain"))
    dark, light = rng.choice(_PALETTES[name])
    grow = unit * rng.uniform(0.7, 1.8)
    turn = rng.choice((0.0, 90.0, rng.uniform(0, 180)))
    cosine, sine = np.cos(np.radians(turn)) * grow, np.sin(np.radians(turn)) * grow
    local = np.array([[cosine, -sine, rng.uniform(0, 900)], [sine, cosine, rng.uniform(0, 900)], [0, 0, 1]])
    grey = cv2.warpPerspective(
        field(name), matrix @ local, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP
    )
    ramp = np.stack([np.linspace(a, b, 256) for a, b in zip(dark, light)], 1).astype(np.uint8)
    return cv2.LUT(cv2.merge([grey] * 3), ramp.reshape(1, 256, 3))


def room(rng: Random, size: tuple[int, int]) -> np.ndarray:
    """A room out of focus, behind a phone that is held in the hand."""
    small = (size[0] // 16, size[1] // 16)
    picture = wallpaper.blend(
        wallpaper.cloud(rng, small[0], small[1], 0.6),
        [wallpaper.color(rng, (0, 0.5), (0.04, 0.3)), wallpaper.color(rng, (0, 0.4), (0.2, 0.7))],
    )
    picture = np.ascontiguousarray(picture)
    for _ in range(rng.randrange(3, 10)):
        x, y = rng.randrange(small[0]), rng.randrange(small[1])
        cv2.rectangle(
            picture,
            (x, y),
            (x + rng.randrange(6, 40), y + rng.randrange(6, 60)),
            wallpaper.color(rng, (0, 0.6), (0.05, 0.8)),
            -1,
        )
    picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(2.5, 6))
    return cv2.resize(picture, size, interpolation=cv2.INTER_CUBIC)

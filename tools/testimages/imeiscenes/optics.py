"""Lens, sensor and processing of the camera."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import lru_cache
from math import cos, pi, radians, sin, sqrt
from random import Random

import cv2
import numpy as np

LENS_SIGMA = 0.5
"""Softness of a sharp lens, demosaicing and resampling together, in pixels."""


@dataclass
class Optics:
    """Settings of one exposure; lengths in pixels of the picture."""

    defocus: float
    """Radius of the blur disc."""
    motion: float
    """Length of the motion streak."""
    motion_angle: float
    shot: float
    """Shot noise: variance at white, in linear light."""
    read: float
    """Read noise: standard deviation in linear light."""
    exposure: float
    haze: float
    """Stray light added over the whole picture, in linear light."""
    warmth: float
    sharpen: float
    curve: float

    @property
    def sigma(self) -> float:
        """The blur's standard deviation along its worse axis."""
        return sqrt(LENS_SIGMA**2 + (self.defocus / 2) ** 2 + self.motion**2 / 12)

    def summary(self) -> dict[str, float]:
        """For the manifest."""
        return {key: round(value, 6) for key, value in asdict(self).items()}


def kernel(optics: Optics) -> np.ndarray | None:
    """The point-spread function, or None where the lens alone blurs."""
    reach = int(max(optics.defocus, optics.motion / 2) + 1.2)
    if optics.defocus < 0.3 and optics.motion < 0.6:
        return None
    fine, size = 5, 2 * reach + 1
    spread = np.zeros((size * fine, size * fine), np.float32)
    middle = size * fine / 2
    if optics.defocus >= 0.3:
        y, x = np.mgrid[0 : size * fine, 0 : size * fine] + 0.5
        spread = np.clip(optics.defocus * fine - np.hypot(x - middle, y - middle) + 0.5, 0, 1).astype(
            np.float32
        )
    else:
        spread[int(middle), int(middle)] = 1
    if optics.motion >= 0.6:
        steps = max(2, int(optics.motion * fine))
        total = np.zeros_like(spread)
        angle = radians(optics.motion_angle)
        for at in np.linspace(-0.5, 0.5, steps):
            shift = np.float32(
                [
                    [1, 0, at * optics.motion * fine * cos(angle)],
                    [0, 1, at * optics.motion * fine * sin(angle)],
                ]
            )
            total += cv2.warpAffine(spread, shift, spread.shape[::-1])
        spread = total
    small = spread.reshape(size, fine, size, fine).sum((1, 3))
    return small / small.sum()


def blur(light: np.ndarray, optics: Optics) -> np.ndarray:
    """Lens and motion blur of linear light."""
    spread = kernel(optics)
    if spread is not None:
        if spread.shape[0] > 25:
            small = cv2.resize(light, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
            half = Optics(**{**asdict(optics), "defocus": optics.defocus / 2, "motion": optics.motion / 2})
            return cv2.resize(blur(small, half), light.shape[1::-1], interpolation=cv2.INTER_LINEAR)
        light = cv2.filter2D(light, -1, spread, borderType=cv2.BORDER_REPLICATE)
    return light


@lru_cache(maxsize=1)
def _grain() -> np.ndarray:
    """A tile of sensor noise after demosaicing: unit variance, a little correlated, some colour."""
    noise = np.random.default_rng(20).standard_normal((1024, 1024, 3)).astype(np.float32)
    shared = noise.mean(2, keepdims=True) * 1.2
    color = cv2.GaussianBlur(noise, (0, 0), 1.0)
    tile = cv2.GaussianBlur(shared + color, (0, 0), 0.45)
    tile = tile if tile.ndim == 3 else tile[..., None]
    return (tile / tile.std()).astype(np.float32)


def tone_table(optics: Optics) -> np.ndarray:
    """Encoded byte of every step of the square root of linear light."""
    linear = (np.arange(256) / 255) ** 2 + optics.haze
    return np.clip(_encode(np.minimum(linear, 1), optics.curve) * 255 + 0.5, 0, 255).astype(np.uint8)


def noise_table(optics: Optics) -> np.ndarray:
    """Standard deviation of the noise, in bytes, by encoded byte."""
    linear = np.linspace(0, 1, 2048)
    encoded = _encode(linear, optics.curve)
    slope = np.minimum(np.gradient(encoded, linear), 12)
    noise = np.sqrt(optics.shot * linear + optics.read**2) * slope * 255
    return np.interp(np.arange(256) / 255, encoded, noise).astype(np.float32)


def _encode(linear: np.ndarray, curve: float) -> np.ndarray:
    srgb = np.where(
        linear <= 0.0031308, 12.92 * linear, 1.055 * np.power(np.maximum(linear, 1e-9), 1 / 2.4) - 0.055
    )
    return srgb + curve * np.sin(2 * pi * srgb) * -0.05


def linear_table(optics: Optics) -> np.ndarray:
    """Linear light of every sRGB byte as the sensor's three colours see it."""
    value = np.arange(256) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    gains = np.array([1 + optics.warmth, 1, 1 - optics.warmth]) * optics.exposure
    return (linear[:, None] * gains).astype(np.float32).reshape(1, 256, 3)


def develop(light: np.ndarray, optics: Optics) -> np.ndarray:
    """Linear light to an encoded picture without noise, as bytes; uses up `light`."""
    clean = cv2.LUT(cv2.convertScaleAbs(cv2.sqrt(light, light), alpha=255), tone_table(optics))
    if optics.sharpen:
        soft = cv2.GaussianBlur(clean, (0, 0), 1.2)
        clean = cv2.addWeighted(clean, 1 + optics.sharpen, soft, -optics.sharpen, 0)
    return clean


def add_noise(rng: Random, clean: np.ndarray, optics: Optics) -> np.ndarray:
    """The picture with sensor noise."""
    height, width = clean.shape[:2]
    tile, side = _grain(), 1024
    strength = cv2.LUT(clean, noise_table(optics))
    result = np.empty_like(clean)
    y, x = rng.randrange(side), rng.randrange(side)
    for row in range(-y, height, side):
        for column in range(-x, width, side):
            top, left = max(row, 0), max(column, 0)
            bottom, right = min(row + side, height), min(column + side, width)
            grain = tile[top - row : bottom - row, left - column : right - column]
            piece = cv2.multiply(strength[top:bottom, left:right], grain)
            result[top:bottom, left:right] = cv2.add(piece, clean[top:bottom, left:right], dtype=cv2.CV_8U)
    return result

"""Light on the scene: fall-off, glare, shadows and the beat of screen against sensor."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np


def falloff(rng: Random, size: tuple[int, int], strength: float) -> np.ndarray:
    """Light over the picture: brighter on one side, darker in the corners; mean near 1."""
    y, x = np.mgrid[0:48, 0:48].astype(np.float32) / 47 - 0.5
    angle = rng.uniform(0, 6.28)
    light = 1 + strength * (np.cos(angle) * x + np.sin(angle) * y)
    light *= 1 - 0.35 * strength * (x**2 + y**2)
    if rng.random() < 0.3:
        away = np.hypot(x - rng.uniform(-0.4, 0.4), y - rng.uniform(-0.4, 0.4))
        light *= 1 - strength * 0.5 + strength * np.exp(-((away / 0.35) ** 2))
    if rng.random() < 0.25:
        angle = rng.uniform(0, 6.28)
        edge = np.cos(angle) * x + np.sin(angle) * y - rng.uniform(-0.25, 0.25)
        light *= 1 - rng.uniform(0.2, 0.55) * strength / (1 + np.exp(-edge * rng.uniform(12, 40)))
    return cv2.resize(light.astype(np.float32), size, interpolation=cv2.INTER_CUBIC)


def drop_shadow(
    size: tuple[int, int], outline: np.ndarray, offset: tuple[float, float], soft: float, depth: float
) -> np.ndarray:
    """What a thing's shadow leaves of the light."""
    small = (max(1, size[0] // 8), max(1, size[1] // 8))
    mask = np.zeros(small[::-1], np.float32)
    cv2.fillPoly(mask, [((outline + offset) / 8).astype(np.int32)], 1.0)
    mask = cv2.GaussianBlur(mask, (0, 0), max(0.8, soft / 8))
    return cv2.resize(np.float32(1) - np.float32(depth) * mask, size, interpolation=cv2.INTER_LINEAR)


def glare(rng: Random, light: np.ndarray, center: tuple[float, float], reach: float, strength: float) -> None:
    """Adds a lamp's or a window's reflection to linear light, in place."""
    height, width = light.shape[:2]
    kind = rng.choice(("lamp", "window", "streak", "lamp"))
    radius = max(8, int(reach * 2.2))
    left, top = int(center[0]) - radius, int(center[1]) - radius
    view = (max(0, left), max(0, top), min(width, left + 2 * radius), min(height, top + 2 * radius))
    if view[0] >= view[2] or view[1] >= view[3]:
        return
    side = 96
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) / (side / 4.4) - 2.2
    angle = rng.uniform(0, 3.14)
    u, v = x * np.cos(angle) + y * np.sin(angle), -x * np.sin(angle) + y * np.cos(angle)
    if kind == "lamp":
        spot = np.exp(-(((u / 0.75) ** 2 + (v / 0.55) ** 2) ** 0.7)) * 1.2
    elif kind == "window":
        pane = ((np.abs(u) < 1) & (np.abs(v) < 0.7) & (np.abs(u) > 0.06) & (np.abs(v) > 0.05)).astype(
            np.float32
        )
        spot = cv2.GaussianBlur(pane, (0, 0), rng.uniform(1.5, 4))
    else:
        spot = np.exp(-((u / 1.4) ** 2 + (v / 0.22) ** 2))
    spot = spot + 0.12 * np.exp(-(x**2 + y**2) / 1.2)
    spot *= np.clip(1 - (x**2 + y**2) / 4.4, 0, 1) ** 1.5
    whole = cv2.resize(spot, (2 * radius, 2 * radius), interpolation=cv2.INTER_LINEAR)
    piece = whole[view[1] - top : view[3] - top, view[0] - left : view[2] - left]
    light[view[1] : view[3], view[0] : view[2]] += (piece * strength)[..., None]


def moire(
    rng: Random, light: np.ndarray, mask: np.ndarray, box: tuple[int, int, int, int], strength: float
) -> None:
    """Beats the screen's pixel grid against the sensor's, in place within a box of the picture."""
    left, top, right, bottom = box
    if right - left < 8 or bottom - top < 8:
        return
    y, x = np.mgrid[0 : bottom - top, 0 : right - left].astype(np.float32)
    phase = np.zeros_like(x)
    for _ in range(rng.choice((1, 2))):
        wavelength, angle = rng.choice((rng.uniform(3, 6), rng.uniform(10, 60))), rng.uniform(0, 3.14)
        bend = rng.uniform(-1, 1) / (8 * max(x.shape))
        phase += (
            x * np.float32(np.cos(angle))
            + y * np.float32(np.sin(angle))
            + np.float32(bend) * (x * x + y * y) / 4
        ) / np.float32(wavelength)
    index = ((phase % 1) * 255).astype(np.uint8)
    turn = np.arange(256) / 256 * 2 * np.pi
    ramp = np.stack([1 + strength * np.cos(turn + shift) for shift in (0, 1.2, 2.4)], 1).astype(np.float32)
    pattern = cv2.LUT(cv2.merge([index] * 3), ramp.reshape(1, 256, 3))
    pattern[mask[top:bottom, left:right] < 0.5] = 1
    light[top:bottom, left:right] *= pattern

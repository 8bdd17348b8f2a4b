"""Backgrounds for scenes: gradients, grain, stripes, shapes; whatever stands behind a phone or on its screen."""

from __future__ import annotations

import math
from random import Random

import cv2
import numpy as np


def smooth(noise: np.random.Generator, height: int, width: int, cells: int) -> np.ndarray:
    """A smooth random field between about 0 and 1."""
    small = noise.random((cells, cells)).astype(np.float32)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)


def striped(random: Random, a: np.ndarray, most: float = 45) -> np.ndarray:
    """The picture with a periodic texture on it: stripes, checks, dots, a screen's moiré."""
    height, width = a.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    angle, period = random.uniform(0, math.pi), random.uniform(3, 40)
    u = (x * math.cos(angle) + y * math.sin(angle)) * (2 * math.pi / period)
    v = (y * math.cos(angle) - x * math.sin(angle)) * (2 * math.pi / (period * random.uniform(0.5, 3)))
    kind = random.random()
    if kind < 0.4:
        texture = np.sin(u)
    elif kind < 0.7:
        texture = np.sin(u) * np.sin(v)
    elif kind < 0.85:
        texture = np.sign(np.sin(u))
    else:
        texture = np.sign(np.sin(u) * np.sin(v))
    return a + texture * random.uniform(2, most)


def shapes(random: Random, a: np.ndarray, count: int) -> None:
    """Draws discs, boxes, lines, polygons and arcs into the picture."""
    height, width = a.shape
    for _ in range(count):
        grey = random.randint(0, 255)
        x, y = random.randint(-20, width), random.randint(-20, height)
        thick = -1 if random.random() < 0.6 else random.randint(1, 6)
        kind = random.random()
        if kind < 0.25:
            cv2.circle(a, (x, y), random.randint(2, 90), grey, thick, cv2.LINE_AA)
        elif kind < 0.5:
            cv2.rectangle(a, (x, y), (x + random.randint(4, 160), y + random.randint(4, 160)), grey, thick)
        elif kind < 0.7:
            end = (random.randint(0, width), random.randint(0, height))
            cv2.line(a, (x, y), end, grey, random.randint(1, 8), cv2.LINE_AA)
        elif kind < 0.85:
            corners = [[x + random.randint(-80, 80), y + random.randint(-80, 80)] for _ in range(random.randint(3, 6))]
            cv2.fillPoly(a, [np.array(corners, np.int32)], grey, cv2.LINE_AA)
        else:
            axes = (random.randint(3, 100), random.randint(3, 60))
            cv2.ellipse(a, (x, y), axes, random.randint(0, 180), 0, random.randint(90, 360), grey, thick, cv2.LINE_AA)


def background(random: Random, noise: np.random.Generator, height: int, width: int) -> np.ndarray:
    """One background, float grey."""
    a = np.full((height, width), random.uniform(5, 250), np.float32)
    if random.random() < 0.8:
        a += (smooth(noise, height, width, random.choice([2, 3, 4, 6])) - 0.5) * random.uniform(10, 160)
    if random.random() < 0.35:
        a += (smooth(noise, height, width, random.choice([16, 40, 90])) - 0.5) * random.uniform(5, 110)
    if random.random() < 0.2:  # wood, cloth, brushed metal
        grain = noise.random((height, width)).astype(np.float32) - 0.5
        length = random.choice([5, 15, 41])
        size = (length, 1) if random.random() < 0.5 else (1, length)
        a += cv2.blur(grain, size) * random.uniform(20, 250)
    if random.random() < 0.25:
        a = striped(random, a)
    if random.random() < 0.45:
        shapes(random, a, random.randint(1, 25))
    if random.random() < 0.3:
        a = cv2.GaussianBlur(a, (0, 0), random.uniform(1, 6))
    return a

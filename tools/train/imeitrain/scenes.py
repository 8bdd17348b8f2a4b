"""Scenes for the locator: documents in perspective on backgrounds, and the maps the network is to give."""

from __future__ import annotations

import math
from random import Random

import cv2
import numpy as np

from . import documents, ground
from .render import _disc_kernel, _motion_kernel

SIDE = 384
STRIDE = 4
UNIT = 8.0  # digit height whose logarithm is zero
LEAST_CORE = 4.4  # a thinner target band would vanish at the network's stride

cv2.setNumThreads(1)


class Canvas:
    """The picture so far and its target maps at full size: text, digit runs, what to ignore, geometry."""

    def __init__(self, picture: np.ndarray):
        self.picture = picture
        self.text, self.digits, self.ignored = (np.zeros((SIDE, SIDE), np.uint8) for _ in range(3))
        self.geometry = np.zeros((3, SIDE // STRIDE, SIDE // STRIDE), np.float32)
        self.heights: list[float] = []

    def lay(self, sheet: np.ndarray, corners: np.ndarray, marked: list[documents.Marked], through: bool) -> None:
        """Lays a document into the picture; `through` keeps the background and takes over only the print."""
        height, width = sheet.shape
        flat = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
        turn = cv2.getPerspectiveTransform(flat, corners.astype(np.float32))
        scale = np.linalg.norm(corners[3] - corners[0]) / height
        if scale < 0.8:
            sheet = cv2.GaussianBlur(sheet, (0, 0), 0.42 / scale)
        cover = cv2.warpPerspective(np.ones((height, width), np.float32), turn, (SIDE, SIDE))
        print_ = cv2.warpPerspective(sheet, turn, (SIDE, SIDE), borderMode=cv2.BORDER_REPLICATE)
        if through:
            print_ = self.picture + print_ - np.median(sheet)
        self.picture = self.picture * (1 - cover) + print_ * cover
        for target in (self.text, self.digits, self.ignored):
            target[cover > 0.5] = 0
        for mark in marked:
            self.mark(mark, cv2.perspectiveTransform(np.float32([mark.quad]), turn)[0])

    def mark(self, mark: documents.Marked, quad: np.ndarray) -> None:
        """Draws one line's target: its middle band, its height and its angle."""
        along, across = quad[1] - quad[0], (quad[3] - quad[0] + quad[2] - quad[1]) / 2
        height, angle = float(np.hypot(*across)), math.atan2(along[1], along[0])
        share = max(0.46, min(1.0, LEAST_CORE / max(height, 0.1)))
        longer = along / max(float(np.hypot(*along)), 1e-3) * 0.2 * height
        left, right = (quad[0] + quad[3]) / 2 - longer, (quad[1] + quad[2]) / 2 + longer
        core = np.float32([left + (quad[0] - longer - left) * share, right + (quad[1] + longer - right) * share,
                           right + (quad[2] + longer - right) * share, left + (quad[3] - longer - left) * share])
        fixed = np.round(core * 16).astype(np.int32)
        if mark.kind == documents.SHORT_DIGITS or height < 3.6:
            cv2.fillPoly(self.ignored, [np.round(quad * 16).astype(np.int32)], 255 if height < 3.6 else 128, shift=4)
        elif mark.kind == documents.DIGITS:
            cv2.fillPoly(self.digits, [fixed], 255, shift=4)
        else:
            cv2.fillPoly(self.text, [fixed], 255, shift=4)
            small = np.round(quad / STRIDE * 16 - 8).astype(np.int32)
            values = math.log2(height / UNIT), math.cos(2 * angle), math.sin(2 * angle)
            for plane, value in zip(self.geometry, values):
                cv2.fillPoly(plane, [small], value, shift=4)
            self.heights.append(height)

    def targets(self) -> np.ndarray:
        """Text, digit runs and what to ignore at the network's stride, 0 … 1."""
        size = (SIDE // STRIDE, SIDE // STRIDE)
        maps = [cv2.resize(m, size, interpolation=cv2.INTER_AREA) for m in (self.text, self.digits, self.ignored)]
        return np.stack(maps)


def _placed(random: Random, canvas: Canvas, noise: np.random.Generator, held_out: bool) -> None:
    height = math.exp(random.uniform(math.log(4.3), math.log(36)))
    digit = max(random.uniform(15, 30), height * 0.9)
    scale = height / digit
    wide = int(min(900, max(digit * 9, random.uniform(0.4, 1.3) * SIDE / scale)))
    tall = int(min(900, max(digit * 3, random.uniform(0.15, 1.2) * SIDE / scale)))
    sheet, marked = documents.document(random, wide, tall, digit, held_out)
    if random.random() < 0.15:
        sheet = sheet + (ground.smooth(noise, tall, wide, random.choice([3, 8, 30])) - 0.5) * random.uniform(10, 80)
    upright = random.random() < 0.6
    degrees = random.choice([0, 90, 180, 270]) + random.gauss(0, 9) if upright else random.uniform(0, 360)
    turn = math.radians(degrees)
    half = np.array([wide * scale * random.uniform(0.65, 1.25), tall * scale]) / 2
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half
    lean = random.choice([0, 0.04, 0.1]) * half.min()
    corners = corners + np.array([[random.uniform(-lean, lean) for _ in range(2)] for _ in range(4)])
    corners = corners @ np.array([[math.cos(turn), math.sin(turn)], [-math.sin(turn), math.cos(turn)]])
    corners = corners + np.array([random.uniform(0.15, 0.85) * SIDE for _ in range(2)])
    canvas.lay(sheet, corners, marked, through=random.random() < 0.12)


def _photographed(random: Random, noise: np.random.Generator, a: np.ndarray, height: float) -> np.ndarray:
    """The scene through a lens: light, glare, blur, motion, moiré, noise, compression."""
    if random.random() < 0.5:
        a = a * (0.55 + 0.6 * ground.smooth(noise, SIDE, SIDE, 2))
    if random.random() < 0.15:  # veil: black is no longer black
        share = random.uniform(0.15, 0.7)
        a = a * share + random.uniform(0, 255) * (1 - share)
    if random.random() < 0.12:
        glare = np.zeros((SIDE, SIDE), np.float32)
        radius = random.randint(10, 90)
        cv2.circle(glare, (random.randint(0, SIDE), random.randint(0, SIDE)), radius, 1, -1)
        a = a + cv2.GaussianBlur(glare, (0, 0), radius / 2.5) * random.uniform(30, 250)
    kind = random.random()
    sigma = random.uniform(0.2, 0.7) if kind < 0.45 else random.uniform(0.04, 0.18) * height if kind < 0.85 else 0
    if sigma > 0.2:
        if random.random() < 0.3 and sigma > 0.6:
            a = cv2.filter2D(a, -1, _disc_kernel(sigma * 1.9))
        else:
            a = cv2.GaussianBlur(a, (0, 0), sigma)
    if random.random() < 0.2:
        a = cv2.filter2D(a, -1, _motion_kernel(max(3, int(height * random.uniform(0.1, 0.4))), random.uniform(0, 180)))
    if random.random() < 0.12:
        a = ground.striped(random, a, 25) * 0.97
    grain = random.choice([0, 0, 1, 2, 4, 7, 11])
    if grain:
        a = a + noise.standard_normal(a.shape, np.float32) * grain
    a = np.clip(a, 0, 255).astype(np.uint8)
    if random.random() < 0.6:
        quality = [cv2.IMWRITE_JPEG_QUALITY, random.randint(30, 95)]
        a = cv2.imdecode(cv2.imencode(".jpg", a, quality)[1], cv2.IMREAD_GRAYSCALE)
    return a


def scene(random: Random, held_out: bool = False) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A picture of SIDE x SIDE bytes, targets (3, SIDE/4, SIDE/4) bytes, geometry (3, …) half floats."""
    noise = np.random.default_rng(random.getrandbits(64))
    canvas = Canvas(ground.background(random, noise, SIDE, SIDE))
    for _ in range(random.choice([0, 1, 1, 1, 1, 2, 2, 3]) if random.random() < 0.95 else 5):
        _placed(random, canvas, noise, held_out)
    height = float(np.median(canvas.heights)) if canvas.heights else 10.0
    picture = _photographed(random, noise, canvas.picture, height)
    return picture, canvas.targets(), canvas.geometry.astype(np.float16)

"""Draws one line of text as a camera would give it: a strip of 32 rows, 8-bit grey."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
from PIL import Image, ImageDraw

from . import dots, fonts

ROWS = 32
WIDEST = 704

cv2.setNumThreads(1)


@dataclass(frozen=True)
class Damage:
    """What befalls a line; None leaves it to chance."""

    blur: float | None = None  # Gaussian sigma in digit heights
    height: int | None = None  # digit height in camera pixels
    noise: float | None = None  # standard deviation in grey levels
    strength: float = 1.0  # 0 easy … 1 everything that occurs


class Unfit(Exception):
    """The text does not fit the strip or the face."""


def _motion_kernel(length: int, degrees: float) -> np.ndarray:
    kernel = np.zeros((length, length), np.float32)
    kernel[length // 2] = 1
    turn = cv2.getRotationMatrix2D((length / 2 - 0.5, length / 2 - 0.5), degrees, 1)
    kernel = cv2.warpAffine(kernel, turn, (length, length))
    return kernel / max(float(kernel.sum()), 1e-3)


def _disc_kernel(radius: float) -> np.ndarray:
    size = 2 * math.ceil(radius) + 1
    axis = np.arange(size) - size // 2
    distance = np.hypot(*np.meshgrid(axis, axis))
    kernel = np.clip(radius + 0.5 - distance, 0, 1).astype(np.float32)
    return kernel / kernel.sum()


def _written(random: Random, text: str, held_out: bool) -> tuple[np.ndarray, float, tuple[float, float]]:
    """The text on its ground, its digit height in pixels, and top and bottom of the digits."""
    low = random.randint(0, 150)
    high = random.randint(min(low + 22, 254), 255)
    ink, ground = (low, high) if random.random() < 0.68 else (high, low)
    if random.random() < 0.06:
        return dots.written(random, text, ink, ground)
    file = fonts.pick(random, held_out)
    if fonts.is_segment(file):
        text_ok = all(c.isdigit() or c in " -:." for c in text)
        if not text_ok:
            raise Unfit
    size = random.randint(30, 52)
    face = fonts.face(file, size)
    box, zero = face.getbbox(text), face.getbbox("0")
    digit = zero[3] - zero[1]
    if digit < 8 or box[2] - box[0] < 3:
        raise Unfit
    spacing = random.uniform(-0.04, 0.22) * digit if random.random() < 0.18 else 0.0
    above, below = (random.uniform(0.0, 0.6) * digit for _ in range(2))
    if random.random() < 0.5:
        above, below = (random.uniform(0.12, 0.32) * digit for _ in range(2))
    left, right = (random.uniform(0.1, 1.1) * digit for _ in range(2))
    width = int(box[2] - box[0] + left + right + spacing * len(text))
    height = int(digit + above + below)
    image = Image.new("L", (max(width, 8), max(height, 8)), ground)
    draw = ImageDraw.Draw(image)
    x, y = left - box[0], above - zero[1]

    def put(at_x: float, at_y: float, what: str, with_face=face) -> None:
        if spacing:
            for character in what:
                draw.text((at_x, at_y), character, font=with_face, fill=ink)
                at_x += with_face.getlength(character) + spacing
        else:
            draw.text((at_x, at_y), what, font=with_face, fill=ink)

    put(x, y, text)
    for side in (-1, 1):  # neighbouring lines that reach into the strip
        if random.random() < 0.22:
            other = "".join(random.choice("0123456789ABCDEIMNOPRSTaegimnop  ") for _ in range(len(text) + 6))
            pitch = digit * random.uniform(1.18, 1.7) + (above if side < 0 else below) * 0.2
            put(x + random.uniform(-4, 1) * digit, y + side * pitch, other)
    for _ in range(2):
        if random.random() < 0.08:  # a rule or the edge of a barcode
            line_y = random.choice([random.uniform(0, above * 0.7), height - random.uniform(1, max(1.1, below * 0.7))])
            if random.random() < 0.5:
                draw.line([0, line_y, width, line_y], fill=ink, width=random.randint(1, 3))
            else:
                bar = 0.0
                while bar < width:
                    thick = random.randint(1, 5)
                    top, bottom = (0, line_y) if line_y < height / 2 else (line_y, height)
                    draw.rectangle([bar, top, bar + thick, bottom], fill=ink)
                    bar += thick + random.randint(2, 6)
    return np.asarray(image, np.float32), float(digit), (above, above + digit)


def _shaken(random: Random, a: np.ndarray, strength: float) -> np.ndarray:
    height, width = a.shape
    jitter = height * 0.09 * min(1.0, strength + 0.3)
    source = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    target = source + np.float32([[random.uniform(-jitter, jitter) for _ in range(2)] for _ in range(4)])
    if random.random() < 0.3:
        shear = random.uniform(-0.25, 0.25) * height
        target += np.float32([[shear, 0], [shear, 0], [0, 0], [0, 0]])
    turn = cv2.getPerspectiveTransform(source, target)
    return cv2.warpPerspective(a, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)


def _lit(random: Random, a: np.ndarray) -> np.ndarray:
    height, width = a.shape
    if random.random() < 0.5:
        a = a * np.linspace(random.uniform(0.55, 1), random.uniform(0.55, 1.15), width, dtype=np.float32)
    if random.random() < 0.12:  # glare that clips
        x, radius = random.uniform(0, width), random.uniform(0.5, 3) * height
        axis = np.exp(-(((np.arange(width) - x) / radius) ** 2)).astype(np.float32)
        a = a + axis * random.uniform(30, 170)
    if random.random() < 0.1:  # exposure that swallows strokes
        a = a * random.uniform(1.1, 1.6) if random.random() < 0.5 else a * random.uniform(0.25, 0.7)
    if random.random() < 0.15:  # uneven ground: wallpaper, brushed metal, paper
        ground = np.random.default_rng(random.getrandbits(32)).random(
            (random.choice([2, 4, 12]), random.choice([4, 16, 80])), np.float32)
        a = a + (cv2.resize(ground, (width, height), interpolation=cv2.INTER_CUBIC) - 0.5) * random.uniform(10, 80)
    return a


def _sampled(random: Random, a: np.ndarray, digit: float, damage: Damage, free: bool) -> tuple[np.ndarray, float]:
    sizes = [6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 20, 24, 28, 34] if damage.strength > 0.5 else [16, 20, 24, 28, 34]
    height = damage.height or random.choice(sizes)
    scale = height / digit
    stretch = random.uniform(0.55, 1.35) if free and random.random() < 0.6 else 1.0
    a = cv2.resize(
        a, None, fx=scale * stretch, fy=scale,
        interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    return a, float(height)


def _blurred(random: Random, a: np.ndarray, height: float, damage: Damage) -> np.ndarray:
    edge = cv2.BORDER_REPLICATE
    if damage.blur is not None:
        sigma = damage.blur * height
    else:
        kind = random.random()
        most = 0.175 if height > 9 else 0.12  # small digits that are blurred more show nothing
        if kind < 0.32:
            sigma = random.uniform(0.01, 0.07) * height
        elif kind < 0.84:
            sigma = random.uniform(0.06, most) * height * damage.strength
        else:
            sigma = 0.0
    if sigma > 0.2:
        if damage.blur is None and random.random() < 0.4:
            a = cv2.filter2D(a, -1, _disc_kernel(max(0.6, sigma * 1.9)), borderType=edge)
        else:
            a = cv2.GaussianBlur(a, (0, 0), sigma, borderType=edge)
    if damage.blur is None and random.random() < 0.22 * damage.strength:
        length = max(3, int(height * random.uniform(0.1, 0.38)))
        a = cv2.filter2D(a, -1, _motion_kernel(length, random.uniform(0, 180)), borderType=edge)
    return a


def strip(random: Random, text: str, damage: Damage = Damage(), held_out: bool = False) -> np.ndarray:
    """One line as a strip of 32 rows.

    Raises Unfit when the text is too long for the strip or the face cannot draw it.
    """
    free = damage.blur is None
    a, digit, _ = _written(random, text, held_out)
    if digit > 24 and random.random() < 0.18:
        kernel = np.ones((2, 2), np.uint8) if random.random() < 0.7 else np.ones((3, 3), np.uint8)
        a = (cv2.dilate if random.random() < 0.5 else cv2.erode)(a, kernel)
    if random.random() < 0.85:
        a = _shaken(random, a, damage.strength)
    a = _lit(random, a)
    a, height = _sampled(random, a, digit, damage, free)
    a = _blurred(random, a, height, damage)
    if free and random.random() < 0.08:  # moiré of a screen
        y, x = np.mgrid[0 : a.shape[0], 0 : a.shape[1]].astype(np.float32)
        angle, period = random.uniform(0, math.pi), random.uniform(2.2, 12)
        wave = np.sin((x * math.cos(angle) + y * math.sin(angle)) * 2 * math.pi / period)
        a = a + wave * random.uniform(2, 22)
    noise = damage.noise if damage.noise is not None else random.choice([0, 1, 2, 4, 6, 9, 14])
    if damage.strength <= 0.5:
        noise = min(noise, 4)
    contrast = float(np.percentile(a, 98) - np.percentile(a, 2))
    if contrast < 12:
        raise Unfit
    noise = min(noise, contrast * (0.28 if height > 9 else 0.16))
    if noise:
        grain = np.random.default_rng(random.getrandbits(32)).standard_normal(a.shape, np.float32)
        a = a + grain * noise
    if free and random.random() < 0.1:  # a scratch
        cv2.line(a, (random.randint(0, a.shape[1]), 0), (random.randint(0, a.shape[1]), a.shape[0]),
                 float(random.choice([0, 255])), 1)
    a = np.clip(a, 0, 255).astype(np.uint8)
    if random.random() < 0.75:
        quality = [cv2.IMWRITE_JPEG_QUALITY, random.randint(25, 95)]
        a = cv2.imdecode(cv2.imencode(".jpg", a, quality)[1], cv2.IMREAD_GRAYSCALE)
    scale = ROWS / a.shape[0]
    width = max(24, round(a.shape[1] * scale))
    if width > WIDEST:
        raise Unfit
    shrinking = cv2.INTER_AREA
    growing = cv2.INTER_CUBIC if random.random() < 0.3 else cv2.INTER_LINEAR
    return cv2.resize(a, (width, ROWS), interpolation=shrinking if scale < 1 else growing)

"""What lies over a number: fingers, stickers, pens, felt-tip strokes."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np

_SKIN = ((226, 180, 150), (198, 144, 110), (150, 100, 72), (104, 68, 50), (240, 200, 176))


def skin(rng: Random) -> tuple[int, int, int]:
    """A skin tone."""
    return rng.choice(_SKIN)


class Layer:
    """Reflectance over the picture with its coverage, drawn at a quarter of the size."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        self.step = 4 if max(size) > 900 else 2
        small = (size[1] // self.step + 1, size[0] // self.step + 1)
        self.color = np.zeros((*small, 3), np.float32)
        self.cover = np.zeros(small, np.float32)
        self.used = False

    def capsule(
        self,
        start: np.ndarray,
        end: np.ndarray,
        radius: float,
        color: tuple[int, int, int],
        nail: bool = False,
    ) -> None:
        """A finger from `start` to its tip at `end`, rounded by shading."""
        height, width = self.cover.shape
        a, b, reach = np.asarray(start) / self.step, np.asarray(end) / self.step, radius / self.step
        low = np.maximum(np.minimum(a, b) - reach - 2, 0).astype(int)
        high = np.minimum(np.maximum(a, b) + reach + 3, (width, height)).astype(int)
        if (low >= high).any():
            return
        y, x = np.mgrid[low[1] : high[1], low[0] : high[0]].astype(np.float32)
        along = b - a
        length = max(1e-3, float(np.hypot(*along)))
        unit = along / length
        t = np.clip(((x - a[0]) * unit[0] + (y - a[1]) * unit[1]), 0, length)
        dx, dy = x - a[0] - t * unit[0], y - a[1] - t * unit[1]
        away = np.hypot(dx, dy) / reach
        cover = np.clip((1 - away) * reach + 0.5, 0, 1)
        side = (dx * -0.5 + dy * -0.7) / reach
        shade = 0.62 + 0.38 * np.sqrt(np.clip(1 - away**2, 0, 1)) + 0.1 * side
        for knuckle in (0.35, 0.68):
            shade *= 1 - 0.1 * np.exp(-(((t / length - knuckle) * 14) ** 2))
        tone = shade[..., None] * np.float32(color)
        if nail:
            tip = b - unit * reach * 0.62
            u = (x - tip[0]) * unit[0] + (y - tip[1]) * unit[1]
            v = -(x - tip[0]) * unit[1] + (y - tip[1]) * unit[0]
            on = (
                np.clip((1 - np.hypot(u / (reach * 0.62), v / (reach * 0.5))) * reach * 0.4, 0, 1)[..., None]
                * 0.55
            )
            tone = tone * (1 - on) + on * (np.float32(color) * 0.6 + np.float32((110, 92, 88)))
        self._blend(low, high, tone, cover)

    def patch(self, corners: np.ndarray, color: tuple[int, int, int]) -> None:
        """A flat sticker."""
        mask = np.zeros_like(self.cover)
        cv2.fillPoly(mask, [(corners / self.step * 16).astype(np.int32)], 1.0, cv2.LINE_AA, 4)
        height, width = mask.shape
        self._blend((0, 0), (width, height), np.broadcast_to(np.float32(color), (height, width, 3)), mask)

    def stroke(self, points: np.ndarray, width: float, color: tuple[int, int, int]) -> None:
        """A felt-tip stroke."""
        mask = np.zeros_like(self.cover)
        cv2.polylines(
            mask,
            [(points / self.step * 16).astype(np.int32)],
            False,
            1.0,
            max(1, round(width / self.step)),
            cv2.LINE_AA,
            4,
        )
        height, wide = mask.shape
        self._blend(
            (0, 0), (wide, height), np.broadcast_to(np.float32(color), (height, wide, 3)), np.clip(mask, 0, 1)
        )

    def _blend(self, low, high, tone: np.ndarray, cover: np.ndarray) -> None:
        view = (slice(low[1], high[1]), slice(low[0], high[0]))
        share = cover[..., None]
        self.color[view] = self.color[view] * (1 - share) + tone * share
        self.cover[view] = 1 - (1 - self.cover[view]) * (1 - cover)
        self.used = True

    def onto(self, picture: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The picture with the layer over it, and the coverage at full size, 0...1."""
        size = (self.cover.shape[1] * self.step, self.cover.shape[0] * self.step)
        cut = (slice(0, self.size[1]), slice(0, self.size[0]))
        cover = np.ascontiguousarray(cv2.resize(self.cover, size, interpolation=cv2.INTER_LINEAR)[cut])
        tone = cv2.resize(np.clip(self.color, 0, 255).astype(np.uint8), size, interpolation=cv2.INTER_LINEAR)[
            cut
        ]
        touched = cv2.boundingRect((cover > 0).astype(np.uint8))
        x, y, w, h = touched
        view = (slice(y, y + h), slice(x, x + w))
        share = cover[view][..., None]
        picture[view] = (picture[view] * (1 - share) + tone[view] * share).astype(np.uint8)
        return picture, cover


def hand(rng: Random, outline: np.ndarray, size: tuple[int, int]) -> tuple[Layer, Layer]:
    """A hand that holds a phone by its long sides: the palm beneath it, the fingers over it.

    `outline` is the phone's quad, clockwise from its top left.
    """
    color = skin(rng)
    below, above = Layer(size), Layer(size)
    top_left, top_right, bottom_right, bottom_left = outline
    right_handed = rng.random() < 0.6
    near, far = ((top_left, bottom_left), (top_right, bottom_right))
    inward = (top_right - top_left) / max(1.0, float(np.hypot(*(top_right - top_left))))
    if not right_handed:
        near, far, inward = far, near, -inward
    across = float(np.hypot(*(top_right - top_left)))
    down = (near[1] - near[0]) / max(1.0, float(np.hypot(*(near[1] - near[0]))))
    radius, start = across * rng.uniform(0.085, 0.11), rng.uniform(0.4, 0.5)
    wrist = (bottom_left + bottom_right) / 2 + down * across * 1.8
    below.capsule(wrist, outline.mean(0) + down * across * 0.35, across * 0.42, color)
    below.capsule(
        near[0] + (near[1] - near[0]) * 0.95 + down * across * 0.3,
        near[0] + (near[1] - near[0]) * 0.7,
        across * 0.16,
        color,
    )
    for finger in range(4):
        edge = far[0] + (far[1] - far[0]) * (start + finger * 0.125)
        tip = edge - inward * radius * rng.uniform(0.4, 1.1)
        above.capsule(edge + inward * radius * 0.45, tip, radius * (0.95 if finger < 3 else 0.8), color, True)
    edge = near[0] + (near[1] - near[0]) * rng.uniform(0.55, 0.68)
    above.capsule(
        edge - inward * radius * 0.5 + down * across * 0.34,
        edge + inward * radius * rng.uniform(0.6, 1.3),
        radius * 1.2,
        color,
        True,
    )
    return below, above


def cover_number(rng: Random, layer: Layer, quad: np.ndarray, kind: str) -> None:
    """Hides part of a number: by a finger, a pen, a sticker or felt-tip strokes."""
    left, right = (quad[0] + quad[3]) / 2, (quad[1] + quad[2]) / 2
    height = float(np.hypot(*(quad[3] - quad[0])))
    along = right - left
    unit = along / max(1.0, float(np.hypot(*along)))
    normal = np.array([-unit[1], unit[0]])
    middle = left + along * rng.uniform(0.3, 0.7)
    reach = float(np.hypot(*along)) * rng.uniform(0.16, 0.3)
    if kind == "finger":
        direction = normal * rng.choice((1, -1)) + unit * rng.uniform(-0.5, 0.5)
        tip = middle - direction * height * 0.9
        layer.capsule(middle + direction * reach * 8, tip, max(reach * 0.7, height * 1.5), skin(rng), True)
    elif kind == "pen":
        direction = normal + unit * rng.uniform(-1, 1)
        layer.capsule(
            middle + direction * reach * 10,
            middle - direction * height * 2.5,
            max(reach * 0.35, height * 1.1),
            (60, 34, 26),
        )
    elif kind == "sticker":
        color = rng.choice(((240, 232, 120), (236, 236, 232), (236, 120, 60), (24, 24, 26), (200, 40, 50)))
        turn = unit * np.cos(0.1) + normal * np.sin(rng.uniform(-0.12, 0.12))
        side = np.array([-turn[1], turn[0]]) * height * rng.uniform(0.9, 1.6)
        layer.patch(
            np.array(
                [
                    middle - turn * reach - side,
                    middle + turn * reach - side,
                    middle + turn * reach + side,
                    middle - turn * reach + side,
                ]
            ),
            color,
        )
    else:
        count = rng.randrange(9, 16)
        points = [
            middle
            + unit * reach * (2 * at / count - 1)
            + normal * height * rng.uniform(0.5, 0.9) * (1 if at % 2 else -1)
            for at in range(count)
        ]
        layer.stroke(
            np.array(points), max(4, height * 0.34), rng.choice(((20, 24, 60), (16, 16, 18), (60, 20, 30)))
        )

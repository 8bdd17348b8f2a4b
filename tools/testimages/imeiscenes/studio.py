"""Puts things before the camera and takes the picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import cv2
import numpy as np

from . import camera, light, occluders, truth, wear
from . import optics as lens
from .item import Item
from .optics import Optics
from .sheet import Mark

_AREA_LIMIT = 16_000_000


@dataclass
class Placed:
    """A thing and the map from its points to the picture."""

    item: Item
    matrix: np.ndarray


@dataclass
class Lighting:
    """The light that falls on a scene, and what spoils it."""

    ambient: float
    falloff: float
    glare_on: list[np.ndarray] = field(default_factory=list)
    """Quads that reflections are put on."""
    stray_glares: int = 0
    moire: float = 0
    cover_kind: str = ""
    """What is laid over the first of the numbers, if anything."""
    hand: bool = False


@dataclass
class Exposure:
    """A taken picture (RGB bytes) with what can be read in it."""

    picture: np.ndarray
    readings: list[truth.Legibility]


def outline(
    item: Item,
    matrix: np.ndarray,
    box: tuple[float, float, float, float] | None = None,
    radius: float | None = None,
) -> np.ndarray:
    """The rounded outline of a thing, or of a box on it, in the picture."""
    left, top, right, bottom = box or item.sheet.bounds
    r = item.corner if radius is None else radius
    points = []
    for cx, cy, start in (
        (right - r, top + r, -90),
        (right - r, bottom - r, 0),
        (left + r, bottom - r, 90),
        (left + r, top + r, 180),
    ):
        for step in range(7 if r else 1):
            angle = np.radians(start + 15 * step) if r else np.radians(start + 45)
            points.append((cx + r * np.cos(angle), cy + r * np.sin(angle)))
    return camera.project(matrix, np.array(points))


def _fill(mask: np.ndarray, polygon: np.ndarray) -> None:
    limit = 2**14
    cv2.fillPoly(mask, [np.clip(polygon * 16, -limit * 16, limit * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)


def visible_window(
    item: Item, matrix: np.ndarray, size: tuple[int, int]
) -> tuple[float, float, float, float]:
    """The part of the sheet that the picture can show, in points."""
    corners = camera.project(np.linalg.inv(matrix), camera.box_corners((-8, -8, size[0] + 8, size[1] + 8)))
    left, top, right, bottom = item.sheet.bounds
    low, high = corners.min(0), corners.max(0)
    window = (max(left, low[0]), max(top, low[1]), min(right, high[0]), min(bottom, high[1]))
    return window if window[0] < window[2] and window[1] < window[3] else item.sheet.bounds


def local_scale(item: Item, matrix: np.ndarray, window: tuple[float, float, float, float]) -> float:
    """The largest number of picture pixels that a point of the window takes."""
    corners = camera.box_corners(window)
    around = np.concatenate([corners, corners + (1, 0), corners + (0, 1)])
    mapped = camera.project(matrix, around)
    return float(
        max(np.hypot(*(mapped[4:8] - mapped[:4]).T).max(), np.hypot(*(mapped[8:] - mapped[:4]).T).max())
    )


class Scene:
    """A scene under construction: reflectance, light, and where the numbers came to lie."""

    def __init__(self, rng: Random, background: np.ndarray, lighting: Lighting) -> None:
        self.rng, self.picture, self.lighting = rng, background, lighting
        self.size = (background.shape[1], background.shape[0])
        self.gain = light.falloff(rng, self.size, lighting.falloff) * np.float32(lighting.ambient)
        self.screens: list[tuple[np.ndarray, tuple[int, int, int, int], float]] = []
        self.marks: list[tuple[Mark, np.ndarray]] = []
        self.cover: np.ndarray | None = None

    def lay(self, placed: Placed, shadow: bool = True) -> None:
        """Lays a thing into the scene."""
        item, matrix = placed.item, placed.matrix
        window = visible_window(item, matrix, self.size)
        scale = local_scale(item, matrix, window) * 1.12
        area = (window[2] - window[0]) * (window[3] - window[1])
        scale = min(scale, (_AREA_LIMIT / area) ** 0.5)
        rendering, marks, to_pixels = item.sheet.render(scale, window)
        rendering = wear.apply(self.rng, item, rendering)
        warp = matrix @ np.linalg.inv(to_pixels)
        self.marks += [(mark, warp) for mark in marks]
        edge = outline(item, matrix)
        if shadow:
            lift = 6 * scale
            self.gain *= light.drop_shadow(
                self.size,
                edge,
                (self.rng.uniform(-lift, lift), self.rng.uniform(0, lift)),
                lift * 1.5,
                self.rng.uniform(0.2, 0.55),
            )
        view = self._box(edge)
        if view is None:
            return
        left, top, right, bottom = view
        move = np.array([[1, 0, -left], [0, 1, -top], [0, 0, 1]], float)
        size = (right - left, bottom - top)
        seen = cv2.warpPerspective(
            rendering, move @ warp, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        mask = np.zeros(size[::-1], np.uint8)
        _fill(mask, edge - (left, top))
        spot = self.picture[top:bottom, left:right]
        rim = (mask > 0) & (mask < 255)
        share = mask[rim][:, None] / np.float32(255)
        spot[rim] = (spot[rim] * (1 - share) + seen[rim] * share).astype(np.uint8)
        np.copyto(spot, seen, where=(mask == 255)[..., None])
        if item.screen:
            self._shine(item, matrix)

    def _box(self, polygon: np.ndarray) -> tuple[int, int, int, int] | None:
        low = np.maximum(np.floor(polygon.min(0)) - 1, 0).astype(int)
        high = np.minimum(np.ceil(polygon.max(0)) + 2, self.size).astype(int)
        return None if (low >= high).any() else (int(low[0]), int(low[1]), int(high[0]), int(high[1]))

    def _shine(self, item: Item, matrix: np.ndarray) -> None:
        """Gives a screen its own light."""
        box, radius = item.screen or ((0, 0, 0, 0), 0)
        edge = outline(item, matrix, (box[0], box[1], box[0] + box[2], box[1] + box[3]), radius)
        view = self._box(edge)
        if view is None:
            return
        left, top, right, bottom = view
        mask = np.zeros((bottom - top, right - left), np.uint8)
        _fill(mask, edge - (left, top))
        share = mask.astype(np.float32) / 255
        spot = self.gain[top:bottom, left:right]
        spot += (np.float32(item.glow) * (0.9 + 0.1 * spot / max(1e-3, self.lighting.ambient)) - spot) * share
        self.screens.append((share, view, item.glow))

    def grip(self, placed: Placed, shadow: bool) -> None:
        """Lays a phone into a hand."""
        corners = camera.project(placed.matrix, camera.box_corners(placed.item.sheet.bounds))
        below, above = occluders.hand(self.rng, corners, self.size)
        below.onto(self.picture)
        self.lay(placed, shadow)
        self._cover(above)

    def cover_up(self) -> None:
        """Lays fingers, pens and stickers over numbers."""
        if self.lighting.cover_kind and self.marks:
            layer = occluders.Layer(self.size)
            count = self.rng.randrange(1, len(self.marks) + 1)
            for mark, warp in self.rng.sample(self.marks, count):
                occluders.cover_number(
                    self.rng, layer, camera.project(warp, mark.quad), self.lighting.cover_kind
                )
            self._cover(layer)

    def _cover(self, layer: occluders.Layer) -> None:
        ambient = np.float32(max(self.lighting.ambient, 0.12))
        self.picture, cover = layer.onto(self.picture)
        self.gain += (ambient - self.gain) * cover
        self.cover = cover if self.cover is None else np.maximum(self.cover, cover)

    def take(self, optics: Optics) -> Exposure:
        """Exposes the scene."""
        rng, lighting = self.rng, self.lighting
        radiance = cv2.LUT(self.picture, lens.linear_table(optics))
        cv2.multiply(radiance, cv2.merge([self.gain] * 3), radiance)
        for share, box, _ in self.screens:
            if lighting.moire:
                full = (0, 0, box[2] - box[0], box[3] - box[1])
                light.moire(rng, radiance[box[1] : box[3], box[0] : box[2]], share, full, lighting.moire)
        for quad in lighting.glare_on:
            reach = float(np.hypot(*(quad[1] - quad[0]))) * rng.uniform(0.3, 0.55)
            place = quad.mean(0) + (quad[1] - quad[0]) * rng.uniform(-0.25, 0.25)
            light.glare(rng, radiance, (float(place[0]), float(place[1])), reach, rng.uniform(4, 9))
        for _ in range(lighting.stray_glares):
            light.glare(
                rng,
                radiance,
                (rng.uniform(0, self.size[0]), rng.uniform(0, self.size[1])),
                rng.uniform(0.03, 0.16) * self.size[0],
                rng.uniform(0.1, 1.0),
            )
        clean = lens.develop(lens.blur(radiance, optics), optics)
        grey = cv2.cvtColor(clean, cv2.COLOR_RGB2GRAY)
        table = lens.noise_table(optics)
        readings = [
            truth.measure(mark, warp, grey, table, optics.sigma, self.cover) for mark, warp in self.marks
        ]
        return Exposure(lens.add_noise(rng, clean, optics), readings)

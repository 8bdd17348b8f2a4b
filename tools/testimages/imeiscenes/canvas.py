"""A rendering in progress, and the marks that it leaves where numbers stand."""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np
from PIL import Image, ImageDraw

from . import fonts
from .identifiers import Number

Color = tuple[int, int, int]


@dataclass
class Mark:
    """Where a number stands on a sheet, in pixels of the rendering."""

    number: Number
    quad: np.ndarray
    """Corners of the printed string at digit height: top left, top right, bottom right, bottom left."""
    cells: list[tuple[float, float]]
    """Left and right edge of every digit of the IMEI."""
    ink: np.ndarray
    """Coverage of the string, 0...1, over the quad grown by a margin."""
    ink_origin: tuple[float, float]


@dataclass
class Canvas:
    """A rendering in progress: a window of the sheet at a scale in pixels a point."""

    image: Image.Image
    scale: float
    origin: tuple[float, float]
    draw: ImageDraw.ImageDraw
    marks: list[Mark] = field(default_factory=list)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Pixels of a place in points."""
        return (x * self.scale - self.origin[0], y * self.scale - self.origin[1])

    def box(self, x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
        """Pixel box of a box in points."""
        left, top = self.at(x, y)
        return (left, top, left + width * self.scale, top + height * self.scale)

    def paste(
        self, picture: np.ndarray, x: float, y: float, width: float, height: float, smooth: bool = True
    ) -> None:
        """Draws a picture stretched over a box in points."""
        left, top, right, bottom = (round(v) for v in self.box(x, y, width, height))
        view = (max(left, 0), max(top, 0), min(right, self.image.width), min(bottom, self.image.height))
        if view[0] >= view[2] or view[1] >= view[3]:
            return
        fx, fy = picture.shape[1] / (right - left), picture.shape[0] / (bottom - top)
        if smooth:
            matrix = np.float64(
                [[fx, 0, (view[0] - left + 0.5) * fx - 0.5], [0, fy, (view[1] - top + 0.5) * fy - 0.5]]
            )
            piece = cv2.warpAffine(
                picture,
                matrix,
                (view[2] - view[0], view[3] - view[1]),
                flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
                borderMode=cv2.BORDER_REPLICATE,
            )
        else:
            columns = ((np.arange(view[0], view[2]) - left + 0.5) * fx).astype(int)
            rows = ((np.arange(view[1], view[3]) - top + 0.5) * fy).astype(int)
            piece = picture[rows.clip(0, picture.shape[0] - 1)][:, columns.clip(0, picture.shape[1] - 1)]
        if piece.ndim == 2:
            piece = cv2.cvtColor(piece, cv2.COLOR_GRAY2RGB)
        if piece.shape[2] == 4:
            self.image.paste(Image.fromarray(piece[..., :3]), view[:2], Image.fromarray(piece[..., 3]))
        else:
            self.image.paste(Image.fromarray(piece), view[:2])


def draw_text(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    file: str,
    size: float,
    fill: Color,
    number: Number | None,
    spacing: float,
    shadow: float,
) -> None:
    """Draws one line and records the mark of its number."""
    font = fonts.load(file, round(max(2.0, size * canvas.scale), 2))
    left, base = canvas.at(x, y)
    step = spacing * canvas.scale
    reach = font.size * 2
    if base < -reach or base > canvas.image.height + reach or left > canvas.image.width + reach:
        return
    if shadow:
        offset = max(1.0, font.size * 0.05)
        dark = tuple(round(value * (1 - shadow)) for value in (60, 60, 60))
        _string(canvas.draw, left + offset * 0.6, base + offset, text, font, dark, step)
    _string(canvas.draw, left, base, text, font, fill, step)
    if number is not None:
        canvas.marks.append(_mark(number, left, base, text, font, step))


def _string(draw: ImageDraw.ImageDraw, x: float, y: float, text: str, font, fill, step: float) -> None:
    if not step:
        draw.text((x, y), text, fill, font, anchor="ls")
        return
    for at, character in enumerate(text):
        draw.text((x + font.getlength(text[:at]) + step * at, y), character, fill, font, anchor="ls")


def _mark(number: Number, left: float, base: float, text: str, font, step: float) -> Mark:
    """The mark of a number just drawn."""
    start = text.index(number.printed)
    edge = [
        left + font.getlength(text[: start + at]) + step * (start + at)
        for at in range(len(number.printed) + 1)
    ]
    top = base + font.getbbox("0123456789", anchor="ls")[1]
    quad = np.array([[edge[0], top], [edge[-1] - step, top], [edge[-1] - step, base], [edge[0], base]])
    digits = [at for at, character in enumerate(number.printed) if character.isalnum() or character in "*•"]
    cells = [(edge[at], edge[at + 1] - step) for at in digits[:15]]
    margin = (base - top) * 0.2
    origin = (float(np.floor(edge[0] - margin)), float(np.floor(top - margin)))
    size = (int(edge[-1] - edge[0] + 2 * margin) + 2, int(base - top + 2 * margin) + 2)
    mask = Image.new("L", size)
    _string(ImageDraw.Draw(mask), edge[0] - origin[0], base - origin[1], number.printed, font, 255, step)
    return Mark(number, quad, cells, np.asarray(mask, np.float32) / 255, origin)

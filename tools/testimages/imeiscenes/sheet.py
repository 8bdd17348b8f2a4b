"""A flat thing seen straight on: a display list in points that is drawn at any scale."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np
from PIL import Image, ImageDraw

from . import fonts
from .canvas import Canvas, Color, Mark, draw_text
from .fonts import Face
from .identifiers import Number

Paint = Callable[["Canvas"], None]


class Sheet:
    """What is drawn on one flat thing; x to the right, y down, in points.

    The thing reaches `margins` (left, top, right, bottom) beyond the box from (0, 0) to
    (width, height): the bezel round a phone's screen, for one.
    """

    def __init__(
        self,
        width: float,
        height: float,
        background: Color = (255, 255, 255),
        margins: tuple[float, float, float, float] = (0, 0, 0, 0),
    ) -> None:
        self.width, self.height = width, height
        self.bounds = (-margins[0], -margins[1], width + margins[2], height + margins[3])
        self.background = background
        self.paints: list[Paint] = []
        self.numbers: list[tuple[Number, float, tuple[float, float, float, float]]] = []
        """Every marked number with its digit height and its box (x, y, width, height)."""
        self.lines: list[tuple[str, float, float, float, float]] = []
        """Every line of text: the string, left, baseline, width, font size."""

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: Color | None = None,
        radius: float = 0,
        outline: Color | None = None,
        line: float = 0,
        alpha: float = 1,
    ) -> None:
        """A rectangle with rounded corners; `alpha` below 1 lets what is beneath show."""

        def paint(canvas: Canvas) -> None:
            box = canvas.box(x, y, width, height)
            if box[2] <= 0 or box[3] <= 0 or box[0] >= canvas.image.width or box[1] >= canvas.image.height:
                return
            stroke = max(1, round(line * canvas.scale)) if line else 0
            if alpha >= 1:
                canvas.draw.rounded_rectangle(box, radius * canvas.scale, fill, outline, stroke)
                return
            mask = Image.new("L", canvas.image.size)
            ImageDraw.Draw(mask).rounded_rectangle(box, radius * canvas.scale, round(255 * alpha))
            canvas.image.paste(fill, (0, 0), mask)

        self.paints.append(paint)

    def ellipse(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: Color | None,
        outline: Color | None = None,
        line: float = 0,
        alpha: float = 1,
    ) -> None:
        """An ellipse in a box."""
        if alpha < 1:
            self.rect(x, y, width, height, fill, min(width, height) / 2, alpha=alpha)
            return
        self.paints.append(
            lambda canvas: canvas.draw.ellipse(
                canvas.box(x, y, width, height),
                fill,
                outline,
                max(1, round(line * canvas.scale)) if line else 0,
            )
        )

    def line(self, points: Sequence[tuple[float, float]], fill: Color, width: float = 1) -> None:
        """A line through points."""
        self.paints.append(
            lambda canvas: canvas.draw.line(
                [canvas.at(*point) for point in points], fill, max(1, round(width * canvas.scale)), "curve"
            )
        )

    def polygon(self, points: Sequence[tuple[float, float]], fill: Color) -> None:
        """A filled polygon."""
        self.paints.append(lambda canvas: canvas.draw.polygon([canvas.at(*p) for p in points], fill))

    def picture(
        self, picture: np.ndarray, x: float, y: float, width: float, height: float, smooth: bool = True
    ) -> None:
        """A picture (grey, RGB or RGBA) stretched over a box."""
        self.paints.append(lambda canvas: canvas.paste(picture, x, y, width, height, smooth))

    def bars(
        self, widths: Sequence[int], x: float, y: float, width: float, height: float, ink: Color = (0, 0, 0)
    ) -> None:
        """A one-dimensional barcode over a box, drawn with soft edges."""
        total = sum(widths)

        def paint(canvas: Canvas) -> None:
            left, top, right, bottom = canvas.box(x, y, width, height)
            if bottom <= 0 or top >= canvas.image.height:
                return
            fine = np.zeros(max(1, round((right - left) * 8)), np.uint8)
            edge = 0
            for at, module in enumerate(widths):
                start, edge = edge, edge + module
                if at % 2 == 0:
                    fine[round(start / total * fine.size) : round(edge / total * fine.size)] = 255
            row = cv2.resize(fine[None], (max(1, round(right - left)), 1), interpolation=cv2.INTER_AREA)
            mask = Image.fromarray(np.repeat(row, max(1, round(bottom - top)), 0))
            canvas.image.paste(ink, (round(left), round(top)), mask)

        self.paints.append(paint)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        face: Face,
        size: float,
        fill: Color = (0, 0, 0),
        bold: bool = False,
        anchor: str = "l",
        number: Number | None = None,
        spacing: float = 0,
        shadow: float = 0,
        fit: float = 0,
    ) -> float:
        """A line of text on the baseline `y`; returns its width.

        `anchor` is l, m or r. With `number`, the part of the text that is its printed form is
        marked. `spacing` is added between letters, `shadow` darkens what is behind, and `fit`
        is the width that the text is shrunk to if it is wider.
        """
        file = face.file(bold)
        length = fonts.width(file, size, text) + spacing * max(0, len(text) - 1)
        if fit and length > fit:
            size, spacing, length = size * fit / length, spacing * fit / length, fit
        left = x - {"l": 0.0, "m": length / 2, "r": length}[anchor]
        self.lines.append((text, left, y, length, size))
        if number is not None:
            height = fonts.digit_height(file) * size
            start = text.index(number.printed)
            before = fonts.width(file, size, text[:start]) + spacing * start
            wide = fonts.width(file, size, number.printed) + spacing * len(number.printed)
            self.numbers.append((number, height, (left + before, y - height, wide, height)))
        self.paints.append(
            lambda canvas: draw_text(canvas, left, y, text, file, size, fill, number, spacing, shadow)
        )
        return length

    def render(
        self,
        scale: float,
        window: tuple[float, float, float, float] | None = None,
    ) -> tuple[np.ndarray, list[Mark], np.ndarray]:
        """Pixels (RGB), marks, and the 3x3 matrix from points to pixels.

        `window` limits the drawing to a box in points (left, top, right, bottom).
        """
        left, top, right, bottom = window or self.bounds
        origin = (float(np.floor(left * scale)), float(np.floor(top * scale)))
        size = (max(1, round(right * scale - origin[0])), max(1, round(bottom * scale - origin[1])))
        image = Image.new("RGB", size, self.background)
        canvas = Canvas(image, scale, origin, ImageDraw.Draw(image))
        for paint in self.paints:
            paint(canvas)
        matrix = np.array([[scale, 0, -origin[0]], [0, scale, -origin[1]], [0, 0, 1]])
        return np.asarray(image), canvas.marks, matrix

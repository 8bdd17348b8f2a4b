"""Things that lie before the camera: a sheet with an outline and a material."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import numpy as np

from . import wallpaper
from .brief import Brief
from .sheet import Canvas, Color, Sheet

Box = tuple[float, float, float, float]


@dataclass
class Item:
    """One thing with everything the camera and the manifest need to know of it."""

    sheet: Sheet
    brief: Brief
    scene: str
    subkind: str
    material: str
    """screen, paper, plastic or metal: decides gloss and texture."""
    corner: float = 0
    """Corner radius of the outline in points."""
    screen: tuple[Box, float] | None = None
    """The part that shines by itself, and its corner radius."""
    has_barcode: bool = False
    glow: float = 0.8
    """Brightness of the screen against what the exposure takes for white."""
    wear: list[str] = field(default_factory=list)
    """Defects of the surface: crease, scratches, fading, dirt."""
    held: bool = False
    """Whether a hand may hold it."""


@dataclass
class Body:
    """A phone's sheet, its screen size and its outline."""

    sheet: Sheet
    width: float
    height: float
    corner: float
    screen_corner: float
    top: float
    """Height of the status bar."""
    notch: str
    frame: Color
    tint: Color
    items: list[str] = field(default_factory=list)


_FRAMES: tuple[Color, ...] = (
    (18, 18, 20),
    (30, 30, 34),
    (60, 62, 66),
    (190, 192, 196),
    (226, 226, 228),
    (24, 36, 60),
    (150, 130, 100),
    (40, 60, 50),
)


def phone(rng: Random, family: str, background: Color) -> Body:
    """A phone's front with an empty screen; the screen begins at (0, 0)."""
    if family == "ios":
        width, height = rng.choice(((390, 844), (393, 852), (430, 932), (375, 812)))
        corner, bezel, notch = 47.0, rng.uniform(9, 13), rng.choice(("island", "notch", "island"))
        margins, top = (bezel,) * 4, 54.0
    elif family == "ios_old":
        width, height = rng.choice(((375, 667), (320, 568)))
        corner, notch, top = 0.0, "", 20.0
        margins = (14.0, 70.0, 14.0, 74.0)
    elif family == "old":
        width, height = 360, 640
        corner, notch, top = 0.0, "", 24.0
        margins = (14.0, 60.0, 14.0, rng.choice((30.0, 64.0)))
    else:
        width, height = rng.choice(((360, 780), (384, 832), (393, 851), (412, 915), (360, 800)))
        corner, notch = rng.choice((12.0, 22.0, 34.0)), rng.choice(("hole", "hole", "drop", "hole_left"))
        bezel = rng.uniform(6, 12)
        margins, top = (bezel, bezel, bezel, bezel + rng.uniform(0, 7)), 34.0
    frame = rng.choice(_FRAMES)
    sheet = Sheet(width, height, frame, margins)
    outer = corner + margins[0] if corner else 40.0
    left, up, right, down = sheet.bounds
    glass = frame if family.endswith("old") and sum(frame) > 500 else (8, 8, 9)
    rim = rng.uniform(2, 4)
    sheet.rect(left + rim, up + rim, right - left - 2 * rim, down - up - 2 * rim, glass, outer - rim)
    sheet.rect(0, 0, width, height, background, corner)
    if family == "ios_old":
        sheet.ellipse(width / 2 - 25, height + 12, 50, 50, None, (90, 90, 92), 2)
        sheet.rect(width / 2 - 25, -38, 50, 5, (50, 50, 52), 2.5)
    elif family == "old":
        sheet.rect(width / 2 - 30, -36, 60, 6, (60, 60, 62), 3)
    return Body(sheet, width, height, outer, corner, top, notch, frame, background)


def close_screen(body: Body) -> None:
    """Rounds the screen's corners and draws the camera cut-out; call when the screen is full."""
    sheet, radius = body.sheet, body.screen_corner
    if radius:

        def corners(canvas: Canvas) -> None:
            for right in (False, True):
                for bottom in (False, True):
                    _corner(canvas, body, right, bottom)

        sheet.paints.append(corners)
    middle = body.width / 2
    if body.notch == "island":
        sheet.rect(middle - 62, 11, 124, 36, (4, 4, 5), 18)
    elif body.notch == "notch":
        sheet.rect(middle - 82, -6, 164, 36, (6, 6, 7), 16)
    elif body.notch == "hole":
        sheet.ellipse(middle - 10, 8, 20, 20, (5, 5, 6))
    elif body.notch == "hole_left":
        sheet.ellipse(18, 9, 20, 20, (5, 5, 6))
    elif body.notch == "drop":
        sheet.ellipse(middle - 14, -6, 28, 28, (6, 6, 7))


def _corner(canvas: Canvas, body: Body, right: bool, bottom: bool) -> None:
    """Paints one corner outside the rounded screen in the bezel's black."""
    size = max(2, round(body.screen_corner * canvas.scale))
    y, x = np.mgrid[0:size, 0:size] + 0.5
    away = np.hypot(size - x, size - y) - size
    cover = np.clip(away + 0.5, 0, 1)
    cover = cover[::-1] if bottom else cover
    cover = cover[:, ::-1] if right else cover
    picture = np.empty((size, size, 4), np.uint8)
    picture[..., :3] = 8
    picture[..., 3] = cover * 255
    radius = body.screen_corner
    canvas.paste(
        picture, body.width - radius if right else 0, body.height - radius if bottom else 0, radius, radius
    )


def screen_item(
    body: Body, brief: Brief, scene: str, subkind: str, has_barcode: bool = False, glow: float = 0.8
) -> Item:
    """The finished item of a phone whose screen has been drawn."""
    close_screen(body)
    return Item(
        body.sheet,
        brief,
        scene,
        subkind,
        "screen",
        body.corner,
        ((0, 0, body.width, body.height), body.screen_corner),
        has_barcode,
        glow,
        held=True,
    )


def status_bar(rng: Random, body: Body, face, ink: Color, left: str) -> None:
    """Clock or carrier, signal bars and battery."""
    sheet, size = body.sheet, 15 if body.top > 50 else 12
    base = body.top * 0.62 + size * 0.36
    inset = 30 if body.top > 50 else (46 if body.notch == "hole_left" else 16)
    sheet.text(inset, base, left, face, size, ink, bold=True)
    right = body.width - inset
    sheet.rect(right - 24, base - 10, 22, 11, None, 3, ink, 1)
    sheet.rect(right - 22, base - 8, rng.uniform(5, 18), 7, ink, 1.5)
    for bar in range(4):
        height = 3 + 2.4 * bar
        sheet.rect(right - 66 + bar * 5, base - height, 3.4, height, ink, 0.8)
    sheet.text(right - 44, base, rng.choice(("5G", "4G", "LTE", "")), face, 11, ink, bold=True)


def ink_on(background: Color | np.ndarray, top: float = 0, bottom: float = 1) -> Color:
    """White or near-black, whichever stands out from a background."""
    if isinstance(background, np.ndarray):
        grey = wallpaper.brightness(background, top, bottom)
    else:
        grey = (background[0] * 0.3 + background[1] * 0.59 + background[2] * 0.11) / 255
    return (18, 18, 20) if grey > 0.62 else (250, 250, 250)

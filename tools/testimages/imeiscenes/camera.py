"""Where the camera stands: the map from a flat thing's points to picture pixels."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from random import Random

import numpy as np

from .item import Item


@dataclass
class Pose:
    """How a flat thing lies before the camera."""

    rotation: float
    """Degrees, clockwise in the picture."""
    tilt: tuple[float, float]
    """Degrees about the picture's x and y axes."""
    pixels_per_point: float
    """Scale at the anchor, before foreshortening."""


def homography(
    pose: Pose,
    anchor: tuple[float, float],
    target: tuple[float, float],
    size: tuple[int, int],
    focal: float = 1.25,
) -> np.ndarray:
    """The 3x3 matrix that maps points of the thing to pixels; `anchor` lands on `target`.

    `focal` is the focal length as a share of the longer picture side.
    """
    length = focal * max(size)
    a, b, c = radians(pose.tilt[0]), radians(pose.tilt[1]), radians(pose.rotation)
    about_x = np.array([[1, 0, 0], [0, cos(a), -sin(a)], [0, sin(a), cos(a)]])
    about_y = np.array([[cos(b), 0, sin(b)], [0, 1, 0], [-sin(b), 0, cos(b)]])
    about_z = np.array([[cos(c), -sin(c), 0], [sin(c), cos(c), 0], [0, 0, 1]])
    turn = about_x @ about_y @ about_z
    depth = length / pose.pixels_per_point
    center = np.array(
        [(target[0] - size[0] / 2) / length * depth, (target[1] - size[1] / 2) / length * depth, depth]
    )
    shift = center - turn[:, 0] * anchor[0] - turn[:, 1] * anchor[1]
    camera = np.array([[length, 0, size[0] / 2], [0, length, size[1] / 2], [0, 0, 1]])
    matrix = camera @ np.column_stack([turn[:, 0], turn[:, 1], shift])
    return matrix / matrix[2, 2]


def project(matrix: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Maps (n, 2) points."""
    mapped = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return mapped[:, :2] / mapped[:, 2:]


def box_corners(box: tuple[float, float, float, float]) -> np.ndarray:
    """Corners of a box (left, top, right, bottom), clockwise from the top left."""
    left, top, right, bottom = box
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], float)


def focus_box(item: Item) -> tuple[float, float, float, float]:
    """The box round the rows that matter, with their captions: beside, on the line above, or within."""
    boxes = []
    for entry in item.brief.entries:
        for text, _, base, _, _ in item.sheet.lines:
            if entry.text not in text:
                continue
            beside = [line for line in item.sheet.lines if line[2] == base]
            above = [
                line
                for line in item.sheet.lines
                if base - 90 < line[2] < base and line[0].rstrip(":") == entry.caption
            ]
            if text == entry.text and len(beside) == 1 and above:
                beside.append(max(above, key=lambda line: line[2]))
            boxes.append(
                (
                    min(line[1] for line in beside),
                    min(line[2] - line[4] * 0.8 for line in beside),
                    max(line[1] + line[3] for line in beside),
                    base,
                )
            )
    boxes = boxes or [item.sheet.bounds]
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )


def digit_height(item: Item) -> float:
    """Height in points of the smallest marked digits."""
    return min((height for _, height, _ in item.sheet.numbers), default=9.0)


def place(
    rng: Random, item: Item, pose: Pose, size: tuple[int, int], margin: float, cut: float = 0
) -> np.ndarray:
    """Puts a thing into the picture so that its numbers lie inside by `margin` pixels.

    The thing itself is centred as far as the numbers allow, with some disorder. With `cut`
    the numbers are pushed over a border by that share of their length.
    """
    box = focus_box(item)
    anchor = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    middle = (size[0] / 2, size[1] / 2)
    for _ in range(12):
        matrix = homography(pose, anchor, middle, size)
        focus = project(matrix, box_corners(box))
        extent = focus.max(0) - focus.min(0)
        room = np.array(size) - 2 * margin
        if (extent <= room).all():
            break
        pose.pixels_per_point *= float(min(room / extent)) * 0.98
    outline = project(matrix, box_corners(item.sheet.bounds))
    wish = np.array(middle) - (outline.max(0) + outline.min(0)) / 2
    spread = np.maximum(0, np.array(size) - (outline.max(0) - outline.min(0))) / 2
    wish += np.array([rng.uniform(-0.8, 0.8), rng.uniform(-0.8, 0.8)]) * spread
    low, high = margin - focus.min(0), np.array(size) - margin - focus.max(0)
    shift = np.clip(wish, np.minimum(low, high), np.maximum(low, high))
    if cut:
        along = focus[1] - focus[0]
        axis = int(abs(along[1]) > abs(along[0]))
        side = rng.random() < 0.5
        over = cut * extent[axis]
        shift[axis] = (size[axis] - focus.max(0)[axis] + over) if side else (-focus.min(0)[axis] - over)
    return homography(pose, anchor, (middle[0] + shift[0], middle[1] + shift[1]), size)

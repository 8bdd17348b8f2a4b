from __future__ import annotations

from math import cos, radians, sin

import pytest

from peers.rows import Box, lines


def box(text: str, x: float, y: float, width: float, height: float = 20, turned: float = 0) -> Box:
    """A box in a frame that is turned about the origin, by degrees."""
    c, s = cos(radians(turned)), sin(radians(turned))
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    return Box(text, [(c * a - s * b, s * a + c * b) for a, b in corners])


@pytest.mark.parametrize("turned", [0, 8, 90, 137, 180, -90])
def test_boxes_on_one_row_are_joined_in_reading_order(turned: float) -> None:
    boxes = [
        box("608737 4", 240, 3, 120, turned=turned),
        box("IMEI 35", 0, 0, 100, turned=turned),
        box("173418", 120, 2, 100, turned=turned),
    ]
    assert lines(boxes)[3:] == ["IMEI 35 173418 608737 4"]


@pytest.mark.parametrize(
    "second",
    [
        box("b", 120, 22, 100),
        box("b", 320, 0, 100),
        box("b", 120, 0, 100, height=60),
        box("b", 120, -40, 100, turned=25),
        box("b", 0, 0, 100),
    ],
    ids=["next line", "far away", "other size", "other direction", "same place"],
)
def test_other_boxes_are_left_alone(second: Box) -> None:
    assert lines([box("a", 0, 0, 100), second]) == ["a", "b"]


def test_two_lines_make_two_rows() -> None:
    boxes = [box("a", 0, 0, 50), box("b", 60, 0, 50), box("c", 0, 30, 50), box("d", 60, 30, 50)]
    assert lines(boxes)[4:] == ["a b", "c d"]


@pytest.mark.parametrize(
    "quad", [[], [[0, 0]] * 4, [[float("nan"), 0]] * 4, [["x", None]] * 4, [[1, 2, 3]] * 4]
)
def test_broken_quadrilaterals_keep_their_text(quad: list[list[float]]) -> None:
    assert lines([Box("a", quad), box("b", 0, 0, 100)]) == ["a", "b"]

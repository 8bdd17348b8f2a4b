"""What can be read of each number in the finished picture, measured digit by digit."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Any

import cv2
import numpy as np

from . import camera
from .identifiers import Number
from .sheet import Mark

MIN_DIGIT_PX = 9.0
MAX_BLUR_RATIO = 0.17
MIN_CONTRAST = 0.035
MIN_CNR = 4.0
HIDDEN_SHARE = 0.12


@dataclass
class Legibility:
    """One number in the picture; lengths in pixels, contrast and noise with white as 1."""

    number: Number
    quad: np.ndarray
    digit_px: float
    blur: float
    contrast: float
    """The weakest digit's difference between ink and ground."""
    noise: float
    cut: int
    """Digits beyond the picture's border."""
    hidden: int
    """Digits under something."""
    washed: int
    """Digits whose contrast is gone though the picture holds them."""
    buried: bool
    """Whether a hidden digit is hidden by more than half."""

    @property
    def blur_ratio(self) -> float:
        """Blur as a share of the digit height."""
        return self.blur / max(0.1, self.digit_px)

    @property
    def cnr(self) -> float:
        """Contrast to noise, larger digits counting for more."""
        return self.contrast / max(1e-4, self.noise) * sqrt(max(0.0, self.digit_px)) / 2

    @property
    def readable(self) -> bool:
        """Whether a careful person reads every digit."""
        return (
            self.digit_px >= MIN_DIGIT_PX
            and self.blur_ratio <= MAX_BLUR_RATIO
            and self.contrast >= MIN_CONTRAST
            and self.cnr >= MIN_CNR
            and not (self.cut or self.hidden or self.washed)
        )

    @property
    def hopeless(self) -> bool:
        """Whether nobody could read every digit: unreadable by a clear margin."""
        return (
            self.digit_px < 6
            or self.blur_ratio > 0.3
            or self.cut > 0
            or self.buried
            or (self.washed > 0 and self.contrast < 0.012)
            or self.cnr < 0.8
        )

    def record(self, stored_quad: np.ndarray) -> dict[str, Any]:
        """The object of `per_imei` in the manifest."""
        return {
            "imei": self.number.digits,
            "printed": self.number.printed,
            "luhn_ok": self.number.luhn_ok,
            "digit_px": round(self.digit_px, 1),
            "blur": round(self.blur, 2),
            "blur_ratio": round(self.blur_ratio, 3),
            "cut": self.cut,
            "hidden": self.hidden,
            "washed": self.washed,
            "contrast": round(self.contrast, 3),
            "noise": round(self.noise, 4),
            "cnr": round(min(999.0, self.cnr), 1),
            "readable": self.readable,
            "poly_stored": [[round(float(x)), round(float(y))] for x, y in stored_quad],
        }


def measure(
    mark: Mark,
    matrix: np.ndarray,
    clean: np.ndarray,
    noise: np.ndarray,
    sigma: float,
    cover: np.ndarray | None,
) -> Legibility:
    """Measures one mark.

    `matrix` maps the rendering's pixels to the picture, `clean` is the grey picture before
    noise, `noise` the noise by grey value (both in bytes), `sigma` the blur, `cover` what lies
    over the scene.
    """
    height, width = clean.shape
    quad = camera.project(matrix, mark.quad)
    sides = [float(np.hypot(*(quad[a] - quad[b]))) for a, b in ((0, 3), (1, 2))]
    top, bottom = mark.quad[0][1], mark.quad[3][1]
    centers = camera.project(
        matrix, np.array([[(a + b) / 2, y] for a, b in mark.cells for y in (top, bottom)])
    )
    inside = (
        (
            (centers[:, 0] > 1)
            & (centers[:, 0] < width - 2)
            & (centers[:, 1] > 1)
            & (centers[:, 1] < height - 2)
        )
        .reshape(-1, 2)
        .all(1)
    )
    zoom = max(12.0, min(sides)) / max(1e-3, bottom - top)
    strip_size = (max(2, int(mark.ink.shape[1] * zoom)), max(2, int(mark.ink.shape[0] * zoom)))
    to_rendering = np.array([[1 / zoom, 0, mark.ink_origin[0]], [0, 1 / zoom, mark.ink_origin[1]], [0, 0, 1]])
    view = matrix @ to_rendering
    strip = cv2.warpPerspective(
        clean,
        view,
        strip_size,
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    ink = cv2.resize(mark.ink, strip_size, interpolation=cv2.INTER_AREA)
    veil = (
        None
        if cover is None
        else cv2.warpPerspective(cover, view, strip_size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
    )
    contrasts, covered = [], []
    for left, right in mark.cells:
        a = max(0, int((left - mark.ink_origin[0]) * zoom - 1))
        b = max(a + 2, int((right - mark.ink_origin[0]) * zoom + 1))
        share, grey = ink[:, a:b], strip[:, a:b].astype(np.float32) / 255
        dark, ground = float(share.sum()), float((1 - share).sum())
        contrasts.append(
            float((grey * share).sum()) / max(1e-3, dark)
            - float((grey * (1 - share)).sum()) / max(1e-3, ground)
        )
        rows = slice(
            int((top - mark.ink_origin[1]) * zoom), max(2, int((bottom - mark.ink_origin[1]) * zoom))
        )
        covered.append(0.0 if veil is None else float(veil[rows, a:b].mean()))
    signed = np.array(contrasts) * (1 if np.median(contrasts) >= 0 else -1)
    weakest, usual = float(signed.min()), float(np.median(signed))
    shown = np.array(covered) <= HIDDEN_SHARE
    return Legibility(
        number=mark.number,
        quad=quad,
        digit_px=min(sides),
        blur=sigma,
        contrast=max(0.0, weakest),
        noise=float(noise[int(np.clip(strip.mean(), 0, 255))]) / 255,
        cut=int((~inside).sum()),
        hidden=int((~shown).sum()),
        washed=int((shown & inside & ((signed < 0.3 * usual) | (signed < 0.012))).sum()),
        buried=bool(max(covered, default=0.0) > 0.5),
    )

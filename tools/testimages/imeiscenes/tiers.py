"""How hard a picture is: the ranges that each tier draws its camera from."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt
from random import Random

from .optics import LENS_SIGMA, Optics

Range = tuple[float, float]
TIERS = ("easy", "medium", "hard", "extreme")
TIER_SHARES = (35, 35, 20, 10)
EXTREME_MODES = ("blur", "motion", "glare", "cover", "finger", "cut", "tiny", "dark")


@dataclass(frozen=True)
class Tier:
    """Ranges of one tier; digit heights and blur in pixels of the picture."""

    digit_px: Range
    blur_ratio: Range
    tilt: float
    shot: Range
    quality: tuple[int, int]
    haze: Range
    exposure: Range
    glare: float
    """Share of pictures with a reflection somewhere beside the numbers."""
    any_angle: float
    """Share of pictures turned by any angle rather than about a quarter turn."""
    slant: float
    """Spread in degrees about the quarter turns."""
    falloff: Range


RANGES = {
    "easy": Tier(
        (17, 52),
        (0.015, 0.047),
        9,
        (6e-5, 3e-4),
        (81, 95),
        (0, 0.015),
        (0.7, 1.1),
        0.15,
        0.04,
        3,
        (0.05, 0.5),
    ),
    "medium": Tier(
        (14, 34),
        (0.026, 0.085),
        17,
        (1.7e-4, 9.6e-4),
        (66, 92),
        (0, 0.05),
        (0.4, 1.15),
        0.25,
        0.12,
        7,
        (0.1, 0.8),
    ),
    "hard": Tier(
        (10.2, 21),
        (0.045, 0.135),
        24,
        (4.4e-4, 3e-3),
        (42, 83),
        (0, 0.09),
        (0.22, 1.2),
        0.3,
        0.3,
        14,
        (0.2, 1.0),
    ),
    "extreme": Tier(
        (11, 32), (0.03, 0.09), 24, (3e-4, 3e-3), (30, 83), (0, 0.08), (0.25, 1.2), 0.2, 0.2, 10, (0.2, 1.0)
    ),
}


def between(rng: Random, span: Range) -> float:
    """A value of the range, small ones as likely as large ones by ratio."""
    return exp(rng.uniform(log(span[0]), log(span[1])))


def rotation(rng: Random, tier: Tier) -> float:
    """Degrees by which the picture shows a thing turned."""
    if rng.random() < tier.any_angle:
        return rng.uniform(0, 360)
    quarter = rng.choices((0, 90, 180, 270), (60, 14, 12, 14))[0]
    return (quarter + rng.gauss(0, tier.slant / 2)) % 360


def blur_for(rng: Random, sigma: float) -> tuple[float, float]:
    """Disc radius and streak length that together with the lens give a blur `sigma`."""
    rest = max(0.0, sigma**2 - LENS_SIGMA**2)
    share = rng.choice((1.0, 1.0, 0.0, 0.0, rng.random()))
    return 2 * sqrt(share * rest), sqrt(12 * (1 - share) * rest)


def optics(rng: Random, tier: Tier, digit_px: float, mode: str = "") -> Optics:
    """A camera for a tier; `mode` is what spoils an extreme picture."""
    ratio = rng.uniform(*tier.blur_ratio)
    defocus, motion = blur_for(rng, ratio * digit_px)
    if mode == "blur":
        defocus, motion = 2 * digit_px * rng.uniform(0.32, 0.5), 0.0
    elif mode == "motion":
        defocus, motion = min(defocus, 1.0), digit_px * sqrt(12) * rng.uniform(0.34, 0.5)
    shot = between(rng, tier.shot)
    exposure = rng.uniform(*tier.exposure)
    if mode == "dark":
        exposure, shot = rng.uniform(0.004, 0.012), rng.uniform(0.003, 0.006)
    return Optics(
        defocus=defocus,
        motion=motion,
        motion_angle=rng.uniform(0, 180),
        shot=shot,
        read=sqrt(shot) * rng.uniform(0.04, 0.12),
        exposure=exposure,
        haze=rng.uniform(*tier.haze) * rng.random(),
        warmth=rng.gauss(0, 0.06),
        sharpen=rng.choice((0, 0, rng.uniform(0.2, 0.8))),
        curve=rng.uniform(0, 1),
    )

"""Decides what picture number i of a seed shows, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from . import brief as briefs
from . import scenes
from .tiers import EXTREME_MODES, TIER_SHARES, TIERS

SIZES = (
    ((1600, 1200), 34),
    ((1920, 1080), 16),
    ((2048, 1536), 16),
    ((2560, 1440), 12),
    ((2592, 1944), 8),
    ((2400, 1800), 6),
    ((3264, 1836), 2),
    ((3264, 2448), 2),
    ((4032, 3024), 4),
)
TABLE_SIZES = ((2560, 1920), (3264, 2448), (3264, 1836), (4032, 3024))
TABLE_SHARE = 0.04
FORMATS = (("jpg", 955), ("webp", 15), ("heic", 6), ("png", 14), ("tiff", 4), ("bmp", 3), ("gif", 3))


@dataclass(frozen=True)
class Wishes:
    """What a picture is to show where chance would otherwise decide; None leaves it to chance."""

    dual: bool | None = None
    grouping: str | None = None
    sv: bool | None = None
    barcodes: bool | None = None
    rotation: float | None = None
    tilt: tuple[float, float] | None = None
    hand: bool | None = None
    cover: str | None = None
    digit_px: float | None = None
    language: str | None = None


@dataclass(frozen=True)
class Plan:
    """One picture to take."""

    tier: str
    subkind: str
    neg_kind: str
    extreme_mode: str
    size: tuple[int, int]
    objects: int
    orientation: int | None
    """EXIF orientation to store; None stores no EXIF."""
    container: str
    wishes: Wishes = Wishes()


def make_plan(rng: Random, tiers: tuple[str, ...] = TIERS, negatives: float = 0.1) -> Plan:
    """Draws a plan; `negatives` is the share of pictures without an IMEI to report."""
    shares = [TIER_SHARES[TIERS.index(tier)] for tier in tiers]
    tier = rng.choices(tiers, shares)[0]
    names = list(scenes.BUILDERS)
    subkind = rng.choices(names, [share for _, share in scenes.BUILDERS.values()])[0]
    neg_kind, mode, objects = "", "", 1
    if rng.random() < negatives:
        neg_kind = rng.choice(briefs.NEGATIVE_KINDS)
    elif tier == "extreme":
        mode = rng.choice(EXTREME_MODES)
    if not neg_kind and mode in ("", "blur", "finger", "glare") and rng.random() < TABLE_SHARE:
        objects = rng.randrange(4, 8)
    large = TABLE_SIZES[-1:] if tier == "easy" else TABLE_SIZES
    size = rng.choice(large) if objects > 1 else rng.choices([s for s, _ in SIZES], [w for _, w in SIZES])[0]
    upright = subkind in scenes.SCREENS or subkind in (
        "device_back",
        "evidence_bag",
        "feature_phone",
        "bootloader",
    )
    if objects == 1 and rng.random() < (0.7 if upright else 0.35):
        size = (size[1], size[0])
    orientation = rng.choices((1, 6, 8, 3, None), (63, 6, 6, 4, 21))[0]
    container = rng.choices([name for name, _ in FORMATS], [share for _, share in FORMATS])[0]
    if container not in ("jpg", "webp", "png") or (size[0] * size[1] > 3_000_000 and container != "jpg"):
        orientation, container = (orientation, "jpg") if size[0] * size[1] > 3_000_000 else (None, container)
    return Plan(tier, subkind, neg_kind, mode, size, objects, orientation, container)

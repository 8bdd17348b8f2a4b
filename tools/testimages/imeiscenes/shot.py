"""Takes one picture from its plan, again until it is what its tier promises."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import cv2
import numpy as np

from . import brief as briefs
from . import camera, scenes, textures, tiers
from .brief import Brief
from .item import Item
from .optics import Optics
from .plan import Plan
from .studio import Exposure, Lighting, Placed, Scene
from .truth import Legibility

ATTEMPTS = 7
_TABLE_SCREENS = (
    "lock_mdm",
    "lock_mdm",
    "dialer_ios",
    "dialer_android",
    "about_android",
    "lock_ios",
    "lock_samsung",
    "activation",
)
_TABLE_LABELS = ("box", "thermal", "battery_sticker")
_COVERS = {
    "cover": ("sticker", "pen_strokes"),
    "finger": ("finger", "finger", "pen"),
    "covered": ("sticker", "finger", "pen_strokes", "pen"),
}


@dataclass
class Shot:
    """A finished picture with all that the manifest says about it."""

    plan: Plan
    exposure: Exposure
    items: list[Item]
    pose: camera.Pose
    optics: Optics
    lighting: Lighting
    attempt: int
    subkind: str

    @property
    def readings(self) -> list[Legibility]:
        """The numbers in reading order."""
        return self.exposure.readings


def spoils(plan: Plan) -> str:
    """The way in which the numbers of a plan are made unreadable, or nothing."""
    return plan.extreme_mode or (plan.neg_kind if plan.neg_kind in ("covered", "cut", "glare") else "")


def take(plan: Plan, key: str) -> Shot:
    """Takes the picture of a plan; `key` seeds everything random about it."""
    shot = None
    for attempt in range(ATTEMPTS):
        rng = Random(f"{key}/{attempt}")
        shot = _table(rng, plan, attempt) if plan.objects > 1 else _single(rng, plan, attempt)
        if _as_promised(plan, shot.readings):
            break
    return shot


def _as_promised(plan: Plan, readings: list[Legibility]) -> bool:
    """Whether every number is clearly readable or clearly not, as the plan asks."""
    if plan.neg_kind == "masked":
        return all(r.cut == 0 for r in readings)
    if spoils(plan):
        return any(r.hopeless for r in readings) and all(r.hopeless or r.readable for r in readings)
    smallest = tiers.RANGES[plan.tier].digit_px[0] * 0.8
    return all(r.readable and (r.digit_px >= smallest or plan.wishes.digit_px) for r in readings)


def _brief(rng: Random, plan: Plan) -> Brief:
    wish = plan.wishes
    bars = not spoils(plan) if wish.barcodes is None else wish.barcodes
    brief = briefs.make_brief(rng, plan.neg_kind, bars, wish.dual, wish.grouping, wish.sv, wish.language)
    brief.insist = wish.barcodes is True
    return brief


def _lighting(rng: Random, plan: Plan, tier: tiers.Tier, item: Item) -> Lighting:
    screen = item.screen is not None
    ambient = tiers.between(rng, (0.05, 0.7)) if screen else rng.uniform(0.55, 1.0)
    lighting = Lighting(ambient, rng.uniform(*tier.falloff))
    mode = spoils(plan)
    if rng.random() < tier.glare:
        lighting.stray_glares = rng.choice((1, 1, 2))
    if screen and rng.random() < 0.55:
        lighting.moire = rng.uniform(0.01, 0.07)
    lighting.cover_kind = rng.choice(_COVERS[mode]) if mode in _COVERS else ""
    hand = item.held and item.scene != "table" and rng.random() < (0.3 if screen else 0.12)
    lighting.hand = hand if plan.wishes.hand is None else plan.wishes.hand
    lighting.cover_kind = plan.wishes.cover or lighting.cover_kind
    return lighting


def _single(rng: Random, plan: Plan, attempt: int) -> Shot:
    """One thing on a table or in a hand."""
    tier, mode = tiers.RANGES[plan.tier], spoils(plan)
    item = scenes.build(rng, plan.subkind, _brief(rng, plan))
    if mode == "dark":
        item.glow *= 0.5
    wish = plan.wishes
    digit_px = rng.uniform(3.2, 5.6) if mode == "tiny" else wish.digit_px or tiers.between(rng, tier.digit_px)
    tilt = wish.tilt or (rng.uniform(-1, 1) * tier.tilt, rng.uniform(-1, 1) * tier.tilt)
    turn = tiers.rotation(rng, tier) if wish.rotation is None else wish.rotation
    pose = camera.Pose(turn, tilt, digit_px / camera.digit_height(item))
    lighting = _lighting(rng, plan, tier, item)
    margin = max(10.0, digit_px * 1.3)
    matrix = camera.place(rng, item, pose, plan.size, margin, rng.uniform(0.15, 0.5) if mode == "cut" else 0)
    digit_px = pose.pixels_per_point * camera.digit_height(item)
    optics = tiers.optics(rng, tier, digit_px, mode)
    placed = Placed(item, matrix)
    if lighting.hand and rng.random() < 0.75:
        background = textures.room(rng, plan.size)
    else:
        background = textures.table(rng, plan.size, matrix, _texture_unit(item))
    scene = Scene(rng, background, lighting)
    if lighting.hand:
        scene.grip(placed, shadow=False)
    else:
        scene.lay(placed)
    scene.cover_up()
    if mode == "glare":
        chosen = rng.sample(scene.marks, rng.randrange(1, len(scene.marks) + 1))
        lighting.glare_on = [camera.project(warp, mark.quad) for mark, warp in chosen]
    return Shot(plan, scene.take(optics), [item], pose, optics, lighting, attempt, plan.subkind)


def _texture_unit(item: Item) -> float:
    left, top, right, bottom = item.sheet.bounds
    return max(right - left, bottom - top) / 520


def _table(rng: Random, plan: Plan, attempt: int) -> Shot:
    """Several phones and labels on one table, in rows."""
    tier, mode = tiers.RANGES[plan.tier], spoils(plan)
    mix = rng.choice(("screen", "screen", "both", "label"))
    pool = {"screen": _TABLE_SCREENS, "label": _TABLE_LABELS, "both": _TABLE_SCREENS + _TABLE_LABELS * 2}[mix]
    count = max(4, plan.objects - attempt // 2)
    items = [
        scenes.build(rng, rng.choice(pool), briefs.make_brief(rng, barcodes=not mode)) for _ in range(count)
    ]
    columns = count if count <= 5 and mix == "screen" else (count + 1) // 2
    rows = -(-count // columns)
    sizes = [(i.sheet.bounds[2] - i.sheet.bounds[0], i.sheet.bounds[3] - i.sheet.bounds[1]) for i in items]
    cell = (max(w for w, _ in sizes) * 1.12, max(h for _, h in sizes) * 1.1)
    tilt = (rng.uniform(-0.6, 0.6) * tier.tilt, rng.uniform(-0.6, 0.6) * tier.tilt)
    fit = min(plan.size[0] / (cell[0] * columns), plan.size[1] / (cell[1] * rows)) * 0.93
    pose = camera.Pose(rng.choice((0.0, 0.0, 180.0)) + rng.gauss(0, 2), tilt, fit)
    middle = (cell[0] * columns / 2, cell[1] * rows / 2)
    matrix = camera.homography(pose, middle, (plan.size[0] / 2, plan.size[1] / 2), plan.size)
    lighting = _lighting(rng, plan, tier, items[0])
    lighting.hand = False
    scene = Scene(rng, textures.table(rng, plan.size, matrix, cell[0] / 400), lighting)
    for at, item in enumerate(items):
        center = (cell[0] * (at % columns + 0.5), cell[1] * (at // columns + 0.5))
        scene.lay(Placed(item, matrix @ _lie(rng, item, center)))
    scene.cover_up()
    digit_px = min(fit * camera.digit_height(item) for item in items)
    if mode == "glare":
        chosen = rng.sample(scene.marks, max(1, len(scene.marks) // 3))
        lighting.glare_on = [camera.project(warp, mark.quad) for mark, warp in chosen]
    sharpest = digit_px if mode != "blur" else max(fit * camera.digit_height(item) for item in items)
    optics = tiers.optics(rng, tier, sharpest, mode)
    return Shot(plan, scene.take(optics), items, pose, optics, lighting, attempt, f"{mix}_x{count}")


def _lie(rng: Random, item: Item, center: tuple[float, float]) -> np.ndarray:
    """How one thing lies on the table: a small turn about its middle."""
    left, top, right, bottom = item.sheet.bounds
    turn = cv2.getRotationMatrix2D(((left + right) / 2, (top + bottom) / 2), rng.gauss(0, 4), 1.0)
    turn[:, 2] += (center[0] - (left + right) / 2, center[1] - (top + bottom) / 2)
    return np.vstack([turn, (0, 0, 1)])

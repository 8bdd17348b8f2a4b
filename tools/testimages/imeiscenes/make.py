"""Makes picture `index` of `seed`: plan, shot, file and manifest object."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import cv2

from . import manifest, store, tiers
from . import shot as shots
from .plan import Plan, make_plan

MESSENGER_SHARE = 0.03


def settings(rng: Random, plan: Plan) -> dict[str, Any]:
    """How the file is to be encoded."""
    low, high = tiers.RANGES[plan.tier].quality
    return {
        "container": plan.container,
        "jpeg_q": rng.randrange(low, high + 1),
        "jpeg_sub": rng.choices(("420", "444", "422"), (65, 20, 15))[0],
    }


def picture(
    seed: int,
    index: int,
    out: Path,
    choices: tuple[str, ...] = tiers.TIERS,
    negatives: float = 0.1,
    plan: Plan | None = None,
    file: str | None = None,
    best_quality: int = 95,
) -> dict[str, Any]:
    """Writes one picture under `out` and returns its manifest object.

    With `plan` and `file` the picture shows what is asked for; otherwise the pair of seed and
    index decides.
    """
    cv2.setNumThreads(1)
    rng = Random(f"plan/{seed}/{index}")
    plan = plan or make_plan(rng, choices, negatives)
    taken = shots.take(plan, f"shot/{seed}/{index}/{plan.tier}/{plan.subkind}/{plan.neg_kind}")
    stored = settings(rng, plan)
    stored["jpeg_q"] = min(stored["jpeg_q"], best_quality)
    data, size = taken.exposure.picture, plan.size
    easy_large = plan.tier in ("easy", "medium") and min((r.digit_px for r in taken.readings), default=0) > 26
    stored["messenger"] = (
        plan.container == "jpg" and easy_large and file is None and rng.random() < MESSENGER_SHARE
    )
    if stored["messenger"]:
        data, stored["jpeg_q"] = store.messenger(data, 1280), rng.randrange(60, 78)
        plan = replace(plan, orientation=None)
        taken.plan = replace(taken.plan, orientation=None)
        size_now = (data.shape[1], data.shape[0])
    else:
        size_now = size
    name = file or f"images/{index:05d}.{plan.container}"
    raw = store.stored_picture(data, plan.orientation)
    block = store.exif(plan.orientation, rng)
    store.write(out / name, store.encode(raw, plan.container, stored["jpeg_q"], stored["jpeg_sub"], block))
    return manifest.record(taken, name, size_now, stored, seed, index)

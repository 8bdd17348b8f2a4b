"""The truth about a picture as one object of manifest.jsonl."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from . import store
from .optics import LENS_SIGMA
from .shot import Shot, spoils


def kind(shot: Shot) -> str:
    """The coarse kind: lockscreen (any screen), label, multi or negative."""
    if shot.plan.neg_kind:
        return "negative"
    if len(shot.items) > 1:
        return "multi"
    return "label" if shot.items[0].scene == "label" else "lockscreen"


def record(
    shot: Shot, file: str, size: tuple[int, int], stored: dict[str, Any], seed: int, index: int
) -> dict[str, Any]:
    """The manifest's object; `size` is the displayed size, `stored` what the file's encoder was told."""
    plan = shot.plan
    scale = size[0] / plan.size[0]
    readings = [
        replace(r, digit_px=r.digit_px * scale, blur=max(r.blur * scale, LENS_SIGMA), quad=r.quad * scale)
        for r in shot.readings
    ]
    per_imei = [r.record(store.stored_points(r.quad, size, plan.orientation)) for r in readings]
    turned = {3: 180, 6: 90, 8: 270}.get(plan.orientation or 1, 0)
    masked = plan.neg_kind == "masked"
    others = [other for item in shot.items for other in item.brief.others]
    named = [] if masked else readings
    return {
        "file": file,
        "tier": plan.tier,
        "scene": "table" if len(shot.items) > 1 else shot.items[0].scene,
        "kind": kind(shot),
        "subkind": shot.subkind,
        "neg_kind": plan.neg_kind,
        "extreme_mode": plan.extreme_mode,
        "other_ids": others,
        "has_barcode": any(item.has_barcode for item in shot.items),
        "tilt_deg": [round(angle, 1) for angle in shot.pose.tilt],
        "imeis": [reading.number.digits for reading in named],
        "printed": [reading.number.printed for reading in readings],
        "luhn_ok": [reading.number.luhn_ok for reading in named],
        "digit_px": round(min((r.digit_px for r in readings), default=0), 1),
        "blur": round(max((r.blur for r in readings), default=shot.optics.sigma * scale), 2),
        "rotation": round(shot.pose.rotation % 360, 1),
        "rotation_stored": round((shot.pose.rotation - turned) % 360, 1),
        "exif_orientation": plan.orientation,
        "readable": all(r.readable for r in named) and not (masked or spoils(plan) and not named),
        "readable_each": [reading.readable for reading in named],
        "size": list(size if plan.orientation not in (5, 6, 7, 8) else size[::-1]),
        **stored,
        "per_imei": [] if masked else per_imei,
        "optics": shot.optics.summary(),
        "light": {
            "ambient": round(shot.lighting.ambient, 3),
            "moire": round(shot.lighting.moire, 3),
            "hand": shot.lighting.hand,
            "glare": shot.lighting.stray_glares + len(shot.lighting.glare_on),
            "cover": shot.lighting.cover_kind,
        },
        "attempt": shot.attempt,
        "index": index,
        "seed": seed,
    }


def line(entry: dict[str, Any]) -> str:
    """One line of the manifest."""
    return json.dumps(entry, ensure_ascii=False) + "\n"

"""Print: labels, devices, evidence bags."""

from __future__ import annotations

from .spec import TALL_LARGE, WIDE, WIDE_LARGE, Spec, W

SETS: dict[str, list[Spec]] = {
    "labels": [
        Spec(
            "box-code-128-dual.jpg",
            "easy",
            "box",
            W(dual=True, grouping="plain", barcodes=True, rotation=0),
            size=WIDE,
        ),
        Spec("box-single-tilted.jpg", "medium", "box", W(dual=False, tilt=(12, -14)), size=WIDE),
        Spec(
            "box-grouped-4-4-4-3.jpg",
            "medium",
            "box",
            W(dual=True, grouping="4-4-4-3", rotation=2),
            size=WIDE,
        ),
        Spec("box-no-barcodes.jpg", "easy", "box", W(dual=True, barcodes=False, rotation=0), size=WIDE),
        Spec("box-quarter-turn.jpg", "medium", "box", W(rotation=90), size=WIDE),
        Spec("box-upside-down-small.jpg", "hard", "box", W(rotation=180, digit_px=12), size=WIDE),
        Spec("box-any-angle-noisy.jpg", "hard", "box", W(rotation=66), size=WIDE_LARGE),
        Spec("thermal-sticker.jpg", "easy", "thermal", W(dual=False, rotation=0), size=WIDE),
        Spec("thermal-sticker-dual-turned.jpg", "medium", "thermal", W(dual=True, rotation=14), size=WIDE),
        Spec("thermal-sticker-small.jpg", "hard", "thermal", W(digit_px=13, rotation=4), size=WIDE),
        Spec(
            "paperwork-table.jpg", "easy", "paperwork", W(dual=True, grouping="plain", rotation=0), size=WIDE
        ),
        Spec(
            "paperwork-dashes-tilted.jpg",
            "medium",
            "paperwork",
            W(grouping="2-6-6-1-dash", tilt=(15, 6)),
            size=WIDE,
        ),
        Spec("paperwork-small.jpg", "hard", "paperwork", W(digit_px=11.5, rotation=357), size=WIDE),
        Spec(
            "box-felt-tip-over-number-unreadable.jpg",
            "extreme",
            "box",
            W(dual=False, rotation=0, cover="pen_strokes"),
            mode="cover",
            size=WIDE,
        ),
    ],
    "devices": [
        Spec("back-print-dual.jpg", "easy", "device_back", W(dual=True, grouping="plain", rotation=0)),
        Spec("back-print-quarter-turn.jpg", "medium", "device_back", W(rotation=270), size=WIDE),
        Spec("back-print-held-in-hand.jpg", "medium", "device_back", W(hand=True, rotation=2)),
        Spec("back-print-faint.jpg", "hard", "device_back", W(rotation=3)),
        Spec("battery-sticker-single.jpg", "easy", "battery_sticker", W(dual=False, rotation=0), size=WIDE),
        Spec(
            "battery-sticker-grouped-6-2-6-1.jpg",
            "medium",
            "battery_sticker",
            W(grouping="6-2-6-1", rotation=1),
            size=WIDE,
        ),
        Spec("battery-sticker-any-angle.jpg", "hard", "battery_sticker", W(rotation=145), size=WIDE),
        Spec(
            "sim-tray-etched.jpg", "easy", "sim_tray", W(dual=False, grouping="plain", rotation=0), size=WIDE
        ),
        Spec("sim-tray-etched-small.jpg", "hard", "sim_tray", W(rotation=8), size=WIDE),
        Spec(
            "module-label-qr.jpg",
            "easy",
            "module",
            W(dual=False, grouping="plain", barcodes=True, rotation=0),
            size=WIDE,
        ),
        Spec("module-laser-any-angle.jpg", "medium", "module", W(rotation=201), size=WIDE),
        Spec(
            "back-print-finger-unreadable.jpg",
            "extreme",
            "device_back",
            W(dual=False, rotation=0, cover="finger", hand=False),
            mode="finger",
        ),
    ],
    "bags": [
        Spec(
            "bag-typed.jpg",
            "easy",
            "evidence_bag",
            W(dual=False, grouping="plain", rotation=0),
            size=TALL_LARGE,
        ),
        Spec("bag-dual-sim.jpg", "medium", "evidence_bag", W(dual=True, rotation=1), size=TALL_LARGE),
        Spec("bag-grouped-5-5-5.jpg", "medium", "evidence_bag", W(grouping="5-5-5", rotation=3)),
        Spec("bag-upside-down.jpg", "medium", "evidence_bag", W(rotation=180)),
        Spec("bag-small-noisy.jpg", "hard", "evidence_bag", W(digit_px=12, rotation=355)),
        Spec("bag-any-angle.jpg", "hard", "evidence_bag", W(rotation=301), size=WIDE_LARGE),
        Spec(
            "bag-sticker-over-number-unreadable.jpg",
            "extreme",
            "evidence_bag",
            W(dual=False, rotation=0, cover="sticker"),
            mode="cover",
        ),
    ],
}

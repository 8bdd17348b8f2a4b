"""Screens: lock screens, `*#06#` sheets, About pages, and tables with several things."""

from __future__ import annotations

from .spec import WIDE, WIDE_LARGE, Spec, W

SETS: dict[str, list[Spec]] = {
    "lockscreens": [
        Spec(
            "ios-lock-single.jpg", "easy", "lock_ios", W(dual=False, grouping="plain", rotation=1, hand=False)
        ),
        Spec(
            "ios-lock-dual-sim-tilted.jpg",
            "medium",
            "lock_ios",
            W(dual=True, grouping="plain", tilt=(14, -12), rotation=3),
        ),
        Spec("ios-lock-upside-down.jpg", "easy", "lock_ios", W(dual=True, rotation=180)),
        Spec(
            "ios-lock-grouped-2-6-6-1.jpg",
            "medium",
            "lock_ios",
            W(dual=False, grouping="2-6-6-1", rotation=0),
        ),
        Spec("ios-lock-held-in-hand.jpg", "easy", "lock_ios", W(hand=True, rotation=4)),
        Spec("samsung-owner-info.jpg", "easy", "lock_samsung", W(dual=False, rotation=0, language="de")),
        Spec(
            "samsung-owner-info-dual-any-angle.jpg",
            "medium",
            "lock_samsung",
            W(dual=True, rotation=37),
            size=WIDE_LARGE,
        ),
        Spec(
            "samsung-owner-info-small-noisy.jpg",
            "hard",
            "lock_samsung",
            W(grouping="plain", digit_px=12.5, rotation=352),
        ),
        Spec("pixel-lock-quarter-turn.jpg", "easy", "lock_pixel", W(rotation=90), size=WIDE),
        Spec("pixel-lock-exif-6.jpg", "medium", "lock_pixel", W(dual=True, rotation=2), orientation=6),
        Spec(
            "pin-pad-sv-suffix.jpg",
            "medium",
            "lock_pin",
            W(dual=False, grouping="plain", sv=True, rotation=358),
        ),
        Spec("pin-pad-blurred.jpg", "hard", "lock_pin", W(rotation=5)),
        Spec(
            "mdm-lock-grouped-6-2-6-1-slashes.jpg",
            "easy",
            "lock_mdm",
            W(dual=True, grouping="6-2-6-1-slash", rotation=0),
        ),
        Spec("mdm-lock-any-angle.jpg", "hard", "lock_mdm", W(dual=False, rotation=128), size=WIDE_LARGE),
        Spec("old-android-lock.jpg", "medium", "lock_old", W(dual=False, rotation=1)),
        Spec("activation-lock-dual.jpg", "easy", "activation", W(dual=True, rotation=0)),
        Spec("feature-phone.jpg", "medium", "feature_phone", W(rotation=2)),
        Spec("bootloader.jpg", "medium", "bootloader", W(dual=True, rotation=0)),
        Spec("ios-lock-out-of-focus-unreadable.jpg", "extreme", "lock_ios", W(rotation=0), mode="blur"),
        Spec(
            "samsung-owner-info-glare-unreadable.jpg",
            "extreme",
            "lock_samsung",
            W(dual=False, rotation=0, hand=False),
            mode="glare",
        ),
        Spec("pin-pad-shaken-unreadable.jpg", "extreme", "lock_pin", W(), mode="motion"),
    ],
    "sheets": [
        Spec(
            "ios-sheet-barcodes-dual.jpg",
            "easy",
            "dialer_ios",
            W(dual=True, grouping="plain", barcodes=True, rotation=0),
        ),
        Spec("ios-sheet-single-tilted.jpg", "medium", "dialer_ios", W(dual=False, tilt=(-12, 14))),
        Spec("ios-sheet-grouped-2-6-6-1.jpg", "medium", "dialer_ios", W(grouping="2-6-6-1", rotation=1)),
        Spec(
            "ios-sheet-held-in-hand-exif-8.jpg",
            "medium",
            "dialer_ios",
            W(hand=True, rotation=0),
            orientation=8,
        ),
        Spec("ios-sheet-any-angle.jpg", "hard", "dialer_ios", W(dual=True, rotation=222), size=WIDE_LARGE),
        Spec("android-dialog-single.jpg", "easy", "dialer_android", W(dual=False, rotation=0)),
        Spec(
            "android-dialog-dual-sv-suffix.jpg",
            "medium",
            "dialer_android",
            W(dual=True, grouping="plain", sv=True, rotation=2),
        ),
        Spec("android-dialog-quarter-turn.jpg", "medium", "dialer_android", W(rotation=270), size=WIDE),
        Spec("android-dialog-small.jpg", "hard", "dialer_android", W(digit_px=11.5, rotation=3)),
        Spec(
            "android-dialog-grouped-8-6-1.jpg",
            "easy",
            "dialer_android",
            W(dual=True, grouping="8-6-1", rotation=359),
        ),
        Spec("ios-sheet-too-small-unreadable.jpg", "extreme", "dialer_ios", W(rotation=0), mode="tiny"),
        Spec(
            "android-dialog-cut-off-unreadable.jpg",
            "extreme",
            "dialer_android",
            W(dual=False, rotation=0),
            mode="cut",
        ),
    ],
    "about": [
        Spec("ios-about-single.jpg", "easy", "about_ios", W(dual=False, grouping="2-6-6-1", rotation=0)),
        Spec("ios-about-dual-sim.jpg", "medium", "about_ios", W(dual=True, grouping="2-6-6-1", rotation=1)),
        Spec(
            "ios-about-plain-tilted.jpg", "medium", "about_ios", W(dual=True, grouping="plain", tilt=(10, 15))
        ),
        Spec("ios-about-small-noisy.jpg", "hard", "about_ios", W(digit_px=11.5, rotation=354)),
        Spec("ios-about-upside-down-exif-3.jpg", "medium", "about_ios", W(rotation=2), orientation=3),
        Spec("android-about-dual-sim.jpg", "easy", "about_android", W(dual=True, rotation=0)),
        Spec(
            "android-about-single-localised.jpg",
            "easy",
            "about_android",
            W(dual=False, rotation=0, language="tr"),
        ),
        Spec("android-about-russian.jpg", "medium", "about_android", W(dual=True, rotation=1, language="ru")),
        Spec("android-about-quarter-turn.jpg", "medium", "about_android", W(rotation=90), size=WIDE),
        Spec("android-about-any-angle.jpg", "hard", "about_android", W(rotation=305), size=WIDE_LARGE),
        Spec("android-about-dark-unreadable.jpg", "extreme", "about_android", W(), mode="dark"),
    ],
    "tables": [
        Spec("table-four-devices.jpg", "medium", "lock_mdm", W(digit_px=10), size=(2560, 1920), objects=4),
        Spec("table-five-devices.jpg", "medium", "lock_mdm", W(digit_px=10), size=(3264, 2448), objects=5),
        Spec("table-six-devices.jpg", "hard", "lock_mdm", W(digit_px=10), size=(3264, 2448), objects=6),
        Spec("table-seven-devices.jpg", "medium", "lock_mdm", W(digit_px=10), size=(3264, 2448), objects=7),
    ],
}

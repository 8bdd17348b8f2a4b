"""The pictures of the photographed sets, by set and file name.

Each row: file name, tier, subkind, wishes, and optionally neg_kind, extreme mode, size, EXIF
orientation, number of objects.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..plan import Plan, Wishes

W = Wishes
TALL, WIDE, TALL_LARGE, WIDE_LARGE = (960, 1280), (1280, 960), (1080, 1440), (1440, 1080)


@dataclass(frozen=True)
class Spec:
    """One picture of a set."""

    file: str
    tier: str
    subkind: str
    wishes: Wishes
    neg: str = ""
    mode: str = ""
    size: tuple[int, int] = TALL
    orientation: int | None = 1
    objects: int = 1

    @property
    def plan(self) -> Plan:
        """The plan that the generator carries out."""
        return Plan(self.tier, self.subkind, self.neg, self.mode, self.size, self.objects, self.orientation, "jpg", self.wishes)


SETS: dict[str, list[Spec]] = {
    "lockscreens": [
        Spec("ios-lock-single.jpg", "easy", "lock_ios", W(dual=False, grouping="plain", rotation=1, hand=False)),
        Spec("ios-lock-dual-sim-tilted.jpg", "medium", "lock_ios", W(dual=True, grouping="plain", tilt=(14, -12), rotation=3)),
        Spec("ios-lock-upside-down.jpg", "easy", "lock_ios", W(dual=True, rotation=180)),
        Spec("ios-lock-grouped-2-6-6-1.jpg", "medium", "lock_ios", W(dual=False, grouping="2-6-6-1", rotation=0)),
        Spec("ios-lock-held-in-hand.jpg", "easy", "lock_ios", W(hand=True, rotation=4)),
        Spec("samsung-owner-info.jpg", "easy", "lock_samsung", W(dual=False, rotation=0, language="de")),
        Spec("samsung-owner-info-dual-any-angle.jpg", "medium", "lock_samsung", W(dual=True, rotation=37), size=WIDE_LARGE),
        Spec("samsung-owner-info-small-noisy.jpg", "hard", "lock_samsung", W(grouping="plain", digit_px=12.5, rotation=352)),
        Spec("pixel-lock-quarter-turn.jpg", "easy", "lock_pixel", W(rotation=90), size=WIDE),
        Spec("pixel-lock-exif-6.jpg", "medium", "lock_pixel", W(dual=True, rotation=2), orientation=6),
        Spec("pin-pad-sv-suffix.jpg", "medium", "lock_pin", W(dual=False, grouping="plain", sv=True, rotation=358)),
        Spec("pin-pad-motion-blur.jpg", "hard", "lock_pin", W(rotation=5)),
        Spec("mdm-lock-grouped-6-2-6-1-slashes.jpg", "easy", "lock_mdm", W(dual=True, grouping="6-2-6-1-slash", rotation=0)),
        Spec("mdm-lock-any-angle.jpg", "hard", "lock_mdm", W(dual=False, rotation=128), size=WIDE_LARGE),
        Spec("old-android-lock.jpg", "medium", "lock_old", W(dual=False, rotation=1)),
        Spec("activation-lock-dual.jpg", "easy", "activation", W(dual=True, rotation=0)),
        Spec("feature-phone.jpg", "medium", "feature_phone", W(rotation=2)),
        Spec("bootloader.jpg", "medium", "bootloader", W(dual=True, rotation=0)),
        Spec("ios-lock-out-of-focus-unreadable.jpg", "extreme", "lock_ios", W(rotation=0), mode="blur"),
        Spec("samsung-owner-info-glare-unreadable.jpg", "extreme", "lock_samsung", W(dual=False, rotation=0, hand=False), mode="glare"),
        Spec("pin-pad-shaken-unreadable.jpg", "extreme", "lock_pin", W(), mode="motion"),
    ],
    "sheets": [
        Spec("ios-sheet-barcodes-dual.jpg", "easy", "dialer_ios", W(dual=True, grouping="plain", rotation=0)),
        Spec("ios-sheet-single-tilted.jpg", "medium", "dialer_ios", W(dual=False, tilt=(-12, 14))),
        Spec("ios-sheet-grouped-2-6-6-1.jpg", "medium", "dialer_ios", W(grouping="2-6-6-1", rotation=1)),
        Spec("ios-sheet-held-in-hand-exif-8.jpg", "medium", "dialer_ios", W(hand=True, rotation=0), orientation=8),
        Spec("ios-sheet-any-angle.jpg", "hard", "dialer_ios", W(dual=True, rotation=222), size=WIDE_LARGE),
        Spec("android-dialog-single.jpg", "easy", "dialer_android", W(dual=False, rotation=0)),
        Spec("android-dialog-dual-sv-suffix.jpg", "medium", "dialer_android", W(dual=True, grouping="plain", sv=True, rotation=2)),
        Spec("android-dialog-quarter-turn.jpg", "medium", "dialer_android", W(rotation=270), size=WIDE),
        Spec("android-dialog-small.jpg", "hard", "dialer_android", W(digit_px=11.5, rotation=3)),
        Spec("android-dialog-grouped-8-6-1.jpg", "easy", "dialer_android", W(dual=True, grouping="8-6-1", rotation=359)),
        Spec("ios-sheet-too-small-unreadable.jpg", "extreme", "dialer_ios", W(rotation=0), mode="tiny"),
        Spec("android-dialog-cut-off-unreadable.jpg", "extreme", "dialer_android", W(dual=False, rotation=0), mode="cut"),
    ],
    "about": [
        Spec("ios-about-single.jpg", "easy", "about_ios", W(dual=False, grouping="2-6-6-1", rotation=0)),
        Spec("ios-about-dual-sim.jpg", "medium", "about_ios", W(dual=True, grouping="2-6-6-1", rotation=1)),
        Spec("ios-about-plain-tilted.jpg", "medium", "about_ios", W(dual=True, grouping="plain", tilt=(10, 15))),
        Spec("ios-about-small-noisy.jpg", "hard", "about_ios", W(digit_px=11.5, rotation=354)),
        Spec("ios-about-upside-down-exif-3.jpg", "medium", "about_ios", W(rotation=2), orientation=3),
        Spec("android-about-dual-sim.jpg", "easy", "about_android", W(dual=True, rotation=0)),
        Spec("android-about-single-localised.jpg", "easy", "about_android", W(dual=False, rotation=0, language="tr")),
        Spec("android-about-russian.jpg", "medium", "about_android", W(dual=True, rotation=1, language="ru")),
        Spec("android-about-quarter-turn.jpg", "medium", "about_android", W(rotation=90), size=WIDE),
        Spec("android-about-any-angle.jpg", "hard", "about_android", W(rotation=305), size=WIDE_LARGE),
        Spec("android-about-dark-unreadable.jpg", "extreme", "about_android", W(), mode="dark"),
    ],
    "labels": [
        Spec("box-code-128-dual.jpg", "easy", "box", W(dual=True, grouping="plain", barcodes=True, rotation=0), size=WIDE),
        Spec("box-single-tilted.jpg", "medium", "box", W(dual=False, tilt=(12, -14)), size=WIDE),
        Spec("box-grouped-4-4-4-3.jpg", "medium", "box", W(dual=True, grouping="4-4-4-3", rotation=2), size=WIDE),
        Spec("box-no-barcodes.jpg", "easy", "box", W(dual=True, barcodes=False, rotation=0), size=WIDE),
        Spec("box-quarter-turn.jpg", "medium", "box", W(rotation=90), size=WIDE),
        Spec("box-upside-down-small.jpg", "hard", "box", W(rotation=180, digit_px=12), size=WIDE),
        Spec("box-any-angle-noisy.jpg", "hard", "box", W(rotation=66), size=WIDE_LARGE),
        Spec("thermal-sticker.jpg", "easy", "thermal", W(dual=False, rotation=0), size=WIDE),
        Spec("thermal-sticker-dual-turned.jpg", "medium", "thermal", W(dual=True, rotation=14), size=WIDE),
        Spec("thermal-sticker-small.jpg", "hard", "thermal", W(digit_px=13, rotation=4), size=WIDE),
        Spec("paperwork-table.jpg", "easy", "paperwork", W(dual=True, grouping="plain", rotation=0), size=WIDE),
        Spec("paperwork-dashes-tilted.jpg", "medium", "paperwork", W(grouping="2-6-6-1-dash", tilt=(15, 6)), size=WIDE),
        Spec("paperwork-small.jpg", "hard", "paperwork", W(digit_px=11.5, rotation=357), size=WIDE),
        Spec("box-felt-tip-over-number-unreadable.jpg", "extreme", "box", W(dual=False, rotation=0, cover="pen_strokes"), mode="cover", size=WIDE),
    ],
    "devices": [
        Spec("back-print-dual.jpg", "easy", "device_back", W(dual=True, grouping="plain", rotation=0)),
        Spec("back-print-quarter-turn.jpg", "medium", "device_back", W(rotation=270), size=WIDE),
        Spec("back-print-held-in-hand.jpg", "medium", "device_back", W(hand=True, rotation=2)),
        Spec("back-print-faint.jpg", "hard", "device_back", W(rotation=3)),
        Spec("battery-sticker-single.jpg", "easy", "battery_sticker", W(dual=False, rotation=0), size=WIDE),
        Spec("battery-sticker-grouped-6-2-6-1.jpg", "medium", "battery_sticker", W(grouping="6-2-6-1", rotation=1), size=WIDE),
        Spec("battery-sticker-any-angle.jpg", "hard", "battery_sticker", W(rotation=145), size=WIDE),
        Spec("sim-tray-etched.jpg", "easy", "sim_tray", W(dual=False, grouping="plain", rotation=0), size=WIDE),
        Spec("sim-tray-etched-small.jpg", "hard", "sim_tray", W(rotation=8), size=WIDE),
        Spec("module-label-qr.jpg", "easy", "module", W(dual=False, grouping="plain", barcodes=True, rotation=0), size=WIDE),
        Spec("module-laser-any-angle.jpg", "medium", "module", W(rotation=201), size=WIDE),
        Spec("back-print-finger-unreadable.jpg", "extreme", "device_back", W(dual=False, rotation=0, cover="finger", hand=False), mode="finger"),
    ],
    "bags": [
        Spec("bag-typed.jpg", "easy", "evidence_bag", W(dual=False, grouping="plain", rotation=0), size=TALL_LARGE),
        Spec("bag-dual-sim.jpg", "medium", "evidence_bag", W(dual=True, rotation=1), size=TALL_LARGE),
        Spec("bag-grouped-5-5-5.jpg", "medium", "evidence_bag", W(grouping="5-5-5", rotation=3)),
        Spec("bag-upside-down.jpg", "medium", "evidence_bag", W(rotation=180)),
        Spec("bag-small-noisy.jpg", "hard", "evidence_bag", W(digit_px=12, rotation=355)),
        Spec("bag-any-angle.jpg", "hard", "evidence_bag", W(rotation=301), size=WIDE_LARGE),
        Spec("bag-sticker-over-number-unreadable.jpg", "extreme", "evidence_bag", W(dual=False, rotation=0, cover="sticker"), mode="cover"),
    ],
    "tables": [
        Spec("table-four-devices.jpg", "medium", "lock_mdm", W(), size=(2560, 1920), objects=4),
        Spec("table-five-devices.jpg", "medium", "lock_mdm", W(), size=(2560, 1920), objects=5),
        Spec("table-six-devices.jpg", "hard", "lock_mdm", W(), size=(2560, 1920), objects=6),
        Spec("table-seven-devices.jpg", "medium", "lock_mdm", W(), size=(3264, 2448), objects=7),
    ],
    "falsepositives": [
        Spec("iccid-on-lock-screen.jpg", "easy", "lock_ios", W(rotation=0), "iccid"),
        Spec("iccid-in-about.jpg", "medium", "about_android", W(), "iccid"),
        Spec("eid-in-sheet.jpg", "easy", "dialer_ios", W(rotation=0), "eid"),
        Spec("ean-13-on-box.jpg", "easy", "box", W(rotation=0), "ean13", size=WIDE),
        Spec("imsi-in-dialog.jpg", "easy", "dialer_android", W(rotation=0), "imsi"),
        Spec("imsi-on-bag.jpg", "medium", "evidence_bag", W(rotation=0), "imsi"),
        Spec("tracking-number-on-box.jpg", "medium", "box", W(rotation=0), "tracking", size=WIDE),
        Spec("phone-number-on-lock-screen.jpg", "easy", "lock_samsung", W(rotation=0), "phone"),
        Spec("order-number-passes-luhn.jpg", "easy", "paperwork", W(rotation=0), "order_luhn15", size=WIDE),
        Spec("order-number-passes-luhn-on-bag.jpg", "medium", "evidence_bag", W(rotation=0), "order_luhn15"),
        Spec("order-number-passes-luhn-on-receipt.jpg", "medium", "thermal", W(rotation=2), "order_luhn15", size=WIDE),
        Spec("customer-number-15-digits.jpg", "easy", "paperwork", W(rotation=0), "nonluhn15", size=WIDE),
        Spec("payment-card-on-receipt.jpg", "easy", "thermal", W(rotation=0), "amex", size=WIDE),
        Spec("meid-on-battery-sticker.jpg", "medium", "battery_sticker", W(rotation=0), "meid", size=WIDE),
        Spec("serial-on-device-back.jpg", "easy", "device_back", W(rotation=0), "serial"),
        Spec("imei-masked-on-lock-screen.jpg", "easy", "lock_mdm", W(dual=False, rotation=0), "masked"),
        Spec("imei-masked-on-box.jpg", "easy", "box", W(dual=True, rotation=0), "masked", size=WIDE),
        Spec("imei-covered-by-finger.jpg", "easy", "lock_pixel", W(dual=False, rotation=0, cover="finger", hand=False), "covered"),
        Spec("imei-cut-off.jpg", "easy", "about_ios", W(dual=False, rotation=0), "cut"),
        Spec("imei-glared-over.jpg", "medium", "dialer_ios", W(dual=False, rotation=0, hand=False), "glare"),
        Spec("wrong-check-digit-on-box.jpg", "easy", "box", W(dual=True, rotation=0), "bad_check", size=WIDE),
        Spec("wrong-check-digit-on-lock-screen.jpg", "easy", "lock_ios", W(dual=False, rotation=0), "bad_check"),
        Spec("placeholder-in-dialog.jpg", "easy", "dialer_android", W(rotation=0), "placeholder"),
        Spec("placeholder-on-label.jpg", "easy", "thermal", W(rotation=0), "placeholder", size=WIDE),
    ],
}

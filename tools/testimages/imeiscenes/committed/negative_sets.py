"""Pictures without an IMEI to accept."""

from __future__ import annotations

from .spec import WIDE, Spec, W

SETS: dict[str, list[Spec]] = {
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
        Spec(
            "order-number-passes-luhn-on-receipt.jpg",
            "medium",
            "thermal",
            W(rotation=2),
            "order_luhn15",
            size=WIDE,
        ),
        Spec("customer-number-15-digits.jpg", "easy", "paperwork", W(rotation=0), "nonluhn15", size=WIDE),
        Spec("payment-card-on-receipt.jpg", "easy", "thermal", W(rotation=0), "amex", size=WIDE),
        Spec("meid-on-battery-sticker.jpg", "medium", "battery_sticker", W(rotation=0), "meid", size=WIDE),
        Spec("serial-on-device-back.jpg", "easy", "device_back", W(rotation=0), "serial"),
        Spec("imei-masked-on-lock-screen.jpg", "easy", "lock_mdm", W(dual=False, rotation=0), "masked"),
        Spec("imei-masked-on-box.jpg", "easy", "box", W(dual=True, rotation=0), "masked", size=WIDE),
        Spec(
            "imei-covered-by-finger.jpg",
            "easy",
            "lock_pixel",
            W(dual=False, rotation=0, cover="finger", hand=False),
            "covered",
        ),
        Spec("imei-cut-off.jpg", "easy", "about_ios", W(dual=False, rotation=0), "cut"),
        Spec("imei-glared-over.jpg", "medium", "dialer_ios", W(dual=False, rotation=0, hand=False), "glare"),
        Spec("wrong-check-digit-on-box.jpg", "easy", "box", W(dual=True, rotation=0), "bad_check", size=WIDE),
        Spec(
            "wrong-check-digit-on-lock-screen.jpg", "easy", "lock_ios", W(dual=False, rotation=0), "bad_check"
        ),
        Spec("placeholder-in-dialog.jpg", "easy", "dialer_android", W(rotation=0), "placeholder"),
        Spec("placeholder-on-label.jpg", "easy", "thermal", W(rotation=0), "placeholder", size=WIDE),
    ],
}

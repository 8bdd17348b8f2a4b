"""The scene families and how often each is met."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from ..brief import Brief
from ..item import Item
from . import about, bag, box, device, dialer, lockscreen, paper, sheets, special

Builder = Callable[[Random, Brief], Item]

# subkind -> (builder, share)
BUILDERS: dict[str, tuple[Builder, int]] = {
    "lock_ios": (lockscreen.ios, 11),
    "lock_samsung": (lockscreen.samsung, 7),
    "lock_pixel": (lockscreen.pixel, 5),
    "lock_pin": (lockscreen.pin, 4),
    "lock_mdm": (lockscreen.mdm, 5),
    "lock_old": (lockscreen.old, 3),
    "activation": (special.activation, 3),
    "feature_phone": (special.feature_phone, 2),
    "bootloader": (special.bootloader, 2),
    "dialer_ios": (sheets.ios, 7),
    "dialer_android": (dialer.android, 8),
    "about_ios": (about.ios, 8),
    "about_android": (about.android, 9),
    "box": (box.box, 14),
    "device_back": (device.back, 5),
    "battery_sticker": (device.battery, 4),
    "sim_tray": (device.tray, 2),
    "module": (device.module, 2),
    "evidence_bag": (bag.evidence_bag, 8),
    "thermal": (paper.thermal, 5),
    "paperwork": (paper.paperwork, 4),
}
SCREENS = tuple(name for name in BUILDERS if name.split("_")[0] in ("lock", "dialer", "about", "activation"))


def build(rng: Random, subkind: str, brief: Brief) -> Item:
    """Draws one object."""
    return BUILDERS[subkind][0](rng, brief)

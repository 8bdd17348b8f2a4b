"""Writes testimages/README.md."""

# ruff: noqa: E501

from __future__ import annotations

from typing import Any

_HEAD = """# Test images

Photographs of devices, screens, labels and papers that were never built: every picture here is drawn by
code, every number is random, telephone numbers come from ranges set aside for drama. A random IMEI may
happen to be somebody's; nothing here says anything about a real device.

Made by one command, which writes the same bytes again on the same library versions (Debian 12 fonts,
`tools/testimages/requirements.txt`):

    tools/testimages/generate-testimages

| set | files | size | what it holds |
| --- | --- | --- | --- |
"""

_SETS = {
    "lockscreens": "lock screens of iPhone, Galaxy, Pixel and old phones, PIN pads, device-manager notices, activation, boot loader",
    "sheets": "what `*#06#` shows on iPhone and Android",
    "about": "About pages of the settings",
    "labels": "box labels with barcodes, thermal stickers, paperwork",
    "devices": "print on the back, under the battery, on the SIM tray, on a radio module",
    "bags": "evidence bags",
    "tables": "four to seven things at once",
    "formats": "one picture in every container and pixel format and EXIF orientation",
    "broken": "files that must be refused, each for its own reason",
    "falsepositives": "no IMEI to accept: other long numbers, masked, covered, cut off or glared-over IMEIs, wrong check digits, placeholders",
}

_TRUTH = """
## Truth

Each set has a `manifest.jsonl`, one object a file. What is measured is measured in the finished picture.

| field | meaning |
| --- | --- |
| `file`, `tier`, `kind`, `scene`, `subkind` | the file; easy, medium, hard or extreme; `lockscreen` (any screen), `label`, `multi`, `negative` or `broken`; what was drawn |
| `imeis`, `printed`, `luhn_ok` | the 15 digits of each printed IMEI in reading order, as printed, and whether the check digit agrees. A number whose check digit differs is reported as printed and never accepted |
| `readable`, `readable_each` | by construction: digits at least 9 px high, blur at most 0.17 of that, contrast above noise, nothing over them, none cut off. What is not readable must not be asserted |
| `per_imei` | the quadrilateral of each number in stored pixels (`poly_stored`, clockwise from the top left of the text), `digit_px`, `blur` (standard deviation in pixels), `contrast`, `noise`, digits that are `cut`, `hidden` or `washed` out |
| `has_barcode`, `other_ids` | whether barcodes stand in the picture; the other long numbers |
| `rotation`, `rotation_stored`, `exif_orientation` | degrees clockwise as displayed and as stored; the EXIF orientation |
| `neg_kind`, `extreme_mode` | what stands there in place of a good IMEI; what makes the picture unreadable |
| `expected` | `refused` in `broken/` |

## Files

"""


def text(sets: dict[str, list[tuple[dict[str, Any], str]]], sizes: dict[str, int]) -> str:
    """The page; each set is a list of manifest objects with what the file is."""
    lines = [_HEAD]
    for name, files in sets.items():
        lines.append(f"| `{name}/` | {len(files)} | {sizes[name] / 1e6:.1f} MB | {_SETS[name]} |\n")
    lines.append(_TRUTH)
    for name, files in sets.items():
        lines.append(f"### {name}\n\n| file | how made, defect | truth |\n| --- | --- | --- |\n")
        for entry, what in files:
            lines.append(f"| `{entry['file']}` | {what} | {_truth(entry)} |\n")
        lines.append("\n")
    return "".join(lines).rstrip("\n") + "\n"


def _truth(entry: dict[str, Any]) -> str:
    if entry.get("expected") == "refused":
        return "refused"
    if entry["neg_kind"] == "masked":
        return "masked: " + ", ".join(f"`{printed}`" for printed in entry["printed"])
    if not entry["imeis"]:
        return "none; " + ", ".join(sorted({other["type"] for other in entry["other_ids"]}))
    parts = []
    for digits, luhn, readable in zip(entry["imeis"], entry["luhn_ok"], entry["readable_each"]):
        notes = ([] if luhn else ["check digit differs"]) + ([] if readable else ["not readable"])
        notes += ["placeholder"] if entry["neg_kind"] == "placeholder" else []
        parts.append(f"`{digits}`" + (f" ({', '.join(notes)})" if notes else ""))
    return ", ".join(parts)


def description(entry: dict[str, Any]) -> str:
    """How a photographed picture was made."""
    light, parts = entry["light"], [entry["tier"], entry["subkind"].replace("_", " ")]
    if entry["digit_px"]:
        parts.append(f"digits {entry['digit_px']:.0f} px")
    parts.append(f"blur {entry['blur']:.1f} px")
    if 3 < entry["rotation"] < 357:
        parts.append(f"turned {entry['rotation']:.0f}°")
    if max(abs(angle) for angle in entry["tilt_deg"]) > 8:
        parts.append("tilted")
    parts += [
        word
        for word, on in (
            ("in a hand", light["hand"]),
            ("reflection", light["glare"]),
            ("moiré", light["moire"]),
            (light["cover"].replace("_", " "), light["cover"]),
        )
        if on
    ]
    if entry["extreme_mode"] or entry["neg_kind"]:
        parts.append(f"**{entry['extreme_mode'] or entry['neg_kind']}**".replace("_", " "))
    return ", ".join(parts)

"""One picture in every container and pixel format, and in all eight EXIF orientations."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
from PIL import Image

from .. import manifest, shot, store
from ..plan import Plan, Wishes

Encoder = Callable[[np.ndarray], bytes]


def _pil(kind: str, mode: str = "RGB", **options: Any) -> Encoder:
    def encode(picture: np.ndarray) -> bytes:
        out = io.BytesIO()
        Image.fromarray(picture).convert(mode).save(out, kind, **options)
        return out.getvalue()

    return encode


def _wide_png(picture: np.ndarray) -> bytes:
    wide = (
        picture[..., ::-1].astype(np.uint16) * 257 if picture.ndim == 3 else picture.astype(np.uint16) * 257
    )
    return cv2.imencode(".png", wide)[1].tobytes()


def _wide_tiff(picture: np.ndarray) -> bytes:
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.uint16) * 257
    out = io.BytesIO()
    Image.fromarray(grey).save(out, "TIFF", compression="tiff_adobe_deflate")
    return out.getvalue()


def _alpha_png(picture: np.ndarray) -> bytes:
    veil = np.full(picture.shape[:2], 255, np.uint8)
    veil[:40] = np.linspace(0, 255, 40, dtype=np.uint8)[:, None]
    out = io.BytesIO()
    Image.fromarray(np.dstack([picture, veil])).save(out, "PNG")
    return out.getvalue()


def _palette(kind: str) -> Encoder:
    def encode(picture: np.ndarray) -> bytes:
        out = io.BytesIO()
        Image.fromarray(picture).quantize(64, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
            out, kind
        )
        return out.getvalue()

    return encode


def _heic(block: bytes = b"") -> Encoder:
    return lambda picture: store.encode(picture, "heic", 80, "420", block)


_FORMATS: tuple[tuple[str, str, Encoder], ...] = (
    ("baseline-420.jpg", "JPEG, baseline, 4:2:0", _pil("JPEG", quality=80, subsampling=2)),
    ("baseline-444.jpg", "JPEG, baseline, 4:4:4", _pil("JPEG", quality=80, subsampling=0)),
    ("progressive.jpg", "JPEG, progressive", _pil("JPEG", quality=80, progressive=True)),
    ("grey.jpg", "JPEG, one channel", _pil("JPEG", "L", quality=80)),
    ("cmyk.jpg", "JPEG, four inks, inverted as Adobe writes them", _pil("JPEG", "CMYK", quality=75)),
    ("rgb-8-bit.png", "PNG, 8-bit RGB", _pil("PNG")),
    (
        "rgb-16-bit.png",
        "PNG, 16-bit RGB",
        lambda picture: _wide_png(cv2.resize(picture, None, fx=0.6, fy=0.6, interpolation=cv2.INTER_AREA)),
    ),
    (
        "grey-16-bit.png",
        "PNG, 16-bit grey",
        lambda picture: _wide_png(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)),
    ),
    ("palette.png", "PNG, 64 colours from a palette", _palette("PNG")),
    ("alpha.png", "PNG with an alpha channel, transparent at the top", _alpha_png),
    ("lossy.webp", "WebP, lossy", _pil("WEBP", quality=80, method=4)),
    (
        "lossless.webp",
        "WebP, lossless",
        lambda picture: _pil("WEBP", lossless=True, quality=60, method=2)(
            cv2.resize(picture, None, fx=0.7, fy=0.7, interpolation=cv2.INTER_AREA)
        ),
    ),
    ("palette.gif", "GIF, 64 colours", _palette("GIF")),
    ("uncompressed.bmp", "BMP, 8-bit grey", _pil("BMP", "L")),
    ("lzw.tiff", "TIFF, LZW, 8-bit grey", _pil("TIFF", "L", compression="tiff_lzw")),
    ("grey-16-bit.tiff", "TIFF, deflate, 16-bit grey", _wide_tiff),
    ("camera.heic", "HEIC as a phone stores it", _heic()),
    ("png-named.jpg", "PNG under the name of a JPEG", _pil("PNG", "L")),
)
_SCALES = {"rgb-16-bit.png": 0.6, "lossless.webp": 0.7}


def _page(key: str, neg: str = "") -> shot.Shot:
    """The picture that all formats show."""
    wishes = Wishes(dual=True, grouping="plain", rotation=0, tilt=(2.0, -3.0), barcodes=False, digit_px=18)
    return shot.take(Plan("easy", "box", neg, "", (640, 480), 1, None, "jpg", wishes), key)


def make() -> Iterator[tuple[str, str, bytes, dict[str, Any]]]:
    """File name, what it is, its bytes, and its manifest object."""
    taken = _page("formats/page")
    picture = taken.exposure.picture

    def entry(
        source: shot.Shot, name: str, orientation: int | None = None, scale: float = 1.0, **more: Any
    ) -> dict[str, Any]:
        copy = replace(source, plan=replace(source.plan, orientation=orientation))
        size = (round(source.plan.size[0] * scale), round(source.plan.size[1] * scale))
        return manifest.record(copy, name, size, {"container": name.rsplit(".", 1)[1], **more}, 0, 0)

    for name, what, encoder in _FORMATS:
        yield name, what, encoder(picture), entry(taken, name, scale=_SCALES.get(name, 1.0))
    for orientation in range(1, 9):
        name = f"exif-{orientation}.jpg"
        data = store.encode(
            store.stored_picture(picture, orientation), "jpg", 72, "420", store.exif(orientation)
        )
        yield name, f"JPEG, EXIF orientation {orientation}", data, entry(taken, name, orientation)
    for kind in ("png", "webp"):
        name = f"exif-6.{kind}"
        small = cv2.cvtColor(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
        data = store.encode(store.stored_picture(small, 6), kind, 75, "420", store.exif(6))
        yield name, f"{kind.upper()}, EXIF orientation 6", data, entry(taken, name, 6)
    turned = _heic(store.exif(6))(store.stored_picture(picture, 6))
    yield (
        "turned.heic",
        "HEIC stored sideways with a turn of its own; the truth's pixels are as displayed",
        turned,
        entry(taken, "turned.heic"),
    )
    other = _page("formats/other")
    pages = [Image.fromarray(page.exposure.picture).convert("L") for page in (taken, other)]
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], compression="tiff_adobe_deflate")
    both = entry(taken, "two-pages.tiff")
    second = entry(other, "two-pages.tiff")
    both["pages"] = [both["imeis"], second["imeis"]]
    for field in ("imeis", "printed", "luhn_ok", "readable_each", "per_imei"):
        both[field] = both[field] + second[field]
    yield (
        "two-pages.tiff",
        "TIFF of two pages, another label on the second; the truth has those of page 1, then of page 2",
        out.getvalue(),
        both,
    )

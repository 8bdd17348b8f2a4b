"""Writes pictures: orientation, compression, EXIF."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

import cv2
import numpy as np
from PIL import Image

# What a stored picture must undergo to become the displayed one, inverted.
_STORE = {
    1: lambda p: p,
    2: lambda p: p[:, ::-1],
    3: lambda p: p[::-1, ::-1],
    4: lambda p: p[::-1],
    5: lambda p: p.swapaxes(0, 1),
    6: lambda p: p.swapaxes(0, 1)[::-1],
    7: lambda p: p[::-1, ::-1].swapaxes(0, 1),
    8: lambda p: p.swapaxes(0, 1)[:, ::-1],
}


def stored_picture(picture: np.ndarray, orientation: int | None) -> np.ndarray:
    """The pixels to store so that a viewer that applies `orientation` shows `picture`."""
    return np.ascontiguousarray(_STORE[orientation or 1](picture))


def stored_points(points: np.ndarray, size: tuple[int, int], orientation: int | None) -> np.ndarray:
    """Maps displayed pixels to stored ones; `size` is the displayed width and height."""
    x, y = points[:, 0], points[:, 1]
    right, bottom = size[0] - 1 - x, size[1] - 1 - y
    return np.column_stack(
        {
            1: (x, y),
            2: (right, y),
            3: (right, bottom),
            4: (x, bottom),
            5: (y, x),
            6: (y, right),
            7: (bottom, right),
            8: (bottom, x),
        }[orientation or 1]
    )


def exif(orientation: int | None, rng: Random | None = None) -> bytes:
    """An EXIF block with the orientation, a camera and a time."""
    if orientation is None:
        return b""
    block = Image.Exif()
    block[0x0112] = orientation
    if rng:
        block[0x010F], block[0x0110] = rng.choice(
            (("Kestrel", "K5 Pro"), ("Fotona", "X100"), ("Lumo", "L-Cam 2"), ("Exhibit", "Bench Camera"))
        )
        day = f"2026:{rng.randrange(1, 13):02d}:{rng.randrange(1, 29):02d}"
        stamp = f"{day} {rng.randrange(24):02d}:{rng.randrange(60):02d}:{rng.randrange(60):02d}"
        block[0x0132] = stamp
        block.get_ifd(0x8769)[0x9003] = stamp
        block.get_ifd(0x8769)[0x9011] = rng.choice(("+00:00", "+01:00", "+02:00"))
    return block.tobytes()


def messenger(picture: np.ndarray, longest: int) -> np.ndarray:
    """The picture as a messenger sends it on: smaller."""
    factor = longest / max(picture.shape[:2])
    return (
        picture
        if factor >= 1
        else cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    )


def encode(picture: np.ndarray, container: str, quality: int, subsampling: str, block: bytes = b"") -> bytes:
    """The file's bytes in a container format."""
    image, out = Image.fromarray(picture), io.BytesIO()
    extra = {"exif": block} if block else {}
    if container == "jpg":
        image.save(
            out, "JPEG", quality=quality, subsampling={"444": 0, "422": 1, "420": 2}[subsampling], **extra
        )
    elif container == "webp":
        image.save(out, "WEBP", quality=quality, method=2, **extra)
    elif container == "heic":
        import pillow_heif

        pillow_heif.register_heif_opener()
        pillow_heif.options.ENCODER_THREADS = 1
        # The encoder writes the orientation as a turn of its own where the EXIF block names one.
        image.save(out, "HEIF", quality=max(30, quality - 25), **extra)
    elif container == "png":
        image.save(out, "PNG", compress_level=4, **extra)
    elif container == "tiff":
        image.save(out, "TIFF", compression="tiff_lzw")
    elif container == "bmp":
        image.save(out, "BMP")
    elif container == "gif":
        image.quantize(255, Image.Quantize.MEDIANCUT, dither=Image.Dither.FLOYDSTEINBERG).save(out, "GIF")
    else:
        raise ValueError(f"unknown container {container}")
    return out.getvalue()


def write(path: Path, data: bytes) -> None:
    """Writes a file, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)

"""Files that cannot be opened safely."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from random import Random

from .. import shot, store
from ..plan import Plan, Wishes


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _huge_png(side: int) -> bytes:
    """A grey PNG of side x side pixels, all of one value: a few hundred kilobytes."""
    packer, packed, row = zlib.compressobj(9), [], b"\0" + b"\xc8" * side
    for _ in range(side):
        packed.append(packer.compress(row))
    packed.append(packer.flush())
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", b"".join(packed))
        + _chunk(b"IEND", b"")
    )


def _claims(jpeg: bytes, width: int, height: int) -> bytes:
    """A JPEG whose frame header names another size."""
    at = max(jpeg.find(b"\xff\xc0"), jpeg.find(b"\xff\xc2"))
    return jpeg[: at + 5] + struct.pack(">HH", height, width) + jpeg[at + 9 :]


def make() -> Iterator[tuple[str, str, bytes]]:
    """File name, what is wrong with it, its bytes."""
    plan = Plan(
        "easy", "box", "", "", (640, 480), 1, None, "jpg", Wishes(dual=False, rotation=0, digit_px=17)
    )
    picture = shot.take(plan, "broken/page").exposure.picture
    files = {
        kind: store.encode(picture, kind, 75, "420") for kind in ("jpg", "png", "webp", "heic", "gif", "tiff")
    }
    noise = Random("broken/noise").randbytes(20_000)
    yield "empty.jpg", "no bytes at all", b""
    yield (
        "text.jpg",
        "plain text under the name of a JPEG",
        b"IMEI 35-693803-564380-9 was written down here, not photographed.\n" * 4,
    )
    yield "random.jpg", "random bytes", noise
    yield "header-only.jpg", "the first 200 bytes of a JPEG", files["jpg"][:200]
    yield "truncated.jpg", "a JPEG that ends in the middle", files["jpg"][: len(files["jpg"]) // 2]
    yield "truncated.png", "a PNG that ends in the middle", files["png"][: len(files["png"]) // 2]
    yield "truncated.webp", "a WebP that ends in the middle", files["webp"][: len(files["webp"]) // 2]
    yield "truncated.heic", "a HEIC that ends in the middle", files["heic"][: len(files["heic"]) // 2]
    yield "truncated.gif", "a GIF that ends in the middle", files["gif"][: len(files["gif"]) // 3]
    yield "truncated.tiff", "a TIFF that ends in the middle", files["tiff"][: len(files["tiff"]) // 3]
    broken = bytearray(files["png"])
    broken[len(broken) // 2] ^= 0x55
    yield "checksum.png", "a PNG with one byte changed: its checksum does not agree", bytes(broken)
    yield (
        "claims-65500-square.jpg",
        "a JPEG whose header names 65500 x 65500 pixels",
        _claims(files["jpg"], 65500, 65500),
    )
    yield "claims-no-width.jpg", "a JPEG whose header names a width of 0", _claims(files["jpg"], 0, 480)
    yield "400-megapixels.png", "a PNG of 20000 x 20000 pixels in a few hundred kilobytes", _huge_png(20_000)

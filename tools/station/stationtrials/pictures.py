"""The project's drawn pictures with their truth, and small ones drawn on the spot."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont

#: The committed pictures.
TESTIMAGES = Path(__file__).resolve().parents[3] / "testimages"


@dataclass(frozen=True)
class Picture:
    """A committed picture: its file, the numbers that stand in it, its SHA-256."""

    path: Path
    imeis: tuple[str, ...]

    @property
    def sha256(self) -> str:
        """The SHA-256 of the file's bytes."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()


def committed(*sets: str) -> list[Picture]:
    """The pictures of some sets."""
    found = []
    for name in sets:
        for line in (TESTIMAGES / name / "manifest.jsonl").read_text().splitlines():
            item = json.loads(line)
            found.append(Picture(TESTIMAGES / name / item["file"], tuple(item.get("imeis", ()))))
    return found


def check_digit(first_14: str) -> str:
    """The digit that makes fourteen digits an IMEI whose check digit agrees."""
    total = 0
    for index, digit in enumerate(first_14):
        value = int(digit) * (2 if index % 2 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def number(random: Random) -> str:
    """A number of which nothing but the form is an IMEI's."""
    first = "35" + "".join(str(random.randrange(10)) for _ in range(12))
    return first + check_digit(first)


def misread(imei: str, place: int = 9) -> str:
    """The number as a person keys it who takes one digit for another; the check digit agrees."""
    other = str((int(imei[place]) + 3) % 10)
    first = (imei[:place] + other + imei[place + 1 :])[:14]
    return first + check_digit(first)


def drawn(serial: int, *, side: tuple[int, int] = (320, 120)) -> bytes:
    """A small JPEG with one caption and number, other bytes for every serial."""
    random = Random(serial)
    picture = Image.new("L", side, 245 - serial % 20)
    draw = ImageDraw.Draw(picture)
    draw.text((12, 20), "IMEI", font=ImageFont.load_default(24), fill=15)
    draw.text((12, 56), number(random), font=ImageFont.load_default(30), fill=10)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80, comment=f"drawn {serial}".encode())
    return out.getvalue()


def bare(serial: int) -> bytes:
    """A JPEG with a clear number and nothing that says what it is: sources agree, a person confirms."""
    picture = Image.new("L", (900, 500), 232)
    draw = ImageDraw.Draw(picture)
    draw.text((70, 200), number(Random(serial)), font=ImageFont.load_default(72), fill=20)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=92, comment=f"bare {serial}".encode())
    return out.getvalue()


def spoilt(serial: int) -> bytes:
    """Bytes that are no picture that could be read, other ones for every serial; some are close to one."""
    random = Random(-serial - 1)
    kind = serial % 5
    whole = drawn(serial)
    if kind == 0:
        return whole[: random.randrange(20, len(whole) // 2)]
    if kind == 1:
        return random.randbytes(random.randrange(1, 4000))
    if kind == 2:
        return b"\x89PNG\r\n\x1a\n" + random.randbytes(600)
    if kind == 3:
        return b"<html><script>alert(1)</script>" + str(serial).encode()
    return flat_png(25_000, 25_000, rows=1, note=str(serial))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def flat_png(width: int, height: int, *, rows: int | None = None, note: str = "") -> bytes:
    """A grey PNG of one colour, made row by row: a large one takes little room.

    With `rows`, only so many are there, whatever the header says.
    """
    packer = zlib.compressobj(9)
    row = bytes(width + 1)
    packed = b"".join(packer.compress(row) for _ in range(height if rows is None else rows))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
            _chunk(b"tEXt", b"Comment\0" + note.encode("latin-1")),
            _chunk(b"IDAT", packed + packer.flush()),
            _chunk(b"IEND", b""),
        )
    )

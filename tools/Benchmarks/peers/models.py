"""PP-OCRv6 tiny for RapidOCR, out of the faster-paddle wheel.

RapidOCR's own wheel holds the small models only and asks a web site for the tiny ones. faster-paddle's
library holds the same exports as they are, a list of characters behind the recogniser: no site needs to
be there, and both peers run the same weights. Their SHA-256 makes sure of that.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import mmap
from pathlib import Path
from typing import NamedTuple


class _Part(NamedTuple):
    offset: int
    size: int
    sha256: str


# In the library of faster-paddle 1.0.4 for Linux on x86-64.
_DETECTOR = _Part(33661742, 1829618, "1130258b70c53bfd52c69cb330f4bb327387f6ae866715426696bda682c6d8bd")
_RECOGNISER = _Part(35491360, 4462498, "63e9e23c26f77daf61ade813ad3b3b25283a4ddd229adfe227ff9ad48b68da75")


class ModelError(Exception):
    """The models are not where they are known to be."""


def tiny(folder: Path) -> tuple[Path, Path, Path]:
    """Writes detector, recogniser and characters to a folder unless they are there; returns the paths."""
    paths = folder / "det.onnx", folder / "rec.onnx", folder / "characters.txt"
    if not paths[2].exists():
        folder.mkdir(parents=True, exist_ok=True)
        with open(_library(), "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            for part, path in zip((_DETECTOR, _RECOGNISER), paths):
                model = data[part.offset : part.offset + part.size]
                if hashlib.sha256(model).hexdigest() != part.sha256:
                    raise ModelError("faster-paddle is not the release whose models are known: reinstall it.")
                path.write_bytes(model)
            behind = _RECOGNISER.offset + _RECOGNISER.size
            text = data[behind : behind + 200_000].decode("utf-8", errors="replace")
            characters, _ = json.JSONDecoder().raw_decode(text)
        paths[2].write_text("\n".join(characters) + "\n", encoding="utf-8")
    return paths


def _library() -> Path:
    found = importlib.util.find_spec("faster_paddle")
    libraries = list(Path(found.origin).parent.glob("*.so")) if found and found.origin else []
    if not libraries:
        raise ModelError("faster-paddle is not installed.")
    return libraries[0]

"""The kit's cold start: `imeikit verify` on one large photo, everything loaded anew."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from .truth import Picture

RUNS = 3


def large(pictures: Sequence[Picture]) -> Picture | None:
    """The first picture of about 12 megapixels."""
    return next((picture for picture in pictures if 11 <= picture.megapixels <= 14), None)


def verify(binary: Path, path: Path) -> dict[str, float | str]:
    """Median CPU and wall seconds of some runs; worker processes count."""
    cpu, wall = [], []
    for _ in range(RUNS):
        started = time.monotonic()
        process = subprocess.Popen(
            [str(binary), "verify", str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        wall.append(time.monotonic() - started)
        cpu.append(usage.ru_utime + usage.ru_stime)
    return {"file": path.name, "cpu": median(cpu), "wall": median(wall)}

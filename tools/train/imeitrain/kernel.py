"""The kit's own inference kernel, compiled on the fly, to check exported networks against."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path

import numpy as np

SOURCES = Path(__file__).parents[3] / "Sources/CNetwork"


@lru_cache(maxsize=1)
def _library() -> ctypes.CDLL:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "network.so"
        sources = sorted(str(path) for path in SOURCES.glob("*.c"))
        subprocess.run(
            [shutil.which("cc") or "clang", "-O3", "-shared", "-fPIC",
             f"-I{SOURCES / 'include'}", *sources, "-lm", "-o", str(target)],
            check=True,
        )
        library = ctypes.CDLL(str(target))
    library.cnetwork_open.restype = ctypes.c_void_p
    library.cnetwork_open.argtypes = [ctypes.c_char_p, ctypes.c_size_t]
    library.cnetwork_close.argtypes = [ctypes.c_void_p]
    library.cnetwork_force_kernel.argtypes = [ctypes.c_void_p, ctypes.c_int]
    library.cnetwork_run.argtypes = [
        ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_ssize_t,
        *[ctypes.c_void_p] * 4,
    ]
    return library


class Kernel:
    """One network file, opened."""

    def __init__(self, data: bytes):
        self.library = _library()
        self.handle = self.library.cnetwork_open(data, len(data))
        if not self.handle:
            raise ValueError("the kernel refuses this file")

    def __del__(self):
        if getattr(self, "handle", None):
            self.library.cnetwork_close(self.handle)

    def run(self, picture: np.ndarray) -> np.ndarray:
        """The maps of a grey picture: (height, width, maps) floats."""
        picture = np.ascontiguousarray(picture, np.uint8)
        height, width = picture.shape
        maps = ctypes.POINTER(ctypes.c_float)()
        sizes = [ctypes.c_int() for _ in range(3)]
        done = self.library.cnetwork_run(
            self.handle, picture.ctypes.data, width, height, width,
            ctypes.byref(maps), *[ctypes.byref(size) for size in sizes],
        )
        if not done:
            raise ValueError(f"the kernel refuses a picture of {width} x {height}")
        columns, rows, count = (size.value for size in sizes)
        return np.ctypeslib.as_array(maps, (rows, columns, count)).copy()

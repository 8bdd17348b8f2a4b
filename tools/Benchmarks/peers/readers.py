"""The peers that are libraries. Runs in a process of its own: see `serve`."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import models, rows, tokens

Reader = Callable[[Path], list[str]]
"""Reads a picture and returns lines of text and barcode payloads."""


def _pixels(path: Path) -> Any:
    """A picture turned upright, as OpenCV decodes it."""
    import cv2

    pixels = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if pixels is None:
        raise ValueError("OpenCV cannot decode the file")
    return pixels


def _rapidocr_on_pixels(tiny: Path) -> Callable[[Any], list[str]]:
    from rapidocr import ModelType, RapidOCR

    detector, recogniser, characters = models.tiny(tiny)
    engine = RapidOCR(
        params={
            "Global.log_level": "error",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Det.model_type": ModelType.TINY,
            "Det.model_path": str(detector),
            "Rec.model_type": ModelType.TINY,
            "Rec.model_path": str(recogniser),
            "Rec.rec_keys_path": str(characters),
        }
    )

    def read(pixels: Any) -> list[str]:
        answer = engine(pixels)
        texts, quads = answer.txts or (), answer.boxes if answer.boxes is not None else ()
        return rows.lines([rows.Box(text, quad.tolist()) for text, quad in zip(texts, quads)])

    return read


def _zxing_on_pixels(pixels: Any) -> list[str]:
    import zxingcpp

    return [barcode.text for barcode in zxingcpp.read_barcodes(pixels)]


def rapidocr(tiny: Path) -> Reader:
    """RapidOCR with PP-OCRv6 tiny, its own settings otherwise."""
    read = _rapidocr_on_pixels(tiny)
    return lambda path: read(_pixels(path))


def zxing(_: Path) -> Reader:
    """zxing-cpp with its own settings: all formats, turned, inverted, reduced."""
    return lambda path: _zxing_on_pixels(_pixels(path))


def rapidocr_zxing(tiny: Path) -> Reader:
    """Both on one decoded picture."""
    read = _rapidocr_on_pixels(tiny)

    def both(path: Path) -> list[str]:
        pixels = _pixels(path)
        return read(pixels) + _zxing_on_pixels(pixels)

    return both


def faster_paddle(size: str) -> Callable[[Path], Reader]:
    """faster-paddle with a model size.

    It does not look at the EXIF orientation: a picture that is stored turned is turned for it.
    """

    def make(_: Path) -> Reader:
        from faster_paddle import OcrEngine

        engine = OcrEngine(model_size=size, threads=1)

        def read(path: Path) -> list[str]:
            answer = engine.ocr(_upright(path.read_bytes()))
            boxes = [rows.Box(bound["text"], _quad(bound)) for bound in answer["bounds"].values()]
            return rows.lines(boxes) + answer["text"].splitlines()

        return read

    return make


def _quad(bound: dict[str, Any]) -> list[tuple[float, float]]:
    (left, top), (right, bottom) = bound["topLeftCoord"], bound["bottomRightCoord"]
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _upright(data: bytes) -> bytes:
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data)) as picture:
        if picture.getexif().get(0x0112, 1) == 1:
            return data
        turned = io.BytesIO()
        ImageOps.exif_transpose(picture).convert("RGB").save(turned, "bmp")
        return turned.getvalue()


MAKERS: dict[str, Callable[[Path], Reader]] = {
    "rapidocr": rapidocr,
    "faster-paddle-tiny": faster_paddle("tiny"),
    "faster-paddle-small": faster_paddle("small"),
    "zxing-cpp": zxing,
    "rapidocr+zxing": rapidocr_zxing,
}
"""Makers by peer; each takes the folder for RapidOCR's tiny models."""


def numbers(read: Reader, path: Path) -> list[str]:
    """The numbers that a reader finds in a picture."""
    return tokens.numbers(read(path))

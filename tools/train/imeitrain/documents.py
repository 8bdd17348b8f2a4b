"""Flat documents for scenes: a label, a screen, a box face with lines, barcodes and rules, in its own plane."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

import numpy as np
from PIL import Image, ImageDraw

from . import fonts, texts

RUN = re.compile(r"[0-9](?:[ \-/.]{0,3}[0-9]){6,}")
LINE, DIGITS, SHORT_DIGITS = 0, 1, 2  # any text; a run of ten or more digits; seven to nine


@dataclass(frozen=True)
class Marked:
    """A quad of the document (corners clockwise from the text's top left), its digit height and its kind."""

    quad: list[tuple[float, float]]
    height: float
    kind: int


def phrase(random: Random) -> str:
    """What stands on one line."""
    kind = random.random()
    if kind < 0.38:
        return texts.number(random)
    if kind < 0.58:
        caption = random.choice(texts.CAPTIONS if random.random() < 0.6 else texts.OTHERS)
        return caption + random.choice([" ", "  ", ": ", "   "]) + texts.number(random)
    if kind < 0.62:
        return str(random.randint(0, 9999))
    if kind < 0.72:
        return random.choice(texts.CAPTIONS + texts.OTHERS)
    return " ".join(texts.word(random) for _ in range(random.choice([1, 1, 2, 3, 4, 6])))


class Sheet:
    """One document being drawn from top to bottom."""

    def __init__(self, random: Random, width: int, height: int, digit: float, held_out: bool):
        self.random, self.width, self.height, self.digit = random, width, height, digit
        self.ink = random.randint(0, 170)
        self.ground = random.randint(min(self.ink + 20, 254), 255)
        if random.random() < 0.45:
            self.ink, self.ground = self.ground, self.ink
        self.image = Image.new("L", (width, height), self.ground)
        self.draw = ImageDraw.Draw(self.image)
        self.faces = [fonts.pick(random, held_out) for _ in range(2)]
        self.margin = random.randint(2, max(3, int(digit * 1.5)))
        self.aligned = random.random()
        self.columns = 1 if random.random() < 0.8 else 2
        self.marked: list[Marked] = []

    def barcode(self, y: int) -> int:
        random = self.random
        height = random.randint(int(self.digit), int(self.digit * 3.5))
        width = random.randint(self.width // 4, max(self.width // 4 + 1, self.width - 2 * self.margin))
        module, x = random.choice([1, 2, 2, 3, 4]), self.margin
        while x < self.margin + width:
            bar = module * random.randint(1, 4)
            self.draw.rectangle([x, y, min(x + bar - 1, self.margin + width), y + height], fill=self.ink)
            x += bar + module * random.randint(1, 4)
        return height

    def matrix(self, y: int) -> None:
        random = self.random
        module, count, left = random.choice([2, 3, 4, 5]), random.randint(12, 22), random.randint(0, self.width // 2)
        for row in range(count):
            for column in range(count):
                if random.random() < 0.5:
                    x0, y0 = left + column * module, y + row * module
                    self.draw.rectangle([x0, y0, x0 + module - 1, y0 + module - 1], fill=self.ink)

    def icons(self, y: int) -> None:
        random = self.random
        for _ in range(random.randint(1, 6)):
            x, radius = random.randint(0, self.width), random.randint(2, max(3, int(self.digit * 1.6)))
            shape = self.draw.ellipse if random.random() < 0.5 else self.draw.rectangle
            fill = random.randint(0, 255) if random.random() < 0.6 else None
            shape([x - radius, y, x + radius, y + 2 * radius], fill=fill, outline=random.randint(0, 255))

    def row(self, y: int, ink: int) -> float:
        """Writes a row of text in each column; returns the digit height, 0 when nothing fitted."""
        random = self.random
        wanted = self.digit * (random.uniform(0.8, 1.15) if random.random() < 0.8 else random.uniform(0.6, 1.8))
        file = random.choice(self.faces)
        face = fonts.face(file, max(8, round(wanted * 1.38)))
        zero = face.getbbox("0")
        digit = zero[3] - zero[1]
        if digit < 4:
            return 0
        for column in range(self.columns):
            text = texts.number(random) if fonts.is_segment(file) else phrase(random)
            left, room = self.margin + column * self.width // self.columns, self.width // self.columns - self.margin
            length = face.getlength(text)
            while length > room and " " in text:
                text = text.rsplit(" ", 1)[0] if random.random() < 0.5 else text.split(" ", 1)[1]
                length = face.getlength(text)
            if not text.strip() or length > room or length < digit * 0.4:
                continue
            slack = 0 if self.aligned < 0.55 else (room - length) / 2 if self.aligned < 0.85 else room - length
            self.put(left + slack, y, text, face, digit, ink)
        return digit

    def put(self, x: float, y: float, text: str, face, digit: float, ink: int) -> None:
        top = y + face.getbbox("0")[1]
        box = self.draw.textbbox((x, y), text, font=face)
        self.draw.text((x, y), text, font=face, fill=ink)
        if top + digit >= self.height:
            return
        self.mark(box[0], box[2], top, digit, LINE)
        for run in RUN.finditer(text):
            count = sum(c.isdigit() for c in run.group())
            ends = x + face.getlength(text[: run.start()]), x + face.getlength(text[: run.end()])
            self.mark(*ends, top, digit, DIGITS if count >= 10 else SHORT_DIGITS)

    def mark(self, left: float, right: float, top: float, digit: float, kind: int) -> None:
        low = top + digit
        self.marked.append(Marked([(left, top), (right, top), (right, low), (left, low)], digit, kind))


def document(random: Random, width: int, height: int, digit: float, held_out: bool) -> tuple[np.ndarray, list[Marked]]:
    """One document as float grey, and what is written where."""
    sheet = Sheet(random, width, height, digit, held_out)
    y, tight = float(random.randint(2, max(3, int(digit * 2)))), random.uniform(1.15, 3.2)
    while y < height - digit:
        ink = sheet.ink
        kind = random.random()
        if kind < 0.09:
            y += sheet.barcode(int(y)) + random.randint(0, max(1, int(digit * 0.6)))
            if random.random() < 0.3:
                continue
        elif kind < 0.11:
            sheet.matrix(int(y))
            y += digit
        elif kind < 0.18:
            grey, thick = random.randint(0, 255), random.randint(1, 3)
            sheet.draw.line([0, y, width, y], fill=grey, width=thick)
            y += digit * 0.5
        elif kind < 0.24:
            sheet.icons(int(y))
            y += random.uniform(2, digit * 3)
        elif kind < 0.28:  # a row on a band of another colour
            band = random.randint(0, 255)
            sheet.draw.rectangle([0, y, width, y + digit * 2], fill=band)
            ink = 0 if band > 128 else 255
        if random.random() < 0.12 and ink == sheet.ink:
            ink = int(ink + (sheet.ground - ink) * random.uniform(0, 0.6))
        y += (sheet.row(int(y), ink) or digit * 0.2) * tight * random.uniform(0.95, 1.3) + 1
    return np.asarray(sheet.image, np.float32), sheet.marked

"""Typefaces by the role they play, from the Debian packages in font-packages.txt."""

from __future__ import annotations

from functools import lru_cache
from random import Random

from PIL import ImageFont

_ROOT = "/usr/share/fonts/"
_ROBOTO = "truetype/roboto/unhinted/RobotoTTF/Roboto-"
_CONDENSED = "truetype/roboto/unhinted/RobotoCondensed-"
_SANS = "truetype/open-sans/OpenSans-"
_INTER = "opentype/inter/Inter-"
_LIBERATION = "truetype/liberation/Liberation"

# role -> faces, each a (regular, bold) pair
ROLES: dict[str, list[tuple[str, str]]] = {
    "ios": [(_INTER + "Regular.otf", _INTER + "SemiBold.otf"), (_INTER + "Medium.otf", _INTER + "Bold.otf")],
    "android": [
        (_ROBOTO + "Regular.ttf", _ROBOTO + "Medium.ttf"),
        (_ROBOTO + "Light.ttf", _ROBOTO + "Regular.ttf"),
    ],
    "samsung": [
        (_SANS + "Regular.ttf", _SANS + "Semibold.ttf"),
        ("truetype/noto/NotoSans-Regular.ttf", "truetype/noto/NotoSans-Bold.ttf"),
        ("truetype/lato/Lato-Regular.ttf", "truetype/lato/Lato-Bold.ttf"),
    ],
    "label": [
        (_LIBERATION + "Sans-Regular.ttf", _LIBERATION + "Sans-Bold.ttf"),
        (_LIBERATION + "SansNarrow-Regular.ttf", _LIBERATION + "SansNarrow-Bold.ttf"),
        (_CONDENSED + "Regular.ttf", _CONDENSED + "Bold.ttf"),
        (_ROBOTO + "Regular.ttf", _ROBOTO + "Bold.ttf"),
        ("truetype/dejavu/DejaVuSans.ttf", "truetype/dejavu/DejaVuSans-Bold.ttf"),
        ("truetype/croscore/Arimo-Regular.ttf", "truetype/croscore/Arimo-Bold.ttf"),
        ("opentype/ocr-b/OCRB.otf", "opentype/ocr-b/OCRB.otf"),
        ("opentype/b612/B612-Regular.otf", "opentype/b612/B612-Bold.otf"),
        (_INTER + "Regular.otf", _INTER + "Bold.otf"),
        ("truetype/freefont/FreeSans.ttf", "truetype/freefont/FreeSansBold.ttf"),
    ],
    "receipt": [
        ("truetype/inconsolata/Inconsolata.otf", "truetype/inconsolata/Inconsolata.otf"),
        (_LIBERATION + "Mono-Regular.ttf", _LIBERATION + "Mono-Bold.ttf"),
        ("truetype/hack/Hack-Regular.ttf", "truetype/hack/Hack-Bold.ttf"),
        ("truetype/dejavu/DejaVuSansMono.ttf", "truetype/dejavu/DejaVuSansMono-Bold.ttf"),
        ("truetype/3270/3270-Regular.ttf", "truetype/3270/3270-Regular.ttf"),
        ("opentype/b612/B612Mono-Regular.otf", "opentype/b612/B612Mono-Bold.otf"),
        ("truetype/ocr-a/OCRA.ttf", "truetype/ocr-a/OCRA.ttf"),
        ("truetype/croscore/Cousine-Regular.ttf", "truetype/croscore/Cousine-Bold.ttf"),
    ],
    "laser": [
        (_ROBOTO + "Light.ttf", _ROBOTO + "Regular.ttf"),
        (_SANS + "Light.ttf", _SANS + "Regular.ttf"),
        (_INTER + "Light.otf", _INTER + "Medium.otf"),
        ("truetype/lato/Lato-Light.ttf", "truetype/lato/Lato-Medium.ttf"),
        ("opentype/cantarell/Cantarell-Regular.otf", "opentype/cantarell/Cantarell-Bold.otf"),
    ],
    "paper": [
        ("truetype/croscore/Tinos-Regular.ttf", "truetype/croscore/Tinos-Bold.ttf"),
        (_LIBERATION + "Sans-Regular.ttf", _LIBERATION + "Sans-Bold.ttf"),
        ("truetype/dejavu/DejaVuSerif.ttf", "truetype/dejavu/DejaVuSerif-Bold.ttf"),
        ("truetype/noto/NotoSerif-Regular.ttf", "truetype/noto/NotoSerif-Bold.ttf"),
        ("truetype/freefont/FreeSerif.ttf", "truetype/freefont/FreeSerifBold.ttf"),
        ("truetype/lato/Lato-Regular.ttf", "truetype/lato/Lato-Bold.ttf"),
        ("opentype/cantarell/Cantarell-Regular.otf", "opentype/cantarell/Cantarell-Bold.otf"),
    ],
    "hand": [
        ("truetype/breip/Breip.ttf", "truetype/breip/Breip.ttf"),
        ("truetype/fifthhorseman/dkg.ttf", "truetype/fifthhorseman/dkgBd.ttf"),
        ("opentype/comic-neue/ComicNeue-Italic.otf", "opentype/comic-neue/ComicNeue-BoldItalic.otf"),
    ],
    "console": [
        (
            "truetype/jetbrains-mono/JetBrainsMono-Regular.ttf",
            "truetype/jetbrains-mono/JetBrainsMono-Bold.ttf",
        ),
        ("truetype/dejavu/DejaVuSansMono.ttf", "truetype/dejavu/DejaVuSansMono-Bold.ttf"),
        ("truetype/3270/3270-Regular.ttf", "truetype/3270/3270-Regular.ttf"),
    ],
}

_REFERENCE = 400


class Face:
    """A regular and a bold file that belong together."""

    def __init__(self, regular: str, bold: str) -> None:
        self.regular, self.bold = regular, bold

    def file(self, bold: bool) -> str:
        """The font file for the weight."""
        return self.bold if bold else self.regular


def choose(rng: Random, role: str) -> Face:
    """A face that suits the role."""
    return Face(*rng.choice(ROLES[role]))


@lru_cache(maxsize=256)
def load(file: str, pixels: float) -> ImageFont.FreeTypeFont:
    """The font at a size in pixels; kerning tables stay off so that metrics do not vary."""
    return ImageFont.truetype(_ROOT + file, pixels, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=256)
def digit_height(file: str) -> float:
    """Height of the digits as a share of the font size."""
    _, top, _, bottom = load(file, _REFERENCE).getbbox("0123456789", anchor="ls")
    return (bottom - top) / _REFERENCE


def width(file: str, size: float, text: str) -> float:
    """Advance width of `text` at a size in points."""
    return load(file, _REFERENCE).getlength(text) * size / _REFERENCE

"""The locator: a small U-shaped network that says where text and long digit runs are, how high, at which angle."""

from __future__ import annotations

import torch
from torch import nn

from .recogniser import ConvBlock

MAPS = 5  # text, digit run, log2(height / 8 px), cos 2a, sin 2a


class Locator(nn.Module):
    """Grey picture, normalised, sides multiples of 32, to MAPS maps at a quarter of its size."""

    def __init__(self, widths=(8, 16, 32, 64, 64)):
        super().__init__()
        a, b, c, d, e = widths
        three, two = (3, 3), (2, 2)
        self.at_half_size = ConvBlock(1, a, three, two)
        self.quarter = ConvBlock(a, b, three, two)
        self.eighth = nn.Sequential(ConvBlock(b, c, three, two), ConvBlock(c, c, three))
        self.sixteenth = nn.Sequential(ConvBlock(c, d, three, two), ConvBlock(d, d, three))
        self.thirtysecond = nn.Sequential(ConvBlock(d, e, three, two), ConvBlock(e, e, three))
        self.from_thirtysecond = ConvBlock(e, d, (1, 1))
        self.at_sixteenth = ConvBlock(d, d, three)
        self.from_sixteenth = ConvBlock(d, c, (1, 1))
        self.at_eighth = ConvBlock(c, c, three)
        self.from_eighth = ConvBlock(c, b, (1, 1))
        self.at_quarter = ConvBlock(b, b, three)
        self.out = nn.Conv2d(b, MAPS, 1)
        self.up = nn.Upsample(scale_factor=2, mode="nearest")

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        quarter = self.quarter(self.at_half_size(x))
        eighth = self.eighth(quarter)
        sixteenth = self.sixteenth(eighth)
        x = self.from_thirtysecond(self.thirtysecond(sixteenth))
        x = self.at_sixteenth(sixteenth + self.up(x))
        x = self.at_eighth(eighth + self.up(self.from_sixteenth(x)))
        x = self.at_quarter(quarter + self.up(self.from_eighth(x)))
        return self.out(x)


def normalised(pictures: torch.Tensor) -> torch.Tensor:
    """Pictures (n, 1, h, w) as the network wants them: zero mean, unit spread (plus 8 grey levels)."""
    mean = pictures.mean((1, 2, 3), keepdim=True)
    return (pictures - mean) / (pictures.std((1, 2, 3), keepdim=True, unbiased=False) + 8)

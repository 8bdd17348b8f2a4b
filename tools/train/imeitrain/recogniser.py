"""The line recognisers: plain convolutions and CTC, 32 rows in, one class a column of four pixels.

Both take 1 x 32 x W grey rows, normalised, and give CLASSES x 1 x W/4 logits. Two of different shape,
trained on different lines, rarely make the same mistake.
"""

from __future__ import annotations

import torch
from torch import nn

from .alphabet import CLASSES


class ConvBlock(nn.Sequential):
    """Convolution, batch normalisation, ReLU; the normalisation folds into the weights on export."""

    def __init__(self, inputs, outputs, kernel, stride=(1, 1), padding=None, dilation=1):
        if padding is None:
            padding = ((kernel[0] - 1) // 2, dilation * ((kernel[1] - 1) // 2))
        super().__init__(
            nn.Conv2d(inputs, outputs, kernel, stride, padding, dilation=(1, dilation), bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(inplace=True),
        )


def first() -> nn.Sequential:
    """The first recogniser: three rows of five columns' context at the end."""
    return nn.Sequential(
        ConvBlock(1, 16, (3, 3), (2, 2)),
        ConvBlock(16, 32, (3, 3), (2, 2)),
        ConvBlock(32, 48, (3, 3)),
        ConvBlock(48, 64, (3, 3), (2, 1)),
        ConvBlock(64, 64, (3, 3)),
        ConvBlock(64, 112, (4, 3), padding=(0, 1)),
        ConvBlock(112, 112, (1, 5)),
        ConvBlock(112, 112, (1, 5), dilation=2),
        ConvBlock(112, 112, (1, 5), dilation=3),
        nn.Conv2d(112, CLASSES, 1),
    )


def second() -> nn.Sequential:
    """The second recogniser: sees more at full height, less per step along the line, farther in all."""
    return nn.Sequential(
        ConvBlock(1, 24, (5, 5), (2, 2)),
        ConvBlock(24, 48, (3, 3), (2, 2)),
        ConvBlock(48, 48, (3, 3)),
        ConvBlock(48, 64, (3, 3), (2, 1)),
        ConvBlock(64, 64, (3, 3)),
        ConvBlock(64, 112, (4, 3), padding=(0, 1)),
        ConvBlock(112, 112, (1, 3)),
        ConvBlock(112, 112, (1, 3), dilation=2),
        ConvBlock(112, 112, (1, 3), dilation=4),
        ConvBlock(112, 112, (1, 3), dilation=2),
        nn.Conv2d(112, CLASSES, 1),
    )


SHAPES = {"first": first, "second": second}


def normalised(strip) -> torch.Tensor:
    """A strip as the network wants it: zero mean, unit spread (plus 3 grey levels)."""
    x = torch.from_numpy(strip.astype("float32"))
    return (x - x.mean()) / (x.std(unbiased=False) + 3)

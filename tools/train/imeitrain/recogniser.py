"""The line recogniser: plain convolutions and CTC, 32 rows in, one class a column of four pixels."""

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


def network(widths=(16, 32, 48, 64, 112)) -> nn.Sequential:
    """The network: 1 x 32 x W grey rows, normalised, to CLASSES x 1 x W/4 logits."""
    a, b, c, d, e = widths
    return nn.Sequential(
        ConvBlock(1, a, (3, 3), (2, 2)),
        ConvBlock(a, b, (3, 3), (2, 2)),
        ConvBlock(b, c, (3, 3)),
        ConvBlock(c, d, (3, 3), (2, 1)),
        ConvBlock(d, d, (3, 3)),
        ConvBlock(d, e, (4, 3), padding=(0, 1)),
        ConvBlock(e, e, (1, 5)),
        ConvBlock(e, e, (1, 5), dilation=2),
        ConvBlock(e, e, (1, 5), dilation=3),
        nn.Conv2d(e, CLASSES, 1),
    )


def normalised(strip) -> torch.Tensor:
    """A strip as the network wants it: zero mean, unit spread (plus 3 grey levels)."""
    x = torch.from_numpy(strip.astype("float32"))
    return (x - x.mean()) / (x.std(unbiased=False) + 3)

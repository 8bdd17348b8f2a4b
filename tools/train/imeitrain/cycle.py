"""What both trainings share: one cycle of the learning rate, and a running mean of the weights."""

from __future__ import annotations

import math

import torch
from torch import nn


def set_rate(optimiser: torch.optim.Optimizer, peak: float, fraction: float, warm_up: float) -> None:
    """Sets the rate for a fraction of the training: a short rise, then half a cosine down."""
    falling = 0.5 * (1 + math.cos(math.pi * max(0.0, fraction - warm_up) / (1 - warm_up))) + 0.003
    for group in optimiser.param_groups:
        group["lr"] = peak * min(1.0, fraction / warm_up + 0.02) * falling


@torch.no_grad()
def follow(mean: nn.Module, net: nn.Module, step: int, most: float) -> None:
    """Moves the mean of the weights towards those of a step; it remembers more as it goes, up to `most`."""
    decay = min(most, (1 + step) / (10 + step))
    for ours, theirs in zip(mean.state_dict().values(), net.state_dict().values()):
        if ours.dtype.is_floating_point:
            ours.lerp_(theirs, 1 - decay)
        else:
            ours.copy_(theirs)

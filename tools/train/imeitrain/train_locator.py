"""Trains the locator from scratch.

    tools/train/train locator --seed 1 --steps 4500 --out FOLDER

Every scene is drawn afresh; the same seed, steps and workers give the same batches.
"""

from __future__ import annotations

import argparse
import copy
import os
import time
from pathlib import Path
from random import Random

import numpy as np
import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from . import scenes
from .cycle import follow, set_rate
from .locator import Locator, normalised

BATCH = 16
RATE = 3e-3
WARM_UP = 0.03


class SceneBatches(IterableDataset):
    """Yields (pictures, targets, geometry); worker k of seed s is always the same stream."""

    def __init__(self, seed: int):
        self.seed = seed

    def __iter__(self):
        worker = get_worker_info()
        random = Random(self.seed * 2003 + (worker.id if worker else 0))
        os.nice(3)
        while True:
            batch = [scenes.scene(random) for _ in range(BATCH)]
            yield tuple(torch.from_numpy(np.stack(part)) for part in zip(*batch))


def _overlap(logits: torch.Tensor, target: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """Cross entropy (text counts fourfold) and what dice says of the overlap."""
    entropy = F.binary_cross_entropy_with_logits(logits, target, weight=weight * (1 + 3 * target), reduction="sum")
    said = torch.sigmoid(logits) * weight
    dice = 1 - (2 * (said * target).sum() + 1) / (said.sum() + (target * weight).sum() + 1)
    return 3 * entropy / weight.sum() + dice


def losses(maps: torch.Tensor, targets: torch.Tensor, geometry: torch.Tensor) -> list[torch.Tensor]:
    """Of text, digit runs, height and angle."""
    seen = (targets[:, 2] <= 0.7).float()
    sure = (targets[:, 2] <= 0.15).float()
    core = (targets[:, 0] > 0.35).float()
    count = core.sum() + 1
    height = F.smooth_l1_loss(maps[:, 2], geometry[:, 0], reduction="none", beta=0.2)
    angle = F.smooth_l1_loss(maps[:, 3:5], geometry[:, 1:3], reduction="none", beta=0.2).sum(1)
    return [_overlap(maps[:, 0], targets[:, 0], seen), _overlap(maps[:, 1], targets[:, 1], sure),
            (height * core).sum() / count, (angle * core).sum() / count]


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=4500, help="batches of 16 scenes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    gains = np.random.default_rng(options.seed)

    net = Locator().to(memory_format=torch.channels_last)
    mean = copy.deepcopy(net)
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=1e-3, betas=(0.9, 0.98))
    loader = DataLoader(SceneBatches(options.seed), batch_size=None, num_workers=options.workers, prefetch_factor=6)
    batches = iter(loader)
    started = last = time.time()
    summed, count = np.zeros(4), 0
    for step in range(options.steps):
        set_rate(optimiser, RATE, step / options.steps, WARM_UP)
        pictures, targets, geometry = next(batches)
        x = normalised(pictures[:, None].float())
        turned = gains.choice([-1.0, 1.0], (BATCH, 1, 1, 1)) * gains.uniform(0.5, 1.5, (BATCH, 1, 1, 1))
        x = (x * torch.from_numpy(turned).float()).to(memory_format=torch.channels_last)
        parts = losses(net(x), targets.float() / 255, geometry.float())
        optimiser.zero_grad()
        sum(parts).backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 3.0)
        optimiser.step()
        follow(mean, net, step, most=0.997)
        summed += [part.item() for part in parts]
        count += 1
        if time.time() - last > 60:
            last = time.time()
            print(f"{last - started:.0f}s step {step + 1} losses {np.round(summed / count, 3)}", flush=True)
            summed, count = np.zeros(4), 0
            torch.save(mean.state_dict(), options.out / "locator.pt")
    torch.save(mean.state_dict(), options.out / "locator.pt")
    print(f"done: {options.steps} steps, {options.steps * BATCH} scenes", flush=True)


if __name__ == "__main__":
    main()

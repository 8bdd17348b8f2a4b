"""An endless stream of batches of drawn lines, by width, made in worker processes."""

from __future__ import annotations

import os
from random import Random

import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from . import render, texts
from .alphabet import labels

BATCH = 64
POOLED = 12  # batches that are sorted by width together


class LineBatches(IterableDataset):
    """Yields (strips, widths, labels, label lengths); worker k of seed s is always the same stream."""

    def __init__(self, seed: int, easy_batches: int = 600):
        self.seed = seed
        self.easy_batches = easy_batches

    def __iter__(self):
        worker = get_worker_info()
        random = Random(self.seed * 1009 + (worker.id if worker else 0))
        os.nice(3)
        done = 0
        while True:
            strength = 0.4 if done < self.easy_batches / 2 else 0.7 if done < self.easy_batches else 1.0
            lines: list[tuple[np.ndarray, list[int]]] = []
            while len(lines) < BATCH * POOLED:
                text = texts.line(random)
                try:
                    strip = render.strip(random, text, render.Damage(strength=strength))
                except render.Unfit:
                    continue
                target = labels(text)
                repeats = sum(a == b for a, b in zip(target, target[1:]))
                if (strip.shape[1] + 3) // 4 >= len(target) + repeats + 1:
                    lines.append((strip, target))
            lines.sort(key=lambda line: line[0].shape[1])
            batches = [lines[i : i + BATCH] for i in range(0, len(lines), BATCH)]
            random.shuffle(batches)
            for batch in batches:
                yield collated(random, batch)
                done += 1


def collated(random: Random, batch) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Strips of one batch, normalised, padded with zeros on the right, some with signs turned."""
    widest = (max(strip.shape[1] for strip, _ in batch) + 15) // 16 * 16
    x = np.zeros((len(batch), 1, render.ROWS, widest), np.float32)
    for row, (strip, _) in enumerate(batch):
        a = strip.astype(np.float32)
        a = (a - a.mean()) / (a.std() + 3)
        x[row, 0, :, : a.shape[1]] = -a if random.random() < 0.3 else a
    widths = torch.tensor([(strip.shape[1] + 3) // 4 for strip, _ in batch])
    targets = torch.tensor([c for _, target in batch for c in target])
    lengths = torch.tensor([len(target) for _, target in batch])
    return torch.from_numpy(x), widths, targets, lengths


def stream(seed: int, workers: int):
    """An iterator over batches, drawn ahead by `workers` processes."""
    loader = DataLoader(LineBatches(seed), batch_size=None, num_workers=workers, prefetch_factor=12)
    return iter(loader)

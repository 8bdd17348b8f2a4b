"""Measures exported recognisers on freshly drawn lines: how often they are wrong, and how sure they are then.

    tools/train/train measure --network recogniser.net --network second-recogniser.net --lines 100000 --seed 77

Every line is one printed IMEI with an agreeing check digit, in typefaces held out of training for half
the lines, with everything that may befall a line, the strongest blur included. The probability of the
digits is the one that the kit decides by: summed over all paths, separators counted as nothing, and of
several readings the mean: of every network, and where these are in doubt of each line in the negative,
1.15 and 0.88 times as wide, and with a wider margin, as the kit does.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from random import Random

import cv2
import numpy as np
import torch

from . import render, texts
from .alphabet import OTHER, SYMBOLS
from .kernel import Kernel

SEPARATORS = [1 + (SYMBOLS + OTHER).index(c) for c in " -/.,'"]
DIGITS = [1 + SYMBOLS.index(c) for c in "0123456789"]
SURE = 0.9  # from which probability a line is not read again
BLURS = (0.05, 0.08, 0.10, 0.12, 0.14, 0.17)
THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995)


@dataclass(frozen=True)
class Outcome:
    """One line: what was printed, what was read, and the probability given to it."""

    printed: str
    read: str
    posterior: float


def best_digits(logits: np.ndarray) -> str:
    """The digits of the best path."""
    best = logits.argmax(1)
    kept = [c for i, c in enumerate(best) if c and (i == 0 or best[i - 1] != c)]
    return "".join(SYMBOLS[c - 1] for c in kept if c in DIGITS)


def posterior(logits: np.ndarray, digits: str) -> float:
    """The probability of some digits over all paths."""
    probabilities = torch.from_numpy(logits).double().softmax(1)
    probabilities[:, 0] += probabilities[:, SEPARATORS].sum(1)
    probabilities[:, SEPARATORS] = 0
    logs = probabilities.clamp_min(1e-300).log()[:, None]
    targets = torch.tensor([[1 + SYMBOLS.index(c) for c in digits]])
    loss = torch.nn.functional.ctc_loss(logs, targets, [len(logits)], [len(digits)], reduction="sum")
    return float(torch.exp(-loss))


def otherwise(strip: np.ndarray) -> list[np.ndarray]:
    """The strip as it is read again in doubt."""

    def wide(factor: float) -> np.ndarray:
        size = (max(24, round(strip.shape[1] * factor)), render.ROWS)
        return cv2.resize(strip, size, interpolation=cv2.INTER_LINEAR if factor > 1 else cv2.INTER_AREA)

    small = cv2.resize(strip, (round(strip.shape[1] * 0.84), 27), interpolation=cv2.INTER_AREA)
    padded = cv2.copyMakeBorder(small, 2, 3, 0, 0, cv2.BORDER_REPLICATE)
    return [255 - strip, wide(1.15), wide(0.88), padded]


def read(strip: np.ndarray, kernels: list[Kernel]) -> tuple[str, float]:
    """The likeliest digits by all readings together, and their probability."""
    logits = [kernel.run(strip)[0] for kernel in kernels]
    digits, probability = likeliest(logits)
    if probability >= SURE or len(kernels) == 1:
        return digits, probability
    again = [kernel.run(np.ascontiguousarray(view))[0] for view in otherwise(strip) for kernel in kernels]
    return likeliest(logits + again)


def likeliest(logits: list[np.ndarray]) -> tuple[str, float]:
    """Of the best paths' digits those that all lattices together give the highest mean probability."""
    found = {digits: 0.0 for digits in {best_digits(one) for one in logits} if digits}
    for digits in found:
        found[digits] = float(np.mean([posterior(one, digits) for one in logits]))
    return max(found.items(), key=lambda item: (item[1], item[0]), default=("", 0.0))


def is_whole(digits: str) -> bool:
    """Whether these are fifteen digits with an agreeing check digit: what the kit would consider."""
    return len(digits) == 15 and texts.check_digit(digits[:14]) == digits[14]


def _outcomes(task: tuple[list[Path], int, int, float | None]) -> list[Outcome]:
    networks, seed, count, blur = task
    torch.set_num_threads(1)
    kernels, random, outcomes = [Kernel(n.read_bytes()) for n in networks], Random(seed), []
    while len(outcomes) < count:
        printed = ""
        while not printed or texts.check_digit(printed[:14]) != printed[14]:
            printed = texts.imei(random)
        try:
            damage = render.Damage(blur=blur)
            strip = render.strip(random, texts.grouped(random, printed), damage, held_out=random.random() < 0.5)
        except render.Unfit:
            continue
        outcomes.append(Outcome(printed, *read(strip, kernels)))
    return outcomes


def outcomes(
    networks: list[Path], lines: int, seed: int, workers: int, blur: float | None = None
) -> list[Outcome]:
    """Reads `lines` fresh lines, a chunk of seeds each worker."""
    chunk = 500
    tasks = [(networks, seed * 100_003 + i, chunk, blur) for i in range((lines + chunk - 1) // chunk)]
    with Pool(workers) as pool:
        return [o for part in pool.imap(_outcomes, tasks) for o in part]


def report(found: list[Outcome]) -> None:
    """Prints accuracy, wrong readings above each threshold, and the reliability table."""
    right = [o.read == o.printed for o in found]
    print(f"lines {len(found)}, all digits right {np.mean(right):.4f}")
    print("threshold  accepted  wrong  (fifteen digits with an agreeing check digit)")
    for threshold in THRESHOLDS:
        sure = [o for o in found if is_whole(o.read) and o.posterior >= threshold]
        wrong = sum(o.read != o.printed for o in sure)
        print(f"{threshold:9}  {len(sure) / len(found):8.4f}  {wrong:5}")
    print("probability   lines  right   (any reading)")
    edges = (0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1.0000001)
    for low, high in zip(edges, edges[1:]):
        inside = [o for o in found if low <= o.posterior < high]
        if inside:
            share = np.mean([o.read == o.printed for o in inside])
            print(f"{low:5}-{min(high, 1):5}  {len(inside):6}  {share:.4f}")
    worst = sorted((o for o in found if is_whole(o.read) and o.read != o.printed), key=lambda o: -o.posterior)[:12]
    for o in worst:
        print(f"wrong: printed {o.printed} read {o.read} at {o.posterior:.4f}")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--network", type=Path, required=True, action="append", help="once, or for each of several")
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=77)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--by-blur", action="store_true", help="also 1,000 lines at each blur")
    options = parser.parse_args(arguments)
    report(outcomes(options.network, options.lines, options.seed, options.workers))
    if options.by_blur:
        for blur in BLURS:
            part = outcomes(options.network, 1000, options.seed + 1, options.workers, blur)
            print(f"blur {blur} of the digit height: right {np.mean([o.read == o.printed for o in part]):.3f}")


if __name__ == "__main__":
    main()

"""Measures an exported recogniser on freshly drawn lines: how often it is wrong, and how sure it is then.

    tools/train/train measure --network recogniser.net --lines 100000 --seed 77

Every line is one printed IMEI with an agreeing check digit, in typefaces held out of training for half
the lines, with everything that may befall a line, the strongest blur included. The probability of the
digits is the one that the kit decides by: summed over all paths, separators counted as nothing.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from random import Random

import numpy as np
import torch

from . import render, texts
from .alphabet import OTHER, SYMBOLS
from .kernel import Kernel

SEPARATORS = [1 + (SYMBOLS + OTHER).index(c) for c in " -/.,'"]
DIGITS = [1 + SYMBOLS.index(c) for c in "0123456789"]
BLURS = (0.05, 0.08, 0.10, 0.12, 0.14, 0.17)
THRESHOLDS = (0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995)


@dataclass(frozen=True)
class Outcome:
    """One line: what was printed, what was read, and the probability given to it."""

    printed: str
    read: str
    posterior: float

    @property
    def is_whole(self) -> bool:
        """Whether fifteen digits with an agreeing check digit were read: what the kit would consider."""
        return len(self.read) == 15 and texts.check_digit(self.read[:14]) == self.read[14]


def digits_and_posterior(logits: np.ndarray) -> tuple[str, float]:
    """The digits of the best path, and their probability over all paths."""
    best = logits.argmax(1)
    kept = [c for i, c in enumerate(best) if c and (i == 0 or best[i - 1] != c)]
    digits = [c for c in kept if c in DIGITS]
    if not digits:
        return "", 0.0
    probabilities = torch.from_numpy(logits).double().softmax(1)
    probabilities[:, 0] += probabilities[:, SEPARATORS].sum(1)
    probabilities[:, SEPARATORS] = 0
    logs = probabilities.clamp_min(1e-300).log()[:, None]
    loss = torch.nn.functional.ctc_loss(
        logs, torch.tensor([digits]), [len(logits)], [len(digits)], reduction="sum")
    return "".join(SYMBOLS[c - 1] for c in digits), float(torch.exp(-loss))


def _outcomes(task: tuple[Path, int, int, float | None]) -> list[Outcome]:
    network, seed, count, blur = task
    torch.set_num_threads(1)
    kernel, random, outcomes = Kernel(network.read_bytes()), Random(seed), []
    while len(outcomes) < count:
        printed = ""
        while not printed or texts.check_digit(printed[:14]) != printed[14]:
            printed = texts.imei(random)
        try:
            damage = render.Damage(blur=blur)
            strip = render.strip(random, texts.grouped(random, printed), damage, held_out=random.random() < 0.5)
        except render.Unfit:
            continue
        outcomes.append(Outcome(printed, *digits_and_posterior(kernel.run(strip)[0])))
    return outcomes


def outcomes(network: Path, lines: int, seed: int, workers: int, blur: float | None = None) -> list[Outcome]:
    """Reads `lines` fresh lines, a chunk of seeds each worker."""
    chunk = 500
    tasks = [(network, seed * 100_003 + i, chunk, blur) for i in range((lines + chunk - 1) // chunk)]
    with Pool(workers) as pool:
        return [o for part in pool.imap(_outcomes, tasks) for o in part]


def report(found: list[Outcome]) -> None:
    """Prints accuracy, wrong readings above each threshold, and the reliability table."""
    right = [o.read == o.printed for o in found]
    print(f"lines {len(found)}, all digits right {np.mean(right):.4f}")
    print("threshold  accepted  wrong  (fifteen digits with an agreeing check digit)")
    for threshold in THRESHOLDS:
        sure = [o for o in found if o.is_whole and o.posterior >= threshold]
        wrong = sum(o.read != o.printed for o in sure)
        print(f"{threshold:9}  {len(sure) / len(found):8.4f}  {wrong:5}")
    print("probability   lines  right   (any reading)")
    edges = (0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1.0000001)
    for low, high in zip(edges, edges[1:]):
        inside = [o for o in found if low <= o.posterior < high]
        if inside:
            share = np.mean([o.read == o.printed for o in inside])
            print(f"{low:5}-{min(high, 1):5}  {len(inside):6}  {share:.4f}")
    worst = sorted((o for o in found if o.is_whole and o.read != o.printed), key=lambda o: -o.posterior)[:12]
    for o in worst:
        print(f"wrong: printed {o.printed} read {o.read} at {o.posterior:.4f}")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--network", type=Path, required=True)
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

"""Trains a line recogniser from scratch.

    tools/train/train recogniser --shape first --seed 1 --steps 7000 --out FOLDER

Every batch is drawn afresh and none is used twice; the same seed, steps and workers give the same batches.
"""

from __future__ import annotations

import argparse
import copy
import time
from pathlib import Path

import torch
from torch import nn

from . import lines
from .cycle import follow, set_rate
from .recogniser import SHAPES

RATE = 3e-3
WARM_UP = 0.04
# On processors without the instructions, bfloat16 is many times slower than single precision.
HAS_BFLOAT16 = "avx512_bf16" in Path("/proc/cpuinfo").read_text()


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shape", choices=SHAPES, default="first")
    parser.add_argument("--steps", type=int, default=7000, help="batches of 64 lines")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)

    net = SHAPES[options.shape]().to(memory_format=torch.channels_last)
    mean = copy.deepcopy(net)
    optimiser = torch.optim.AdamW(net.parameters(), lr=options.rate, weight_decay=1e-3, betas=(0.9, 0.98))
    ctc = nn.CTCLoss(0, zero_infinity=True)
    batches = lines.stream(options.seed, options.workers)

    started = last = time.time()
    summed = count = 0.0
    for step in range(options.steps):
        set_rate(optimiser, options.rate, step / options.steps, WARM_UP)
        x, widths, targets, lengths = next(batches)
        with torch.autocast("cpu", torch.bfloat16, enabled=HAS_BFLOAT16):
            y = net(x.to(memory_format=torch.channels_last))
        log_probabilities = y.float().squeeze(2).permute(2, 0, 1).log_softmax(2)
        loss = ctc(log_probabilities, targets, widths, lengths)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        follow(mean, net, step, most=0.998)
        summed += loss.item()
        count += 1
        if time.time() - last > 60:
            last = time.time()
            print(f"{last - started:.0f}s step {step + 1} loss {summed / count:.4f}", flush=True)
            summed = count = 0.0
            torch.save(mean.state_dict(), options.out / "recogniser.pt")
    torch.save(mean.state_dict(), options.out / "recogniser.pt")
    print(f"done: {options.steps} steps, {options.steps * lines.BATCH} lines", flush=True)


if __name__ == "__main__":
    main()

"""Turns trained weights into the network files that the kit embeds, and says how well they agree.

python -m imeitrain.export recogniser --weights recogniser.pt --out recogniser.net
python -m imeitrain.export locator --weights locator.pt --out locator.net
"""

from __future__ import annotations

import argparse
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from . import alphabet, locator, recogniser, render, scenes, texts
from .kernel import Kernel
from .netfile import Addition, Convolution, Plan

CALIBRATION_SEED, CHECK_SEED = 90_001, 90_002


def folded(block: nn.Module, source: int) -> Convolution:
    """A convolution of the plan from a ConvBlock or a lone Conv2d."""
    conv = block if isinstance(block, nn.Conv2d) else block[0]
    weights = conv.weight.detach().double()
    bias = conv.bias.detach().double() if conv.bias is not None else torch.zeros(len(weights)).double()
    relu = conv is not block
    if relu:
        norm = block[1]
        gain = (norm.weight / torch.sqrt(norm.running_var + norm.eps)).detach().double()
        weights = weights * gain[:, None, None, None]
        bias = norm.bias.detach().double() + (bias - norm.running_mean.double()) * gain
    return Convolution(
        source, weights.numpy(), bias.numpy(), conv.stride, conv.padding, conv.dilation[1], relu
    )


def recogniser_plan(net: nn.Sequential) -> Plan:
    """The recogniser's operations, one behind the other."""
    operations = [folded(block, index) for index, block in enumerate(net)]
    return Plan(operations, 3.0, (1, 1), render.ROWS, alphabet.SYMBOLS + alphabet.OTHER)


def locator_plan(net: locator.Locator) -> Plan:
    """The locator's operations: down to a 32nd, then up again, adding what was seen on the way."""
    operations: list[Convolution | Addition] = []

    def then(operation: Convolution | Addition) -> int:
        operations.append(operation)
        return len(operations)

    def through(blocks, source: int) -> int:
        for block in blocks:
            source = then(folded(block, source))
        return source

    quarter = through([net.at_half_size, net.quarter], 0)
    eighth = through(net.eighth, quarter)
    sixteenth = through(net.sixteenth, eighth)
    x = through([*net.thirtysecond, net.from_thirtysecond], sixteenth)
    x = through([net.at_sixteenth, net.from_sixteenth], then(Addition(sixteenth, x)))
    x = through([net.at_eighth, net.from_eighth], then(Addition(eighth, x)))
    through([net.at_quarter, net.out], then(Addition(quarter, x)))
    return Plan(operations, 8.0, (32, 32))


def run(plan: Plan, x: torch.Tensor) -> list[torch.Tensor]:
    """Every tensor of the plan in floats, for one normalised picture."""
    tensors = [x.double()]
    for operation in plan.operations:
        if isinstance(operation, Addition):
            enlarged = functional.interpolate(tensors[operation.second], scale_factor=2, mode="nearest")
            tensors.append(tensors[operation.first] + enlarged)
            continue
        y = functional.conv2d(
            tensors[operation.input],
            torch.from_numpy(operation.weights),
            torch.from_numpy(operation.bias),
            operation.stride,
            operation.padding,
            (1, operation.dilation),
        )
        tensors.append(y.relu() if operation.relu else y)
    return tensors


def normalised(picture: np.ndarray, softening: float) -> torch.Tensor:
    """A picture of whole rows as the kernel normalises it."""
    x = torch.from_numpy(picture.astype(np.float64))
    return ((x - x.mean()) / (x.std(unbiased=False) + softening))[None, None]


def strips(seed: int, count: int) -> list[np.ndarray]:
    """Freshly drawn strips, three in ten with signs turned."""
    random, drawn = Random(seed), []
    while len(drawn) < count:
        try:
            strip = render.strip(random, texts.line(random))
        except render.Unfit:
            continue
        drawn.append(255 - strip if random.random() < 0.3 else strip)
    return drawn


def pictures(seed: int, count: int) -> list[np.ndarray]:
    """Freshly drawn scenes, half of them with signs turned."""
    random, drawn = Random(seed), []
    for _ in range(count):
        picture = scenes.scene(random)[0]
        drawn.append(255 - picture if random.random() < 0.5 else picture)
    return drawn


def calibrated(plan: Plan, samples: list[np.ndarray]) -> list[float]:
    """The largest value of every tensor over some pictures."""
    largest = np.zeros(len(plan.operations) + 1)
    for sample in samples:
        tensors = run(plan, normalised(sample, plan.softening))
        largest = np.maximum(largest, [t.abs().max().item() for t in tensors])
    return largest.tolist()


def greedy(logits: np.ndarray) -> str:
    """The text of the best class of every column, repeats and blanks dropped."""
    best = logits.argmax(-1)
    return alphabet.shown([int(c) for i, c in enumerate(best) if i == 0 or c != best[i - 1]])


def compare_recogniser(net: nn.Module, kernel: Kernel) -> None:
    """Prints how the integer recogniser differs from the float one."""
    largest, total, count, same, samples = 0.0, 0.0, 0, 0, strips(CHECK_SEED, 300)
    for sample in samples:
        ours = kernel.run(sample)[0]
        theirs = net(recogniser.normalised(sample)[None, None])[0, :, 0].T.numpy()
        difference = np.abs(ours - theirs)
        largest, total, count = max(largest, difference.max()), total + difference.sum(), count + theirs.size
        same += greedy(ours) == greedy(theirs)
    print(f"logits: largest difference {largest:.4f}, mean {total / count:.5f}")
    print(f"readings that are the same: {same} of {len(samples)}")


def compare_locator(net: nn.Module, kernel: Kernel) -> None:
    """Prints how the integer locator differs from the float one."""
    largest, means = np.zeros(locator.MAPS), []
    for sample in pictures(CHECK_SEED, 40):
        ours = torch.from_numpy(kernel.run(sample)).permute(2, 0, 1)
        theirs = net(locator.normalised(torch.from_numpy(sample.astype(np.float32))[None, None]))[0]
        pairs = [(m[:2].sigmoid(), m[2:]) for m in (ours, theirs)]
        difference = torch.cat([(a - b).abs() for a, b in zip(*pairs)]).numpy()
        largest = np.maximum(largest, difference.max((1, 2)))
        means.append(difference.mean((1, 2)))
    for name, most, mean in zip(("text", "digits", "height", "cosine", "sine"), largest, np.mean(means, 0)):
        print(f"{name}: largest difference {most:.5f}, mean {mean:.6f}")


def main(arguments: list[str] | None = None) -> None:
    """Exports one network."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("model", choices=("recogniser", "locator"))
    parser.add_argument("--shape", choices=recogniser.SHAPES, default="first", help="of the recogniser")
    parser.add_argument("--weights", type=Path, required=True, help="what training wrote (.pt)")
    parser.add_argument("--out", type=Path, required=True, help="the file to write (.net)")
    options = parser.parse_args(arguments)
    torch.set_grad_enabled(False)
    is_recogniser = options.model == "recogniser"
    net = recogniser.SHAPES[options.shape]() if is_recogniser else locator.Locator()
    net.load_state_dict(torch.load(options.weights, map_location="cpu", weights_only=True))
    net.eval()
    plan = recogniser_plan(net) if is_recogniser else locator_plan(net)
    samples = strips(CALIBRATION_SEED, 300) if is_recogniser else pictures(CALIBRATION_SEED, 40)
    data = plan.packed(calibrated(plan, samples))
    options.out.write_bytes(data)
    print(f"{options.out}: {len(data)} bytes")
    (compare_recogniser if is_recogniser else compare_locator)(net, Kernel(data))


if __name__ == "__main__":
    main()

"""Network files in whole numbers: quantising folded convolutions and writing what CNetwork reads."""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np

INPUT_SCALE = 2048.0  # steps of one in the normalised picture (UNITS of the kernel)
LARGEST = 12000.0  # where the largest value seen in calibration comes to lie, of 32767
ACTIVATION_BOUND = 32768
SUM_BOUND = 2**31 - 1
RELU, FLOAT = 1, 2


@dataclass
class Convolution:
    """A convolution with its normalisation folded in; `weights` are (outputs, inputs, rows, columns)."""

    input: int
    weights: np.ndarray
    bias: np.ndarray
    stride: tuple[int, int]
    padding: tuple[int, int]
    dilation: int
    relu: bool

    @property
    def is_input_signed(self) -> bool:
        """Whether inputs can be negative: only the picture's, since every other tensor went through ReLU."""
        return self.input == 0

    def packed(self, input_scale: float, output_scale: float | None) -> bytes:
        """The operation as bytes; without an output scale the maps come out as floats."""
        outputs, _, height, width = self.weights.shape
        bias, multipliers, weights = self.quantised(input_scale, output_scale)
        flags = (RELU if self.relu else 0) | (FLOAT if output_scale is None else 0)
        shape = (1, self.input, outputs, height, width, *self.stride, *self.padding, self.dilation, flags)
        taps = weights.transpose(0, 2, 3, 1).astype("<i2").tobytes()
        return (
            struct.pack("<11i", *shape)
            + bias.astype("<i4").tobytes()
            + multipliers.astype("<f4").tobytes()
            + _padded(taps)
        )

    def quantised(self, input_scale: float, output_scale: float | None):
        """Bias, multipliers and weights; each output has a scale of its own, as fine as 32-bit sums allow."""
        flat = self.weights.reshape(len(self.weights), -1).astype(np.float64)
        scaled_bias = self.bias * input_scale
        scales = np.array([self._finest(row, b) for row, b in zip(flat, scaled_bias)])
        weights = np.round(flat * scales[:, None]).reshape(self.weights.shape)
        bias = np.round(scaled_bias * scales)
        multipliers = (output_scale or 1.0) / (scales * input_scale)
        if output_scale is not None and multipliers.max() > 0.5:
            raise ValueError(f"a multiplier of {multipliers.max()} is too coarse")
        return bias, multipliers, weights

    def _finest(self, weights: np.ndarray, bias: float) -> float:
        """The largest factor whose rounded weights and bias cannot overflow a sum."""
        most = max(np.abs(weights).max(), 1e-9)
        scale = min(SUM_BOUND / max(self._worst_sum(weights, bias), 1e-9), 32767 / most, 1e6)
        while self._worst_sum(np.round(weights * scale), np.round(bias * scale)) > SUM_BOUND:
            scale *= 0.9995
        return scale

    def _worst_sum(self, weights: np.ndarray, bias: float) -> float:
        """How far from zero a sum can come; where no input is negative, signs cannot add up."""
        up, down = max(bias, 0.0), max(-bias, 0.0)
        if self.is_input_signed:
            return float(np.abs(weights).sum() * ACTIVATION_BOUND + up + down)
        return float(max(weights[weights > 0].sum() * ACTIVATION_BOUND + up,
                         -weights[weights < 0].sum() * ACTIVATION_BOUND + down))


@dataclass
class Addition:
    """The sum of a tensor and another of half its sides, enlarged."""

    first: int
    second: int

    def packed(self, input_scale: float, output_scale: float | None) -> bytes:
        """The operation as bytes; both tensors have the scale of the sum."""
        return struct.pack("<3i", 2, self.first, self.second)


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


@dataclass
class Plan:
    """A network as a list of operations; tensor 0 is the picture, operation i gives tensor i + 1."""

    operations: list[Convolution | Addition]
    softening: float
    multiples: tuple[int, int]  # across, down
    rows: int = 0
    alphabet: str = ""

    def scales(self, largest: list[float]) -> list[float]:
        """The scale of every tensor, from the largest values seen; tensors that are added share one."""
        groups = {i: {i} for i in range(len(self.operations) + 1)}
        for index, operation in enumerate(self.operations):
            if isinstance(operation, Addition):
                joined = groups[operation.first] | groups[operation.second] | groups[index + 1]
                groups.update({i: joined for i in joined})
        scales = [LARGEST / max(max(largest[i] for i in groups[t]), 1e-6) for t in groups]
        return [INPUT_SCALE, *scales[1:]]

    def packed(self, largest: list[float]) -> bytes:
        """The whole file."""
        scales = self.scales(largest)
        letters = self.alphabet.encode()
        head = struct.pack(
            "<4sif5i", b"INET", 1, self.softening, *self.multiples, self.rows, len(letters), len(self.operations)
        )
        body = b""
        for index, operation in enumerate(self.operations):
            is_last = index == len(self.operations) - 1
            source = scales[operation.input] if isinstance(operation, Convolution) else 0.0
            body += operation.packed(source, None if is_last else scales[index + 1])
        return head + _padded(letters) + body

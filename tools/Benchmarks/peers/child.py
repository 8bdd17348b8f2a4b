"""A long-lived process that answers a line with a line, and the CPU time it takes."""

from __future__ import annotations

import json
import os
import select
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

MAX_ANSWER_BYTES = 16 << 20
ONE_THREAD = dict.fromkeys(
    (
        "OMP_NUM_THREADS",
        "OMP_THREAD_LIMIT",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "RAYON_NUM_THREADS",
        "OCR_THREADS",
    ),
    "1",
)
"""Environment that keeps OpenMP, BLAS, Rayon and faster-paddle to one thread."""


class ChildError(Exception):
    """A process gave no answer."""


def cpu_seconds(pid: int) -> float:
    """User and system time of a process, its threads and its descendants, ended ones included."""
    try:
        # The process's CPU clock counts nanoseconds, /proc/PID/stat only hundredths of a second.
        seconds = time.clock_gettime((~pid << 3) | 2)
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        seconds += (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")
        for task in Path(f"/proc/{pid}/task").iterdir():
            seconds += sum(map(cpu_seconds, map(int, (task / "children").read_text().split())))
    except (OSError, IndexError, ValueError):
        return 0.0
    return seconds


class Child:
    """The process; started at the first question, and anew after it died or took too long."""

    def __init__(self, command: Sequence[str], log: Path, answers_when_ready: bool, timeout: float):
        self._command = command
        self._log = log
        self._answers_when_ready = answers_when_ready
        self._timeout = timeout
        self._process: subprocess.Popen[bytes] | None = None
        self._buffer = b""

    def start(self) -> None:
        """Starts the process and waits until it has loaded its models."""
        with open(self._log, "ab") as log:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env={**os.environ, **ONE_THREAD},
            )
        self._buffer = b""
        if self._answers_when_ready and "error" in (answer := self._answer()):
            self.stop()
            raise ChildError(str(answer["error"]))

    def ask(self, question: Mapping[str, Any]) -> tuple[dict[str, Any], float]:
        """The answer to a question, and the CPU seconds that it took."""
        if self._process is None:
            self.start()
        process = self._process
        assert process and process.stdin
        before = cpu_seconds(process.pid)
        try:
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
            answer = self._answer()
        except OSError as error:
            self.stop()
            raise ChildError(f"ended: {error}") from error
        return answer, max(0.0, cpu_seconds(process.pid) - before)

    def stop(self) -> None:
        """Ends the process."""
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _answer(self) -> dict[str, Any]:
        assert self._process and self._process.stdout
        descriptor, end = self._process.stdout.fileno(), time.monotonic() + self._timeout
        while b"\n" not in self._buffer:
            ready, _, _ = select.select([descriptor], [], [], max(0.0, end - time.monotonic()))
            data = os.read(descriptor, 1 << 16) if ready else b""
            self._buffer += data
            if not data or len(self._buffer) > MAX_ANSWER_BYTES:
                self.stop()
                reason = "answer too long" if data else "process ended" if ready else "no answer in time"
                raise ChildError(reason)
        line, _, self._buffer = self._buffer.partition(b"\n")
        try:
            answer = json.loads(line)
        except ValueError as error:
            self.stop()
            raise ChildError("answer is not JSON") from error
        return answer if isinstance(answer, dict) else {"error": "answer is not an object"}

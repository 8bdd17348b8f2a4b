"""The kit and its peers behind one call: a picture in, what was read and the CPU time out."""

from __future__ import annotations

import resource
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from . import readers, tokens
from .child import ONE_THREAD, Child, ChildError

KIT = "imeikit"
TESSERACT = {"tesseract-psm3": "3", "tesseract-psm11": "11"}
NAMES = (KIT, *TESSERACT, *readers.MAKERS)


@dataclass
class Reading:
    """What one contestant said of one picture."""

    read: list[str] = field(default_factory=list)
    """Numbers given without reservation."""
    offered: list[str] = field(default_factory=list)
    """Numbers that the kit offers to a person, each the first choice at its place."""
    cpu: float | None = None
    """CPU seconds; None when there was no answer."""
    failure: str | None = None


class Contestant(Protocol):
    """Something that reads pictures."""

    def read(self, path: Path) -> Reading:
        """Reads a picture."""

    def stop(self) -> None:
        """Ends what it runs."""


class Kit:
    """`imeikit worker`, one process for all pictures."""

    def __init__(self, child: Child):
        self._child = child
        self._job = 0

    def read(self, path: Path) -> Reading:
        """Reads a picture."""
        self._job += 1
        try:
            answer, cpu = self._child.ask({"id": self._job, "path": str(path)})
            if not isinstance(photo := answer.get("photo"), dict):
                return Reading(cpu=cpu, failure=str(answer.get("error"))[:500])
            found = [(entry["imei"], entry["status"] == "accepted") for entry in photo["readings"]]
        except (ChildError, KeyError, TypeError) as error:
            return Reading(failure=repr(error)[:500])
        accepted = [imei for imei, is_accepted in found if is_accepted]
        return Reading(accepted, [imei for imei, is_accepted in found if not is_accepted], cpu)

    def stop(self) -> None:
        """Ends the worker."""
        self._child.stop()


class Library:
    """A peer's library in a process of its own."""

    def __init__(self, child: Child):
        self._child = child

    def read(self, path: Path) -> Reading:
        """Reads a picture."""
        try:
            answer, cpu = self._child.ask({"path": str(path)})
        except ChildError as error:
            return Reading(failure=str(error))
        if "error" in answer:
            return Reading(cpu=cpu, failure=str(answer["error"]))
        return Reading([str(number) for number in answer.get("numbers", [])], cpu=cpu)

    def stop(self) -> None:
        """Ends the process."""
        self._child.stop()


class TesseractCommand:
    """The plain `tesseract` command, started for each picture as its user does."""

    def __init__(self, mode: str, timeout: float):
        self._mode = mode
        self._timeout = timeout

    def read(self, path: Path) -> Reading:
        """Reads a picture."""
        before = _children_cpu_seconds()
        try:
            done = subprocess.run(
                ["tesseract", str(path), "-", "--psm", self._mode, "-l", "eng"],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=self._timeout,
                env={"PATH": "/usr/bin:/bin", **ONE_THREAD},
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return Reading(failure=type(error).__name__)
        cpu = _children_cpu_seconds() - before
        failure = f"ended with {done.returncode}" if done.returncode else None
        text = done.stdout.decode("utf-8", errors="replace")
        return Reading(tokens.numbers(text.splitlines()), cpu=cpu, failure=failure)

    def stop(self) -> None:
        """Nothing runs between pictures."""


def _children_cpu_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def make(name: str, binary: Path | None, scratch: Path, timeout: float) -> Contestant:
    """Makes a contestant by name; its messages go to a log in the scratch folder."""
    if name in TESSERACT:
        return TesseractCommand(TESSERACT[name], timeout)
    log = scratch / f"{name}.log"
    if name == KIT:
        return Kit(Child([str(binary), "worker"], log, False, timeout))
    command = [sys.executable, "-m", "peers.serve", name, str(scratch / "tiny")]
    return Library(Child(command, log, True, timeout))


def record(reading: Reading) -> dict[str, Any]:
    """The reading as it is written to JSON."""
    return {key: value for key, value in vars(reading).items() if value not in (None, [])}

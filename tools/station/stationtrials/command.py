"""Runs imeikit's commands."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

#: What the exit status of a command that did its work may be: 10, 20 and 30 tell what it found.
DONE = (0, 10, 20, 30)


class CommandFailed(Exception):
    """A command ended with a status that says that it did not do its work."""


def binary() -> Path:
    """The command that is tried, from $IMEIKIT_BINARY."""
    return Path(os.environ["IMEIKIT_BINARY"])


class Command:
    """imeikit with a home of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        home.mkdir(parents=True, exist_ok=True)

    @property
    def environment(self) -> dict[str, str]:
        """The environment that the command runs in."""
        return {**os.environ, "IMEIKIT_HOME": str(self.home)}

    def run(self, *arguments: str | Path, done: Iterable[int] = DONE) -> str:
        """What a command prints; raises `CommandFailed` unless its status is one of `done`."""
        ended = subprocess.run(
            [binary(), *map(str, arguments)], env=self.environment, capture_output=True, text=True
        )
        if ended.returncode not in done:
            named = " ".join(map(str, arguments))
            raise CommandFailed(f"imeikit {named} ended with {ended.returncode}:\n{ended.stderr}")
        return ended.stdout

    def create_case(self, case: Path) -> None:
        """Makes a case file as a user does."""
        self.run(
            *("case", "create", case, "--reference", "44/2026/1188", "--urn", "01AB1234526"),
            *("--officer", "DS Keller 2210", "--review-date", "2027-05-01"),
        )

    def add_operator(self, case: Path, name: str, role: str, number: str) -> str:
        """Makes a person known to a case; gives the token that is printed once."""
        printed = self.run("operator", "add", name, "--number", number, "--role", role, "--case", case)
        found = re.search(r"^token:\s*(imk_[A-Za-z0-9_-]{43})\s*$", printed, re.MULTILINE)
        if not found:
            raise CommandFailed(f"imeikit operator add printed no token:\n{printed}")
        return found[1]

    def withdraw_token(self, case: Path, number: str) -> None:
        """Takes a person's token away."""
        self.run("operator", "withdraw", number, "--case", case)

    def results(self, case: Path) -> list[dict[str, Any]]:
        """The results in force, one object a photo."""
        printed = self.run("export", "jsonl", "--case", case)
        return [json.loads(line) for line in printed.splitlines() if line]

    def audit(self, case: Path) -> str:
        """What `audit verify` says of a log that must be whole; raises when it is not."""
        # 20: whole in itself, but no signed head vouches for it, as after a kill.
        return self.run("audit", "verify", "--case", case, done=(0, 20))

"""A station under trial: a case of its own, operators with tokens, and the server's process."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from .client import Client
from .command import Command, binary

#: Who works in the trials: name, role, number.
PEOPLE = (
    ("Amara Reader", "reader", "4417"),
    ("Brian Second", "reader", "4418"),
    ("Chloe Settler", "settler", "2207"),
    ("Dev Keller", "officerInCharge", "2210"),
)


class NotStarted(Exception):
    """The server did not begin to answer."""


def free_port() -> int:
    """A port on the loopback address that nothing listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Station:
    """Everything that one trial works with, in a folder that goes away with it."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or Path(tempfile.mkdtemp(prefix="imeikit-station-"))
        self._is_own = folder is None
        self.command = Command(self.folder / "home")
        self.case = self.folder / "haul.imeikit"
        self.log = self.folder / "server.log"
        self.tokens: dict[str, str] = {}
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Station:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()
        if self._is_own and not os.environ.get("IMEIKIT_TRIALS_KEEP"):
            shutil.rmtree(self.folder, ignore_errors=True)

    def prepare(self) -> None:
        """Makes the case and the people; their tokens are in `tokens` by the first name."""
        self.command.create_case(self.case)
        for name, role, number in PEOPLE:
            first = name.split()[0].lower()
            self.tokens[first] = self.command.add_operator(self.case, name, role, number)

    def start(self, *options: str, patience: float = 60) -> None:
        """Starts the server and waits until it answers."""
        arguments = ["serve", "--case", str(self.case), "--port", str(self.port), *options]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [binary(), *arguments],
                env=self.command.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                # A group of its own: a kill must reach the server alone, the end the workers too.
                start_new_session=True,
            )
        until = time.monotonic() + patience
        while time.monotonic() < until:
            if self.process.poll() is not None:
                break
            if self.is_ready():
                return
            time.sleep(0.05)
        self.end()
        raise NotStarted(f"the server does not answer on port {self.port}:\n{self.log_text()[-2000:]}")

    def is_ready(self) -> bool:
        """Whether the server says that it is ready."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/ready")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    @property
    def is_running(self) -> bool:
        """Whether the server's process is there."""
        return self.process is not None and self.process.poll() is None

    def kill(self) -> None:
        """SIGKILL for the server, as a power cut would: nothing is said to it before."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def end(self, patience: float = 8) -> int | None:
        """SIGTERM, and SIGKILL for whoever stays; the server's exit status."""
        if self.process is None:
            return None
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(patience)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        status = self.process.returncode
        self.process = None
        return status

    def client(self, who: str | None = "amara", *, timeout: float = 60) -> Client:
        """The interface for one of the people; for nobody when `who` is None."""
        return Client(self.port, self.tokens[who] if who else None, timeout=timeout)

    @property
    def origin(self) -> str:
        """The server's origin."""
        return f"http://127.0.0.1:{self.port}"

    def log_text(self) -> str:
        """What the server has said so far."""
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def memory(self) -> int:
        """The server's resident memory in bytes, without its workers."""
        assert self.process is not None
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
        return 0

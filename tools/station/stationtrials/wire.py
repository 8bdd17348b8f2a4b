"""Speaks to the server byte by byte, so that requests no library would send can be sent."""

from __future__ import annotations

import re
import socket
import struct
import time
from dataclasses import dataclass

#: A body's end in a chunked message.
LAST_CHUNK = b"0\r\n\r\n"


@dataclass(frozen=True)
class Reply:
    """What came back on a connection until it was closed or silent."""

    content: bytes
    was_closed: bool
    seconds: float

    @property
    def statuses(self) -> list[int]:
        """The status of each answer, in order; a body that holds a status line counts too."""
        return [int(found) for found in re.findall(rb"HTTP/1\.[01] (\d{3})", self.content)]

    @property
    def status(self) -> int | None:
        """The first answer's status; None when there is none."""
        return self.statuses[0] if self.statuses else None

    @property
    def body(self) -> bytes:
        """What stands behind the first answer's headers."""
        return self.content.partition(b"\r\n\r\n")[2]


class Wire:
    """One connection to the server."""

    def __init__(self, port: int, *, timeout: float = 20) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=timeout)

    def __enter__(self) -> Wire:
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    def send(self, content: bytes) -> bool:
        """Sends bytes; False when the other end has closed."""
        try:
            self.socket.sendall(content)
        except OSError:
            return False
        return True

    def read(self, *, silence: float = 1, patience: float = 20) -> Reply:
        """Reads until the other end closes, or says nothing for `silence` seconds after an answer."""
        content = b""
        closed = False
        begun = time.monotonic()
        while time.monotonic() - begun < patience:
            self.socket.settimeout(silence if content else max(0.01, patience - (time.monotonic() - begun)))
            try:
                more = self.socket.recv(65536)
            except TimeoutError:
                break
            except OSError:
                closed = True
                break
            if not more:
                closed = True
                break
            content += more
        return Reply(content, closed, time.monotonic() - begun)

    def half_close(self) -> None:
        """Says that nothing more will be sent."""
        self.socket.shutdown(socket.SHUT_WR)

    def cut(self) -> None:
        """Resets the connection, as a pulled plug does."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()


def exchange(port: int, content: bytes, *, silence: float = 0.5, patience: float = 20) -> Reply:
    """Sends bytes on a connection of their own and reads what comes back."""
    with Wire(port) as wire:
        wire.send(content)
        return wire.read(silence=silence, patience=patience)


def request(
    port: int,
    target: str,
    *headers: str,
    method: str = "GET",
    host: str | None = "",
    body: bytes = b"",
    version: str = "HTTP/1.1",
) -> bytes:
    """A request as bytes. `host` is the right one when empty, left out when None."""
    lines = [f"{method} {target} {version}"]
    if host is not None:
        lines.append(f"Host: {host or f'127.0.0.1:{port}'}")
    lines += headers
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode("utf-8", "surrogateescape") + b"\r\n\r\n" + body

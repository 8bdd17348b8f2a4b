"""Fifty clients and ten thousand uploads, a tenth of them spoilt: nothing acknowledged may be lost."""

from __future__ import annotations

import argparse
import hashlib
import http.client
import statistics
import sys
import threading
import time
from dataclasses import dataclass, field
from random import Random

from . import pictures
from .client import Answer, Client
from .station import Station

MIB = 1 << 20


@dataclass
class Tally:
    """What the clients saw, under one lock."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    next: int = 0
    seconds: list[float] = field(default_factory=list)
    #: SHA-256 of what was acknowledged, by upload id.
    acknowledged: dict[str, str] = field(default_factory=dict)
    statuses: dict[int, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    again: int = 0
    cut: int = 0


@dataclass(frozen=True)
class Sample:
    """The server at one moment."""

    seconds: float
    memory: int
    uploaded: int


def content_of(serial: int, spoilt_share: float) -> bytes:
    """The bytes of an upload; whether they are spoilt depends on the serial alone."""
    is_spoilt = Random(serial).random() < spoilt_share
    return pictures.spoilt(serial) if is_spoilt else pictures.drawn(serial)


def take_answer(tally: Tally, content: bytes, answer: Answer, seconds: float) -> None:
    """Counts one answer; only a 202 says that something was taken."""
    with tally.lock:
        tally.statuses[answer.status] = tally.statuses.get(answer.status, 0) + 1
        tally.seconds.append(seconds)
        if answer.status == 202:
            for upload in answer.json["uploads"]:
                if upload["sha256"] != hashlib.sha256(content).hexdigest():
                    tally.faults.append(f"upload {upload['id']} is acknowledged with another SHA-256")
                tally.acknowledged[upload["id"]] = upload["sha256"]
        elif answer.status >= 500:
            tally.faults.append(f"{answer.status} {answer.body[:200]!r}")


class Sender(threading.Thread):
    """One client on a connection of its own, which it makes anew when it breaks."""

    def __init__(self, station: Station, tally: Tally, photos: int, spoilt_share: float) -> None:
        super().__init__(daemon=True)
        self.client = station.client("amara", timeout=120)
        self.tally = tally
        self.photos = photos
        self.spoilt_share = spoilt_share

    def run(self) -> None:
        """Uploads until all serials are taken."""
        connection = self._connection()
        while (serial := self._take()) is not None:
            content = content_of(serial, self.spoilt_share)
            if serial % 97 == 0:
                self._cut(serial, content)
            for attempt in range(4):
                begun = time.monotonic()
                try:
                    answer = self._upload(connection, serial, content)
                except (OSError, http.client.HTTPException) as error:
                    connection.close()
                    connection = self._connection()
                    with self.tally.lock:
                        self.tally.again += 1
                        if attempt == 3:
                            self.tally.faults.append(f"no answer for upload {serial}: {error!r}")
                    continue
                take_answer(self.tally, content, answer, time.monotonic() - begun)
                break
        connection.close()

    def _connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.client.port, timeout=120)

    def _take(self) -> int | None:
        with self.tally.lock:
            if self.tally.next >= self.photos:
                return None
            self.tally.next += 1
            return self.tally.next

    def _upload(self, connection: http.client.HTTPConnection, serial: int, content: bytes) -> Answer:
        # The key makes the second attempt after a broken connection the same upload.
        headers = {"Content-Type": "image/jpeg", "Idempotency-Key": f"load-{serial}"}
        return self.client.send(
            "POST", f"/api/v1/photos?name=load-{serial}.jpg", content, headers, connection=connection
        )

    def _cut(self, serial: int, content: bytes) -> None:
        """Begins an upload and leaves in its middle."""
        connection = self._connection()
        try:
            connection.putrequest("POST", f"/api/v1/photos?name=cut-{serial}.jpg")
            connection.putheader("Authorization", f"Bearer {self.client.token}")
            connection.putheader("Content-Type", "image/jpeg")
            connection.putheader("Content-Length", str(len(content) + 100_000))
            connection.endheaders(content)
        except OSError:
            pass
        finally:
            connection.close()
        with self.tally.lock:
            self.tally.cut += 1


def watch(station: Station, tally: Tally, samples: list[Sample], done: threading.Event) -> None:
    """Writes the server's memory down each half second."""
    begun = time.monotonic()
    while not done.wait(0.5):
        if not station.is_running:
            return
        samples.append(Sample(time.monotonic() - begun, station.memory(), len(tally.seconds)))


def wait_until_read(client: Client, patience: float) -> float:
    """The seconds until nothing is left to be read; raises when that takes too long."""
    begun = time.monotonic()
    while time.monotonic() - begun < patience:
        if client.get("/haul")["uploads"]["waiting"] == 0:
            return time.monotonic() - begun
        time.sleep(1)
    raise TimeoutError(f"uploads still wait to be read after {patience:.0f} s")


def lost(station: Station, acknowledged: dict[str, str]) -> list[str]:
    """What was acknowledged and is not in the case, asked in both ways."""
    listed = {item["id"]: item["sha256"] for item in station.client("amara").items("/uploads")}
    missing = [f"upload {name}" for name, sha256 in acknowledged.items() if listed.get(name) != sha256]
    in_case = {result["sha256"] for result in station.command.results(station.case)}
    missing += [f"photo {sha256}" for sha256 in set(acknowledged.values()) - in_case]
    return missing


def flatness(samples: list[Sample]) -> tuple[float, float]:
    """Median memory in the second and in the last quarter, in MiB."""
    quarter = len(samples) // 4
    if not quarter:
        return 0, 0
    early = statistics.median(sample.memory for sample in samples[quarter : 2 * quarter])
    late = statistics.median(sample.memory for sample in samples[-quarter:])
    return early / MIB, late / MIB


def report(tally: Tally, samples: list[Sample], sending: float, reading: float) -> None:
    """Prints the figures."""
    ordered = sorted(tally.seconds)
    print(f"uploads answered    {len(ordered)} in {sending:.1f} s: {len(ordered) / sending:.0f} a second")
    print(
        f"                    {dict(sorted(tally.statuses.items()))}, acknowledged {len(tally.acknowledged)}"
    )
    print(
        f"                    {tally.cut} begun and cut, {tally.again} sent again after a broken connection"
    )
    if ordered:
        ninety_nine = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
        print(
            f"latency             median {statistics.median(ordered) * 1000:.0f} ms, "
            f"99th {ninety_nine * 1000:.0f} ms, worst {ordered[-1] * 1000:.0f} ms"
        )
    print(f"all read            {reading:.1f} s after the last answer")
    step = max(1, len(samples) // 10)
    shown = ", ".join(f"{sample.memory / MIB:.0f} at {sample.seconds:.0f} s" for sample in samples[::step])
    print(f"server memory, MiB  {shown}")
    early, late = flatness(samples)
    print(f"                    {early:.0f} in the second quarter, {late:.0f} in the last")


def run(photos: int, clients: int, spoilt_share: float, growth: float) -> int:
    """One load; 0 when nothing was lost, nothing failed and memory stayed flat."""
    with Station() as station:
        station.prepare()
        station.start()
        tally = Tally()
        samples: list[Sample] = []
        done = threading.Event()
        watcher = threading.Thread(target=watch, args=(station, tally, samples, done), daemon=True)
        watcher.start()
        begun = time.monotonic()
        senders = [Sender(station, tally, photos, spoilt_share) for _ in range(clients)]
        for sender in senders:
            sender.start()
        for sender in senders:
            sender.join()
        sending = time.monotonic() - begun
        faults = tally.faults
        reading = 0.0
        try:
            reading = wait_until_read(station.client("amara"), patience=120 + photos / 5)
        except Exception as error:
            faults.append(repr(error))
        done.set()
        watcher.join()
        report(tally, samples, sending, reading)
        if not station.is_running:
            faults.append(f"the server ended:\n{station.log_text()[-2000:]}")
        else:
            faults += lost(station, tally.acknowledged)
            status = station.end()
            if status != 0:
                faults.append(f"the server ended with {status} on SIGTERM")
            print(station.command.audit(station.case).strip())
        early, late = flatness(samples)
        if late - early > growth:
            faults.append(f"memory grew from {early:.0f} to {late:.0f} MiB")
        for fault in faults[:20]:
            print(f"FAULT {fault}", file=sys.stderr)
        print(f"faults              {len(faults)}")
        return 1 if faults else 0


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="tools/station/load", description=__doc__)
    parser.add_argument("--photos", type=int, default=10_000, help="uploads in all (default 10000)")
    parser.add_argument("--clients", type=int, default=50, help="clients at once (default 50)")
    parser.add_argument(
        "--spoilt", type=float, default=0.1, help="share that is no readable picture (default 0.1)"
    )
    parser.add_argument(
        "--growth",
        type=float,
        default=48,
        help="MiB that memory may grow from second to last quarter (default 48)",
    )
    given = parser.parse_args()
    sys.exit(run(given.photos, given.clients, given.spoilt, given.growth))


if __name__ == "__main__":
    main()

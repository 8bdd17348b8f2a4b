from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

from stationtrials import load
from stationtrials.client import Answer, Client

sys.path.insert(0, str(Path(__file__).parent))

from fake import FakeStation  # noqa: E402


def _loaded(fake: FakeStation, photos: int) -> tuple[load.Tally, SimpleNamespace]:
    results = lambda _: [{"sha256": upload["sha256"]} for upload in fake.uploads]  # noqa: E731
    station = SimpleNamespace(
        case=None,
        command=SimpleNamespace(results=results),
        client=lambda who, timeout=5: Client(fake.port, "imk_x", timeout=timeout),
    )
    tally = load.Tally()
    senders = [load.Sender(station, tally, photos, 0.1) for _ in range(4)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    return tally, station


def test_a_station_that_keeps_everything_loses_nothing() -> None:
    with FakeStation() as fake:
        tally, station = _loaded(fake, 60)
        assert len(tally.acknowledged) == 60 and tally.statuses == {202: 60}
        assert load.lost(station, tally.acknowledged) == []


def test_what_was_acknowledged_and_is_not_there_is_called_lost() -> None:
    with FakeStation(forgets=10) as fake:
        tally, station = _loaded(fake, 60)
        missing = load.lost(station, tally.acknowledged)
        assert sum(text.startswith("upload ") for text in missing) == 6
        assert sum(text.startswith("photo ") for text in missing) == 6


def test_an_answer_with_another_hash_is_a_fault() -> None:
    tally = load.Tally()
    body = b'{"uploads":[{"id":"a","sha256":"00"}],"refused":[]}'
    load.take_answer(tally, b"content", Answer(202, {}, body), 0.1)
    assert len(tally.faults) == 1


def test_memory_that_grows_is_told_from_memory_that_stays() -> None:
    steady = [load.Sample(second, (80 + second % 2) * load.MIB, 0) for second in range(40)]
    growing = [load.Sample(second, (80 + 4 * second) * load.MIB, 0) for second in range(40)]
    early, late = load.flatness(steady)
    assert abs(late - early) <= 1
    early, late = load.flatness(growing)
    assert late - early > 70


def test_a_tenth_is_spoilt_and_the_same_serial_is_the_same_bytes() -> None:
    contents = [load.content_of(serial, 0.1) for serial in range(400)]
    assert contents == [load.content_of(serial, 0.1) for serial in range(400)]
    spoilt = sum(1 for serial in range(400) if load.content_of(serial, 0) != contents[serial])
    assert 20 <= spoilt <= 60
    assert len(set(contents)) == 400

from __future__ import annotations

import sys
from pathlib import Path

from stationtrials.wire import Reply, exchange, request

sys.path.insert(0, str(Path(__file__).parent))

from fake import FakeStation  # noqa: E402


def test_every_answer_on_a_connection_is_counted() -> None:
    with FakeStation() as fake:
        asked = request(fake.port, "/api/v1/haul") + request(fake.port, "/nothing")
        reply = exchange(fake.port, asked, silence=0.3)
    assert reply.statuses == [200, 404]
    assert not reply.was_closed


def test_a_closed_connection_is_seen() -> None:
    with FakeStation() as fake:
        reply = exchange(fake.port, request(fake.port, "/nothing", "Connection: close"), silence=2)
    assert reply.was_closed and reply.status == 404


def test_no_answer_has_no_status() -> None:
    reply = Reply(b"", True, 0.1)
    assert reply.status is None and reply.body == b""


def test_hosts_are_sent_as_they_are_given() -> None:
    assert b"Host: 127.0.0.1:80\r\n" in request(80, "/")
    assert b"Host: evil\r\n" in request(80, "/", host="evil")
    assert b"Host" not in request(80, "/", host=None)

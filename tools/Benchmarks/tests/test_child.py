from __future__ import annotations

import sys
from pathlib import Path

import pytest

from peers.child import Child, ChildError

ANSWER = "import sys\nfor line in sys.stdin: "


def child(tmp_path: Path, body: str, timeout: float = 20) -> Child:
    return Child([sys.executable, "-c", body], tmp_path / "log", False, timeout)


def test_an_answer_comes_with_its_cpu_time(tmp_path: Path) -> None:
    asked = child(tmp_path, ANSWER + "sum(range(3_000_000)); print('{\"numbers\": []}', flush=True)")
    try:
        answer, seconds = asked.ask({"path": "a"})
    finally:
        asked.stop()
    assert answer == {"numbers": []}
    assert 0.005 < seconds < 10


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("raise SystemExit(3)", "ended"),
        (ANSWER + "print('not JSON', flush=True)", "not JSON"),
        (ANSWER + "sys.stdout.buffer.write(b'\\xff\\x00\\n'); sys.stdout.flush()", "not JSON"),
        (ANSWER + "sys.stdout.write('x' * (17 << 20)); sys.stdout.flush()", "too long"),
        (ANSWER + "import time; time.sleep(60)", "in time"),
    ],
)
def test_a_peer_that_misbehaves_is_named_and_started_anew(tmp_path: Path, body: str, reason: str) -> None:
    asked = child(tmp_path, body, timeout=1 if "sleep" in body else 20)
    for _ in range(2):
        with pytest.raises(ChildError, match=reason):
            asked.ask({"path": "a"})


def test_an_answer_that_is_no_object_is_an_error(tmp_path: Path) -> None:
    asked = child(tmp_path, ANSWER + "print('[1]', flush=True)")
    try:
        assert "error" in asked.ask({"path": "a"})[0]
    finally:
        asked.stop()

"""What walks and attacks share: stations with something in them."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from . import pictures
from .client import Client
from .station import Station

#: Numbers of these pictures are on the trial's block list.
FLAGGED_SETS = ("labels", "sheets")


def wait_until_read(client: Client, patience: float = 120) -> None:
    """Waits until nothing that was uploaded is left to be read."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if client.get("/haul")["uploads"]["waiting"] == 0:
            return
        time.sleep(0.2)
    raise AssertionError("uploads are still waiting to be read")


def upload_all(client: Client, chosen: list[pictures.Picture], **query: str) -> list[dict]:
    """Uploads pictures, waits until they are read, and gives what each upload became."""
    uploads = []
    for picture in chosen:
        answer = client.upload(picture.path.name, picture.path.read_bytes(), **query)
        assert answer.status == 202, answer.body
        uploads += answer.json["uploads"]
    wait_until_read(client)
    return uploads


def import_list(station: Station, chosen: list[pictures.Picture], name: str = "National register") -> None:
    """Puts the numbers of some pictures on a block list."""
    listed = station.folder / "list.csv"
    rows = ["imei,reason"] + [f"{imei},stolen" for picture in chosen for imei in picture.imeis]
    listed.write_text("\n".join(rows) + "\n")
    station.command.run("blocklist", "import", listed, "--name", name, "--date", "2026-11-20", "--quiet")


@pytest.fixture(scope="session")
def station() -> Iterator[Station]:
    """A running station whose case holds a few read photos; all tests of a run share it."""
    with Station() as made:
        made.prepare()
        chosen = pictures.committed("labels")[:4] + pictures.committed("falsepositives")[-4:]
        import_list(made, chosen[:2])
        made.start()
        upload_all(made.client(), chosen, exhibit="JS/1")
        yield made
        assert made.is_running, f"the server ended:\n{made.log_text()[-3000:]}"


@pytest.fixture
def lone_station() -> Iterator[Station]:
    """A running station of the test's own, with an empty case."""
    with Station() as made:
        made.prepare()
        made.start()
        yield made

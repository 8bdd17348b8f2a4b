"""The stations that are walked through: copies of one case that was scanned once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from stationtrials import haul
from stationtrials.browser import Browser
from stationtrials.station import Station


@pytest.fixture(scope="session")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Station:
    """A case with exhibits, flagged and doubtful numbers; never started itself."""
    return haul.scanned(tmp_path_factory.mktemp("scanned"))


@pytest.fixture
def station(scanned: Station, tmp_path: Path) -> Iterator[Station]:
    """A running station whose case is a copy of the scanned one."""
    with haul.copy(scanned, tmp_path / "station") as made:
        made.start()
        yield made
        assert made.is_running, f"the server ended:\n{made.log_text()[-3000:]}"


@pytest.fixture
def empty_station(tmp_path: Path) -> Iterator[Station]:
    """A running station with an empty case."""
    with Station(tmp_path / "station") as made:
        made.prepare()
        made.start()
        yield made


@pytest.fixture
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A browser for the test's station; at the end no page may have done what pages must not do."""
    name = "empty_station" if "empty_station" in request.fixturenames else "station"
    with Browser(request.getfixturevalue(name)) as made:
        yield made
        assert made.faults() == []

"""The stations under attack."""

from stationtrials.fixtures import lone_station, station

__all__ = ["lone_station", "station"]

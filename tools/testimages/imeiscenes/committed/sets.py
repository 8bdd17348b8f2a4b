"""The photographed sets in the order in which they are listed."""

from __future__ import annotations

from . import label_sets, negative_sets, screen_sets
from .spec import Spec

_ALL = screen_sets.SETS | label_sets.SETS | negative_sets.SETS
SETS: dict[str, list[Spec]] = {
    name: _ALL[name]
    for name in ("lockscreens", "sheets", "about", "labels", "devices", "bags", "tables", "falsepositives")
}

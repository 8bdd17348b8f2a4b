"""Shared pictures: made once for the whole run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from imeiscenes import cli


@pytest.fixture(scope="session")
def batch(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, Any]]]:
    """Thirty pictures of all tiers, a third of them negatives."""
    out = tmp_path_factory.mktemp("batch")
    return out, cli.run(seed=5, count=30, out=out, negatives=0.35, jobs=2)

"""The floors that accuracy is held to."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

FLOORS: dict[str, dict[str, float]] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


@cache
def floors(group: str) -> dict[str, float]:
    """Return the floors of a group of pages."""
    return FLOORS[group]

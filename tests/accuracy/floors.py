"""The floors that accuracy is held to, and the one way in which a program may move them: up."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from pathlib import Path

FILE = Path(__file__).parent / "floors.toml"
FLOORS: dict[str, dict[str, float]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
MARGIN = 0.02
"""How far under a measured figure its floor lies: room for a change that loses two answers in a hundred and wins elsewhere."""


def raise_floors(group: str, figures: Mapping[str, float]) -> None:
    """Write floors just under the figures of a group of pages where that is higher than they are."""
    for name, figure in figures.items():
        floor = math.floor((figure - MARGIN) * 100) / 100
        FLOORS[group][name] = max(floor, FLOORS[group].get(name, 0.0))
    remarks = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = list(remarks)
    for name, held in FLOORS.items():
        lines += ["", f"[{name}]", *(f'"{figure}" = {floor:.2f}' for figure, floor in sorted(held.items()))]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")

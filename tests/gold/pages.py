"""Where the gold pages are."""

from __future__ import annotations

from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
MARKED = sorted((SEEDS / "marked").glob("*.mark"))

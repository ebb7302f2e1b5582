"""The gold pages, and what the program makes of them: two lists of plain rows to be compared."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from newscli.model import Document
from newscli.output.rows import article_rows, fact_rows, place_rows
from newscli.pipeline import Reading

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """A page with its gold answers and the rows that the program prints for it."""

    name: str
    text: str
    gold: Row
    articles: list[Row]
    facts: list[Row]
    places: list[Row]


def read_pair(path: Path) -> Pair:
    """Return the page whose answers stand in a file."""
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    reading = Reading(Document(path.stem, text))
    gold = json.loads(path.read_text(encoding="utf-8"))
    return Pair(path.stem, text, gold, [*article_rows(reading)], [*fact_rows(reading)], [*place_rows(reading)])


def group_of(name: str) -> str:
    """Return ``sample``, ``open`` for the pages that writers of rules may read, or ``pages`` for those kept unread."""
    if name.startswith("000_"):
        return "sample"
    return "open" if name.startswith("2") else "pages"


@cache
def pairs() -> tuple[Pair, ...]:
    """Return every gold page, read once."""
    return tuple(read_pair(path) for path in sorted(SEEDS.glob("*.json")))


def of_group(group: str) -> Iterator[Pair]:
    """Yield the pages of a group: ``sample``, ``pages`` or ``open``."""
    return (pair for pair in pairs() if group_of(pair.name) == group)

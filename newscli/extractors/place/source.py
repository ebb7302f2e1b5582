"""The table of divisions that the gazetteer is built from, read into rows that know their ids and years."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

LEVELS: Final = {"1": "province", "2": "prefecture", "3": "county", "4": "township"}
FIRST_PREFECTURE: Final = "21"
"""The lowest number of a prefecture (地区) or autonomous one; below it are cities."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One division as the source table has it."""

    id: str
    code: str
    level: str
    name: str
    parent: str
    aliases: tuple[str, ...]
    since: str
    until: str
    successor: str
    source: str


def read_divisions(path: Path) -> list[SourceRow]:
    """Return the rows of ``divisions.tsv``; ids tell apart rows that share a code (淮阴市 and 淮安市 are 320800)."""
    with path.open(encoding="utf-8", newline="") as lines:
        raw = list(csv.DictReader(lines, delimiter="\t"))
    codes = {row["code"] for row in raw}
    seen: dict[str, int] = defaultdict(int)
    rows = []
    for row in sorted(raw, key=lambda r: (r["code"], bool(r["valid"]), r["valid"])):
        seen[row["code"]] += 1
        number = seen[row["code"]]
        since, _, until = row["valid"].partition("-")
        zone = row["source"] == "nbs2023zone"
        rows.append(
            SourceRow(
                id=row["code"] if number == 1 else f"{row['code']}~{number}",
                code=row["code"],
                level="zone" if zone else LEVELS[row["level"]],
                name=row["name"],
                parent=known_parent(row["parent"], codes),
                aliases=() if zone else tuple(a for a in row["aliases"].split("|") if a),
                since=since,
                until=until if row["valid"] else "",
                successor=row["successor"],
                source=row["source"],
            )
        )
    return with_beginnings(rows)


def known_parent(parent: str, codes: Iterable[str]) -> str:
    """Return the parent, or its province where the parent is only a number: 429000, 省直辖县级行政区划."""
    return parent if not parent or parent in codes else parent[:2] + "0000"


def with_beginnings(rows: list[SourceRow]) -> list[SourceRow]:
    """Return the rows, those in force with ``since`` filled in: the year in which a namesake there ended.

    A city is older than those with higher numbers: 南宁市 (450100) did not begin in 2002, when 南宁地区 beside it ended.
    """
    ends: dict[tuple[str, str, str], str] = {}
    for row in rows:
        if row.until:
            for key in bearers(row):
                ends[key] = max(ends.get(key, ""), row.until)
    begun = []
    youngest: dict[str, str] = {}
    for row in reversed(rows):
        since = row.since
        if not row.until and row.level != "township":
            renumbered, *renamed = (ends.get(key, "") for key in bearers(row))
            since = max(renumbered, *renamed)
            if is_city(row) and not renumbered:
                since = youngest[row.code[:2]] = min(since, youngest.get(row.code[:2], since))
        begun.append(replace(row, since=since))
    return begun[::-1]


def is_city(row: SourceRow) -> bool:
    """Return whether a unit is a city with districts, which are numbered in the order in which they became so."""
    return row.level == "prefecture" and row.code[2:4] < FIRST_PREFECTURE


def bearers(row: SourceRow) -> list[tuple[str, str, str]]:
    """Return the keys under which one unit follows another: its code, or its names within the province and level."""
    return [("", "", row.code), *((row.code[:2], row.level, name) for name in (row.name, *row.aliases))]

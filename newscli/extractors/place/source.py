"""The table of divisions that the gazetteer is built from, read into rows that know their ids and years."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

LEVELS = {"1": "province", "2": "prefecture", "3": "county", "4": "township"}


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
    """Return the rows, those in force with ``since`` filled in: the year in which a namesake there ended."""
    ends: dict[tuple[str, str, str], str] = {}
    for row in rows:
        if row.until:
            for key in bearers(row):
                ends[key] = max(ends.get(key, ""), row.until)
    return [begun(row, ends) if not row.until and row.level != "township" else row for row in rows]


def begun(row: SourceRow, ends: Mapping[tuple[str, str, str], str]) -> SourceRow:
    """Return a row in force with the year it began, where a predecessor tells."""
    years = [ends[key] for key in bearers(row) if key in ends]
    return replace(row, since=max(years, default=""))


def bearers(row: SourceRow) -> list[tuple[str, str, str]]:
    """Return the keys under which one unit follows another: its code, or its names within the province and level."""
    return [("", "", row.code), *((row.code[:2], row.level, name) for name in (row.name, *row.aliases))]

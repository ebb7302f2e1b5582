"""``facts --summary``: for each city and kind of fact how many there are, the largest, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from newscli.cli.areas import city_of
from newscli.cli.select import sorted_batches
from newscli.output.rows import Row


@dataclass(slots=True)
class Group:
    """The facts of one city, kind and unit, as far as they have been read."""

    facts: int = 0
    largest: Fraction | None = None
    stated: str | None = None
    row: Row = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def add(self, row: Row) -> None:
        """Count a fact, and keep it if it is the largest."""
        self.facts += 1
        self.lines.append(where(row))
        stated = next((row[c] for c in ("value", "high", "low") if row[c] is not None), None)
        number = Fraction(stated) if stated is not None else None
        if not self.row or (number is not None and (self.largest is None or number > self.largest)):
            self.largest, self.stated, self.row = number, stated, row


def where(row: Row) -> str:
    """Return where a row stands, as editors jump to it."""
    return f"{row['source']}:{row['line']}"


def summarised(batches: Iterable[Iterable[Row]], *, sort: str | None) -> Iterator[Iterable[Row]]:
    """Return the groups of all facts in one batch: cities by their code, those without one last."""
    return sorted_batches(grouped(batches), sort, "summary")


def grouped(batches: Iterable[Iterable[Row]]) -> Iterator[Iterable[Row]]:
    """Yield the groups of all facts as one batch; what is kept of each fact is the line that it stands on."""
    groups: dict[tuple[str, str, str, str], Group] = {}
    for batch in batches:
        for row in batch:
            name, code = city_of(row["code"]) or (row["place"], row["code"]) if row["code"] else (row["place"], None)
            unit = row["currency"] or row["unit"] or ""
            groups.setdefault((code or "~", name or "", row["kind"], unit), Group()).add(row)
    yield [
        {
            "city": name or None,
            "code": None if code == "~" else code,
            "kind": kind,
            "unit": group.row["unit"],
            "facts": group.facts,
            "largest": group.stated,
            "surface": group.row["surface"],
            "subject": group.row["subject"],
            "where": where(group.row),
            "lines": group.lines,
        }
        for (code, name, kind, _), group in sorted(groups.items())
    ]

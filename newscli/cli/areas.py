"""Places named on the command line: a division and all that lies in it."""

from __future__ import annotations

from newscli.output.rows import Row


def inside(row: Row, name: str) -> bool:
    """Return whether a row's place is the one named, or lies in it."""
    code, place = row["code"] or "", row["place"] or ""
    return place.startswith(name) or (name.isdigit() and code.startswith(name.rstrip("0")))


def city_of(row: Row) -> tuple[str | None, str | None]:
    """Return name and code of the prefecture-level division that a fact is about, or its place as it stands."""
    return row["place"], row["code"]

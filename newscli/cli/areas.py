"""Places named on the command line: a division and all that lies in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from newscli.errors import AmbiguousPlace, NewscliError
from newscli.extractors.place import Division, contains, find_division, gazetteer
from newscli.output.rows import Row

CHINA = "CN"


def area_test(names: Iterable[str], *, home: str | None, on: date | None = None) -> Callable[[Row], bool]:
    """Return the test whether a fact's place is one of those named, or lies in one; raises for a name that is none."""
    divisions = [named(name, home, on) for name in names]

    @cache
    def inside(code: str) -> bool:
        return any(holds(division, code, on) for division in divisions)

    bare = {division.name for division in divisions if division.code is None}

    def matches(row: Row) -> bool:
        if row["code"] and inside(row["code"]):
            return True
        # 东京 has no code but lies in 日本, 浦东 in 上海; a zone (金华开发区) goes by its name.
        place = row["place"] or ""
        return place in bare or (not row["code"] and any(map(inside, gazetteer().ids(place))))

    return matches


def holds(division: Division, code: str, on: date | None) -> bool:
    """Return whether a place is a division or lies in it; every code of GB/T 2260 lies in China."""
    return code == division.code or (division.code == CHINA and code.isdecimal()) or contains(division.id, code, on)


def named(name: str, home: str | None, on: date | None) -> Division:
    """Return the place of a name; where several bear it, the one in or beside the home of the paper."""
    try:
        return find_division(name, on)
    except AmbiguousPlace:
        nearer = near_home(name, home, on) if home else None
        if nearer is None:
            raise
        return nearer


def near_home(name: str, home: str, on: date | None) -> Division | None:
    """Return the place of a name within the home's own division, or within the prefecture or province around it."""
    around = reversed(gazetteer().path(find_division(home, on).id))
    for outer in around:
        try:
            return find_division(outer + name, on)
        except NewscliError:
            continue
    return None


@cache
def city_of(code: str) -> tuple[str, str] | None:
    """Return name and code of the prefecture-level division around a place, if it lies in one."""
    places = gazetteer()
    for ancestor in reversed(places.ancestors(code)):
        division = places.division(ancestor)
        if division.level == "prefecture":
            return division.name, ancestor
    return None

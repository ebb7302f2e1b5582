"""Places named on the command line: a division and all that lies in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from newscli.cli.options import listed
from newscli.errors import AmbiguousPlace, NewscliError
from newscli.extractors.place import Division, contains, find_division, gazetteer
from newscli.model import Toponym
from newscli.output.rows import NONE_JOINED, Row, article_rows
from newscli.pipeline import Reading

CHINA = "CN"


Within = Callable[[str | None, str | None], bool]
"""Whether a place, by code and name, lies in what was named."""


class Bounds(NamedTuple):
    """What ``--city`` and ``--exclude`` ask for."""

    within: Within | None = None
    without: Within | None = None

    @property
    def given(self) -> bool:
        """Whether anything was asked for."""
        return bool(self.within or self.without)

    def hold(self, code: str | None, name: str | None) -> bool:
        """Return whether a place is wanted."""
        return (self.within is None or self.within(code, name)) and not (self.without and self.without(code, name))

    def stories(self, reading: Reading, joined: Mapping[int, list[Row]] = NONE_JOINED) -> Iterator[Row]:
        """Yield the rows of the stories that happen in a place that is wanted and in none that is not."""
        rows = article_rows(reading, joined)
        if not self.given:
            yield from rows
            return
        places: dict[int, list[Toponym]] = defaultdict(list)
        for mention in reading.places:
            if mention.place.locates:
                places[mention.article].append(mention.place)
        for row in rows:
            here = places[row["article"]]
            inside = self.within is None or any(self.within(p.code, p.name) for p in here)
            if inside and not (self.without and any(self.without(p.code, p.name) for p in here)):
                yield row


def read_bounds(
    city: Iterable[str] | None, exclude: Iterable[str] | None, *, home: str | None, on: date | None = None
) -> Bounds:
    """Return what the options ask for; raises for a name that is no place, or that of several."""
    return Bounds(
        area_test(city, home=home, on=on) if city else None, area_test(exclude, home=home, on=on) if exclude else None
    )


def area_test(names: Iterable[str], *, home: str | None, on: date | None = None) -> Within:
    """Return the test whether a place is one of those named, or lies in one; raises for a name that is none."""
    divisions = [named(name, home, on) for several in names for name in listed(several)]

    @cache
    def inside(code: str) -> bool:
        return any(holds(division, code, on) for division in divisions)

    bare = {division.name for division in divisions if division.code is None}

    def within(code: str | None, name: str | None) -> bool:
        if code and inside(code):
            return True
        # 东京 has no code but lies in 日本, 浦东 in 上海; a zone (金华开发区) goes by its name.
        return (name or "") in bare or (not code and any(map(inside, gazetteer().ids(name or ""))))

    return within


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

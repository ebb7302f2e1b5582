"""The gazetteer (地名录): divisions of China since 1981 and places abroad, packed, decoded a record at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import Final, NamedTuple, cast

from newscli.extractors.place.entries import Entry, read_entry
from newscli.extractors.place.packing import Rows, packed_bytes, packed_halves, packed_rows
from newscli.extractors.place.tables import endings, references, tails
from newscli.model import PlaceLevel
from newscli.rules.automaton import read_automaton

RANK: Final[dict[str, int]] = {
    "world": 0,
    "country": 1,
    "region": 1,
    "province": 2,
    "prefecture": 3,
    "county": 4,
    "zone": 5,
    "township": 6,
}
NOW: Final = 9999


class Division(NamedTuple):
    """A place of the gazetteer: a division of China by its GB/T 2260 code, or a place that has none."""

    id: str
    """The code, with a number after ``~`` where several units bore the same code one after the other."""
    code: str | None
    name: str
    level: PlaceLevel
    parent: str = ""
    since: int = 0
    until: int = NOW
    successors: tuple[str, ...] = ()

    def in_force(self, year: int) -> bool:
        """Return whether the unit existed in a year; in the year of a change both old and new did."""
        return self.since <= year <= self.until


class Gazetteer:
    """Names to records, records to parents."""

    def __init__(self) -> None:
        self.names, rows = packed_halves("surfaces.txt")
        self.rows = rows.split("\n")
        """The grade of each name and the ids that bear it."""
        self.automaton = read_automaton(packed_bytes("surfaces.automaton"), lambda: spellings(self.surfaces))
        """Finds names, by the number of their row; higher numbers are those of :func:`spellings`."""
        self.records = packed_rows("records.txt")
        self.entries: dict[int, Entry] = {}
        """The names that pages spelled so far, by the number of their row."""

    @cached_property
    def surfaces(self) -> dict[str, str]:
        """All names with their rows; a page asks the automaton instead."""
        return dict(zip(self.names.split("\n"), self.rows, strict=True))

    def entry(self, number: int, surface: str) -> Entry:
        """Return what is known of the name of a row, which spells the surface."""
        row = self.rows[number]
        first = row.split(" ", 2)[1]
        entry = read_entry(row, surface, is_city_abroad=":" in first and self.division(first).level == "city")
        self.entries[number] = entry
        return entry

    @cache  # noqa: B019 - one gazetteer lives as long as the process
    def ids(self, surface: str) -> tuple[str, ...]:
        """Return the ids that a name may stand for; townships only by their full name."""
        for start, end, number in self.automaton.find(surface):
            if end - start == len(surface) and number < len(self.rows):
                return tuple(self.rows[number].split(" ")[1:])
        return self.townships(surface)

    @lru_cache(maxsize=20000)  # noqa: B019
    def townships(self, name: str) -> tuple[str, ...]:
        """Return the codes of the townships of a full name."""
        return tuple((read_townships().get(name) or "").split())

    @lru_cache(maxsize=20000)  # noqa: B019
    def division(self, identity: str) -> Division:
        """Return the record of an id or code."""
        row = self.records.get(identity)
        if row is None:
            return self.township(identity)
        name, level, parent, since, until, successors = row.split("\t")
        code = None if ":" in identity else identity.partition("~")[0]
        after = tuple(part.partition("[")[0] for part in successors.split(";") if part)
        return Division(
            identity, code, name, cast("PlaceLevel", level), parent, int(since or 0), int(until or NOW), after
        )

    def counties(self, prefix: str) -> Iterator[str]:
        """Yield the codes, in order, of the units with townships that begin with some digits."""
        return read_children().below(prefix)

    def township(self, code: str) -> Division:
        """Return the record of a township's code."""
        for name, number, *_ in self.children(code[:6]):
            if number == code[6:]:
                return Division(code, code, name, "township", code[:6])
        raise KeyError(code)

    @lru_cache(maxsize=4000)  # noqa: B019
    def children(self, county: str) -> tuple[tuple[str, ...], ...]:
        """Return the townships below a county: full name, last three digits, short names."""
        return tuple(tuple(part.split("=")) for part in (read_children().get(county) or "").split())

    @lru_cache(maxsize=500)  # noqa: B019
    def township_shorts(self, counties: tuple[str, ...]) -> dict[str, str]:
        """Return the short names of the townships of counties, with their codes."""
        return {short: county + row[1] for county in counties for row in self.children(county) for short in row[2:]}

    @lru_cache(maxsize=20000)  # noqa: B019
    def ancestors(self, identity: str) -> tuple[str, ...]:
        """Return the codes from the province down to the place itself."""
        line: list[str] = []
        at = identity
        while at and at not in line:
            line.append(at)
            at = self.division(at).parent
        return tuple(code.partition("~")[0] for code in reversed(line))

    @lru_cache(maxsize=20000)  # noqa: B019
    def regions(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the codes among the ids of a name, each with the two units around it."""
        codes = [identity for identity in ids if identity[0].isdigit()]
        return tuple(dict.fromkeys(chain(codes, *(self.ancestors(code)[-2:] for code in codes))))

    @lru_cache(maxsize=20000)  # noqa: B019
    def path(self, identity: str) -> tuple[str, ...]:
        """Return the names from the province down: 浙江省, 金华市, 婺城区."""
        return tuple(self.division(code).name for code in self.ancestors(identity) if code)

    def contains(self, ancestor: str, code: str) -> bool:
        """Return whether one place lies in another, by parent links; every place contains itself."""
        return ancestor in self.ancestors(code)


def spellings(surfaces: Iterable[str]) -> list[str]:
    """Return all that is looked for on a page at once: names, then tails of names, then references, then endings."""
    return [*surfaces, *tails(), *(surface for _, surface in (*references(), *endings()))]


@cache
def read_townships() -> Rows:
    """Return full names of townships → their codes, read on first use."""
    return packed_rows("townships.txt")


@cache
def read_children() -> Rows:
    """Return the townships below each county, read on first use."""
    return packed_rows("children.txt")


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer, read on first use."""
    return Gazetteer()


def year_of(day: date | None) -> int:
    """Return the year by which names are read: that of the page, or the present."""
    return day.year if day else NOW

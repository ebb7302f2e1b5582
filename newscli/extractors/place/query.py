"""Names as people write them on the command line → one division: 金华, 金华市, 浙江金华, 330700, 日本."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from newscli.errors import AmbiguousPlace, UnknownPlace
from newscli.extractors.place.gazetteer import RANK, Division, Gazetteer, gazetteer, year_of
from newscli.extractors.place.tables import toml_table
from newscli.extractors.place.zones import zone_pattern
from newscli.lazy import lazily
from newscli.reading.fold import fold

if TYPE_CHECKING:
    import regex
else:
    regex = lazily("regex")

LONGEST_MISSPELLING = 8
"""The length from which a name is allowed no more misspelt characters."""


def find_division(name: str, on: date | None = None) -> Division:
    """Return the place that a name or code stands for.

    A chain is read from the left (浙江金华, 杭州西湖区). Units in force on the day go before retired ones, and the
    higher level before the lower (长沙 is the city). Raises ``UnknownPlace`` with the nearest names, or
    ``AmbiguousPlace`` with the codes.

    >>> find_division("浙江金华").code
    '330700'
    >>> find_division("浙").name
    '浙江省'
    """
    places = gazetteer()
    wanted = fold("".join(name.split()))
    wanted = short_codes().get(wanted, wanted)
    if wanted in places.records or (len(wanted) == 9 and wanted.isdigit()):
        return by_code(places, wanted)
    chains = [ids for ids in readings(places, wanted) if ids]
    if not chains and (zone := zone_of(places, wanted)):
        return zone
    if not chains:
        raise UnknownPlace(f"{name}: no such place", cure=suggestion(places, wanted))
    best = preferred(places, chains[0], year_of(on))
    if len(best) > 1:
        listed = ", ".join(f"{'/'.join(places.path(i))} {places.division(i).code or ''}".strip() for i in best)
        raise AmbiguousPlace(f"{name}: several places bear this name", cure=f"say which: {listed}")
    return places.division(best[0])


@cache
def short_codes() -> dict[str, str]:
    """Return the one-character names of provinces and of some cities (简称) with their codes."""
    table = toml_table("references.toml")
    return {**table["abbreviation"], **table["abbreviation_elsewhere"]}


def by_code(places: Gazetteer, code: str) -> Division:
    """Return the division of a code."""
    try:
        return places.division(code)
    except KeyError:
        raise UnknownPlace(f"{code}: no such code", cure="give a code of GB/T 2260, such as 330700") from None


def readings(places: Gazetteer, name: str) -> Iterable[tuple[str, ...]]:
    """Yield the ids of the whole name, then of a chain cut in two, longest outer name first."""
    yield places.ids(name)
    for cut in range(len(name) - 1, 1, -1):
        outer = places.ids(name[:cut])
        if outer:
            inner = below(places, name[cut:], outer)
            if inner:
                yield inner


def below(places: Gazetteer, name: str, outer: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of a name, or of a further chain, that lie below one of the others."""
    codes = {o.partition("~")[0] for o in outer}
    for ids in readings(places, name):
        inner = tuple(i for i in ids if codes & set(places.ancestors(i)[:-1]))
        if inner:
            return inner
    return ()


def zone_of(places: Gazetteer, name: str) -> Division | None:
    """Return a development zone that bears the name of a division (金华开发区), which no list holds and which has no code."""
    for end in range(len(name) - 2, 1, -1):
        ids = places.ids(name[:end])
        if ids and zone_pattern().fullmatch(name, end):
            host = ids[0].partition("~")[0]
            return Division(f"{host}:{name}", None, name, "zone", host)
    return None


def preferred(places: Gazetteer, ids: Sequence[str], year: int) -> list[str]:
    """Return the ids in force, of the highest level among them, those with a code before 南极洲 as a mere region."""
    living = [i for i in ids if places.division(i).in_force(year)] or list(ids)
    ranks = {i: RANK.get(places.division(i).level, 9) for i in living}
    highest = [i for i in living if ranks[i] == min(ranks.values())]
    return [i for i in highest if places.division(i).code] or highest


def suggestion(places: Gazetteer, name: str) -> str:
    """Return a sentence with the names nearest in spelling; those that begin alike and stand higher go first (金花: 金华)."""

    def remoteness(known: str, apart: int) -> tuple[int, bool, int, str]:
        standing = min(RANK.get(places.division(i).level, 9) for i in places.ids(known))
        return apart, known[:1] != name[:1], standing, known

    near = sorted(remoteness(known, apart) for known, apart in nearest(places.surfaces, name))
    best = [known for *_, known in near[:3]]
    return f"did you mean {', '.join(best)}?" if best else "give a name of a division or country, or a code"


def nearest(surfaces: Iterable[str], name: str) -> Iterator[tuple[str, int]]:
    """Yield the names within an edit distance (编辑距离) of half a name's length, with that distance.

    >>> list(nearest(["金华市", "婺城区"], "金花市"))
    [('金华市', 1)]
    """
    limit = max(1, min(len(name), LONGEST_MISSPELLING) // 2)
    fuzzy = regex.compile(rf"(?b)(?:{regex.escape(name)}){{e<={limit}}}")
    for known in surfaces:
        if abs(len(known) - len(name)) <= limit and (match := fuzzy.fullmatch(known)):
            yield known, sum(match.fuzzy_counts)


def contains(ancestor: str, code: str, on: date | None = None) -> bool:
    """Return whether one place lies in another on a day: by parent links, 杭州 contains 下城区 on a page of 2019."""
    places = gazetteer()
    if places.contains(ancestor, code):
        return True
    year = year_of(on)
    return any(places.contains(ancestor, i) for i in alternatives(places, code) if places.division(i).in_force(year))


def alternatives(places: Gazetteer, code: str) -> Iterable[str]:
    """Yield the ids under which a code was in use."""
    number = 2
    while f"{code}~{number}" in places.records:
        yield f"{code}~{number}"
        number += 1

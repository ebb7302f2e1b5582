"""Places (地名): found on characters, resolved to a division by their neighbours.

For the rest of the package: :func:`find_places` over a page, :func:`find_division` for names as people write them,
:func:`contains` for filters, and ``gazetteer().path(code)`` for the names from the province down.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import Final, cast

from newscli.extractors.place.abroad import find_foreign
from newscli.extractors.place.find import Finder
from newscli.extractors.place.found import Found
from newscli.extractors.place.gazetteer import Division, Gazetteer, gazetteer, year_of
from newscli.extractors.place.names import mark
from newscli.extractors.place.query import contains, find_division
from newscli.extractors.place.references import find_references
from newscli.extractors.place.resolve import Resolver
from newscli.extractors.place.scan import scan
from newscli.extractors.place.settlements import BEARING, Settlements
from newscli.extractors.place.zones import find_zones, widen_zones, zone_openings
from newscli.model import Layout, Mention, NameKind, PlaceLevel, Toponym, make_mention

__all__ = ["Division", "Gazetteer", "contains", "find_division", "find_places", "gazetteer"]

START: Final[Callable[[Found], int]] = attrgetter("start")
SIGHT: Final[str] = "sight"
"""A gate, temple or building: a page that names one says more than where (人民大会堂), so it locates no fact by itself."""


def find_places(layout: Layout, *, home: str | None = None) -> list[Mention[Toponym]]:
    """Return the place names of a page, in order, in flow offsets.

    Expressions that only point to a place (全省, 我国, 世界) come with a rule that begins with ``reference.``.
    """
    text = layout.flow.text
    year = year_of(layout.document.date)
    found = find_names(text, year)
    resolver = Resolver(gazetteer(), year, home_area(home, layout.document.paper))
    certain = resolver.certainties(found)
    resolver.page(found, certain)
    starts = [f.start for f in found]
    for article in layout.articles:
        mine = slice(bisect_left(starts, article.start), bisect_left(starts, article.end))
        resolver.article(text, found[mine], certain[mine])
    return [
        make_mention((f.start, f.end, value_of(text, f, resolver), f.rule))
        for f in found
        if f.ids or f.chosen or f.level
    ]


@lru_cache(maxsize=100)
def home_area(home: str | None, paper: str | None) -> tuple[str, ...]:
    """Return the id of the area a paper is printed for: as given, else from its name (金华日报)."""
    if home:
        return (find_division(home).id,)
    places = gazetteer()
    for end in range(len(paper or ""), 1, -1):
        ids = places.ids((paper or "")[:end])
        if ids:
            return ids[:1]
    return ()


def find_names(text: str, year: int) -> list[Found]:
    """Return the names of a text with their possible ids, before resolution."""
    places = gazetteer()
    spelled = scan(text, places)
    found = Finder(text, places, year).divisions(spelled)
    settlements = Settlements(text, places, spelled.others)
    found = settle(found, [*settlements.townships(found), *settlements.followers(found)])
    # Few names are followed by what may go on as 开发区 or 路 does.
    going_on = zone_openings() | BEARING
    ended = text + "\n"
    opened = [f for f in found if ended[f.end] in going_on and not f.level]
    starts = frozenset(f.start for f in found) if opened else frozenset()
    widened = [widen_zones(text, opened, starts), settlements.bearers(opened, starts)]
    smaller = [
        *settlements.villages(found),
        *find_zones(text, found, places, spelled.others.get("zone", ())),
        *settlements.addresses(found),
        *settlements.features(),
    ]
    found = settle(found, smaller, again=any(widened))
    found = settle(found, list(find_references(text, spelled.others)))
    found = unless_taken(found, list(find_foreign(text, found, spelled.others.get("foreign", ()))))
    mark(text, found, spelled.tails)
    return found


def settle(found: list[Found], others: list[Found], *, again: bool = False) -> list[Found]:
    """Return the mentions with others in order, the longer of two that overlap.

    The former are so already, unless some of them have been widened and it is to be settled again.
    """
    if not (others or again):
        return found
    merged = sorted([*found, *others], key=START)
    if not again and lie_apart(found, others):
        return merged
    kept: list[Found] = []
    end = 0
    for one in merged:
        if one.start >= end:
            kept.append(one)
            end = one.end
        elif one.end - one.start > end - kept[-1].start:
            kept[-1] = one
            end = one.end
    return kept


def lie_apart(found: list[Found], others: list[Found]) -> bool:
    """Return whether none of the others overlaps another mention, as is usual; the former are in order and apart."""
    starts = [*map(START, found)]
    end = 0
    for one in sorted(others, key=START):
        before = bisect_left(starts, one.end)
        if one.start < end or (before and found[before - 1].end > one.start):
            return False
        end = one.end
    return True


def unless_taken(found: list[Found], others: list[Found]) -> list[Found]:
    """Return the mentions with the others that overlap none of them, or only hold one at their end: 里奥格兰德州, 德州."""
    if not others:
        return found
    starts = [f.start for f in found]
    free, inside = [], set()
    for one in others:
        at = bisect_left(starts, one.end) - 1
        if at >= 0 and one.start + 1 < found[at].start and found[at].end == one.end:
            inside.add(at)
            at -= 1
        if at < 0 or found[at].end <= one.start:
            free.append(one)
    kept = [f for number, f in enumerate(found) if number not in inside]
    return sorted([*kept, *free], key=lambda f: f.start) if free else found


def value_of(text: str, found: Found, resolver: Resolver) -> Toponym:
    """Return what a mention stands for."""
    if found.chosen and found.locates and not (found.level or found.in_name or found.describes):
        return plain_toponym(found.chosen)
    left = () if found.chosen or found.level else resolver.living(found.ids)
    name = found.name or ("" if found.chosen else text[found.start : found.end])
    identity = found.chosen or (found.ids[0] if left else "")
    return toponym(identity, name, found.level, (found.in_name, found.locates, found.describes), left)


@lru_cache(maxsize=5000)
def plain_toponym(identity: str) -> Toponym:
    """Return the value for an id that only says where, as most mentions do."""
    return toponym(identity, "", "", (None, True, False), ())


@lru_cache(maxsize=5000)
def toponym(
    identity: str, name: str, level: str, use: tuple[NameKind | None, bool, bool], left: tuple[str, ...]
) -> Toponym:
    """Return the value for an id; equal places on a page share one."""
    in_name, locates, describes = use
    if not identity:
        return Toponym(name, None, cast("PlaceLevel", level), (), in_name, locates, (), describes)
    division = gazetteer().division(identity)
    if not level and division.level == SIGHT:
        level, locates, describes = "landmark", False, True
    return Toponym(
        name=name or division.name,
        code=None if left or level == "landmark" else division.code,
        level=cast("PlaceLevel", level or division.level),
        path=() if left else gazetteer().path(identity),
        in_name=in_name,
        locates=locates,
        candidates=tuple(gazetteer().division(i).code or i for i in left),
        describes=describes,
    )

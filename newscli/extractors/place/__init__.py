"""Places (地名): found on characters, resolved to a division by their neighbours."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import cast

from newscli.extractors.place.find import Finder, Found
from newscli.extractors.place.gazetteer import Division, Gazetteer, gazetteer, year_of
from newscli.extractors.place.names import mark
from newscli.extractors.place.query import contains, find_division
from newscli.extractors.place.resolve import Resolver
from newscli.extractors.place.scan import scanner
from newscli.model import Layout, Mention, NameKind, PlaceLevel, Toponym

__all__ = ["Division", "Gazetteer", "contains", "find_division", "find_places", "gazetteer"]


def find_places(layout: Layout, *, home: str | None = None) -> list[Mention[Toponym]]:
    """Return the place names of a page, in order, in flow offsets."""
    text = layout.flow.text
    hits = list(scanner().scan(text))
    finder = Finder(text)
    found = finder.divisions(hits)
    found = settle([*found, *finder.townships(found)])
    finder.zones(found)
    found = settle([*found, *finder.villages(found)])
    if not found:
        return []
    area = (find_division(home).id,) if home else ()
    mark(text, found, countries())
    resolver = Resolver(gazetteer(), year_of(layout.document.date), area)
    starts = [f.start for f in found]
    for article in layout.articles:
        mine = found[bisect_left(starts, article.start) : bisect_left(starts, article.end)]
        resolver.article(text, mine)
    return [Mention(f.start, f.end, value_of(text, f, resolver), f.rule) for f in found]


@cache
def countries() -> frozenset[str]:
    """Return the codes of countries."""
    return frozenset(i for i, row in gazetteer().records.items() if row.split("\t", 2)[1] in {"country", "region"})


def settle(found: list[Found]) -> list[Found]:
    """Return the mentions in order, the longer of two that overlap."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
            continue
        kept.append(one)
    return kept


def value_of(text: str, found: Found, resolver: Resolver) -> Toponym:
    """Return what a mention stands for."""
    left = () if found.chosen else resolver.living(found.ids)
    name = found.name or ("" if found.chosen else text[found.start : found.end])
    return toponym(found.chosen or left[0], name, found.level, (found.in_name, found.locates), left)


@lru_cache(maxsize=5000)
def toponym(identity: str, name: str, level: str, use: tuple[str | None, bool], left: tuple[str, ...]) -> Toponym:
    """Return the value for an id; equal places on a page share one."""
    division = gazetteer().division(identity)
    return Toponym(
        name=name or division.name,
        code=None if left else division.code,
        level=cast(PlaceLevel, level or division.level),
        path=() if left else gazetteer().path(identity),
        in_name=cast("NameKind | None", use[0]),
        locates=use[1],
        candidates=tuple(gazetteer().division(i).code or i for i in left),
    )

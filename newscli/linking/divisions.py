"""What places are to each other: the division around one, those in it, the country of a story."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from newscli.extractors.place.gazetteer import gazetteer
from newscli.model import PlaceLevel, Toponym

CHINA: Final = Toponym("中国", "CN", "country", ("中国",))
ABROAD: Final = frozenset({"region", "city"})
"""Levels of places without a code, which lie in a country."""
DEPTHS: Final[dict[PlaceLevel, int]] = {"province": 1, "prefecture": 2, "county": 3, "township": 4}
"""How many names of a path lead to each level."""


def country_of(place: Toponym) -> Toponym:
    """Return the country that 全国 and 国内 mean in a story about a place: of Paris, France."""
    if place.level == "country":
        return place
    foreign = place.code is None and place.level in ABROAD and len(place.path) > 1
    country = place.path[0] if foreign else ""
    return country_named(country) if country else CHINA


@lru_cache(maxsize=200)
def country_named(name: str) -> Toponym:
    """Return a country, or Hong Kong, by its name, with its code where the gazetteer has one."""
    ids = gazetteer().ids(name)
    return Toponym(name, gazetteer().division(ids[0]).code if ids else None, "country", (name,))


def above(place: Toponym, level: PlaceLevel) -> Toponym | None:
    """Return the division of a level in which a place lies, by its code and path."""
    if place.level == level:
        return place
    depth = DEPTHS[level]
    if place.code is None or not place.code.isdigit() or len(place.path) < depth:
        return None
    return Toponym(place.path[depth - 1], place.code[: 2 * depth].ljust(6, "0"), level, place.path[:depth])


def lies_in(place: Toponym, outer: Toponym) -> bool:
    """Return whether a division lies below another, by their codes."""
    mine, other = place.code or "", outer.code or ""
    digits = 2 * DEPTHS.get(outer.level, 0)
    return bool(digits) and mine.isdigit() and mine[:digits] == other[:digits] and place.level != outer.level


def apart(one: Toponym, other: Toponym) -> bool:
    """Return whether neither of two divisions lies in the other."""
    return not (lies_in(one, other) or lies_in(other, one))

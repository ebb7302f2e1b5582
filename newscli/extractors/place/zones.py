"""Development zones (开发区): told by rule from the division they bear the name of, for no list is complete."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Final

from newscli.extractors.place.borders import stands
from newscli.extractors.place.found import Found
from newscli.extractors.place.gazetteer import Gazetteer
from newscli.extractors.place.tables import toml_table
from newscli.rules.pattern import alternation

BLOCK: Final = "区块"
SUFFIXES: Final = "市省县区"
"""What may stand between the name of a division and that of its zone."""
SPECIAL_REGIONS: Final = ("81", "82")
"""香港特区 is 香港, not a zone of it."""


def widen_zones(text: str, opened: Iterable[Found], starts: frozenset[int]) -> bool:
    """Widen a division's name to the zone that bears it (金华 → 金华开发区), and return whether there was any.

    ``starts`` is where names begin: what another name follows bears no zone.
    """
    pattern, openings = zone_pattern(), zone_openings()
    widened = False
    for found in opened:
        match = pattern.match(text, found.end) if text[found.end] in openings else None
        if match and found.end not in starts and not found.ids[0].startswith(SPECIAL_REGIONS):
            found.end = match.end()
            found.level, found.name, found.rule = "zone", text[found.start : found.end], "place.zone"
            widened = True
    return widened


def find_zones(
    text: str, known: list[Found], gazetteer: Gazetteer, heads: Iterable[tuple[int, int]]
) -> Iterator[Found]:
    """Yield blocks that follow a zone (金西区块), and zones called after a township (汤溪健康生物产业园).

    ``heads`` is where on the page the last words of zones and blocks begin and end.
    """
    longest = dict(heads)
    if not longest:
        return
    zones = {f.end: f for f in known if f.level == "zone"}
    shorts: dict[str, str] | None = None
    last = 0
    for start, end in longest.items():
        if start < last:
            continue  # 区块 of 高新区块
        last = end
        if end in zones:
            continue
        if text[start:end] == BLOCK:
            yield from block(text, start, zones)
            continue
        if shorts is None:
            shorts = gazetteer.township_shorts(tuple(counties_of(known, gazetteer)))
        yield from township_zone(text, (start, end), shorts)


def block(text: str, at: int, zones: dict[int, Found]) -> Iterator[Found]:
    """Yield the block of a zone named straight before it."""
    for length in (2, 3, 4):
        host = zones.get(at - length)
        if host is not None:
            end = at + len(BLOCK)
            yield Found(host.end, end, host.ids, "place.block").called("zone", text[host.end : end])
            return


def township_zone(text: str, head: tuple[int, int], shorts: dict[str, str]) -> Iterator[Found]:
    """Yield the zone of a township that is told by its short name."""
    at = without_attributes(text, head[0])
    for length in (4, 3, 2):
        start = at - length
        code = shorts.get(text[max(0, start) : at])
        if start >= 0 and code and stands(text, start, at):
            yield Found(start, head[1], (code,), "place.township-zone").called("zone", text[start : head[1]])
            return


def without_attributes(text: str, at: int) -> int:
    """Return where the words that say what a zone is for begin: 汤溪|健康生物|产业园."""
    attributes = tuple(toml_table("zones.toml")["attributes"])
    for _ in range(3):
        step = next((len(a) for a in attributes if text.endswith(a, 0, at)), 0)
        at -= step
    return at


def counties_of(known: Iterable[Found], gazetteer: Gazetteer) -> list[str]:
    """Return the counties that the page names, and those of the cities that it names."""
    codes = {i.partition("~")[0] for f in known for i in f.ids if i[:1].isdigit() and not i.endswith("0000")}
    below = (gazetteer.counties(code[:4] if code.endswith("00") else code) for code in codes)
    return sorted(set(chain.from_iterable(below)))


@cache
def zone_pattern() -> re.Pattern[str]:
    """Return the pattern of what follows a division's name in that of a zone."""
    table = toml_table("zones.toml")
    kinds, attributes = (alternation(table[key]) for key in ("kinds", "attributes"))
    return re.compile(f"[{SUFFIXES}]?(?:{attributes}){{0,3}}(?:{kinds})")


@cache
def zone_openings() -> frozenset[str]:
    """Return the characters that this pattern may begin with."""
    table = toml_table("zones.toml")
    return frozenset(SUFFIXES).union(word[0] for key in ("kinds", "attributes") for word in table[key])

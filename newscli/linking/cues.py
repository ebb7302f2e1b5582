"""The words of ``cues.toml``, in the shapes in which the finders ask for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from newscli.model import PlaceLevel
from newscli.rules.packed import load_table


@dataclass(frozen=True, slots=True)
class Cues:
    """What words beside a place or period say of it."""

    clause: re.Pattern[str]
    part: re.Pattern[str]
    closing: str
    """A line that ends in one of these is no heading."""
    toward: tuple[str, ...]
    joined: frozenset[str]
    enumerating: tuple[str, ...]
    hailing: tuple[str, ...]
    source: tuple[str, ...]
    stand_ins: re.Pattern[str]
    """Words that stand for a place: 我省, 全国, 美股."""
    nation: frozenset[str]
    everywhere: frozenset[str]
    """Names of the whole country or world, which hold for one sentence and no longer."""
    state: re.Pattern[str]
    """Organs of the state, whose doings hold for the country."""
    autonomous: str
    levels: dict[str, PlaceLevel]
    markets: dict[str, str]
    share: tuple[str, ...]
    graded: tuple[str, ...]
    styled: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    same: frozenset[str]
    day: frozenset[str]
    enters: frozenset[str]
    told: re.Pattern[str]


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """Return the cues as read from their table."""
    table = load_table("newscli.linking", "cues.toml")
    levels: dict[str, PlaceLevel] = {}
    for level in ("province", "prefecture", "county"):
        levels.update(dict.fromkeys(table["division"][level], level))
    markets = {
        word: country
        for country, words in table["market"].items()
        if country not in ("about", "needs")
        for word in words.split()
    }
    nation = table["nation"]["words"].split()
    stand_ins = [*nation, *table["division"]["words"].split(), *markets]
    return Cues(
        clause=re.compile(f"[{table['clause']['marks']}]"),
        part=re.compile(f"[{table['clause']['parts']}]"),
        closing=table["clause"]["closing"],
        toward=tuple(table["toward"]["words"].split()),
        enumerating=tuple(table["enumerating"]["words"].split()),
        hailing=tuple(table["hailing"]["words"].split()),
        source=tuple(table["source"]["words"].split()),
        joined=frozenset(table["joined"]["words"].split()),
        stand_ins=re.compile("|".join(map(re.escape, sorted(stand_ins, key=len, reverse=True)))),
        state=re.compile("|".join(sorted(table["state"]["words"].split(), key=len, reverse=True))),
        autonomous=table["autonomous"]["word"],
        nation=frozenset(nation),
        everywhere=frozenset(nation + table["world"]["words"].split()),
        levels=levels,
        markets=markets,
        share=tuple(table["share"]["words"].split()),
        styled=tuple(table["styled"]["words"].split()),
        graded=tuple(table["graded"]["words"].split()),
        before=tuple(table["against"]["before"].split()),
        after=tuple(table["against"]["after"].split()),
        same=frozenset(table["same"]["words"].split()),
        day=frozenset(table["day"]["marks"]),
        enters=frozenset(table["enters"]["words"].split()),
        told=re.compile("|".join(table["told"]["words"].split())),
    )

"""The words of ``cues.toml``, in the shapes in which the finders ask for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, get_args

from newscli.model import PlaceLevel
from newscli.rules.packed import load_table

PLAIN: Final = ("vague", "joined", "same", "abstract", "enters")
"""The cues that are no more than a set of words."""
WORDED: Final = (
    "toward",
    "enumerating",
    "zoned",
    "hailing",
    "office",
    "event",
    "source",
    "share",
    "styled",
    "graded",
    "record",
    "resuming",
)
"""The lists of words that are looked for where they end or begin."""
TEXTS: Final = {
    "closing": ("clause", "closing"),
    "facing": ("toward", "facing"),
    "rivers": ("basin", "rivers"),
    "basin": ("basin", "word"),
    "autonomous": ("autonomous", "word"),
    "abroad": ("imported", "unless"),
    "inside_after": ("division", "inside_after"),
    "owning": ("owning", "word"),
    "origin": ("owning", "origin"),
    "onward": ("owning", "onward"),
    "record_ending": ("record", "ending"),
    "dollar": ("currency", "word"),
    "dollar_code": ("currency", "code"),
    "yuan": ("currency", "unless"),
}
"""Words and letters that are asked for as they stand, by where the table has them."""
BEFORE_PLACES: Final = ("toward", "share", "source", "styled")
BEHIND_PLACES: Final = ("graded", "event", "hailing")
"""Those that are looked for beside places; a bracket behind a country may hold that of a zone."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words looked for straight before or after an offset; the letters at their edges settle nearly every look."""

    listed: tuple[str, ...]
    first: frozenset[str]
    last: frozenset[str]

    def before(self, text: str, at: int) -> bool:
        """Return whether one of the words ends at an offset."""
        return text[at - 1 : at] in self.last and text.endswith(self.listed, 0, at)

    def after(self, text: str, at: int) -> bool:
        """Return whether one of the words begins at an offset."""
        return text[at : at + 1] in self.first and text.startswith(self.listed, at)


@dataclass(frozen=True, slots=True)
class Loose:
    """How periods look that only say how near something is: 1月初, 临近春节, 半个多月前."""

    marks: frozenset[str]
    endings: tuple[str, ...]

    def holds(self, period: str) -> bool:
        """Return whether a period is one of them."""
        return period.endswith(self.endings) or not self.marks.isdisjoint(period)


@dataclass(frozen=True, slots=True)
class Cues:
    """What words beside a place or period say of it."""

    clause_marks: str
    """What ends a clause."""
    closing: str
    """A line that ends in one of these is no heading."""
    toward: Words
    not_toward: Words
    facing: str
    """A place after it and straight before a number is where the number holds: 对东莞587家企业的调研."""
    joined: frozenset[str]
    enumerating: Words
    zoned: Words
    hailing: Words
    event: Words
    abroad: str
    """Before a country behind a number, in a story of one town: it was there."""
    basin: str
    rivers: str
    """Characters in which the names of waters end."""
    office: Words
    vague: frozenset[str]
    """Periods that hold for their own sentence and no further."""
    source: Words
    stand_ins: frozenset[str]
    """Words that stand for a place: 我省, 全国, 美股."""
    lookalikes: tuple[str, ...]
    """They, and two words that only look like one of them: 国内外."""
    organs: tuple[str, ...]
    """The organs of the state."""
    not_of_state: frozenset[str]
    """What the name of an organ of a division or of another country has before it: 省统计局, 该国外交部."""
    nation: frozenset[str]
    ours: frozenset[str]
    """Those of them that mean China wherever a story plays."""
    everywhere: frozenset[str]
    """Names of the whole country or world, which hold for one sentence and no longer."""
    autonomous: str
    inside: frozenset[str]
    """Stand-ins that are the end of another word behind most letters: 保税区内."""
    inside_after: str
    levels: dict[str, PlaceLevel]
    markets: dict[str, str]
    parts: frozenset[str]
    """Parts of the country by which statistics are told: 东部地区."""
    share: Words
    graded: Words
    styled: Words
    before: Words
    after: Words
    dollar: str
    """The money that plain 元 are where a story names it, and its code."""
    dollar_code: str
    yuan: str
    """The money that a story must not name beside it."""
    owning: str
    origin: str
    """What opens the way from one level to another: a period behind it is that of the first alone."""
    onward: str
    """Behind such a period it says since when all of it holds: 由8月1日起增开20对."""
    record: Words
    record_ending: str
    same: frozenset[str]
    day: frozenset[str]
    abstract: frozenset[str]
    loose: Loose
    enters: frozenset[str]
    resuming: Words
    """How a line opens that goes on telling of the one above it: 同比增长5%."""
    told: re.Pattern[str]
    """The rest of a clause, up to a verb that says when something was told."""
    leading: dict[str, tuple[str, ...]]
    """All cues that bear on a place behind them, by last letter: where none ends, nothing before a place bears on it."""
    following: dict[str, tuple[str, ...]]
    """All cues that bear on a place before them, by first letter."""


def read_words(listed: str) -> Words:
    """Return words that a table lists."""
    words = tuple(listed.split())
    return Words(words, frozenset(word[0] for word in words), frozenset(word[-1] for word in words))


def by_letter(words: Iterable[str], edge: int) -> dict[str, tuple[str, ...]]:
    """Return words by their first or last letter."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        found[word[edge]] = (*found.get(word[edge], ()), word)
    return found


def said_in_clause(words: list[str], marks: str) -> re.Pattern[str]:
    """Return a pattern for any of some words where a clause goes on."""
    return re.compile(f"[^{marks}\n]*?(?:{'|'.join(words)})")


def read_levels(division: dict[str, str]) -> dict[str, PlaceLevel]:
    """Return the level that the last letter of a stand-in tells: 省, 市, 县."""
    levels: dict[str, PlaceLevel] = {}
    for level in get_args(PlaceLevel):
        levels.update(dict.fromkeys(division.get(level, ""), level))
    return levels


def read_markets(market: dict[str, str]) -> dict[str, str]:
    """Return the country of each exchange and index."""
    countries = (country for country in market if country not in ("about", "needs"))
    return {word: country for country in countries for word in market[country].split()}


def read_loose(near: dict[str, str]) -> Loose:
    """Return what the table says of loose periods."""
    return Loose(frozenset(near["marks"]), tuple(near["endings"].split()))


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """Return the cues as read from their table."""
    table = load_table("newscli.linking", "cues.toml")
    markets = read_markets(table["market"])
    nation = table["nation"]["words"].split()
    parts = table["part"]["words"].split()
    stand_ins = [*nation, *table["division"]["words"].split(), *markets, *parts]
    listed: dict[str, Any] = {name: frozenset(table[name]["words"].split()) for name in PLAIN}
    texts: dict[str, Any] = {name: table[section][key] for name, (section, key) in TEXTS.items()}
    words: dict[str, Any] = {name: read_words(table[name]["words"]) for name in WORDED}
    return Cues(
        clause_marks=table["clause"]["marks"],
        not_toward=read_words(table["toward"]["unless"]),
        stand_ins=frozenset(stand_ins),
        lookalikes=(*stand_ins, *table["nation"]["abroad"].split()),
        organs=tuple(table["state"]["words"].split()),
        not_of_state=frozenset(table["state"]["not_after"]),
        nation=frozenset(nation),
        ours=frozenset(table["nation"]["ours"].split()),
        everywhere=frozenset(nation + table["world"]["words"].split()),
        inside=frozenset(table["division"]["inside"].split()),
        levels=read_levels(table["division"]),
        markets=markets,
        parts=frozenset(parts),
        before=read_words(table["against"]["before"]),
        after=read_words(table["against"]["after"]),
        day=frozenset(table["day"]["marks"]),
        loose=read_loose(table["near"]),
        told=said_in_clause(table["told"]["words"].split(), table["clause"]["marks"]),
        leading=by_letter((word for name in BEFORE_PLACES for word in words[name].listed), -1),
        following=by_letter(["(", *(word for name in BEHIND_PLACES for word in words[name].listed)], 0),
        **listed,
        **texts,
        **words,
    )

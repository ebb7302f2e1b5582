"""From possible ids to one: chain, sentence, headline and earlier in the article, rest of it, home area, prominence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from newscli.extractors.place.found import Found
from newscli.extractors.place.gazetteer import RANK, Division, Gazetteer

ROAD: Final = "place.road"
"""The rule of roads: 昆明路 in 西安 says nothing of 昆明."""
SENTENCE_END: Final = re.compile("[。!?;\n]")
REMEMBERED: Final = 30
"""How many places back the evidence reaches; it also keeps the work on a page linear."""
FIRST_CITY: Final = "0100"
"""How the codes of the capitals of provinces end."""
SHARE: Final = 0.6
"""The share of a page's places that one province must have for the page to be at home there."""


class Resolver:
    """Resolves the mentions of one article after the other, each in reading order."""

    def __init__(self, gazetteer: Gazetteer, year: int, home: tuple[str, ...]) -> None:
        self.gazetteer = gazetteer
        self.year = year
        self.home = home
        self.mentions: Sequence[Found] = ()
        self.read = 0
        """How many of the article's mentions stand in ``earlier`` by now."""
        self.earlier: dict[str, None] = {}
        """Ids named so far in the article, the latest last."""
        self.certain: list[str] = []
        """Ids of the article that no evidence is needed for."""
        self.counts: dict[str, Counter[str]] = {}
        self.lives: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.former: frozenset[str] = frozenset()
        """Units no longer in force that the page names in full: beside 江苏省淮阴市 淮阴 is that city, not the district of today."""

    def page(self, mentions: Sequence[Found], certain: Sequence[str | None]) -> None:
        """Take the city and the province that most places of the page lie in for its home area, after the one that is given."""
        provinces: Counter[str] = Counter()
        cities: Counter[str] = Counter()
        uncertain = {f.ids for f, i in zip(mentions, certain) if i is None}
        likely = {ids: self.prominent(self.living(ids)) for ids in uncertain if ids}
        named = [i or likely.get(f.ids) for f, i in zip(mentions, certain)]
        for code, count in Counter(telling(mentions, named)).items():
            if code[0].isdigit():
                provinces[self.gazetteer.ancestors(code)[0]] += count
                cities[unit_of(self.gazetteer, code, "prefecture") or ""] += count
        for units in (cities, provinces):
            for code, count in units.most_common(1):
                if code and count >= SHARE * units.total():
                    self.home = (*self.home, code)

    def article(self, text: str, mentions: Sequence[Found], certain: Sequence[str | None]) -> None:
        """Choose an id for each mention where the evidence leaves one; those that are certain are given."""
        for found, identity in zip(mentions, certain):
            found.chosen = identity
        if None not in certain:
            return
        self.mentions, self.read, self.earlier, self.counts = mentions, 0, {}, {}
        self.certain = telling(mentions, certain)
        context = list(dict.fromkeys(self.certain))[:REMEMBERED]
        for number, found in enumerate(mentions):
            if certain[number]:
                continue
            if found.pointer and not found.ids:
                found.chosen = self.pointed_at(number, found.pointer, text[found.start], context)
            else:
                found.chosen = self.choose(text, number, context)

    def remembered(self, number: int) -> Iterator[str]:
        """Return the ids named before a mention, the latest first; the oldest are forgotten.

        Only one place in ten asks for them, so what was named since the last one did is put in order here.
        """
        for found in self.mentions[self.read : number]:
            if found.chosen and found.in_name != "person" and not found.pointer and found.rule != ROAD:
                self.earlier.pop(found.chosen, None)
                self.earlier[found.chosen] = None
        self.read = number
        for identity in list(self.earlier)[:-REMEMBERED]:
            del self.earlier[identity]
        return reversed(self.earlier)

    def pointed_at(self, number: int, level: str, opening: str, context: Sequence[str]) -> str | None:
        """Return what a pointer means: 该县 the latest county named, 全省 the province named most."""
        pieces = (*self.remembered(number), *context, *self.home)
        units = dict.fromkeys(unit for piece in pieces if (unit := unit_of(self.gazetteer, piece, level)))
        if not units:
            # 全区 where no district is named is the autonomous region.
            return self.pointed_at(number, "region", opening, context) if level == "district" else None
        counts = self.counted(level)
        return next(iter(units)) if opening == "该" else max(units, key=lambda unit: counts[unit])

    def counted(self, level: str) -> Counter[str]:
        """Return how often the article names something in each unit of a level, counted once an article."""
        if level not in self.counts:
            self.counts[level] = Counter()
            for identity, count in Counter(self.certain).items():
                self.counts[level][unit_of(self.gazetteer, identity, level) or ""] += count
        return self.counts[level]

    def certainties(self, mentions: Iterable[Found]) -> list[str | None]:
        """Return the id of each mention for which only one was in force."""
        plain = {f.ids[0] for f in mentions if len(f.ids) == 1}
        self.former = frozenset(i for i in plain if self.gazetteer.division(i).until < self.year)
        return [f.ids[0] if len(f.ids) == 1 else self.sole(f.ids) for f in mentions]

    def sole(self, ids: tuple[str, ...]) -> str | None:
        """Return the id, where only one was in force."""
        living = self.living(ids)
        return living[0] if len(living) == 1 else None

    def living(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the ids that a name may mean in the page's year; all of them where none was in force."""
        if len(ids) == 1:
            return ids
        held = self.lives.get(ids)
        if held is None:
            held = self.lives[ids] = self.told(ids) or ids
        return held

    def told(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the ids in force in the page's year, or of a former unit that the page names and that was no smaller."""
        divisions = [self.gazetteer.division(i) for i in ids]
        living = [d for d in divisions if d.in_force(self.year)]
        highest = min((RANK.get(d.level, len(RANK)) for d in living), default=len(RANK))
        former = [d for d in divisions if d.id in self.former and RANK.get(d.level, len(RANK)) <= highest]
        return tuple(d.id for d in former or living)  # but 日照 is not the 日照县 where a man of 1938 was born

    def choose(self, text: str, number: int, context: Sequence[str]) -> str | None:
        """Return the id that the strongest evidence leaves alone."""
        mentions = self.mentions
        found = mentions[number]
        if not found.ids:
            return None
        ids = self.living(found.ids)
        outer = self.chain(mentions, number)
        if outer and (below := self.below(ids, outer)):
            return self.prominent(below)
        for identity in ids:
            # 东海 and 太湖 are counties only after their city or province: 江苏东海, but 台风移入东海.
            if self.gazetteer.division(identity).level == "water":
                return identity
        near = (
            self.near(ids, self.sentence(text, mentions, number))
            or self.near(ids, tuple(self.remembered(number)))
            or self.near(ids, context)
            or self.near(ids, self.home)
        )
        return self.prominent(near or ids)

    def chain(self, mentions: Sequence[Found], number: int) -> str | None:
        """Return the id of the mention that ends where this one begins."""
        if number and mentions[number - 1].end == mentions[number].start:
            return mentions[number - 1].chosen
        return None

    def sentence(self, text: str, mentions: Sequence[Found], number: int) -> list[str]:
        """Return the ids resolved earlier in the same sentence, nearest first."""
        nearby = []
        start = mentions[number].start
        for other in reversed(mentions[max(0, number - REMEMBERED) : number]):
            if SENTENCE_END.search(text, other.end, start):
                break
            if other.chosen:
                nearby.append(other.chosen)
        return nearby

    def below(self, ids: Sequence[str], outer: str) -> tuple[str, ...]:
        """Return the ids that lie below another."""
        code = outer.partition("~")[0]
        return tuple(i for i in ids if code in self.gazetteer.ancestors(i)[:-1])

    def near(self, ids: Sequence[str], evidence: Sequence[str]) -> tuple[str, ...]:
        """Return the ids below, at or above the nearest piece of evidence; else those in its city, in its province."""
        ancestors = self.gazetteer.ancestors
        codes, around = {i.partition("~")[0] for i in ids}, frozenset(chain.from_iterable(map(ancestors, ids)))
        for piece in evidence:
            line = ancestors(piece)
            if line[-1] in around or not codes.isdisjoint(line):
                return tuple(i for i in ids if i.partition("~")[0] in line or line[-1] in ancestors(i))
        for depth in (2, 1):
            for piece in evidence:
                line = ancestors(piece)
                if len(line) >= depth and line[depth - 1] in around and line[0][:1].isdigit():
                    return tuple(i for i in ids if line[depth - 1] in ancestors(i))
        return ()

    def prominent(self, ids: Sequence[str]) -> str | None:
        """Return the id of the highest level, if it is the only one there: 长沙 is the city before it is the county.

        Of units of one level, those that lived on go before those that ended in the year of the page, and counties
        before districts: 象山 by itself is the county, hardly the district of another city.
        """
        divisions = [self.gazetteer.division(i) for i in ids]
        top = min(RANK.get(d.level, len(RANK)) for d in divisions)
        best = [d for d in divisions if RANK.get(d.level, len(RANK)) == top]
        best = [d for d in best if d.until > self.year] or best
        best = [d for d in best if not d.name.endswith("区")] or best
        return best[0].id if len(best) == 1 else None


def telling(mentions: Iterable[Found], certain: Iterable[str | None]) -> list[str]:
    """Return the ids that say where a text plays: not those after which roads are called."""
    return [i for found, i in zip(mentions, certain) if i and found.rule != ROAD]


@lru_cache(maxsize=20000)
def unit_of(places: Gazetteer, identity: str, level: str) -> str | None:
    """Return the smallest unit around a place that a pointer may mean: 全市 in 义乌 is 义乌, not 金华."""
    if level == "capital":
        return capital_of(places, identity)
    line = reversed(places.ancestors(identity))
    return next((code for code in line if code[:1].isdigit() and is_level(places.division(code), level)), None)


def capital_of(places: Gazetteer, identity: str) -> str | None:
    """Return the capital (省会) of the province around a place: its city of the first number.

    北京, 香港 and their like have none, nor have places abroad.
    """
    code = places.ancestors(identity)[0][:2] + FIRST_CITY
    return code if code in places.records else None


def is_level(division: Division, level: str) -> bool:
    """Return whether a unit is what a pointer of that level may mean."""
    match level:
        case "province":
            return division.level == "province"
        case "city":
            return division.name.endswith("市")
        case "district":
            return division.name.endswith("区") and division.level != "province"
        case "region":
            return division.name.endswith("自治区")
        case _:
            return division.level == level

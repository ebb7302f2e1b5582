"""From possible ids to one: chain, sentence, headline and dateline, earlier in the article, home area, prominence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscli.extractors.place.found import Found
from newscli.extractors.place.gazetteer import RANK, Gazetteer

SENTENCE_END = re.compile("[。!?;\n]")


class Resolver:
    """Resolves the mentions of one article in reading order."""

    def __init__(self, gazetteer: Gazetteer, year: int, home: tuple[str, ...]) -> None:
        self.gazetteer = gazetteer
        self.year = year
        self.home = home
        self.earlier: list[str] = []

    def article(self, text: str, mentions: Sequence[Found]) -> None:
        """Choose an id for each mention where the evidence leaves one."""
        self.earlier = []
        certain = [self.sole(f.ids) if f.ids else None for f in mentions]
        context = [c for c in certain if c]
        for number, found in enumerate(mentions):
            if found.pointer and not found.ids:
                found.chosen = self.pointed_at(found.pointer, context)
                continue
            found.chosen = certain[number] or self.choose(text, mentions, number, context)
            if found.chosen and found.rule.startswith("place.") and not self.is_person(found):
                self.earlier.append(found.chosen)

    def is_person(self, found: Found) -> bool:
        """Return whether the mention is a person's name, which says nothing of places."""
        return found.in_name == "person"

    def pointed_at(self, level: str, context: Sequence[str]) -> str | None:
        """Return what 全省 or 该县 means: the unit of that level around the latest place named, else around the home area."""
        for piece in (*reversed(self.earlier), *context, *self.home):
            for code in reversed(self.gazetteer.ancestors(piece)):
                if code[:1].isdigit() and self.is_level(code, level):
                    return code[:2] + "0100" if level == "capital" else code
        return None

    def is_level(self, code: str, level: str) -> bool:
        """Return whether a unit is what a pointer of that level may mean."""
        division = self.gazetteer.division(code)
        match level:
            case "province" | "capital":
                return division.level == "province"
            case "city":
                return division.name.endswith("市")
            case "district":
                return division.name.endswith("区")
            case _:
                return division.level == level

    def sole(self, ids: tuple[str, ...]) -> str | None:
        """Return the id, where only one was in force."""
        living = self.living(ids)
        return living[0] if len(living) == 1 else None

    def living(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the ids in force in the page's year; all of them where none was."""
        return tuple(i for i in ids if self.gazetteer.division(i).in_force(self.year)) or ids

    def choose(self, text: str, mentions: Sequence[Found], number: int, context: list[str]) -> str | None:
        """Return the id that the strongest evidence leaves alone."""
        found = mentions[number]
        if not found.ids:
            return None
        ids = self.living(found.ids)
        outer = self.chain(mentions, number)
        if outer and (below := self.below(ids, [outer])):
            return self.prominent(below)
        sentence = self.sentence(text, mentions, number)
        for evidence in (sentence, list(reversed(self.earlier)), context, list(self.home)):
            near = self.near(ids, evidence)
            if near:
                return self.prominent(near)
        return self.prominent(ids)

    def chain(self, mentions: Sequence[Found], number: int) -> str | None:
        """Return the id of the mention that ends where this one begins."""
        if number and mentions[number - 1].end == mentions[number].start:
            return mentions[number - 1].chosen
        return None

    def sentence(self, text: str, mentions: Sequence[Found], number: int) -> list[str]:
        """Return the ids resolved earlier in the same sentence, nearest first."""
        nearby = []
        start = mentions[number].start
        for other in reversed(mentions[:number]):
            if SENTENCE_END.search(text, other.end, start):
                break
            if other.chosen:
                nearby.append(other.chosen)
        return nearby

    def below(self, ids: Sequence[str], outer: Sequence[str]) -> tuple[str, ...]:
        """Return the ids that lie below one of the others."""
        return tuple(i for i in ids if any(o.partition("~")[0] in self.gazetteer.ancestors(i)[:-1] for o in outer))

    def near(self, ids: Sequence[str], evidence: Sequence[str]) -> tuple[str, ...]:
        """Return the ids that lie below, are or contain the nearest piece of evidence that speaks of any of them."""
        for piece in evidence:
            line = self.gazetteer.ancestors(piece)
            own = tuple(
                i for i in ids if i == piece or i.partition("~")[0] in line or line[-1] in self.gazetteer.ancestors(i)
            )
            if own:
                return own
        for depth in (2, 1):
            for piece in evidence:
                line = self.gazetteer.ancestors(piece)
                if len(line) >= depth and line[0][:1].isdigit():
                    own = tuple(i for i in ids if line[depth - 1] in self.gazetteer.ancestors(i))
                    if own:
                        return own
        return ()

    def prominent(self, ids: Sequence[str]) -> str | None:
        """Return the id of the highest level, if it is the only one there: 长沙 is the city before it is the county."""
        if len(ids) == 1:
            return ids[0]
        ranks = [RANK.get(self.gazetteer.division(i).level, 9) for i in ids]
        top = [i for i, rank in zip(ids, ranks, strict=True) if rank == min(ranks)]
        if len(top) > 1:
            top = [i for i in top if self.gazetteer.division(i).until > self.year] or top
        if len(top) > 1:
            # 象山 by itself is the county, hardly the district of another city.
            top = [i for i in top if not self.gazetteer.division(i).name.endswith("区")] or top
        return top[0] if len(top) == 1 else None

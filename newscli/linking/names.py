"""The places named in a story, with what each can do for a number beside it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from newscli.linking.cues import load_cues
from newscli.linking.standing import Standing, is_name, standing_of
from newscli.linking.topic import CHINA, Located, above, country_of, dateline_end, printed
from newscli.model import Article, Mention, Toponym

REGIONS = ("15", "45", "54", "64", "65")
"""Codes of the autonomous regions."""
LONGEST_RIVER = 4
"""Characters of a river's name before 流域."""


class Named(NamedTuple):
    """A place named in the text, or a word that stands for one."""

    start: int
    end: int
    name: str
    place: Toponym
    standing: Standing
    everywhere: bool = False
    """True for the whole country or world: it holds for its sentence and no longer."""
    opens: bool = False
    """True where it opens a clause, so that all that follows is said of it."""
    pointer: bool = False
    """True for a word that stands for a place: 全省 after 湖南 is no other province."""


class Reader:
    """Reads the places of one article, a sentence at a time, because most sentences without a number are never asked for.

    ``topic`` is what 全市 and 我省 refer to, ``ranks`` where rank numbers begin.
    """

    def __init__(
        self,
        text: str,
        article: Article,
        places: Sequence[Mention[Toponym]],
        topic: Located | None,
        ranks: Mapping[int, bool],
    ) -> None:
        self.text = text
        self.dateline = range(article.headline_end, dateline_end(article))
        self.places = places
        self.starts = [m.start for m in places]
        self.topic = topic.place if topic else None
        self.topic_name = topic.name if topic else ""
        self.ranks = ranks
        self.cues = load_cues()

    def names(self, start: int, end: int) -> list[Named]:
        """Return the places named in a stretch of the flow, stand-ins included, in order."""
        places = self.places[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        found = [n for m in places if m.start not in self.dateline and (n := self.read(m))]
        stand_ins = self.stand_ins(start, end)
        if self.text.find(self.cues.basin, start, end) >= 0:
            stand_ins += self.basins(start, end)
        if stand_ins:
            found += stand_ins
            found.sort(key=attrgetter("start"))
        return self.listed(found) if found else found

    def read(self, mention: Mention[Toponym]) -> Named | None:
        """Return a mention with its standing; none for one that names no place."""
        start, end, place = mention.start, mention.end, mention.value
        if not is_name(self.text, mention):
            return None
        surface = self.text[start:end]
        pointer = surface in self.cues.stand_ins and place.level != "world"
        if pointer:
            place = self.stands_for(surface) or place  # 朝鲜全国 in a story on Korea
        name = self.topic_name if place is self.topic else printed(self.text, mention)
        everywhere = place.level == "world" or name in self.cues.everywhere
        standing = standing_of(self.text, (start, end), place, self.ranks)
        return Named(start, end, name, place, standing, everywhere, opens=self.opens(start), pointer=pointer)

    def opens(self, start: int) -> bool:
        """Return whether an offset opens a clause."""
        return not start or not self.text[start - 1].isalnum()

    def stand_ins(self, first: int, last: int) -> list[Named]:
        """Return the words that stand for a place: 我省, 全国, 美股."""
        found = []
        for match in self.cues.standing_in.finditer(self.text, first, last):
            start, end = match.span()
            place = None if self.covers(start) or self.ends_a_word(match) else self.stands_for(match.group())
            if place is not None and not self.cues.graded.after(self.text, end):
                everywhere = match.group() in self.cues.everywhere
                standing = standing_of(self.text, (start, end), place, self.ranks)
                name = self.topic_name if place is self.topic else place.name
                found.append(
                    Named(start, end, name, place, standing, everywhere, opens=self.opens(start), pointer=True)
                )
        organs = self.cues.state.finditer(self.text, first, last)
        found += [
            Named(m.start(), m.end(), CHINA.name, CHINA, "part", everywhere=True)
            for m in organs
            if not self.covers(m.start()) and m.start() not in self.dateline
        ]
        return found

    def ends_a_word(self, match: re.Match[str]) -> bool:
        """Return whether a stand-in is the end of a longer word: 区内 in 保税区内."""
        before = self.text[match.start() - 1 : match.start()]
        return match.group() in self.cues.inside and before.isalpha() and before not in self.cues.inside_after

    def basins(self, first: int, last: int) -> list[Named]:
        """Return the river basins that no gazetteer knows, where they open a clause: 北运河流域平均降水量64毫米."""
        found = []
        at = self.text.find(self.cues.basin, first, last)
        while at >= 0:
            end = at + len(self.cues.basin)
            start = at
            while start > first and at - start < LONGEST_RIVER and self.text[start - 1].isalpha():
                start -= 1
            if (
                start < at
                and self.text[at - 1] in self.cues.rivers
                and self.opens(start)
                and not any(self.covers(i) for i in range(start, at))
            ):
                name = self.text[start:end]
                found.append(Named(start, end, name, Toponym(name, None, "water"), "own", opens=True))
            at = self.text.find(self.cues.basin, end, last)
        return found

    def covers(self, at: int) -> bool:
        """Return whether an offset is part of a place's name, or touches its end."""
        i = bisect_right(self.starts, at) - 1
        return i >= 0 and at <= self.places[i].end

    def stands_for(self, word: str) -> Toponym | None:
        """Return what a word stands for in this story."""
        if word in self.cues.markets:
            return Toponym(self.cues.markets[word], None, "country")
        if word in self.cues.nation:
            return self.nation() if word not in self.cues.ours else CHINA
        level = next((self.cues.levels[c] for c in word if c in self.cues.levels), None)
        if self.topic is None or level is None:
            return None
        if level == "county" and (self.topic.code or "").startswith(REGIONS):
            level = "province"  # 全区 in 宁夏 is the region
        return above(self.topic, level)

    def nation(self) -> Toponym:
        """Return the country of the story, as it is named there."""
        country = country_of(self.topic) if self.topic else CHINA
        if country.code is None:
            return next((m.value for m in self.places if m.value.path == country.path), country)
        return country

    def listed(self, found: list[Named]) -> list[Named]:
        """Return the places with whole lists set aside: 向印度和新加坡出口, 云南、福建等6省区, 英国、法国游客."""
        if len(found) == 1:
            return found  # one place is no list
        kept: list[Named] = []
        for run in self.runs(found):
            aside = "aside" in (run[0].standing, run[-1].standing)
            aside = aside or (len(run) > 1 and self.cues.enumerating.after(self.text, run[-1].end))
            kept += [set_aside(one) if not one.everywhere else one for one in run] if aside else run
        return kept

    def runs(self, found: list[Named]) -> list[list[Named]]:
        """Return the places in runs of adjoining or listed ones."""
        runs: list[list[Named]] = []
        for one in found:
            gap = self.text[runs[-1][-1].end : one.start] if runs else None
            if gap is not None and (not gap or gap in self.cues.joined):
                runs[-1].append(one)
            else:
                runs.append([one])
        return runs


def set_aside(named: Named) -> Named:
    """Return a place that governs no number."""
    return named._replace(standing="aside")

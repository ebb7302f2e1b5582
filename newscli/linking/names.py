"""The places named in a story, with what each can do for a number beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from newscli.linking.cues import load_cues
from newscli.linking.divisions import CHINA, above, country_named, country_of, lies_in
from newscli.linking.scene import within
from newscli.linking.standing import Standing, name_standing, standing_of
from newscli.linking.topic import Located, Report, printed
from newscli.model import Mention, Toponym

REGIONS: Final = ("15", "45", "54", "64", "65")
"""Codes of the autonomous regions."""
WHOLE: Final = "全"
"""How a word begins that stands for all of a division: of the one just named, if there is one."""
LISTING: Final = frozenset("、和及等")
CLASSIFIER: Final = "个"
"""What may stand between a number and the divisions that it counts."""
LONGEST_RIVER: Final = 4
"""Characters of a river's name before 流域."""


class Named:
    """A place named in the text, or a word that stands for one."""

    __slots__ = ("end", "everywhere", "name", "opens", "place", "pointer", "standing", "start")

    def __init__(  # noqa: PLR0913 — so many parts it has
        self,
        start: int,
        end: int,
        name: str,
        place: Toponym,
        standing: Standing,
        *,
        everywhere: bool,
        opens: bool,
        pointer: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.name = name
        self.place = place
        self.standing: Standing = standing
        self.everywhere = everywhere
        """True for the whole country or world: it holds for its sentence and no longer."""
        self.opens = opens
        """True where it opens a clause, so that all that follows is said of it."""
        self.pointer = pointer
        """True for a word that stands for a place: 全省 after 湖南 is no other province."""


class Reader:
    """Reads the places of one article, a sentence at a time, because most sentences without a number are never asked for.

    ``topic`` is what 全市 and 我省 refer to.
    """

    def __init__(self, report: Report, topic: Located | None) -> None:
        course, article = report.course, report.article
        self.text = course.text
        self.cues = load_cues()
        self.dateline = range(article.headline_end, report.filed)
        self.places = report.places
        self.starts = report.starts
        self.topic = topic.place if topic else None
        self.topic_name = topic.name if topic else ""
        self.ranks = report.ranks
        self.pointers = within(course.stand_ins, article.start, article.end)
        self.organs = within(course.organs, article.start, article.end)
        self.stretch = (0, 0)
        """The sentence that is being read."""
        self.drained = self.text.find(self.cues.basin, article.start, article.end) >= 0
        """Whether any basin is named."""

    def names(self, start: int, end: int) -> list[Named]:
        """Return the places named in a stretch of the flow, stand-ins included, in order."""
        starts, self.stretch = self.starts, (start, end)
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        found = self.read(self.places[first:last]) if first < last else []
        stand_ins = self.stand_ins(start, end) if self.pointers else []
        if self.organs:
            stand_ins += self.organs_of_state(start, end)
        if self.drained:
            stand_ins += self.basins(start, end)
        if stand_ins:
            found += stand_ins
            found.sort(key=attrgetter("start"))
        return self.listed(found) if len(found) > 1 else found  # one place is no list

    def read(self, mentions: Sequence[Mention[Toponym]]) -> list[Named]:
        """Return mentions with their standing, but those that name no place and that of the dateline."""
        text, ranks, cues = self.text, self.ranks, self.cues
        found: list[Named] = []
        for mention in mentions:
            start, end, place, _ = mention
            standing = None if start in self.dateline else name_standing(text, mention, ranks)
            if standing is None:
                continue
            surface = text[start:end]
            pointer, named = surface in cues.stand_ins and place.level != "world", None
            if pointer:
                named = self.just_named(found, surface)
                place = named or self.stands_for(surface) or place  # 朝鲜全国 in a story on Korea
                standing = standing_of(text, (start, end), place, ranks)
            said = place.name if named or surface in cues.nation else printed(text, mention)
            name = self.topic_name if place is self.topic else said
            everywhere = place.level == "world" or name in cues.everywhere
            opens = not start or not text[start - 1].isalnum()
            found.append(Named(start, end, name, place, standing, everywhere=everywhere, opens=opens, pointer=pointer))
        return found

    def just_named(self, found: Sequence[Named], pointer: str) -> Toponym | None:
        """Return the division that opened a clause of the sentence, one of no list, and is of the kind of 全市 or 全省 behind it."""
        if pointer[0] != WHOLE:
            return None
        for one in reversed(found):
            alone = self.text[one.start - 1] not in LISTING and self.text[one.end] not in LISTING
            if alone and one.opens and one.standing == "own" and one.place.name.endswith(pointer[1:]):
                return one.place
        return None

    def opens(self, start: int) -> bool:
        """Return whether an offset opens a clause."""
        return not start or not self.text[start - 1].isalnum()

    def stand_ins(self, first: int, last: int) -> list[Named]:
        """Return the words that stand for a place: 我省, 全国, 美股."""
        text, cues = self.text, self.cues
        found = []
        for start, end in within(self.pointers, first, last):
            word = text[start:end]
            place = None if self.covers(start) or self.ends_a_word(word, start) else self.stands_for(word)
            graded = word not in cues.markets and cues.graded.after(text, end)  # but 恒指|上涨 is no grade
            if place is not None and not graded:
                standing = standing_of(text, (start, end), place, self.ranks)
                name = self.topic_name if place is self.topic else place.name
                everywhere, opens = word in cues.everywhere, self.opens(start)
                found.append(Named(start, end, name, place, standing, everywhere=everywhere, opens=opens, pointer=True))
        return found

    def unknown(self, first: int, last: int) -> bool:
        """Return whether a word in a stretch stands for a division that the story does not tell: 我省 in a story of no province."""
        words = (self.text[slice(*span)] for span in within(self.pointers, first, last))
        return any(self.stands_for(word) is None for word in words if word not in self.cues.markets)

    def organs_of_state(self, first: int, last: int) -> list[Named]:
        """Return the organs of the state, which stand for the country."""
        return [
            Named(start, end, CHINA.name, CHINA, "part", everywhere=True, opens=False)
            for start, end in within(self.organs, first, last)
            if not self.covers(start) and start not in self.dateline
        ]

    def ends_a_word(self, word: str, start: int) -> bool:
        """Return whether a stand-in is the end of a longer word: 区内 in 保税区内."""
        before = self.text[start - 1 : start]
        return word in self.cues.inside and before.isalpha() and before not in self.cues.inside_after

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
                found.append(Named(start, end, name, Toponym(name, None, "water"), "own", everywhere=False, opens=True))
            at = self.text.find(self.cues.basin, end, last)
        return found

    def covers(self, at: int) -> bool:
        """Return whether an offset is part of a place's name, or touches its end."""
        i = bisect_right(self.starts, at) - 1
        return i >= 0 and at <= self.places[i].end

    def stands_for(self, word: str) -> Toponym | None:
        """Return what a word stands for in this story."""
        if word in self.cues.markets:
            return country_named(self.cues.markets[word])
        if word in self.cues.parts:
            return Toponym(word, None, "region")
        if word in self.cues.nation:
            return self.nation() if word not in self.cues.ours else CHINA
        level = next((self.cues.levels[c] for c in word if c in self.cues.levels), None)
        if self.topic is None or level is None:
            return None
        if level == "county" and (self.topic.code or "").startswith(REGIONS):
            level = "province"  # 全区 in 宁夏 is the region
        return above(self.topic, level)

    def nation(self) -> Toponym:
        """Return the country of the story, as it is named there; beside an organ of our state, 教育部要求全国, it is ours."""
        if any(start not in self.dateline for start, _ in within(self.organs, *self.stretch)):
            return CHINA
        return country_of(self.topic) if self.topic else CHINA

    def listed(self, found: list[Named]) -> list[Named]:
        """Return the places with whole lists set aside: 向印度和新加坡出口, 云南、福建等6省区, 英国、法国游客.

        泽州、高平、阳城4个县 in a story on 晋城 stand for 晋城, behind them.
        """
        kept: list[Named] = []
        for run in self.runs(found):
            kept += run
            summed = self.summed_up(run)
            aside = "aside" in (run[0].standing, run[-1].standing)
            if aside or summed or (len(run) > 1 and self.enumerates(run)):
                for one in run:
                    if not one.everywhere:
                        one.standing = "aside"
            if summed and self.topic is not None:
                name = self.topic_name
                kept.append(
                    Named(summed, summed + 1, name, self.topic, "own", everywhere=False, opens=True, pointer=True)
                )
        return kept

    def takes_turns(self, run: list[Named], dealing: int) -> bool:
        """Return whether 分别 deals to listed places: not where they are sold to, 对美国、日本, nor to what is listed behind them."""
        between, cues = self.text[run[-1].end : dealing], self.cues
        if any(joint in between for joint in cues.joined):
            return False  # 湖州、嘉兴两地气象台称,最高和最低气温分别为35度和28度
        given = {one.standing for one in run}
        counted = self.enumerates(run) or self.summed_up(run)
        return "part" not in given and ("aside" not in given or bool(counted))

    def enumerates(self, run: list[Named]) -> bool:
        """Return whether listed places are only examples of where: 云南、福建等6省区."""
        return self.cues.enumerating.after(self.text, run[-1].end)

    def summed_up(self, run: list[Named]) -> int:
        """Return where the word is that counts listed parts of the place which the story is about, or 0."""
        if len(run) == 1 or self.topic is None:
            return 0
        text, at = self.text, run[-1].end
        while text[at : at + 1].isnumeric():
            at += 1
        if at == run[-1].end:
            return 0
        at += text.startswith(CLASSIFIER, at)
        parts = all(lies_in(one.place, self.topic) for one in run)
        return at if parts and text[at : at + 1] in self.cues.levels else 0

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

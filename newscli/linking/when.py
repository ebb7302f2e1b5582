"""When a fact holds (时间): the period that governs its clause, its sentence, or what came before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from newscli.linking.cues import load_cues
from newscli.linking.scene import Course, Scene, Sentence
from newscli.model import Mention, Period

NEAREST: Final = 8
"""Periods on one side of a number that are asked: a longer row of them, 今年1家去年2家…, has one for each number."""


class Timed:
    """A period with the evidence that gave it."""

    __slots__ = ("how", "mention", "sure")

    def __init__(self, mention: Mention[Period], how: str, *, sure: bool = True) -> None:
        self.mention = mention
        self.how = how
        self.sure = sure


TIMES: Final = re.compile(r"的[^,。;:!?\n]{0,3}?(?:\d[\d.]*|[一二两三四五六七八九十百]+)多?倍")
"""A number of times the level of a period: it is a comparison, and of another time."""


class PeriodFinder:
    """Finds the periods of the numbers of one article, in order."""

    def __init__(
        self, course: Course, headline_end: int, filed: int, periods: Sequence[Mention[Period]], numbers: Sequence[int]
    ) -> None:
        self.course = course
        self.text = course.text
        self.cues = load_cues()
        self.numbers = numbers
        """Offsets at which quantities begin, ascending."""
        self.numbered = frozenset(numbers)
        self.periods: list[Mention[Period]] = []
        self.held: dict[int, Mention[Period]] = {}
        """Where a number begins that another is held against → its period: 较2017年的2073亿元增长."""
        for mention in periods:
            start, end, period, _ = mention
            if self.text[end] == self.cues.owning and TIMES.match(self.text, end):
                continue  # 是去年同期的3.2倍
            if self.compared(start, end):
                if start >= filed and self.owns(end):
                    self.held[end + 1] = mention
            elif not headline_end <= start < filed and period.text not in self.cues.same:
                self.periods.append(mention)
        self.days: dict[int, bool] = {}
        self.telling: dict[int, bool] = {}
        """By where periods begin, whether they are as short as a day, and whether such a one says when something was told."""
        self.starts = [start for start, _, _, _ in self.periods]
        self.starts.append(len(self.text))
        """Where the periods begin, closed by the end of the text."""
        self.read = 0
        """The first period that no number has asked about yet."""
        self.nth, self.line = 0, -1
        """The sentence and the paragraph that are remembered."""
        self.carried: Timed | None = None
        self.story: Timed | None = None
        self.first = self.last = 0
        """From which to which period the sentence goes whose numbers are being read."""
        self.opening = self.behind = 0
        """The first of them in the clause of the number that is being read, and the first behind the number."""
        self.unstated: Timed | None = None
        """The period of its numbers for which it states none, once one of them ``asked``."""
        self.asked = False

    def enter(self, sentence: Sentence) -> None:
        """Turn to a sentence with numbers."""
        starts, first = self.starts, self.last
        while starts[first] < sentence.start:
            first += 1
        self.first = self.opening = self.behind = self.last = first
        while starts[self.last] < sentence.end:
            self.last += 1
        self.asked = False

    def find(self, scene: Scene) -> Timed | None:
        """Return the period of a number."""
        if scene.start in self.held:
            return Timed(self.held[scene.start], "clause")
        stated = self.stated(scene) if self.first < self.last else None
        if stated is not None:
            return stated
        if not self.asked:
            self.unstated = self.announced(scene.sentence) or self.remembered(scene.sentence)
            self.asked = True
        return self.unstated

    def remembered(self, sentence: Sentence) -> Timed | None:
        """Return the period that the paragraph before a sentence set, or the story."""
        starts, sentences, lines = self.starts, self.course.sentences, self.course.lines
        while starts[self.read] < sentence.start:
            first, line = self.read, self.line
            while sentences[self.nth + 1] <= starts[first]:
                self.nth += 1
            while lines[line + 1] <= starts[first]:
                line += 1
            while starts[self.read] < sentences[self.nth + 1]:
                self.read += 1
            self.turn_to(line)
            self.remember(self.periods[first : self.read], sentences[self.nth])
        self.turn_to(sentence.line)
        return self.carried or self.story

    def turn_to(self, line: int) -> None:
        """Forget the period of the last paragraph where another begins."""
        if line != self.line:
            self.line = line
            self.carried = None

    def remember(self, named: Sequence[Mention[Period]], start: int) -> None:
        """Remember what period a sentence set, for the sentences after it."""
        first = last = longer = scene = None
        for m in named:
            if self.lasts(m):
                first, last = first or m, m
                if not self.is_day(m):
                    longer = m
                    scene = m if self.sets_scene(m) else scene
        if first is None or last is None:
            return
        if scene is not None:
            self.carried = Timed(scene, "sentence before", sure=False)
            self.story = Timed(scene, "last period of the story", sure=False)
        elif first.start == start and self.sets_scene(first):
            self.carried = Timed(first, "day of the sentence before", sure=False)
        elif self.carried is None and self.story is None:
            self.carried = self.story = Timed(longer or last, "sentence before", sure=False)

    def lasts(self, mention: Mention[Period]) -> bool:
        """Return whether a period may speak for more than its sentence: 目前, 1月初 and 半个多月前 are too loose to."""
        text = mention.value.text
        if text in self.cues.vague or self.local(mention):
            return False
        return not (self.told(mention) or self.cues.loose.holds(text))

    def stated(self, scene: Scene) -> Timed | None:
        """Return which of the periods of its sentence is that of a number."""
        (opening, closing), starts, last = scene.clause, self.starts, self.last
        mine, behind = self.opening, self.behind
        while mine < last and starts[mine] < opening:
            mine += 1
        if behind < mine:
            behind = mine
        while behind < last and starts[behind] < scene.start:
            behind += 1
        self.opening, self.behind = mine, behind
        for period in self.nearest(mine, behind):
            if self.is_for(period, scene.start):
                return Timed(period, "clause")
        spoken = [m for m in self.nearest(self.first, mine) if not self.local(m) and not self.told(m)]
        if spoken:
            clause = self.text.rfind(",", scene.sentence.start, spoken[0].start)
            heads = (m for m in spoken if m.start > clause and self.sets_scene(m))
            period = next(heads, spoken[0])  # 今年把2021年度项目完成后,将建成59万亩
            return Timed(period, "sentence", sure=self.sets_scene(period))
        return self.stated_later(scene, behind, closing) if behind < last else None

    def nearest(self, first: int, last: int) -> Sequence[Mention[Period]]:
        """Return the periods of a stretch that are asked, the last of them first; most stretches hold none."""
        return self.periods[max(first, last - NEAREST) : last][::-1] if first < last else ()

    def stated_later(self, scene: Scene, behind: int, closing: int) -> Timed | None:
        """Return which of the periods behind a number is that of it."""
        starts, periods, last = self.starts, self.periods, self.last
        behind = bisect_left(starts, scene.end, behind, last)
        later = bisect_left(starts, closing, behind, last)
        for m in periods[behind : min(later, behind + NEAREST)]:
            if not self.local(m):
                return Timed(m, "clause after the number", sure=False)
        for m in periods[later : min(last, later + NEAREST)]:
            if self.enters(m) and self.is_free(m, scene.sentence):
                return Timed(m, "later in the sentence", sure=False)
        return None

    def announced(self, sentence: Sentence) -> Timed | None:
        """Return the period that opens the text under a heading, for the numbers of the heading."""
        if not sentence.heading:
            return None
        end = self.text.find("\n", sentence.end)
        until = bisect_left(self.starts, end if end >= 0 else len(self.text))
        for mention in self.periods[bisect_left(self.starts, sentence.end) : until]:
            if self.sets_scene(mention) and not self.told(mention):
                return Timed(mention, "text under the heading", sure=False)
        return None

    def compared(self, start: int, end: int) -> bool:
        """Return whether a period is what a number is held against: 比2020年增长3%."""
        text, cues = self.text, self.cues
        if text[start - 1] in cues.before.last and text.endswith(cues.before.listed, 0, start):
            return True
        if text[end] in cues.after.first and text.startswith(cues.after.listed, end):
            return True
        return text[end - 1] == cues.record_ending and cues.record.after(text, end)

    def local(self, mention: Mention[Period]) -> bool:
        """Return whether a period belongs to one number only: 略低于1月份的4.4%."""
        start, end, _, _ = mention
        if self.text[start - 1 : start] == self.cues.origin and not self.text.startswith(self.cues.onward, end):
            return self.text.find(",", end, self.number_after(end)) < 0  # 由上月上涨2.3%转为下降7.3%
        return end in self.numbered or (end + 1 in self.numbered and self.text[end].isalnum())

    def number_after(self, end: int) -> int:
        """Return where the first number after an offset begins, the end of the text where there is none."""
        at = bisect_left(self.numbers, end)
        return self.numbers[at] if at < len(self.numbers) else len(self.text)

    def owns(self, end: int) -> bool:
        """Return whether the number after a period is its own: 2017年的2073亿元."""
        return end + 1 in self.numbered and self.text.startswith(self.cues.owning, end)

    def sets_scene(self, mention: Mention[Period]) -> bool:
        """Return whether a period opens a clause, where it speaks for what follows; 年中 in 年中答卷 does not."""
        start = mention.start
        return not start or not self.text[start - 1].isalnum()

    def enters(self, mention: Mention[Period]) -> bool:
        """Return whether a period opens a clause or follows 于, 自, 在: 支援人数63人,已于4日凌晨抵达."""
        return self.sets_scene(mention) or self.text[mention.start - 1] in self.cues.enters

    def is_free(self, mention: Mention[Period], sentence: Sentence) -> bool:
        """Return whether a later period may speak for an earlier number: its own clause has none to speak for."""
        _, end = sentence.clause(mention.start)
        spoken = bisect_left(self.numbers, mention.end) < bisect_left(self.numbers, end)
        return not spoken and not self.told(mention)

    def is_for(self, mention: Mention[Period], number: int) -> bool:
        """Return whether a period before a number is not tied to another one: 由上年末的885公里增加到1012公里."""
        return not self.local(mention) or self.number_after(mention.end) == number

    def is_day(self, mention: Mention[Period]) -> bool:
        """Return whether a period is as short as a day."""
        known = self.days.get(mention[0])
        if known is None:
            known = self.days[mention[0]] = not self.cues.day.isdisjoint(mention[2].text)
        return known

    def told(self, mention: Mention[Period]) -> bool:
        """Return whether a period says when something was told: 记者8日从市统计局获悉."""
        if not self.is_day(mention):
            return False
        known = self.telling.get(mention[0])
        if known is None:
            known = self.telling[mention[0]] = self.cues.told.match(self.text, mention[1]) is not None
        return known

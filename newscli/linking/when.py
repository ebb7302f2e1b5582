"""When a fact holds (时间): the period that governs its clause, its sentence, or what came before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from newscli.linking.cues import load_cues
from newscli.linking.scene import Course, Scene, Sentence
from newscli.model import Mention, Period

NEAREST = 8
"""Periods on one side of a number that are asked: a longer row of them, 今年1家去年2家…, has one for each number."""


@dataclass(slots=True)
class Timed:
    """A period with the evidence that gave it."""

    mention: Mention[Period]
    how: str
    sure: bool = True


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
        self.periods: list[Mention[Period]] = []
        self.held: dict[int, Mention[Period]] = {}
        """Where a number begins that another is held against → its period: 较2017年的2073亿元增长."""
        for mention in periods:
            start, _, period, _ = mention
            if self.compared(mention):
                if start >= filed and self.owns(mention):
                    self.held[self.number_after(mention)] = mention
            elif not headline_end <= start < filed and period.text not in self.cues.same:
                self.periods.append(mention)
        self.starts = [start for start, _, _, _ in self.periods]
        self.read = 0
        """The first period that no number has asked about yet."""
        self.line = -1
        """The paragraph that is remembered."""
        self.carried: Timed | None = None
        self.story: Timed | None = None
        self.first = self.last = 0
        """From which to which period the sentence goes whose numbers are being read."""
        self.unstated: Timed | None = None
        """The period of its numbers for which it states none, once one of them ``asked``."""
        self.asked = False

    def enter(self, sentence: Sentence) -> None:
        """Turn to a sentence with numbers."""
        self.first = bisect_left(self.starts, sentence.start)
        self.last = bisect_left(self.starts, sentence.end, self.first)
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
        starts = self.starts
        while self.read < len(starts) and starts[self.read] < sentence.start:
            start, end = self.course.sentence(starts[self.read])
            self.turn_to(self.course.line(start))
            until = bisect_left(starts, end, self.read)
            self.remember(self.periods[self.read : until], start)
            self.read = until
        self.turn_to(sentence.line)
        return self.carried or self.story

    def turn_to(self, line: int) -> None:
        """Forget the period of the last paragraph where another begins."""
        if line != self.line:
            self.line = line
            self.carried = None

    def remember(self, named: list[Mention[Period]], start: int) -> None:
        """Remember what period a sentence set, for the sentences after it."""
        named = [m for m in named if m.value.text not in self.cues.vague]
        lasting = [m for m in named if not (self.local(m) or self.told(m) or self.is_near(m))]
        if not lasting:
            return
        longer = [m for m in lasting if not self.is_day(m)]
        scene = [m for m in longer if self.sets_scene(m)]
        if scene:
            self.carried = Timed(scene[-1], "sentence before", sure=False)
            self.story = Timed(scene[-1], "last period of the story", sure=False)
        elif lasting[0].start == start and self.sets_scene(lasting[0]):
            self.carried = Timed(lasting[0], "day of the sentence before", sure=False)
        elif self.carried is None and self.story is None:
            self.carried = self.story = Timed((longer or lasting)[-1], "sentence before", sure=False)

    def stated(self, scene: Scene) -> Timed | None:
        """Return which of the periods of its sentence is that of a number."""
        first, last, starts, periods = self.first, self.last, self.starts, self.periods
        opening, closing = scene.clause
        mine = bisect_left(starts, opening, first, last)
        behind = bisect_left(starts, scene.start, mine, last)
        for m in periods[max(mine, behind - NEAREST) : behind][::-1]:
            if self.is_for(m, scene.start):
                return Timed(m, "clause")
        for m in periods[max(first, mine - NEAREST) : mine][::-1]:
            if not self.local(m) and not self.told(m):
                return Timed(m, "sentence", sure=self.sets_scene(m))
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

    def compared(self, mention: Mention[Period]) -> bool:
        """Return whether a period is what a number is held against: 比2020年增长3%."""
        text, cues, (start, end, _, _) = self.text, self.cues, mention
        if text[end - 1] == cues.record_ending and cues.record.after(text, end):
            return True
        before, after = cues.before, cues.after
        if text[start - 1 : start] in before.last and text.endswith(before.listed, 0, start):
            return True
        return text[end : end + 1] in after.first and text.startswith(after.listed, end)

    def local(self, mention: Mention[Period]) -> bool:
        """Return whether a period belongs to one number only: 略低于1月份的4.4%."""
        near = self.number_after(mention) - mention.end
        return near == 0 or (near == 1 and self.text[mention.end].isalnum())

    def owns(self, mention: Mention[Period]) -> bool:
        """Return whether the number after a period is its own: 2017年的2073亿元."""
        return self.text.startswith(self.cues.owning, mention.end) and self.number_after(mention) == mention.end + 1

    def number_after(self, mention: Mention[Period]) -> int:
        """Return where the first number after a period begins, the end of the text where there is none."""
        at = bisect_left(self.numbers, mention.end)
        return self.numbers[at] if at < len(self.numbers) else len(self.text) + 1

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
        return not self.local(mention) or mention.end in (number, number - 1)

    def is_near(self, mention: Mention[Period]) -> bool:
        """Return whether a period is too loose to speak for more than its sentence: 1月初, 半个多月前."""
        return self.cues.loose.holds(mention.value.text)

    def is_day(self, mention: Mention[Period]) -> bool:
        """Return whether a period is as short as a day."""
        return not self.cues.day.isdisjoint(mention.value.text)

    def told(self, mention: Mention[Period]) -> bool:
        """Return whether a period says when something was told: 记者8日从市统计局获悉."""
        return self.is_day(mention) and self.cues.told.match(self.text, mention.end) is not None

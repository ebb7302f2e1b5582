"""When a fact holds (时间): the period that governs its clause, its sentence, or what came before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from newscli.linking.cues import load_cues
from newscli.linking.scene import Scene, Sentence
from newscli.linking.topic import dateline_end
from newscli.model import Article, Mention, Period

NEAREST = 8
"""Periods on one side of a number that are asked: a longer row of them, 今年1家去年2家…, has one for each number."""


class Timed(NamedTuple):
    """A period with the evidence that gave it."""

    mention: Mention[Period]
    how: str
    sure: bool = True


class PeriodFinder:
    """Finds the periods of the numbers of one article, in order."""

    def __init__(self, text: str, article: Article, periods: Sequence[Mention[Period]], numbers: Sequence[int]) -> None:
        self.text = text
        self.cues = load_cues()
        self.numbers = numbers
        """Offsets at which quantities begin, ascending."""
        filed = dateline_end(article)
        self.periods = [
            m
            for m in periods
            if not article.headline_end <= m.start < filed
            and not self.compared(m)
            and m.value.text not in self.cues.same
        ]
        self.starts = [m.start for m in self.periods]
        self.held = {self.number_after(m): m for m in periods if m.start >= filed and self.compared(m) and self.owns(m)}
        """Where a number begins that another is held against → its period: 较2017年的2073亿元增长."""
        self.carried: Timed | None = None
        self.story: Timed | None = None

    def paragraph(self) -> None:
        """Forget the period of the last paragraph: a new one begins."""
        self.carried = None

    def sentence(self, sentence: Sentence) -> None:
        """Remember what period a sentence set, for the sentences after it."""
        named = self.between(sentence.start, sentence.end)
        if not named:
            return
        named = [m for m in named if m.value.text not in self.cues.vague]
        lasting = [m for m in named if not self.local(m) and not self.told(m, sentence) and not self.is_near(m)]
        longer = [m for m in lasting if not self.is_day(m)]
        scene = [m for m in longer if self.sets_scene(m)]
        if scene:
            self.carried = Timed(scene[-1], "sentence before", sure=False)
            self.story = Timed(scene[-1], "last period of the story", sure=False)
        elif lasting and self.sets_scene(lasting[0]) and lasting[0].start == sentence.start:
            self.carried = Timed(lasting[0], "day of the sentence before", sure=False)
        elif lasting and self.carried is None and self.story is None:
            self.carried = self.story = Timed((longer or lasting)[-1], "sentence before", sure=False)

    def find(self, scene: Scene) -> Timed | None:
        """Return the period of a number."""
        sentence = scene.sentence
        if scene.start in self.held:
            return Timed(self.held[scene.start], "clause")
        if not self.between(sentence.start, sentence.end):
            return self.announced(sentence) or self.carried or self.story
        first, last = scene.clause
        for m in self.leftwards(first, scene.start):
            if self.is_for(m, scene.start):
                return Timed(m, "clause")
        for m in self.leftwards(sentence.start, first):
            if not self.local(m) and not self.told(m, sentence):
                return Timed(m, "sentence", sure=self.sets_scene(m))
        for m in self.rightwards(scene.end, last):
            if not self.local(m):
                return Timed(m, "clause after the number", sure=False)
        for m in self.rightwards(last, sentence.end):
            if self.enters(m) and self.is_free(m, sentence):
                return Timed(m, "later in the sentence", sure=False)
        return self.announced(sentence) or self.carried or self.story

    def announced(self, sentence: Sentence) -> Timed | None:
        """Return the period that opens the text under a heading, for the numbers of the heading."""
        if not sentence.heading:
            return None
        end = self.text.find("\n", sentence.end)
        under = sentence._replace(start=sentence.end, end=end if end >= 0 else len(self.text))
        for mention in self.between(under.start, under.end):
            if self.sets_scene(mention) and not self.told(mention, under):
                return Timed(mention, "text under the heading", sure=False)
        return None

    def between(self, start: int, end: int) -> list[Mention[Period]]:
        """Return the periods in a stretch of the flow."""
        return self.periods[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def leftwards(self, start: int, end: int) -> list[Mention[Period]]:
        """Return the last periods of a stretch of the flow, the nearest to its end first."""
        last = bisect_left(self.starts, end)
        return self.periods[max(bisect_left(self.starts, start, 0, last), last - NEAREST) : last][::-1]

    def rightwards(self, start: int, end: int) -> list[Mention[Period]]:
        """Return the first periods of a stretch of the flow."""
        first = bisect_left(self.starts, start)
        return self.periods[first : min(bisect_left(self.starts, end, first), first + NEAREST)]

    def compared(self, mention: Mention[Period]) -> bool:
        """Return whether a period is what a number is held against: 比2020年增长3%."""
        start, text = mention.start, self.text
        if text[mention.end - 1] == self.cues.record_ending and self.cues.record.after(text, mention.end):
            return True
        return self.cues.before.before(text, start) or self.cues.after.after(text, mention.end)

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
        return not spoken and not self.told(mention, sentence)

    def is_for(self, mention: Mention[Period], number: int) -> bool:
        """Return whether a period before a number is not tied to another one: 由上年末的885公里增加到1012公里."""
        return not self.local(mention) or mention.end in (number, number - 1)

    def is_near(self, mention: Mention[Period]) -> bool:
        """Return whether a period is too loose to speak for more than its sentence: 1月初, 半个多月前."""
        return self.cues.loose.holds(mention.value.text)

    def is_day(self, mention: Mention[Period]) -> bool:
        """Return whether a period is as short as a day."""
        return not self.cues.day.isdisjoint(mention.value.text)

    def told(self, mention: Mention[Period], sentence: Sentence) -> bool:
        """Return whether a period says when something was told: 记者8日从市统计局获悉."""
        _, end = sentence.clause(mention.start)
        return self.is_day(mention) and self.cues.told.search(self.text, mention.end, end) is not None

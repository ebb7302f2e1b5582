"""When a fact holds (时间): the period that governs its clause, its sentence, or what came before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newscli.linking.tokens import PERIOD, Tokens
from newscli.linking.where import clause_of
from newscli.model import Mention, Period

COMPARED = frozenset("比较与同和跟按")
"""A period straight after one of these is what the number is held against: 比2020年增长3%."""
AGAINST = ("相比", "同期", "同比", "比较", "年同期")


@dataclass(frozen=True, slots=True)
class Timed:
    """A period with the evidence that gave it."""

    period: Period
    how: str
    sure: bool = True


class PeriodFinder:
    """Finds the periods of the numbers of one article, in order."""

    def __init__(self) -> None:
        self.carried: Timed | None = None
        self.story: Timed | None = None

    def paragraph(self) -> None:
        """A new paragraph begins."""
        self.carried = None

    def sentence(self, tokens: Tokens, periods: Sequence[Mention[Period]]) -> None:
        """Remember what period a sentence set, for the sentences after it."""
        for i in marked(tokens):
            if not compared(tokens, i) and not reported(tokens, i, -1):
                self.carried = Timed(periods[tokens.marks[i].index].value, "sentence before", sure=False)
                self.story = self.story or Timed(self.carried.period, "first period of the story", sure=False)

    def find(self, tokens: Tokens, at: int, periods: Sequence[Mention[Period]]) -> Timed | None:
        """Return the period of the number at token ``at``; ``periods`` are the mentions by mark index."""
        first, last = clause_of(tokens.tags, at)
        around = [i for i in marked(tokens) if not compared(tokens, i)]
        inside = [i for i in around if first <= i < at]
        if inside:
            return Timed(periods[tokens.marks[inside[-1]].index].value, "clause")
        earlier = [i for i in around if i < first and not reported(tokens, i, at)]
        if earlier:
            return Timed(periods[tokens.marks[earlier[-1]].index].value, "sentence")
        after = [i for i in around if at < i < last]
        if after:
            return Timed(periods[tokens.marks[after[0]].index].value, "clause after the number", sure=False)
        return self.carried or self.story


def marked(tokens: Tokens) -> list[int]:
    """Return the tokens that are periods and stand outside of brackets."""
    found = []
    depth = 0
    for i, tag in enumerate(tokens.tags):
        if tag == "(":
            depth += 1
        elif tag == ")":
            depth = max(depth - 1, 0)
        elif tag == PERIOD and depth == 0:
            found.append(i)
    return found


def compared(tokens: Tokens, at: int) -> bool:
    """Return whether the period is what a number is held against."""
    text = tokens.text
    start, end = tokens.starts[at], tokens.ends[at]
    return text[start - 1 : start] in COMPARED or text.startswith(AGAINST, end)


def reported(tokens: Tokens, at: int, number: int) -> bool:
    """Return whether the period says when something was told: 记者8日从市统计局获悉."""
    first, last = clause_of(tokens.tags, at)
    return "E" in tokens.tags[at:last] and not first <= number < last

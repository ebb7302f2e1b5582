"""Where a number stands: its sentence, its clause, and the reach of the words before it, in flow offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from newscli.linking.cues import load_cues
from newscli.linking.pieces import LINE_END, STOP, cut_behind, sentences_of, with_one_pause
from newscli.model import Article, Flow
from newscli.rules.automaton import Occurrence
from newscli.rules.per_text import PerText
from newscli.rules.scout import SCOUT

Span = tuple[int, int]
"""Start and end."""
STAND_INS: Final = SCOUT.seek(load_cues().lookalikes)
ORGANS: Final = SCOUT.seek(load_cues().organs)
"""The numbers of the words that stand for a place, and of the organs of the state."""


class Sentence:
    """A sentence with numbers: those from ``first`` up to ``until`` of its article."""

    __slots__ = ("clauses", "end", "first", "heading", "line", "nth", "printed", "start", "until")

    def __init__(self, course: Course, nth: int, first: int, until: int) -> None:
        cues, start, end = load_cues(), course.sentences[nth], course.sentences[nth + 1]
        self.nth = nth
        """Its place among the sentences of the article."""
        self.start = start
        self.end = end
        self.first = first
        self.until = until
        self.line = course.line(start)
        """The number of its paragraph."""
        self.heading = course.text[end - 1] == LINE_END and course.text[end - 2 : end - 1] not in cues.closing
        """Whether it is a line without the punctuation of a sentence: a headline or a heading in the text."""
        self.printed = course.printed[start:end].strip()
        """What its facts print: one string for all of them, because 百分之百分之… has a fact every three letters."""
        self.clauses = cut_behind(STOP, course.paused, start, end)
        """Where each of its clauses begins, and where the last ends."""

    def clause(self, offset: int) -> Span:
        """Return start and end of the clause in which an offset stands."""
        behind = bisect_right(self.clauses, offset)
        return self.clauses[behind - 1], self.clauses[behind]


class Scene:
    """A number in its sentence; ``limit`` is where the verb of a rank or share begins, else the number itself."""

    __slots__ = ("clause", "end", "limit", "sentence", "start")

    def __init__(self, sentence: Sentence, start: int, end: int, limit: int, clause: Span) -> None:
        self.sentence = sentence
        self.start = start
        self.end = end
        self.limit = limit
        self.clause = clause
        """Start and end of its clause."""


class Course:
    """The course of an article: where its lines and sentences end, and what in it stands for a place."""

    def __init__(self, flow: Flow, article: Article) -> None:
        self.text = text = flow.text
        self.printed = flow.printed
        self.paused = paused(text)
        self.start, end = article.start, article.end
        self.lines = cut_behind(LINE_END, text, self.start, end)
        """Where each line begins, and where the last ends; a line is a paragraph."""
        self.sentences = sentences_of(text, self.start, end)
        """Where each sentence begins, and where the last ends."""
        self.stand_ins, self.organs = standing_in(text, self.start, end)
        """Where words stand that stand for a place (我省, 全国), and organs of the state."""

    def line(self, offset: int) -> int:
        """Return the number of the line in which an offset stands."""
        return bisect_right(self.lines, offset) - 1

    def sentence(self, offset: int) -> Span:
        """Return start and end of the sentence in which an offset stands."""
        behind = bisect_right(self.sentences, offset)
        return self.sentences[behind - 1], self.sentences[behind]

    def numbered(self, numbers: Sequence[int]) -> list[Sentence]:
        """Return the sentences in which numbers begin."""
        ends = self.sentences
        found: list[Sentence] = []
        first = nth = 0
        while first < len(numbers):
            while ends[nth + 1] <= numbers[first]:
                nth += 1
            until = first + 1
            while until < len(numbers) and numbers[until] < ends[nth + 1]:
                until += 1
            found.append(Sentence(self, nth, first, until))
            first = until
        return found


def standing_in(text: str, start: int, end: int) -> tuple[list[Span], list[Span]]:
    """Return the stand-ins and the organs of the state in a stretch of the flow."""
    found: tuple[list[Span], list[Span]] = ([], [])
    pointing = stand_ins_and_organs(text)
    for first, last, number in pointing[bisect_left(pointing, (start, 0, 0)) : bisect_left(pointing, (end, 0, 0))]:
        if last > end:
            continue
        organ = number in ORGANS
        kept, span = found[organ], (first, last)
        if organ and text[first - 1 : first] in load_cues().not_of_state:
            continue  # 省统计局, 该国外交部
        if not kept or kept[-1][1] <= span[0]:
            kept.append(span)
        elif kept[-1][0] == span[0]:
            kept[-1] = span  # the longest of those that begin here
    return found


@PerText
def paused(text: str) -> str:
    """Return a text with a full stop wherever a sentence or a clause may end."""
    return with_one_pause(text, load_cues().clause_marks)


@PerText
def stand_ins_and_organs(text: str) -> list[Occurrence]:
    """Return the words of a text that stand for a place, and the organs of the state, in order."""
    return sorted([found for found in SCOUT.look(text) if found[2] in STAND_INS or found[2] in ORGANS])


def within(spans: list[Span], first: int, last: int) -> list[Span]:
    """Return the spans that begin in a stretch of the flow."""
    if not spans or spans[0][0] >= last or spans[-1][0] < first:
        return []
    return spans[bisect_left(spans, (first, 0)) : bisect_left(spans, (last, 0))]

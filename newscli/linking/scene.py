"""Where a number stands: its sentence, its clause, and the reach of the words before it, in flow offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from newscli.linking.cues import load_cues
from newscli.model import Article, Flow

Span = tuple[int, int]
"""Start and end."""
LONGEST: Final = 1200
"""Characters at which a sentence without an end is cut, so that no text costs more than its length."""
LINE: Final = re.compile(r"[^\n]*+\n|[^\n]++")
SENTENCE: Final = re.compile(rf"[^。!?\n]{{1,{LONGEST}}}+(?:[。!?]++[”’」』)]*+\n?|\n?)|[。!?\n]++")


@dataclass(slots=True)
class Sentence:
    """A sentence with numbers: those from ``first`` up to ``until`` of its article."""

    nth: int
    """Its place among the sentences of the article."""
    start: int
    end: int
    first: int
    until: int
    line: int
    """The number of its paragraph."""
    heading: bool
    """Whether it is a line without the punctuation of a sentence: a headline or a heading in the text."""
    printed: str
    """What its facts print: one string for all of them, because 百分之百分之… has a fact every three letters."""
    clauses: list[int]
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
        self.start, end = article.start, article.end
        self.lines = offsets(LINE, text, self.start, end)
        """Where each line begins, and where the last ends; a line is a paragraph."""
        self.sentences = offsets(SENTENCE, text, self.start, end)
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

    def numbered(self, numbers: Sequence[int]) -> Iterator[Sentence]:
        """Yield the sentences in which numbers begin."""
        text, ends, cues = self.text, self.sentences, load_cues()
        first = 0
        while first < len(numbers):
            behind = bisect_right(ends, numbers[first])
            start, end = ends[behind - 1], ends[behind]
            until = bisect_left(numbers, end, first)
            heading = text[end - 1] == "\n" and text[end - 2 : end - 1] not in cues.closing
            printed = self.printed[start:end].strip()
            clauses = offsets(cues.clause, text, start, end)
            yield Sentence(behind - 1, start, end, first, until, self.line(start), heading, printed, clauses)
            first = until


def offsets(piece: re.Pattern[str], text: str, start: int, end: int) -> list[int]:
    """Return where the pieces begin in which a pattern takes up a stretch of text, and where the last ends."""
    return list(accumulate(map(len, piece.findall(text, start, end)), initial=start))


def standing_in(text: str, start: int, end: int) -> tuple[list[Span], list[Span]]:
    """Return the stand-ins and the organs of the state in a stretch of the flow."""
    cues = load_cues()
    found: tuple[list[Span], list[Span]] = ([], [])
    for first, last, number in cues.standing_in.find(text[start:end]):
        organ = number >= cues.stand_in_count
        kept, span = found[organ], (start + first, start + last)
        if organ and text[span[0] - 1 : span[0]] in cues.not_of_state:
            continue  # 省统计局, 该国外交部
        if not kept or kept[-1][1] <= span[0]:
            kept.append(span)
        elif kept[-1][0] == span[0]:
            kept[-1] = span  # the longest of those that begin here
    return found


def within(spans: list[Span], first: int, last: int) -> list[Span]:
    """Return the spans that begin in a stretch of the flow."""
    if not spans or spans[0][0] >= last:
        return []
    return spans[bisect_left(spans, (first, 0)) : bisect_left(spans, (last, 0))]

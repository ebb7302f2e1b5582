"""From mentions to numeric facts: each quantity with its subject, place and period.

A story is read from number to number: its sentences and lines are found in one pass each (``scene.Course``), all that its
numbers need divided into words is divided at once (``divide``), and what sentences without a number say is read only when the next
number asks for it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from operator import itemgetter
from sys import maxsize
from typing import Any, Final, TypeVar

from newscli.linking.confidence import judged
from newscli.linking.cues import load_cues
from newscli.linking.currency import in_local_money
from newscli.linking.dealt import BY_ORDER, turn_of
from newscli.linking.divide import Marks, Stretch, Word
from newscli.linking.governor import Governor
from newscli.linking.lexicon import load_lexicon
from newscli.linking.scene import Course, Scene, Sentence
from newscli.linking.site import LineAbove
from newscli.linking.subject import SubjectFinder
from newscli.linking.tokens import NUMBER, PERIOD, PLACE, Tokens, read_all
from newscli.linking.topic import Report, dateline_end, filed_parts
from newscli.linking.when import PeriodFinder
from newscli.linking.where import PlaceFinder
from newscli.model import Article, Layout, Mention, NumericFact, Period, Quantity, Toponym
from newscli.rules.locate import WayBack

V = TypeVar("V")
make_fact: Final[Callable[[tuple[Any, ...]], NumericFact]] = partial(tuple.__new__, NumericFact)
"""Makes a fact of all its parts in one; the constructor, which is written in Python, takes four times as long."""
START: Final[Callable[[tuple[Any, ...]], int]] = itemgetter(0)
"""Where a mention or a mark begins."""
FARTHEST: Final = 5000
"""Characters back to where a subject may have been named; one put together (总产值 + 比重) stands nowhere."""
ANNOUNCING: Final = 40
"""Characters of a line that may announce a list, and of a line that may stand in one."""
PROSE: Final = frozenset("。!?;,")
"""What does not end a line that announces a list."""
MEASURED_IN: Final = ("单位", "(单位", "[单位")
"""How a line begins that gives the unit of a table."""
SHORTEST_NAME: Final = 3
"""Characters behind the last number of a line that may say what the lines under it count: 前5名城市优良率."""
CLAUSES_BEFORE: Final = 2
"""How many clauses before the first number of a sentence may still say what it counts."""
SUBJECTS_PLACE: Final = frozenset({None, "body"})
"""Places that are words of their own in a sentence; those in other names are left to the name."""


def link(
    layout: Layout,
    quantities: Sequence[Mention[Quantity]],
    periods: Sequence[Mention[Period]],
    places: Sequence[Mention[Toponym]],
) -> tuple[NumericFact, ...]:
    """Return the numeric facts of a page, in its order."""
    facts: list[NumericFact] = []
    articles, way_back = layout.articles, WayBack(layout.flow)
    by_article = zip(
        articles,
        dealt_out(quantities, articles),
        dealt_out(periods, articles),
        dealt_out(places, articles),
        strict=True,
    )
    for article, numbers, times, scenes in by_article:
        if numbers:
            told = in_local_money(layout.flow, article, numbers)
            facts.extend(Story((layout, way_back), article, told, times, scenes).facts())
    return tuple(facts)


def dealt_out(mentions: Sequence[Mention[V]], articles: Sequence[Article]) -> list[Sequence[Mention[V]]]:
    """Return the mentions that stand in each article; both are in order."""
    starts = [*map(START, mentions), maxsize]
    dealt: list[Sequence[Mention[V]]] = []
    last = 0
    for article in articles:
        first, start, end = last, article.start, article.end
        while starts[first] < start:
            first += 1
        last = first
        while starts[last] < end:
            last += 1
        dealt.append(mentions[first:last])
    return dealt


class Story:
    """One article with what was found in it."""

    def __init__(
        self,
        page: tuple[Layout, WayBack],
        article: Article,
        quantities: Sequence[Mention[Quantity]],
        periods: Sequence[Mention[Period]],
        places: Sequence[Mention[Toponym]],
    ) -> None:
        layout, self.way_back = page
        self.layout = layout
        self.article = article
        self.quantities = quantities
        self.text = layout.flow.text
        self.numbered = list(map(START, quantities))
        self.course = Course(layout.flow, article)
        self.subject = SubjectFinder()
        ranks = {m.start: m.value.value == 1 for m in quantities if m.value.kind == "rank"}
        parts = filed_parts(self.text, article)
        ends = [dateline_end(self.text, part) for part in parts]
        named = dealt_out(places, parts) if len(parts) > 1 else [places]
        self.reports = deque(
            (part.start, PlaceFinder(Report(self.course, part, own, list(map(START, own)), ranks, filed, first)))
            for part, own, filed, first in zip(parts, named, ends, map(self.first_number, parts), strict=True)
        )
        """Where each report of the story begins, and the finder of its places; the first is the one being read."""
        self.where = self.reports[0][1]
        self.when = PeriodFinder(self.course, article.headline_end, ends[0], periods, self.numbered)
        self.filed = ends[0] if article.dateline else 0
        self.marks = marks_of(quantities, periods, places)
        self.printed: dict[int, Period] = {}
        """By where they begin, the periods of facts as the page prints them."""
        self.line = 0
        """The line of the last sentence with a number."""

    def first_number(self, part: Article) -> int:
        """Return where the first number of the text of a report begins; its end where it has none."""
        at = bisect_left(self.numbered, part.headline_end)
        return self.numbered[at] if at < len(self.numbered) else part.end

    def facts(self) -> list[NumericFact]:
        """Return the facts of the story."""
        found = []
        sentences = self.course.numbered(self.numbered)
        stretches = [self.stretch(sentence) for sentence in sentences]
        for sentence, tokens in zip(sentences, read_all(stretches, self.marks, load_lexicon()), strict=True):
            self.enter(sentence)
            at = -1
            for mention in self.quantities[sentence.first : sentence.until]:
                at = tokens.tags.index(NUMBER, at + 1)
                found.append(self.fact(sentence, tokens, at, mention))
        return found

    def stretch(self, sentence: Sentence) -> Stretch:
        """Return the clauses that the numbers of a sentence need divided: their own and the two before the first."""
        first, last = self.numbered[sentence.first], self.numbered[sentence.until - 1]
        clauses = sentence.clauses
        start = clauses[max(bisect_right(clauses, first) - 1 - CLAUSES_BEFORE, 0)]
        if start < self.filed <= first:
            start = self.filed  # the 电 of a dateline counts nothing
        return Stretch(self.text, start, clauses[bisect_right(clauses, last)], heading=sentence.heading)

    def enter(self, sentence: Sentence) -> None:
        """Turn to a sentence: to its report, and to its paragraph, which forgets what was heard in the one before."""
        while len(self.reports) > 1 and sentence.start >= self.reports[1][0]:
            self.reports.popleft()
            self.where = self.reports[0][1]
        if sentence.line != self.line:
            if not self.resumes(sentence):
                self.subject.paragraph()
            self.read_lines_above(sentence.line)
            self.line = sentence.line
        self.subject.sentence += 1
        self.where.enter(sentence)
        self.when.enter(sentence)

    def resumes(self, sentence: Sentence) -> bool:
        """Return whether a line goes on telling of the line above it: 出港量达450万件 / 同比增长51%."""
        if sentence.line != self.line + 1 or not load_cues().resuming.after(self.text, sentence.start):
            return False
        return self.text[sentence.start - 2 : sentence.start - 1] not in load_cues().closing

    def read_lines_above(self, line: int) -> None:
        """Let the nearest line since the last number that has a say decide what the numbers of a list under it count."""
        lines, sentences = self.course.lines, self.course.sentences
        for nth in range(line, self.line, -1):
            end = lines[nth]
            start = sentences[bisect_left(sentences, end) - 1]
            if self.decides(start, end):
                return

    def decides(self, start: int, end: int) -> bool:
        """Return whether a short line without a full stop, 各站雨量如下:, says what a list under it counts, or a long one ends it."""
        if end - start > ANNOUNCING:
            self.subject.above = self.announcing(start, end)
            return True
        if self.text.startswith(MEASURED_IN, start, end) or self.text[end - 2] in PROSE:
            return False  # 单位:万元 leaves the line above it in force
        until = self.names_until(start, end)
        if until > start:
            self.subject.above = LineAbove(Stretch(self.text, start, until))
        return until > start

    def announcing(self, start: int, end: int) -> LineAbove | None:
        """Return the end of a long line that a colon opens to a list: 现将各县前三季度优良率公布如下:."""
        if self.text[end - 2] != ":":
            return None
        return LineAbove(Stretch(self.text, max(start, end - ANNOUNCING), end - 1))

    def names_until(self, start: int, end: int) -> int:
        """Return where the words end with which a line closes; its start where a number closes it, as rows and sums do."""
        last = bisect_left(self.numbered, end) - 1
        if last < 0 or self.numbered[last] < start:
            return end - 1
        quantity = self.quantities[last]
        if quantity.value.kind == "rank":
            return quantity.start  # 粮食总产量前三位
        rest = self.text[quantity.end : end - 1]
        return end - 1 if len(rest) >= SHORTEST_NAME and " " not in rest else start

    def fact(self, sentence: Sentence, tokens: Tokens, at: int, mention: Mention[Quantity]) -> NumericFact:
        """Return the fact of the number at token ``at``."""
        start, end, quantity, rule = mention
        subject, change, governor = self.subject.find(tokens, at, quantity)
        scene = Scene(sentence, start, end, reach(tokens, governor, mention), sentence.clause(start))
        turn = None if subject and subject.how == BY_ORDER else turn_of(tokens.tags, at)
        where = self.where.dealt(tokens.starts[turn.dealing], turn) if turn else None
        where, when = where or self.where.find(scene), self.when.find(scene)
        confidence, evidence = judged(quantity, subject, where, when, change)
        span = self.way_back.locate(start, end)
        return make_fact((
            self.article.number,
            span,
            self.layout.document.text[span.start : span.end],
            quantity,
            rule,
            sentence.printed,
            self.counted_as_printed(subject.text, sentence) if subject else None,
            where.name if where else None,
            where.place.code if where else None,
            self.period_as_printed(when.mention) if when else None,
            change,
            confidence,
            evidence,
        ))  # fmt: skip

    def period_as_printed(self, mention: Mention[Period]) -> Period:
        """Return a period in the characters of the page, １９９７年 where it prints that and is read as 1997年."""
        start, end, period, _ = mention
        if start not in self.printed:
            text = self.layout.flow.printed[start:end].strip()
            self.printed[start] = period if text == period.text else replace(period, text=text)
        return self.printed[start]

    def counted_as_printed(self, subject: str, sentence: Sentence) -> str:
        """Return a subject in the characters of the page, 營收 where it prints that and is read as 营收."""
        if subject in sentence.printed:
            return subject
        start = self.text.rfind(subject, max(self.article.start, sentence.end - FARTHEST), sentence.end)
        return self.layout.flow.printed[start : start + len(subject)] if start >= 0 else subject


def reach(tokens: Tokens, governor: Governor, mention: Mention[Quantity]) -> int:
    """Return up to where places before a number locate it: 居全省第二 and 占全国的六成 hold where their subject does."""
    tag, at = governor.tag, governor.at
    if tag == "J" or (tag == "L" and tokens.say(at, at) in load_cues().share.listed):
        return tokens.starts[at]
    if tag == "S" and mention.value.kind == "rank":
        return tokens.starts[at]
    return mention.start


def marks_of(
    quantities: Sequence[Mention[Quantity]], periods: Sequence[Mention[Period]], places: Sequence[Mention[Toponym]]
) -> Marks:
    """Return the mentions of a story as words, in order and apart; a quantity goes before a period or a place."""
    found = [(start, end, NUMBER) for start, end, _, _ in quantities]
    found += [(start, end, PERIOD) for start, end, _, _ in periods]
    found += [(start, end, PLACE) for start, end, place, _ in places if place.in_name in SUBJECTS_PLACE]
    found.sort(key=START)
    reach = 0
    for start, end, _ in found:
        if start < reach:
            found = apart(found)
            break
        reach = end
    return found, [start for start, _, _ in found]


def apart(found: list[Word]) -> list[Word]:
    """Return marks in order, those left out that overlap one before them or a number."""
    found.sort(key=lambda mark: (mark[0], -mark[1]))
    kept: list[Word] = []
    for mark in found:
        if not kept or kept[-1][1] <= mark[0]:
            kept.append(mark)
        elif mark[2] == NUMBER:
            while kept and kept[-1][1] > mark[0]:
                kept.pop()
            kept.append(mark)
    return kept

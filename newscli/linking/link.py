"""From mentions to numeric facts: each quantity with its subject, place and period."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

from newscli.linking.lexicon import load_lexicon
from newscli.linking.subject import Subject, SubjectFinder
from newscli.linking.tokens import NUMBER, PERIOD, PLACE, Mark, Tokens, read_tokens
from newscli.linking.when import PeriodFinder, Timed
from newscli.linking.where import Located, PlaceFinder, topic_of
from newscli.model import Article, Change, Confidence, Layout, Mention, NumericFact, Period, Quantity, Toponym

V = TypeVar("V")
SENTENCE = re.compile(r"[^。!?\n]+(?:[。!?]+[”’」』)]*|\n|$)")


def link(
    layout: Layout,
    quantities: Sequence[Mention[Quantity]],
    periods: Sequence[Mention[Period]],
    places: Sequence[Mention[Toponym]],
) -> tuple[NumericFact, ...]:
    """Return the numeric facts of a page, in its order."""
    facts: list[NumericFact] = []
    for article in layout.articles:
        story = Story(layout, article, *(inside(article, found) for found in (quantities, periods, places)))
        facts.extend(story.facts())
    return tuple(facts)


def inside(article: Article, mentions: Sequence[Mention[V]]) -> list[Mention[V]]:
    """Return the mentions that stand in an article; the mentions are in order."""
    first = bisect_left(mentions, article.start, key=lambda m: m.start)
    last = bisect_left(mentions, article.end, key=lambda m: m.start)
    return list(mentions[first:last])


class Story:
    """One article with what was found in it."""

    def __init__(
        self,
        layout: Layout,
        article: Article,
        quantities: list[Mention[Quantity]],
        periods: list[Mention[Period]],
        places: list[Mention[Toponym]],
    ) -> None:
        self.layout = layout
        self.article = article
        self.quantities = quantities
        self.periods = periods
        self.places = places
        self.subject = SubjectFinder()
        self.where = PlaceFinder(topic_of(article, places))
        self.when = PeriodFinder()

    def facts(self) -> Iterator[NumericFact]:
        """Yield the facts of the story."""
        if not self.quantities:
            return
        text = self.layout.flow.text
        for match in SENTENCE.finditer(text, self.article.start, self.article.end):
            start, end = match.span()
            marks = self.marks(start, end)
            tokens = read_tokens(text, start, end, marks, load_lexicon())
            self.subject.sentence += 1
            for at, mark in list(tokens.marks.items()):
                if mark.tag == NUMBER:
                    yield self.fact(tokens, at, self.quantities[mark.index])
            self.where.sentence(tokens, self.places)
            self.when.sentence(tokens, self.periods)
            if text[end - 1] == "\n":
                self.subject.paragraph()
                self.where.paragraph()
                self.when.paragraph()

    def marks(self, start: int, end: int) -> list[Mark]:
        """Return the mentions inside a sentence that do not overlap, quantities first."""
        found: list[Mark] = []
        for tag, mentions in ((NUMBER, self.quantities), (PERIOD, self.periods), (PLACE, self.places)):
            index = bisect_left(mentions, start, key=lambda m: m.start)
            while index < len(mentions) and mentions[index].end <= end:
                mention = mentions[index]
                if tag != PLACE or mention.value.in_name in (None, "body", "org"):
                    if all(mention.end <= m.start or m.end <= mention.start for m in found):
                        found.append(Mark(mention.start, mention.end, tag, index))
                index += 1
        return sorted(found, key=lambda m: m.start)

    def fact(self, tokens: Tokens, at: int, mention: Mention[Quantity]) -> NumericFact:
        """Return the fact of the number at token ``at``."""
        subject, change = self.subject.find(tokens, at, mention.value)
        where = self.where.find(tokens, at, self.places)
        when = self.when.find(tokens, at, self.periods)
        flow = self.layout.flow
        span = flow.locate(mention.start, mention.end)
        return NumericFact(
            article=self.article.number,
            span=span,
            surface=self.layout.document.text[span.start : span.end],
            quantity=mention.value,
            rule=mention.rule,
            sentence=flow.printed[tokens.start : tokens.end].strip(),
            subject=subject.text if subject else None,
            place=where.place.name if where else None,
            code=where.place.code if where else None,
            period=when.period if when else None,
            change=change,
            confidence=confidence(subject, where, when),
            evidence=evidence(subject, where, when, change),
        )


def confidence(subject: Subject | None, where: Located | None, when: Timed | None) -> Confidence:
    """Return how far the evidence carries."""
    if subject is None or not subject.sure:
        return "low"
    doubts = (where is not None and not where.sure) + (when is not None and not when.sure)
    return "high" if doubts == 0 else "medium"


def evidence(
    subject: Subject | None, where: Located | None, when: Timed | None, change: Change | None
) -> tuple[str, ...]:
    """Return what decided, in words."""
    found = []
    if subject:
        found.append(f"subject: {subject.how}")
    if where:
        found.append(f"place: {where.how}")
    if when:
        found.append(f"period: {when.how}")
    if change:
        found.append(f"change: verb of {change}")
    return tuple(found)

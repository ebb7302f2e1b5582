"""What ``newscli explain`` shows: sentences with their spans drawn under them, and the reasons behind each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newscli.cli.drawing import Mark, draw
from newscli.cli.paging import open_paged
from newscli.cli.run import Job
from newscli.errors import WrongUsage
from newscli.extractors.quantity import rules as quantities
from newscli.model import Article, Mention, NumericFact, Period, Quantity, Toponym
from newscli.output.rows import Lines, decimal_text
from newscli.output.safe import one_line
from newscli.output.target import open_target
from newscli.pipeline import Reading
from newscli.segment import Segmenter

SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?]*[”’」』）)]*\n?")
WIDTH = 100


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as flow offsets, with its story; ``first`` if the story begins with it."""

    article: Article
    start: int
    end: int
    first: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """Which sentences are asked for: the one at an offset of the document, those that hold a text, or all."""

    at: int | None = None
    grep: str | None = None


def parse_offset(text: str | None) -> int | None:
    """Return the offset that ``--at`` names."""
    if text is None:
        return None
    if not text.isascii() or not text.isdecimal():
        raise WrongUsage(f"--at {text!r} is no offset", cure="give a number of characters, from 0")
    return int(text)


def explain_readings(job: Job, choice: Choice, *, segmenter: Segmenter | None = None) -> int:
    """Print the explanations of the sentences asked for, with their words if there is a segmenter; return the exit status."""
    shown = 0
    with open_paged() if job.to_terminal else open_target(None) as stream:
        for reading in job.readings():
            explainer = Explainer(reading, segmenter)
            for sentence in chosen(reading, choice):
                shown += 1
                stream.write(("\n".join(explainer.explained(sentence)) + "\n\n").encode())
            stream.flush()
    if not shown and not job.messages.failures:
        job.messages.note(nothing(choice))
    return 1 if job.messages.failures else 0


def nothing(choice: Choice) -> str:
    """Return the sentence that says why nothing is shown."""
    if choice.at is not None:
        return f"no story has a sentence at offset {choice.at}: it may be a running head, or a passage printed twice"
    return f"no sentence holds {choice.grep!r}" if choice.grep is not None else "no story was found"


def chosen(reading: Reading, choice: Choice) -> Iterator[Sentence]:
    """Yield the sentences asked for, or all."""
    flow = reading.layout.flow
    for sentence in sentences(reading):
        span = flow.locate(sentence.start, sentence.end)
        if choice.at is not None and not span.start <= choice.at < span.end:
            continue
        text = flow.printed[sentence.start : sentence.end]
        if choice.grep is None or choice.grep in text or choice.grep in flow.text[sentence.start : sentence.end]:
            yield sentence


def sentences(reading: Reading) -> Iterator[Sentence]:
    """Yield the sentences of all stories, in the order of the page."""
    for article in reading.articles:
        first = True
        for match in SENTENCE.finditer(reading.layout.flow.printed, article.start, article.end):
            if match[0].strip():
                yield Sentence(article, match.start(), match.end(), first)
                first = False


class Explainer:
    """What was found on a page, and what was found but lost, ready to be shown sentence by sentence."""

    def __init__(self, reading: Reading, segmenter: Segmenter | None = None) -> None:
        self.reading = reading
        self.segmenter = segmenter
        self.lines = Lines(reading.document.text)
        self.marks = sorted(marks_of(reading), key=lambda m: (m.start, m.end))
        self.starts = [mark.start for mark in self.marks]

    def explained(self, sentence: Sentence) -> Iterator[str]:
        """Yield the lines that explain a sentence."""
        flow, article = self.reading.layout.flow, sentence.article
        line = self.lines.of(flow.origin(sentence.start))
        yield one_line(f"{self.reading.document.source}:{line}  story {article.number}, {article.type}")
        if sentence.first:
            yield from (one_line(f"  cut here: {reason}") for reason in article.evidence)
        here = self.marks[bisect_left(self.starts, sentence.start) : bisect_left(self.starts, sentence.end)]
        marks = [Mark(m.start - sentence.start, min(m.end, sentence.end) - sentence.start, m.label) for m in here]
        yield from draw(flow.printed[sentence.start : sentence.end].rstrip("\n"), marks, width=WIDTH)
        if self.segmenter:
            words = self.segmenter.tag(flow.text[sentence.start : sentence.end].strip())
            yield one_line(f"  words ({self.segmenter.name}): " + " ".join(f"{w.text}/{w.tag}" for w in words))


def marks_of(reading: Reading) -> Iterator[Mark]:
    """Yield what was found on a page, and what was found but lost."""
    flow = reading.layout.flow
    facts = {fact.span: fact for fact in reading.facts}
    for place in reading.toponyms:
        yield Mark(place.start, place.end, (place_line(place.value), f"rule {place.rule}"))
    for period in reading.periods:
        yield Mark(period.start, period.end, (period_line(period.value), f"rule {period.rule}"))
    for m in reading.quantities:
        fact = facts.get(flow.locate(m.start, m.end))
        yield Mark(m.start, m.end, (quantity_line(m.value), *fact_lines(fact), f"rule {m.rule}"))
    yield from contests(flow.text, reading.periods)


def contests(text: str, periods: Sequence[Mention[Period]]) -> Iterator[Mark]:
    """Yield the quantities that lost: to a time expression, to another rule, or to set words that hold a numeral."""
    starts = [period.start for period in periods]
    floor = 0
    for start, end in quantities.MATCHER.places(text):
        before = bisect_right(starts, start)
        period = periods[before - 1] if before and periods[before - 1].end > start else None
        if start < floor:
            continue
        ranked = quantities.MATCHER.rivals(text, start, end)
        winner = period.rule if period else ranked[0][0].name if ranked else ""
        if ranked:
            floor = period.end if period else ranked[0][1][1]
        for place, (rule, (begin, close, value)) in enumerate(ranked):
            if value is not None and (place or period):
                lost = f"lost: {quantity_line(value)}"
                yield Mark(begin, close, (lost, f"rule {rule.name}, beaten by {winner}"))
            elif value is None and not place and not period:
                yield Mark(begin, close, ("no quantity: set words, or a name", f"rule {rule.name}"))


def quantity_line(quantity: Quantity) -> str:
    """Return a quantity in one line.

    >>> from decimal import Decimal
    >>> quantity_line(Quantity("money", None, Decimal(10), None, "at_least", "元", "CNY"))
    'money 10… at_least 元 CNY'
    """
    low, high = decimal_text(quantity.low), decimal_text(quantity.high)
    number = decimal_text(quantity.value) if low == high else f"{low or ''}…{high or ''}"
    parts = [
        quantity.kind,
        number,
        quantity.hedge if quantity.hedge != "exact" else None,
        quantity.unit,
        quantity.currency,
    ]
    extra = [f"per {quantity.per}" if quantity.per else None, "implied" if quantity.implied else None]
    return " ".join(part for part in [*parts, *extra] if part)


def period_line(period: Period) -> str:
    """Return a time expression in one line."""
    if not period.since and not period.until:
        return f"time {period.text}"
    return f"time {period.text} = {period.since or ''}…{period.until or ''}"


def place_line(place: Toponym) -> str:
    """Return a place in one line."""
    path = "/".join(place.path) or place.name
    left = f"one of {', '.join(place.candidates)}" if place.candidates else place.code or "no code"
    inside = f", in the name of: {place.in_name}" if place.in_name else ""
    return f"place {path} {left} ({place.level}{inside})"


def fact_lines(fact: NumericFact | None) -> Iterator[str]:
    """Yield what a quantity was linked to, and why."""
    if fact is None:
        yield "no fact: in no story's text, or declined by linking"
        return
    linked = {"subject": fact.subject, "place": fact.place, "code": fact.code, "time": fact.period and fact.period.text}
    yield (
        "  ".join(f"{name} {value}" for name, value in {**linked, "change": fact.change}.items() if value)
        or "no subject, place or time"
    )
    yield f"confidence {fact.confidence}" + "".join(f"; {reason}" for reason in fact.evidence)

"""Marks: where facts, places, names and times stand in each line and paragraph of the page as read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from newscli.model import Article, Flow, Span, Toponym
from newscli.pipeline import Reading

Layer = Literal["fact", "place", "name", "time"]
LAYERS: tuple[Layer, ...] = ("fact", "place", "name", "time")

SIGNED_HEAD = 160
SIGNED_TAIL = 80
"""Names of writers are looked for where bylines stand: at the head of the first and the tail of the last paragraph."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of the flow to be highlighted; ``target`` is the number of the fact or place it belongs to."""

    start: int
    end: int
    layer: Layer
    target: int


class FlowIndex:
    """The way from document offsets to the flow, the counterpart of ``Flow.origin``."""

    def __init__(self, flow: Flow) -> None:
        pieces = sorted(zip(flow.origins, flow.starts, strict=True))
        self.origins = [origin for origin, _ in pieces]
        self.starts = [start for _, start in pieces]

    def offset(self, origin: int) -> int:
        """Return the flow offset of a character of the document."""
        piece = bisect_left(self.origins, origin + 1) - 1
        return self.starts[piece] + origin - self.origins[piece]

    def locate(self, span: Span) -> tuple[int, int]:
        """Return the flow offsets of a non-empty span of the document."""
        return self.offset(span.start), self.offset(span.end - 1) + 1


def find_marks(reading: Reading, places: Mapping[Toponym, int]) -> list[Mark]:
    """Return every mark of a page in flow offsets, sorted, the longer of two that open together first.

    A mark of a place points to its number among the places of the page.
    """
    index = FlowIndex(reading.layout.flow)
    marks = [Mark(*index.locate(fact.span), "fact", n) for n, fact in enumerate(reading.facts)]
    marks += [Mark(*index.locate(m.span), "place", places[m.place]) for m in reading.places]
    marks += [Mark(m.start, m.end, "time", n) for n, m in enumerate(reading.periods)]
    for article in reading.articles:
        marks += name_marks(article, reading.layout.flow)
    return sorted((m for m in marks if m.start < m.end), key=lambda m: (m.start, -m.end, LAYERS.index(m.layer)))


def name_marks(article: Article, flow: Flow) -> Iterator[Mark]:
    """Yield the writers' names where an article is signed."""
    if not article.paragraphs:
        return
    first, last = article.paragraphs[0], article.paragraphs[-1]
    head = first.start, min(first.end, first.start + SIGNED_HEAD)
    tail = max(last.start, last.end - SIGNED_TAIL), last.end
    for number, byline in enumerate(article.bylines):
        for start, end in (head, tail):
            at = flow.printed.find(byline.name, start, end) if byline.name else -1
            if at >= 0:
                yield Mark(at, at + len(byline.name), "name", number)
                break


def clip(marks: list[Mark], start: int, end: int) -> Iterator[Mark]:
    """Return the marks inside a stretch of the flow, cut to it; a mark that opens before it is left out."""
    first, past = (bisect_left(marks, offset, key=lambda m: m.start) for offset in (start, end))
    for mark in islice(marks, first, past):
        yield Mark(mark.start - start, min(mark.end, end) - start, mark.layer, mark.target)

"""Rows: what the commands print, field by field. Field names and their order are public interface."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, count
from operator import add
from types import MappingProxyType
from typing import Any

from newscli.model import PlaceMention
from newscli.pipeline import Reading, join_continuations

Row = dict[str, Any]
NONE_JOINED: Mapping[int, list[Row]] = MappingProxyType({})
LINE_END = re.compile(r"\r\n?|\n")


class Lines:
    """The line on which each character stands: a line ends at CR, LF or both."""

    def __init__(self, text: str) -> None:
        if "\r" in text:
            self.ends = [match.end() for match in LINE_END.finditer(text)]
        else:  # the lengths added up, and a line end for each
            self.ends = list(map(add, accumulate(map(len, text.split("\n"))), count(1)))

    def of(self, offset: int) -> int:
        """Return the line of a document offset, from 1."""
        return bisect_right(self.ends, offset) + 1


def decimal_text(number: Decimal | Fraction | None) -> str | None:
    """Return a number as plain digits, a fraction as it is said: never an exponent, never a float.

    >>> decimal_text(Decimal("2E+3")), decimal_text(Fraction(1, 3))
    ('2000', '1/3')
    """
    if number is None:
        return None
    text = str(number)
    return format(number, "f") if "E" in text else text


def article_rows(reading: Reading, joined: Mapping[int, list[Row]] = NONE_JOINED) -> Iterator[Row]:
    """Yield one row an article, as ``newscli parse`` prints it; ``joined`` says by its number where else it stands."""
    for a in reading.articles:
        head, line = a.headline, a.dateline
        yield {
            "source": reading.document.source,
            "article": a.number,
            "type": a.type,
            "lines": list(a.lines),
            "headline": head.text if head else None,
            "headline_lines": list(head.lines) if head else [],
            "kicker": head.kicker if head else None,
            "deck": head.deck if head else None,
            "section": head.section if head else None,
            "dateline": {"text": line.text, "outlet": line.outlet, "place": line.place, "date": line.date}
            if line
            else None,
            "bylines": [{"name": b.name, "role": b.role, "outlet": b.outlet} for b in a.bylines],
            "continued_from": a.continued_from,
            "continued_to": a.continued_to,
            "paragraphs": [p.text for p in a.paragraphs],
            "repeats": [list(r) for r in a.repeats],
            "joined": joined.get(a.number, []),
        }


def joined_stories(readings: Sequence[Reading]) -> list[Mapping[int, list[Row]]]:
    """Return for each page, by the number of a story, where its beginning or continuation stands on the other pages."""
    found: list[dict[int, list[Row]]] = [defaultdict(list) for _ in readings]
    for joint in join_continuations(readings):
        ends = (
            ("continuation", joint.beginning, joint.continuation),
            ("beginning", joint.continuation, joint.beginning),
        )
        for part, (page, story), (other, there) in ends:
            place = {"source": readings[other].document.source, "article": readings[other].articles[there].number}
            found[page][readings[page].articles[story].number].append({"part": part, **place, "by": joint.reason})
    return list(found)


def fact_rows(reading: Reading) -> Iterator[Row]:
    """Yield one row a numeric fact, as ``newscli facts`` prints it."""
    lines = Lines(reading.document.text)
    headlines = {a.number: a.headline.text if a.headline else None for a in reading.articles}
    for f in reading.facts:
        q = f.quantity
        yield {
            "source": reading.document.source,
            "article": f.article,
            "headline": headlines[f.article],
            "surface": f.surface,
            "start": f.span.start,
            "end": f.span.end,
            "line": lines.of(f.span.start),
            "kind": q.kind,
            "value": decimal_text(q.value),
            "low": decimal_text(q.low),
            "high": decimal_text(q.high),
            "hedge": q.hedge,
            "unit": q.unit,
            "currency": q.currency,
            "per": q.per,
            "subject": f.subject,
            "place": f.place,
            "code": f.code,
            "time": f.period.text if f.period else None,
            "since": f.period.since.isoformat() if f.period and f.period.since else None,
            "until": f.period.until.isoformat() if f.period and f.period.until else None,
            "change": f.change,
            "implied": q.implied,
            "confidence": f.confidence,
            "sentence": f.sentence,
            "rule": f.rule,
        }


def place_rows(reading: Reading) -> Iterator[Row]:
    """Yield one row a place mention, as ``newscli places`` prints it."""
    return mention_rows(reading, reading.places)


def pointing_rows(reading: Reading) -> Iterator[Row]:
    """Yield one row a place mention or reference (全省, 该县, 赴沪), as ``newscli places --references`` prints it."""
    return mention_rows(reading, reading.named_and_pointed)


def mention_rows(reading: Reading, mentions: Sequence[PlaceMention]) -> Iterator[Row]:
    """Yield the rows of some of a document's places."""
    lines = Lines(reading.document.text)
    for m in mentions:
        p = m.place
        yield {
            "source": reading.document.source,
            "article": m.article,
            "surface": m.surface,
            "start": m.span.start,
            "end": m.span.end,
            "line": lines.of(m.span.start),
            "name": p.name,
            "code": p.code,
            "level": p.level,
            "path": "/".join(p.path),
            "in_name": p.in_name,
            "candidates": list(p.candidates),
            "rule": m.rule,
        }


def byline_rows(reading: Reading) -> Iterator[Row]:
    """Yield one row a signature, as ``newscli bylines`` prints it."""
    for a in reading.articles:
        for b in a.bylines:
            yield {
                "source": reading.document.source,
                "article": a.number,
                "headline": a.headline.text if a.headline else None,
                "name": b.name,
                "role": b.role,
                "outlet": b.outlet,
                "unit": b.unit,
            }


def headline_rows(reading: Reading) -> Iterator[Row]:
    """Yield one row a headline, as ``newscli headlines`` prints it."""
    for a in reading.articles:
        if a.headline:
            yield {
                "source": reading.document.source,
                "article": a.number,
                "line": a.lines[0],
                "type": a.type,
                "headline": a.headline.text,
                "headline_lines": list(a.headline.lines),
                "kicker": a.headline.kicker,
                "deck": a.headline.deck,
                "section": a.headline.section,
            }

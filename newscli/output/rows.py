"""Rows: what the commands print, field by field. Field names and their order are public interface."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from sys import maxsize
from types import MappingProxyType
from typing import Any, Final

from newscli.model import PlaceMention, Toponym
from newscli.pipeline import Reading, join_continuations

Row = dict[str, Any]
NONE_JOINED: Final[Mapping[int, list[Row]]] = MappingProxyType({})
LINE_END: Final = re.compile(r"\r\n?|\n")


class Lines:
    """The line on which each character stands: a line ends at CR, LF or both."""

    def __init__(self, text: str) -> None:
        self.ends: list[int] = []
        """Where each line ends, and that the last has no end."""
        self.last = 0
        """How many lines end before the offset asked for last: rows ask in the order of the page."""
        if "\r" in text:
            self.ends += [match.end() for match in LINE_END.finditer(text)]
        else:
            end = 0
            for line in text.split("\n"):
                end += len(line) + 1
                self.ends.append(end)
        self.ends.append(maxsize)

    def of(self, offset: int) -> int:
        """Return the line of a document offset, from 1."""
        ends, at = self.ends, self.last
        if at and offset < ends[at - 1]:
            at = bisect_right(ends, offset)
        while ends[at] <= offset:
            at += 1
        self.last = at
        return at + 1


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
        article, (start, end), surface, q, rule, sentence, subject, place, code, period, change, confidence, _ = f
        kind, value, low, high, hedge, unit, currency, per, implied, _ = q
        number = decimal_text(value)
        yield {
            "source": reading.document.source,
            "article": article,
            "headline": headlines[article],
            "surface": surface,
            "start": start,
            "end": end,
            "line": lines.of(start),
            "kind": kind,
            "value": number,
            "low": number if low is value else decimal_text(low),
            "high": number if high is value else decimal_text(high),
            "hedge": hedge,
            "unit": unit,
            "currency": currency,
            "per": per,
            "subject": subject,
            "place": place,
            "code": code,
            "time": period.text if period else None,
            "since": period.since.isoformat() if period and period.since else None,
            "until": period.until.isoformat() if period and period.until else None,
            "change": change,
            "implied": implied,
            "confidence": confidence,
            "sentence": sentence,
            "rule": rule,
        }


def place_rows(reading: Reading) -> Iterator[Row]:
    """Yield one row a place mention, as ``newscli places`` prints it."""
    return mention_rows(reading, reading.places)


def pointing_rows(reading: Reading) -> Iterator[Row]:
    """Yield one row a place mention or reference (全省, 该县, 赴沪), as ``newscli places --references`` prints it."""
    return mention_rows(reading, reading.named_and_pointed)


def mention_rows(reading: Reading, mentions: Sequence[PlaceMention]) -> Iterator[Row]:
    """Yield the rows of some of a document's places; what a row says of the place itself is written once for each."""
    lines = Lines(reading.document.text)
    known: dict[int, Row] = {}
    for article, (start, end), surface, place, rule in mentions:
        row = known.get(id(place))
        if row is None:
            row = known[id(place)] = row_of_place(reading.document.source, place)
        row = row.copy()
        row["article"] = article
        row["surface"] = surface
        row["start"] = start
        row["end"] = end
        row["line"] = lines.of(start)
        row["rule"] = rule
        yield row


def row_of_place(source: str, place: Toponym) -> Row:
    """Return the row of a place before it is said where it stands."""
    return {
        "source": source,
        "article": None,
        "surface": None,
        "start": None,
        "end": None,
        "line": None,
        "name": place.name,
        "code": place.code,
        "level": place.level,
        "path": "/".join(place.path),
        "in_name": place.in_name,
        "candidates": list(place.candidates),
        "rule": None,
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

"""Rows: what the commands print, field by field. Field names and their order are public interface."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from newscli.pipeline import Reading

Row = dict[str, Any]


def decimal_text(number: Decimal | None) -> str | None:
    """Return a number as plain digits: never an exponent, never a float."""
    return None if number is None else format(number, "f")


def article_rows(reading: Reading) -> Iterator[Row]:
    """Yield one row an article, as ``newscli parse`` prints it."""
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
            "dateline": {"text": line.text, "outlet": line.outlet, "place": line.place, "date": line.date} if line else None,
            "bylines": [{"name": b.name, "role": b.role, "outlet": b.outlet} for b in a.bylines],
            "continued_from": a.continued_from,
            "continued_to": a.continued_to,
            "paragraphs": [p.text for p in a.paragraphs],
            "repeats": [list(r) for r in a.repeats],
        }


def fact_rows(reading: Reading) -> Iterator[Row]:
    """Yield one row a numeric fact, as ``newscli facts`` prints it."""
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
    for m in reading.places:
        p = m.place
        yield {
            "source": reading.document.source,
            "article": m.article,
            "surface": m.surface,
            "start": m.span.start,
            "end": m.span.end,
            "name": p.name,
            "code": p.code,
            "level": p.level,
            "path": "/".join(p.path),
            "in_name": p.in_name,
            "candidates": list(p.candidates),
            "rule": m.rule,
        }

"""From a reading to the values that the report embeds: its stories with marks, its rows, its places, its totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from newscli.extractors.place import gazetteer
from newscli.model import Article, Toponym
from newscli.output.rows import Row, fact_rows
from newscli.pipeline import Reading
from newscli.report.marks import LAYERS, Mark, clip, find_marks
from newscli.report.series import find_series

MarkCells = list[int]


@dataclass(frozen=True, slots=True)
class Page:
    """One document of the report, in plain values."""

    text: dict[str, Any]
    """What the left side shows: stories with their marks, and the places that marks point to."""
    rows: tuple[Row, ...]
    """The rows of ``newscli facts``, each with the ``path`` of its place added."""
    series: list[list[int]]
    summary: dict[str, Any]
    """What the index of many pages shows."""


def read_page(reading: Reading) -> Page:
    """Return everything that the report says of one document."""
    rows = tuple(located_rows(reading))
    return Page(text_of(reading), rows, find_series(reading.facts), summary_of(reading, rows))


def located_rows(reading: Reading) -> Iterator[Row]:
    """Yield the rows of ``newscli facts`` with the path of the place behind its code."""
    for row in fact_rows(reading):
        cells = list(row.items())
        after = list(row).index("code") + 1
        yield dict([*cells[:after], ("path", path_of(row["code"], row["place"])), *cells[after:]])


def path_of(code: str | None, name: str | None) -> str | None:
    """Return the names from the province down to a place; what is no division of China stands for itself.

    A name that the division of the code does not bear is that of something inside it.

    >>> path_of("330702", "婺城区"), path_of("330700", "金华开发区"), path_of("US", "美国")
    ('浙江省/金华市/婺城区', '浙江省/金华市/金华开发区', '美国')
    """
    if not code or not is_division(code):
        return name
    names = gazetteer().path(code)
    bearers = {identity.partition("~")[0] for identity in gazetteer().ids(name or "")}
    return "/".join(names if not name or name in names or code in bearers else (*names, name))


def is_division(code: str | None) -> bool:
    """Tell a division of China (GB/T 2260, digits) from a country (ISO 3166, letters) and from nothing."""
    return bool(code) and str(code).isdecimal()


def text_of(reading: Reading) -> dict[str, Any]:
    """Return the page as read, story by story."""
    document, places = reading.layout.document, toponyms_of(reading)
    marks = find_marks(reading, places)
    return {
        "source": document.source,
        "paper": document.paper,
        "date": document.date.isoformat() if document.date else None,
        "stories": [story_of(article, reading, marks) for article in reading.articles],
        "places": [[p.name, "/".join(p.path), p.code, p.in_name] for p in places],
    }


def toponyms_of(reading: Reading) -> dict[Toponym, int]:
    """Return the places of a page, each once, with their numbers."""
    return {place: number for number, place in enumerate(dict.fromkeys(m.place for m in reading.places))}


def story_of(article: Article, reading: Reading, marks: list[Mark]) -> dict[str, Any]:
    """Return one article with its headline block and paragraphs as marked text."""
    return {
        "number": article.number,
        "type": article.type,
        "lines": list(article.lines),
        "headline": list(headline_of(article, reading, marks)),
        "dateline": article.dateline.text if article.dateline else None,
        "bylines": [[b.role, b.name] for b in article.bylines],
        "from": article.continued_from,
        "to": article.continued_to,
        "paragraphs": [marked_text(reading, marks, p.start, p.end) for p in article.paragraphs],
    }


def headline_of(article: Article, reading: Reading, marks: list[Mark]) -> Iterator[list[Any]]:
    """Yield the lines of the headline block as role and marked text."""
    head = article.headline
    roles = {} if head is None else {head.kicker: "kicker", head.deck: "deck", head.section: "section"}
    start = article.start
    for line in reading.layout.flow.printed[article.start : article.headline_end].split("\n"):
        if line.strip():
            yield [roles.get(line.strip(), "main"), *marked_text(reading, marks, start, start + len(line))]
        start += len(line) + 1


def marked_text(reading: Reading, marks: list[Mark], start: int, end: int) -> tuple[str, list[MarkCells]]:
    """Return a stretch of the flow as printed, with its marks as start, end, layer and target."""
    cells = [[m.start, m.end, LAYERS.index(m.layer), m.target] for m in clip(marks, start, end)]
    return reading.layout.flow.printed[start:end].rstrip("\n"), cells


def summary_of(reading: Reading, rows: tuple[Row, ...]) -> dict[str, Any]:
    """Return a page's totals and its first headline."""
    document = reading.layout.document
    headlines = (a.headline.text for a in reading.articles if a.headline)
    return {
        "source": document.source,
        "title": document.title or next(headlines, None),
        "date": document.date.isoformat() if document.date else None,
        "stories": len(reading.articles),
        "facts": len(rows),
        "places": len(reading.places),
        "kinds": dict(Counter(row["kind"] for row in rows)),
    }

"""Places where they stand in the document: what the pipeline hands out."""

from __future__ import annotations

from collections.abc import Sequence

from newscli.model import Layout, Mention, PlaceMention, Toponym, make_place_mention


def place_mentions(layout: Layout, toponyms: Sequence[Mention[Toponym]]) -> tuple[PlaceMention, ...]:
    """Return the places that stand in an article, with its number and their spans in the document, in the order of the page."""
    text, locate = layout.document.text, layout.flow.locate
    found = []
    articles = iter(layout.articles)
    article = next(articles, None)
    for start, end, place, rule in toponyms:
        while article is not None and article.end <= start:
            article = next(articles, None)
        if article is None:
            break
        if article.start <= start:
            span = locate(start, end)
            found.append(make_place_mention((article.number, span, text[span[0] : span[1]], place, rule)))
    return tuple(found)

"""Places where they stand in the document: what the pipeline hands out."""

from __future__ import annotations

from collections.abc import Sequence

from newscli.model import Layout, Mention, PlaceMention, Toponym, make_place_mention
from newscli.rules.locate import WayBack


def place_mentions(layout: Layout, toponyms: Sequence[Mention[Toponym]]) -> tuple[PlaceMention, ...]:
    """Return the places that stand in an article, with its number and their spans in the document, in the order of the page."""
    text, way_back = layout.document.text, WayBack(layout.flow)
    found: list[PlaceMention] = []
    at = 0
    for article in layout.articles:
        number, first, last = article.number, article.start, article.end
        while at < len(toponyms):
            start, end, place, rule = toponyms[at]
            if start >= last:
                break
            at += 1
            if start >= first:
                span = way_back.locate(start, end)
                found.append(make_place_mention((number, span, text[span[0] : span[1]], place, rule)))
    return tuple(found)

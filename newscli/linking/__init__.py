"""Linking: a quantity, its subject, place and period become a numeric fact."""

from __future__ import annotations

from collections.abc import Sequence

from newscli.model import Layout, Mention, NumericFact, Period, Quantity, Toponym


def link(
    layout: Layout,
    quantities: Sequence[Mention[Quantity]],
    periods: Sequence[Mention[Period]],
    places: Sequence[Mention[Toponym]],
) -> tuple[NumericFact, ...]:
    """Return the numeric facts of a page, in order."""
    del periods, places
    facts = []
    for article in layout.articles:
        for m in quantities:
            if article.start <= m.start < article.end:
                span = layout.flow.locate(m.start, m.end)
                surface = layout.document.text[span.start : span.end]
                facts.append(NumericFact(article.number, span, surface, m.value, m.rule, sentence=surface))
    return tuple(facts)

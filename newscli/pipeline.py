"""The stages, in order, on one screen. Each runs once, and only when something asks for what it gives."""

from __future__ import annotations

from functools import cached_property

from newscli.extractors.period import find_periods
from newscli.extractors.place import find_places
from newscli.extractors.quantity import find_quantities
from newscli.linking import link
from newscli.model import Article, Document, Layout, Mention, NumericFact, Period, PlaceMention, Quantity, Toponym
from newscli.page import lay_out


class Reading:
    """A document as read: its articles, places and numeric facts, each found on first use."""

    def __init__(self, document: Document, *, home: str | None = None) -> None:
        self.document = document
        self.home = home

    @cached_property
    def layout(self) -> Layout:
        """The page cut into articles, and the flow that the extractors read."""
        return lay_out(self.document)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles in the order of the page."""
        return self.layout.articles

    @cached_property
    def periods(self) -> list[Mention[Period]]:
        """Time expressions, in flow offsets."""
        return find_periods(self.layout.flow.text, self.document.date)

    @cached_property
    def quantities(self) -> list[Mention[Quantity]]:
        """Quantities, in flow offsets; what a time expression claims is not read again."""
        return find_quantities(self.layout.flow.text, [(m.start, m.end) for m in self.periods])

    @cached_property
    def toponyms(self) -> list[Mention[Toponym]]:
        """Place names resolved, in flow offsets."""
        return find_places(self.layout, home=self.home)

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """Place names where they stand in the document."""
        document, flow = self.document, self.layout.flow
        found = []
        for article in self.articles:
            for mention in self.toponyms:
                if article.start <= mention.start < article.end:
                    span = flow.locate(mention.start, mention.end)
                    surface = document.text[span.start : span.end]
                    found.append(PlaceMention(article.number, span, surface, mention.value, mention.rule))
        return tuple(found)

    @cached_property
    def facts(self) -> tuple[NumericFact, ...]:
        """Numeric facts, in the order of the page."""
        return link(self.layout, self.quantities, self.periods, self.toponyms)

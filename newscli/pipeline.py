"""The stages, in order, on one screen. Each runs once, and only when something asks for what it gives."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from newscli.extractors.period import find_periods
from newscli.extractors.place import find_places
from newscli.extractors.place.mentions import place_mentions
from newscli.extractors.quantity import find_quantities
from newscli.linking.link import link
from newscli.model import Article, Document, Layout, Mention, NumericFact, Period, PlaceMention, Quantity, Toponym
from newscli.page import Joint, join_layouts, lay_out


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
        return find_periods(self.layout.flow.text, self.layout.document.date)

    @cached_property
    def quantities(self) -> list[Mention[Quantity]]:
        """Quantities, in flow offsets; what a time expression claims is not read again."""
        return find_quantities(self.layout.flow.text, [(m.start, m.end) for m in self.periods])

    @cached_property
    def toponyms(self) -> list[Mention[Toponym]]:
        """Place names resolved, in flow offsets."""
        return find_places(self.layout, home=self.home)

    @cached_property
    def named_and_pointed(self) -> tuple[PlaceMention, ...]:
        """Place names and what points to places (全省, 该县, 赴沪), where they stand in the document."""
        return place_mentions(self.layout, self.toponyms)

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """Place names where they stand in the document; :attr:`references` are apart."""
        return tuple([place for place in self.named_and_pointed if not place.rule.startswith("reference.")])

    @cached_property
    def references(self) -> tuple[PlaceMention, ...]:
        """What points to a place without naming it: 全省, 该县, 我国, 赴沪, 浙商."""
        return tuple(place for place in self.named_and_pointed if place.rule.startswith("reference."))

    @cached_property
    def facts(self) -> tuple[NumericFact, ...]:
        """Numeric facts, in the order of the page."""
        return link(self.layout, self.quantities, self.periods, self.toponyms)


def join_continuations(pages: Sequence[Reading]) -> tuple[Joint, ...]:
    r"""Return which continuation (上接第一版) belongs to which story, over the pages of one issue.

    A joint names both by the place of their page in ``pages`` and of the story among its ``articles``.

    >>> first = Reading(Document("1", "大桥合龙\n本报讯(记者 李明)大桥昨天合龙。(下转第二版)"))
    >>> second = Reading(Document("2", "第2版 要闻\n大桥合龙\n(上接第一版)桥长2600米。"))
    >>> [(joint.beginning, joint.continuation, joint.reason) for joint in join_continuations([first, second])]
    [((0, 0), (1, 0), 'headline')]
    """
    return join_layouts([page.layout for page in pages])

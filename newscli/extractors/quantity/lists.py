"""What neighbours lend each other: the rate of a first level (由每吨800元降到500元), the hedge of a list (分别不低于30%、60%)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from newscli.model import Hedge, Mention, Quantity

LEVELS = re.compile(r"[^,。;:!?\n]{0,5}[到至为成]|[、和与或及]|不等,")
ITEMS = re.compile(r"[、和与及,]")
NEAR = 9
"""How far apart two levels may stand."""
DISTANCE = 14
"""How far before the first of a list 分别 may stand."""


def lend(text: str, mentions: list[Mention[Quantity]]) -> list[Mention[Quantity]]:
    """Return the mentions, each with what its left neighbour lends it."""
    return list(lent(text, mentions)) if len(mentions) > 1 else mentions


def lent(text: str, mentions: list[Mention[Quantity]]) -> Iterator[Mention[Quantity]]:
    """Yield the mentions in turn; what one is lent it lends on."""
    last = mentions[0]
    yield last
    for mention in mentions[1:]:
        a, b = last.value, mention.value
        alike = a.unit == b.unit and a.kind == b.kind and a.currency == b.currency
        close = alike and mention.start - last.end <= NEAR
        last = replace(mention, value=borrowed(text, last, mention)) if close else mention
        yield last


def borrowed(text: str, first: Mention[Quantity], second: Mention[Quantity]) -> Quantity:
    """Return the second quantity with the rate and the hedge of the first, where the words between lend them."""
    value = second.value
    gap = text[first.end : second.start]
    if first.value.per and not value.per and LEVELS.fullmatch(gap):
        value = replace(value, per=first.value.per)
    dealt_out = "分别" in text[max(0, first.start - DISTANCE) : first.start]
    if dealt_out and first.value.hedge in LENT and value.hedge == "exact" and ITEMS.fullmatch(gap):
        value = under(value, first.value.hedge)
    return value


LENT: frozenset[Hedge] = frozenset(("at_least", "at_most", "over", "under", "nearly", "about"))


def under(value: Quantity, hedge: Hedge) -> Quantity:
    """Return an exact quantity under a hedge."""
    low = None if hedge in ("nearly", "under", "at_most") else value.value
    high = None if hedge in ("over", "at_least") else value.value
    return replace(value, low=low, high=high, hedge=hedge)

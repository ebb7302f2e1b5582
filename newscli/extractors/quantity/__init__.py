"""Quantities (数量): numbers with unit, bounds and hedges; ranks, ratios and rates."""

from __future__ import annotations

from collections.abc import Sequence

from newscli.extractors.quantity.lists import lend
from newscli.extractors.quantity.rules import MATCHER
from newscli.model import Mention, Quantity, make_mention


def find_quantities(text: str, taken: Sequence[tuple[int, int]] = ()) -> list[Mention[Quantity]]:
    """Return the quantities of a flow text, in text order; spans already taken (dates, clock times) are not read.

    >>> [m.value.value for m in find_quantities("收集问题63个,解决61个")]
    [Decimal('63'), Decimal('61')]
    """
    return lend(text, list(map(make_mention, MATCHER.find(text, taken))))


def reading(quantity: Quantity) -> str:
    """Return a quantity as one line: kind, number with its bounds, unit, currency, denominator, hedge."""
    q = quantity
    bounds = {"exact": f"{q.value}", "about": f"~{q.value}"}.get(q.hedge)
    if bounds is None:
        bounds = f"{'' if q.low is None else q.low}..{'' if q.high is None else q.high}"
    parts = [q.kind, bounds, q.unit, q.currency, q.per and f"/{q.per}"]
    parts.append(q.hedge if q.hedge not in ("exact", "about") else None)
    parts.extend(flag for flag, on in (("implied", q.implied), ("weak", q.weak)) if on)
    return " ".join(part for part in parts if part)

"""Rates in front of a number, as far as its kind takes them."""

from __future__ import annotations

from newscli.extractors.quantity import context
from newscli.model import QuantityKind

SHARES = frozenset(("percent", "percentage_point", "ratio"))
TIMES = frozenset("年月日周季")
"""A share grows by the year (年均增长22%); 人均收入增长8% is no share a head, 年利率3% no rate."""


def rate(text: str, begin: int, per: str | None, kind: QuantityKind) -> tuple[str | None, int]:
    """Return the denominator and the new beginning, when rate words stand before the number."""
    before, first, gap = context.per_before(text, begin)
    if before is None or (kind in SHARES and not (before in TIMES and context.is_stated(text, begin, gap))):
        return per, begin
    return (f"{before}/{per}" if per else before), first

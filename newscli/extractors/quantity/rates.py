"""Rates on both sides of a number, as far as its kind takes them."""

from __future__ import annotations

import re
from typing import Final

from newscli.extractors.quantity.lexicon import units
from newscli.extractors.quantity.rate_grammar import EACH, grammar
from newscli.extractors.quantity.rate_words import rate_before
from newscli.model import QuantityKind

U: Final = units()
SHARES: Final = frozenset(("percent", "percentage_point", "ratio"))
TIMES: Final = frozenset("年月日周季")
"""A share grows by the year (年均增长22%); 人均收入增长8% is no share a head, 年利率3% no rate."""


def rate(text: str, begin: int, per: str | None, kind: QuantityKind) -> tuple[str | None, int]:
    """Return the denominator and the new beginning, when rate words stand before the number."""
    before, first, gap = rate_before(text, begin, kind)
    if before is None or (kind in SHARES and not (before in TIMES and is_stated(text, begin, gap))):
        return per, begin
    return (f"{before}/{per}" if per else before), first


SHARE_GAP: Final = 12
"""How far 每年 or 年均 may stand before a share: 每年将拉动世界经济增长0.1%."""
GROWS: Final = re.compile("(?:递增|递减|增长|增|下降|减少)(?:约|达|了|近|超)?")
"""Verbs that make a share a yearly one: 以年递增8%的速度."""


def is_stated(text: str, begin: int, gap: int) -> bool:
    """Whether 每年, 年均 or 年递增 stands so far before a share: not merely 年 of 年利率."""
    if gap > SHARE_GAP:
        return False
    at = begin - gap
    return text[at - 1] == "均" or text[at - 2] == EACH or GROWS.fullmatch(text, at, begin) is not None


PER_AFTER: Final = re.compile(r"(?:[/·]|每(?=[^\W\d_]))(?P<unit>(?:[^\W\d_]|[㎡㎥]){1,5})")
PRICE: Final = re.compile(r"一(?P<unit>[^\W\d_]{1,3}?)(?=左右|上下|[,。;!?、的)”\n ]|$)")


def price_unit(text: str, end: int) -> tuple[str | None, int]:
    """Return the denominator that follows a sum without 每 (9元一市斤的瘦肉, 15元一位), and where it ends."""
    match = PRICE.match(text, end)
    unit = U.units.get(match["unit"]) if match else None
    return (
        (unit.prints, match.end()) if match and unit and unit.kind in ("measure", "count", "duration") else (None, end)
    )


def per_after(text: str, end: int) -> tuple[str | None, int]:
    """Return the denominator behind a unit (5000元/亩, 50米每秒, 30元/人/天), and where it ends."""
    parts: list[str] = []
    nouns = grammar().nouns
    while (match := PER_AFTER.match(text, end)) is not None:
        word = next(
            (
                match["unit"][:n]
                for n in range(len(match["unit"]), 0, -1)
                if match["unit"][:n] in U.units or match["unit"][:n] in nouns
            ),
            None,
        )
        if word is None:
            break
        parts.append(word)
        end = match.start("unit") + len(word)
    return ("/".join(parts) or None), end

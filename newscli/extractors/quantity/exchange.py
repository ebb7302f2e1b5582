"""Rates of exchange (汇率): 15000盾兑1美元, 1欧元兑换1.08美元 state one price, per unit of the other currency."""

from __future__ import annotations

import re
from typing import Final

from newscli.extractors.quantity.lexicon import Unit
from newscli.extractors.quantity.numerals import numeral_end
from newscli.extractors.quantity.rate_words import as_written
from newscli.extractors.quantity.reader import Measured, read_measured, read_unit

AGAINST: Final = re.compile("可?兑换?|对|比|换")
EQUALS: Final = re.compile("(?:大?约|可|已)?(?:兑换?|折合|等于|相当于|换|对|合|兑成)(?:成|到|约|大约|人民币|了)*")
ONES: Final = frozenset(("1", "一", "10", "100", "1000", "百", "一百"))
"""Amounts of the currency that is priced: 1美元, 100日元."""


def priced_in(text: str, end: int, unit: Unit) -> tuple[str, int] | None:
    """Return the denominator behind a sum and its end: 兑1美元 of 15000盾兑1美元."""
    link = AGAINST.match(text, end)
    if link is None:
        return None
    start = link.end()
    at = numeral_end(text, start)
    found = read_unit(text, at, "1") if text[start:at] in ONES else None
    if found is None or found[0].kind != "money" or found[0].currency == unit.currency:
        return None
    return as_written(text[start:at]) + found[0].prints, found[1]


def price_of(text: str, one: Measured) -> tuple[int, Measured, str] | None:
    """Return where the price of one unit of a currency begins, the price, and its denominator: 1美元兑换7.2元."""
    if one.unit is None or one.unit.kind != "money" or one.digits not in ONES:
        return None
    link = EQUALS.match(text, one.end)
    if link is None:
        return None
    end = numeral_end(text, link.end())
    price = read_measured(text, link.end(), end) if end > link.end() else None
    if price is None or price.unit is None or price.unit.kind != "money" or price.unit.currency == one.unit.currency:
        return None
    return link.end(), price, as_written(one.digits) + one.unit.prints

"""Compounds: a smaller unit behind a larger one, summed (2小时30分钟, 14分40秒86, 18米90, 3元5角)."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from newscli.extractors.quantity.lexicon import Unit, units, words
from newscli.extractors.quantity.numerals import (
    DIGITS,
    FIGURES,
    Amount,
    exactly,
    numeral_end,
    read_numeral,
    strip,
)

U: Final = units()
W: Final = words()


class Compound(NamedTuple):
    """What 14分40秒86 comes to: its end, its amount in the unit of the whole, that unit."""

    end: int
    amount: Amount
    unit: Unit


def compound(text: str, at: int, amount: Amount, letter_before: str) -> Compound | None:
    """Return the sum when a smaller unit follows a larger one: 2小时30分钟, 10秒23, 18米90, 3元5角."""
    if text[at] == ZERO:
        at += 1
    for step in W.compound.get(letter_before, ()):
        match = COMPOUND.match(text, at)
        end = match.end() if match else numeral_end(text, at)
        if not step.second and match is None and not all(c in DIGITS and DIGITS[c] for c in text[at:end]):
            return None
        if end == at or amount.value is None or end - at > 3:
            return None
        number = read_numeral(text[at:end])
        if number is None:
            return None
        if step.second and not text.startswith(step.second, end):
            continue
        part_end = end
        end += len(step.second)
        if not step.second and (text[end] in U.lengths or text[end] in CALENDAR):
            continue
        part = exact_product(number, step.factor) if step.second else decimal(text[at:part_end])
        if part is None:
            return None
        total = exactly(strip(amount.value * step.times + part))
        unit = replace(U.units[step.unit], prints=MINUTES) if step.second == MINUTES else U.units[step.unit]
        deeper = compound(text, end, total, step.second[-1:]) if step.second else None
        return deeper or Compound(end, total, unit)
    return None


def decimal(digits: str) -> Decimal:
    """Return the decimal that an unnamed second part is: 90 of 18米90, 四 of 一米四."""
    return Decimal("0." + "".join(c if c.isascii() else str(DIGITS[c]) for c in digits))


def exact_product(number: Decimal, factor: Fraction) -> Decimal | None:
    """Return a number times a fraction where decimals can hold it: six months are 0.5 years, two are none."""
    product = number * factor.numerator / factor.denominator
    return product if product * factor.denominator == number * factor.numerator else None


MINUTES: Final = "分"
"""Behind hours the minutes are printed as written: 1小时14分 is 74分."""
ZERO: Final = "零"
"""Joins the parts of a sum: 一年零三个月."""
CALENDAR: Final = frozenset("月日号年时点分比多余")
"""Letters that begin a date behind an amount: 3块5月份 is no 3块5."""
COMPOUND_FIRSTS: Final = frozenset(FIGURES + "一二三四五六七八九十两零")
COMPOUND: Final = re.compile(r"(?P<digits>[0-9]{1,2})(?![0-9.])")

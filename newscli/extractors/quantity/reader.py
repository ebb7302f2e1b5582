"""From a numeral outwards: its unit, the hedges on both sides, a currency in front, a second number of a range."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from newscli.extractors.quantity.lexicon import Unit, units, words
from newscli.extractors.quantity.numerals import (
    AROUND,
    HALF,
    HAN_DIGITS,
    LARGE,
    Amount,
    exactly,
    letter,
    numeral_end,
    read_amount,
    read_numeral,
    strip,
)
from newscli.model import Hedge

U, W = units(), words()
JOINT = re.compile(r"--?|[—–―~～至到〜]{1,2}")
SPACE = " "
ORDINAL_TWO = "二"
"""Before a classifier 二 numbers a member of a row (二层, 二队), where 两 counts."""
BARE_ONLY = frozenset("过破上")
"""Hedges in front of large numbers alone: 过百, 破亿, 上千; before others they end a verb (通过3项, 碰上2次)."""
GRAND = frozenset("百千万亿")


class Measured(NamedTuple):
    """A numeral with its unit: where it ends, what it states."""

    end: int
    amount: Amount
    unit: Unit | None
    digits: str
    """The numeral as written."""


def read_unit(text: str, at: int, numeral: str) -> tuple[Unit, int] | None:
    """Return the unit that begins at a place and its end, if the numeral may carry it."""
    for size in U.lengths.get(letter(text, at), ()):
        unit = U.units.get(text[at : at + size])
        end = at + size
        if unit is None or end > len(text):
            continue
        if (unit.blocked and letter(text, end) in unit.blocked and end < len(text)) or unfit(unit, numeral):
            continue
        if text[end - 1].isascii() and letter(text, end).isascii() and letter(text, end).isalnum():
            continue
        return unit, end
    return None


def hedged_unit(text: str, start: int, at: int) -> tuple[Unit, int] | None:
    """Return the one-letter unit that a hedge in front sets free: 近七成为老人 is seven tenths, no 成为."""
    unit = U.units.get(letter(text, at))
    if unit is None or not unit.blocked or unit.shy or before_hedge(text, start)[0] is None:
        return None
    return unit, at + 1


def unfit(unit: Unit, numeral: str) -> bool:
    """Whether a numeral is none that this unit follows: 一起, 三分, 二十届."""
    if numeral[0] in "0123456789":
        return unit.shy == "letters"
    if numeral == ORDINAL_TWO and unit.kind == "count" and unit.prints != "人":
        return True
    if unit.shy == "digits":
        return not any(c in "几数余多" for c in numeral)
    if unit.shy == "adverb":
        return numeral == "一"
    return unit.shy == "lone" and len(numeral) == 1 and numeral not in "几两"


def after_hedge(text: str, at: int) -> tuple[Hedge | None, int]:
    """Return the hedge that stands behind a unit (以上, 左右, 多) and where it ends."""
    for size in W.after_lengths.get(letter(text, at), ()):
        word = text[at : at + size]
        if word in W.after and at + size <= len(text) and letter(text, at + size) not in W.after_guard.get(word, ""):
            return W.after[word], at + size
    return None, at


def before_hedge(text: str, at: int) -> tuple[Hedge | None, int]:
    """Return the hedge that stands in front of a number (近, 不超过) and where it begins."""
    for size in W.before_endings.get(letter(text, at - 1), ()):
        word = text[at - size : at] if at >= size else ""
        if word in BARE_ONLY and not is_grand(text, at):
            continue
        if word in W.before and letter(text, at - size - 1) not in W.guard.get(word, ""):
            return W.before[word], at - size
    return None, at


def is_grand(text: str, at: int) -> bool:
    """Whether the number at a place is large enough for 过 and 破 to be hedges: 过百, 破1.2万列, 过八成."""
    end = numeral_end(text, at)
    return any(c in GRAND for c in text[at:end]) or letter(text, end) in "成%"


def before_currency(text: str, at: int) -> tuple[str | None, int]:
    """Return the currency that stands in front of a number (人民币, $) and where it begins."""
    for size in W.currency_endings.get(letter(text, at - 1), ()):
        word = text[at - size : at] if at >= size else ""
        if word in W.currency:
            return W.currency[word], at - size
    return None, at


def bounded(amount: Amount, hedge: Hedge | None) -> Amount:
    """Return an amount under a hedge; one that is vague in itself (数千万) keeps its own bounds."""
    if hedge is None or amount.value is None:
        return amount
    value = amount.value
    if amount.hedge == "over" and hedge in ("about", "over", "nearly"):
        return amount
    if hedge in ("over", "at_least"):
        return Amount(value, value, None, hedge)
    if hedge in ("nearly", "under", "at_most"):
        return Amount(value, None, value, hedge)
    return Amount(value, value, value, hedge)


def scaled(amount: Amount, factor: int | Decimal) -> Amount:
    """Return an amount times a factor (三成 is 30 %)."""
    value, low, high = (None if n is None else strip(n * factor) for n in amount[:3])
    return Amount(value, low, high, amount.hedge)


def read_measured(text: str, start: int, end: int) -> Measured | None:
    """Return a numeral together with its unit; a unit may be absent, and 两年半 or 个多月 are read whole."""
    numeral = text[start:end]
    if end - start > 1 and text[end - 1] in PREFIXES and lends_letter(text, start, end):
        end -= 1
        numeral = text[start:end]
    amount = read_amount(numeral)
    if amount is None:
        return None
    at = end
    if letter(text, at) == SPACE and numeral[-1] in "0123456789万亿":
        at += 1
    found = read_unit(text, at, numeral) or hedged_unit(text, start, at)
    if found is None and numeral[-1] in AROUND:
        return read_measured(text, start, end - 1)
    if found is None or (letter(text, at) == "个" and letter(text, at + 1) in "多半来余"):
        found, amount, end = inserted(text, at, amount, found, end)
        if found is None:
            return Measured(end, amount, None, numeral)
    unit, at = found
    if (at < len(text) and text[at] in COMPOUND_FIRSTS) and (whole := compound(text, at, amount, text[found[1] - 1])):
        return Measured(whole.end, whole.amount, whole.unit, numeral)
    if unit.scale != 1:
        amount = scaled(amount, unit.scale)
    if (
        letter(text, at) == HALF
        and letter(text, at + 1) not in "年月天期数径场导程价山岛球"
        and amount.value is not None
    ):
        amount, at = exact_sum(amount, Decimal(unit.scale) / 2), at + 1
    return Measured(at, amount, unit, numeral)


PREFIXES = frozenset("千百兆")
"""Magnitudes that may also begin a unit: 38千瓦, 30万千瓦时, 1000百帕."""


def lends_letter(text: str, start: int, end: int) -> bool:
    """Whether the last letter of a numeral belongs to the unit behind it; 两千米 is two thousand metres all the same."""
    found = read_unit(text, end - 1, text[start : end - 1])
    if found is None or found[1] <= end:
        return False
    return text[start] in "0123456789" or text[end - 2] in LARGE or text[end - 1 : found[1]] not in ("千米", "千克")


class Compound(NamedTuple):
    """What 14分40秒86 comes to: its end, its amount in the unit of the whole, that unit."""

    end: int
    amount: Amount
    unit: Unit


def compound(text: str, at: int, amount: Amount, letter_before: str) -> Compound | None:
    """Return the sum when a smaller unit follows a larger one: 2小时30分钟, 10秒23, 18米90, 3元5角."""
    for step in W.compound.get(letter_before, ()):
        match = COMPOUND.match(text, at)
        end = match.end() if match else numeral_end(text, at) if step.second else at
        if end == at or amount.value is None or end - at > 3:
            return None
        number = read_numeral(text[at:end])
        if number is None:
            return None
        if step.second and not text.startswith(step.second, end):
            continue
        part_end = end
        end += len(step.second)
        if not step.second and (letter(text, end).isalnum() and letter(text, end) in U.lengths):
            continue
        part = exact_product(number, step.factor) if step.second else Decimal(f"0.{text[at:part_end]}")
        if part is None:
            return None
        total = exactly(strip(amount.value * step.times + part))
        unit = U.units[step.unit]
        deeper = compound(text, end, total, step.second[-1:]) if step.second else None
        return deeper or Compound(end, total, unit)
    return None


def exact_product(number: Decimal, factor: Fraction) -> Decimal | None:
    """Return a number times a fraction where decimals can hold it: six months are 0.5 years, two are none."""
    product = number * factor.numerator / factor.denominator
    return product if product * factor.denominator == number * factor.numerator else None


COMPOUND_FIRSTS = frozenset("0123456789一二三四五六七八九十两")
COMPOUND = re.compile(r"(?P<digits>[0-9]{1,2})(?![0-9.])")


def exact_sum(amount: Amount, more: Decimal) -> Amount:
    """Return an amount and a half more: 两年半, 六成半."""
    value, low, high = (None if n is None else strip(n + more) for n in amount[:3])
    return Amount(value, low, high, amount.hedge)


def inserted(
    text: str, at: int, amount: Amount, plain: tuple[Unit, int] | None, end: int
) -> tuple[tuple[Unit, int] | None, Amount, int]:
    """Return unit and amount of 三个多月, 一个半小时: 多 or 半 stands inside the unit."""
    inner = letter(text, at + 1)
    if letter(text, at) == "个" and inner in "多半来余":
        for size in range(4, 0, -1):
            unit = U.units.get("个" + text[at + 2 : at + 2 + size]) or U.units.get(text[at + 2 : at + 2 + size])
            if unit is not None and unit.kind in ("duration", "percentage_point"):
                if inner == HALF:
                    amount = exact_sum(amount, Decimal("0.5"))
                else:
                    amount = bounded(amount, "about" if inner in AROUND else "over")
                return (unit, at + 2 + size), amount, end
    return plain, amount, end


def magnitude(numeral: str) -> str:
    """Return the large magnitudes that end a numeral: 万 of 50万, 万亿 of 2万亿."""
    return numeral[len(numeral.rstrip("".join(LARGE))) :]


class Ranged(NamedTuple):
    """Two numerals joined, or one: where it ends and what it states."""

    end: int
    amount: Amount
    unit: Unit | None
    digits: str
    is_range: bool


def read_range(text: str, first: Measured, start: int) -> Ranged:
    """Return a range when a second number follows (30至50万元, 3个月至6个月), else the first number alone."""
    alone = Ranged(first.end, first.amount, first.unit, first.digits, is_range=False)
    match = JOINT.match(text, first.end)
    if match is None or (first.amount.low is None and first.amount.high is None):
        return alone
    end = numeral_end(text, match.end())
    second = read_measured(text, match.end(), end) if end > match.end() else None
    if second is None or second.unit is None:
        return alone
    if first.unit is not None and first.unit.prints != second.unit.prints:
        return alone
    if match[0][0] in "至到" and first.unit is not None and first.unit.kind != "duration" and change_verb(text, start):
        return alone
    low, high = first.amount, second.amount
    bottom = low.value if low.value is not None else low.low
    top = high.value if high.value is not None else high.high
    if bottom is None or top is None:
        return alone
    bottom = shared(bottom, first, second)
    bottom, top = min(bottom, top), max(bottom, top)
    return Ranged(second.end, Amount(None, bottom, top, "range"), second.unit, first.digits, is_range=True)


def shared(bottom: Decimal, first: Measured, second: Measured) -> Decimal:
    """Return the lower bound with the magnitude or scale that only the upper one states: 30至50万元, 三至五成."""
    letters = magnitude(second.digits)
    if letters and not magnitude(first.digits) and second.amount.value is not None:
        amount = read_amount("一" + letters)
        if amount and amount.value and bottom * amount.value < second.amount.value:
            bottom = strip(bottom * amount.value)
    if first.unit is None and second.unit is not None and second.unit.scale != 1:
        bottom = strip(bottom * second.unit.scale)
    return bottom


def change_verb(text: str, start: int) -> bool:
    """Whether 从 or 由 stands in front: 从40%到50% is a change between two levels, no range."""
    return text[max(0, start - 1) : start] in ("从", "由", "自")


def is_lone_magnitude(numeral: str) -> bool:
    """Whether a numeral is one magnitude alone (百家, 万人): a number only under a hedge."""
    return len(numeral) == 1 and numeral in "百千万亿"


def is_single_digit(numeral: str) -> bool:
    """Whether a numeral is one Chinese digit, the kind that words are made of."""
    return len(numeral) == 1 and numeral in HAN_DIGITS + "十几半"

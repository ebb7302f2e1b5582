"""From a numeral outwards: its unit, the hedges on both sides, a currency in front, a second number of a range."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from newscli.extractors.quantity.beside import before_hedge, bounded
from newscli.extractors.quantity.compound import COMPOUND_FIRSTS, compound
from newscli.extractors.quantity.lexicon import Unit, units, words
from newscli.extractors.quantity.numerals import (
    AROUND,
    DIGITS,
    FIGURES,
    HALF,
    LARGE,
    NUMERAL_LETTERS,
    Amount,
    exactly,
    numeral_end,
    read_amount,
    strip,
)

U: Final = units()
W: Final = words()
UNITS: Final = U.units
LENGTHS: Final = U.lengths
UNBLOCKED: Final = W.unblocked
JOINT: Final = re.compile(r" ?(?:--?|[—–―~～至到〜]{1,2}) ?")
JOINT_LETTERS: Final = frozenset("-—–―~～至到〜")
SPACE: Final = " "
SPACED: Final = frozenset(FIGURES + "万亿")
"""What a numeral ends in that a space may part from its unit: 3,700 万股."""
COUNTING: Final = frozenset("几数余多点百千万亿")
"""Letters of a numeral that numbers no member of a row: 几期, 六点二级, 五千三百集."""
ORDINAL_TWO: Final = "二"
"""Before a classifier 二 numbers a member of a row (二层, 二队), where 两 counts."""


class Measured:
    """A numeral with its unit, or two joined to a range: where it ends, what it states."""

    __slots__ = ("amount", "crosses", "digits", "end", "is_range", "unit")

    def __init__(
        self, end: int, amount: Amount, unit: Unit | None, digits: str, *, is_range: bool = False, crosses: bool = False
    ) -> None:
        self.end = end
        self.amount = amount
        self.unit = unit
        self.digits = digits
        """The numeral as written, the first of a range."""
        self.is_range = is_range
        self.crosses = crosses
        """Whether the range runs from below zero to above it, its signs already told: 零下5℃到8℃."""

    def stating(self, amount: Amount, *, is_range: bool) -> Measured:
        """Return the same number with another amount."""
        return Measured(self.end, amount, self.unit, self.digits, is_range=is_range, crosses=self.crosses)


def read_unit(text: str, at: int, numeral: str) -> tuple[Unit, int] | None:
    """Return the unit that begins at a place and its end, if the numeral may carry it."""
    for size in LENGTHS.get(text[at], ()):
        unit = UNITS.get(text[at : at + size])
        if unit is None:
            continue
        end = at + size
        after = text[end]
        if after in unit.blocked and not text.startswith(UNBLOCKED, end):
            continue  # the letter behind makes another word of it: 3部门, but not 5部长篇小说
        if (unit.shy or numeral == ORDINAL_TWO) and is_unfit(unit, numeral):
            continue
        if after <= "z" and after.isalnum() and text[end - 1].isascii():
            continue
        return unit, end
    return None


def hedged_unit(text: str, start: int, at: int) -> tuple[Unit, int] | None:
    """Return the one-letter unit that a hedge in front sets free: 近七成为老人 is seven tenths, no 成为."""
    unit = UNITS.get(text[at])
    if unit is None or not unit.blocked or unit.shy or before_hedge(text, start)[0] is None:
        return None
    return unit, at + 1


def is_unfit(unit: Unit, numeral: str) -> bool:
    """Whether a numeral is none that this unit follows: 一起, 三分, 二十届."""
    if numeral[0] in FIGURES:
        return unit.shy == "letters"
    if unit.shy == "figures":
        return True
    if numeral == ORDINAL_TWO and unit.kind == "count" and unit.prints != "人":
        return True
    if unit.shy in ("digits", "row"):
        return not any(c in COUNTING for c in numeral) and not (unit.shy == "digits" and len(numeral) > 1)
    if unit.shy == "adverb":
        return numeral == "一"
    return unit.shy == "lone" and len(numeral) == 1 and numeral not in "几两"


def scaled(amount: Amount, factor: int | Decimal) -> Amount:
    """Return an amount times a factor (三成 is 30 %)."""
    value, low, high = (None if n is None else strip(n * factor) for n in amount[:3])
    return Amount(value, low, high, amount.hedge)


def read_measured(text: str, start: int, end: int) -> Measured | None:
    """Return a numeral together with its unit; a unit may be absent, and 两年半 or 个多月 are read whole."""
    if text[end - 1] in PREFIXES and end - start > 1 and lends_letter(text, start, end):
        end -= 1
    numeral = text[start:end]
    amount = read_amount(numeral)
    if amount is None:
        return None
    last, follower, at = numeral[-1], text[end], end
    if follower == SPACE and last in SPACED:
        at += 1
        follower = text[at]
    found = (read_unit(text, at, numeral) or hedged_unit(text, start, at)) if follower in LENGTHS else None
    if found is None and last in AROUND:
        return read_measured(text, start, end - 1)
    if follower == "个":
        found = foreign(text, at + 1) or found
        if found is None or text[at + 1] in "多半来余":
            found, amount, end = inserted(text, at, amount, found, end)
    if found is None:
        return Measured(end, amount, None, numeral)
    unit, at = found
    if text[at] in COMPOUND_FIRSTS and (whole := compound(text, at, amount, text[at - 1])):
        return Measured(whole.end, whole.amount, whole.unit, numeral)
    if unit.scale != 1:
        amount, at = with_rest(text, at, scaled(amount, unit.scale), unit)
    elif text[at] == HALF:
        amount, at = with_rest(text, at, amount, unit)
    return Measured(at, amount, unit, numeral)


def foreign(text: str, at: int) -> tuple[Unit, int] | None:
    """Return the money that 个 counts where the text takes its name for a thing: 10个埃镑, 3个法郎."""
    found = read_unit(text, at, "10") if text[at] in U.coins else None
    return found if found and found[0].kind == "money" and found[0].currency != "CNY" else None


def with_rest(text: str, at: int, amount: Amount, unit: Unit) -> tuple[Amount, int]:
    """Return an amount with what closes it behind its unit: 两年半, 六成半, 三成五."""
    if text[at] == HALF and text[at + 1] not in "年月天期数径场导程价山岛球" and amount.value is not None:
        return exact_sum(amount, Decimal(unit.scale) / 2), at + 1
    if unit.scale == TENTHS and amount.value is not None and is_last_digit(text, at):
        return exact_sum(amount, Decimal(DIGITS[text[at]])), at + 1
    return amount, at


TENTHS: Final = 10


def is_last_digit(text: str, at: int) -> bool:
    """Whether a digit closes tenths: 三成五 is 35 %; 三成五年内 is not."""
    follower = text[at + 1]
    return text[at] in LAST_DIGITS and follower not in U.lengths and follower not in NUMERAL_LETTERS


LAST_DIGITS: Final = frozenset("一二三四五六七八九")
PREFIXES: Final = frozenset("千百兆")
"""Magnitudes that may also begin a unit: 38千瓦, 30万千瓦时, 1000百帕."""


def lends_letter(text: str, start: int, end: int) -> bool:
    """Whether the last letter of a numeral belongs to the unit behind it; 两千米 is two thousand metres all the same."""
    found = read_unit(text, end - 1, text[start : end - 1])
    if found is None or found[1] <= end:
        return False
    return text[start] in FIGURES or text[end - 2] in LARGE or text[end - 1 : found[1]] not in ("千米", "千克")


def exact_sum(amount: Amount, more: Decimal) -> Amount:
    """Return an amount and a half more: 两年半, 六成半."""
    value, low, high = (None if n is None else strip(n + more) for n in amount[:3])
    return Amount(value, low, high, amount.hedge)


def inserted(
    text: str, at: int, amount: Amount, plain: tuple[Unit, int] | None, end: int
) -> tuple[tuple[Unit, int] | None, Amount, int]:
    """Return unit and amount of 三个多月, 一个半小时: 多 or 半 stands inside the unit."""
    inner = text[at + 1]
    if text[at] == "个" and inner in "多半来余":
        for size in range(4, 0, -1):
            word = text[at + 2 : at + 2 + size]
            unit = UNITS.get("个" + word) or UNITS.get(word) if len(word) == size else None
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


BELOW: Final = ("零下", "-", "−")


RANGE_FIRSTS: Final = JOINT_LETTERS | {SPACE}
"""What stands behind the first number of a range."""


def read_range(text: str, first: Measured, start: int) -> Measured:
    """Return a range when a second number follows (30至50万元, 3个月至6个月), else the first number alone."""
    match = JOINT.match(text, first.end)
    if match is None or (first.amount.low is None and first.amount.high is None):
        return first
    after = match.end()
    below = text.startswith(BELOW, after) and text.endswith(BELOW, 0, start)
    if below:
        after += 2 if text.startswith(BELOW[0], after) else 1
    end = numeral_end(text, after)
    second = read_measured(text, after, end) if end > after else None
    if second is None or second.unit is None:
        return first
    if first.unit is not None and first.unit.prints != second.unit.prints:
        told = in_unit(second, first.unit)
        if told is None:
            return first
        second = told
    if match[0].strip()[0] in "至到" and second.unit and second.unit.kind != "duration" and change_verb(text, start):
        return first
    low, high = first.amount, second.amount
    bottom = low.value if low.value is not None else low.low
    top = high.value if high.value is not None else high.high
    if bottom is None or top is None:
        return first
    bottom = shared(bottom, first, second)
    crosses = not below and text.endswith(BELOW[0], 0, start)
    bottom, top = (-bottom, top) if crosses else (min(bottom, top), max(bottom, top))
    whole = Amount(None, bottom, top, "range")
    return Measured(second.end, whole, second.unit, first.digits, is_range=True, crosses=crosses)


def in_unit(second: Measured, unit: Unit) -> Measured | None:
    """Return the second end of a stretch told in the unit of the first: 15分钟到1小时 is 15 to 60 minutes."""
    mine, other = W.stretch.get(unit.prints), W.stretch.get(second.unit.prints) if second.unit else None
    if mine is None or other is None or mine[0] != other[0] or second.amount.value is None:
        return None
    value = second.amount.value * other[1] / mine[1]
    if value * mine[1] != second.amount.value * other[1]:
        return None
    return Measured(second.end, exactly(strip(value)), unit, second.digits)


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


LONE_MAGNITUDES: Final = frozenset("百千万亿")
"""A magnitude alone (百家, 万人) is a number only under a hedge."""

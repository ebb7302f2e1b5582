"""From a numeral outwards: its unit, the hedges on both sides, a currency in front, a second number of a range."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

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
    letter,
    numeral_end,
    read_amount,
    strip,
)

U, W = units(), words()
UNBLOCKED = W.unblocked
JOINT = re.compile(r" ?(?:--?|[—–―~～至到〜]{1,2}) ?")
JOINT_LETTERS = frozenset("-—–―~～至到〜")
SPACE = " "
SPACED = frozenset(FIGURES + "万亿")
"""What a numeral ends in that a space may part from its unit: 3,700 万股."""
COUNTING = frozenset("几数余多点百千万亿")
"""Letters of a numeral that numbers no member of a row: 几期, 六点二级, 五千三百集."""
ORDINAL_TWO = "二"
"""Before a classifier 二 numbers a member of a row (二层, 二队), where 两 counts."""


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
        if is_blocked(unit, text, end) or unfit(unit, numeral):
            continue
        if text[end - 1].isascii() and letter(text, end).isascii() and letter(text, end).isalnum():
            continue
        return unit, end
    return None


def is_blocked(unit: Unit, text: str, end: int) -> bool:
    """Whether the letter behind a unit makes another word of it: 3部门, but not 5部长篇小说."""
    return end < len(text) and text[end] in unit.blocked and not text.startswith(UNBLOCKED, end)


def hedged_unit(text: str, start: int, at: int) -> tuple[Unit, int] | None:
    """Return the one-letter unit that a hedge in front sets free: 近七成为老人 is seven tenths, no 成为."""
    unit = U.units.get(letter(text, at))
    if unit is None or not unit.blocked or unit.shy or before_hedge(text, start)[0] is None:
        return None
    return unit, at + 1


def unfit(unit: Unit, numeral: str) -> bool:
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
    numeral = text[start:end]
    if end - start > 1 and text[end - 1] in PREFIXES and lends_letter(text, start, end):
        end -= 1
        numeral = text[start:end]
    amount = read_amount(numeral)
    if amount is None:
        return None
    at = end
    if letter(text, at) == SPACE and numeral[-1] in SPACED:
        at += 1
    follower = letter(text, at)
    found = (read_unit(text, at, numeral) or hedged_unit(text, start, at)) if follower in U.lengths else None
    if found is None and numeral[-1] in AROUND:
        return read_measured(text, start, end - 1)
    if found is None and follower != "个":
        return Measured(end, amount, None, numeral)
    if follower == "个" and (coin := foreign(text, at + 1)) is not None:
        found = coin
    if found is None or (follower == "个" and letter(text, at + 1) in "多半来余"):
        found, amount, end = inserted(text, at, amount, found, end)
        if found is None:
            return Measured(end, amount, None, numeral)
    unit, at = found
    if (at < len(text) and text[at] in COMPOUND_FIRSTS) and (whole := compound(text, at, amount, text[found[1] - 1])):
        return Measured(whole.end, whole.amount, whole.unit, numeral)
    amount, at = with_rest(text, at, scaled(amount, unit.scale) if unit.scale != 1 else amount, unit)
    return Measured(at, amount, unit, numeral)


def foreign(text: str, at: int) -> tuple[Unit, int] | None:
    """Return the money that 个 counts where the text takes its name for a thing: 10个埃镑, 3个法郎."""
    found = read_unit(text, at, "10") if letter(text, at) in U.lengths else None
    return found if found and found[0].kind == "money" and found[0].currency != "CNY" else None


def with_rest(text: str, at: int, amount: Amount, unit: Unit) -> tuple[Amount, int]:
    """Return an amount with what closes it behind its unit: 两年半, 六成半, 三成五."""
    if (
        letter(text, at) == HALF
        and letter(text, at + 1) not in "年月天期数径场导程价山岛球"
        and amount.value is not None
    ):
        return exact_sum(amount, Decimal(unit.scale) / 2), at + 1
    if unit.scale == TENTHS and amount.value is not None and is_last_digit(text, at):
        return exact_sum(amount, Decimal(DIGITS[text[at]])), at + 1
    return amount, at


TENTHS = 10


def is_last_digit(text: str, at: int) -> bool:
    """Whether a digit closes tenths: 三成五 is 35 %; 三成五年内 is not."""
    follower = letter(text, at + 1)
    return letter(text, at) in LAST_DIGITS and follower not in U.lengths and follower not in NUMERAL_LETTERS


LAST_DIGITS = frozenset("一二三四五六七八九")
PREFIXES = frozenset("千百兆")
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
    inner = letter(text, at + 1)
    if letter(text, at) == "个" and inner in "多半来余":
        for size in range(4, 0, -1):
            word = text[at + 2 : at + 2 + size]
            unit = U.units.get("个" + word) or U.units.get(word) if len(word) == size else None
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
    crosses: bool = False
    """Whether the range runs from below zero to above it, its signs already told: 零下5℃到8℃."""


BELOW = ("零下", "-", "−")


def read_range(text: str, first: Measured, start: int) -> Ranged:
    """Return a range when a second number follows (30至50万元, 3个月至6个月), else the first number alone."""
    alone = Ranged(first.end, first.amount, first.unit, first.digits, is_range=False)
    follower = letter(text, first.end)
    match = JOINT.match(text, first.end) if follower in JOINT_LETTERS or follower == SPACE else None
    if match is None or (first.amount.low is None and first.amount.high is None):
        return alone
    after = match.end()
    below = text.startswith(BELOW, after) and text.endswith(BELOW, 0, start)
    if below:
        after += 2 if text.startswith(BELOW[0], after) else 1
    end = numeral_end(text, after)
    second = read_measured(text, after, end) if end > after else None
    if second is None or second.unit is None:
        return alone
    if first.unit is not None and first.unit.prints != second.unit.prints:
        told = in_unit(second, first.unit)
        if told is None:
            return alone
        second = told
    if match[0].strip()[0] in "至到" and second.unit and second.unit.kind != "duration" and change_verb(text, start):
        return alone
    low, high = first.amount, second.amount
    bottom = low.value if low.value is not None else low.low
    top = high.value if high.value is not None else high.high
    if bottom is None or top is None:
        return alone
    bottom = shared(bottom, first, second)
    crosses = not below and text.endswith(BELOW[0], 0, start)
    bottom, top = (-bottom, top) if crosses else (min(bottom, top), max(bottom, top))
    return Ranged(
        second.end, Amount(None, bottom, top, "range"), second.unit, first.digits, is_range=True, crosses=crosses
    )


def in_unit(second: Measured, unit: Unit) -> Measured | None:
    """Return the second end of a stretch told in the unit of the first: 15分钟到1小时 is 15 to 60 minutes."""
    mine, other = W.stretch.get(unit.prints), W.stretch.get(second.unit.prints) if second.unit else None
    if mine is None or other is None or mine[0] != other[0] or second.amount.value is None:
        return None
    value = second.amount.value * other[1] / mine[1]
    if value * mine[1] != second.amount.value * other[1]:
        return None
    return second._replace(amount=exactly(strip(value)), unit=unit)


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

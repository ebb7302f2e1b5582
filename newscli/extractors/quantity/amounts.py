"""Amounts: numbers with a unit, a hedge, a currency, a rate, and in a range a second number."""

from __future__ import annotations

import re
from decimal import Decimal

from newscli.extractors.quantity import context
from newscli.extractors.quantity.bare import unitless
from newscli.extractors.quantity.beside import after_hedge, before_currency, before_hedge, bounded
from newscli.extractors.quantity.exchange import price_of, priced_in
from newscli.extractors.quantity.guards import STOP, is_declined, is_no_count, is_rhetorical
from newscli.extractors.quantity.lexicon import Unit, units, words
from newscli.extractors.quantity.numerals import FIGURES, LARGE, MAGNITUDES, MIDDLE_DOT, Amount, letter, numeral_end
from newscli.extractors.quantity.rates import per_after, price_unit, rate
from newscli.extractors.quantity.reader import BELOW, Measured, Ranged, is_lone_magnitude, read_measured, read_range
from newscli.model import Hedge, Quantity
from newscli.rules.rule import Found

U, W = units(), words()
EXTREMES = frozenset(("最高", "最低", "最长"))
"""Bounds of a price or a time limit (最高5万元), but plain attributes of a measure: 最高38米."""
STATES = frozenset(("岁", "周岁", "℃", "摄氏度", "℉", "华氏度", "级"))
"""Units of what something is, not yields: 人均预期寿命78.2岁 and 日平均气温5℃ name their measure by 人均 and 日平均."""
LOOSE = frozenset("多余许整")
"""Hedges behind measures and durations (一年多, 3公里多) that behind a classifier begin the next word (一票多车)."""
SIGN_LETTERS = frozenset("下-−负")
OF = "的"
LINKS = frozenset(word[-1] for part in W.link.values() for word in part) | {OF}
"""Letters that part a hedge from its number: 最高可达5万元, 超过总值的100%."""
SIGNS = (("零下", ""), ("-", ""), ("−", ""), ("负", "为至到是达"))
"""Minus signs, with the letters of which one must stand before them: 减负 carries no sign."""
Built = Found[Quantity] | None


def amount(text: str, start: int) -> Built:
    """Build a number with all that stands around it."""
    end = numeral_end(text, start)
    if end == start:
        return None
    if (is_lone_letter(text, start, end) and letter(text, end) not in U.lengths) or is_declined(text, start, end):
        return None
    first = read_measured(text, start, end)
    if first is not None and first.unit is None and MIDDLE_DOT in first.digits and is_day(text, first):
        return (start, first.end, None)
    if first is None or (first.unit is None and is_lone_letter(text, start, end)) or is_no_count(text, start, first):
        return None
    if (traded := price_of(text, first)) is not None:
        return exchanged(text, start, traded)
    read = read_range(text, first, start)
    currency, begin = before_currency(text, start)
    hedge, begin = before_hedge(text, begin)
    if currency is None and begin < start:
        currency, begin = before_currency(text, begin)
    unit = read.unit or (U.units[W.currency_units[currency]] if currency else None)
    if unit is None:
        return unitless(text, start, read, (begin, hedge))
    if unit.prints == COIN and is_price(text, (start, read.end)):
        unit = U.units["块钱"]
    if is_lone_magnitude(read.digits) and hedge is None and not read.is_range and is_rhetorical(text, read):
        return None
    if hedge and is_verb(text, (begin, start), read, unit):
        hedge, begin = None, start
    return measured(text, (begin, start), (read, unit), (hedge, currency))


def exchanged(text: str, begin: int, traded: tuple[int, Measured, str]) -> Built:
    """Build the price of a currency: 1欧元兑换1.08美元."""
    start, price, per = traded
    unit = price.unit or U.units["元"]
    hedge, _ = before_hedge(text, start)
    value, low, high, kind_of_hedge = bounded(price.amount, hedge)
    quantity = Quantity("money", value, low, high, kind_of_hedge, unit.prints, unit.currency, per, implied=False)
    return (begin, price.end, quantity)


COIN = "块"
PRICING = frozenset("卖价花付收赚挣落省赔给涨降扣罚补贵")
"""Letters before 块 that make money of it: 卖5块, 能落七八千块."""


def is_price(text: str, span: tuple[int, int]) -> bool:
    """Whether 块 at the end of a clause is money: 能落七八千块, but 铺了三块, 3块牌匾."""
    return letter(text, span[1]) in STOP and letter(text, span[0] - 1) in PRICING


def is_lone_letter(text: str, start: int, end: int) -> bool:
    """Whether a numeral is one Han digit, which counts with a unit alone: most 一 and 三 open a word (一些, 三农)."""
    return end - start == 1 and text[start] > "9" and text[start] not in LARGE and not is_under_hedge(text, start)


def is_under_hedge(text: str, start: int) -> bool:
    """Whether a magnitude alone stands under a hedge, and so counts: 上千品种, 近百村民."""
    return text[start] in MAGNITUDES and letter(text, start - 1) in "上近逾超过"


def is_day(text: str, first: Measured) -> bool:
    """Whether figures around a middle dot name a day: 3·15晚会, no reading of an index (收于1213·96)."""
    return letter(text, first.end).isalpha()


def is_verb(text: str, span: tuple[int, int], read: Ranged, unit: Unit) -> bool:
    """Whether the hedge in front is no hedge here: 突破一项标准, 最高38米."""
    if read.digits == "一":
        return unit.kind == "count"
    return unit.kind == "measure" and text[span[0] : span[1]] in EXTREMES


def measured(
    text: str, span: tuple[int, int], read: tuple[Ranged, Unit], beside: tuple[Hedge | None, str | None]
) -> Built:
    """Build a number with a unit, from the hedge and the currency in front of it."""
    (begin, start), (hedge, currency) = span, beside
    number, unit = read
    behind, per, end = behind_unit(text, number.end, unit)
    if behind == "at_least" and number.amount.value is not None and (upper := upper_bound(text, end, unit)) is not None:
        number = number._replace(amount=Amount(None, number.amount.value, upper[0], "range"))
        behind, end = None, upper[1]
    if unit.kind == "money" and (traded := priced_in(text, end, unit)) is not None:
        per, end = traded
    if hedge is None:
        hedge = behind or context.hedge_before_verb(text, start) or context.bound_before_verb(text, start)
        if hedge is None and (letter(text, start - 1) in LINKS or unit.kind == "ratio"):
            hedge = context.hedge_apart(text, start, unit.kind)
    if number.crosses:
        stated, begin = number.amount, begin - len(BELOW[0])
    else:
        stated, begin = signed(text, bounded(number.amount, hedge), begin, unit)
    rated = begin
    before, first = rate(text, begin, per, unit.kind)
    if not is_share_of(before, unit) and (unit.prints not in STATES or (before or "")[:1].isdigit()):
        per, begin = before, first
    if begin < rated and hedge is None:
        hedge, begin = before_hedge(text, begin)
        hedge = hedge or context.hedge_apart(text, begin, unit.kind)
        stated = bounded(stated, hedge)
    code = currency if currency and unit.currency == "CNY" else context.nation_currency(text, begin, unit)
    weak = unit.kind == "count" and number.digits in ("一", "几") and not number.is_range
    value, low, high, kind_of_hedge = stated
    quantity = Quantity(unit.kind, value, low, high, kind_of_hedge, unit.prints, code, per, implied=False, weak=weak)
    return (begin, end, quantity)


def is_share_of(per: str | None, unit: Unit) -> bool:
    """Whether a rate would count a thing by itself: 每3块有2块, 人均…33.8万人; 每一美元带来16美元 is a yield."""
    return per is not None and unit.kind != "money" and unit.prints != "股" and per.lstrip(FIGURES) == unit.prints


def upper_bound(text: str, at: int, unit: Unit) -> tuple[Decimal, int] | None:
    """Return the second bound of 三年以上七年以下 or 五千元以上不满二万元, and where it ends."""
    start = at + 2 if text.startswith(("不满", "不足", "未满"), at) else at
    end = numeral_end(text, start)
    second = read_measured(text, start, end) if end > start else None
    if second is None or second.amount.value is None or second.unit is None or second.unit.prints != unit.prints:
        return None
    hedge, last = after_hedge(text, second.end)
    return (second.amount.value, last) if hedge == "at_most" or start > at else None


def behind_unit(text: str, end: int, unit: Unit) -> tuple[Hedge | None, str | None, int]:
    """Return hedge and denominator behind a unit, in either order (5000元/亩左右, 10亿元以上), and where they end."""
    follower, per = letter(text, end), None
    if follower not in BEHIND:
        return None, None, end
    if follower != "每" or unit.kind in ("money", "measure"):
        per, end = per_after(text, end)
    if follower == "一" and unit.kind == "money":
        per, end = price_unit(text, end)
    hedge, after = after_hedge(text, end)
    if unit.kind == "count" and after == end + 1 and text[end] in LOOSE:
        hedge, after = None, end
    if per is None and after > end:
        per, after = per_after(text, after)
    if unit.kind == "duration" and letter(text, after) == "内" and letter(text, after + 1) not in W.after_guard["内"]:
        return "at_most", per, after + 1
    return hedge, per, after


BEHIND = frozenset([*W.after_lengths, "/", "每", "内", "一"])


def signed(text: str, stated: Amount, begin: int, unit: Unit) -> tuple[Amount, int]:
    """Return an amount below zero where the text says so: -3.2%, 零下5℃, 为-1.04亿元."""
    if unit.kind in ("count", "duration", "rank", "ratio"):
        return stated, begin
    if begin == 0 or text[begin - 1] not in SIGN_LETTERS:
        return stated, begin
    for sign, after in SIGNS:
        if not text.endswith(sign, 0, begin):
            continue
        before = letter(text, begin - len(sign) - 1)
        if (after and before not in after) or (
            sign == "-" and (before == "%" or (before.isascii() and before.isalnum()))
        ):
            continue
        value, low, high = (None if n is None else -n for n in stated[:3])
        return Amount(value, high, low, stated.hedge), begin - len(sign)
    return stated, begin

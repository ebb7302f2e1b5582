"""Amounts: numbers with a unit, a hedge, a currency, a rate, and in a range a second number."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any, Final

from newscli.extractors.quantity import context
from newscli.extractors.quantity.bare import unitless
from newscli.extractors.quantity.beside import after_hedge, before_currency, before_hedge, bounded
from newscli.extractors.quantity.casualties import HARM_FIRSTS
from newscli.extractors.quantity.exchange import ONES, price_of, priced_in
from newscli.extractors.quantity.guards import STOP, is_declined, is_no_count, is_rhetorical
from newscli.extractors.quantity.lexicon import Unit, units, words
from newscli.extractors.quantity.numerals import (
    AROUND,
    FIGURES,
    HALF,
    HAN_LETTERS,
    LARGE,
    MAGNITUDES,
    MIDDLE_DOT,
    MORE,
    NUMERAL_LETTERS,
    POINT,
    SEVERAL,
    Amount,
    neighbours,
    numeral_end,
)
from newscli.extractors.quantity.rates import per_after, price_unit, rate
from newscli.extractors.quantity.reader import BELOW, LONE_MAGNITUDES, RANGE_FIRSTS, Measured, read_measured, read_range
from newscli.model import Hedge, Quantity
from newscli.rules.rule import Found

U: Final = units()
W: Final = words()
EXTREMES: Final = frozenset(("最高", "最低", "最长"))
"""Bounds of a price or a time limit (最高5万元), but plain attributes of a measure: 最高38米."""
STATES: Final = frozenset(("岁", "周岁", "℃", "摄氏度", "℉", "华氏度", "级"))
"""Units of what something is, not yields: 人均预期寿命78.2岁 and 日平均气温5℃ name their measure by 人均 and 日平均."""
LOOSE: Final = frozenset("多余许整")
"""Hedges behind measures and durations (一年多, 3公里多) that behind a classifier begin the next word (一票多车)."""
SIGN_LETTERS: Final = frozenset("下-−负")
SIGNS: Final = (("零下", ""), ("-", ""), ("−", ""), ("负", "为至到是达"))
"""Minus signs, with the letters of which one must stand before them: 减负 carries no sign."""
Built = Found[Quantity] | None
make_quantity: Final[Callable[[tuple[Any, ...]], Quantity]] = partial(tuple.__new__, Quantity)
"""Makes a quantity of all its parts in one; the constructor, which is written in Python, takes four times as long."""


def amount(text: str, start: int, run: int) -> Built:
    """Read a number with all that stands around it; it begins with a run of figures or letters that ends at ``run``.

    What the letters on either side cannot be part of is not asked: one look into a set tells what most numbers have not.
    """
    sure = text[start] in COUNTS_ALONE or (text[start - 1] in FREEING and text[start] in MAGNITUDES)
    if not sure and text[start + 1] not in GOES_ON:
        return None
    end = run_end(text, start, run)
    if end == start or is_declined(text, start, end):
        return None
    first = read_measured(text, start, end)
    if first is None:
        return None
    if first.unit is None:
        if MIDDLE_DOT in first.digits and is_day(text, first):
            return start, first.end, None
        counts = sure or end - start > 1 or text[first.end] in HARM_FIRSTS
        return in_context(text, start, first) if counts else None
    if is_no_count(text, start, first, first.unit):
        return None
    if first.digits in ONES and (traded := price_of(text, first)) is not None:
        return exchanged(text, start, traded)
    return in_context(text, start, first)


RUNS_ON: Final = frozenset(f"{FIGURES} ,.{MIDDLE_DOT}{SEVERAL}{MORE}{AROUND}{POINT}{HALF}{HAN_LETTERS}")
"""Letters with which a numeral may go on behind a run of figures or of letters of numerals."""


def run_end(text: str, start: int, end: int) -> int:
    """Return where the numeral ends that begins with a run of figures or letters; most are no more than that."""
    if text[end] not in RUNS_ON:
        run = text[start:end]
        if run.isdigit() or (HALF not in run and run[0] not in FIGURES):
            return end
    return numeral_end(text, start)


GOES_ON: Final = NUMERAL_LETTERS.union(U.lengths, MORE, AROUND, POINT, MIDDLE_DOT, HARM_FIRSTS)
"""Letters that go on with a numeral or begin a unit: behind one Han digit, nothing else makes a number of it."""
COUNTS_ALONE: Final = frozenset(FIGURES).union(LARGE)
"""What is a number without a unit too; one Han digit counts with a unit alone: most 一 and 三 open a word (一些, 三农)."""


FREEING: Final = "上近逾超过"
"""Hedges that make a number of a magnitude alone: 上千品种, 近百村民."""


PAUSE: Final = "、"


def few(text: str, start: int, digits: str) -> Amount | None:
    """Return the bounds of two neighbouring digits with a pause between them: 三、四个; not 第三、四期, 一、二、三种."""
    if start < 2 or len(digits) != 1 or text[start - 3] in f"第{PAUSE}" or text[start - 3] in NUMERAL_LETTERS:
        return None
    return neighbours(text[start - 2] + digits)


def in_context(text: str, start: int, first: Measured) -> Built:
    """Build a number from the second of its range, and from the hedge and the currency in front."""
    read = read_range(text, first, start) if text[first.end] in RANGE_FIRSTS else first
    if text[start - 1] == PAUSE and first.unit is not None and (amount := few(text, start, first.digits)) is not None:
        start, read = start - 2, first.stating(amount, is_range=True)
    hedge, currency, begin = in_front(text, start) if text[start - 1] in FRONT else (None, None, start)
    unit = read.unit or (U.units[W.currency_units[currency]] if currency else None)
    if unit is None:
        return unitless(text, start, read, (begin, hedge))
    if unit.prints == COIN and is_price(text, (begin, read.end)):
        unit = U.units["块钱"]
    if read.digits in LONE_MAGNITUDES and hedge is None and not read.is_range and is_rhetorical(text, read):
        return None
    if hedge and is_verb(text, (begin, start), read, unit):
        hedge, begin = None, start
    return measured(text, (begin, start), (read, unit), (hedge, currency))


def in_front(text: str, start: int) -> tuple[Hedge | None, str | None, int]:
    """Return hedge and currency in front of a number, in either order, and where they begin."""
    currency, begin = before_currency(text, start)
    hedge, begin = before_hedge(text, begin)
    if currency is None and begin < start:
        currency, begin = before_currency(text, begin)
    return hedge, currency, begin


FRONT: Final = frozenset(" ").union(W.before_endings, W.currency_endings)
"""Letters that end a hedge or a currency, and the space that may part it from its number."""


def exchanged(text: str, begin: int, traded: tuple[int, Measured, str]) -> Built:
    """Build the price of a currency: 1欧元兑换1.08美元."""
    start, price, per = traded
    unit = price.unit or U.units["元"]
    hedge, _ = before_hedge(text, start)
    value, low, high, kind_of_hedge = bounded(price.amount, hedge)
    quantity = Quantity("money", value, low, high, kind_of_hedge, unit.prints, unit.currency, per, implied=False)
    return begin, price.end, quantity


COIN: Final = "块"
PRICING: Final = frozenset("卖价花付收赚挣落省赔给涨降扣罚补贵跌掉亏欠")
"""Letters before 块 that make money of it: 卖5块, 能落七八千块."""
RESULTS: Final = frozenset("到了出至成过")
"""What may part them from the sum: 卖到85块, 花了300块, 涨至6块."""


def is_price(text: str, span: tuple[int, int]) -> bool:
    """Whether 块 at the end of a clause is money: 能落七八千块, 卖到85块, but 铺了三块, 3块牌匾."""
    if text[span[1]] not in STOP:
        return False
    at = span[0] - 1
    return text[at] in PRICING or (text[at] in RESULTS and text[at - 1] in PRICING)


def is_day(text: str, first: Measured) -> bool:
    """Whether figures around a middle dot name a day: 3·15晚会, no reading of an index (收于1213·96)."""
    return text[first.end].isalpha()


def is_verb(text: str, span: tuple[int, int], read: Measured, unit: Unit) -> bool:
    """Whether the hedge in front is no hedge here: 突破一项标准, 最高38米."""
    if read.digits == "一":
        return unit.kind == "count"
    return unit.kind == "measure" and text[span[0] : span[1]] in EXTREMES


def measured(
    text: str, span: tuple[int, int], read: tuple[Measured, Unit], beside: tuple[Hedge | None, str | None]
) -> Built:
    """Build a number with a unit, from the hedge and the currency in front of it."""
    (begin, start), (hedge, currency) = span, beside
    number, unit = read
    behind, per, end = behind_unit(text, number.end, unit) if text[number.end] in BEHIND else (None, None, number.end)
    if behind == "at_least" and number.amount.value is not None and (upper := upper_bound(text, end, unit)) is not None:
        number = number.stating(Amount(None, number.amount.value, upper[0], "range"), is_range=number.is_range)
        behind, end = None, upper[1]
    if unit.kind == "money" and (traded := priced_in(text, end, unit)) is not None:
        per, end = traded
    hedge = hedge or behind or context.hedge_at_distance(text, start, unit.kind)
    stated = bounded(number.amount, hedge) if hedge is not None and not number.crosses else number.amount
    if number.crosses:
        begin -= len(BELOW[0])
    elif text[begin - 1] in SIGN_LETTERS:
        stated, begin = signed(text, stated, begin, unit)
    rate_of, first = rate(text, begin, per, unit.kind)
    if rate_of is not None and is_rate(rate_of, unit):
        if first < begin and hedge is None:
            hedge, first = before_hedge(text, first)
            hedge = hedge or context.hedge_apart(text, first, unit.kind)
            stated = bounded(stated, hedge)
        per, begin = rate_of, first
    code = context.nation_currency(text, begin, unit) if unit.prints in W.nation else unit.currency
    if currency and unit.currency == "CNY":
        code = currency
    weak = unit.kind == "count" and number.digits in SLIGHT and not number.is_range
    value, low, high, sort = stated
    return begin, end, make_quantity((unit.kind, value, low, high, sort, unit.prints, code, per, False, weak))


SLIGHT: Final = frozenset(("一", "几"))
"""Numerals used like an article: 一家网店."""


def is_rate(per: str, unit: Unit) -> bool:
    """Whether rate words make a rate of a quantity; of a state with a number of its own alone: 每100米降低0.6℃."""
    return (unit.prints not in STATES or per[0].isdigit()) and not is_share_of(per, unit)


def is_share_of(per: str, unit: Unit) -> bool:
    """Whether a rate would count a thing by itself: 每3块有2块, 人均…33.8万人; 每一美元带来16美元 is a yield."""
    return unit.kind != "money" and unit.prints != "股" and per.lstrip(FIGURES) == unit.prints


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
    follower, per = text[end], None
    if follower != "每" or unit.kind in ("money", "measure"):
        per, end = per_after(text, end)
    if follower == "一" and unit.kind == "money":
        per, end = price_unit(text, end)
    hedge, after = after_hedge(text, end)
    if unit.kind == "count" and after == end + 1 and text[end] in LOOSE:
        hedge, after = None, end
    if per is None and after > end:
        per, after = per_after(text, after)
    if unit.kind == "duration" and text[after] == "内" and text[after + 1] not in W.after_guard["内"]:
        return "at_most", per, after + 1
    return hedge, per, after


BEHIND: Final = frozenset([*W.after_lengths, "/", "每", "内", "一"])
"""What hedges and denominators behind a unit begin with."""


def signed(text: str, stated: Amount, begin: int, unit: Unit) -> tuple[Amount, int]:
    """Return an amount below zero where the text says so: -3.2%, 零下5℃, 为-1.04亿元."""
    if unit.kind in ("count", "duration", "rank", "ratio"):
        return stated, begin
    for sign, after in SIGNS:
        if not text.endswith(sign, 0, begin):
            continue
        before = text[begin - len(sign) - 1]
        if (after and before not in after) or (
            sign == "-" and (before == "%" or (before.isascii() and before.isalnum()))
        ):
            continue
        value, low, high = (None if n is None else -n for n in stated[:3])
        return Amount(value, high, low, stated.hedge), begin - len(sign)
    return stated, begin

"""Shares, fractions, ratios, doublings, and how often something comes."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from newscli.extractors.quantity import context
from newscli.extractors.quantity.beside import after_hedge, before_hedge, bounded
from newscli.extractors.quantity.lexicon import Unit
from newscli.extractors.quantity.numerals import CLOSES, Amount, exactly, numeral_end, read_amount, read_numeral
from newscli.extractors.quantity.rates import rate
from newscli.extractors.quantity.reader import read_unit
from newscli.model import Hedge, Quantity, QuantityKind
from newscli.rules.rule import Found

Built = Found[Quantity] | None


def quantity(kind: QuantityKind, amount: Amount, unit: str | None, per: str | None = None) -> Quantity:
    """Return a quantity of an amount."""
    return Quantity(kind, amount.value, amount.low, amount.high, amount.hedge, unit, per=per)


def share(match: re.Match[str]) -> Built:
    """Build a percentage or a fraction in words: 百分之三十, 千分之五, 三分之一."""
    text, start, end = match.string, match.start(), match.end()
    if context.is_quoted(text, start) or text[start - 1] == "第":
        return None
    hedge, begin = before_hedge(text, start)
    unit = {"百": "%", "千": "‰", "万": "‱"}.get(match["whole"])
    start_part, end = end, numeral_end(text, end)
    stated = read_amount(text[start_part:end]) if end > start_part else None
    if stated is None:
        return None
    upper, end = upper_share(text, end)
    behind, end = after_hedge(text, end)
    if unit:
        if upper and stated.value is not None and upper.value is not None:
            stated = Amount(None, stated.value, upper.value, "range")
        stated = bounded(stated, hedge or behind)
        per, begin = rate(text, begin, None, "percent")
        return begin, end, quantity("percent", stated, unit, per=per)
    hedge = hedge or behind or context.hedge_apart(text, begin, "ratio")
    whole = read_numeral(match["whole"])
    if not whole or stated.value is None:
        return None
    return begin, end, fraction(Fraction(stated.value) / Fraction(whole), hedge)


OTHER: Final = frozenset("另大前后上下小每那这")
"""Letters that make a thing of the half: 另一半."""


def half_openings() -> dict[str, str]:
    """Return what a half begins with, beside 半 itself: 一半."""
    return {"一": "半"}


def half(match: re.Match[str]) -> Built:
    """Build a half: 一半以上, 半数."""
    text, start = match.string, match.start()
    if text[start - 1] in OTHER or context.is_quoted(text, start):
        return None
    word, hedge, begin = match["word"], *before_hedge(text, start)
    if word == "半":
        if not is_half_alone(text, start):
            return None
        hedge, begin = HALF_HEDGES[text[start - 1]], start - 1
    behind, end = after_hedge(text, match.end())
    return begin, end, fraction(Fraction(1, 2), hedge or behind or context.hedge_apart(text, begin, "ratio"))


HALF_HEDGES: Final[dict[str, Hedge]] = {"过": "over", "逾": "over", "超": "over", "近": "nearly"}


def is_half_alone(text: str, start: int) -> bool:
    """Whether 过半, 近半 is a share by itself: not 近半年, 年过半百, 超半数."""
    after = text[start + 1]
    if text[start - 1] not in HALF_HEDGES or text[start - 2] in HALF_GUARD:
        return False
    return after in HALF_STOP or (
        after.isalpha() and read_unit(text, start + 1, "1") is None and after not in HALF_WORDS
    )


HALF_GUARD: Final = frozenset("经通度超年路不已走难好错")
HALF_STOP: Final = CLOSES.union("的")
HALF_WORDS: Final = frozenset("百数生夜路程载径导价山空岛边决吊截壁旬身途小世多")


def upper_share(text: str, end: int) -> tuple[Amount | None, int]:
    """Return the second number of 百分之三十至百分之四十 and its end."""
    if text[end] not in "至到":
        return None, end
    start = end + 4 if text.startswith("百分之", end + 1) else end + 1
    last = numeral_end(text, start)
    return (read_amount(text[start:last]), last) if last > start else (None, end)


def fraction(value: Fraction, hedge: Hedge | None) -> Quantity:
    """Return a fraction under a hedge; it stays exact."""
    low = None if hedge in ("nearly", "under", "at_most") else value
    high = None if hedge in ("over", "at_least") else value
    return Quantity("ratio", value, low, high, hedge or "exact", None)


def quotient(match: re.Match[str]) -> Built:
    """Build a fraction in figures: 1/3. Anything else of that shape claims its text: 24/7, 9/11."""
    text, start, end = match.string, match.start(), match.end()
    claim: Built = (start, end, None)
    upper, lower = int(match["upper"]), int(match["lower"])
    before, after = text[start - 1], text[end]
    if (before.isascii() and before.isalnum()) or before in "/-." or after in "/-." or not 0 < upper < lower <= 100:
        return claim
    hedge, begin = before_hedge(text, start)
    behind, end = after_hedge(text, end)
    if upper == 1 and (found := read_unit(text, end, "0.5")) and found[0].kind == "measure":
        return part_of_unit(text, begin, found, (Decimal(1) / lower, hedge))
    if (
        not (hedge or behind or before in "的之占足为是达")
        and after not in "的以左,。"
        and not named_share(upper, text, end)
    ):
        return claim
    hedge = hedge or behind or context.hedge_apart(text, begin, "ratio")
    return begin, end, fraction(Fraction(upper, lower), hedge)


def named_share(upper: int, text: str, end: int) -> bool:
    """Whether a fraction counts the noun behind it (1/3工资), which is no round and no page (1/8决赛, 1/2版)."""
    return upper == 1 and text[end].isalpha() and text[end] not in "决版页场圈台"


def part_of_unit(text: str, begin: int, unit: tuple[Unit, int], part: tuple[Decimal, Hedge | None]) -> Built:
    """Build a part of a unit that a decimal holds exactly: 1/4盎司."""
    (of, end), (value, hedge) = unit, part
    if value.as_tuple().exponent not in range(-4, 1):
        return begin, end, None
    per, begin = rate(text, begin, None, of.kind)
    return (begin, end, quantity(of.kind, bounded(exactly(value), hedge), of.prints, per=per))


RATIO_BEFORE: Final = re.compile(r"(?:比例|之比|配比|比率|比值|比|配置|投入产出比|供需比)[约为是达按近高至到]*$")


def proportion(match: re.Match[str]) -> Built:
    """Build a ratio (比例为1:3); scores of a match (3:1, 9比0) and clock times claim their text."""
    text, start, end = match.string, match.start(), match.end()
    if text[end] in ":∶比" and text[end + 1].isdigit():
        return (start, end, None)  # 68∶26∶6, three parts
    ratio = RATIO_BEFORE.search(text, max(0, start - 10), start) or text.startswith("的比例", end)
    upper, lower = read_numeral(match["upper"]), read_numeral(match["lower"])
    if not ratio or not upper or not lower:
        return start, end, None
    return start, end, fraction(Fraction(upper) / Fraction(lower), None)


def multiple(match: re.Match[str]) -> Built:
    """Build a doubling: 翻番, 翻一番, 翻了两番."""
    text, start, at = match.string, match.start(), match.end()
    end = numeral_end(text, at)
    value = read_amount(text[at:end]) if end > at else exactly(Decimal(1))
    end = end + 1 if text[end] == "个" else end
    if value is None or text[end] != "番" or context.is_quoted(text, start):
        return None
    behind, last = after_hedge(text, end + 1)
    return start, last, quantity("ratio", bounded(value, behind), "番")


SHIFTS: Final = "倒"
"""一天三班倒 is a way of working."""


def frequency(match: re.Match[str]) -> Built:
    """Build how often something comes: 六年一次, 一天三次."""
    text, start = match.string, match.start()
    span, times = read_numeral(match["span"]), read_amount(match["times"])
    if span is None or times is None or text[start - 1] in "第年" or context.is_quoted(text, start):
        return None
    if text[match.end()] == SHIFTS:
        return start, match.end() + 1, None
    start -= next((len(word) for word in ("每隔", "每") if text.endswith(word, 0, start)), 0)
    period = match["unit"].removeprefix("个")
    per = period if span == 1 else f"{format(span, 'f')}{period}"
    return start, match.end(), quantity("count", times, match["turn"], per=per)

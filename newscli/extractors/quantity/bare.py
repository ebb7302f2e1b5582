"""Numbers without a unit: before their noun (3000多万群众), in a list, elided (2万亿), or the reading of an index (95.2)."""

from __future__ import annotations

from typing import Final

from newscli.extractors.quantity import context
from newscli.extractors.quantity.beside import after_hedge, bounded
from newscli.extractors.quantity.casualties import HARM_FIRSTS, is_toll
from newscli.extractors.quantity.lexicon import Unit, units, words
from newscli.extractors.quantity.numerals import DIGITS, LARGE, MAGNITUDES, MIDDLE_DOT, MORE, numeral_end
from newscli.extractors.quantity.rates import rate
from newscli.extractors.quantity.reader import Measured, read_measured, scaled
from newscli.model import Hedge, Quantity
from newscli.rules.rule import Found

U: Final = units()
W: Final = words()
ROUND: Final = frozenset(("十亿", "百亿", "千亿", "万亿"))
"""Sums that goals are set in: 百亿产值, 冲刺千亿."""
FUNCTION_LETTERS: Final = frozenset("的却仍已在是与和及且也而又比较占同将被由从向于至到为并就都还才再即便")
"""Letters behind a number that begin no noun: 日赚近29亿却仍."""
Built = Found[Quantity] | None
Front = tuple[int, Hedge | None]
"""Where the number begins with its hedge, and the hedge."""


def unitless(text: str, start: int, read: Measured, front: Front) -> Built:
    """Build a number without a unit, or decline it."""
    if text[read.end] in HARM_FIRSTS and is_toll(text, front[0], start, read.end):
        return in_unit(text, read, front, U.units["人"])
    listed = context.unit_of_list(text, read.end)
    if listed is not None:
        stated = bounded(scaled(read.amount, listed.scale), front[1])
        value, low, high, hedge = stated
        unit = listed.prints
        return front[0], read.end, Quantity(listed.kind, value, low, high, hedge, unit, listed.currency, implied=True)
    return counting(text, start, read, front)


def counting(text: str, start: int, read: Measured, front: Front) -> Built:
    """Build a number that no list lends a unit: one that counts its noun, a sum, the reading of an index."""
    numeral = read.digits
    if front[1] is not None and numeral[-1] in LARGE and context.is_sum_before(text, front[0]):
        return summed(text, start, read, front)
    hedged = front[1] is not None and (is_magnitude(text, read) or is_sum_alone(text, read))
    if numeral[0] > "9" and not (is_stated(numeral) or hedged or is_hundreds(text, read)):
        return headed(text, read)
    if ("." in numeral or MIDDLE_DOT in numeral) and context.is_reading(text, start, read.end):
        return counted(read, (start, front[1]), read.end, kind="measure")
    if (len(numeral) > 1 and (numeral[-1] in MAGNITUDES or numeral[0] > "9")) or read.amount.hedge in (
        "over",
        "several",
    ):
        return large(text, start, read, front)
    if front[1] and is_magnitude(text, read):
        return counted(read, front, read.end)
    if numeral.isdigit() and is_round_count(text, read, front):
        return counted(read, front, read.end)
    named = numeral.isdigit() and not is_year(numeral) and context.counted_noun(text, read.end, read.amount.value)
    return counted(read, front, read.end) if named else in_headline(text, start, read, front)


def is_stated(numeral: str) -> bool:
    """Whether a Chinese numeral states a number by its form: 二百四十多, 九百四十亿; 千万 and 百万 may only say many."""
    if numeral in ROUND:
        return True
    if len(numeral) == 1 or numeral[-1] in MORE:
        return len(numeral) > 1 and any(c in MAGNITUDES for c in numeral)
    if numeral[-2] in "万千" and numeral[0] in DIGITS and numeral[-1] in DIGITS and DIGITS[numeral[-1]]:  # 裁编一万八
        return True
    return numeral[-1] in LARGE and any(c not in MAGNITUDES for c in numeral.replace("十", "一"))


def is_hundreds(text: str, read: Measured) -> bool:
    """Whether some hundreds or thousands count people straight behind: 两千学生, 三百工人; not 三千里, 上海六百城市店."""
    letters = read.digits
    if len(letters) != HUNDREDS or letters[0] not in DIGITS or letters[1] not in SMALL_ROUND:
        return False
    return text.startswith(PEOPLE, read.end)


HUNDREDS: Final = 2
SMALL_ROUND: Final = frozenset("百千")
PEOPLE: Final = W.people


def is_round_count(text: str, read: Measured, front: Front) -> bool:
    """Whether a hedge makes a count of figures before a noun: 约500孤老户; not 近2023年, 沿近107国道."""
    after = text[read.end]
    counts = read.digits.endswith("0") and len(read.digits) > 1 and not is_year(read.digits)
    return front[1] in HEDGED and counts and after.isalpha() and not after.isascii() and after not in NO_COUNT


HEDGED: Final = frozenset(("about", "nearly", "over", "under", "at_least", "at_most"))
NO_COUNT: Final = frozenset("国路号线版室街届点分的后强度系型款以及至到左上余多")


def is_magnitude(text: str, read: Measured) -> bool:
    """Whether a magnitude alone counts the noun behind it, under a hedge: 上千品种, 近百村民; not 上百年, 上千."""
    after = text[read.end]
    return read.digits in LONE and after.isalpha() and after not in NO_NOUN


def is_sum_alone(text: str, read: Measured) -> bool:
    """Whether 百万 or 千万 closes a clause, and so leaves out its unit: 被骗上百万."""
    return len(read.digits) > 1 and read.digits[-1] in LARGE and not text[read.end].isalpha()


LONE: Final = frozenset(("百", "千", "万", "百万", "千万", "上百", "上千"))
NO_NOUN: Final = frozenset("分的之户里般把只个科货姓花团灵感也就都还")


def headed(text: str, read: Measured) -> Built:
    """Build a sum of money that a noun behind it makes of a numeral: 百万悬赏; nothing else."""
    if len(read.digits) > 1 and read.digits[-1] in "万亿" and context.is_sum(text, read.end):
        start = read.end - len(read.digits)
        return summed(text, start, read, (start, None))
    return None


def summed(text: str, start: int, read: Measured, front: Front) -> Built:
    """Build the sum of money that the noun behind a number makes of it, in the currency it has elsewhere."""
    elsewhere = unit_elsewhere(text, read.digits, start)
    unit = elsewhere if elsewhere is not None and elsewhere.kind == "money" else U.units["元"]
    return in_unit(text, read, front, unit)


def large(text: str, start: int, read: Measured, front: Front) -> Built:
    """Build a large number without a unit: it counts the noun behind it, else its unit is elided."""
    after = text[read.end]
    if read.digits in ROUND:
        if context.is_sum(text, read.end):
            return summed(text, start, read, front)
        return elided(text, start, read, front) if front[1] else None
    if after.isascii() and after.isalnum():
        return None
    if context.is_sum(text, read.end) or context.is_sum_before(text, front[0]):
        return summed(text, start, read, front)
    if after.isalpha() and after not in FUNCTION_LETTERS and not text.startswith(W.names["landmarks"], read.end):
        behind, end = after_hedge(text, read.end)
        if behind is None:
            return counted(read, front, read.end)
        hedged = Measured(end, read.amount, read.unit, read.digits, is_range=read.is_range)
        return elided(text, start, hedged, (front[0], front[1] or behind))
    return elided(text, start, read, front)


def counted(read: Measured, front: Front, end: int, *, kind: str = "count") -> Built:
    """Build a number that stands straight before its noun."""
    value, low, high, hedge = bounded(read.amount, front[1])
    return front[0], end, Quantity("measure" if kind == "measure" else "count", value, low, high, hedge, None)


def elided(text: str, start: int, read: Measured, front: Front) -> Built:
    """Build a number whose unit only the context gives: the same numeral elsewhere, else a noun of money before it."""
    unit = unit_elsewhere(text, read.digits, start)
    if unit is None and is_counted(text, start, read.end, front[0]):
        return counted(read, front, read.end)
    if unit is None and (
        read.digits[-1] == "亿" or context.is_money_clause(text, start) or context.is_priced(text, read.end)
    ):
        unit = U.units["元"]
    if unit is None:
        return counted(read, front, read.end)
    return in_unit(text, read, front, unit)


LEAST_HEADED: Final = 100


def in_headline(text: str, start: int, read: Measured, front: Front) -> Built:
    """Build a number that closes a headline and has its unit in the text: 可容纳8000, where the text says 8000人."""
    value = read.amount.value
    closes = text[read.end] == "\n" and text[start - 1].isalpha() and read.digits.isdigit()
    if not closes or is_year(read.digits) or value is None or value < LEAST_HEADED:
        return None
    unit = unit_elsewhere(text, read.digits, start)
    return None if unit is None or unit.kind == "duration" else in_unit(text, read, front, unit)


def is_counted(text: str, start: int, end: int, begin: int) -> bool:
    """Whether what stands on either side of a number says that it counts, rather than sums up money."""
    if context.is_priced(text, end):
        return False
    behind = context.is_counted_behind(text, end) or context.is_number_of(text, begin)
    return behind or context.is_counted_clause(text, start)


def in_unit(text: str, read: Measured, front: Front, unit: Unit) -> Built:
    """Build a number in a unit that the context gives."""
    value, low, high, hedge = bounded(read.amount, front[1])
    per, begin = rate(text, front[0], None, unit.kind)
    return (
        begin,
        read.end,
        Quantity(unit.kind, value, low, high, hedge, unit.prints, unit.currency, per, implied=True),
    )


def unit_elsewhere(text: str, numeral: str, start: int) -> Unit | None:
    """Return the unit that the same numeral has elsewhere: 受贿7047万 in a headline, 7047万余元 in the text."""
    at = context.spoken_elsewhere(text, numeral, start)
    elsewhere = read_measured(text, at, numeral_end(text, at)) if at >= 0 else None
    return elsewhere.unit if elsewhere else None


def is_year(numeral: str) -> bool:
    """Whether a bare number is rather the year of an event: 2025国庆档."""
    return len(numeral) == 4 and numeral[:2] in ("19", "20")

"""Numbers without a unit: before their noun (3000多万群众), in a list, elided (2万亿), or the reading of an index (95.2)."""

from __future__ import annotations

from newscli.extractors.quantity import context
from newscli.extractors.quantity.beside import after_hedge, bounded
from newscli.extractors.quantity.lexicon import units
from newscli.extractors.quantity.numerals import MAGNITUDES, MIDDLE_DOT, letter
from newscli.extractors.quantity.rates import rate
from newscli.extractors.quantity.reader import Ranged, read_measured, scaled
from newscli.model import Hedge, Quantity
from newscli.rules.rule import Found

U = units()
ROUND = frozenset(("十亿", "百亿", "千亿", "万亿"))
"""Sums that goals are set in: 百亿产值, 冲刺千亿."""
FUNCTION_LETTERS = frozenset("的却仍已在是与和及且也而又")
"""Letters behind a number that begin no noun: 日赚近29亿却仍."""
Built = Found[Quantity] | None
Front = tuple[int, Hedge | None]
"""Where the number begins with its hedge, and the hedge."""


def unitless(text: str, start: int, read: Ranged, front: Front) -> Built:
    """Build a number without a unit, or decline it."""
    listed = context.unit_of_list(text, read.end)
    if listed is not None:
        stated = bounded(scaled(read.amount, listed.scale), front[1])
        value, low, high, hedge = stated
        unit = listed.prints
        return Found(
            front[0], read.end, Quantity(listed.kind, value, low, high, hedge, unit, listed.currency, implied=True)
        )
    numeral = read.digits
    if numeral[0] > "9" and not (len(numeral) > 1 and (front[1] or numeral in ROUND)):
        return None
    if ("." in numeral or MIDDLE_DOT in numeral) and context.is_reading(text, start, read.end):
        return counted(read, (start, front[1]), read.end, kind="measure")
    if (len(numeral) > 1 and numeral[-1] in MAGNITUDES) or read.amount.hedge in ("over", "several"):
        return large(text, start, read, front)
    named = numeral.isdigit() and not is_year(numeral) and context.counted_noun(text, read.end, read.amount.value)
    return counted(read, front, read.end) if named else None


def large(text: str, start: int, read: Ranged, front: Front) -> Built:
    """Build a large number without a unit: it counts the noun behind it, else its unit is elided."""
    after = letter(text, read.end)
    if read.digits in ROUND:
        named = context.is_money_noun(text, read.end)
        return elided(text, start, read, front) if named or front[1] else None
    if after.isascii() and after.isalnum():
        return None
    if after.isalpha() and after not in FUNCTION_LETTERS and not text.startswith(context.LANDMARKS, read.end):
        behind, end = after_hedge(text, read.end)
        if behind is None:
            return counted(read, front, read.end)
        return elided(text, start, read._replace(end=end), (front[0], front[1] or behind))
    return elided(text, start, read, front)


def counted(read: Ranged, front: Front, end: int, *, kind: str = "count") -> Built:
    """Build a number that stands straight before its noun."""
    value, low, high, hedge = bounded(read.amount, front[1])
    return Found(front[0], end, Quantity("measure" if kind == "measure" else "count", value, low, high, hedge, None))


def elided(text: str, start: int, read: Ranged, front: Front) -> Built:
    """Build a number whose unit only the context gives: the same numeral elsewhere, else a noun of money before it."""
    at = context.spoken_elsewhere(text, read.digits, start)
    elsewhere = read_measured(text, at - len(read.digits), at) if at >= 0 else None
    unit = elsewhere.unit if elsewhere else None
    if unit is None and context.is_counted_clause(text, start):
        return counted(read, front, read.end)
    if unit is None and (read.digits[-1] == "亿" or context.is_money_clause(text, start)):
        unit = U.units["元"]
    if unit is None:
        return counted(read, front, read.end)
    value, low, high, hedge = bounded(read.amount, front[1])
    per, begin = rate(text, front[0], None, unit.kind)
    return Found(
        begin, read.end, Quantity(unit.kind, value, low, high, hedge, unit.prints, unit.currency, per, implied=True)
    )


def is_year(numeral: str) -> bool:
    """Whether a bare number is rather the year of an event: 2025国庆档."""
    return len(numeral) == 4 and numeral[:2] in ("19", "20")

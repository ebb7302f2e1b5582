"""Time expressions (时间): dates, clock times, years, ranges and relative words; they claim their text."""

from __future__ import annotations

from datetime import date

from newscli.extractors.period.calendar import period_of
from newscli.extractors.period.rules import MATCHER
from newscli.model import Mention, Period, make_mention


def find_periods(text: str, published: date | None = None) -> list[Mention[Period]]:
    """Return the time expressions of a flow text, in text order.

    >>> [m.value.text for m in find_periods("截至目前,2023年前7个月出口增长")]
    ['截至目前', '2023年前7个月']
    """
    return [
        make_mention((start, end, period_of(text[start:end], published), rule))
        for start, end, _, rule in MATCHER.find(text)
    ]

"""Days as people write them: ISO, with slashes or dots, without signs, or in Chinese; a month or a year stands for all its days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

DAY = re.compile(r"(\d{4})(?:(\d\d)(\d\d)|([-/.])(\d{1,2})\4(\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?!\d)")
MONTH = re.compile(r"(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月)")
YEAR = re.compile(r"(\d{4})年?")


def parse_day(text: str) -> date | None:
    """Return the day that opens an ISO date or time, or one in another common spelling.

    >>> parse_day("2024-01-31T08:00:00+08:00"), parse_day("2024年1月31日")
    (datetime.date(2024, 1, 31), datetime.date(2024, 1, 31))
    >>> parse_day("20240131"), parse_day("2024-02-31")
    (datetime.date(2024, 1, 31), None)
    """
    found = DAY.match(text.strip())
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2] or found[5] or found[7]), int(found[3] or found[6] or found[8]))
    except ValueError:
        return None


def parse_days(text: str) -> tuple[date, date] | None:
    """Return the first and the last day of a day, month or year.

    >>> [day.isoformat() for day in parse_days("2024-02")]
    ['2024-02-01', '2024-02-29']
    """
    text = text.strip()
    if day := parse_day(text):
        return day, day
    try:
        if found := MONTH.fullmatch(text):
            first = date(int(found[1]), int(found[2] or found[3]), 1)
            return first, first.replace(day=monthrange(first.year, first.month)[1])
        if found := YEAR.fullmatch(text):
            return date(int(found[1]), 1, 1), date(int(found[1]), 12, 31)
    except ValueError:
        return None
    return None

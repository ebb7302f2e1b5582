"""From a time expression to days: the first and the last that it covers."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from newscli.extractors.period.clock import HAN
from newscli.extractors.period.lexicon import T
from newscli.model import Period
from newscli.rules.pattern import alternation

Days = tuple[date, date]


HAN_VALUE: Final = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "0": 0,
    "○": 0,
    "两": 2,
    "正": 1,
    "元": 1,
    "腊": 12,
}
YEAR: Final = re.compile(
    rf"(?P<year>(?:1[5-9]|20|21)\d\d|[一二][〇零○0九八七六][〇零○0{HAN[:-1]}]{{2}})(?= ?(?:年(?!代)|[财学])|$)"
    rf"|(?:^|(?<=[自从到至止]))(?P<short>\d\d|[五六七八九〇零○][〇零○{HAN[:-1]}])(?=年(?:[\d{HAN}初底末上下起以]|$))"
)
FIRST_SHORT: Final = 49
"""From here on two figures name a year of the last century."""
RELATIVE_YEAR: Final = re.compile(alternation(T["year"]))
RELATIVE_DAY: Final = re.compile(alternation(T["day"]))
RELATIVE_MONTH: Final = re.compile(alternation(T["month"]))
RELATIVE_WEEK: Final = re.compile(rf"(?P<week>{alternation(T['week'])})(?P<day>[一二三四五六日天末])?")
MONTH: Final = re.compile(rf"(?P<month>\d{{1,2}}|[{HAN}正腊元]{{1,2}})月")
MONTHS: Final = re.compile(r"(?<![月\d])(?P<first>\d{1,2})(?:月份?)?[-—–~至到]{1,2}(?P<last>\d{1,2})月")
FIRST_MONTHS: Final = re.compile(rf"[前头](?P<count>\d{{1,2}}|[{HAN}两]{{1,2}})个?月")
DAY: Final = re.compile(rf"(?P<day>\d{{1,2}}|[{HAN}]{{1,3}})[日号]")
DAY_IN_MONTH: Final = re.compile(rf"(?P<day>\d{{1,2}}|[{HAN}]{{1,3}})(?:[日号]|$)")
"""A day behind its month; the first of several leaves 日 to the last: 8月2至4日."""
QUARTER: Final = re.compile(r"(?P<first>前)?第?(?P<quarter>[一二三四1-4])季度")
NUMERIC: Final = re.compile(r"(?P<year>(?:19|20)\d\d)[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})")
YEARS: Final = re.compile(r"(?P<first>(?:18|19|20)\d\d)[-—–~至到/]{1,2}(?P<last>(?:(?:18|19|20)\d\d)|\d\d) ?[年财学赛]")
PLAN: Final = re.compile(alternation(T["plan"]))
RANGE: Final = re.compile(r"[至到—–~\-]+|[、和]")
THIRDS: Final = {
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 31),
    "初": (1, 10),
    "中": (11, 20),
    "底": (21, 31),
    "末": (21, 31),
}
HALVES: Final = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "年初": (1, 1),
    "年底": (12, 12),
    "年末": (12, 12),
    "年中": (6, 6),
    "前三季度": (1, 9),
}


def number(text: str) -> int:
    """Return the value of a day, month or year in Arabic or Chinese digits."""
    if text.isdigit() and text.isascii():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (HAN_VALUE[tens] if tens else 1) * 10 + (HAN_VALUE[ones] if ones else 0)
    return int("".join(str(HAN_VALUE[c]) for c in text))


def month_days(year: int, first: int, last: int | None = None) -> Days | None:
    """Return the days of a month, or of several of one year."""
    last = first if last is None else last
    if not (1 <= first <= 12 and 1 <= last <= 12 and 1 <= year <= 9999):
        return None
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def a_day(year: int, month: int, day: int) -> Days | None:
    """Return one day as a range, or null when the calendar has none."""
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return (date(year, month, day),) * 2


def year_of(text: str, published: date | None) -> int | None:
    """Return the year that an expression names, absolute or counted from the publication date."""
    if found := YEAR.search(text):
        return number(found["year"]) if found["year"] else full_year(number(found["short"]))
    if published and (found := RELATIVE_YEAR.search(text)):
        return published.year + int(T["year"][found[0]])
    return None


def full_year(short: int) -> int:
    """Return the year that two figures name: 98年 is 1998, 03年 is 2003."""
    return short + (1900 if short >= FIRST_SHORT else 2000)


@lru_cache(maxsize=4096)
def period_of(text: str, published: date | None) -> Period:
    """Return a time expression with its days.

    >>> period_of("去年9月", date(2024, 2, 1))
    Period(text='去年9月', since=datetime.date(2023, 9, 1), until=datetime.date(2023, 9, 30))
    """
    since, until = days_of(text, published) or (None, None)
    return Period(text, since, until)


def days_of(text: str, published: date | None) -> tuple[date | None, date | None] | None:
    """Return the first and last day of an expression; one of them is null where it is open."""
    text = text.replace(" ", "")  # 6 月 30 日
    open_start, open_end = text.startswith(("截", "到")), text.endswith(("以来", "至今", "起"))
    core = text.removesuffix("以来").removesuffix("至今")
    days = whole_range(core, published)
    if days is None:
        return None
    if open_end:
        return days[0], published
    return (None, days[1]) if open_start else days


def whole_range(text: str, published: date | None) -> Days | None:
    """Return the days from the first point of an expression to its second, if it has two."""
    if found := YEARS.search(text):
        last = int(found["last"]) if len(found["last"]) == 4 else int(found["first"][:2] + found["last"])
        return date(int(found["first"]), 1, 1), date(max(last, 1), 12, 31)
    if FIRST_MONTHS.search(text) or MONTHS.search(text) or NUMERIC.search(text):
        return point(text, published, None, None)
    left, *right = RANGE.split(
        text.removeprefix("到").removeprefix("自").removeprefix("截至").removeprefix("截止"), maxsplit=1
    )
    first = point(left, published, None, None)
    if first is None or not right or right[0] in ("今", "目前", ""):
        return (first[0], published) if first and right and published else first
    second = point(right[0], published, first[0].year, first[0].month)
    return (first[0], second[1]) if second and second[1] >= first[0] else first


def point(text: str, published: date | None, year: int | None, month: int | None) -> Days | None:
    """Return the days of one point in time; ``year`` and ``month`` are lent by an earlier one (7月29日至30日)."""
    if found := NUMERIC.search(text):
        return a_day(int(found["year"]), int(found["month"]), int(found["day"]))
    if found := PLAN.search(text):
        first, last = T["plan"][found[0]]
        return date(first, 1, 1), date(last, 12, 31)
    if RELATIVE_MONTH.match(text) or RELATIVE_DAY.match(text) or RELATIVE_WEEK.match(text):
        bracket = text.partition("(")[2]
        return point(bracket, published, None, None) if bracket else near(text, published)
    named = year_of(text, published)
    days = in_year(text, published, named if named is not None else year, month)
    if days is None and named is not None and 1 <= named <= 9999:
        return date(named, 1, 1), date(named, 12, 31)
    return days or near(text, published)


def in_year(text: str, published: date | None, year: int | None, month: int | None) -> Days | None:
    """Return the days of months, quarters, halves and dates within a year, the latest past one when none is named."""
    known = year if year is not None else published.year if published else None
    if known is None:
        return None
    if found := FIRST_MONTHS.search(text):
        return month_days(known, 1, number(found["count"]))
    if found := MONTHS.search(text):
        return month_days(known, int(found["first"]), int(found["last"]))
    if found := MONTH.search(text):
        return in_month(text, published, number(found["month"]), (year, known))
    if found := QUARTER.search(text):
        last = number(found["quarter"]) * 3
        return month_days(known, 1 if found["first"] else last - 2, last)
    for word, (first, last) in HALVES.items():
        if word in text:
            return month_days(known, first, last)
    if (found := DAY.search(text)) and (published or month):
        return day_alone(number(found["day"]), published, year, month)
    return None


def in_month(text: str, published: date | None, month: int, years: tuple[int | None, int]) -> Days | None:
    """Return a month, a third of it, or a day in it; without a stated year, never far after the publication date."""
    stated, year = years
    if stated is None and published and 1 <= month <= 12 and date(year, month, 1) > published + timedelta(days=62):
        year -= 1
    tail = text[text.index("月") + 1 :]
    if found := DAY_IN_MONTH.match(tail):
        return a_day(year, month, number(found["day"]))
    days = month_days(year, month)
    for word, (first, last) in THIRDS.items():
        if tail.startswith(word) and days:
            return days[0].replace(day=first), days[0].replace(day=min(last, days[1].day))
    return days


def day_alone(day: int, published: date | None, year: int | None, month: int | None) -> Days | None:
    """Return a day without a month: that of the range's first point, else the latest past one (28日)."""
    if year is not None and month is not None:
        return a_day(year, month, day)
    if published is None:
        return None
    for back in range(2):
        at = published.replace(day=1) - timedelta(days=back)
        if back == 0 and day > published.day:
            continue
        return a_day(at.year, at.month, day)
    return None


def near(text: str, published: date | None) -> Days | None:
    """Return the days of words that count from the publication date: 昨天, 上月, 上周五."""
    if published is None:
        return None
    if found := RELATIVE_DAY.search(text):
        return (published + timedelta(days=int(T["day"][found[0]])),) * 2
    if found := RELATIVE_MONTH.search(text):
        index = published.year * 12 + published.month - 1 + int(T["month"][found[0]])
        named = DAY.search(text)
        year, month = index // 12, index % 12 + 1
        return a_day(year, month, number(named["day"])) if named else month_days(year, month)
    if found := RELATIVE_WEEK.search(text):
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=int(T["week"][found["week"]]))
        if found["day"]:
            return (monday + timedelta(days=int(T["weekday"][found["day"]])),) * 2
        return monday, monday + timedelta(days=6)
    return None

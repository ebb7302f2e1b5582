"""Time expressions (时间): dates, clock times, years, ranges and relative words; they claim their text."""

from __future__ import annotations

import re
from datetime import date

from newscli.extractors.period.pattern import CLOCK, DAY, HAN, MONTH, PART, RELATIVE_YEAR, SHORT_YEAR, YEAR, T, one_of
from newscli.model import Mention, Period

YEAR_PART = one_of(
    [
        "上半年",
        "下半年",
        "全年",
        "年初",
        "年末",
        "年底",
        "年中",
        "春节",
        "元旦",
        "初",
        "末",
        "底",
        "中",
        "春",
        "夏",
        "秋",
        "冬",
        "春季",
        "秋季",
        "夏季",
        "冬季",
        "度",
    ]
)
QUARTER = rf"(?:前|第)?[一二三四1-4]季度|[一二三四]季报|前三季度"
MONTHS = rf"(?:前)\d{{1,2}}个月|(?:前)[一二两三四五六七八九十]{{1,2}}个月|\d{{1,2}}[至到—\-]{MONTH}|[一二三四五六七八九十]{{1,2}}[至到—\-]{MONTH}"
AFTER = r"(?:起|以来|期间|时期|前后|以前|之前|以后|之后|至今)?"
DATE = rf"{MONTH}(?:{DAY}|[上中下]旬|初|底|末|中(?!国|学|心|央))?|{DAY}"
MOMENT = (
    rf"(?:(?:{YEAR}|{SHORT_YEAR}|(?:{RELATIVE_YEAR}))(?:(?:的)?(?:{MONTHS}|{DATE}|(?:{QUARTER})|{YEAR_PART}))?"
    rf"|{MONTHS}|{DATE}|{QUARTER}|{one_of([*T['month'], *T['day']])}(?:{DAY})?)"
)
FULL = rf"{MOMENT}(?:\({DATE}\))?(?:{PART})?(?: ?{CLOCK})?"
RANGE = rf"(?:[至到—–\-~]+(?:{FULL}|{one_of(['目前', '今'])}))?"
PLAN = rf"[“\"]?(?:{one_of(T['plan'])})[”\"]?(?:规划)?(?:期间|时期|末|以来|前四年|收官之年|开局之年)"
LEAD = r"(?:截至|截止|截止到|自|从|到|至|由|在)?"
VAGUE = one_of(T["vague"]["words"])
FEAST = rf"(?:{one_of(T['feast']['names'])})(?:{one_of(T['feast']['after'])})?"
TIME = re.compile(
    rf"(?P<span>(?:截至|截止|自|从|到)?(?:{FULL}|(?P<vague>{VAGUE})(?:{PART})?){RANGE}{AFTER})|(?P<plan>{PLAN})|(?P<clock>{CLOCK})|(?P<week>[上本下]?(?:{one_of(T['week']['days'])}))(?:{PART})?|(?P<feast>(?:{RELATIVE_YEAR})?{FEAST}(?:至今)?)"
)


def find_periods(text: str, published: date | None = None) -> list[Mention[Period]]:
    """Return the time expressions of a flow text, in text order.

    >>> [m.value.text for m in find_periods("截至目前,2023年前7个月出口增长")]
    ['截至目前', '2023年前7个月']
    """
    found = []
    for match in TIME.finditer(text):
        before = text[match.start() - 1 : match.start()]
        first = text[match.start()]
        if first.isdigit() and (
            before.isalnum() and before.isascii() or (before and before in ".-/" and match.start() > 1)
        ):
            continue
        found.append(Mention(match.start(), match.end(), Period(match[0]), "period.expression"))
    return found

"""The grammar of time expressions, part by part: each reader returns where its part ends, or where it began when there is none.

Texts are closed by line ends (:func:`newscli.rules.match.closed`), so that any reader may look at the letter behind its part.
What begins at a letter is asked of a set of first letters before a reader is called: most of what follows a date is no time.
"""

from __future__ import annotations

import re
from typing import Final

from newscli.extractors.period import lexicon as words
from newscli.extractors.period.clock import HAN, LIST_JOINTS, match_end, read_clock, read_clock_span

YEAR: Final = re.compile(
    rf"(?:(?:1[5-9]|20|21)\d\d ?|[一二][〇零○0九八七六][〇零○0{HAN}]{{2}})(?:(?:[财学]|财政|会计)?年(?!级|代|轻|[前后](?=[,。\n]))度?(?:采暖季|供暖季)?|(?=[上下]半年))"
)
SEASON: Final = "(?:年度?采暖季|年度?供暖季|年度?|[财学]年度?|财政年度|会计年度|市场年度|粮食年度|赛季|榨季|雪季|航季)"
HAN_YEAR: Final = f"[一二][〇零○0九八七六][〇零○0{HAN[:-1]}]{{2}}"
YEARS: Final = re.compile(
    rf"(?:1[89]|20)\d\d ?[-—–~至到/]{{1,2}} ?(?:(?:1[89]|20)\d\d|\d\d) ?{SEASON}|{HAN_YEAR}[-—–~至到]{{1,2}}{HAN_YEAR}年"
)
YEAR_LISTED: Final = re.compile(r"(?:1[89]|20)\d\d(?=(?:[、和](?:1[89]|20)\d\d){1,8} ?年)")
"""A year of several that share one 年, each a time of its own: 1985 of 1985、1986、1987年."""
NO_STRETCH: Final = "(?![前后来间以之内里多半余度代级款版届限轻])"
"""Behind 年: none of these, with which the number before it is a stretch of time or a name."""
NO_NAME: Final = "(?![代级款版届限])"
"""Behind a 年 that no stretch can come before: 03年以来, 九八年后."""
SHORT_YEAR: Final = re.compile(
    rf"\d\d年(?=\d{{1,2}}月)|0\d年{NO_NAME}|[5-9]\d年(?=的?(?:{words.EVENTS}))"
    rf"|(?:49|[5-9][1-9])年(?:(?=[初底末](?!心))|(?=[上下]半年)|(?<=[{words.OF_YEARS}]..年)(?<![{words.OF_SIZES}]于..年){NO_STRETCH})"
)
"""A year without its century: 03年, 97年底, 98年大洪水, 仅次于98年; elsewhere a number of two figures says how long."""
HAN_SHORT_YEAR: Final = re.compile(rf"(?!五六|六七|七八|八九)[五六七八九〇零○][〇零○{HAN[:-1]}]年{NO_NAME}")
"""The same in letters: 九八年 is no stretch of 九十八年; 七八年 is one of seven or eight."""
NUMERIC: Final = re.compile(r"(?:19|20)\d\d[-./](?:1[0-2]|0?[1-9])[-./](?:3[01]|[12]\d|0?[1-9])(?!\d)")
MONTH_NUMBER: Final = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[{HAN}])"
MONTH_SPAN: Final = re.compile(rf"{MONTH_NUMBER}(?:月份?)? ?(?:[-—–~至到]{{1,2}}|[、和]) ?{MONTH_NUMBER} ?月(?!\d)份?")
MONTH: Final = re.compile(rf"(?:(?:1[0-2]|0?[1-9]) ?|十[一二]?|[{HAN}正腊元])月份?")
DAY_LENT: Final = re.compile(
    rf"(?:3[01]|[12]\d|0?[1-9]|[二三]?十[{HAN}]?|[{HAN}])(?=[-—–~至到]{{1,2}}(?:(?:19|20)\d\d年)?(?:1[0-2]|[1-9]|十[一二]?|[{HAN}])月[\d{HAN}])"
)
"""A day that leaves 日 to the end of the range, in another month: 6月30至7月4日."""
DAYS: Final = re.compile(r"(?:3[01]|[12]\d|0?[1-9])(?:(?:[-—–~至到]{1,2}|[、和])(?:3[01]|[12]\d|0?[1-9])){1,6}日")
"""Days that share one 日: 8月2至4日, 2月6、7、8日."""
LUNAR_DAY: Final = re.compile(rf"(?:[二三]?十[{HAN}]?|[{HAN}])(?![{HAN}个多几余])")
DAY: Final = re.compile(
    rf"(?:(?:3[01]|[12]\d|0?[1-9]) ?|[二三]?十[{HAN}]?|[{HAN}])(?:日(?![内游制龄均]|以[上内]|千里|三餐|之[计功寒])|号(?=[,。上下晚早凌中至到—\-]))|初[{HAN}]|廿[{HAN}]"
)
QUARTER: Final = re.compile(r"[前第]?[一二三四1-4](?:个季度|季度|财季)[初末]?|第[一二三四]季(?![节度])")
DAY_LIST: Final = re.compile(rf"(?:[、和](?:3[01]|[12]\d|0?[1-9]|[二三]?十[{HAN}]?|[{HAN}])日){{1,6}}")
"""Days that each have their 日: 9日、10日两天."""
DAYS_SUMMED: Final = re.compile(r"[两三四五六七]天")
FIRST_MONTHS: Final = re.compile(rf"[前头](?:\d{{1,2}}|[{HAN}两]{{1,2}})(?:个月|月(?!\d)份?)")
AGO: Final = re.compile(
    rf"(?:近|过去的?|未来|最近|今后|此后|前)?这? ?(?:\d{{1,4}}万? ?|[{HAN}两百千万几数半]{{1,4}})[多余几]?(?:个?多?(?:年|周|天|日|小时|世纪)|个多?月|(?<=[两几数半])月)[多半]?(?:来(?![自到源])|以来|[之以][前后]|前(?![列提往来后卫期任沿景端])|后(?![来勤续备方卫期任代者端劲悔])|间(?![断接隔谍距苗]))"
    rf"|(?:近|过去的?|未来|最近|今后|这)这? ?(?:\d{{1,3}} ?|[{HAN}两百几数半]{{1,3}})[多余几]?(?:[至到—-](?:\d{{1,2}}|[{HAN}两]))?(?:个?(?:年|周|天|日|小时|季度)|个月|(?<=[两几数半])月)[间里中]?(?![内多以])"
    rf"|(?:今后|未来)(?:\d{{1,2}}|[{HAN}两几]{{1,2}})(?:[至到—-](?:\d{{1,2}}|[{HAN}两]))?(?:年|个月|周|天)内"
    rf"|前(?:几|两|些|一两|两三)年"
)
DECADE: Final = re.compile(
    rf"(?:(?:\d\d|[{HAN}]{{2,3}}|[上本])世纪)(?:(?:(?:\d0|[{HAN}]十)[至到、—-])?(?:\d0|[{HAN}]{{1,2}}十)年代)?(?:初期?|中[叶期]|末期?|后期|前期)?(?:[至到—-]?(?:\d0|[{HAN}]十)年代(?:初期?|中期|末期?|后期)?)?"
    rf"|(?:(?:(?:1[5-9]|20)\d0|[一二][〇零○九八七六][〇零○{HAN}][〇零○])(?!年代[{words.NOT_BEHIND['decade']}])|\d0|[{HAN}]{{1,2}}十)年代(?:初期?|中期|末期?|后期)?(?:[至到—-]?(?:\d0|[{HAN}]十)年代(?:初期?|中期|末期?|后期)?)?"
)
LUNAR: Final = frozenset("正腊")
"""Months of the old calendar, whose days go without 日: 正月十四."""
ABOUT: Final = "约"
"""What may stand between a part of the day and its hour: 13日上午约8时."""
CLOCK_FIRSTS: Final = frozenset(f"0123456789{HAN}零两")
MONTH_FIRSTS: Final = frozenset(f"0123456789{HAN}第正腊元")
YEAR_SECONDS: Final = frozenset("0123456789〇零○九八七六")
YEAR_FIRSTS: Final = frozenset("0123456789一二")
SHORT_FIRSTS: Final = frozenset("五六七八九〇零○")
FIGURES: Final = "0123456789"
LONGEST_DAY: Final = 2
"""Figures in a day or a month; more of them are a year."""


IN_DAY: Final = CLOCK_FIRSTS.union(words.DAY_PARTS.lengths, " ")
"""What begins that follows a day: 上午, 8时."""
IN_YEAR: Final = MONTH_FIRSTS.union(words.YEAR_PARTS.lengths, words.MONTH_PARTS.lengths, "前头的")


def day_part(text: str, at: int) -> int:
    """Return the end of a part of the day; a letter that opens another word is none: 春节晚会."""
    end = words.DAY_PARTS.end(text, at)
    return at if end == at + 1 and text[end] in words.NOT_BEHIND["part"] else end


def read_in_day(text: str, at: int) -> int:
    """Return the end of what follows a day: 上午, 8时, 晚上8点."""
    if text[at] not in IN_DAY:
        return at
    end = day_part(text, at)
    gap = end + 1 if text[end] in (" ", ABOUT) else end
    if text[gap] not in CLOCK_FIRSTS:
        return end
    clock = read_clock(text, gap, sure=True)
    if clock == gap:
        clock = read_clock_span(text, gap)
    return clock if clock > gap else end


def read_month(text: str, at: int) -> int:
    """Return the end of a month with its day or third: 9月底, 7月29日, 11月中旬."""
    end = match_end(MONTH, text, at)
    if end == at or text[end - 1] == "份":
        return end
    gap = end + 1 if text[end] == " " else end
    day = read_days(text, gap)
    if day > gap:
        return listed(text, day)
    if text[at] in LUNAR or text.startswith("十五", end):
        return match_end(LUNAR_DAY, text, end)
    part = words.MONTH_PARTS.end(text, end)
    if part == end + 1 and text[end] == "中" and text[part].isalpha():  # 今年9月中非论坛
        return end
    return part


def listed(text: str, end: int) -> int:
    """Return the end of a day with the days that a list adds to it: 9日、10日两天."""
    if text[end] not in "、和":
        return end
    last = match_end(DAY_LIST, text, end)
    return match_end(DAYS_SUMMED, text, last) if last > end else end


def read_in_year(text: str, at: int) -> int:
    """Return the end of what follows a year: 9月, 上半年, 前7个月, 一季度, 同期."""
    start = at + 1 if text[at] in ("的", " ") else at
    end = read_months(text, start)
    if end == start:
        end = words.YEAR_PARTS.end(text, start)
        if text[at] == " ":
            return at
        if end == start + 1 and text[end] in words.NOT_BEHIND["season"]:
            return at
        if end > start and words.FEASTS.end(text, start) >= end:
            end = feast_end(text, words.FEASTS.end(text, start))
    return end if end > start else at


def read_months(text: str, at: int) -> int:
    """Return the end of a month, several, or a quarter: 1至7月, 前7个月, 9月底, 一季度."""
    first = text[at]
    if first in "前头":
        end = match_end(FIRST_MONTHS, text, at)
        return end if end > at else match_end(QUARTER, text, at)
    if first not in MONTH_FIRSTS:
        return at
    behind = text[at + 1 : at + 5]
    if not LIST_JOINTS.isdisjoint(behind) and (end := match_end(MONTH_SPAN, text, at)) > at:
        return end
    if "季" in behind and (end := match_end(QUARTER, text, at)) > at:
        return end
    return read_month(text, at)


def read_year(text: str, at: int) -> int:
    """Return the end of a year in figures or letters with what follows it."""
    second = text[at + 1]
    if second not in YEAR_SECONDS:
        return at
    for pattern in (YEAR, SHORT_YEAR):
        end = match_end(pattern, text, at)
        if end > at:
            return read_in_year(text, end)
    for pattern in (YEARS, YEAR_LISTED, NUMERIC):
        end = match_end(pattern, text, at)
        if end > at:
            return end
    return at


def is_cut(text: str, at: int, end: int) -> bool:
    """Whether a word of time is a piece of another: 光明日报, 今日头条, 十来年, 一下周围."""
    word = text[at:end]
    before, behind = words.BEFORE.get(word, ""), words.BEHIND.get(word, ())
    return text[at - 1] in before or text.startswith(behind, end)


def read_word(text: str, at: int) -> int:
    """Return the end of a point that a word opens: 今年前7个月, 本月11日, 昨晚, 上周五, 春节假期."""
    end = words.HEADS.end(text, at)
    if end == at:
        return at
    word = text[at:end]
    if is_cut(text, at, end):
        return at
    if word in words.YEARS.words:
        return read_in_year(text, end)
    if word in words.MONTHS.words:
        day = match_end(DAY, text, end)
        return day if day > end else words.MONTH_PARTS.end(text, end)
    if word in words.WEEKS.words:
        return end + 1 if text[end] in words.T["weekday"] else end
    if word in words.DAYS.words:
        return end
    while text[end] in ("、", "和") and words.FEASTS.end(text, end + 1) > end + 1:
        end = words.FEASTS.end(text, end + 1)
    tail = feast_end(text, end)
    return tail if tail > end or word in words.BARE_FEASTS else at


FEAST_DAYS: Final = re.compile(r"(?:[前头首后][两二三四五六七2-7]|第[一二三四五六七1-7]|最后[一两])[天日]")
"""Some days of a holiday: 国庆假期前三天."""
FEAST_DAYS_FIRST: Final = frozenset("前头首后第最")


def feast_end(text: str, end: int) -> int:
    """Return the end of what closes a feast: 春节期间, 节日前夕, 国庆节后; not 春节前往."""
    tail = words.FEAST_TAILS.end(text, end)
    if tail == end + 1 and text[tail] in words.NOT_FRONT:
        return end
    return match_end(FEAST_DAYS, text, tail) if tail > end and text[tail] in FEAST_DAYS_FIRST else tail


def read_days(text: str, at: int) -> int:
    """Return the end of one day or of several that share 日."""
    if text[at + 1] in LIST_JOINTS or text[at + 2] in LIST_JOINTS:
        end = match_end(DAYS, text, at)
        if end == at:
            end = match_end(DAY_LENT, text, at)
        if end > at:
            return end
    return match_end(DAY, text, at)


def read_figures(text: str, at: int, end: int) -> int:
    """Return the end of a point that begins with figures; the letter behind them says at once what it may be."""
    follower = text[end]
    if follower == " ":
        follower = text[end + 1]
    if end - at > LONGEST_DAY or follower == "年":
        return read_year(text, at)
    if follower in "日号":
        return listed(text, match_end(DAY, text, at))
    if follower in "月季":
        return read_months(text, at)
    if follower in LIST_JOINTS:
        end = read_months(text, at)
        end = end if end > at else match_end(DAYS, text, at)
        return end if end > at else read_clock_span(text, at)
    return at


def read_letters(text: str, at: int) -> int:
    """Return the end of a point that begins with a letter: 二〇二三年, 三月, 初五, 今年, 春节假期."""
    first = text[at]
    end = read_year(text, at) if first in YEAR_FIRSTS else at
    if first in SHORT_FIRSTS and text[at + 2] == "年" and (short := match_end(HAN_SHORT_YEAR, text, at)) > at:
        return read_in_year(text, short)
    if end == at:
        end = read_months(text, at)
    if end > at:
        return end
    end = match_end(DAY, text, at) if first in CLOCK_FIRSTS else at
    return end if end > at else read_word(text, at)


def read_point(text: str, at: int) -> int:
    """Return the end of one point in time, from its year down to its clock time."""
    run = at
    while text[run] in FIGURES:
        run += 1
    end = read_figures(text, at, run) if run > at else read_letters(text, at)
    if end == at:
        return at
    if text[end] == "(" and words.DAYS.end(text, at) != end:
        inner = read_month(text, end + 1)
        inner = inner if inner > end + 1 else match_end(DAY, text, end + 1)
        end = inner + 1 if inner > end + 1 and text[inner] == ")" else end
    return read_in_day(text, end)

"""From a match to the span of a time expression: what each rule of :mod:`rules` reads from where it begins."""

from __future__ import annotations

import re
from typing import Final

from newscli.extractors.period import lexicon as words
from newscli.extractors.period import ranges, reader
from newscli.extractors.period.clock import HAN, match_end, read_clock
from newscli.extractors.period.ranges import is_event, read_expression
from newscli.extractors.period.reader import read_in_day
from newscli.rules.hanzi import HANZI
from newscli.rules.rule import Found

FIGURES: Final = "0123456789"
Span = Found[bool] | None
"""Where a time expression begins and ends; the value only says that it is one."""
JOINS_NUMBER: Final = frozenset(f"{FIGURES}{HAN}两几半多每近个百千万")
"""年内 behind one of these is no year's course: 3年内, 半年内."""


NEARLY: Final = frozenset("将接附邻最靠临")
"""Before 近 these make another word of it: 将近两个小时."""
SHORT: Final = frozenset("短仅只用时")
"""Before 一年间: 短短一年间 says how long, not when."""
NO_FRONT: Final = frozenset("提以之目从此先眼日面超空史跟生膝街心老")
"""Letters that make another word of 前 or 头: 提前2个月."""


def span(start: int, end: int) -> Span:
    """Return a found span, nothing when it is empty."""
    return (start, end, True) if end > start else None


def expression(text: str, start: int, _: int) -> Span:
    """Read a date, a year, a range: whatever the grammar reads from here."""
    if text[start] in FRONT and text[start - 1] in NO_FRONT:
        return None
    end = read_expression(text, start)
    if end == start:
        return None
    lone_day = text[end - 1] == "日" and end - start <= LONGEST_LONE_DAY
    if lone_day and (is_stretch(text, start) or reader.is_cut(text, start, end)):
        return None  # 拘留十五日, 较前一日
    return start, end, True


FRONT: Final = "前头"
LONGEST_LONE_DAY: Final = 4


def is_stretch(text: str, at: int) -> bool:
    """Whether a number of days, not a day of the month, stands behind a word: 拘留十五日, 为期3日."""
    return text.endswith(words.STRETCH, max(0, at - 2), at)


def clock(text: str, start: int, _: int) -> Span:
    """Read a clock time that stands without a date: 7时40分, 晚上8点, 12:30."""
    part = start if text[start] in FIGURES else reader.day_part(text, start)
    end = read_clock(text, part, sure=part > start)
    if end == part or (text[end - 1].isdigit() and "比" in text[max(0, start - 6) : start]):
        return None
    joint = match_end(ranges.JOINT, text, end) if text[end] in ranges.JOINTS else end
    second = read_clock(text, joint, sure=True) if joint > end else joint
    if second == joint > end:
        second = ranges.read_next(text, joint)
    return span(start, second if second > joint else end)


def ago(text: str, start: int, number: int) -> Span:
    """Read a stretch that ends or begins now: 半年来, 近5年, 两年前; most numbers have neither word beside them."""
    first, before = text[start], text[start - 1]
    if first not in SINCE_OPENING:
        if text[number] in SINCE_UNITS and text[number + 1] not in SINCE_ON:
            return None
        if SINCE_CLOSING.isdisjoint(text[number : number + SINCE_REACH]):
            return None
    match = reader.AGO.match(text, start)
    if match is None:
        return None
    end = match.end()
    if first == "近" and is_nearly(text, start, end):
        return None
    if (first == "前" and before in NO_FRONT) or (text[end - 1] == "间" and before in SHORT):
        return None
    return span(start, end)


def is_nearly(text: str, start: int, end: int) -> bool:
    """Whether 近 says nearly, not lately: 将近两个小时, 早了近半个月, 等了近一年的时间; not 经过近两年来的实践, 公布了近三年的数据."""
    if text[start - 1] in NEARLY or text.endswith(words.LASTING, 0, start):
        return True
    if text[end - 1] in SINCE_CLOSING:
        return False
    return text.endswith(words.THROUGH, 0, start) or (
        text[start - 1] == DONE and (not text[end].isalpha() or words.LASTED.end(text, end) > end)
    )


DONE: Final = "了"


SINCE_OPENING: Final = frozenset("近过未最今此前这")
"""What opens a stretch in front of its number: 近5年, 这3天."""
SINCE_CLOSING: Final = frozenset("来以之前后间")
"""What closes one behind its unit: 两年前, 3天以来."""
SINCE_UNITS: Final = frozenset("年月日周天")
SINCE_ON: Final = SINCE_CLOSING | frozenset("多半")
"""What a unit of one letter has behind it where it is closed: 3天以来, 两年多来."""
SINCE_REACH: Final = 10
"""How far behind the anchor that may begin, the number and its unit between: 一百二十多个月|以来."""


def vague(text: str, start: int, _: int) -> Span:
    """Read a moment without a date of its own: 目前, 近日, 当天下午."""
    end = words.VAGUE.end(text, start)
    before = text[start - 1]
    if end > start:
        if reader.is_cut(text, start, end):
            return None
        on = read_on(text, start, end)
        if on > end and text[on] in ranges.JOINTS:  # 同日17时至18时30分
            on = ranges.ranged(text, on)
        return start, ranges.suffixed(text, on), True
    end = words.BOUNDS.end(text, start)
    if end > start:
        cut = before in JOINS_NUMBER or before in words.BEFORE.get(text[start], "")
        return None if cut else (start, ranges.suffixed(text, end), True)
    end = words.AROUND.end(text, start)
    if end > start:
        return (start, end, True) if is_around(text, start, end) else None
    end = words.OPENERS.end(text, start)
    if "一" <= before <= "龥" and before not in "由从":
        return None
    return span(start, end) if is_adverb(text, text[start:end], end) else None


def is_around(text: str, start: int, end: int) -> bool:
    """Whether 节前 or 年后 is a time where it stands: 年后降至4元, 不同于节前的; not 季节前, 3年后, 成年后."""
    before = text[start - 1]
    if text[end] in words.NOT_FRONT:
        return False
    if before.isalpha():
        return before in (words.FEAST_AFTER if text[start] == FEAST else words.AROUND_AFTER)
    return not before.isdigit() and not (before == " " and text[start - 2].isalnum())


FEAST: Final = "节"


def is_adverb(text: str, word: str, end: int) -> bool:
    """Whether 过去, 以前 or 最近 at the head of a clause says when: 过去坐大巴要6个小时; not 过去的经验, 未来科技城."""
    follower = text[end]
    return follower == "," or (word in words.PLAIN_HEADS and follower.isalpha() and follower not in "的了着年处点")


def read_on(text: str, start: int, end: int) -> int:
    """Return the end of what follows a vague moment: 同年12月3日, 当地时间30日, 当天下午."""
    word = text[start:end]
    if word in words.LEADS:
        point = reader.read_point(text, end)
        return point if point > end else read_clock(text, end, sure=True)
    inner = reader.read_in_year(text, end) if word in words.THAT_YEAR else end
    return read_in_day(text, inner)


def until(text: str, start: int, _: int) -> Span:
    """Read an expression with the word that opens it: 截至4日上午8时, 自2009年1月至2014年12月, 到2027年."""
    opener = match_end(OPENER, text, start)
    if opener == start or (text[start:opener] == "到" and "一" <= text[start - 1] <= "龥"):
        return None
    after = opener + 1 if text[opener] == " " else opener
    end = read_expression(text, after)
    if end == after:
        end = words.VAGUE.end(text, opener)
        end = read_on(text, opener, end) if end > opener else read_clock(text, end, sure=True)
        if end == opener:
            return None
    begun = text[end] == "起"
    if text[start:opener] == "从":
        return (start, end + 1, True) if begun else None
    if (
        text[start:opener] == "自"
        and not begun
        and not text.startswith(CLOSED, end)
        and not CLOSED_IN.search(text, start, end)
    ):
        return None  # 自今年4月开放: the month alone is read
    return span(start, end + 1 if begun else end)


OPENER: Final = re.compile("截[至止]到?|自|从|到")
CLOSED: Final = ("至", "到")
CLOSED_IN: Final = re.compile("以来|至|到|—|-|来$")


ERA_YEAR: Final = re.compile(rf"(?:\d{{1,4}}|[{HAN}百零〇]{{1,6}}) ?年(?!级|代|前|后|来)")


def era(text: str, start: int, _: int) -> Span:
    """Read a year of a reign or of the common era: 光绪二十六年, 乾隆年间, 公元前221年."""
    end = words.ERAS.end(text, start)
    if end == start:
        end = words.COMMON_ERA.end(text, start)
    if end == start or text[end] not in DATES or not is_dated(text, end):
        return None
    tail = words.ERA_YEARS.end(text, end)
    return start, tail if tail > end else match_end(ERA_YEAR, text, end), True


def is_dated(text: str, at: int) -> bool:
    """Whether a year of an era stands at a place."""
    return words.ERA_YEARS.end(text, at) > at or ERA_YEAR.match(text, at) is not None


DATES: Final = frozenset(f"{FIGURES}{HAN}百零〇").union(words.ERA_YEARS.lengths)
"""What the year of an era begins with."""


def plan(text: str, start: int, _: int) -> Span:
    """Read the years of a five-year plan: “十四五”期间; the plan's name alone is none."""
    at = start + 1 if text[start] in QUOTES else start
    end = words.PLANS.end(text, at)
    if end == at:
        return None
    closed = bracketed(text, end + 1 if text[end] in CLOSING_QUOTES else end)
    tail = words.PLAN_TAILS.end(text, closed)
    return span(start, tail) if tail > closed else None


def bracketed(text: str, at: int) -> int:
    """Return the end of the years that stand in brackets behind a plan: “七五”(1986至1990年)末; the place itself when none do."""
    if text[at] != "(":
        return at
    end = read_expression(text, at + 1)
    return end + 1 if end > at + 1 and text[end] == ")" else at


QUOTES, CLOSING_QUOTES = '“"', '”"'
EVENT_SINCE: Final = re.compile(f"{HANZI}{{2}}$")
EVENT_CLAUSE: Final = re.compile(rf"(?:{HANZI}|[0-9])+$")
LONGEST_EVENT: Final = 14


EVENT_TAILS: Final = ("以来", "至今", "期间")


def event_time(text: str, start: int, _: int) -> Span:
    """Read the time that an event opens or fills: 疫情发生以来, 揭牌至今, 担任院长期间 as a clause of their own, else 开通以来.

    A word that merely says long (长期以来) is read elsewhere.
    """
    if not text.startswith(EVENT_TAILS, start):
        return None
    end = start + 2
    first = clause_start(text, start)
    if text[end] == "," and start - first >= 2 and is_event(text[start - 2 : start]):
        if text[start:end] == "期间" and is_office(text, first, start):
            return None
        return span(first, end)
    if text[start:end] != "以来" or EVENT_SINCE.match(text[max(0, start - 2) : start]) is None:
        return None
    return (start - 2, end, True) if is_event(text[start - 2 : start]) else None


def is_office(text: str, first: int, end: int) -> bool:
    """Whether 期间 closes a list or the name of an office without the verb that makes it a time: …局长、某台台长期间."""
    if text[first - 1] == "、":
        return True
    if text[end - 1] not in words.OFFICE_ENDS or text[end - 2 : end] in words.EVENT_NOUNS:
        return False
    return words.OFFICE_VERBS.isdisjoint(text[first : end - 1])


def clause_start(text: str, end: int) -> int:
    """Return where the clause begins that leads up to a place, the place itself where that is too far away."""
    near = max(0, end - LONGEST_EVENT)
    event = EVENT_CLAUSE.search(text, near, end)
    first = event.start() if event else end
    return first if first > near or first == 0 else end


DECADES: Final = ("年代", "世纪", "纪")
"""How a decade or a century goes on behind its number, or behind 上世 and 本世."""


def decade(text: str, start: int, number: int) -> Span:
    """Read decades and centuries: 20世纪90年代初, 六七十年代."""
    if not text.startswith(DECADES, number):
        return None
    match = reader.DECADE.match(text, start)
    return None if match is None else (start, match.end(), True)

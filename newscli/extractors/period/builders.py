"""From a match to the span of a time expression: what each rule of :mod:`rules` reads from where it begins."""

from __future__ import annotations

import re

from newscli.extractors.period import lexicon as words
from newscli.extractors.period import reader
from newscli.extractors.period.reader import HAN, read_clock, read_expression, read_in_day
from newscli.rules.hanzi import HANZI
from newscli.rules.rule import Found

FIGURES = "0123456789"
Span = Found[bool] | None
JOINS_NUMBER = frozenset(f"{FIGURES}{HAN}两几半多每近个百千万")
"""年内 behind one of these is no year's course: 3年内, 半年内."""


NEARLY = frozenset("将接附邻最靠临")
"""Before 近 these make another word of it: 将近两个小时."""
SHORT = frozenset("短仅只用时")
"""Before 一年间: 短短一年间 says how long, not when."""
NO_FRONT = frozenset("提以之目从此先眼日面超空史跟生膝街心老")
"""Letters that make another word of 前 or 头: 提前2个月."""


def span(start: int, end: int) -> Span:
    """Return a found span, nothing when it is empty."""
    return Found(start, end, value=True) if end > start else None


def expression(match: re.Match[str]) -> Span:
    """Build a date, a year, a range: whatever the grammar reads from here."""
    text, start = match.string, match.start()
    if text[start] in "前头" and start and text[start - 1] in NO_FRONT:
        return None
    end = read_expression(text, start)
    if end > start and text[end - 1] == "日" and end - start <= LONGEST_LONE_DAY and is_stretch(text, start):
        return None
    return span(start, end)


LONGEST_LONE_DAY = 4


def is_stretch(text: str, at: int) -> bool:
    """Whether a number of days, not a day of the month, stands behind a word: 拘留十五日, 为期3日."""
    return text.endswith(words.STRETCH, max(0, at - 2), at)


def clock(match: re.Match[str]) -> Span:
    """Build a clock time that stands without a date: 7时40分, 晚上8点, 12:30."""
    text, start = match.string, match.start()
    part = reader.day_part(text, start)
    end = read_clock(text, part, sure=part > start)
    if end == part or (text[end - 1].isdigit() and "比" in text[max(0, start - 6) : start]):
        return None
    joint = reader.match_end(reader.JOINT, text, end) if text[end : end + 1] in reader.JOINTS else end
    second = read_clock(text, joint, sure=True) if joint > end else joint
    return span(start, second if second > joint else end)


def ago(match: re.Match[str]) -> Span:
    """Build a stretch that ends or begins now: 半年来, 近5年, 两年前."""
    start = match.start()
    before = match.string[start - 1] if start else "\n"
    if match[0][0] == "近" and before in NEARLY:
        return None
    if (match[0][0] == "前" and before in NO_FRONT) or (match[0][-1] == "间" and before in SHORT):
        return None
    return span(start, match.end())


def vague(match: re.Match[str]) -> Span:
    """Build a moment without a date of its own: 目前, 近日, 当天下午."""
    text, start = match.string, match.start()
    end = words.VAGUE.end(text, start)
    before = text[start - 1] if start else "\n"
    if end > start:
        if reader.is_cut(text, start, end):
            return None
        return span(start, words.SUFFIXES.end(text, read_on(text, start, end)))
    end = words.BOUNDS.end(text, start)
    if end > start:
        return (
            None
            if before in JOINS_NUMBER or before in words.BEFORE.get(text[start], "")
            else span(start, words.SUFFIXES.end(text, end))
        )
    end = words.OPENERS.end(text, start)
    if "一" <= before <= "龥" and before not in "由从":
        return None
    return span(start, end) if is_adverb(text, text[start:end], end) else None


def is_adverb(text: str, word: str, end: int) -> bool:
    """Whether 过去, 以前 or 最近 at the head of a clause says when: 过去坐大巴要6个小时; not 过去的经验, 未来科技城."""
    follower = text[end : end + 1]
    return follower == "," or (word in words.PLAIN_HEADS and follower.isalpha() and follower not in "的了着年处点")


def read_on(text: str, start: int, end: int) -> int:
    """Return the end of what follows a vague moment: 同年12月3日, 当地时间30日, 当天下午."""
    word = text[start:end]
    if word in words.LEADS:
        point = reader.read_point(text, end)
        return point if point > end else reader.read_clock(text, end, sure=True)
    inner = reader.read_in_year(text, end) if word in words.THAT_YEAR else end
    return read_in_day(text, inner)


def until(match: re.Match[str]) -> Span:
    """Build an expression with the word that opens it: 截至4日上午8时, 自2009年1月至2014年12月, 到2027年."""
    text, start = match.string, match.start()
    opener = match[0]
    if opener == "到" and start and "一" <= text[start - 1] <= "龥":
        return None
    after = match.end() + 1 if text[match.end() : match.end() + 1] == " " else match.end()
    end = read_expression(text, after)
    if end == after:
        end = words.VAGUE.end(text, match.end())
        end = read_on(text, match.end(), end) if end > match.end() else read_clock(text, end, sure=True)
        if end == match.end():
            return None
    begun = text[end : end + 1] == "起"
    if opener == "从":
        return span(start, end + 1) if begun else None
    if opener == "自" and not begun and not text.startswith(CLOSED, end) and not CLOSED_IN.search(text, start, end):
        return None  # 自今年4月开放: the month alone is read
    return span(start, end + 1 if begun else end)


CLOSED = ("至", "到")
CLOSED_IN = re.compile("以来|至|到|—|-|来$")


ERA_YEAR = re.compile(rf"(?:\d{{1,4}}|[{HAN}百零〇]{{1,6}}) ?年(?!级|代|前|后|来)")


def era(match: re.Match[str]) -> Span:
    """Build a year of a reign or of the common era: 光绪二十六年, 乾隆年间, 公元前221年."""
    text, start = match.string, match.start()
    end = words.ERAS.end(text, start)
    if end > start:
        tail = words.ERA_YEARS.end(text, end)
        return span(start, tail if tail > end else reader.match_end(ERA_YEAR, text, end)) if dated(text, end) else None
    end = words.COMMON_ERA.end(text, start)
    return span(start, reader.match_end(ERA_YEAR, text, end)) if end > start and dated(text, end) else None


def dated(text: str, at: int) -> bool:
    """Whether a year of an era stands at a place."""
    return words.ERA_YEARS.end(text, at) > at or ERA_YEAR.match(text, at) is not None


def plan(match: re.Match[str]) -> Span:
    """Build the years of a five-year plan: “十四五”期间; the plan's name alone is none."""
    text, start = match.string, match.start()
    at = start + 1 if text[start] in '“"' else start
    end = words.PLANS.end(text, at)
    if end == at:
        return None
    closed = end + 1 if text[end : end + 1] in ("”", '"') else end
    tail = words.PLAN_TAILS.end(text, closed)
    return span(start, tail) if tail > closed else None


EVENT_SINCE = re.compile(f"{HANZI}{{2}}$")
EVENT_CLAUSE = re.compile(rf"(?:{HANZI}|[0-9])+$")
LONGEST_EVENT = 14


def event_time(match: re.Match[str]) -> Span:
    """Build the time that an event opens or fills: 疫情发生以来, 揭牌至今, 担任院长期间 as a clause of their own, else 开通以来.

    A word that merely says long (长期以来) is read elsewhere.
    """
    text, start, end = match.string, match.start(), match.end()
    first = clause_start(text, start)
    if text[end : end + 1] == "," and start - first >= 2 and is_event(text[start - 2 : start]):
        return span(first, end)
    if match[0] != "以来" or EVENT_SINCE.match(text[max(0, start - 2) : start]) is None:
        return None
    return span(start - 2, end) if is_event(text[start - 2 : start]) else None


def clause_start(text: str, end: int) -> int:
    """Return where the clause begins that leads up to a place, the place itself where that is too far away."""
    near = max(0, end - LONGEST_EVENT)
    event = EVENT_CLAUSE.search(text, near, end)
    first = event.start() if event else end
    return first if first > near or first == 0 else end


def is_event(word: str) -> bool:
    """Return whether two letters may close the name of an event: not 长期, 近年."""
    return word not in words.NO_EVENT and word[-1] not in words.NO_EVENT_END


def whole(match: re.Match[str]) -> Span:
    """Build what the pattern matches."""
    return span(match.start(), match.end())

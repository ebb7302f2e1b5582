"""Whole time expressions: one point, or a range of two (6月30至7月4日, 同日17时至18时30分), with the suffix that closes it."""

from __future__ import annotations

import re
from typing import Final

from newscli.extractors.period import lexicon as words
from newscli.extractors.period.clock import LIST_JOINTS, match_end, read_clock
from newscli.extractors.period.reader import (
    FIGURES,
    IN_DAY,
    IN_YEAR,
    read_in_day,
    read_in_year,
    read_point,
)

SINCE: Final = "以来"
EVENT: Final = 2
"""Letters of an event before that."""
JOINT: Final = re.compile(r" ?[-—–~至到]{1,2} ?")
JOINTS: Final = frozenset(" -—–~至到")
PLAIN: Final = re.compile(
    r"(?:(?:19|20)\d\d年)?(?:1[0-2]|[1-9])月(?:(?:3[01]|[12]\d|[1-9])日)?|(?:19|20)\d\d年|(?:3[01]|[12]\d|[1-9])日"
)
"""What three of four dates in figures are, read by this one pattern where no letter of :data:`GOES_ON` stands behind: 3月5日."""
NO_YEAR: Final = frozenset("级代轻前后度采供")
NO_DAY: Final = frozenset("内游制龄均以千三之")
"""Behind 年 and 日 these make another word of them, or end a longer one: 2023年度, 三日游."""
GOES_ON: Final = IN_DAY.union(IN_YEAR, NO_YEAR, NO_DAY, LIST_JOINTS, words.SUFFIXES.lengths, "(份")
"""Letters with which an expression may go on behind a year, a month or a day."""


def read_expression(text: str, at: int) -> int:
    """Return the end of a point or of a range of two, with a suffix such as 以来 or 期间."""
    plain = match_end(PLAIN, text, at) if text[at] in FIGURES else at
    if plain > at and text[plain] not in GOES_ON:
        return since_event(text, plain)
    end = read_point(text, at)
    if end == at:
        return at
    return since_event(text, suffixed(text, ranged(text, end) if text[end] in JOINTS else end))


def since_event(text: str, end: int) -> int:
    """Return the end of an expression with the event that it dates: 去年|秋播以来, 2019年|开通以来."""
    event = end + EVENT
    closed = text.startswith(SINCE, event)
    return event + len(SINCE) if closed and text[end:event].isalpha() and is_event(text[end:event]) else end


def is_event(word: str) -> bool:
    """Return whether two letters may close the name of an event: not 长期, 近年."""
    return word not in words.NO_EVENT and word[-1] not in words.NO_EVENT_END


def ranged(text: str, end: int) -> int:
    """Return the end of a range whose first point ends at a place: 至30日, 至18时30分, 至次日8时, 至今; else that place."""
    joint = match_end(JOINT, text, end)
    if joint == end:
        return end
    for read in (read_point, read_in_day, read_last_clock, read_next, read_today):
        second = read(text, joint)
        if second > joint:
            return second
    return end


def read_last_clock(text: str, at: int) -> int:
    """Return the end of the clock time that closes a range."""
    return read_clock(text, at, sure=True)


def read_next(text: str, at: int) -> int:
    """Return the end of a point told from the first of a range: 次日8时, 当晚, 次年3月."""
    end = words.NEXT.end(text, at)
    if end == at:
        return at
    return read_in_day(text, read_in_year(text, end) if text[end - 1] == "年" else end)


def read_today(text: str, at: int) -> int:
    """Return the end of the now that closes a range: 今, 目前."""
    end = words.TODAY.end(text, at)
    return at if text[end] in "年天日晚早晨后" else end


def suffixed(text: str, end: int) -> int:
    """Return the end of an expression with its suffix: 以来, 期间."""
    return words.SUFFIXES.end(text, end) if text[end] in words.SUFFIXES.lengths else end

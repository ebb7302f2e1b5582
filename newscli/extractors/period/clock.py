"""Times of the clock: 8时, 18:30, 0—24时; with what all readers of times share."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

HAN: Final = "一二三四五六七八九十"
ALONE: Final = frozenset("程代期速尚间段任报装空名点评击钟赞")
"""Letters behind 时 or 点 that make another word of it."""
LIST_JOINTS: Final = frozenset(" -—–~至到、和")
CLOCK: Final = re.compile(
    r"(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?(?![\d:])| ?[时点](?:(?: ?[0-5]?\d ?分(?![之钟]))(?: ?[0-5]?\d ?秒)?(?:许|左右)?|半|许|整|钟|左右|多(?![种个家名项点]))?)"
    rf"|[{HAN}零两]{{1,3}}[时点](?:[{HAN}零]{{1,3}}分|半|许|整|钟)?"
)


def match_end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Return where a pattern ends at a place, the place itself when it does not match."""
    match = pattern.match(text, at)
    return match.end() if match else at


def read_clock(text: str, at: int, *, sure: bool) -> int:
    """Return the end of a clock time; a bare 8点 is one only after a date or a part of the day."""
    end = match_end(CLOCK, text, at)
    if end == at or text[end - 1] not in "时点":
        return end
    follower = text[end]
    if follower in ALONE or (text[end - 1] == "点" and not sure and follower not in "至到—-"):
        return at
    return end if sure or text[at].isascii() else at


@cache
def clock_span() -> re.Pattern[str]:
    """Return the pattern of two hours that share 时: 4月28日0—24时."""
    return re.compile(r"(?:1?\d|2[0-4]) ?(?:[-~至到]|[—–]{1,2}) ?(?:1?\d|2[0-4]) ?时(?![间期段])")


def read_clock_span(text: str, at: int) -> int:
    """Return the end of two hours that share 时, the place itself where there are none."""
    joined = not LIST_JOINTS.isdisjoint(text[at + 1 : at + 3])
    return match_end(clock_span(), text, at) if joined else at

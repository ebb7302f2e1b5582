"""Titles that papers print again and again: over series of short pieces, contents, notices and advertisements."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from newscli.rules.hanzi import HANZI
from newscli.rules.packed import load_table


@cache
def titles() -> dict[str, Any]:
    """Return the titles that papers print again and again over what is no story, by kind."""
    return load_table("newscli.page", "titles.toml")


def any_title(kind: str) -> str:
    """Return a pattern for the titles of a kind, with the spaces that they may be set with."""
    listed = titles()[kind]
    spaced = [" ?".join(word) for word in listed["spaced"]] + [" {0,4}".join(word) for word in listed["wide"]]
    return "|".join(listed["plain"] + spaced)


def ends_of(kind: str, closers: str) -> frozenset[str]:
    """Return the characters that a title of a kind ends with: most lines are sent away by a look at their last."""
    listed = titles()[kind]
    return frozenset(closers) | {word[-1] for word in listed["spaced"] + listed["wide"] + listed["plain"]}


@cache
def series() -> re.Pattern[str]:
    """Return the pattern of the name of a series of short pieces, or of a list of contents."""
    return re.compile(rf"[■◆●▲【\[]? ?(?:{HANZI}|[“”·]){{0,6}}(?:{any_title('series')})[】\]]?$")


@cache
def series_ends() -> frozenset[str]:
    """Return how such a name ends."""
    return ends_of("series", "】]")


@cache
def label_ends() -> frozenset[str]:
    """Return how the labels end that are furniture over no plain text."""
    return series_ends() | {"告"}


ADVERTISEMENT: Final = re.compile(r"(?:公益)?广 {0,4}告$")


@cache
def notice_title() -> re.Pattern[str]:
    """Return the pattern of the title of what is no story: 遗失声明, 公 告, 招聘启事."""
    return re.compile(rf"(?:{HANZI}|[“”《》\d·()]){{0,14}}(?:{any_title('notice')})(?:\([^()]{{1,8}}\))?$")


@cache
def notice_ends() -> frozenset[str]:
    """Return how such a title ends."""
    return ends_of("notice", ")")

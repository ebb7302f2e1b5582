"""Patterns made of the words of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


def alternation(words: Iterable[str]) -> str:
    """Return words as alternatives of a pattern, longest first, since the first that fits is taken.

    >>> alternation(["km", "km/h", "m"])
    'km/h|km|m'
    """
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def branches(words: Iterable[str]) -> str:
    """Return the same for many words, a branch for each first character: where none of them stands, none is tried.

    >>> branches(["km", "km/h", "m"])
    'k(?:m/h|m)|m(?:)'
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())


def one_pass(ways: Mapping[str, str]) -> re.Pattern[str]:
    r"""Return the pattern of what begins with a letter of one of several classes and goes on in the way of that class.

    Only a pattern that begins with a plain class leaps over the text between, and each pass over a page costs as much as a
    thousand matches: so all classes are one, and the way is told behind the letter. A letter may stand in one class alone.

    >>> pattern = one_pass({"0-9": r"\d*+(?= km)", "ab": "c"})
    >>> pattern.pattern, pattern.findall("12 km from ac, 5 m from bd")
    ('[0-9ab](?:(?<=[0-9])\\d*+(?= km)|(?<=[ab])c)', ['12', 'ac'])
    """
    letters, branched = "".join(ways), "|".join(f"(?<=[{letters}]){rest}" for letters, rest in ways.items())
    return re.compile(f"[{letters}](?:{branched})")

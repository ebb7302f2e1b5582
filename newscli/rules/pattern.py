"""Patterns made of the words of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable


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

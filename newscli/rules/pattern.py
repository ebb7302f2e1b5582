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

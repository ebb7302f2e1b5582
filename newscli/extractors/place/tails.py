"""Where on a page names may end (大学, 公司, 局), known beforehand: two places in three have no tail within reach."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from sys import maxsize


class Tails:
    """The tails of one page."""

    def __init__(self, text: str, pattern: re.Pattern[str], starts: Iterable[int]) -> None:
        self.text = text
        self.pattern = pattern
        self.starts = [*starts, maxsize]

    def first(self, offset: int) -> int:
        """Return where the first tail from an offset begins; beyond all text if there is none."""
        return self.starts[bisect_left(self.starts, offset)]

    def between(self, begin: int, limit: int) -> Iterator[re.Match[str]]:
        """Yield what the pattern finds from one offset to another; only where tails begin is it tried."""
        at = bisect_left(self.starts, begin)
        while (start := self.starts[at]) < limit:
            match = self.pattern.match(self.text, start, limit) if start >= begin else None
            if match:
                yield match
                begin = match.end()
            at += 1

"""Where on a page names may end (大学, 公司, 局), known beforehand: one place in two has no tail within reach."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter
from sys import maxsize

Tail = tuple[int, int]
"""Where a tail begins and ends."""


class Tails:
    """The tails of one page, in order."""

    def __init__(self, spelled: Sequence[Tail]) -> None:
        self.spelled = spelled
        self.starts: list[int] = [*map(itemgetter(0), spelled), maxsize]
        """Where each begins, and that there is none beyond all text."""

    def at(self, start: int) -> Tail | None:
        """Return the longest tail that begins at an offset."""
        last = bisect_left(self.starts, start + 1) - 1
        return self.spelled[last] if last >= 0 and self.starts[last] == start else None

    def between(self, begin: int, limit: int) -> Iterator[Tail]:
        """Yield the longest tails from one offset to another, none of which overlaps the one before."""
        number = bisect_left(self.starts, begin)
        longest: Tail | None = None
        while self.starts[number] < limit:
            tail = self.spelled[number]
            number += 1
            if tail[0] >= begin and tail[1] <= limit:
                longest = tail
            if longest is not None and self.starts[number] != longest[0]:
                yield longest
                begin, longest = longest[1], None

"""Where on a page names may end (大学, 公司, 局), known beforehand: one place in two has no tail within reach."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from sys import maxsize
from typing import NamedTuple


class Tail(NamedTuple):
    """How a name may end."""

    surface: str
    start: int
    end: int


class Tails:
    """The tails of one page."""

    def __init__(self, text: str, spelled: Iterable[tuple[int, int]]) -> None:
        self.text = text
        self.ends: dict[int, list[int]] = {}
        for start, end in spelled:
            self.ends.setdefault(start, []).append(end)
        self.starts = [*self.ends, maxsize]

    def first(self, offset: int) -> int:
        """Return where the first tail from an offset begins; beyond all text if there is none."""
        return self.starts[bisect_left(self.starts, offset)]

    def at(self, start: int, limit: int = maxsize) -> Tail | None:
        """Return the longest tail that begins at an offset and does not pass the limit."""
        end = max((end for end in self.ends.get(start, ()) if end <= limit), default=None)
        return Tail(self.text[start:end], start, end) if end else None

    def between(self, begin: int, limit: int) -> Iterator[Tail]:
        """Yield the longest tails from one offset to another, none of which overlaps the one before."""
        number = bisect_left(self.starts, begin)
        while (start := self.starts[number]) < limit:
            tail = self.at(start, limit) if start >= begin else None
            if tail:
                yield tail
                begin = tail.end
            number += 1

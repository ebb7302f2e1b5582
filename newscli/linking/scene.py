"""Where a number stands: its sentence, its clause, and the reach of the words before it, in flow offsets."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from newscli.linking.cues import load_cues


class Sentence(NamedTuple):
    """A sentence of the flow; ``clauses`` are the offsets at which those of its whole article end."""

    text: str
    start: int
    end: int
    clauses: list[int]
    printed: str = ""
    """The sentence as its facts print it: one string for all of them, because 百分之百分之… has a fact every three letters."""

    @property
    def heading(self) -> bool:
        """Whether this is a line without the punctuation of a sentence: a headline or a heading in the text."""
        end = self.end - 1
        return self.text[end] == "\n" and self.text[end - 1 : end] not in load_cues().closing

    def clause(self, offset: int) -> tuple[int, int]:
        """Return start and end of the clause in which an offset stands."""
        _, start, end, clauses, _ = self
        i = bisect_right(clauses, offset)
        if i and clauses[i - 1] > start:
            start = clauses[i - 1]
        if i < len(clauses) and clauses[i] < end:
            end = clauses[i]
        return start, end


class Scene(NamedTuple):
    """A number in its sentence; ``limit`` is where the verb of a rank or share begins, else the number itself."""

    sentence: Sentence
    start: int
    end: int
    limit: int
    clause: tuple[int, int]
    """Start and end of its clause."""


def clause_ends(text: str, start: int, end: int) -> list[int]:
    """Return the offsets at which the clauses of a stretch of the flow end, found once for all its sentences."""
    return [m.end() for m in load_cues().clause.finditer(text, start, end)]

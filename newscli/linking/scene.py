"""Where a number stands: its sentence, its clause, and the reach of the words before it, in flow offsets."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from newscli.linking.cues import load_cues


class Sentence(NamedTuple):
    """A sentence of the flow with the offsets at which its clauses begin."""

    text: str
    start: int
    end: int
    clauses: tuple[int, ...]
    printed: str = ""
    """The sentence as its facts print it: one string for all of them, because 百分之百分之… has a fact every three letters."""

    @property
    def heading(self) -> bool:
        """Whether this is a line without the punctuation of a sentence: a headline or a heading in the text."""
        end = self.end - 1
        return self.text[end] == "\n" and self.text[end - 1 : end] not in load_cues().closing

    def clause(self, offset: int) -> tuple[int, int]:
        """Return start and end of the clause in which an offset stands."""
        i = bisect_right(self.clauses, offset)
        start = self.clauses[i - 1] if i else self.start
        return start, self.clauses[i] if i < len(self.clauses) else self.end


class Scene(NamedTuple):
    """A number in its sentence; ``limit`` is where the verb of a rank or share begins, else the number itself."""

    sentence: Sentence
    start: int
    end: int
    limit: int


def read_sentence(text: str, start: int, end: int, printed: str = "") -> Sentence:
    """Return a sentence with its clauses marked."""
    cues = load_cues()
    clauses = tuple(m.end() for m in cues.clause.finditer(text, start, end))
    return Sentence(text, start, end, clauses, printed.strip())

"""Passages that a story prints twice, as a slip of the page makers leaves them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

PARTING: Final = ",。;!?:、"
"""What stands between two clauses."""
SHORTEST: Final = 6
"""Shorter clauses recur by chance."""
FEWEST_CLAUSES: Final = 2
REPEATED_SHARE: Final = 0.7
"""Of the characters in its clauses; the last may be cut short (等绿灯亮了再)."""
FEW: Final = 50
"""So many clauses are looked for in each text; where more come again, all texts are cut into theirs."""


def find_repeats(texts: Sequence[str]) -> list[int]:
    """Return which of the texts, lines without their ends, stand in the texts before them; two pages in three repeat nothing."""
    page = "\r".join(texts)
    for mark in PARTING:
        # To replace seven marks and to split takes half as long as to look for a class of them.
        page = page.replace(mark, "\n")
    clauses = clauses_of(page.replace("\r", "\n"))
    if len(clauses) - len(set(clauses)) < FEWEST_CLAUSES:
        return []
    twice = find_twice(clauses)
    seen: set[str] = set()
    repeated: list[int] = []
    for index, text in enumerate(page.split("\r")):
        if len(twice) > FEW or any(clause in text for clause in twice):
            clauses = clauses_of(text)
            again = [clause for clause in clauses if clause in seen]
            if len(again) >= FEWEST_CLAUSES and sum(map(len, again)) >= REPEATED_SHARE * sum(map(len, clauses)):
                repeated.append(index)
            seen.update(clauses)
    return repeated


def clauses_of(text: str) -> list[str]:
    """Return the clauses of a text, each on a line, that are long enough to tell something."""
    return [clause for clause in text.split("\n") if len(clause) >= SHORTEST]


def find_twice(clauses: Sequence[str]) -> set[str]:
    """Return the clauses that occur more than once."""
    once: set[str] = set()
    twice: set[str] = set()
    for clause in clauses:
        (twice if clause in once else once).add(clause)
    return twice

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


def find_repeats(texts: Sequence[str]) -> list[int]:
    """Return which of the texts, lines without their ends, stand in the texts before them."""
    page = "\r".join(texts)
    for mark in PARTING:
        page = page.replace(
            mark, "\n"
        )  # to replace seven marks and to split takes half as long as to look for a class of them
    seen: set[str] = set()
    repeated: list[int] = []
    for index, text in enumerate(page.split("\r")):
        clauses = [clause for clause in text.split("\n") if len(clause) >= SHORTEST]
        if not seen.isdisjoint(clauses):
            again = [clause for clause in clauses if clause in seen]
            if len(again) >= FEWEST_CLAUSES and sum(map(len, again)) >= REPEATED_SHARE * sum(map(len, clauses)):
                repeated.append(index)
        seen.update(clauses)
    return repeated

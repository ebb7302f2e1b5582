"""Passages that a story prints twice, as a slip of the page makers leaves them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscli.page.wrap import Block

CLAUSE = re.compile(r"[^,。;!?:、]{6,}")
"""Shorter clauses recur by chance."""
FEWEST_CLAUSES = 2
REPEATED_SHARE = 0.7
"""Of the characters in its clauses; the last may be cut short (等绿灯亮了再)."""


def find_repeats(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks whose text stands in the blocks before them."""
    seen: set[str] = set()
    repeated: list[Block] = []
    for block in blocks:
        clauses = CLAUSE.findall(block.text)
        if not seen.isdisjoint(clauses):
            again = [clause for clause in clauses if clause in seen]
            if len(again) >= FEWEST_CLAUSES and sum(map(len, again)) >= REPEATED_SHARE * sum(map(len, clauses)):
                repeated.append(block)
        seen.update(clauses)
    return repeated

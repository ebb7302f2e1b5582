"""Tables (表格): rows of cells that gaps divide, as a page prints its prices, medals and results."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

FEWEST_ROWS = 2
FEWEST_GAPS = 2
LONGEST_ROW = 90
LONGEST_CELL = 16
GAP = re.compile(r" *\| *| +")
FIGURE = re.compile(r"[-+±<>~]?\d[\d.,:/~–—-]*(?:[%‰°℃]|[^\W\d_]{1,2})?")
SENTENCE = re.compile(r"[。,;!?“”《》]")


def read_cells(text: str) -> list[str]:
    """Return the cells of a folded line that may be a row of a table; none of any other line.

    >>> [len(read_cells(row)) for row in ("名次 代表队 金 银 铜", "土豆  2.35  +0.05", "江清水  托起发展新底气")]
    [5, 3, 0]
    """
    if len(text) > LONGEST_ROW or text.count(" ") + text.count("|") < FEWEST_GAPS or SENTENCE.search(text):
        return []
    cells = GAP.split(text)
    # 高 铁 开 通 is a justified line.
    return cells if len(cells) > FEWEST_GAPS and 1 < max(map(len, cells)) <= LONGEST_CELL else []


def find_rows(texts: Sequence[str]) -> Iterator[int]:
    """Yield which of the lines of a page are rows: two or more on end, half of them with figures."""
    cells = [read_cells(text) for text in texts]
    for are_rows, run in groupby(range(len(cells)), lambda index: bool(cells[index])):
        rows = list(run) if are_rows else []
        figures = sum(any(FIGURE.fullmatch(cell) for cell in cells[row]) for row in rows)
        if len(rows) >= FEWEST_ROWS and 2 * figures >= len(rows):
            yield from rows

"""Tables (表格): rows of cells that gaps divide, as a page prints its prices, medals and results."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

FEWEST_ROWS: Final = 2
FEWEST_GAPS: Final = 2
LONGEST_ROW: Final = 90
LONGEST_CELL: Final = 16
GAP: Final = re.compile(r" *\| *| +")
FIGURE: Final = re.compile(r"[-+±<>~]?\d[\d.,:/~–—-]*(?:[%‰°℃]|[^\W\d_]{1,2})?")
SENTENCE: Final = re.compile(r"[。,;!?“”《》]")


def read_cells(text: str) -> list[str]:
    """Return the cells of a folded line that may be a row of a table; none of any other line.

    >>> [len(read_cells(row)) for row in ("名次 代表队 金 银 铜", "土豆  2.35  +0.05", "江清水  托起发展新底气")]
    [5, 3, 0]
    """
    if len(text) > LONGEST_ROW or SENTENCE.search(text):
        return []
    cells = GAP.split(text)
    # 高 铁 开 通 is a justified line.
    return cells if len(cells) > FEWEST_GAPS and 1 < max(map(len, cells)) <= LONGEST_CELL else []


def find_rows(lines: Sequence[tuple[int, str]]) -> Iterator[int]:
    """Yield which of the lines of a page, numbered, are rows: two or more on end, half of them with figures."""
    cells = [(number, read_cells(text)) for number, text in lines if text.count(" ") + text.count("|") >= FEWEST_GAPS]
    rows = [(number, row) for number, row in cells if row]
    for _, run in groupby(enumerate(rows), lambda pair: pair[1][0] - pair[0]):
        found = [row for _, row in run]
        figures = sum(any(map(FIGURE.fullmatch, row)) for _, row in found)
        if len(found) >= FEWEST_ROWS and 2 * figures >= len(found):
            yield from (number for number, _ in found)

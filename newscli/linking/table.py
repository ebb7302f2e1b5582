"""Subjects of the cells of a table: what the head of their column says, or the line above their rows."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newscli.linking.phrase import DIGITS, LONGEST, is_property, phrase_before
from newscli.linking.site import Site, Subject
from newscli.linking.tokens import NUMBER, PLACE

LONGEST_ROW: Final = 80
"""Characters of a line that may be a row."""
PROSE: Final = frozenset(",;:!?。")
"""What stands in no row of a table."""
DIVIDER: Final = re.compile(r"[\s|│]+|…+|·{2,}")
REMARK: Final = re.compile(r"[(\[].*")
"""A unit or remark after the name of a column: 产量(万吨)."""


class Row(NamedTuple):
    """A line of a table as its cells, with the place of one number among them."""

    cells: list[str]
    column: int
    start: int
    """Where the line begins in the flow."""


def cell(site: Site) -> Subject | None:
    """Read 优良率 in a row 东阳市 96.7% 21微克 under 县市 优良率 浓度, 雨量 in 婺城区 45毫米 under 各地雨量."""
    row = row_of(site) if site.above else None
    if row is None or site.above is None:
        return None
    heads = cells(site.above.line.text[site.above.line.start : site.above.line.end])
    if len(heads) == len(row.cells) > 1:
        head = REMARK.sub("", heads[row.column])
        return Subject(head, "head of the column", head) if len(head) > 1 else None
    return stated_above(site, row)


def under_line(site: Site) -> Subject | None:
    """Read 粮食总产量 in 1. 婺城区:31万吨,增长1% under 粮食总产量前三位, where the line itself names nothing."""
    nouns = site.above.properties if site.above else ()
    return Subject(nouns[0], "line above the list", nouns[0]) if nouns else None


def cells(line: str) -> list[str]:
    """Return the cells of a line."""
    return [found for found in DIVIDER.split(line) if found]


def row_of(site: Site) -> Row | None:
    """Return the line of a number as a row, where it is one and the number is a cell of its own."""
    text, start, end = site.tokens.text, site.tokens.starts[site.at], site.tokens.ends[site.at]
    first = text.rfind("\n", max(start - LONGEST_ROW, 0), start) + 1
    last = text.find("\n", end, end + LONGEST_ROW)
    line = text[first : last if last >= 0 else end + LONGEST_ROW]
    if len(line) > LONGEST_ROW or not PROSE.isdisjoint(line):
        return None
    row, index = cells(line), len(cells(text[first:start]))
    alone = index < len(row) and row[index] == text[start:end]
    return Row(row, index, first) if alone else None


def stated_above(site: Site, row: Row) -> Subject | None:
    """Return the property that the line above states for its rows, with the name of the row unless that is a place."""
    tokens, nouns = site.tokens, site.above.properties if site.above else ()
    before_it = [tokens.tags[at] for at in range(site.at) if tokens.starts[at] >= row.start]
    turn = before_it.count(NUMBER)
    names = [found for found in row.cells[: row.column] if found[0] not in DIGITS]
    before = phrase_before(tokens, site.at - 2, 0)
    if turn >= len(nouns) or not names or (before and is_property(tokens, before[1])):
        return None
    noun, name = nouns[turn], names[-1]
    text = noun if PLACE in before_it or len(name + noun) > LONGEST else name + noun
    return Subject(text, "line above the list", noun)

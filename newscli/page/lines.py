"""The lines of a page that hold anything, with where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

DEEPEST_INDENT = 80
"""Further in nothing is measured."""
ROW_ENDS = "\n\r"
BARE, BARE_CARRIED = re.compile(r"\S(?:[^\n]*\S)?"), re.compile(r"\S(?:[^\n\r]*\S)?")
"""A row without the spaces around it; a blank one has none. Two characters are looked for at a fifth of the pace of one."""
ZERO_WIDTH = ("\u200b", "\ufeff")


@dataclass(slots=True)
class Line:
    """A line (行) that is not blank, without the spaces around it."""

    number: int
    """Counts from 1, blank lines included."""
    start: int
    end: int
    indent: int
    """Spaces in front, a full-width one counting two."""
    gap: int
    """Blank lines before it."""
    text: str
    """Folded."""
    parted: bool = False
    """The paper's name, day and page stand above, as some dumps print them under every story."""


def read_lines(text: str, folded: str) -> list[Line]:
    """Return the lines that are not blank, in order; a carriage return parts lines too, and counts where nothing else does."""
    lines: list[Line] = []
    end_of_row = "\r" if "\r" in text and "\n" not in text else "\n"
    number, above = 1, 0
    hollow = any(mark in text for mark in ZERO_WIDTH)
    for match in (BARE_CARRIED if "\r" in text else BARE).finditer(text):
        start, end = match.span()
        reading = folded[start:end]
        if hollow and reading.isspace():
            continue  # zero-width characters fill a line for the eye of the pattern alone
        rows = text.count(end_of_row, above, start)
        number += rows
        above = start
        indent = 0 if not start or text[start - 1] in ROW_ENDS else measure_indent(text[max(0, start - DEEPEST_INDENT) : start])
        lines.append(Line(number, start, end, indent, rows - 1 if rows else 0, reading))
    return lines


def measure_indent(head: str) -> int:
    """Return the width of the spaces that end the text before a line, a full-width one counting two."""
    spaces = head[max(map(head.rfind, ROW_ENDS)) + 1 :]
    return len(spaces) + spaces.count("\u3000")

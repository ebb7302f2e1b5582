"""The lines of a page that hold anything, with where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

# From the first character that is no space: a run of a million spaces or empty lines is passed once.
FILLED = re.compile(r"\S[^\n\r]*")
DEEPEST_INDENT = 80
"""Further in nothing is measured."""


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
    """Return the lines that are not blank, in order."""
    lines: list[Line] = []
    line_end = "\r" if "\r" in text and "\n" not in text else "\n"
    number, previous, blank = 1, 0, 0
    for match in FILLED.finditer(text):
        start = match.start()
        passed = text.count(line_end, previous, start)
        number += passed
        blank += passed
        end = start + len(match[0].rstrip())
        reading = folded[start:end]
        # Zero-width characters fill a line for the eye of the pattern alone.
        if not reading.isspace():
            lines.append(Line(number, start, end, indent_before(text, previous, start), max(blank - 1, 0), reading))
            blank = 0
        previous = match.end()
    return lines


def indent_before(text: str, previous: int, start: int) -> int:
    """Return the width of the spaces before a line's first character, a full-width one counting two."""
    spaces = text[max(previous, start - DEEPEST_INDENT) : start]
    for mark in "\n\r":
        spaces = spaces.rpartition(mark)[2]
    return len(spaces) + spaces.count("\u3000") if spaces else 0

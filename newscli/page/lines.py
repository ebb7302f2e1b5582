"""The lines of a page that hold anything, with where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

# From the first character that is no space: a run of a million spaces or empty lines is passed once.
FILLED = re.compile(r"\S[^\n\r]*")
BREAK = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
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


def read_lines(text: str, folded: str) -> list[Line]:
    """Return the lines that are not blank, in order."""
    lines: list[Line] = []
    number, previous, seen = 1, 0, 0
    lone_returns = "\r" in text and "\n" not in text
    for match in FILLED.finditer(text):
        start = match.start()
        between = text.count("\r" if lone_returns else "\n", previous, start)
        number += between
        seen += between
        line_start = max(text.rfind("\n", previous, start), text.rfind("\r", previous, start)) + 1 or previous
        indent = sum(1 if character == " " else 2 for character in text[line_start:start])
        body = match[0].rstrip()
        end = start + len(body)
        gap = between - (1 if lines else 0)
        lines.append(Line(number, start, end, indent, gap, folded[start:end]))
        previous = match.end()
    return lines

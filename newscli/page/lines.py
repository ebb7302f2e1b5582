"""The lines of a page that hold anything, with where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

DEEPEST_INDENT: Final = 80
"""Further in nothing is measured."""
ZERO_WIDTH: Final = ("\u200b", "\ufeff")


class Line:
    """A line (行) that is not blank, without the spaces around it."""

    parted = False
    """The paper's name, day and page stand above, as some dumps print them under every story."""

    def __init__(self, number: int, start: int, end: int, indent: int, gap: int, text: str) -> None:
        self.number = number
        """Counts from 1, blank lines included."""
        self.start = start
        self.end = end
        self.indent = indent
        """Spaces in front, a full-width one counting two."""
        self.gap = gap
        """Blank lines before it."""
        self.text = text
        """Folded."""


def read_lines(text: str, folded: str) -> list[Line]:
    """Return the lines that are not blank, in order."""
    lines: list[Line] = []
    last, position = 1, 0
    hollow = any(map(text.__contains__, ZERO_WIDTH))
    for number, row in number_rows(text):
        start = position
        position += len(row) + 1
        bare = row.strip() if row else row
        if not bare:
            continue
        indent = 0
        if len(bare) < len(row) and row[0] != bare[0]:
            lead = len(row) - len(row.lstrip())
            start, indent = start + lead, width_of(row[max(0, lead - DEEPEST_INDENT) : lead])
        end = start + len(bare)
        reading = folded[start:end]
        if hollow and reading.isspace():
            continue  # zero-width characters fill a line for the eye of ``strip`` alone
        lines.append(Line(number, start, end, indent, number - last - 1 if number > last else 0, reading))
        last = number
    return lines


def number_rows(text: str) -> Iterable[tuple[int, str]]:
    """Return the rows of a text with their numbers; a carriage return parts rows too, and counts where nothing else does."""
    if "\r" not in text:
        return enumerate(text.split("\n"), 1)
    if "\n" not in text:
        return enumerate(text.split("\r"), 1)
    return ((number, piece) for number, row in enumerate(text.split("\n"), 1) for piece in row.split("\r"))


def width_of(spaces: str) -> int:
    """Return the width of the spaces before a line's first character, a full-width one counting two."""
    return len(spaces) + spaces.count("\u3000")

"""The lines of a page that hold anything, with where they stand."""

from __future__ import annotations

from dataclasses import dataclass

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
    last, position = 1, 0
    for number, row in enumerate(text.split(line_end), 1):
        for piece in row.split("\r") if "\r" in row else (row,):
            bare = piece.strip()
            if bare:
                lead = len(piece) - len(piece.lstrip()) if piece[0] != bare[0] else 0
                start, end = position + lead, position + lead + len(bare)
                reading = folded[start:end]
                # Zero-width characters fill a line for the eye of ``strip`` alone.
                if not reading.isspace():
                    indent = width_of(piece[max(0, lead - DEEPEST_INDENT) : lead]) if lead else 0
                    lines.append(Line(number, start, end, indent, max(number - last - 1, 0), reading))
                    last = number
            position += len(piece) + 1
    return lines


def width_of(spaces: str) -> int:
    """Return the width of the spaces before a line's first character, a full-width one counting two."""
    return len(spaces) + spaces.count("\u3000")

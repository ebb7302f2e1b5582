"""A line of text with spans drawn under it, Chinese characters two columns wide."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from newscli.output.safe import one_line

MARGIN = "  "


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text and the lines that say what it is."""

    start: int
    end: int
    label: tuple[str, ...]


def draw(text: str, marks: Sequence[Mark], *, width: int) -> Iterator[str]:
    """Yield the text in lines of a width, each with its marks: the span underlined, its label beneath."""
    left = deque(sorted(marks, key=lambda mark: mark.start))
    open_marks: list[Mark] = []
    for start, end in pieces(text, width):
        yield MARGIN + one_line(text[start:end])
        while left and left[0].start < end:
            open_marks.append(left.popleft())
        for mark in open_marks:
            yield from underlined(text, mark, start, end)
        open_marks = [mark for mark in open_marks if mark.end > end]


def pieces(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield where the text is broken to stay within a width."""
    start, used = 0, 0
    for at, character in enumerate(text):
        cells = cell_len(one_line(character))
        if used + cells > width:
            yield start, at
            start, used = at, 0
        used += cells
    yield start, len(text)


def underlined(text: str, mark: Mark, start: int, end: int) -> Iterator[str]:
    """Yield the underline of a mark within one line, and its label where the mark ends."""
    left, right = max(mark.start, start), min(mark.end, end)
    indent = MARGIN + " " * cell_len(one_line(text[start:left]))
    yield indent + "^" * max(1, cell_len(one_line(text[left:right])))
    if mark.end <= end:
        yield from (indent + one_line(line) for line in mark.label)

"""A table for people: Chinese and Latin text aligned; fitted and coloured at a terminal, plain in a pipe or file.

A pipe needs no more than aligned columns. They are written here, and rich, whose import takes longer than reading a page,
is loaded for terminals alone; a test holds the two to the same lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import IO, TYPE_CHECKING

from rich.cells import cell_len

from newscli.lazy import lazily
from newscli.output.safe import one_line
from newscli.output.sheet import Row, Schema, Sheet, plain
from newscli.output.text import text_stream

if TYPE_CHECKING:
    from newscli.output import drawn_table
else:
    drawn_table = lazily("newscli.output.drawn_table")

CHUNK = 500
"""Rows that are aligned together: memory stays bounded, and the headings come round again."""
OTHERS = 56
"""Columns of the terminal that the fields beside a sentence take, about."""
USUAL = 120
"""The width for which a sentence is cut when the table goes into a file or pipe."""
LEAST = 16
"""Characters of a sentence that are shown in any case."""
NARROW = 8
"""Columns of the terminal that a field needs, a gap beside it: in fewer, words would be folded to a character a line."""
GAP = "   "
"""Between two columns."""


def write(rows: Iterable[Row], stream: IO[bytes], sheet: Sheet) -> None:
    """Write the rows to the stream, some hundreds at a time; without rows there is nothing to look at."""
    ahead = iter(rows)
    draw = drawing(sheet)
    with text_stream(stream, sheet) as text:
        while chunk := list(islice(ahead, CHUNK)):
            text.write(trimmed(draw(chunk, sheet)))


def drawing(sheet: Sheet) -> Callable[[Sequence[Row], Sheet], list[str]]:
    """Return what makes the lines: at a terminal a table fitted to it, or a list of fields if it is too narrow for that."""
    if sheet.width and sheet.width < NARROW * len(sheet.columns):
        return stacked
    return drawn_table.draw if sheet.colour or sheet.width else aligned


def stacked(rows: Sequence[Row], sheet: Sheet) -> list[str]:
    """Return the rows one below the other, a field a line; fields without a value are left out."""
    room = max(map(cell_len, sheet.headings))
    heads = [" " + heading + " " * (room - cell_len(heading) + 2) for heading in sheet.headings]
    lines = [""]
    for row in rows:
        fields = zip(heads, (excerpt(row, column, sheet)[0] for column in sheet.columns), strict=True)
        lines += [*(head + text for head, text in fields if text), ""]
    return lines


def trimmed(lines: Iterable[str]) -> str:
    """Return the lines as text, without the spaces that fill the last column."""
    return "".join(line.rstrip() + "\n" for line in lines)


def aligned(rows: Sequence[Row], sheet: Sheet) -> list[str]:
    """Return the rows under their headings, no line broken."""
    table = [list(sheet.headings), *([excerpt(row, column, sheet)[0] for column in sheet.columns] for row in rows)]
    widths = [max(map(cell_len, column)) for column in zip(*table, strict=True)]
    right = [is_number(schema) for schema in sheet.properties()]
    lines = [" " + GAP.join(map(padded, cells, widths, right)) for cells in table]
    rule = " " + "\u2500" * (sum(widths) + len(GAP) * (len(widths) - 1))
    return ["", lines[0], rule, *lines[1:], ""]


def padded(text: str, width: int, right: bool) -> str:  # noqa: FBT001 - mapped over columns
    """Return a field in its column."""
    if right:
        text = text.rstrip()
    fill = " " * (width - cell_len(text))
    return fill + text if right else text + fill


def is_number(schema: Schema) -> bool:
    """Return whether a column is set against its right edge."""
    return schema["type"] == "integer" or "x-number" in schema


def excerpt(row: Row, column: str, sheet: Sheet) -> tuple[str, tuple[int, int] | None]:
    """Return one field, of a sentence only what stands around the expression found in it, and where that stands."""
    text = one_line(plain(row[column]))
    if column != "sentence" or (surface := one_line(row.get("surface") or "")) not in text:
        return text, None
    around = max(LEAST, ((sheet.width or USUAL) - OTHERS) // 2 - len(surface)) // 2
    start = text.index(surface)
    left, right = max(0, start - around), start + len(surface) + around
    cut = "\u2026" * (left > 0) + text[left:right] + "\u2026" * (right < len(text))
    at = start - left + (left > 0)
    return cut, (at, at + len(surface))

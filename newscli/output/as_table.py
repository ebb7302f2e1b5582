"""A table for people: Chinese and Latin text aligned, fitted to the terminal, coloured only there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import IO, TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newscli.output.safe import one_line
from newscli.output.sheet import Row, Sheet, plain
from newscli.output.text import text_stream

CHUNK = 500
"""Rows that are aligned together: memory stays bounded, and the headings come round again."""
UNBOUNDED = 100_000
"""Width of a table that goes to a file: no line is broken."""
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
OTHERS = 56
"""Columns of the terminal that the fields beside a sentence take, about."""
USUAL = 120
"""The width for which a sentence is cut when the table goes into a file or pipe."""
LEAST = 16
"""Characters of a sentence that are shown in any case."""
STYLES = {
    "surface": "bold",
    "place": "cyan",
    "city": "cyan",
    "name": "cyan",
    "sentence": "dim",
    "path": "dim",
    "rule": "dim",
}


def write(rows: Iterable[Row], stream: IO[bytes], sheet: Sheet) -> None:
    """Write the rows to the stream, some hundreds at a time."""
    ahead = iter(rows)
    with text_stream(stream, sheet) as text:
        console = console_on(text, sheet)
        first = True
        while chunk := list(islice(ahead, CHUNK)):
            print_table(console, text, drawn(chunk, sheet))
            first = False
        if first:
            print_table(console, text, drawn([], sheet))


def print_table(console: Console, text: TextIO, table: Table) -> None:
    """Write a table without the spaces that fill its last column."""
    with console.capture() as drawing:
        console.print(table, crop=False)
    text.write("".join(line.rstrip() + "\n" for line in drawing.get().splitlines()))


def console_on(text: TextIO, sheet: Sheet) -> Console:
    """Return a console that colours as the sheet says, and reads no markup in what it prints."""
    return Console(
        file=text,
        width=sheet.width or UNBOUNDED,
        force_terminal=sheet.colour,
        color_system="standard" if sheet.colour else None,
        no_color=not sheet.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def drawn(rows: list[Row], sheet: Sheet) -> Table:
    """Return the rows as a table; the page's text is text in it, never markup."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column, heading, schema in zip(sheet.columns, sheet.headings, sheet.properties(), strict=True):
        numeric = schema["type"] == "integer" or "x-number" in schema
        table.add_column(
            Text(heading), justify="right" if numeric else "left", overflow="fold", style=STYLES.get(column, "")
        )
    for row in rows:
        table.add_row(*(shown(row, column, sheet) for column in sheet.columns))
    return table


def shown(row: Row, column: str, sheet: Sheet) -> Text:
    """Return one field; of a sentence only what stands around the expression found in it."""
    text = one_line(plain(row[column]))
    surface = one_line(row.get("surface") or "")
    if column != "sentence" or surface not in text:
        return Text(text)
    around = max(LEAST, ((sheet.width or USUAL) - OTHERS) // 2 - len(surface)) // 2
    start = text.index(surface)
    left, right = max(0, start - around), start + len(surface) + around
    cut = "\u2026" * (left > 0) + text[left:right] + "\u2026" * (right < len(text))
    excerpt = Text(cut)
    excerpt.stylize("not dim bold", start - left + (left > 0), start - left + (left > 0) + len(surface))
    return excerpt

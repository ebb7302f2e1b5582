"""A table at a terminal, drawn by rich: folded to its width, coloured."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from newscli.output.as_table import excerpt, is_number
from newscli.output.sheet import Row, Sheet

UNBOUNDED = 100_000
"""The width when there is none: no line is broken."""
STYLES = {
    "surface": "bold",
    "place": "cyan",
    "city": "cyan",
    "name": "cyan",
    "sentence": "dim",
    "path": "dim",
    "rule": "dim",
}


def draw(rows: Sequence[Row], sheet: Sheet) -> list[str]:
    """Return the lines of a table."""
    return drawn([table_of(rows, sheet)], sheet).splitlines()


def drawn(parts: Iterable[RenderableType], sheet: Sheet) -> str:
    """Return parts as text, none of their lines broken; rich itself would answer a closed pipe with status 1."""
    console = console_for(sheet)
    with console.capture() as drawing:
        for part in parts:
            console.print(part, crop=False, soft_wrap=isinstance(part, Text))
    return drawing.get()


def console_for(sheet: Sheet) -> Console:
    """Return a console that colours as the sheet says, and reads no markup in what it draws."""
    return Console(
        file=io.StringIO(),
        width=sheet.width or UNBOUNDED,
        force_terminal=sheet.colour,
        color_system="standard" if sheet.colour else None,
        no_color=not sheet.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def table_of(rows: Sequence[Row], sheet: Sheet) -> Table:
    """Return the rows as a table; the page's text is text in it, never markup."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column, heading, schema in zip(sheet.columns, sheet.headings, sheet.properties(), strict=True):
        table.add_column(
            Text(heading),
            justify="right" if is_number(schema) else "left",
            overflow="fold",
            style=STYLES.get(column, ""),
        )
    for row in rows:
        table.add_row(*(shown(row, column, sheet) for column in sheet.columns))
    return table


def shown(row: Row, column: str, sheet: Sheet) -> Text:
    """Return one field; the expression found in a sentence stands out."""
    text, found = excerpt(row, column, sheet)
    field = Text(text)
    if found:
        field.stylize("not dim bold", *found)
    return field

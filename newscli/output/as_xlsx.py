"""XLSX: one worksheet; numbers are numbers where a spreadsheet holds them exactly, everything else is text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import datetime
from typing import IO

from rich.cells import cell_len
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from newscli.errors import NewscliError
from newscli.output.safe import spreadsheet_safe, visible
from newscli.output.sheet import Row, Sheet, plain

MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767
WIDEST = 60
"""Columns of Latin letters that a column is made wide at most, a Chinese character taking two."""
MARGIN = 3
"""Room beside the text, for the button of the filter too."""
EXACT = re.compile(r"-?(?=[\d.]{1,16}$)\d{1,15}(?:\.\d+)?")
"""A number of at most 15 digits, which is what a spreadsheet's numbers hold; a fraction (1/3) stays text."""
CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the same input gives the same bytes; the format knows no time zone


def write(rows: Iterable[Row], stream: IO[bytes], sheet: Sheet) -> None:
    """Write the rows to the stream once all have come: a workbook cannot be written as they do."""
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(made, options) as book:
        book.set_properties({"created": CREATED})
        page = book.add_worksheet(sheet.name)
        page.freeze_panes(1, 0)
        page.write_row(0, 0, sheet.headings, book.add_format({"bold": True}))
        widths = [cell_len(heading) for heading in sheet.headings]
        number = 0
        for number, row in enumerate(rows, 1):
            if number >= MOST_ROWS:
                raise NewscliError(f"xlsx holds {MOST_ROWS - 1:,} rows at most", cure="write csv or parquet")
            write_row(page, number, row, sheet)
            widths = [max(w, cell_len(plain(row[c])[:WIDEST])) for w, c in zip(widths, sheet.columns, strict=True)]
        for index, width in enumerate(widths):
            page.set_column(index, index, min(width, WIDEST) + MARGIN)
        page.autofilter(0, 0, number, len(widths) - 1)
    stream.write(made.getvalue())


def write_row(page: Worksheet, number: int, row: Row, sheet: Sheet) -> None:
    """Write one row's cells."""
    for index, (column, schema) in enumerate(zip(sheet.columns, sheet.properties(), strict=True)):
        value = row[column]
        if isinstance(value, bool):
            page.write_boolean(number, index, value)
        elif isinstance(value, int):
            page.write_number(number, index, value)
        elif isinstance(value, str) and schema.get("x-number") and EXACT.fullmatch(value):
            page.write_number(number, index, float(value))  # exact: a double holds 15 digits
        elif value is not None:
            text = plain(value)
            page.write_string(number, index, (visible(text) if sheet.raw else spreadsheet_safe(text))[:LONGEST_CELL])

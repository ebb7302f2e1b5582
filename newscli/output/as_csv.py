"""CSV: a header, then a line a row; lists and records are JSON inside their cell."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import IO

from newscli.output.safe import spreadsheet_safe
from newscli.output.sheet import Row, Sheet, cells, compact
from newscli.output.text import text_stream


def write(rows: Iterable[Row], stream: IO[bytes], sheet: Sheet) -> None:
    """Write the rows to the stream as they come."""
    write_separated(rows, stream, sheet, separator=",")


def write_separated(rows: Iterable[Row], stream: IO[bytes], sheet: Sheet, *, separator: str) -> None:
    """Write the rows with a separator between their cells."""
    with text_stream(stream, sheet) as text:
        lines = csv.writer(text, delimiter=separator, lineterminator="\n")
        lines.writerow(sheet.headings)
        for row in cells(rows, sheet, compact):
            lines.writerow(row if sheet.raw else map(spreadsheet_safe, row))

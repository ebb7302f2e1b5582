"""TSV: as CSV, with tabs between the cells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from newscli.output.as_csv import write_separated
from newscli.output.sheet import Row, Sheet


def write(rows: Iterable[Row], stream: IO[bytes], sheet: Sheet) -> None:
    """Write the rows to the stream as they come."""
    write_separated(rows, stream, sheet, separator="\t")

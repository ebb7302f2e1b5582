"""JSON: one array, an object a line inside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from newscli.output.as_jsonl import line
from newscli.output.sheet import Row, Sheet


def write(rows: Iterable[Row], stream: IO[bytes], sheet: Sheet) -> None:
    """Write the rows to the stream as they come; the array is closed even when they end in an error."""
    between = b"[\n"
    try:
        for row in rows:
            stream.write(between + line(row, sheet).rstrip(b"\n"))
            between = b",\n"
    finally:
        stream.write(b"[]\n" if between == b"[\n" else b"\n]\n")

"""JSON Lines: one object a line, in the order of the columns."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO

from newscli.output.safe import json_safe
from newscli.output.sheet import Row, Sheet

ENCODER = json.JSONEncoder(ensure_ascii=False)
"""``json.dumps`` would make one a row."""


def line(row: Row, sheet: Sheet) -> bytes:
    """Return one row as an object on a line of its own."""
    return json_safe(ENCODER.encode(sheet.pick(row))).encode() + b"\n"


def write(rows: Iterable[Row], stream: IO[bytes], sheet: Sheet) -> None:
    """Write the rows to the stream as they come."""
    for row in rows:
        stream.write(line(row, sheet))

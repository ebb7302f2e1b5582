"""A text stream over a byte stream, in the encoding that the sheet asks for."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from newscli.output.sheet import Sheet

MARK = "\ufeff"


@contextmanager
def text_stream(stream: IO[bytes], sheet: Sheet) -> Iterator[io.TextIOWrapper]:
    """Give a text stream that writes through; a lone surrogate is written as its escape."""
    text = io.TextIOWrapper(stream, sheet.encoding, errors="backslashreplace", newline="", write_through=True)
    if sheet.bom and not sheet.encoding.startswith("utf-16"):  # which writes its own
        text.write(MARK)
    try:
        yield text
    finally:
        text.detach()

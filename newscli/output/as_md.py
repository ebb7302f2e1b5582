"""Markdown: one table, nothing in it read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import IO

from newscli.output.safe import one_line
from newscli.output.sheet import Row, Sheet, cells, plain
from newscli.output.text import text_stream

HTML = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
MARKUP = re.compile(r"[\\`*_{}\[\]<>#|!~$&]")


def literal(text: str) -> str:
    r"""Return text that Markdown shows as it is, on one line.

    >>> print(literal("[a](b) | <i>"))
    \[a\](b) \| &lt;i&gt;
    """
    return MARKUP.sub(lambda m: HTML.get(m[0], "\\" + m[0]), one_line(text))


def write(rows: Iterable[Row], stream: IO[bytes], sheet: Sheet) -> None:
    """Write the rows to the stream as they come."""
    with text_stream(stream, sheet) as text:
        text.write("| " + " | ".join(map(literal, sheet.headings)) + " |\n")
        text.write("|" + " --- |" * len(sheet.headings) + "\n")
        for row in cells(rows, sheet, plain):
            text.write("| " + " | ".join(map(literal, row)) + " |\n")

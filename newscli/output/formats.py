"""The formats, one line each.

A writer is a module ``as_NAME`` with ``write(rows, stream, sheet)``, loaded when its format is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import PurePath
from typing import IO, NamedTuple, Protocol, cast

from newscli.errors import NewscliError, UnknownFormat, instead_of
from newscli.lazy import installed
from newscli.output.sheet import Row, Sheet


class Writer(Protocol):
    """A module that writes rows in one format."""

    def write(self, rows: Iterable[Row], stream: IO[bytes], sheet: Sheet) -> None:
        """Write the rows to the stream as they come."""


class Format(NamedTuple):
    """A format: the ending of its files, whether it is text, and the package that an extra brings for it."""

    ending: str
    description: str
    recodable: bool = False
    """Whether ``--encoding`` and ``--bom`` mean anything for it."""
    needs: str | None = None
    text: bool = True
    headed: bool = True
    """Whether it has headings, which may be Chinese; the others have field names."""


PLAIN = frozenset({"", ".txt"})
"""Endings that say nothing of a format."""
WRITERS = {
    "table": Format("", "aligned columns for people, with Chinese headings", recodable=True),
    "json": Format(".json", "one array", headed=False),
    "jsonl": Format(".jsonl", "one object a line", headed=False),
    "csv": Format(".csv", "comma-separated values with a header", recodable=True),
    "tsv": Format(".tsv", "the same with tabs", recodable=True),
    "md": Format(".md", "a Markdown table", recodable=True),
    "xlsx": Format(".xlsx", "an Excel workbook", needs="xlsxwriter", text=False),
    "parquet": Format(".parquet", "Apache Parquet, columns typed", needs="pyarrow", text=False),
}


def load_writer(name: str) -> Writer:
    """Return the writer of a format; raises when there is none, or when its package is not installed."""
    form = find_format(name)
    if form.needs and not installed(form.needs):
        raise NewscliError(f"format {name} needs the {form.needs} package", cure=f"pip install {form.needs}")
    return cast("Writer", import_module(f"newscli.output.as_{name}"))


def find_format(name: str) -> Format:
    """Return a format by its name."""
    if name not in WRITERS:
        raise UnknownFormat(f"unknown format {name!r}", cure=instead_of(name, WRITERS))
    return WRITERS[name]


def format_of(path: str) -> str | None:
    """Return the format that a file's ending stands for, if it says any; raises when it says one that there is not."""
    ending = PurePath(path).suffix.lower()
    if ending in PLAIN:
        return None
    endings = {form.ending: name for name, form in WRITERS.items() if form.ending}
    if ending not in endings:
        cure = instead_of(ending, endings) + " (or name one with -f)"
        raise UnknownFormat(f"{ending} is the ending of no format", where=path, cure=cure)
    return endings[ending]

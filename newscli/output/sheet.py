"""What a command's rows look like: the columns, their headings, and the choices that hold for every format."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from newscli.errors import UnknownColumn, instead_of

Row = Mapping[str, Any]
Schema = Mapping[str, Any]
SCHEMAS = ("parse", "facts", "places", "bylines", "headlines", "summary", "errors")


@cache
def schema_text(name: str) -> str:
    """Return the JSON Schema of a command's rows as it ships."""
    return files("newscli.output").joinpath("schemas", f"{name}.json").read_text("utf-8")


@cache
def read_schema(name: str) -> Schema:
    """Return the JSON Schema of a command's rows."""
    schema: Schema = json.loads(schema_text(name))
    return schema


class Sheet(NamedTuple):
    """The columns of some rows, and how they are to be written."""

    name: str
    columns: tuple[str, ...]
    headings: tuple[str, ...]
    raw: bool = False
    """Whether spreadsheets get text that they may take for a formula, as it is."""
    encoding: str = "utf-8"
    bom: bool = False
    colour: bool = False
    width: int | None = None
    """Columns of the terminal; ``None`` when the output is no terminal."""

    def pick(self, row: Row) -> Row:
        """Return the row's chosen fields, in the order of the columns; mostly these are all that it has."""
        return row if tuple(row) == self.columns else {column: row[column] for column in self.columns}

    def properties(self) -> list[Schema]:
        """Return the schema of each column."""
        properties = read_schema(self.name)["properties"]
        return [properties[column] for column in self.columns]


def make_sheet(name: str, columns: Sequence[str] = (), *, chinese: bool = False) -> Sheet:
    """Return the sheet of a command's rows, with all its columns or those named."""
    properties = read_schema(name)["properties"]
    chosen = named_columns(name, columns) or tuple(properties)
    return Sheet(name, chosen, tuple(properties[c]["title"] if chinese else c for c in chosen))


def named_columns(name: str, asked: Sequence[str]) -> tuple[str, ...]:
    """Return columns of a command's rows by their field names or Chinese headings; raises for one that there is not, or twice."""
    properties = read_schema(name)["properties"]
    headed = {schema["title"]: column for column, schema in properties.items()}
    found = tuple(headed.get(column, column) for column in asked)
    for column in found:
        if column not in properties:
            near = instead_of(column, properties if column.isascii() else headed)
            raise UnknownColumn(f"{name} has no column {column!r}", cure=near)
        if found.count(column) > 1:  # no format could keep the two apart
            raise UnknownColumn(f"column {column!r} is named twice", cure="name it once")
    return found


def plain(value: object) -> str:
    """Return a field as a person reads it: lists joined, records by their parts, nothing for null."""
    if isinstance(value, str):  # as most fields are
        return value
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case dict():
            return " ".join(plain(part) for part in value.values() if part)
        case [int() as first, int() as last]:
            return f"{first}\u2013{last}"
        case list():
            return "; ".join(plain(part) for part in value)
        case _:
            return str(value)


def compact(value: object) -> str:
    """Return a field as one cell that a program can read back: lists and records as JSON, nothing for null."""
    if isinstance(value, str):  # as most fields are
        return value
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case dict() | list():
            return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        case _:
            return str(value)


def cells(rows: Iterable[Row], sheet: Sheet, show: Callable[[object], str]) -> Iterator[list[str]]:
    """Yield each row's chosen fields as text."""
    for row in rows:
        yield [show(row[column]) for column in sheet.columns]

"""Parquet: columns typed by the schema; numbers stay decimal text, exact whatever their size."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from newscli.output.safe import picture
from newscli.output.sheet import Row, Schema, Sheet

GROUP = 10_000
"""Rows that are held before they are written: a row group of the file."""
TYPES = {"string": pa.string(), "integer": pa.int64(), "boolean": pa.bool_()}


def arrow_type(schema: Schema) -> Any:
    """Return the column type that a property of the schema stands for."""
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    match next(kind for kind in kinds if kind != "null"):
        case "array":
            return pa.list_(arrow_type(schema["items"]))
        case "object":
            return pa.struct([(name, arrow_type(part)) for name, part in schema["properties"].items()])
        case simple:
            return TYPES[simple]


def write(rows: Iterable[Row], stream: IO[bytes], sheet: Sheet) -> None:
    """Write the rows to the stream, a row group at a time."""
    types = [arrow_type(schema) for schema in sheet.properties()]
    schema = pa.schema(list(zip(sheet.headings, types, strict=True)))
    ahead = iter(rows)
    with pq.ParquetWriter(stream, schema, compression="zstd") as file:
        while group := list(islice(ahead, GROUP)):
            columns = [column([row[c] for row in group], t) for c, t in zip(sheet.columns, types, strict=True)]
            file.write_table(pa.Table.from_arrays(columns, schema=schema))


def column(values: list[Any], kind: Any) -> Any:
    """Return values as an array; halves of characters, which a record's escapes may bring, in their visible form."""
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array(whole(values), kind)


def whole(value: Any) -> Any:
    """Return a value whose text, however deep, is Unicode throughout."""
    match value:
        case str():
            return re.sub("[\ud800-\udfff]", picture, value)
        case list():
            return [whole(part) for part in value]
        case dict():
            return {name: whole(part) for name, part in value.items()}
        case _:
            return value

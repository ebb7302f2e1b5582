"""Tables: TOML for records of several fields, TSV for thousands of like rows; checked when they are loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from newscli.errors import TableError
from newscli.lazy import lazily
from newscli.rules.rule import Case

if TYPE_CHECKING:
    import tomllib
else:
    tomllib = lazily("tomllib")

Record = dict[str, object]


class Schema(NamedTuple):
    """The fields that a record must have and those that it may have."""

    required: frozenset[str]
    optional: frozenset[str] = frozenset()


def table_text(package: str, name: str) -> str:
    """Return a table that ships inside a package, as text."""
    return (files(package) / name).read_text(encoding="utf-8")


def line_of(text: str, needle: str) -> int:
    """Return the 1-based line on which a piece of a table first stands, 1 when it cannot be told."""
    at = text.find(needle)
    return 1 if at < 0 else text.count("\n", 0, at) + 1


def fault(name: str, line: int, what: str, cure: str) -> TableError:
    """Return the error that names file, line and cure."""
    return TableError(f"{name}:{line}: {what}; {cure}")


def read_toml(text: str, name: str) -> Mapping[str, object]:
    """Return a TOML table as a mapping."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise fault(name, 1, f"not TOML ({error})", "mend the syntax at the place it names") from error


def read_records(text: str, name: str, key: str, schema: Schema) -> list[Record]:
    """Return the ``[[key]]`` records of a TOML table, each checked against its schema and for its id and surfaces."""
    found = read_toml(text, name).get(key)
    if not isinstance(found, list):
        raise fault(name, 1, f"no [[{key}]] records", f"begin each record with [[{key}]]")
    owners: dict[str, str] = {}
    for record in found:
        check_record(record, text, name, schema)
        claim_surfaces(record, owners, text, name)
    return found


def check_record(record: Record, text: str, name: str, schema: Schema) -> None:
    """Raise when a record has a key that is not in the schema, or lacks one that is required."""
    line = line_of(text, f'id = "{record.get("id")}"')
    unknown = sorted(record.keys() - schema.required - schema.optional)
    if unknown:
        known = ", ".join(sorted(schema.required | schema.optional))
        raise fault(name, line, f"unknown key {unknown[0]!r}", f"use one of {known}")
    missing = sorted(schema.required - record.keys())
    if missing:
        cure = "write one sentence in which it stands" if missing[0] == "examples" else "add the key"
        raise fault(name, line, f"record {record.get('id')!r} lacks {missing[0]!r}", cure)
    if "examples" in schema.required and not record["examples"]:
        raise fault(name, line, f"record {record.get('id')!r} has no example", "write one sentence in which it stands")


def claim_surfaces(record: Record, owners: dict[str, str], text: str, name: str) -> None:
    """Raise when a surface or an id stands twice in a table."""
    own = str(record.get("id"))
    surfaces = record.get("surfaces", ())
    for surface in [f"id {own}", *surfaces] if isinstance(surfaces, list) else [f"id {own}"]:
        if surface in owners:
            line = text.count("\n", 0, max(text.rfind(f'id = "{own}"'), 0)) + 1
            raise fault(
                name, line, f"{surface!r} stands in {owners[surface]!r} and in {own!r}", "keep it in one of them"
            )
        owners[surface] = own


def read_rows(text: str, name: str, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a TSV table under the header ``columns``; ``#`` opens a note. Rows must be sorted and unique."""
    header: tuple[str, ...] | None = None
    last: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        row = tuple(line.split("\t"))
        if header is None:
            header = row
            if row != columns:
                raise fault(name, number, f"header {row} is not {columns}", "write the columns in this order")
            continue
        if len(row) != len(columns):
            raise fault(name, number, f"{len(row)} fields instead of {len(columns)}", "separate fields with one tab")
        if row <= last:
            word = "repeats" if row == last else "stands before"
            raise fault(
                name, number, f"{row[0]!r} {word} {last[0]!r}", "sort the rows by code point and write each once"
            )
        last = row
        yield row


def record_cases(records: Iterable[Record], prefix: str) -> Iterator[Case]:
    """Yield the examples (sentence → reading) and rejects of table records; owners are ``prefix.id``."""
    for record in records:
        owner = f"{prefix}.{record['id']}"
        examples, rejects = record.get("examples", {}), record.get("rejects", ())
        if isinstance(examples, dict):
            for text, reads in examples.items():
                yield Case(owner, text, str(reads))
        if isinstance(rejects, list):
            for text in rejects:
                yield Case(owner, text, None)

"""The tables that ship in the package: sourced, sorted, each surface once, readable."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import newscli

PACKAGE = Path(newscli.__file__).parent
TABLES = sorted(
    path for path in PACKAGE.rglob("*") if path.suffix in {".toml", ".tsv"} and "__pycache__" not in path.parts
)
TOML = [path for path in TABLES if path.suffix == ".toml"]
TSV = [path for path in TABLES if path.suffix == ".tsv"]


def name_of(path: Path) -> str:
    """Return a table's path inside the package."""
    return str(path.relative_to(PACKAGE))


def header(path: Path) -> str:
    """Return the remarks that a table opens with."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines[: next((i for i, x in enumerate(lines) if not x.startswith("#")), None)])


def rows(path: Path) -> list[list[str]]:
    """Return the rows under a TSV table's header."""
    lines = [x for x in path.read_text(encoding="utf-8").split("\n") if x and not x.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def strings(value: object) -> Iterator[str]:
    """Yield every string inside a TOML value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def lists(value: object, where: str) -> Iterator[tuple[str, list[str]]]:
    """Yield every list of strings inside a TOML value, with its key."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{where}.{key}")
    elif isinstance(value, list):
        if value and all(isinstance(inner, str) for inner in value):
            yield where, value
        else:
            for number, inner in enumerate(value):
                yield from lists(inner, f"{where}[{number}]")


SHORT = 20
"""A table of fewer rows may keep the order of its argument."""


@pytest.mark.parametrize("path", TABLES, ids=name_of)
def test_a_table_says_where_it_comes_from(path: Path) -> None:
    words = ("own ", "origin", "source", "built ", "collection", "licence", "counted")
    assert any(word in header(path).lower() for word in words), "open the table with a remark: origin and licence"


@pytest.mark.parametrize("path", TOML, ids=name_of)
def test_no_list_of_a_table_repeats_a_surface(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for where, values in lists(table, path.stem):
        assert [value for value, times in Counter(values).items() if times > 1] == [], where


@pytest.mark.parametrize("path", TOML, ids=name_of)
def test_no_table_holds_a_regular_expression(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    signs = ("(?", "\\d", "[^", ".*", ".+", "\\s", ")|")
    assert [text for text in strings(table) if any(sign in text for sign in signs)] == []


@pytest.mark.parametrize("path", TSV, ids=name_of)
def test_rows_have_the_columns_of_the_header(path: Path) -> None:
    lines = [x for x in path.read_text(encoding="utf-8").split("\n") if x and not x.startswith("#")]
    columns = lines[0].count("\t")
    assert [line for line in lines if line.count("\t") != columns] == []


@pytest.mark.parametrize("path", TSV, ids=name_of)
def test_rows_stand_in_order_and_once(path: Path) -> None:
    found = rows(path)
    assert len(found) < SHORT or found == sorted(found)
    assert [row for row, times in Counter(map(tuple, found)).items() if times > 1] == []


def test_every_table_ships_in_the_package() -> None:
    assert TABLES
    assert all(path.is_relative_to(PACKAGE) for path in TABLES)

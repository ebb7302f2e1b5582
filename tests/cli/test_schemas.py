"""What the program prints is what its schemas promise, field by field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from newscli import model
from newscli.batch.worker import ROWS_OF
from newscli.cli.commands.batch import TABLES
from newscli.cli.commands.facts import KINDS
from newscli.output.sheet import SCHEMAS, read_schema
from tests.cli.program import SAMPLE
from tests.cli.test_app import call

ARGUMENTS = {
    "parse": ["parse"],
    "facts": ["facts", "--date", "2024-02-01"],
    "places": ["places"],
    "bylines": ["bylines"],
    "headlines": ["headlines"],
    "summary": ["facts", "--summary"],
}


@pytest.mark.parametrize("name", ARGUMENTS)
def test_rows_on_real_pages_are_valid_and_in_the_order_of_the_schema(
    name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert call([*ARGUMENTS[name], "-f", "jsonl", str(SAMPLE)]) == 0
    rows = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert rows
    validator = Draft202012Validator(read_schema(name), format_checker=FormatChecker())
    for one in rows:
        validator.validate(one)
        assert list(one) == list(read_schema(name)["properties"])


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_valid_themselves_and_printed_as_they_ship(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert call(["schema", name]) == 0
    printed = json.loads(capfd.readouterr().out)
    Draft202012Validator.check_schema(printed)
    assert printed == read_schema(name)


def test_errors_of_a_batch_are_valid(tmp_path: Path) -> None:
    assert call(["batch", "no-such-file.txt", "-q", "-o", str(tmp_path / "out")]) == 1
    lines = (tmp_path / "out" / "errors.jsonl").read_text(encoding="utf-8").splitlines()
    Draft202012Validator(read_schema("errors")).validate(json.loads(lines[0]))


@pytest.mark.parametrize(
    ("name", "column", "values"),
    [
        ("parse", "type", model.ArticleType),
        ("facts", "kind", model.QuantityKind),
        ("facts", "hedge", model.Hedge),
        ("facts", "change", model.Change),
        ("facts", "confidence", model.Confidence),
        ("places", "level", model.PlaceLevel),
        ("places", "in_name", model.NameKind),
    ],
)
def test_schemas_and_model_know_the_same_words(name: str, column: str, values: object) -> None:
    schema = read_schema(name)["properties"][column]["enum"]
    assert [word for word in schema if word is not None] == list(get_args(values))


def test_the_tables_that_can_be_asked_for_are_those_of_a_batch() -> None:
    assert tuple(ROWS_OF) == TABLES


def test_the_kinds_that_can_be_asked_for_are_those_of_the_schema() -> None:
    assert list(KINDS) == read_schema("facts")["properties"]["kind"]["enum"]

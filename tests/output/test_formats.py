"""The writers' contract, over every format of the registry."""

from __future__ import annotations

import csv
import io
import json

import openpyxl
import pyarrow.parquet as pq
import pytest
from rich.cells import cell_len

from newscli.errors import UnknownColumn, UnknownFormat
from newscli.output.formats import WRITERS, find_format, format_of, load_writer
from newscli.output.sheet import SCHEMAS, Row, make_sheet, read_schema

NASTY = '=HYPERLINK("http://x") [red]|*a*\x1b[31m\u202e<b>'
ROWS: list[Row] = [
    {"source": "a.txt", "article": 1, "headline": NASTY, "name": "沈越", "role": "记者", "outlet": None, "unit": False},
    {
        "source": "a.txt",
        "article": 2,
        "headline": "两行\n标题",
        "name": "江公宣",
        "role": None,
        "outlet": "本报",
        "unit": True,
    },
]


def written(name: str, rows: list[Row], **how: object) -> bytes:
    stream = io.BytesIO()
    load_writer(name).write(iter(rows), stream, make_sheet("bylines")._replace(**how))  # type: ignore[arg-type]
    return stream.getvalue()


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_rows_give_the_same_bytes(name: str) -> None:
    assert written(name, ROWS) == written(name, ROWS)


@pytest.mark.parametrize("name", WRITERS)
def test_no_rows_give_a_whole_file(name: str) -> None:
    data = written(name, [])
    assert data.startswith({"parquet": b"PAR1", "xlsx": b"PK", "json": b"[]"}.get(name, b""))


@pytest.mark.parametrize("name", [name for name, form in WRITERS.items() if form.text])
def test_no_text_format_lets_controls_or_direction_marks_through(name: str) -> None:
    text = written(name, ROWS).decode()
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("name", ["table", "md"])
def test_one_row_is_one_line_for_people(name: str) -> None:
    text = written(name, ROWS).decode()
    assert sum("江公宣" in line and "标题" in line for line in text.splitlines()) == 1


def test_markup_of_the_terminal_library_stays_text() -> None:
    assert "[red]" in written("table", ROWS).decode()


def test_table_columns_are_aligned_by_the_width_of_chinese_characters() -> None:
    lines = [line for line in written("table", ROWS).decode().splitlines() if "本报" in line or "记者" in line]
    starts = {cell_len(line[: line.index(word)]) for line, word in zip(lines, ("沈越", "江公宣"), strict=True)}
    assert len(starts) == 1


def test_markdown_shows_the_text_as_it_is() -> None:
    line = written("md", ROWS).decode().splitlines()[2]
    assert r"\[red\]\|\*a\*" in line
    assert "&lt;b&gt;" in line


def test_columns_come_in_the_order_asked_for_also_if_these_are_all() -> None:
    columns = list(ROWS[0])[::-1]
    lines = written("jsonl", ROWS, columns=tuple(columns)).splitlines()
    assert [list(json.loads(line)) for line in lines] == [columns] * len(ROWS)


def test_json_formats_keep_the_values() -> None:
    assert json.loads(written("json", ROWS)) == ROWS
    assert [json.loads(line) for line in written("jsonl", ROWS).splitlines()] == ROWS


@pytest.mark.parametrize(("name", "separator"), [("csv", ","), ("tsv", "\t")])
def test_separated_values_have_a_header_and_neutral_formulas(name: str, separator: str) -> None:
    first, second = csv.DictReader(io.StringIO(written(name, ROWS).decode()), delimiter=separator)
    assert list(first) == list(ROWS[0])
    assert first["headline"].startswith("'=HYPERLINK")
    assert second["headline"] == "两行\n标题"
    assert (second["role"], second["unit"]) == ("", "true")


def test_raw_leaves_formulas_alone() -> None:
    assert b'"=HYPERLINK' in written("csv", ROWS, raw=True)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_text_is_written_in_the_encoding_asked_for(encoding: str) -> None:
    assert "江公宣" in written("csv", ROWS, encoding=encoding).decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_byte_order_mark_is_written_when_asked_for(encoding: str) -> None:
    assert written("csv", ROWS, encoding=encoding, bom=True).startswith("\ufeff".encode(encoding))


@pytest.mark.parametrize("name", WRITERS)
def test_half_a_character_stops_no_format(name: str) -> None:
    assert written(name, [{**ROWS[0], "headline": "标\ud800题", "source": "\udcff.txt"}])


def test_parquet_shows_half_a_character_however_deep() -> None:
    rows: list[Row] = [dict.fromkeys(read_schema("parse")["properties"]) | {"paragraphs": ["一\ud800"], "source": "a"}]
    stream = io.BytesIO()
    load_writer("parquet").write(rows, stream, make_sheet("parse"))
    assert pq.read_table(stream).column("paragraphs").to_pylist() == [["一<U+D800>"]]


def test_a_lone_surrogate_is_written_as_its_escape() -> None:
    assert b"\\ud800" in written("csv", [{**ROWS[0], "headline": "\ud800"}], raw=True)


def test_xlsx_holds_text_as_text_and_freezes_the_header() -> None:
    page = openpyxl.load_workbook(io.BytesIO(written("xlsx", ROWS))).active
    assert page is not None
    assert [cell.value for cell in page[1]] == list(ROWS[0])
    assert page.cell(2, 3).data_type == "s"
    assert str(page.cell(2, 3).value).startswith("'=HYPERLINK")
    assert page.cell(2, 2).value == 1
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:G3"
    name, headline = page.column_dimensions["D"].width, page.column_dimensions["C"].width
    assert 6 < name < headline < 70  # 江公宣 takes six columns of Latin letters


def test_parquet_has_the_types_of_the_schema() -> None:
    table = pq.read_table(io.BytesIO(written("parquet", ROWS)))
    assert [str(t) for t in table.schema.types] == ["string", "int64", "string", "string", "string", "string", "bool"]
    assert table.to_pylist() == ROWS


@pytest.mark.parametrize("path", ["x.csv", "x.tsv", "x.json", "x.jsonl", "x.md", "x.xlsx", "x.parquet", "X.CSV"])
def test_the_ending_of_a_file_tells_its_format(path: str) -> None:
    assert format_of(path) == path.lower().removeprefix("x.")


def test_unknown_names_are_refused_with_a_suggestion() -> None:
    with pytest.raises(UnknownFormat, match=r"did you mean jsonl\?"):
        find_format("jsnl")
    with pytest.raises(UnknownColumn, match=r"did you mean subject\?"):
        make_sheet("facts", ["subjct"])


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_column_has_a_heading_and_a_description(name: str) -> None:
    for column, schema in read_schema(name)["properties"].items():
        assert schema["title"], column
        assert schema["description"], column
    assert read_schema(name)["required"] == list(read_schema(name)["properties"])


def test_xlsx_writes_as_numbers_only_what_it_holds_exactly() -> None:
    values = ["182", "-4.5", "123456789012345", "1234567890123456", "0.1234567890123456", "1/3", None]
    empty = dict.fromkeys(read_schema("facts")["properties"])
    stream = io.BytesIO()
    load_writer("xlsx").write(iter([{**empty, "value": v} for v in values]), stream, make_sheet("facts", ["value"]))
    page = openpyxl.load_workbook(stream).active
    assert page is not None
    written_values = [page.cell(row, 1).value for row in range(2, 9)]
    assert written_values == [182, -4.5, 123456789012345, *values[3:6], None]

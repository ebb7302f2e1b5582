"""The two tables for people: what a pipe gets is what a terminal of endless width would get."""

from __future__ import annotations

import io

import pytest

import newscli
from newscli.output.as_table import aligned, trimmed, write
from newscli.output.drawn_table import draw
from newscli.output.rows import fact_rows, place_rows
from newscli.output.sheet import Row, make_sheet

PAGE = newscli.read_text(
    "云和木玩走俏海外\n\n本报讯(记者 李晓)去年，云和县木制玩具出口额达12.6亿元，同比增长8.3%，“🪀 Woody”等43个品牌出海。\n"
)
ROWS: dict[str, list[Row]] = {"facts": list(fact_rows(PAGE)), "places": list(place_rows(PAGE))}


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("count", [0, 1, 3])
def test_plain_table_has_the_lines_of_the_drawn_one(name: str, count: int) -> None:
    sheet = make_sheet(name, chinese=True)
    assert trimmed(aligned(ROWS[name][:count], sheet)) == trimmed(draw(ROWS[name][:count], sheet))


@pytest.mark.parametrize(("width", "beside"), [(24, True), (23, False)])
def test_a_terminal_too_narrow_for_the_columns_gets_a_field_a_line(width: int, *, beside: bool) -> None:
    sheet = make_sheet("facts", ["place", "value", "unit"], chinese=True)._replace(width=width)
    written = io.BytesIO()
    write(ROWS["facts"], written, sheet)
    lines = written.getvalue().decode().splitlines()
    assert any("地点" in line and "数值" in line for line in lines) is beside
    if not beside:
        assert lines[:5] == ["", " 地点  云和县", " 数值  1260000000", " 单位  元", ""]


def test_numbers_stand_against_the_right_edge() -> None:
    sheet = make_sheet("facts", ["value", "unit"])
    heads, _, *lines = aligned(ROWS["facts"], sheet)[1:-1]
    assert len({line.index(str(row["unit"])) for line, row in zip(lines, ROWS["facts"], strict=True)}) == 1
    assert heads.split() == ["value", "unit"]

"""Sentences of many beats, each number with the word that must be in its subject; written down before they were run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linking.reading import subjects_of

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("heads.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("text", "heads"), ROWS)
def test_what_a_number_counts_holds_its_head_word(text: str, heads: str) -> None:
    found, wanted = subjects_of(text).split(" | "), heads.split(" | ")
    assert len(found) == len(wanted)

    assert [pair for pair in zip(wanted, found, strict=True) if pair[0] != "-" and pair[0] not in pair[1]] == []


def test_the_cells_of_a_table_take_the_heads_of_their_columns() -> None:
    text = "空气质量\n\n县市 优良率 浓度\n东阳市 96.7% 21微克/立方米\n武义县 98.9% 19微克/立方米\n"
    assert subjects_of(text) == "优良率 | 浓度 | 优良率 | 浓度"


def test_the_rows_under_a_line_take_the_property_that_it_names() -> None:
    text = "汛情通报\n\n各水库昨日水位及蓄水率\n横锦水库 152.3米 78%\n南江水库 203.1米 65%\n"
    assert [subject[-2:] for subject in subjects_of(text).split(" | ")] == ["水位", "水率", "水位", "水率"]


def test_a_line_that_ranks_says_what_the_rows_under_it_count() -> None:
    page = (
        "粮食总产量前三位\n1. 婺城区：31.2万吨，增长1.1%\n2. 金东区：24.85万吨，增长0.8%\n\n"
        "茶园面积\n武义县60万亩、磐安县14.5万亩。\n"
    )
    assert subjects_of(page).split(" | ")[1:] == ["粮食总产量"] * 4 + ["茶园面积"] * 2


def test_a_line_that_opens_with_a_comparison_tells_of_the_line_above_it() -> None:
    assert subjects_of("港口快讯\n\n出货量达450万件\n同比增长约51%\n") == "出货量 | 出货量"


def test_a_line_after_a_full_stop_does_not_tell_of_the_line_above_it() -> None:
    assert subjects_of("港口快讯\n\n出货量达450万件。\n同比增长约51%\n") == "出货量 | -"

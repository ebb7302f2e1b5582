"""Quantities beyond the examples of their rules: neighbours, packed tables, bad input."""

from __future__ import annotations

import time

import pytest

from newscli.extractors.period import find_periods
from newscli.extractors.quantity import find_quantities, reading
from newscli.extractors.quantity.flow import table
from newscli.extractors.quantity.lexicon import PACKED, packed_units
from newscli.rules.tables import table_text


def readings(text: str) -> list[str]:
    """Return what is read in a text, periods taken first."""
    taken = [(m.start, m.end) for m in find_periods(text)]
    return [reading(m.value) for m in find_quantities(text, taken)]


def test_the_packed_units_are_those_of_the_table() -> None:
    assert table_text("newscli.extractors.quantity", PACKED) == packed_units()


RATES = [(name, section) for name, section in table().items() if "examples" in section]
RATED = [(text, reads) for _, section in RATES for text, reads in section["examples"].items()]
UNRATED = [text for _, section in RATES for text in section["rejects"]]


@pytest.mark.parametrize(("text", "reads"), RATED)
def test_a_rate_is_read_as_its_table_says(text: str, reads: str) -> None:
    assert reads in readings(text)


@pytest.mark.parametrize("text", UNRATED)
def test_no_rate_is_read_where_the_table_rejects_one(text: str) -> None:
    assert [q for q in readings(text) if "/" in q] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("电价由每吨800元降到500元", ["money 800 元 CNY /吨", "money 500 元 CNY /吨"]),
        ("绿地率分别不低于30%、60%", ["percent 30.. % at_least", "percent 60.. % at_least"]),
        ("净营收为348.61亿与459.16亿欧元", ["money 34861000000 欧元 EUR implied", "money 45916000000 欧元 EUR"]),
        ("从4.94%增长到9.17%", ["percent 4.94 %", "percent 9.17 %"]),
        ("从40家到50家", ["count 40 家", "count 50 家"]),
        ("每4年评选一次", ["count 1 次 /4年 weak"]),
        ("每两公里便有一所学校", ["count 1 所 /2公里 weak"]),
        ("最高可达5万元", ["money ..50000 元 CNY at_most"]),
        ("一个月内办结", ["duration ..1 月 at_most"]),
        ("气温降至零下5℃", ["measure -5 ℃"]),
        ("净额为-1.04亿元", ["money -104000000 元 CNY"]),
        ("为患者减负超500亿元", ["money 50000000000.. 元 CNY over"]),
        ("上缴人民币152.9万元", ["money 1529000 元 CNY"]),
        ("港币120万元", ["money 1200000 元 HKD"]),
        ("两年半时间", ["duration 2.5 年"]),
        ("用时14分40秒86", ["duration 880.86 秒"]),
        ("近七成为老人", ["percent ..70 % nearly"]),
    ],
)
def test_a_phrase_reads(text: str, expected: list[str]) -> None:
    assert readings(text) == expected


def test_a_headline_takes_its_unit_from_the_text() -> None:
    assert readings("浙江冲向2万亿\n营业收入达2万亿元。") == [
        "money 2000000000000 元 CNY implied",
        "money 2000000000000 元 CNY",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "主队以3:1获胜",
        "标普500指数",
        "标准普尔500种股票指数",
        "歼-20战机",
        "2024春风行动",
        "二十届三中全会",
        "德清县第四中学",
        "唯一一个",
        "周三个人赛",
        "千家万户",
        "一件件小事",
        "触犯刑法第二百六十六条",
        "电话0571-85310000",
        "浙政发〔2023〕15号",
        "(一)总体要求",
        "90后小伙",
        "46系列电池",
    ],
)
def test_no_quantity_is_read_in(text: str) -> None:
    assert readings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "一" * 40_000,
        "1-" * 20_000,
        "(" * 40_000,
        "9" * 40_000,
        "1、" * 20_000,
        "每" * 40_000,
        "“1" * 20_000,
        "第一" * 20_000,
        "1亿" * 20_000,
        "近年" * 20_000,
        "1年" * 20_000,
        "三分之" * 14_000,
        "1." * 20_000,
    ],
    ids=lambda text: text[:4],
)
def test_any_text_is_read_in_linear_time(text: str) -> None:
    started = time.process_time()
    taken = [(m.start, m.end) for m in find_periods(text)]
    find_quantities(text, taken)
    assert time.process_time() - started < 3

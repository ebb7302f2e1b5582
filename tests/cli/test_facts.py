"""Which facts are wanted: place, kind, size, time, order; and the summary."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from newscli import read_text
from newscli.cli.areas import area_test, city_of
from newscli.cli.commands.facts import KINDS
from newscli.cli.select import (
    Bound,
    at_least,
    at_most,
    not_after,
    not_before,
    of_kinds,
    ordered,
    parse_bound,
    timed,
)
from newscli.cli.summary import grouped
from newscli.errors import AmbiguousPlace, UnknownPlace, WrongUsage
from newscli.output.rows import fact_rows
from tests.cli.program import SAMPLE, newscli
from tests.cli.test_app import call


def row(**fields: object) -> dict[str, Any]:
    """Return a row of facts with the fields that matter here."""
    empty = dict.fromkeys(("value", "low", "high", "unit", "currency", "since", "until", "place", "code", "subject"))
    return {**empty, "source": "p.txt", "line": 3, "kind": "count", "surface": "x", **fields}


@pytest.mark.parametrize(
    ("names", "code", "inside"),
    [
        (["金华"], "330702", True),
        (["330700"], "330702", True),
        (["浙江金华"], "330700", True),
        (["金华"], "330100", False),
        (["杭州", "金华"], "330100", True),
        (["浙江"], "330106", True),
        (["杭州、金华，丽水"], "331102", True),
        (["杭州,金华"], "331102", False),
        (["中国"], "330106", True),
        (["日本"], "330106", False),
    ],
)
def test_a_place_stands_for_all_that_lies_in_it(names: list[str], code: str, *, inside: bool) -> None:
    assert area_test(names, home=None)(code, "…") is inside


def test_a_fact_about_no_place_is_in_none() -> None:
    assert not area_test(["金华"], home=None)(None, None)


def test_a_name_of_several_places_is_settled_by_the_home_of_the_paper() -> None:
    with pytest.raises(AmbiguousPlace):
        area_test(["西湖区"], home=None)
    assert area_test(["西湖区"], home="浙江")("330106", "西湖区")
    assert area_test(["西湖区"], home="南昌")("360103", "西湖区")


def test_a_name_of_no_place_is_refused() -> None:
    with pytest.raises(UnknownPlace):
        area_test(["没有这个地方"], home=None)


@pytest.mark.parametrize(
    ("code", "city"), [("330702", ("金华市", "330700")), ("330700", ("金华市", "330700")), ("330000", None)]
)
def test_the_city_of_a_place_is_its_prefecture(code: str, city: tuple[str, str] | None) -> None:
    assert city_of(code) == city


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("100", Bound(Fraction(100))),
        ("1,000.5", Bound(Fraction("1000.5"))),
        ("1亿元", Bound(Fraction(100_000_000), "元", "CNY")),
        ("30%", Bound(Fraction(30), "%")),
        ("200家", Bound(Fraction(200), "家")),
        ("1.2万", Bound(Fraction(12000))),
        ("3亿", Bound(Fraction(300_000_000))),
    ],
)
def test_bounds_are_written_as_in_the_paper(text: str, bound: Bound) -> None:
    assert parse_bound(text, "--min") == bound


@pytest.mark.parametrize("text", ["", "many", "1/0", "nan", "inf", "一百家企业", "约100家吧"])
def test_what_is_no_number_is_no_bound(text: str) -> None:
    with pytest.raises(WrongUsage):
        parse_bound(text, "--min")


def test_a_bound_without_unit_holds_for_all_and_one_with_a_unit_for_its_own() -> None:
    money = row(value="300000000", unit="元", currency="CNY")
    assert at_least(parse_bound("1亿元", "--min"))(money)
    assert not at_least(parse_bound("1亿美元", "--min"))(money)
    assert not at_least(parse_bound("100家", "--min"))(money)
    assert at_least(parse_bound("100", "--min"))(money)
    assert at_most(parse_bound("3亿元", "--max"))(money)
    assert not at_most(parse_bound("2亿元", "--max"))(money)


def test_of_a_range_any_part_may_lie_within_the_bounds() -> None:
    span = row(low="3", high="6", unit="月")
    assert at_least(Bound(Fraction(5)))(span)
    assert at_most(Bound(Fraction(4)))(span)
    assert not at_least(Bound(Fraction(7)))(span)
    assert not at_most(Bound(Fraction(2)))(span)


@pytest.mark.parametrize(
    ("since", "until", "wanted"),
    [
        ("2023", None, ["spring", "winter", "next"]),
        ("2023-03", "2023-03", ["spring"]),
        (None, "2023", ["before", "spring", "winter"]),
        ("2023年12月", "2023年12月31日", ["winter"]),
        ("2024/1", None, ["next"]),
    ],
)
def test_a_month_or_year_stands_for_all_its_days(since: str | None, until: str | None, wanted: list[str]) -> None:
    days = {"before": "2022-12-31", "spring": "2023-03-31", "winter": "2023-12-31", "next": "2024-01-01"}
    tests = list(timed(since, until))
    assert [name for name, day in days.items() if all(test(row(since=day, until=day)) for test in tests)] == wanted


def test_several_kinds_may_be_named_with_commas() -> None:
    test = of_kinds(["money,rank", "ratio"])
    assert [kind for kind in KINDS if test(row(kind=kind))] == ["money", "rank", "ratio"]


def test_a_fact_of_a_year_says_its_first_and_its_last_day() -> None:
    (fact,) = fact_rows(read_text("2023年，金华市新增企业182家。"))
    assert (fact["time"], fact["since"], fact["until"]) == ("2023年", "2023-01-01", "2023-12-31")


def test_of_facts_of_one_size_the_summary_shows_the_first() -> None:
    (groups,) = grouped([[row(value="5", line=3), row(value="5", line=9)]])
    assert [group["where"] for group in groups] == ["p.txt:3"]


def test_whoever_asks_for_a_time_is_told_once_that_pages_have_no_day(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt"):
        (tmp_path / name).write_text("今年，金华市新增企业182家。", encoding="utf-8")
    undated = newscli("facts", "--since", "2024", tmp_path)
    assert undated.stderr.decode().count("its day is not known") == 1
    dated = newscli("facts", "--since", "2024", "--date", "2024-02-01", tmp_path)
    assert dated.stderr == b""
    assert dated.stdout.count("182家".encode()) == 4  # the expression, and the sentence, of two pages


def test_a_page_that_prints_its_day_needs_none(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("2024年6月18日 星期二 第2版\n\n金华新增企业\n今年，金华市新增企业182家。", encoding="utf-8")
    printed = newscli("facts", "--since", "2024", "--columns", "surface,since", "-f", "csv", page)
    assert printed.stderr == b""
    assert printed.stdout.decode().splitlines()[1:] == ["182家,2024-01-01"]


def test_a_fact_without_a_date_is_neither_before_nor_after() -> None:
    assert not not_before("2023-01-01")(row())
    assert not not_after("2023-01-01")(row())
    year = row(since="2022-06-01", until="2023-05-31")
    assert not_before("2023-01-01")(year)
    assert not_after("2023-01-01")(year)
    assert not not_before("2023-06-01")(year)


def test_sorting_is_by_number_and_leaves_the_unknown_last() -> None:
    rows = [row(value=v) for v in ("9", None, "10", "1.5")]
    assert [r["value"] for r in ordered(rows, "value", downwards=False)] == ["1.5", "9", "10", None]
    assert [r["value"] for r in ordered(rows, "value", downwards=True)] == ["10", "9", "1.5", None]


def test_the_summary_counts_by_city_kind_and_unit_and_points_to_the_lines() -> None:
    facts = [
        row(place="婺城区", code="330702", value="5", unit="家", line=3, surface="5家"),
        row(place="金华市", code="330700", value="40", unit="家", line=9, surface="40家"),
        row(place="金华市", code="330700", low="2", high="9", unit="家", line=11, surface="几家"),
        row(place="金华市", code="330700", value="2", unit="户", line=12, surface="2户"),
        row(place="日本", code="JP", value="1", unit="家", line=13, surface="1家"),
        row(value="7", unit="家", line=14, surface="7家"),
    ]
    (groups,) = grouped([facts])
    told = [(g["city"], g["unit"], g["facts"], g["largest"], g["where"]) for g in groups]
    assert told == [
        ("金华市", "家", 3, "40", "p.txt:9"),
        ("金华市", "户", 1, "2", "p.txt:12"),
        ("日本", "家", 1, "1", "p.txt:13"),
        (None, "家", 1, "7", "p.txt:14"),
    ]
    assert next(iter(groups))["lines"] == ["p.txt:3", "p.txt:9", "p.txt:11"]


def test_city_exclude_kind_and_columns_work_together(capfd: pytest.CaptureFixture[str]) -> None:
    arguments = [
        "facts",
        str(SAMPLE),
        "-f",
        "jsonl",
        "--city",
        "浙江",
        "--exclude",
        "杭州",
        "--kind",
        "count",
        "--columns",
        "code,kind",
    ]
    assert call(arguments) == 0
    rows = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert len(rows) > 20
    assert all(r["code"].startswith("33") and not r["code"].startswith("3301") and r["kind"] == "count" for r in rows)


def test_facts_of_a_city_are_those_of_its_districts_too(capfd: pytest.CaptureFixture[str]) -> None:
    assert call(["facts", str(SAMPLE), "-f", "jsonl", "--city", "金华"]) == 0
    assert "1665家" in {json.loads(line)["surface"] for line in capfd.readouterr().out.splitlines()}


@pytest.mark.slow
def test_the_summary_is_a_table_of_its_own(tmp_path: Path) -> None:
    assert newscli("facts", SAMPLE, "--summary", "--sort", "-largest", "-o", tmp_path / "s.json").returncode == 0
    rows = json.loads((tmp_path / "s.json").read_bytes())
    largest = [Fraction(r["largest"]) for r in rows if r["largest"] is not None]
    assert largest == sorted(largest, reverse=True)

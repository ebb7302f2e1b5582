"""Time expressions: what they claim, what they leave to the quantities, and the days they cover."""

from __future__ import annotations

from datetime import date

import pytest

from newscli.extractors.period import find_periods
from newscli.extractors.period.rules import RULES
from newscli.rules.rule import Case, rule_cases

PUBLISHED = date(2024, 2, 1)
CASES = list(rule_cases(RULES))


@pytest.mark.parametrize("case", [c for c in CASES if c.reads is not None], ids=lambda c: f"{c.owner}: {c.text}")
def test_an_example_is_claimed_whole(case: Case) -> None:
    found = [(m.rule, m.value.text) for m in find_periods(case.text)]
    assert (case.owner, case.reads) in found


@pytest.mark.parametrize("case", [c for c in CASES if c.reads is None], ids=lambda c: f"{c.owner}: {c.text}")
def test_a_counter_example_is_left_alone(case: Case) -> None:
    assert case.owner not in {m.rule for m in find_periods(case.text)}


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("去年9月", "2023-09-01", "2023-09-30"),
        ("1至7月", "2024-01-01", "2024-07-31"),
        ("2023年前7个月", "2023-01-01", "2023-07-31"),
        ("上半年", "2024-01-01", "2024-06-30"),
        ("2015财年第二季度", "2015-04-01", "2015-06-30"),
        ("前三季度", "2024-01-01", "2024-09-30"),
        ("28日", "2024-01-28", "2024-01-28"),
        ("7月29日至30日", "2023-07-29", "2023-07-30"),
        ("6月30至7月4日", "2023-06-30", "2023-07-04"),
        ("6 月 30 日至7月4日", "2023-06-30", "2023-07-04"),
        ("从97年起", "1997-01-01", "2024-02-01"),
        ("零三年", "2003-01-01", "2003-12-31"),
        ("一九八六至一九九0年", "1986-01-01", "1990-12-31"),
        ("二〇二三年八月十一日", "2023-08-11", "2023-08-11"),
        ("“十四五”期间", "2021-01-01", "2025-12-31"),
        ("上周五", "2024-01-26", "2024-01-26"),
        ("今年以来", "2024-01-01", "2024-02-01"),
        ("今年元旦至今", "2024-01-01", "2024-02-01"),
        ("11月中旬", "2023-11-11", "2023-11-20"),
        ("自2009年1月至2014年12月", "2009-01-01", "2014-12-31"),
        ("2024/2025年度", "2024-01-01", "2025-12-31"),
        ("1990年代初", "None", "None"),
    ],
)
def test_an_expression_covers_its_days(text: str, since: str, until: str) -> None:
    (found,) = find_periods(f",{text},", PUBLISHED)
    assert found.value.text == text
    assert (str(found.value.since), str(found.value.until)) == (since, until)


@pytest.mark.parametrize("text", ["到2027年", "截至去年底"])
def test_a_deadline_is_open_at_its_start(text: str) -> None:
    (found,) = find_periods(f",{text},", PUBLISHED)
    assert found.value.since is None
    assert found.value.until is not None


@pytest.mark.parametrize("text", ["30日", "13月45日", "2月30日", "99年9月99日"])
def test_no_date_of_any_kind_raises(text: str) -> None:
    assert isinstance(find_periods(text, date(2024, 2, 29)), list)


@pytest.mark.parametrize("text", ["工期6天", "3个月至6个月", "5年内", "3日内", "半年内完成", "提前2个月"])
def test_a_duration_is_no_period(text: str) -> None:
    assert find_periods(text, PUBLISHED) == []

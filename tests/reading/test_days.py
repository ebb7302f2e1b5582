"""Days, months and years in the spellings that people use."""

from __future__ import annotations

from datetime import date

import pytest

from newscli.reading.days import parse_day, parse_days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-1-5", date(2024, 1, 5)),
        ("20240105", date(2024, 1, 5)),
        ("2024年1月5日", date(2024, 1, 5)),
        ("2024/01/05 08:30", date(2024, 1, 5)),
        ("24-01-05", None),
        ("2024-13-01", None),
        ("2024-01.05", None),
        ("2024-01", None),
        ("202311", None),  # a month, not the first of January
    ],
)
def test_days_are_read_as_iso_and_its_common_variants(text: str, day: date | None) -> None:
    assert parse_day(text) == day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023年2月", date(2023, 2, 1), date(2023, 2, 28)),
        ("2023/12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023年", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-01-31", date(2023, 1, 31), date(2023, 1, 31)),
    ],
)
def test_a_month_or_a_year_has_a_first_and_a_last_day(text: str, first: date, last: date) -> None:
    assert parse_days(text) == (first, last)


@pytest.mark.parametrize("text", ["", "0000", "2024-13", "2024-", "24", "2024-01-32", "2024Q1"])
def test_what_is_no_time_of_the_calendar_is_none(text: str) -> None:
    assert parse_days(text) is None

"""Numerals: every integer reads back as it is written, and what is vague keeps its bounds."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.extractors.quantity.amounts import run_end
from newscli.extractors.quantity.numerals import (
    LONGEST,
    numeral_end,
    read_amount,
    read_numeral,
    write_numeral,
)
from newscli.extractors.quantity.rules import MATCHER
from newscli.rules.match import closed


@given(st.integers(min_value=0, max_value=10**16 - 1))
def test_a_numeral_reads_back_as_it_is_written(value: int) -> None:
    assert read_numeral(write_numeral(value)) == value


@given(st.decimals(min_value=0, max_value=10**12, places=4))
def test_figures_are_read_exactly(value: Decimal) -> None:
    assert read_numeral(f"{value:,}") == value


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("1.2万亿", "1200000000000"),
        ("3万5千", "35000"),
        ("三万五", "35000"),
        ("三万零五", "30005"),
        ("一百五", "150"),
        ("二〇二三", "2023"),
        ("壹拾贰万", "120000"),
        ("兩億", "200000000"),
        ("廿五", "25"),
        ("三点五亿", "350000000"),
        ("5亿3000万", "530000000"),
        ("1,234.5", "1234.5"),
    ],
)
def test_a_numeral_is_worth(numeral: str, value: str) -> None:
    amount = read_amount(numeral)
    assert amount is not None
    assert amount.value == Decimal(value)


@pytest.mark.parametrize(
    ("numeral", "low", "high"),
    [
        ("十几", "11", "19"),
        ("几十", "20", "90"),
        ("数千万", "20000000", "90000000"),
        ("三四百", "300", "400"),
        ("十七八", "17", "18"),
        ("三五", "3", "5"),
        ("三两", "2", "3"),
    ],
)
def test_a_vague_numeral_has_bounds_and_no_value(numeral: str, low: str, high: str) -> None:
    amount = read_amount(numeral)
    assert amount is not None
    assert (amount.value, amount.low, amount.high) == (None, Decimal(low), Decimal(high))


@pytest.mark.parametrize(("numeral", "low"), [("十余万", "100000"), ("3000多万", "30000000"), ("百余", "100")])
def test_a_numeral_and_more_is_open_above(numeral: str, low: str) -> None:
    amount = read_amount(numeral)
    assert amount is not None
    assert (amount.low, amount.high, amount.hedge) == (Decimal(low), None, "over")


@pytest.mark.parametrize("numeral", ["百百", "十十", "万", ""])
def test_what_is_no_numeral_or_a_magnitude_alone_reads_plainly(numeral: str) -> None:
    assert read_numeral(numeral) == (Decimal(10_000) if numeral == "万" else None)


def test_a_numeral_beyond_sense_has_no_value() -> None:
    amount = read_amount("9" * (LONGEST + 1))
    assert amount is not None
    assert amount.value is None


@pytest.mark.parametrize("text", ["千万亿千万亿千万亿", "123456789012345678901234567890亿", "数万亿万亿万亿"])
def test_a_number_beyond_exact_arithmetic_has_no_value(text: str) -> None:
    amount = read_amount(text)
    assert amount is not None
    assert (amount.value, amount.low, amount.high) == (None, None, None)


@given(st.text(st.sampled_from("0139., ·一二两十百万亿多余几数半点个年成"), max_size=12))
def test_a_numeral_ends_where_its_run_does_unless_a_letter_goes_on_with_it(text: str) -> None:
    closed_text = closed(text)
    for start, end in MATCHER.places(text):
        assert run_end(closed_text, start, end) == numeral_end(closed_text, start)

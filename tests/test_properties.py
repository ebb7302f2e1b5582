"""What holds for every text and every input, not only for news: lengths, offsets, numbers, errors, time."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscli.errors import NewscliError
from newscli.extractors.quantity.numerals import read_numeral, write_numeral
from newscli.model import Document
from newscli.output.rows import article_rows, fact_rows, place_rows
from newscli.pipeline import Reading
from newscli.reading.decode import decode
from newscli.reading.fold import fold
from tests.cli.program import ROOT, SAMPLE
from tests.pathological import NEWS, UNITS
from tests.work import lines_of

PIECES = [
    *UNITS.values(),
    "3个月至6个月",
    "近千家",
    "前三",
    "六年一次",
    "5000元/亩",
    "下降2.3个百分点",
    "２０２４年",
    "全省第二",
]
PIECES += [
    "丽\n\n水",
    "眼\n下",
    "“四下基层”",
    "西湖区",
    "本報訊（記者　陳曉彤）",
    "通 讯 员",
    "摄",
    "\ufeff",
    "\x00",
    "\x1b[31m",
    "㎡",
    "℃",
]
BROKEN = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join)
"""Pieces of news in any order, with anything between them: nearer to our patterns than letters drawn at random."""
TEXTS = BROKEN | st.text(max_size=200)


def rows_of(text: str) -> list[dict[str, object]]:
    """Return every row that the commands print for a text."""
    reading = Reading(Document("text", text))
    return [*article_rows(reading), *fact_rows(reading), *place_rows(reading)]


@given(TEXTS)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(TEXTS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_spans_match_surfaces_and_stay_in_range(text: str) -> None:
    reading = Reading(Document("text", text))
    found = [(fact.span, fact.surface) for fact in reading.facts] + [
        (place.span, place.surface) for place in reading.places
    ]
    for span, surface in found:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == surface


@given(TEXTS)
def test_numeric_facts_come_in_order_and_do_not_overlap(text: str) -> None:
    facts = Reading(Document("text", text)).facts
    assert all(a.span.end <= b.span.start or a.article != b.article for a, b in pairwise(facts))


@given(TEXTS)
def test_articles_are_numbered_from_one_and_cover_what_is_found_in_them(text: str) -> None:
    reading = Reading(Document("text", text))
    assert [article.number for article in reading.articles] == list(range(1, len(reading.articles) + 1))
    known = {article.number for article in reading.articles}
    assert {fact.article for fact in reading.facts} | {place.article for place in reading.places} <= known


@given(TEXTS)
def test_the_lines_of_an_article_lie_in_the_text(text: str) -> None:
    last = len(text.splitlines()) + 1
    for article in Reading(Document("text", text)).articles:
        assert 1 <= article.lines[0] <= article.lines[1] <= last


@given(TEXTS)
def test_what_is_found_in_an_article_lies_in_its_lines(text: str) -> None:
    reading = Reading(Document("text", text))
    lines = {article.number: article.lines for article in reading.articles}
    for fact in reading.facts:
        line = text.count("\n", 0, fact.span.start) + 1
        first, last = lines[fact.article]
        # A lone \r ends a line too, which only moves lines apart: a line counted by \n never lies behind the article.
        assert line <= last
        assert "\r" in text or any(mark in text for mark in "\v\f\x1c\x1d\x1e\x85\u2028\u2029") or first <= line


@given(TEXTS)
def test_values_lie_between_their_bounds(text: str) -> None:
    for fact in Reading(Document("text", text)).facts:
        q = fact.quantity
        low, high = q.low, q.high
        if low is not None and high is not None:
            assert low <= high
        if q.value is not None:
            assert low is None or low <= q.value
            assert high is None or q.value <= high


@given(TEXTS)
def test_the_same_text_gives_the_same_rows(text: str) -> None:
    first = rows_of(text)
    rows_of(NEWS)
    assert rows_of(text) == first


@given(TEXTS)
def test_rows_are_json(text: str) -> None:
    rows = rows_of(text)
    assert json.loads(json.dumps(rows, ensure_ascii=False)) == rows


@given(TEXTS, st.integers(0, 60))
def test_a_page_may_break_off_anywhere(text: str, at: int) -> None:
    rows_of((NEWS + text)[: at + len(text) // 2])


@given(st.binary(max_size=300) | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_text_or_an_error_of_ours(data: bytes) -> None:
    with suppress(NewscliError):
        rows_of(decode(data, source="bytes").text)


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"]))
def test_a_named_encoding_brings_the_text_back(text: str, encoding: str) -> None:
    if text.startswith("\ufeff"):
        text = text.lstrip("\ufeff")
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        return
    assert decode(data, source="bytes", encoding=encoding).text == text


@given(st.integers(0, 10**16 - 1))
def test_chinese_numerals_round_trip(value: int) -> None:
    assert read_numeral(write_numeral(value)) == value


@given(st.integers(0, 10**15))
def test_arabic_numerals_round_trip_with_and_without_commas(value: int) -> None:
    assert read_numeral(str(value)) == value
    assert read_numeral(f"{value:,}") == value


@given(
    st.decimals(min_value=Decimal("0.001"), max_value=10**6, places=3),
    st.sampled_from([("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]),
)
def test_magnitudes_multiply_exactly(value: Decimal, magnitude: tuple[str, int]) -> None:
    name, factor = magnitude
    assert read_numeral(f"{value}{name}") == value * factor


# From eleven on: 二家 is not how a count is written, and 三户 stands in a proverb.
@given(st.integers(11, 10**9), st.sampled_from(["家", "人", "元", "吨", "公里", "户"]))
def test_a_number_keeps_its_value_in_a_sentence(value: int, unit: str) -> None:
    for written in (str(value), f"{value:,}", write_numeral(value)):
        facts = Reading(
            Document("text", f"本报讯(记者 李明)昨天，全市统计结果为{written}{unit}，比上月略有变化。\n")
        ).facts
        assert [str(fact.quantity.value) for fact in facts if fact.quantity.unit == unit] == [str(value)], written


GROWTH = 4
TOLERATED = 2
"""How much more than in proportion the time may grow: a quadratic loop grows by four times as much."""


def seconds(text: str) -> float:
    """Return the processor time that reading a text takes."""
    start = time.process_time()
    rows_of(text)
    return time.process_time() - start


def grows_in_proportion(unit: str, size: int) -> bool:
    """Return whether a text four times as long takes about four times as long, in one of five runs."""
    short = unit * (size // len(unit))
    return any(seconds(short * GROWTH) <= GROWTH * TOLERATED * max(seconds(short), 0.004) for _ in range(5))


@pytest.mark.parametrize("name", UNITS)
def test_time_grows_in_proportion(name: str) -> None:
    assert grows_in_proportion(UNITS[name], 1_500)


@pytest.mark.slow
@pytest.mark.parametrize("name", UNITS)
def test_time_grows_in_proportion_on_long_texts(name: str) -> None:
    assert grows_in_proportion(UNITS[name], 60_000)


NORMAL = "\n\n".join(path.read_text(encoding="utf-8") for path in [SAMPLE, *sorted((ROOT / "seeds").glob("2*.txt"))])
"""News pages as they are: a real one, which has few numbers, and those of the open group, which have many."""
TIMES = 10
"""How much longer a character of any text may take than one of a normal page."""
TIMES_LINES = 13
"""How many more lines of the program may run for it: a line does more at once on a normal page than among 1家、1家、….

The text that once took fourteen times as long as the sample page ran sixteen times the lines, the worst ever sixty times.
"""


def lines_run(text: str) -> float:
    """Return how many lines of the program run for a character of a text."""
    return lines_of(lambda: rows_of(text)) / len(text)


@cache
def normal_lines() -> float:
    """Return the lines run for a character of a normal page, the tables read before."""
    rows_of(NORMAL)
    return lines_run(NORMAL)


@pytest.mark.parametrize("name", UNITS)
def test_no_text_is_much_more_work_than_a_normal_page(name: str) -> None:
    text = UNITS[name] * (1_500 // len(UNITS[name]))
    assert lines_run(text) <= TIMES_LINES * normal_lines()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([piece for piece in PIECES if len(piece) < 20]), min_size=1, max_size=4).map("".join))
def test_nothing_that_is_repeated_is_much_more_work_than_a_normal_page(unit: str) -> None:
    text = unit * (1_500 // len(unit))
    assert lines_run(text) <= TIMES_LINES * normal_lines()


@pytest.mark.slow
@pytest.mark.parametrize("name", UNITS)
def test_a_character_of_no_text_takes_ten_times_as_long_as_one_of_a_normal_page(name: str) -> None:
    text = UNITS[name] * (20_000 // len(UNITS[name]))
    assert any(seconds(text) / len(text) <= TIMES * seconds(NORMAL) / len(NORMAL) for _ in range(5))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["9" * 900_000, NEWS.replace("\n", "") * (1_000_000 // len(NEWS)), "\n" * 1_000_000, "(" * 500_000 + ")" * 500_000],
    ids=[
        "nine hundred thousand digits",
        "one line of a million",
        "a million blank lines",
        "half a million nested brackets",
    ],
)
def test_a_monstrous_input_comes_back(text: str) -> None:
    normal = seconds(NEWS * (50_000 // len(NEWS)))
    assert seconds(text) < 10 * normal * len(text) / 50_000

"""Any text returns, in time, with spans that lie in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscli.extractors.place import find_places, gazetteer
from newscli.extractors.place.references import pointer_table
from newscli.model import Article, Document, Flow, Layout
from tests.work import lines_of

PIECES = [
    "浙江",
    "金华市",
    "长沙",
    "省",
    "市",
    "县",
    "村",
    "镇",
    "区块",
    "开发区",
    "在",
    "、",
    "(",
    ")",
    "。",
    "\n",
    "大学",
    "路",
    "1",
    "张",
    "朝阳区",
]

PROVINCES = [name for name in gazetteer().surfaces if gazetteer().ids(name)[0].endswith("0000")]
POINTERS = sorted(pointer_table())


def layout(text: str) -> Layout:
    return Layout(Document("-", text), Flow(text, text, (0,), (0,)), (Article(1, "article", (1, 1), 0, len(text)),))


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=30).map("".join)))
@settings(max_examples=80, deadline=None)
def test_mentions_are_ordered_apart_and_inside_the_text(text: str) -> None:
    end = 0
    for mention in find_places(layout(text)):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


@pytest.mark.parametrize("pointer", POINTERS)
def test_whatever_is_pointed_to_is_in_the_gazetteer(pointer: str) -> None:
    for province in PROVINCES:
        for mention in find_places(layout(f"{province}的人在{pointer}")):
            assert mention.value.code is None or gazetteer().division(mention.value.code).name


@pytest.mark.parametrize(
    "unit",
    [
        "长沙",
        "朝阳区",
        "浙江村",
        "一",
        "(",
        "金华市开发区",
        "张",
        "1-",
        "全市",
        "、安吉",
        "省",
        "村",
        "抵港",
        "来台",
        "中以",
    ],
)
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    short, long = (layout(unit * (size // len(unit))) for size in (1_000, 4_000))
    find_places(short)
    assert lines_of(lambda: find_places(long)) <= 5 * lines_of(lambda: find_places(short)) + 1_000


def test_a_page_without_places_has_none() -> None:
    assert find_places(layout("他把书放回原处，关上了灯。")) == []

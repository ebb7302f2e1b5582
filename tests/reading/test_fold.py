"""Folding: half-width, simplified, and never of another length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.reading.fold import fold, traditional_tables


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("３月５日，增长１２．５％（见图）", "3月5日,增长12.5%(见图)"),
        ("本報訊　記者陳大文", "本报讯 记者陈大文"),
        ("乾元镇、哪吒、摺扇", "乾元镇、哪吒、摺扇"),
        ("ＡＢＣ　ａｂｃ：；！？", "ABC abc:;!?"),
        ("“不变”的……㎡、℃", "“不变”的……㎡、℃"),
        ("\ufeff零\u200b宽", " 零 宽"),
    ],
)
def test_a_character_is_folded_by_itself(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_what_simplified_text_uses_too_is_folded_on_traditional_pages_alone() -> None:
    page = "於是政府徵求意見，計劃於明年實施，議員們認為應當關注長者權益。" * 3
    assert fold(page).startswith("于是政府征求意见,计划于明年实施")
    assert fold("於先生住在乾元镇") == "於先生住在乾元镇"


@given(st.text(alphabet="一Ａ０！，（～￥＂\u00a0\u2003\u3000\ufeff\t\v後臺\U00020000\ud800\\", min_size=1))
def test_every_wide_form_has_its_narrow_one_wherever_it_stands(text: str) -> None:
    narrow = str.maketrans("Ａ０！，（～＂\u00a0\u2003\u3000\ufeff\t\v後臺", 'A0!,(~"      后台')
    assert fold(text) == (text if text.isascii() else text.translate(narrow))


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_the_tables_hold_no_character_twice_and_no_chain() -> None:
    plain, shared = traditional_tables()
    assert not plain.keys() & shared.keys()
    assert not plain.keys() & set(plain.values())

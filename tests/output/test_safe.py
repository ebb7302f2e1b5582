"""Nothing in a page's text reaches a terminal or a spreadsheet as a command."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.output.safe import HARMFUL, HARMFUL_OR_BREAK, JSON_HARMFUL, json_safe, one_line, spreadsheet_safe, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x9b31m", "<U+009B>31m"),
        ("100\u202e001", "100<U+202E>001"),
        ("a\u2066b\u2069", "a<U+2066>b<U+2069>"),
        ("a\u200bb\u200fc\ufeff", "a<U+200B>b<U+200F>c<U+FEFF>"),
        ("\U000e0041", "<U+E0041>"),
        ("金华市1.2万户,“增长”4%", "金华市1.2万户,“增长”4%"),
    ],
)
def test_controls_and_direction_marks_are_shown_not_obeyed(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_no_harmful_character_is_left(text: str) -> None:
    assert not re.search(HARMFUL, visible(text))
    assert "\n" not in one_line(text)


@pytest.mark.parametrize("pattern", [HARMFUL, HARMFUL_OR_BREAK, JSON_HARMFUL])
def test_nothing_harmful_is_printable_which_is_asked_first(pattern: str) -> None:
    harmful = re.findall(pattern, "".join(map(chr, range(0x110000))))
    assert len(harmful) > 100
    assert not any(map(str.isprintable, harmful))


@given(st.text(st.characters()))
def test_json_is_harmless_and_keeps_every_value(text: str) -> None:
    written = json_safe(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert not re.search(HARMFUL, written)


def test_a_lone_sign_stays_as_it_is_so_that_a_source_of_standard_input_can_be_joined_on() -> None:
    assert spreadsheet_safe("-") == "-"


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "\t=1", "\r=1", " =1", "＝1+1", "\n@x", "-x"]
)
def test_what_a_spreadsheet_would_calculate_gets_an_apostrophe(text: str) -> None:
    assert spreadsheet_safe(text).startswith("'")


@pytest.mark.parametrize("text", ["-3.5", "+4", "-:12", "2023-01-01", "金华市", "", "1=1", "本报讯"])
def test_numbers_and_plain_text_stay_as_they_are(text: str) -> None:
    assert spreadsheet_safe(text) == text

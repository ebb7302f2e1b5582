"""Lines and sentences: where a text is cut, whatever it holds."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from newscli.linking.scene import LINE, LONGEST, SENTENCE

SIGNS = st.text(st.sampled_from("金华市12,。!?”)\n"), max_size=60)


@given(SIGNS)
def test_a_sentence_takes_its_marks_its_closing_quotes_and_one_line_end(text: str) -> None:
    sentence = re.compile(r"[^。!?\n]+(?:[。!?]+[”’」』)]*)?\n?|[。!?\n]+")
    assert SENTENCE.findall(text) == sentence.findall(text)
    assert LINE.findall(text) == text.splitlines(keepends=True)


@settings(max_examples=20)
@given(SIGNS)
def test_a_sentence_without_an_end_is_cut(text: str) -> None:
    endless = "市" * (2 * LONGEST)
    assert SENTENCE.findall(endless + text)[0] == "市" * LONGEST
    assert "".join(SENTENCE.findall(endless + text)) == endless + text

"""Lines and sentences: where a text is cut, whatever it holds."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from newscli.linking.pieces import LINE_END, LONGEST, STOP, cut_behind, sentences_of, with_one_pause

SIGNS = st.text(st.sampled_from("金华市12,。!?”)\n"), max_size=60)


def pieces(text: str, cuts: list[int]) -> list[str]:
    """Return the pieces of a text that is cut at some places, of which the first is its start and the last its end."""
    assert cuts[0] == 0
    assert cuts[-1] == len(text)
    return [text[start:end] for start, end in pairwise(cuts)]


@given(SIGNS)
def test_a_sentence_takes_its_marks_its_closing_quotes_and_one_line_end(text: str) -> None:
    sentence = re.compile(r"[^。!?\n]+(?:[。!?]+[”’」』)]*)?\n?|[。!?\n]+")
    assert pieces(text, sentences_of(text, 0, len(text))) == sentence.findall(text)
    assert pieces(text, cut_behind(LINE_END, text, 0, len(text))) == text.splitlines(keepends=True)


@given(SIGNS)
def test_a_clause_takes_the_one_mark_that_ends_it(text: str) -> None:
    clause = re.compile(r"[^,。;!?\n]+[,。;!?\n]?|[,。;!?\n]")
    assert pieces(text, cut_behind(STOP, with_one_pause(text, ",;"), 0, len(text))) == clause.findall(text)


@settings(max_examples=20)
@given(SIGNS)
def test_a_sentence_without_an_end_is_cut(text: str) -> None:
    endless = "市" * (2 * LONGEST)
    found = pieces(endless + text, sentences_of(endless + text, 0, len(endless + text)))
    assert found[0] == "市" * LONGEST
    assert "".join(found) == endless + text


@given(SIGNS)
def test_a_stretch_is_cut_as_if_it_stood_alone(text: str) -> None:
    around = f"。,{text}。\n"
    end = len(text) + 2
    assert sentences_of(around, 2, end) == [cut + 2 for cut in sentences_of(text, 0, len(text))]
    assert cut_behind(LINE_END, around, 2, end) == [cut + 2 for cut in cut_behind(LINE_END, text, 0, len(text))]

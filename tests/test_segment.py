"""The two segmenters divide alike, and their words stand where they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from newscli.lazy import installed
from newscli.segment import load_jieba, load_rjieba, load_segmenter

SAMPLE = Path(__file__).parents[1] / "seeds" / "000_c2acb2615f69c0ed.txt"


def test_words_stand_where_they_say() -> None:
    text = "走访182家企业,解决问题63个"
    tokens = load_segmenter().tag(text)
    assert [text[t.start : t.end] for t in tokens] == [t.text for t in tokens]
    assert "".join(t.text for t in tokens) == text


@pytest.mark.slow
@pytest.mark.skipif(not installed("rjieba"), reason="rjieba is not installed")
def test_both_segmenters_divide_the_sample_page_alike() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    assert [t.text for t in load_rjieba().tag(text)] == [t.text for t in load_jieba().tag(text)]

"""The fragment for a Chinese character, and that no pattern pays for the range that it stands in for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import newscli
from newscli.rules.hanzi import HANZI, NO_HANZI

SOURCES = sorted(Path(newscli.__file__).parent.rglob("*.py"))
RANGE = re.compile(r"(?:\\u4e00|\\u3400|一|㐀)-(?:\\u9fff|鿿|龥)")
EXACT = {
    "hanzi.py",  # the explanation
    "tokens.py",  # a run of hanzi goes to the lexicon, which must not be handed kana or circled digits
}


@pytest.mark.parametrize("character", ["一", "龥", "㐂", "〇", "𠮷", "濱"])
def test_chinese_characters_are_hanzi(character: str) -> None:
    assert re.fullmatch(HANZI, character)
    assert not re.fullmatch(NO_HANZI, character)


@pytest.mark.parametrize(
    "character", ["a", "Z", "7", "_", "é", "·", "²", "，", "。", "“", "—", "…", "℃", "㎡", "■", " ", "\n"]
)
def test_letters_digits_and_signs_are_none(character: str) -> None:
    assert re.fullmatch(NO_HANZI, character)
    assert not re.fullmatch(HANZI, character)


@pytest.mark.parametrize("path", [p for p in SOURCES if p.name not in EXACT], ids=lambda p: p.stem)
def test_no_pattern_spells_out_the_range_of_hanzi(path: Path) -> None:
    assert not RANGE.search(path.read_text(encoding="utf-8")), (
        "write HANZI of newscli.rules.hanzi: it compiles for nothing"
    )

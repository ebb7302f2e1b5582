"""The table of words: current, divided by cost, its roles each once and with an example that holds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import newscli.linking
from newscli.linking.build import build
from newscli.linking.divide import NEVER, UNKNOWN, Stretch, divide
from newscli.linking.lexicon import load_lexicon, load_roles
from tests.linking.reading import subjects_of

ROLES = load_roles()
READS = [(role["id"], text, reads) for role in ROLES for text, reads in role["reads"].items()]


def test_the_packed_table_is_what_the_dictionary_gives() -> None:
    packed = Path(newscli.linking.__file__).with_name("lexicon.txt").read_text(encoding="utf-8")
    assert packed == build()


def test_each_word_has_one_role() -> None:
    counted = Counter(word for role in ROLES for word in role["words"].split())
    assert [word for word, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("role", ROLES, ids=lambda r: r["id"])
def test_each_role_says_what_it_is_and_shows_it(role: dict[str, str]) -> None:
    assert role["about"]
    assert role["reads"]


@pytest.mark.parametrize(("role", "text", "reads"), READS, ids=[f"{role}-{text[:6]}" for role, text, _ in READS])
def test_the_examples_of_a_role_hold(role: str, text: str, reads: str) -> None:
    assert subjects_of(text) == reads, role


@pytest.mark.parametrize(
    ("text", "words"),
    {
        "市场监管局审批处": "市场 监管 局 审批 处",
        "技术交易额": "技术 交易额",
        "停止供热的时间": "停止 供热 的 时间",
        "镕鑫": "镕 鑫",
    }.items(),
)
def test_hanzi_are_divided_by_cost(text: str, words: str) -> None:
    assert " ".join(text[a:b] for a, b, _ in divide(load_lexicon().words, Stretch(text, 0, len(text)), [])) == words


def test_no_word_of_two_costs_more_than_its_characters() -> None:
    """The division takes a word of two unasked where nothing overlaps it: pack the table anew, or list both in a role."""
    words = load_lexicon().words
    pairs = {word: entry[0] for word, entry in words.items() if len(word) == 2 and entry[0] < NEVER}
    apart = {word: sum(words.get(character, UNKNOWN)[0] for character in word) for word in pairs}
    assert [word for word, cost in pairs.items() if apart[word] < cost] == []

"""The table of words: current, divided by cost, its roles each once and with an example that holds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newscli.linking
from newscli.linking.build import build, packed_words, undercut
from newscli.linking.divide import LATIN, Stretch, divide
from newscli.linking.lexicon import load_lexicon, load_roles, longer, read_tags, read_words
from newscli.linking.tokens import read_all, read_tokens
from newscli.rules.automaton import pack
from tests.linking.reading import subjects_of

ROLES = load_roles()
READS = [(role["id"], text, reads) for role in ROLES for text, reads in role["reads"].items()]


def test_the_packed_table_is_what_the_dictionary_gives() -> None:
    packed = Path(newscli.linking.__file__).with_name("lexicon.txt").read_text(encoding="utf-8")
    assert packed == build()


def test_the_packed_words_are_those_of_table_and_roles() -> None:
    """After an edit of the roles run ``python -m newscli.rules.packed``, then ``python -m newscli.linking.build``."""
    pytest.importorskip("daachorse")
    packed, words = Path(newscli.linking.__file__).with_name("packed"), read_words()
    assert (packed / "words.txt").read_text(encoding="utf-8") == packed_words(words)
    assert (packed / "words.automaton").read_bytes() == pack(longer(words))


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
    tokens = read_tokens(Stretch(text, 0, len(text)), [], load_lexicon())
    assert " ".join(tokens.say(at, at) for at in range(len(tokens.tags))) == words


def test_no_word_of_the_table_holds_what_latin_words_are_made_of() -> None:
    assert [
        word for word in read_words() if any(character.isascii() and character.isalnum() for character in word)
    ] == []


@settings(max_examples=300)
@given(st.text(st.sampled_from("停止供热时间市场监管局审批处技术交易额收入、,。(A1.镕鑫 \u3000\ud800"), max_size=40))
def test_a_text_is_divided_as_if_each_character_were_spelled_and_words_laid_over(text: str) -> None:
    lexicon = load_lexicon()
    tags = [read_tags(bytes([lexicon.spelling[character]])) for character in text]
    for word in LATIN.finditer(text):
        tags[word.start() : word.end()] = ["X", *[""] * (len(word[0]) - 1)]
    words = lexicon.automaton.ending(text)
    for start, end, number in words:
        touching = [word for word in words if word[0] < end and word[1] > start]
        if all(start <= word[0] and word[1] <= end for word in touching):
            tags[start:end] = [chr(lexicon.tags[number]), *[""] * (end - start - 1)]
    tokens = dict(zip(*reversed(divide(lexicon, [Stretch(text, 0, len(text))], ([], []))), strict=True))
    crossing = {at for a in words for b in words if a[0] < b[0] < a[1] < b[1] for at in range(a[0], b[1])}
    assert all(tokens.get(at, "") == tag for at, tag in enumerate(tags) if at not in crossing)


def test_stretches_of_an_article_are_divided_together_and_stay_apart() -> None:
    text = "供水GDP 3000 吨,停止"
    stretches = [Stretch(text, 0, 2), Stretch(text, 2, 11), Stretch(text, 2, 6, heading=True), Stretch(text, 12, 14)]
    lines = read_all(stretches, ([(6, 10, "N")], [6]), load_lexicon())
    assert [[tokens.say(at, at) for at in range(len(tokens.tags))] for tokens in lines] == [
        ["供水"],
        ["GDP", "3000"],
        ["GDP", " "],
        [",", "停"],
    ]


def test_no_word_costs_more_than_its_parts() -> None:
    """The division takes a word unasked where nothing reaches out of it: pack the table anew, or list both in a role."""
    words = read_words()
    assert [word for word in words if undercut(words, word)] == []

"""Occurrences of many surfaces: the same from the automaton and from its stand-in."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.rules.automaton import Automaton, PairTable, Trie, pack, read_automaton

pytest.importorskip("daachorse")
SURFACES = ["北京", "北京市", "京市", "乌鲁木齐", "a.b", "𠀀𠀁"]
WAYS = {"packed": read_automaton(pack(SURFACES), list), "in Python": PairTable(SURFACES)}


@pytest.mark.parametrize("automaton", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("北", []),
        ("在北京市民", [(1, 3, 0), (1, 4, 1), (2, 4, 2)]),
        ("乌鲁木", []),
        ("北京北京", [(0, 2, 0), (2, 4, 0)]),
        ("aabba.b", [(4, 7, 4)]),
        ("过𠀀𠀁过北京", [(1, 3, 5), (4, 6, 0)]),
    ],
)
def test_all_occurrences_are_found_in_order(automaton: Automaton, text: str, found: list[tuple[int, int, int]]) -> None:
    assert automaton.find(text) == found


@pytest.mark.parametrize("automaton", WAYS.values(), ids=WAYS)
def test_half_a_surrogate_pair_keeps_its_place(automaton: Automaton) -> None:
    assert automaton.find("\ud800北京") == [(1, 3, 0)]


@given(st.lists(st.text("甲乙丙", min_size=1), min_size=1), st.text("甲乙丙丁"))
def test_both_ways_find_the_same(surfaces: list[str], text: str) -> None:
    assert read_automaton(pack(surfaces), list).find(text) == PairTable(surfaces).find(text)


def test_a_pack_of_another_form_is_made_anew() -> None:
    automaton = read_automaton(b"of another version", lambda: SURFACES)
    assert isinstance(automaton, Trie)
    assert automaton.find("北京") == [(0, 2, 0)]


@pytest.mark.slow
def test_a_page_reads_the_same_where_there_is_no_wheel() -> None:
    """Names, words and openings of time expressions are found by the stand-in; the packed tables still fit."""
    read = (
        "import sys; sys.argv[1] == 'bare' and sys.modules.update(daachorse=None)\n"
        "import newscli; print(newscli.read_text('金华去年9月新设经营主体6万户,停止供热的时间为3天。').facts)"
    )
    facts = [
        subprocess.run([sys.executable, "-c", read, way], capture_output=True, text=True, check=True).stdout
        for way in ("bare", "with it")
    ]
    assert "经营主体" in facts[0]
    assert facts[0] == facts[1]

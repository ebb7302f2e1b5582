"""The packed gazetteer: whole, consistent, current, small and quick to load."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from importlib.resources import files

import pytest

from newscli.extractors.place.gazetteer import Gazetteer, gazetteer, read_children, read_townships, spellings
from newscli.extractors.place.lexicon import Words, read_jieba, weight_of, words
from newscli.extractors.place.packing import (
    Rows,
    pack_halves,
    pack_rows,
    packed_bytes,
    packed_halves,
    packed_rows,
    packed_text,
)
from newscli.extractors.place.scan import scan
from newscli.rules import automaton
from newscli.rules.automaton import pack

PACKED = files("newscli.extractors.place") / "packed"
LINES = (PACKED / "SHA256SUMS").read_text("utf-8").splitlines()
SUMS = {name: digest for digest, name in (line.split("  ") for line in LINES)}

MEASURE = """
import time, tracemalloc
tracemalloc.start()
from newscli.extractors.place import gazetteer
gazetteer().township("331125101")
gazetteer().townships("汤溪镇")
from newscli.extractors.place.lexicon import words
gazetteer().ids("金华"), words()
print(tracemalloc.get_traced_memory()[1] // 1024)
"""


@pytest.mark.parametrize("name", sorted(SUMS))
def test_packed_file_is_the_one_that_was_built(name: str) -> None:
    assert sha256((PACKED / name).read_bytes()).hexdigest() == SUMS[name]


def test_packed_names_survive_a_round_trip() -> None:
    names, rows = packed_halves("surfaces.txt")
    assert pack_halves(dict(zip(names.split("\n"), rows.split("\n"), strict=True))) == packed_text("surfaces.txt")


def test_packed_automaton_is_that_of_the_names() -> None:
    pytest.importorskip("daachorse")
    assert packed_bytes("surfaces.automaton") == pack(spellings(gazetteer().surfaces))


@pytest.mark.parametrize("name", ["records.txt", "townships.txt", "children.txt"])
def test_packed_rows_survive_a_round_trip(name: str) -> None:
    rows = packed_rows(name)
    assert pack_rows({key: rows.get(key) or "" for key in rows}) == packed_text(name)


ROWS = Rows("110\tone\n1101\ttwo\n12\tthree\n县\tfour\n".encode())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("110", "one"),
        ("1101", "two"),
        ("12", "three"),
        ("县", "four"),
        ("", None),
        ("11", None),
        ("13", None),
        ("省", None),
    ],
)
def test_rows_are_found_by_their_whole_key(key: str, value: str | None) -> None:
    assert ROWS.get(key) == value
    assert (key in ROWS) is (value is not None)


@pytest.mark.parametrize(
    ("prefix", "keys"), [("", ["110", "1101", "12", "县"]), ("11", ["110", "1101"]), ("县", ["县"]), ("2", [])]
)
def test_rows_below_a_prefix_come_in_order(prefix: str, keys: list[str]) -> None:
    assert list(ROWS.below(prefix)) == keys


def test_names_are_found_without_the_library_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(automaton, "DoubleArray", None)
    text = "全省的浙江大学在金华市婺城区设立分公司。"
    slow, fast = scan(text, Gazetteer()), scan(text, gazetteer())
    assert slow[2:] == fast[2:]
    assert [(start, end, name.ids) for start, end, name in slow.names] == [
        (start, end, name.ids) for start, end, name in fast.names
    ]
    assert slow.shorter.keys() == fast.shorter.keys()


def test_every_name_leads_to_a_record() -> None:
    places = gazetteer()
    assert not [i for row in places.surfaces.values() for i in row.split()[1:] if i not in places.records]


def test_every_division_leads_up_to_a_province() -> None:
    places = gazetteer()
    roots = {places.ancestors(i)[0] for i in places.records if i[0].isdigit() and ":" not in i}
    assert all(places.division(root).level == "province" for root in roots)


def test_townships_and_counties_agree() -> None:
    places = gazetteer()
    below = {county + row[1] for county in read_children() for row in places.children(county)}
    assert below == {code for name in read_townships() for code in places.townships(name)}


def test_loading_stays_under_twenty_five_megabytes() -> None:
    run = subprocess.run([sys.executable, "-c", MEASURE], capture_output=True, text=True, check=True)
    assert int(run.stdout) < 25 * 1024


@pytest.mark.slow
def test_weights_of_words_are_those_of_the_dictionary() -> None:
    sample = dict(list(read_jieba().words.items())[::997])
    assert {w: words().weight(w) for w in sample if len(w) <= 4} == {
        w: weight_of(word) & 127 for w, word in sample.items() if len(w) <= 4
    }


@pytest.mark.slow
def test_packed_words_are_current_with_the_dictionary() -> None:
    assert Words(read_jieba().packed()).bytes == (PACKED / "words.bin").read_bytes()[4 + 8 * len(words().keys) :]

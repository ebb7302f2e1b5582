"""One pass finds the words that all readers look for."""

from __future__ import annotations

from newscli.rules.scout import Scout


def test_each_finds_its_own_words_among_those_of_others() -> None:
    scout = Scout()
    lengths, weights = scout.seek(["km", "m"]), scout.seek(["kg", "m"])
    found = scout.look("2 km, 3 kg")
    assert [found[:2] for found in found if found[2] in lengths] == [(2, 4), (3, 4)]
    assert [found[:2] for found in found if found[2] in weights] == [(3, 4), (8, 10)]


def test_what_is_sought_later_is_found_in_the_text_looked_at_before() -> None:
    scout = Scout()
    text = "2 km"
    assert scout.look(text) == []
    (number,) = scout.seek(["km"])
    assert scout.look(text) == [(2, 4, number)]

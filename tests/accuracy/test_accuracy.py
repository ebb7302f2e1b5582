"""Precision and recall on the gold pages stay above their floors, and the scorer can tell right from wrong."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.accuracy import floors
from tests.accuracy.floors import FLOORS
from tests.accuracy.gold import Pair, Row, of_group
from tests.accuracy.score import Tally, couple, score


@cache
def tally_of(group: str) -> Tally:
    """Return the counts over a group of pages."""
    return score(of_group(group))


@pytest.mark.parametrize(
    ("group", "figure", "floor"),
    [(group, figure, floor) for group, floors in FLOORS.items() for figure, floor in floors.items()],
)
def test_accuracy_stays_above_its_floor(group: str, figure: str, floor: float) -> None:
    tally = tally_of(group)
    measured = tally.figures()[figure]
    missing = f"{tally.right[figure]} of {tally.of[figure]}; python -m tests.accuracy --group {group} shows all figures"
    assert measured >= floor, missing


@pytest.mark.parametrize("group", FLOORS)
def test_every_figure_has_a_floor(group: str) -> None:
    assert set(tally_of(group).figures()) == set(FLOORS[group])


@pytest.mark.parametrize("group", FLOORS)
def test_every_row_stands_where_it_says(group: str) -> None:
    for pair in of_group(group):
        for row in (*pair.facts, *pair.places):
            assert pair.text[row["start"] : row["end"]] == row["surface"]


FACT: Row = {
    "surface": "182家",
    "start": 2,
    "end": 6,
    "kind": "count",
    "value": "182",
    "low": "182",
    "high": "182",
    "hedge": "exact",
    "unit": "家",
    "currency": None,
    "per": None,
    "subject": ["企业"],
    "place": ["金华市"],
    "time": [],
    "change": None,
    "implied": False,
    "optional": False,
}
PRINTED: Row = FACT | {"subject": "走访企业", "place": "金华", "time": None, "rule": "test", "confidence": "high"}


def judged(**changes: object) -> Tally:
    """Return the counts of a page with one fact, printed with changes."""
    gold = {"blocks": [], "facts": [FACT], "traps": [], "places": [], "non_article_lines": []}
    return score([Pair("page", "走访182家企业", gold, [], [PRINTED | changes], [])])


def test_a_right_fact_is_right_in_every_figure() -> None:
    assert set(judged().figures().values()) == {1.0}


@pytest.mark.parametrize(
    ("changes", "figure"),
    [
        ({"value": "183"}, "facts.quantity"),
        ({"high": None}, "facts.quantity"),
        ({"hedge": "about"}, "facts.quantity"),
        ({"unit": "户"}, "facts.quantity"),
        ({"per": "天"}, "facts.quantity"),
        ({"kind": "measure"}, "facts.quantity"),
        ({"subject": "项目"}, "facts.subject"),
        ({"place": "丽水市"}, "facts.place"),
        ({"change": "increase"}, "facts.change"),
        ({"start": 3}, "facts.span"),
        ({"start": 6, "end": 8}, "facts.recall"),
        ({"start": 6, "end": 8}, "facts.precision"),
    ],
)
def test_a_wrong_field_is_counted_where_it_belongs(changes: Row, figure: str) -> None:
    assert judged(**changes).figures()[figure] == 0.0


def test_one_row_answers_one_gold_fact_only() -> None:
    twice = [FACT, FACT | {"start": 4, "end": 6}]
    assert [row is not None for _, row in couple(twice, [PRINTED])] == [True, False]


def test_floors_are_raised_and_never_lowered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    file.write_text("# A remark.\n", encoding="utf-8")
    monkeypatch.setattr(floors, "FILE", file)
    monkeypatch.setattr(floors, "MARGIN", 0.01)
    monkeypatch.setattr(floors, "FLOORS", {"pages": {"up": 0.5, "down": 0.9}})
    floors.raise_floors("pages", {"up": 0.8, "down": 0.6, "new": 0.7})
    assert file.read_text(encoding="utf-8") == '# A remark.\n\n[pages]\n"down" = 0.90\n"new" = 0.69\n"up" = 0.79\n'

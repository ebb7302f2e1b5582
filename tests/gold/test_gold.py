"""The gold pages are what their marked sources say, and they hold together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.gold.page import build
from tests.gold.pages import MARKED, SEEDS

PAGES = pytest.mark.parametrize("path", MARKED, ids=lambda path: path.stem)


@PAGES
def test_text_and_answers_are_current(path: Path) -> None:
    text, answers = build(path.read_text(encoding="utf-8"), path.stem)
    cure = "run python -m tests.gold and review the diff"
    assert (SEEDS / f"{path.stem}.txt").read_text(encoding="utf-8") == text, cure
    assert (SEEDS / f"{path.stem}.json").read_text(encoding="utf-8") == answers, cure


@PAGES
def test_surfaces_stand_at_their_offsets_and_facts_do_not_overlap(path: Path) -> None:
    text = (SEEDS / f"{path.stem}.txt").read_text(encoding="utf-8")
    gold = json.loads((SEEDS / f"{path.stem}.json").read_text(encoding="utf-8"))
    for mark in (*gold["facts"], *gold["traps"], *gold["places"]):
        assert text[mark["start"] : mark["end"]] == mark["surface"]
    ends = [0, *(fact["end"] for fact in gold["facts"])]
    assert all(fact["start"] >= end for fact, end in zip(gold["facts"], ends, strict=False))


@PAGES
def test_lines_of_articles_hold_their_headlines_and_names(path: Path) -> None:
    lines = (SEEDS / f"{path.stem}.txt").read_text(encoding="utf-8").split("\n")
    gold = json.loads((SEEDS / f"{path.stem}.json").read_text(encoding="utf-8"))
    last = 0
    for block in gold["blocks"]:
        assert last < block["line_start"] <= block["line_end"]
        last = block["line_end"]
        inside = lines[block["line_start"] - 1 : last]
        assert set(block["headline_lines"]) <= set(inside)
        run = "".join("".join(inside).split())
        for byline in block["bylines"]:
            assert byline["name"] in run
        if block["dateline"]:
            assert "".join(block["dateline"]["text"].split()) in run


def test_every_page_of_answers_has_its_marked_source() -> None:
    names = {path.stem for path in SEEDS.glob("[0-9][0-9]-*.*")}
    assert names == {path.stem for path in MARKED}

"""``--city`` and ``--exclude`` choose by place in every command that knows places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.program import SAMPLE
from tests.cli.test_app import call

PAGE = str(SAMPLE)


def shown(capfd: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert call([*arguments, PAGE, "-f", "jsonl"]) == 0
    return [json.loads(line) for line in capfd.readouterr().out.splitlines()]


def test_places_are_chosen_with_all_that_lies_in_them(capfd: pytest.CaptureFixture[str]) -> None:
    names = {row["name"] for row in shown(capfd, "places", "--city", "金华")}
    assert {"金华市", "婺城区"} <= names
    assert not names & {"丽水市", "浙江省", "太康县"}


def test_places_are_left_out_with_all_that_lies_in_them(capfd: pytest.CaptureFixture[str]) -> None:
    names = {
        row["name"] for row in shown(capfd, "places", "--city", "浙江", "--exclude", "杭州", "--exclude", "330700")
    }
    assert {"丽水市", "云和县", "浙江省"} <= names
    assert not names & {"金华市", "婺城区", "杭州市", "西湖区", "河南省"}


def test_stories_are_chosen_by_where_they_happen(capfd: pytest.CaptureFixture[str]) -> None:
    assert [row["article"] for row in shown(capfd, "parse", "--city", "南湖区")] == [7]
    assert [row["article"] for row in shown(capfd, "parse", "--city", "丽水")] == [2]


def test_a_place_inside_a_name_chooses_no_story(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text("新药亮相\n本报讯(记者 李明)近日，浙江大学发布一项新成果，团队有20人。\n", encoding="utf-8")
    assert call(["parse", "--city", "浙江", str(page), "-f", "jsonl"]) == 0
    assert capfd.readouterr().out == ""


def test_a_name_that_no_place_bears_is_refused_by_every_command(capfd: pytest.CaptureFixture[str]) -> None:
    for command in ("facts", "places", "parse"):
        assert call([command, "--city", "金花", PAGE]) == 2
        assert "did you mean 金华" in capfd.readouterr().err


def test_references_are_shown_when_asked_for_with_the_place_they_point_to(capfd: pytest.CaptureFixture[str]) -> None:
    pointing = {(row["surface"], row["name"]) for row in shown(capfd, "places", "--references")}
    named = {(row["surface"], row["name"]) for row in shown(capfd, "places")}
    assert named < pointing
    assert ("全省", "浙江省") in pointing - named

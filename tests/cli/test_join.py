"""``parse --join`` reads several pages as one issue and says where a story that jumps goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_app import call

FIRST = "大桥合龙\n本报讯(记者 李明)大桥昨天合龙。(下转第二版)\n"
SECOND = "第2版 要闻\n大桥合龙\n(上接第一版)桥长2600米。\n"


@pytest.fixture
def pages(tmp_path: Path) -> list[str]:
    for name, text in (("1.txt", FIRST), ("2.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "1.txt"), str(tmp_path / "2.txt")]


def joined(capfd: pytest.CaptureFixture[str], *arguments: str) -> list[list[dict[str, object]]]:
    assert call(["parse", *arguments, "-f", "jsonl"]) == 0
    return [json.loads(line)["joined"] for line in capfd.readouterr().out.splitlines()]


def test_both_parts_of_a_story_name_each_other(pages: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    beginning, continuation = joined(capfd, *pages, "--join")
    assert beginning == [{"part": "continuation", "source": pages[1], "article": 1, "by": "headline"}]
    assert continuation == [{"part": "beginning", "source": pages[0], "article": 1, "by": "headline"}]


def test_pages_are_no_issue_unless_said(pages: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert joined(capfd, *pages) == [[], []]

"""Places in running text: each case reads surface=code, in order; a dash where no code is given."""

from __future__ import annotations

from datetime import date

import pytest

from newscli.extractors.place import find_places
from newscli.model import Article, Document, Flow, Layout


def reading(text: str, day: date | None = None) -> str:
    layout = Layout(
        Document("-", text, date=day), Flow(text, text, (0,), (0,)), (Article(1, "article", (1, 1), 0, len(text)),)
    )
    return " ".join(
        f"{text[m.start : m.end]}={m.value.code or '-'}" for m in find_places(layout) if not m.value.in_name
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者在金华市婺城区采访。", "金华市=330700 婺城区=330702"),
        ("赶赴河南太康、鹿邑等地招工", "河南=410000 太康=411627 鹿邑=411628"),
        ("推动嘉兴、衢州、绍兴、台州等市协作", "嘉兴=330400 衢州=330800 绍兴=330600 台州=331000"),
        ("丽水市云和县石塘镇的茶农", "丽水市=331100 云和县=331125 石塘镇=331125101"),
        ("黄海南部有大风。", "黄海=-"),
        ("他从北京飞往东京。", "北京=110000 东京=-"),
    ],
)
def test_names_stand_for_divisions(text: str, expected: str) -> None:
    assert reading(text) == expected


@pytest.mark.parametrize(
    "text",
    ["弘扬中华美德", "比赛顺利通过了预赛", "推动经济社会和平发展", "市场建设稳步推进", "农民收入大大丰富"],
)
def test_words_are_not_places(text: str) -> None:
    assert reading(text) == ""


def test_the_year_of_the_page_decides_the_code() -> None:
    assert reading("杭州下城区举行招聘会", date(2019, 3, 1)) == "杭州=330100 下城区=330103"

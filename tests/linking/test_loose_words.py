"""What only looks like a period of the story, or like a verb of its own."""

from __future__ import annotations

import pytest

from newscli.api import read_text


@pytest.mark.parametrize("opening", ["临近春节,企业抓紧生产。", "就在半个多月前,企业犯了难。", "1月初,干部上门走访。"])
def test_a_loose_period_speaks_for_its_own_sentence_only(opening: str) -> None:
    page = read_text(f"送工上门\n本报讯(记者 李明){opening}\n原来,园区每天供汽量达3000多吨。")
    assert [fact.period for fact in page.facts if fact.surface == "3000多吨"] == [None]


def test_a_span_of_reporting_speaks_for_the_story() -> None:
    page = read_text("外贸向好\n本报讯(记者 李明)今年上半年,金华市进出口总值2493亿元。\n其中汽车出口107亿元。")
    assert [fact.period.text if fact.period else None for fact in page.facts] == ["今年上半年", "今年上半年"]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [("当场给出两个解决方案。", "解决方案"), ("提出10项整改措施。", "整改措施"), ("有3家企业解决难题。", "企业")],
)
def test_a_verb_before_the_noun_belongs_to_what_is_planned_not_to_who_acts(sentence: str, subject: str) -> None:
    page = read_text(f"本报讯(记者 李明)金华市{sentence}")
    assert [fact.subject for fact in page.facts] == [subject]

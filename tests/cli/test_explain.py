"""``explain`` draws spans where they stand and says what won, what lost, and why."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from newscli.api import read_text
from newscli.cli.drawing import Mark, draw
from newscli.cli.explaining import Choice, Explainer, chosen
from tests.cli.program import SAMPLE
from tests.cli.test_app import call


def explain(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert call(["explain", *arguments]) == 0
    return capfd.readouterr().out


def test_a_span_is_underlined_two_columns_a_chinese_character() -> None:
    lines = list(draw("去年,企业1665家", [Mark(5, 10, ("count",))], width=80))
    assert lines == ["  去年,企业1665家", "           ^^^^^^", "           count"]


def test_a_span_over_a_line_break_is_underlined_on_both_lines_and_told_once() -> None:
    lines = list(draw("一二三四五六", [Mark(1, 5, ("x",))], width=6))
    assert lines == ["  一二三", "    ^^^^", "  四五六", "  ^^^^", "  x"]


def test_the_sentence_is_found_by_its_text_with_value_rule_and_evidence(capfd: pytest.CaptureFixture[str]) -> None:
    shown = explain(capfd, str(SAMPLE), "--grep", "走访企业1665家")
    assert "000_c2acb2615f69c0ed.txt:25  story 1, article" in shown
    assert "count 1665 家" in shown
    assert "rule quantity.amount" in shown
    assert "subject" in shown
    assert "confidence" in shown


def test_the_sentence_is_found_by_an_offset(capfd: pytest.CaptureFixture[str]) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    shown = explain(capfd, str(SAMPLE), "--at", str(text.index("1665家")))
    assert shown.count("story") == 1
    assert "1665" in shown


def test_an_offset_between_two_sentences_is_the_beginning_of_the_second(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    first, second = "去年金华新增企业30家。", "今年丽水新增企业20家。"
    (tmp_path / "p.txt").write_text(first + second, encoding="utf-8")
    shown = explain(capfd, str(tmp_path / "p.txt"), "--at", str(len(first)))
    assert second in shown
    assert first not in shown


def test_the_words_of_a_sentence_are_shown_when_asked_for(capfd: pytest.CaptureFixture[str]) -> None:
    assert "走访/v 企业/n" in explain(capfd, str(SAMPLE), "--grep", "走访企业1665家", "--words")
    assert "走访/v" not in explain(capfd, str(SAMPLE), "--grep", "走访企业1665家")


def test_what_lost_its_text_is_shown_with_the_winner(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "p.txt").write_text("本报讯 2023年,金华市四套班子走访企业20家。\n", encoding="utf-8")
    shown = explain(capfd, str(tmp_path / "p.txt"))
    assert "lost: duration 2023 年" in shown
    assert "beaten by period." in shown
    assert "beaten by quantity.set-word" in shown


def test_the_first_sentence_of_a_story_says_why_the_page_was_cut(capfd: pytest.CaptureFixture[str]) -> None:
    assert "cut here: " in explain(capfd, str(SAMPLE), "--grep", "丽水打造全生命周期助创平台")


def test_what_is_nowhere_is_said_to_be_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    assert call(["explain", str(SAMPLE), "--grep", "没有这句话"]) == 0
    assert capfd.readouterr().err == "newscli: no sentence holds '没有这句话'\n"


def test_a_long_sentence_with_thousands_of_numbers_is_drawn_in_no_time() -> None:
    reading = read_text("本报讯 金华市" + "企业20家、" * 2000 + "。\n")
    assert len(reading.facts) == 2000
    begun = time.process_time()
    explainer = Explainer(reading)
    lines = [line for sentence in chosen(reading, Choice()) for line in explainer.explained(sentence)]
    assert len(lines) > 8000
    assert time.process_time() - begun < 2

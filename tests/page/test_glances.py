"""A glance at a line's ends sends most lines away before a pattern is tried: it must hide nothing from the pattern."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newscli.extractors.byline import read_line
from newscli.extractors.dateline import find_lead, find_leads
from newscli.extractors.dateline.read import past_bracket
from newscli.page import marks
from newscli.page.features import (
    CREDIT_ENDS,
    ends_with_note,
    find_jump_out,
    has_credit,
    is_credit,
    is_notice,
    is_series,
    opens_text,
)
from newscli.page.furniture import is_furniture
from newscli.page.header import read_paper
from newscli.page.lines import read_lines
from newscli.reading.fold import fold
from newscli.rules.packed import load_table

TITLES = load_table("newscli.page", "titles.toml")
ASKED = {"notice": is_notice, "series": is_series}
WORDS = load_table("newscli.page", "words.toml")
SHOWN: dict[str, Callable[[str], object]] = {
    "editor": is_furniture,
    "margin": is_furniture,
    "navigation": is_furniture,
    "occasion": lambda line: not is_furniture(line),
    "paper": lambda line: read_paper([line]),
    "credit": is_credit,
    "drawn": is_credit,
    "agency": is_credit,
    "library": is_credit,
    "lender": is_credit,
    "desk": lambda line: marks.desk().match(line),
    "bureau": lambda line: marks.desk().match(line),
    "opener": lambda line: marks.running_head().match(line),
    "connective": lambda line: marks.running_head().match(line),
    "told": lambda line: marks.running_head().match(line),
    "saw": lambda line: marks.running_head().match(line),
    "contact": lambda line: marks.contact().search(line),
    "addressee": lambda line: marks.salutation().match(line),
}


def cases(field: str) -> list[tuple[str, str]]:
    """Return the examples or rejects of the words that give a line away, each with its kind."""
    return [(kind, line) for kind in WORDS for line in WORDS[kind][field]]


@pytest.mark.parametrize(("kind", "line"), cases("examples"))
def test_an_example_shows_its_word(kind: str, line: str) -> None:
    assert SHOWN[kind](fold(line))


@pytest.mark.parametrize(("kind", "line"), cases("rejects"))
def test_a_reject_shows_none(kind: str, line: str) -> None:
    assert not SHOWN[kind](fold(line))


@pytest.mark.parametrize("kind", WORDS)
def test_each_word_is_listed_once(kind: str) -> None:
    listed = WORDS[kind]["words"]
    assert len(set(listed)) == len(listed) > 0


def surfaces(kind: str) -> list[str]:
    """Return the titles of a kind as the table has them."""
    return [*TITLES[kind]["spaced"], *TITLES[kind]["wide"], *TITLES[kind]["plain"]]


@pytest.mark.parametrize(("kind", "title"), [(kind, title) for kind in ASKED for title in surfaces(kind)])
def test_each_title_of_the_table_is_known(kind: str, title: str) -> None:
    assert ASKED[kind](title)


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind in ASKED for line in TITLES[kind]["examples"]])
def test_an_example_is_of_its_kind(kind: str, line: str) -> None:
    assert ASKED[kind](fold(line))


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind in ASKED for line in TITLES[kind]["rejects"]])
def test_a_reject_is_not(kind: str, line: str) -> None:
    assert not ASKED[kind](fold(line))


@pytest.mark.parametrize("word", WORDS["credit"]["words"])
def test_every_word_of_a_credit_ends_as_the_glance_has_it(word: str) -> None:
    assert word[-1] in CREDIT_ENDS


@pytest.mark.parametrize("word", ["摄", "摄影", "供图", "摄影报道"])
def test_a_credit_is_known_by_its_last_word(word: str) -> None:
    assert is_credit(f"新华社记者 王芳 {word}")
    assert has_credit(f"秋收时节,农机手在田里忙碌。王芳{word}")


@pytest.mark.parametrize(
    "line", ["图/王芳", "新华社发(王芳 摄)", "资料图片", "影像中国供图", "(新华社发)", "图片由县文化馆提供"]
)
def test_a_credit_is_known_by_its_agency_or_its_first_word(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize("kind", load_table("newscli.extractors.dateline", "outlets.toml")["kinds"])
@pytest.mark.parametrize("place", ["", "里约热内卢", "达沃斯(瑞士)", "乌鲁木齐高新技术产业开发区"])
def test_no_dateline_escapes_the_glance(kind: str, place: str) -> None:
    text = f"新华社{place}10月18日{kind}(记者 王芳)大桥合龙。"
    lead, glanced = find_lead(text), find_leads(text)
    assert lead is not None
    assert glanced is not None
    assert (glanced.end, glanced.dateline) == (lead.end, lead.dateline)


@pytest.mark.parametrize("rest", ["", "、", "1)", "一、", "二章", "一"])
def test_no_item_of_a_list_escapes_the_glance_at_its_first_character(rest: str) -> None:
    lines = [chr(code) + rest for code in range(0x20, 0x10000)]
    assert [line for line in lines if marks.counts_item(line)] == [
        line for line in lines if marks.LIST_HEAD.match(line)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "大桥合龙。校对:王菲",
        "大桥合龙。 (编辑 王菲)",
        "大桥合龙。责任编辑|王菲",
        "大桥合龙”文/王菲",
        "大桥合龙。(本报记者王菲李明)",
    ],
)
def test_no_note_escapes_the_glance_at_its_signs(line: str) -> None:
    assert marks.END_NOTE.search(line)
    assert ends_with_note(line)


@pytest.mark.parametrize("line", ["大桥合龙(下转第四版)", "转第2版", "大桥合龙(详见第3版)", "[全文刊A2版]"])
def test_no_jump_line_escapes_the_glance_at_its_verb(line: str) -> None:
    assert find_jump_out(line)


@pytest.mark.parametrize("line", ["上接第一版", "( 上接第一版)", "[承接第2版]", "上转A1版", "接1版"])
def test_no_jump_line_at_the_head_escapes_the_glance(line: str) -> None:
    assert marks.JUMP_IN.match(line)
    assert opens_text(line)


@pytest.mark.parametrize("mark", ["", "■", "● ", "(", "【", "▲["])
def test_a_dateline_begins_behind_its_mark(mark: str) -> None:
    text = f"{mark}本报讯 (记者 王芳)大桥合龙。"
    assert past_bracket(text) == len(mark)
    lead = find_lead(text)
    assert lead is not None
    assert text[lead.start : lead.end] == "本报讯"


@pytest.mark.parametrize(
    "line",
    [
        "2025年10月20日 星期一 第4版",
        "星期一 2025年10月20日",
        "《江南日报》(2025年10月20日 第 04 版)",
        "大桥昨日合龙……第三版",
        "江南日报数字报",
        "江南晨报多媒体数字版",
        "/html/2025-10/20/content_3456.htm",
        "<!--/enpproperty-->江南日报",
        "责任编辑:王芳",
        "新闻热线:12345678",
    ],
)
def test_furniture_is_known_with_and_without_a_sign(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "二版责编:何杉",
        "版式设计:蔡华",
        "第05版 要闻",
        "第四版 国内新闻",
        "A05版:要闻",
        "专栏:民生观",
        "农历乙巳年八月廿九",
        "夏历乙巳年八月廿九",
        "今日20版",
        "总第2345期",
        "网址:江城网",
        "征集",
        "扫一扫二维码",
        "长按识别二维码",
        "识别公众号",
        "代号:12-34",
        "CN 12-3456",
        "ISSN 1234-5678",
        "邮编:123456",
        "e-mail:desk@example.cn",
        "www.example.cn",
        "◆◆◆",
    ],
)
def test_no_furniture_escapes_the_glance_at_its_first_letter(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("新华社记者李丹丹李婷婷", ["李丹丹", "李婷婷"]),
        ("王芳、李明、陈晨、周敏", ["王芳", "李明", "陈晨", "周敏"]),
        ("城东早市恢复开放", []),
    ],
    ids=["a role word and no gap", "names apart", "a headline"],
)
def test_a_run_of_letters_is_a_byline_only_with_a_role_word(line: str, names: list[str]) -> None:
    assert [byline.name for byline in read_line(line)] == names


@pytest.mark.parametrize("line", ["星期天,大桥合龙", "江南日报改版了", "(一审:王芳)", "第三版方案获得通过"])
def test_a_sign_alone_makes_no_furniture(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("甲\n\n　乙 \n丙", [(1, 0, 1, 0, 0), (3, 4, 5, 2, 1), (4, 7, 8, 0, 0)]),
        ("甲\r\n\r\n乙", [(1, 0, 1, 0, 0), (3, 5, 6, 0, 1)]),
        ("甲\r\r乙", [(1, 0, 1, 0, 0), (3, 3, 4, 0, 1)]),
        ("甲\r乙\n丙", [(1, 0, 1, 0, 0), (1, 2, 3, 0, 0), (2, 4, 5, 0, 0)]),
        ("\n\n甲\n\u200b\n乙", [(3, 2, 3, 0, 1), (5, 6, 7, 0, 1)]),
    ],
    ids=[
        "indent and gap",
        "carriage return and line feed",
        "carriage return",
        "both, mixed",
        "a line that looks empty",
    ],
)
def test_lines_know_where_they_stand(text: str, places: list[tuple[int, int, int, int, int]]) -> None:
    lines = read_lines(text, fold(text))
    assert [(line.number, line.start, line.end, line.indent, line.gap) for line in lines] == places

"""Datelines: outlet, place and day at the head of a paragraph."""

from __future__ import annotations

import pytest

from newscli.extractors.dateline import find_end_lead, find_lead


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本报讯(记者 陈立)近日", ("本报讯", "本报", None, None)),
        ("本报嘉兴1月31日电(记者 李茸)", ("本报嘉兴1月31日电", "本报", "嘉兴", "1月31日")),
        (
            "新华社里约热内卢8月12日体育专电(记者汪涌)",
            ("新华社里约热内卢8月12日体育专电", "新华社", "里约热内卢", "8月12日"),
        ),
        ("据新华社北京8月5日电 赶在", ("据新华社北京8月5日电", "新华社", "北京", "8月5日")),
        ("中新网7月31日电 据报道", ("中新网7月31日电", "中新网", None, "7月31日")),
        ("新华社福州/厦门7月26日电(记者", ("新华社福州/厦门7月26日电", "新华社", "福州/厦门", "7月26日")),
        ("新华社北京8月20日专电题:股市周评", ("新华社北京8月20日专电", "新华社", "北京", "8月20日")),
        ("三秦都市报-三秦网讯(记者", ("三秦都市报-三秦网讯", "三秦都市报-三秦网", None, None)),
        ("红网时刻新闻7月27日讯(通讯员", ("红网时刻新闻7月27日讯", "红网时刻新闻", None, "7月27日")),
        ("本报上海电 (记者黄晓)", ("本报上海电", "本报", "上海", None)),
        ("新华社达沃斯(瑞士)1月29日电(记者", ("新华社达沃斯(瑞士)1月29日电", "新华社", "达沃斯", "1月29日")),
        ("江都讯 记者 程龙 大桥合龙", ("江都讯", "江都", None, None)),
        ("楚江讯(通讯员 周敏)近日", ("楚江讯", "楚江", None, None)),
        ("本报沪讯 记者 程龙 大桥合龙", ("本报沪讯", "本报", "沪", None)),
        ("本站讯(职工通讯员 周敏)近日", ("本站讯", "本站", None, None)),
        ("【本报讯】财政司司长", ("本报讯", "本报", None, None)),
        ("央视网消息(新闻联播):国铁", ("央视网消息", "央视网", None, None)),
        ("本报波士顿11月1日电记者陈特、李云报道:", ("本报波士顿11月1日电", "本报", "波士顿", "11月1日")),
        ("〔记者王小明/高雄报导〕港务公司", ("记者王小明/高雄报导", None, "高雄", None)),
    ],
)
def test_a_dateline_opens_the_paragraph(text: str, expected: tuple[str | None, ...]) -> None:
    lead = find_lead(text)
    assert lead is not None
    line = lead.dateline
    assert (line.text, line.outlet, line.place, line.date) == expected


@pytest.mark.parametrize(
    "text",
    [
        "据彭博社消息,一名嫌疑人被捕",
        "本报记者从电网公司获悉,",
        "新华社记者电话采访了他",
        "市交通局8月9日答复称,",
        "三大电信运营商12日讯问了",
        "网站消息,不久前",
        "江都讯息服务站开张",
        "快讯 记者从现场获悉",
        "据腾讯记者了解,",
        "今日讯 记者从现场获悉",
        "8月9日电力供应紧张",
        "",
    ],
)
def test_a_sentence_that_quotes_a_source_is_no_dateline(text: str) -> None:
    assert find_lead(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("灯亮了。(本报达喀尔10月18日电)", "达喀尔"),
        ("灯亮了。(新华社北京3月2日电)", "北京"),
        ("灯亮了。(本报记者李明)", None),
        ("灯亮了。(本报达喀尔10月18日电)他说", None),
    ],
)
def test_a_dateline_may_stand_at_the_end(text: str, place: str | None) -> None:
    lead = find_end_lead(text)
    assert (lead.dateline.place if lead else None) == place

"""When a fact holds, and whether it is the size of a change."""

from __future__ import annotations

import pytest

from tests.linking.reading import changes_of, facts_of, periods_of

PERIODS = {
    "2023年，新设经营主体6万户。": "2023年",
    "增长率从2021年的4.9%增长到2023年的9.2%，记者从市里获悉。": None,
    "2018年销售收入2519亿元，较2017年的2073亿元增长21%。": "2018年 | 2017年 | 2018年",
    "6月4日上午，专案组分两路抓捕。在仓库内缴获木材530块。": "6月4日上午",
    "今年上半年，出口93亿元，同比增长5%。": "今年上半年 | 今年上半年",
    "上半年收入50亿元，与2022年上半年相比增长12%。": "上半年 | 上半年",
    "记者8日从市统计局获悉，今年前7个月进口30亿元。": "今年前7个月",
    "支援队伍63人，已于4日凌晨抵达。": "4日凌晨",
    "日前，市里建成驿站20个。站里有8名志愿者。": "日前 | -",
    "6月份，菜价由上月上涨2%转为下降7%。": "上月 | 6月份",
    "列车由8月1日起增开20对，票价30元。": "8月1日 | 8月1日",
    "1至5月出口6亿元，是去年同期的3.2倍。": "1至5月 | 1至5月",
    "由6月起执行，标准提高到50元。": "6月",
    "今年新发现17人，为10年来最少，其中一成是青年。": "今年 | 今年",
    "截至目前，建成驿站20个。提供工位300个。": "截至目前 | 截至目前",
    "修桥\n\n本报讯 今年以来，全县修桥20座。": "今年以来",
    "修桥\n\n本报讯(记者 王刚) 今年以来，全县修桥20座。": "今年以来",
    "修桥\n\n新华社杭州3月2日电 去年，浙江修桥20座。": "去年",
    "修桥\n\n新华社杭州3月2日电(记者王刚)浙江修桥20座。": "-",
}
CHANGES = {
    "收入8亿元，同比增长5%。": "- | increase",
    "失业率下降0.3个百分点。": "decrease",
    "增长率从4.9%增长到9.2%。": "- | -",
    "经济增速6.7%。": "-",
    "新增制造业贷款2.2万亿元。": "increase",
    "减少企业200家。": "decrease",
    "营业收入增至90亿元。": "-",
}


@pytest.mark.parametrize(("text", "reads"), [(t, r) for t, r in PERIODS.items() if r])
def test_the_governing_period_is_found(text: str, reads: str) -> None:
    assert periods_of(text) == reads


def test_two_levels_take_a_period_each() -> None:
    first, second = facts_of("增长率已从2021年的4.9%增长到2023年的9.2%。")
    assert first.period is not None
    assert second.period is not None
    assert ("2021年" in first.period.text, "2023年" in second.period.text) == (True, True)


@pytest.mark.parametrize(("text", "reads"), CHANGES.items())
def test_only_the_size_of_a_change_is_a_change(text: str, reads: str) -> None:
    assert changes_of(text) == reads


def test_evidence_says_what_decided() -> None:
    (fact,) = facts_of("2023年，西湖区走访企业300家。")
    assert fact.evidence == ("subject: verb and object before number", "place: clause", "period: sentence")


def test_period_and_subject_keep_the_characters_of_the_page() -> None:
    text = "台北市長表示，１９９７年全市共有３５０家企業，營收增長１２．５％。"
    assert periods_of(text) == "１９９７年 | １９９７年"
    assert [fact.subject for fact in facts_of(text)] == ["企業", "營收"]


def test_the_day_that_a_page_prints_dates_its_periods() -> None:
    page = "2024年3月5日 星期二 浙江日报 第3版\n\n修桥忙\n\n本报讯 今年以来，全县修桥20座。\n"
    (fact,) = facts_of(page)
    assert fact.period is not None
    assert (str(fact.period.since), str(fact.period.until)) == ("2024-01-01", "2024-03-05")

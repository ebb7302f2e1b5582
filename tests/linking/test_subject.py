"""What a number counts or measures: shapes on both sides of it."""

from __future__ import annotations

import pytest

from tests.linking.reading import facts_of, subjects_of

BESIDE = {
    "今年以来，工作组走访320家企业、45个重点项目和12家科创平台。": "企业 | 重点项目 | 科创平台",
    "全年收集问题96个，解决88个。": "收集问题 | 问题",
    "信访局接待群众41批73人次。": "接待群众 | 群众",
    "园区规上企业营业收入达3万亿元。": "园区规上企业营业收入",
    "全区技术交易额512亿元。": "技术交易额",
    "园区协调出1800平方米的空间。": "空间",
    "市里培育年产值超百亿元的化工园区8个。": "年产值 | 化工园区",
    "经过5个月的协商，双方签约。": "协商",
    "停水的时间缩短至4天。": "停水的时间",
    "45岁以下的创业者占比超过60%。": "创业者 | 创业者占比",
    "活动吸引12名来自北京的学生。": "学生",
    "专家组选出15个先进制造领域的项目。": "项目",
    "这是全省首例企业档案进馆交接。": "企业档案进馆交接",
    "强降雨带来大暴雨（100至200毫米）。": "大暴雨",
    "驾驶人叶某（男，26岁）被罚款。": "驾驶人叶某",
    "本届大会举办60余场学术研讨会。": "学术研讨会",
    "养蜂人老周每天能收三百多斤。": "养蜂人收",
    "每亩刨去成本，净赚900元上下。": "净赚",
    "会计分三次转出20万元。": "会计分 | 会计转出",
    "该车核载12吨，实载31吨。": "核载 | 实载",
    "目前有300万至400万人面临饮水困难。": "面临饮水困难",
    "其中超过六成为3岁以下幼儿。": "- | 幼儿",
    "依法处五年以下有期徒刑。": "有期徒刑",
    "每一欧元可带来9欧元的回报。": "回报",
    "家里种着三亩地。": "地",
    "桥机单台起重量300吨，损害程度一成。": "桥机单台起重量 | 损害程度",
    "灌区地下水入渗量2亿立方米。": "灌区地下水入渗量",
    "农民户均增收3600元。": "农民户均增收",
    "村民把2万亩果园流转给企业。": "果园",
    "货车超载四成。": "货车超载",
    "从报案到抓获嫌疑人，只用了9个小时。": "报案到抓获嫌疑人",
}
CARRIED = {
    "旅游收入8亿元，同比增长5%。": "旅游收入 | 旅游收入",
    "出口额90亿元，增速6%。": "出口额 | 出口额增速",
    "技术交易额512亿元，居全省第三。": "技术交易额 | 技术交易额",
    "银行业净利润分别如下：甲银行743亿元，同比增长1%；乙银行670亿元。": "甲银行净利润 | 甲银行净利润 | 乙银行净利润",
    "粮食产量比前一年度增长3%。": "粮食产量",
    "用电量与去年上半年相比增长12%。": "用电量",
    "增长率已从2021年的4.9%增长到2023年的9.2%。": "增长率 | 增长率",
    "参保人数分别为10.5亿人、2.4亿人。": "参保人数 | 参保人数",
    "公路货运量占全社会货运量的70%。": "公路货运量",
    "绿色石化产值占全省比重超55%。": "绿色石化产值比重",
}


@pytest.mark.parametrize(("text", "reads"), BESIDE.items())
def test_a_subject_beside_its_number_is_read(text: str, reads: str) -> None:
    assert subjects_of(text) == reads


@pytest.mark.parametrize(("text", "reads"), CARRIED.items())
def test_a_subject_named_before_is_carried_on(text: str, reads: str) -> None:
    assert subjects_of(text) == reads


@pytest.mark.parametrize(
    "text", ["1-1-1-" * 2000, "((((" * 2000, "的5个" * 2000, "增长" * 3000 + "5%", "“" * 3000 + "6家企业"]
)
def test_any_text_comes_back(text: str) -> None:
    assert isinstance(subjects_of(text), str)


def test_a_sentence_without_end_is_cut_and_costs_no_more_than_its_length() -> None:
    facts = facts_of("走访5家企业" * 4000)
    assert len(facts) == 4000
    assert max(len(fact.sentence) for fact in facts) <= 1201

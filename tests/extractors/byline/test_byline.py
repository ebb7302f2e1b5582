"""Signatures: read where they are, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.extractors.byline import read_bracket, read_credit, read_line, read_people, read_tail
from newscli.extractors.byline.names import LONGEST_CHINESE, cut_names
from newscli.extractors.byline.people import UNSIGNED_COST, read_token
from newscli.model import Byline


def reads(bylines: tuple[Byline, ...]) -> str:
    """Return signatures on one line: outlet|role name, + for a unit."""
    return "; ".join(f"{b.outlet or ''}|{b.role or ''} {b.name}{'+' if b.unit else ''}" for b in bylines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者 陈立 周敏", "|记者 陈立; |记者 周敏"),
        ("记者陈立、周敏", "|记者 陈立; |记者 周敏"),
        ("见习记者 高心远 通讯员 丁小华", "|见习记者 高心远; |通讯员 丁小华"),
        ("通 讯 员 柳松 记 者 程 龙", "|通讯员 柳松; |记者 程龙"),
        ("记者李丹丹李婷实习生戴小轩", "|记者 李丹丹; |记者 李婷; |实习生 戴小轩"),
        ("钱德岩 记者邱国强", "| 钱德岩; |记者 邱国强"),
        ("中青报·中青网见习记者 刘衡", "中青报·中青网|见习记者 刘衡"),
        ("记者 李茸 共享联盟·南湖 许颖", "|记者 李茸; 共享联盟·南湖| 许颖"),
        ("记者 买买提·艾山 通讯员 欧阳雪梅", "|记者 买买提·艾山; |通讯员 欧阳雪梅"),
        ("通讯员 江公宣 记者 王一", "|通讯员 江公宣+; |记者 王一"),
        ("执笔记者:李雯,参与记者:尚栩、林小春", "|执笔记者 李雯; |参与记者 尚栩; |参与记者 林小春"),
        ("记者 王强 文/图", "|记者 王强"),
        ("记者王小明/高雄报导", "|记者 王小明"),
        ("记者李美华台北报导", "|记者 李美华"),
        ("记者 盖有军 通讯员 王薇报道", "|记者 盖有军; |通讯员 王薇"),
        ("记者 文森 北京报道", "|记者 文森"),
    ],
)
def test_roles_outlets_and_names_are_told_apart(text: str, expected: str) -> None:
    assert reads(read_people(text)) == expected


@pytest.mark.parametrize(
    ("text", "names", "rest"),
    [
        (" 记者 周敏 大桥昨日合龙,全长两公里。", ["周敏"], "大桥昨日合龙"),
        (" 记者 程 龙 大桥昨日合龙,全长两公里。", ["程龙"], "大桥昨日合龙"),
        (" 记者 周敏、李明 大桥合龙仪式昨日举行。", ["周敏", "李明"], "大桥合龙仪式"),
        (" 记者周敏 通讯员江公宣 大桥合龙仪式昨日举行。", ["周敏", "江公宣"], "大桥合龙仪式"),
        (" 记者从市交通局获悉 大桥昨日合龙,全长两公里。", [], " 记者从"),
        (" 记者 高考 在即 昨日全市考点布置完毕。", [], " 记者 高考"),
        (" 记者梅洪如从总公司获悉,保费收入增加。", ["梅洪如"], "从总公司"),
        (" 记者吴兢从今天的会上了解到,成效最好。", ["吴兢"], "从今天"),
        (" 记者昨日从总公司获悉,保费收入增加。", [], " 记者昨日"),
        (" 记者周五从总公司获悉,保费收入增加。", [], " 记者周五"),
        (" 记者王强从家里出发。", [], " 记者王强"),
    ],
)
def test_reporters_may_be_parted_from_the_text_by_spaces_alone(text: str, names: list[str], rest: str) -> None:
    found, end = read_bracket(f"本报讯{text}", 3)
    assert [byline.name for byline in found] == names
    assert f"本报讯{text}"[end:].startswith(rest)


@pytest.mark.parametrize("text", ["记者在现场看到", "记者从会上获悉", "记者:孩子在家吗,我们去看一下", "见图", "第一版"])
def test_a_bracket_that_goes_on_as_a_sentence_is_no_signature(text: str) -> None:
    assert not read_bracket(f"({text})", 0)[0]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("本报记者  程  龙  潘俊强", "本报|记者 程龙; 本报|记者 潘俊强"),
        ("□ 本报记者 黄 辉", "本报|记者 黄辉"),
        ("◎记者 张琼", "|记者 张琼"),
        ("李  斌", "| 李斌"),
        ("极目新闻记者 赵贝通讯员 沈芙萱", "极目|新闻记者 赵贝; |通讯员 沈芙萱"),
        ("本报记者  巴桑次仁", "本报|记者 巴桑次仁"),
        ("本报记者  阿拉坦仓  李  娜", "本报|记者 阿拉坦仓; 本报|记者 李娜"),
        ("热合曼·吾守尔", "| 热合曼·吾守尔"),
        ("海  东", "| 海东"),
        ("王  珏/文  李远/图", "|文 王珏; |图 李远"),
        ("(石  鸣)", "| 石鸣"),
        ("(李明译)", "|译 李明"),
        ("(艾尼瓦尔译)", "|译 艾尼瓦尔"),
        ("河南鄢陵县  邢先生", "| 邢先生"),
        ("安徽肥西县  刘  洋", "| 刘洋"),
    ],
)
def test_a_byline_line_holds_nothing_else(line: str, expected: str) -> None:
    assert reads(read_line(line)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "丽水在行动",
        "灯笼挂起来",
        "推动高质量发展",
        "责任编辑:王海 校对:李平",
        "本版责编 吴  燕",
        "新华社记者 王曦 摄",
        "大地的回响",
        "书  讯",
        "广  告",
        "回音壁",
        "丝路·新疆",
        "江苏 常州",
        "(完)",
    ],
)
def test_a_headline_an_editor_and_a_photographer_are_no_authors(line: str) -> None:
    assert not read_line(line)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("项目年底完工。(总台记者 孙宇)", ["孙宇"]),
        ("作了专题报告。作者:焦小新", ["焦小新"]),
        ("有望年内通车。(本报记者靳博参与采写)", []),
        ("前景可期。(作者为某研究院副研究员,本报记者王珂采访整理)", ["王珂"]),
        ("有望年内通车。校对 王菲", []),
        ("有望年内通车。(维瑜)", ["维瑜"]),
        ("有望年内通车。(待续)", []),
        ("小城何以成“先锋”(微言)", []),
        ("有望年内通车。(人民网)", []),
        ("有望年内通车。(全文完)", []),
        ("有望年内通车。(见左图)", []),
        ("有望年内通车。(据央视)", []),
        ("就是耳朵不行了。(叹气)", []),
        ("有望年内通车。", []),
    ],
)
def test_the_last_words_may_be_a_signature(text: str, names: list[str]) -> None:
    assert [byline.name for byline in read_tail(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("拍友 倪立芳 朱森泉 摄", ["倪立芳", "朱森泉"]),
        ("周社根摄(影像中国)", ["周社根"]),
        ("新华社记者刘杰摄", ["刘杰"]),
        ("读者  崔  凯摄", ["崔凯"]),
        ("龙胜利作", ["龙胜利"]),
    ],
)
def test_a_credit_names_the_photographer(text: str, names: list[str]) -> None:
    assert [byline.name for byline in read_credit(text)] == names


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("李丹丹李婷婷", ("李丹丹", "李婷婷")),
        ("姜俏梅郭丹", ("姜俏梅", "郭丹")),
        ("端木家磊", ("端木家磊",)),
        ("陈郑慧娟", ("陈郑慧娟",)),
    ],
)
def test_names_without_a_gap_are_cut_at_surnames(run: str, names: tuple[str, ...]) -> None:
    assert cut_names(run)[0] == names


@given(st.text("王李张欧阳上官巴桑阿次仁仁明芳第一版接", min_size=LONGEST_CHINESE + 1, max_size=9))
def test_no_longer_name_is_usual_enough_without_a_role_word(token: str) -> None:
    names, cost = cut_names(token)
    assert len(names) != 1 or cost > UNSIGNED_COST
    assert read_token(token, signed=False) == ()

"""Pages into stories: own small pages, each showing one thing."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from newscli.model import Article, Document, Layout
from newscli.page import join_layouts, lay_out
from newscli.page.weights import WEIGHTS

BRIDGE = (
    "跨江大桥昨日合龙。大桥全长2600米，主跨400米，桥面设六车道，两侧设有人行道和观景台。施工方介绍，大桥于前年开工，"
    "用钢一万余吨，合龙误差不到一厘米。大桥通车后，两岸车程将由40分钟缩短到5分钟，周边三个乡镇的居民出行更加方便。"
)
MARKET = (
    "城东早市本周恢复开放。早市设摊位120个，每天清晨5点开门，上午9点收摊。摊主周桂兰卖了二十年豆腐，"
    "她说早市停了半年，老主顾天天打听。管理方新添了污水管和电子秤，摊位租金每月降了三分之一。"
)

BUSES = (
    "大桥合龙后，周边三个乡镇的居民出行更加方便。公交公司本周在大桥两岸增开3条线路，经过人行道和观景台，每天发车40班。"
    "两岸居民过江不必再绕行，车程缩短到5分钟。"
)
LID = "学校门口的井盖裂了半年，孩子们骑车要绕到马路中间。打过几次电话，都说不归他们管。希望能在雨季之前换上新的。"


def read(text: str) -> Layout:
    """Return the layout of a text."""
    return lay_out(Document("page", text))


def outline(layout: Layout) -> list[tuple[str, tuple[int, int], str | None]]:
    """Return each entry's type, lines and headline."""
    return [(a.type, a.lines, a.headline.text if a.headline else None) for a in layout.articles]


def test_a_dateline_marks_the_headline_above_it() -> None:
    page = f"跨江大桥昨日合龙\n\n本报讯（记者 程龙）{BRIDGE}\n\n城东早市恢复开放\n\n本报讯（记者 王敏）{MARKET}\n"
    assert outline(read(page)) == [("article", (1, 3), "跨江大桥昨日合龙"), ("article", (5, 7), "城东早市恢复开放")]


def test_a_byline_line_marks_the_headline_above_it() -> None:
    page = (
        f"跨江大桥昨日合龙\n本报记者  程  龙  潘俊强\n　　{BRIDGE}\n城东早市恢复开放（民生观）\n李  斌\n　　{MARKET}\n"
    )
    layout = read(page)
    assert outline(layout) == [
        ("article", (1, 3), "跨江大桥昨日合龙"),
        ("article", (4, 6), "城东早市恢复开放（民生观）"),
    ]
    assert [[b.name for b in a.bylines] for a in layout.articles] == [["程龙", "潘俊强"], ["李斌"]]
    assert layout.articles[1].headline is not None
    assert layout.articles[1].headline.section == "民生观"


def test_a_headline_alone_is_known_by_its_words() -> None:
    page = f"跨江大桥昨日合龙\n\n{BRIDGE}\n\n城东早市恢复开放\n\n{MARKET}\n"
    assert [headline for _, _, headline in outline(read(page))] == ["跨江大桥昨日合龙", "城东早市恢复开放"]


@pytest.mark.parametrize(
    "points",
    [
        ["●四年投资542亿元●竣工8012万平方米", "●人均住房面积增加3平方米"],
        ["◆两岸车程缩短到5分钟"],
        ["□ 双向六车道 □ 设观景台", "□ 年内通车"],
        ["▲四年建成", "▲两岸车程缩短到5分钟"],
    ],
    ids=["two lines", "one line", "several on a line", "triangles"],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_summary_belongs_to_its_headline(points: list[str], gap: str) -> None:
    lines = [
        "城东早市恢复开放",
        f"本报讯（记者 王敏）{MARKET}",
        "跨江大桥昨日合龙",
        *points,
        f"本报讯（记者 程龙）{BRIDGE}",
    ]
    layout = read(gap.join(lines) + "\n")
    assert [headline for _, _, headline in outline(layout)] == [
        "城东早市恢复开放",
        " ".join(["跨江大桥昨日合龙", *points]),
    ]
    headline = layout.articles[1].headline
    assert headline is not None
    assert (headline.kicker, headline.deck) == (None, " ".join(points))


def test_points_inside_a_story_are_its_text() -> None:
    page = (
        f"跨江大桥昨日合龙\n本报讯（记者 程龙）{BRIDGE}\n●桥通了，路近了\n{BRIDGE[:60]}。\n●观景台对外开放\n{BRIDGE[60:]}\n"
        f"城东早市恢复开放\n本报讯（记者 王敏）{MARKET}\n"
    )
    layout = read(page)
    assert [headline for _, _, headline in outline(layout)] == ["跨江大桥昨日合龙", "城东早市恢复开放"]
    assert len(layout.articles[0].paragraphs) == 5


def test_a_subhead_stays_inside_its_story() -> None:
    more = "观景台每天开放到晚上9点，桥头新建了停车场，可停车200辆。大桥管理处说，合龙之后还要铺设沥青，安装路灯。"
    page = f"跨江大桥昨日合龙\n\n本报记者 程龙\n\n{BRIDGE}\n\n桥通了，路近了\n\n{more}\n\n{BRIDGE[:60]}。\n"
    layout = read(page)
    assert len(layout.articles) == 1
    assert "桥通了，路近了" in [p.text for p in layout.articles[0].paragraphs]


def test_a_column_break_in_the_middle_of_a_word_is_rejoined() -> None:
    cut = BRIDGE.index("合龙误差") + 1
    page = f"跨江大桥昨日合龙\n\n本报讯（记者 程龙）{BRIDGE[:cut]}\n\n{BRIDGE[cut:]}\n"
    layout = read(page)
    assert [p.text for p in layout.articles[0].paragraphs] == [f"本报讯（记者 程龙）{BRIDGE}"]
    assert "合龙误差" in layout.flow.text


@pytest.mark.parametrize("indent", ["", "　　"])
def test_a_wrapped_page_is_unwrapped(indent: str) -> None:
    def wrap(text: str) -> str:
        return "\n".join(text[i : i + 22] for i in range(0, len(text), 22))

    page = f"跨江大桥昨日合龙\n{wrap(f'{indent}本报讯（记者 程龙）{BRIDGE}')}\n\n城东早市恢复开放\n{wrap(f'{indent}本报讯（记者 王敏）{MARKET}')}\n"
    layout = read(page)
    assert [p.text for a in layout.articles for p in a.paragraphs] == [
        f"本报讯（记者 程龙）{BRIDGE}",
        f"本报讯（记者 王敏）{MARKET}",
    ]


def test_a_letter_ends_with_its_writer() -> None:
    page = (
        f"跨江大桥昨日合龙\n本报记者  程  龙\n　　{BRIDGE}\n路灯该修了\n　　{MARKET}\n安徽肥西县  刘  洋\n"
        f"路口的井盖该换了\n　　{LID}\n河南鄢陵县  邢先生\n"
    )
    layout = read(page)
    assert [headline for _, _, headline in outline(layout)] == ["跨江大桥昨日合龙", "路灯该修了", "路口的井盖该换了"]
    assert [[b.name for b in a.bylines] for a in layout.articles] == [["程龙"], ["刘洋"], ["邢先生"]]


def test_the_papers_own_line_ends_a_text() -> None:
    line = "《某日报》（2025年10月20日 第 04 版）"
    page = f"跨江大桥昨日合龙\n本报记者  程  龙\n{BRIDGE}\n{line}\n桥头早市\n{BRIDGE}\n{line}\n"
    assert outline(read(page)) == [("article", (1, 3), "跨江大桥昨日合龙"), ("article", (5, 6), "桥头早市")]


def test_the_last_credit_of_a_page_is_no_furniture() -> None:
    page = f"跨江大桥昨日合龙\n本报记者  程  龙\n{BRIDGE}\n图片报道\n茶农在茶园里采摘夏茶，忙着赶制新茶。\n赵  明摄（人民视觉）\n版式设计：蔡  华\n"
    layout = read(page)
    assert [(a.type, a.lines) for a in layout.articles] == [("article", (1, 3)), ("photo", (4, 6))]
    assert [b.name for b in layout.articles[1].bylines] == ["赵明"]


def test_a_brief_of_one_paragraph_has_no_subheads() -> None:
    page = f"跨江大桥昨日合龙\n\n本报讯（记者 程龙）{BRIDGE}\n\n今日谈：市声\n\n{MARKET}\n\n{MARKET[:40]}。\n"
    assert [headline for _, _, headline in outline(read(page))] == ["跨江大桥昨日合龙", "今日谈：市声"]


def test_briefs_of_the_paper_stand_one_after_the_other() -> None:
    page = f"跨江大桥昨日合龙\n\n本报讯（记者 程龙）{BRIDGE}\n\n本报讯　{MARKET}\n\n本报讯　{LID}\n"
    assert [lines for _, lines, _ in outline(read(page))] == [(1, 3), (5, 5), (7, 7)]


def test_a_mark_before_the_dateline_is_no_arrow_to_a_photo() -> None:
    page = f"经济短波\n　　▲本报讯　{BRIDGE}（程龙）\n　　▲本报讯　{MARKET}（王敏）\n　　▲ 本报讯　{LID}（周敏）\n"
    layout = read(page)
    assert [(kind, lines) for kind, lines, _ in outline(layout)] == [
        ("article", (1, 2)),
        ("article", (3, 3)),
        ("article", (4, 4)),
    ]
    assert [a.dateline.text for a in layout.articles if a.dateline] == ["本报讯"] * 3


def test_a_paragraph_that_a_column_breaks_off_is_no_second_headline() -> None:
    text = f"每天清晨的城东老街口外\n\n面的空地上摆满了摊位。{MARKET}"
    page = f"跨江大桥昨日合龙\n　　本报讯（记者 程龙）{BRIDGE}\n　　{BRIDGE[:90]}。\n\n菜场搬了新家\n　　{text}\n　　{MARKET[:90]}。\n"
    assert [headline for _, _, headline in outline(read(page))] == ["跨江大桥昨日合龙", "菜场搬了新家"]


def test_a_second_dateline_on_the_same_matter_is_of_the_same_story() -> None:
    again = BRIDGE.replace("昨日", "20日")
    page = f"跨江大桥昨日合龙\n\n本报江城6月20日电（记者 程龙）{BRIDGE}\n\n本报江城6月20日电（记者 王敏）{again}\n"
    assert len(read(page).articles) == 1


def test_a_pen_name_in_a_bracket_ends_its_brief() -> None:
    page = f"本报讯　{BRIDGE}\n（车强）\n本报讯　{MARKET}\n（晓王）\n"
    layout = read(page)
    assert [lines for _, lines, _ in outline(layout)] == [(1, 2), (3, 4)]
    assert [[b.name for b in a.bylines] for a in layout.articles] == [["车强"], ["晓王"]]


def test_a_bracket_under_a_headline_is_the_name_of_its_column() -> None:
    article = read(f"跨江大桥昨日合龙\n（纵横）\n本报讯（记者 程龙）{BRIDGE}\n").articles[0]
    assert [b.name for b in article.bylines] == ["程龙"]


def test_a_kicker_may_lead_over_with_a_dash() -> None:
    page = f"{MARKET}\n\n垃圾分类、车位共享、快递进村，江城——\n\n跨江大桥昨日合龙\n\n本报记者　程　龙\n\n{BRIDGE}\n"
    article = read(page).articles[-1]
    assert (article.lines, article.headline and article.headline.text) == (
        (3, 9),
        "垃圾分类、车位共享、快递进村，江城—— 跨江大桥昨日合龙",
    )


def test_a_kicker_may_end_in_a_colon() -> None:
    kicker, title = "江东老城：", "“移动早市”开到家门口"
    page = f"跨江大桥昨日合龙\n　　本报讯（记者 程龙）{BRIDGE}\n　　{LID}\n\n{kicker}\n{title}\n　　{MARKET}\n　　周桂兰每天四点起床磨豆腐。\n"
    assert outline(read(page))[1:] == [("article", (5, 8), f"{kicker} {title}")]


def test_a_line_that_ends_in_a_colon_before_a_paragraph_is_text() -> None:
    page = f"跨江大桥昨日合龙\n　　本报讯（记者 程龙）{BRIDGE}\n　　施工方介绍：\n　　{LID}\n　　{MARKET}\n"
    assert outline(read(page)) == [("article", (1, 5), "跨江大桥昨日合龙")]


def test_a_sentence_that_leads_over_to_a_paragraph_is_no_kicker() -> None:
    page = f"大山里的电商\n\n{LID}\n\n走进村里的早市，记者看到这样一幕——\n\n{MARKET}\n\n时间回到三年前——\n\n{BRIDGE}\n"
    article = read(page).articles[0]
    assert (article.lines, [p.text[-5:] for p in article.paragraphs]) == (
        (1, 11),
        ["换上新的。", "样一幕——", "三分之一。", "三年前——", "更加方便。"],
    )


def test_a_letter_opens_with_whom_it_speaks_to() -> None:
    page = f"跨江大桥昨日合龙\n\n{BRIDGE}\n\n井盖松动谁来管\n\n编辑同志：\n\n{LID}\n"
    assert [headline for _, _, headline in outline(read(page))] == ["跨江大桥昨日合龙", "井盖松动谁来管"]


def test_a_series_of_short_pieces_bears_its_name() -> None:
    page = f"跨江大桥昨日合龙\n\n本报讯（记者 程龙）{BRIDGE}\n\n经济短波\n\n{MARKET}\n\n{MARKET[:40]}。\n"
    assert [headline for _, _, headline in outline(read(page))] == ["跨江大桥昨日合龙", "经济短波"]


def test_the_name_of_a_series_over_headlines_is_furniture() -> None:
    page = f"经济短波\n\n跨江大桥昨日合龙\n\n本报讯（记者 程龙）{BRIDGE}\n\n早市开放\n\n本报讯（记者 王敏）{MARKET}\n"
    assert [headline for _, _, headline in outline(read(page))] == ["跨江大桥昨日合龙", "早市开放"]


def test_a_full_last_line_does_not_swallow_the_headline_below() -> None:
    lines = [BRIDGE[i : i + 20] for i in range(0, 80, 20)] + ["两岸车程将大为缩短周边三个乡镇的居民高兴。"[-20:]]
    page = "\n".join(["跨江大桥昨日合龙", "本报记者  程  龙", *lines, "城东早市", "本报记者  王  敏"])
    page += "\n" + "\n".join(MARKET[i : i + 20] for i in range(0, len(MARKET), 20)) + "\n"
    assert [headline for _, _, headline in outline(read(page))] == ["跨江大桥昨日合龙", "城东早市"]


def test_a_story_may_end_with_its_dateline_and_name_its_writers_below_the_first() -> None:
    page = f"新华社日内瓦10月18日电  题：机遇之门\n\n新华社记者杨逸  刘  曲\n\n{BRIDGE}\n\n小学有了太阳能教室\n\n{MARKET}（本报达喀尔10月18日电）\n"
    layout = read(page)
    assert [a.dateline.place for a in layout.articles if a.dateline] == ["日内瓦", "达喀尔"]
    assert [b.name for b in layout.articles[0].bylines] == ["杨逸", "刘曲"]


def test_a_photo_keeps_the_title_that_stands_after_its_credit() -> None:
    caption = "5月6日，茶农在浦江县檀溪镇的茶园里采摘夏茶，忙着赶制新茶。"
    page = f"跨江大桥昨日合龙\n\n本报讯（记者 程龙）{BRIDGE}\n\n{caption}\n\n拍友 倪立 朱森 摄\n\n采摘夏茶\n\n\n\n城东早市恢复开放\n\n本报讯（记者 王敏）{MARKET}\n"
    layout = read(page)
    assert [a.type for a in layout.articles] == ["article", "photo", "article"]
    assert layout.articles[1].headline is not None
    assert layout.articles[1].headline.text == "采摘夏茶"
    assert [b.name for b in layout.articles[1].bylines] == ["倪立", "朱森"]


def test_a_jump_line_inside_a_line_parts_two_stories() -> None:
    page = (
        f"跨江大桥昨日合龙\n本报讯（记者 程龙）{BRIDGE}（下转第四版）  城东早市恢复开放\n本报讯（记者 王敏）{MARKET}\n"
    )
    layout = read(page)
    assert [headline for _, _, headline in outline(layout)] == ["跨江大桥昨日合龙", "城东早市恢复开放"]
    assert [a.continued_to for a in layout.articles] == ["第四版", None]


def test_a_headline_and_its_jump_line_may_share_a_line() -> None:
    page = f"跨江大桥昨日合龙 （上接第一版）{BRIDGE}\n"
    article = read(page).articles[0]
    assert (article.type, article.headline and article.headline.text) == ("continuation", "跨江大桥昨日合龙")
    assert [p.text for p in article.paragraphs] == [BRIDGE]


def test_jump_lines_are_taken_out_and_told() -> None:
    page = f"跨江大桥昨日合龙\n\n（上接第一版）{BRIDGE}\n\n（下转第四版）\n"
    article = read(page).articles[0]
    assert (article.type, article.continued_from, article.continued_to) == ("continuation", "第一版", "第四版")
    assert [p.text for p in article.paragraphs] == [BRIDGE]


@pytest.mark.parametrize("cut", range(1, 7))
def test_a_jump_line_is_taken_out_whole_where_it_goes_over_two_lines(cut: int) -> None:
    text = f"本报讯（记者 程龙）{BRIDGE}{MARKET}"
    # A line of 20 ends so many characters into the jump line.
    text = text[: len(text) // 20 * 20 - cut - 1] + "。"
    wrapped = [f"{text}（下转第四版）"[at : at + 20] for at in range(0, len(text) + 7, 20)]
    page = "\n".join(["跨江大桥昨日合龙", *wrapped, ""])
    article = read(page).articles[0]
    assert (article.continued_to, [p.text for p in article.paragraphs]) == ("第四版", [text])


def test_furniture_is_no_text_and_gives_day_and_paper() -> None:
    page = f"江城日报  2024年6月18日  星期二  第06版  民生\n\n跨江大桥昨日合龙\n\n本报讯（记者 程龙）{BRIDGE}\n\n本版责编：江  舟  校对：何  杉\n"
    layout = read(page)
    assert str(layout.document.date) == "2024-06-18"
    assert layout.document.paper == "江城日报"
    assert "责编" not in layout.flow.text
    assert "星期二" not in layout.flow.text


@pytest.mark.parametrize(
    "line",
    ["2024年6月18日 星期二 第6版", "第6版 民生 2024年6月18日", "江城日报 2024.06.18", "民生 A06 2024-06-18"],
)
def test_the_day_stands_at_either_edge_of_a_page(line: str) -> None:
    story = f"跨江大桥昨日合龙\n本报讯（记者 程龙）{BRIDGE}"
    for page in (f"{line}\n{story}\n", f"{story}\n{line}\n"):
        layout = read(page)
        assert str(layout.document.date) == "2024-06-18"
        assert outline(layout)[0][2] == "跨江大桥昨日合龙"


@pytest.mark.parametrize(
    "line", ["2024年6月18日，大桥正式开工。", "2024年6月18日起全市限行", "活动时间：2024年6月18日 星期二 上午9时"]
)
def test_a_day_in_the_text_is_not_the_pages(line: str) -> None:
    assert read(f"跨江大桥昨日合龙\n本报讯（记者 程龙）{BRIDGE}\n{line}\n").document.date is None


def test_a_given_day_is_not_overruled() -> None:
    page = f"江城日报  2024年6月18日  星期二\n\n跨江大桥昨日合龙\n\n本报讯（记者 程龙）{BRIDGE}\n"
    assert lay_out(Document("page", page, date=date(2020, 1, 2))).document.date == date(2020, 1, 2)


def test_a_second_printing_is_told_and_left_out_of_the_flow() -> None:
    first, again = f"记者注意到，{MARKET}", f"记者了解到，{MARKET}"
    layout = read(f"城东早市恢复开放\n\n本报讯（记者 王敏）{BRIDGE}\n\n{first}\n\n{again}\n")
    assert layout.articles[0].repeats == ((7, 7),)
    assert layout.flow.text.count("摊位120个") == 1
    assert layout.articles[0].paragraphs[-1].text == again


def test_an_interview_is_one_story() -> None:
    page = "一位修表匠的四十年\n\n本报记者 许隽\n\n记者：您是怎么入行的？\n\n周永年：跟着父亲学的手艺，那时候表是大件。\n\n记者：有没有收徒弟？\n\n周永年：收过两个，都没坐住。\n"
    assert len(read(page).articles) == 1


TABLE = ["品种　　　价格（元/公斤）　　涨跌", "大白菜　　1.20　　-0.10", "土豆　　　2.35　　+0.05"]


@pytest.mark.parametrize("more", [[], ["城东早市恢复开放", f"本报讯（记者 王敏）{MARKET}"]], ids=["page", "story"])
def test_a_table_at_the_end_of_a_text_is_a_notice_of_its_own(more: list[str]) -> None:
    layout = read("\n".join(["跨江大桥昨日合龙", f"本报讯（记者 程龙）{BRIDGE}", "昨日批发价格", *TABLE, *more]) + "\n")
    assert outline(layout)[:2] == [("article", (1, 2), "跨江大桥昨日合龙"), ("notice", (3, 6), "昨日批发价格")]
    assert [p.text for p in layout.articles[1].paragraphs] == TABLE


def test_a_table_inside_a_story_is_its_text() -> None:
    page = ["跨江大桥昨日合龙", "本报记者 程龙", BRIDGE, "各桥长度", *TABLE, BRIDGE[:60] + "。", MARKET]
    assert [lines for _, lines, _ in outline(read("\n".join(page) + "\n"))] == [(1, 9)]


def test_a_writers_name_behind_the_last_sentence_ends_a_story() -> None:
    layout = read(f"跨江大桥昨日合龙\n{BRIDGE}（刘婷）\n城东早市恢复开放\n{MARKET}（马国强、吴倩）\n")
    assert [[b.name for b in a.bylines] for a in layout.articles] == [["刘婷"], ["马国强", "吴倩"]]


@pytest.mark.parametrize("last", ["（通讯员 程龙）", "\n\n（通讯员 程龙）"], ids=["in the last line", "under it"])
def test_a_story_signed_at_its_end_has_but_one_end(last: str) -> None:
    dated = f"江东老街年内改造\n\n本报讯（记者 周平）{LID}\n\n江西新桥年内开工\n\n本报讯（记者 李平）{LID}\n\n"
    signed = f"跨江大桥昨日合龙\n\n{BRIDGE}（通讯员 王敏）\n\n大桥两岸增开公交\n居民出行更加方便\n\n{BUSES}{last}\n"
    assert [headline for _, _, headline in outline(read(dated + signed))][2:] == [
        "跨江大桥昨日合龙",
        "大桥两岸增开公交 居民出行更加方便",
    ]


def test_a_library_may_credit_the_photo_from_its_files() -> None:
    page = f"城东早市恢复开放\n{MARKET}\n\n昨日，大桥合龙。 资料图片/CFP\n\n跨江大桥昨日合龙\n本报讯（记者 程龙）{BRIDGE}\n"
    assert [kind for kind, _, _ in outline(read(page))] == ["article", "photo", "article"]


@pytest.mark.parametrize("credit", ["王芳 漫画", "漫画 王芳", "漫画：王芳", "插图/王芳", "王芳绘"])
def test_a_cartoon_is_a_picture(credit: str) -> None:
    layout = read(
        f"跨江大桥昨日合龙\n本报讯（记者 程龙）{BRIDGE}\n挤一挤\n{credit}\n城东早市恢复开放\n本报讯（记者 王敏）{MARKET}\n"
    )
    assert [(a.type, a.lines) for a in layout.articles] == [("article", (1, 2)), ("photo", (3, 4)), ("article", (5, 6))]
    assert [b.name for b in layout.articles[1].bylines] == ["王芳"]


def test_the_title_over_a_caption_opens_the_photo() -> None:
    caption = "4月10日，茶农在龙坞镇采摘明前茶，预计产干茶420吨。"
    page = f"跨江大桥昨日合龙\n本报记者 程龙\n{BRIDGE}\n{MARKET}\n春茶开采\n{caption}\n郑东 黄海 摄\n"
    assert outline(read(page))[1:] == [("photo", (5, 7), "春茶开采")]


@pytest.mark.parametrize("title", ["统筹规划科学合理", "城市更新怎样设计", "跨江大桥设计展开幕"])
def test_a_headline_at_the_edge_of_the_page_is_no_editors_line(title: str) -> None:
    page = f"第17版 民生\n\n{title}\n\n本报讯（记者 程龙）{BRIDGE}\n\nB03 财经·科技\n"
    assert [headline for _, _, headline in outline(read(page))] == [title]


@pytest.mark.parametrize("header", ["第二版  经济", "第十二版", "第4版 经济"])
def test_the_number_of_the_page_may_stand_over_its_day(header: str) -> None:
    page = f"{header}\n１９９８年１月２４日  星期六\n\n跨江大桥\n昨日合龙\n　　本报讯　{BRIDGE}\n"
    assert outline(read(page)) == [("article", (4, 6), "跨江大桥 昨日合龙")]


def test_the_contents_of_the_paper_at_the_head_of_a_page_are_furniture() -> None:
    contents = "国内足球转会开锣（七版）\n冬奥会代表团成立（第3版）"
    page = f"第八版　体育\n今日要目\n{contents}\n\n跨江大桥\n昨日合龙\n　　本报讯　{BRIDGE}\n"
    assert outline(read(page)) == [("article", (6, 8), "跨江大桥 昨日合龙")]


def test_the_name_of_a_section_may_stand_over_the_header() -> None:
    page = f"读者来信\n第05版  2022年9月6日  星期二\n路灯该修了\n{LID}\n安徽肥西县  刘  洋\n"
    assert [headline for _, _, headline in outline(read(page))] == ["路灯该修了"]


def test_where_to_call_is_no_headline() -> None:
    page = f"招标公告\n{LID}\n联系人：吕先生　电话：0311-7654321\n跨江大桥昨日合龙\n本报记者 程龙\n{BRIDGE}\n"
    assert outline(read(page)) == [("notice", (1, 3), "招标公告"), ("article", (4, 6), "跨江大桥昨日合龙")]


@pytest.mark.parametrize("title", ["护林人：守住一片绿", "一个电话：找回走失老人"])
def test_a_colon_behind_a_word_is_no_address(title: str) -> None:
    page = f"跨江大桥昨日合龙\n本报讯（记者 程龙）{BRIDGE}\n{title}\n本报记者 王敏\n{MARKET}\n"
    assert [headline for _, _, headline in outline(read(page))] == ["跨江大桥昨日合龙", title]


@pytest.mark.parametrize("title", ["【数说】 城东早市恢复开放", "▲ 城东早市恢复开放 ▲ 摊位租金降三分之一"])
def test_what_adorns_a_headline_belongs_to_it(title: str) -> None:
    lines = title.replace("】 ", "】\n").replace("▲ 摊", "▲\n摊")
    page = f"跨江大桥昨日合龙\n本报讯（记者 程龙）{BRIDGE}\n{lines}\n本报讯（记者 王敏）{MARKET}\n"
    assert [headline for _, _, headline in outline(read(page))] == ["跨江大桥昨日合龙", title]


def test_a_label_over_text_is_a_heading_of_the_story() -> None:
    page = f"跨江大桥昨日合龙\n本报记者 程龙\n{BRIDGE}\n【新闻链接】\n{MARKET}\n"
    assert len(read(page).articles) == 1


def test_an_item_of_a_list_ends_with_its_line() -> None:
    items = [
        "茶叶产量",
        "1. 东岭县：31.2万吨，增长1.5%",
        "2. 西河县：24.85万吨，增长0.8%",
        "茶园面积",
        "1. 东岭县：120万亩，减少2%",
    ]
    torn = [BRIDGE[:70], BRIDGE[70:], MARKET[:60], MARKET[60:]]
    page = "\n".join(["跨江大桥昨日合龙", "本报讯（记者 程龙）" + torn[0], *torn[1:], *items]) + "\n"
    assert [p.text for p in read(page).articles[0].paragraphs][-5:] == items


def test_signed_pieces_stand_under_the_name_of_their_series() -> None:
    pieces = "●日前，城关镇清理卫生死角37处。（刘婷）\n●连日来，青石乡检查加油站12家，隐患已全部整改。（马国强）"
    layout = read(
        f"跨江大桥昨日合龙\n本报记者 程龙\n{BRIDGE}\n简讯\n{pieces}\n遗失声明\n鑫达商贸遗失公章一枚，声明作废。\n"
    )
    assert [lines for _, lines, _ in outline(layout)] == [(1, 3), (4, 6), (7, 8)]
    assert [b.name for b in layout.articles[1].bylines] == ["刘婷", "马国强"]


def test_the_editors_line_ends_a_signed_story() -> None:
    page = (
        f"跨江大桥昨日合龙\n来源：江城晚报 作者：白雪\n{BRIDGE}\n责任编辑：苏小小\n城东早市恢复开放\n{LID}\n{MARKET}\n"
    )
    layout = read(page)
    assert [headline for _, _, headline in outline(layout)] == ["跨江大桥昨日合龙", "城东早市恢复开放"]
    assert [[b.name for b in a.bylines] for a in layout.articles] == [["白雪"], []]


def test_a_notice_is_no_article() -> None:
    page = f"跨江大桥昨日合龙\n\n本报讯（记者 程龙）{BRIDGE}\n\n遗失声明\n\n鑫达商贸有限公司遗失公章一枚，声明作废。\n"
    assert [a.type for a in read(page).articles] == ["article", "notice"]


def test_names_of_a_traditional_page_come_back_as_printed() -> None:
    page = "東區走廊連環撞\n【本報訊】（記者 陳大文）東區走廊昨晨發生四車連環相撞意外，三名男女受傷送院，警方正調查意外原因。\n"
    article = read(page).articles[0]
    assert [b.name for b in article.bylines] == ["陳大文"]
    assert article.dateline is not None
    assert article.dateline.text == "本報訊"


def test_a_continuation_finds_its_beginning_by_the_pages_named() -> None:
    first = read(f"第01版：要闻\n\n跨江大桥昨日合龙\n\n本报讯（记者 程龙）{BRIDGE[:-20]}\n\n（下转第四版）\n")
    fourth = read(f"第04版：综合\n\n（上接第一版）{BRIDGE[20:]}\n")
    (joint,) = join_layouts([first, fourth])
    assert (joint.beginning, joint.continuation) == ((0, 0), (1, 0))


def test_a_continuation_of_another_story_stays_alone() -> None:
    first = read(f"第01版：要闻\n\n跨江大桥昨日合龙\n\n本报讯（记者 程龙）{BRIDGE}\n")
    fourth = read(f"第04版：综合\n\n城东早市恢复开放\n\n（上接第二版）{MARKET}\n")
    assert join_layouts([first, fourth]) == ()


def test_every_offset_leads_back_to_the_print() -> None:
    text = f"跨江大桥昨日合龙\n\n本报讯（记者 程龙）{BRIDGE[:50]}\n\n{BRIDGE[50:]}\n"
    layout = read(text)
    flow = layout.flow
    assert len(flow.text) == len(flow.printed)
    for offset, character in enumerate(flow.printed):
        if character != "\n":
            assert text[flow.origin(offset)] == character


def spans(article: Article) -> list[tuple[int, int]]:
    """Return the flow offsets of an article's parts, in order."""
    return [(article.start, article.headline_end), *[(p.start, p.end) for p in article.paragraphs]]


def test_the_flow_holds_each_part_where_the_article_says() -> None:
    layout = read(f"跨江大桥昨日合龙\n\n本报讯（记者 程龙）{BRIDGE}\n\n城东早市恢复开放\n\n{MARKET}\n")
    for article in layout.articles:
        for paragraph in article.paragraphs:
            assert layout.flow.printed[paragraph.start : paragraph.end] == paragraph.text
            assert layout.flow.printed[paragraph.end] == "\n"
        ordered = spans(article)
        assert ordered == sorted(ordered)
        assert layout.flow.printed[article.end : article.end + 1] == "\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n" * 200_000,
        " " * 200_000,
        "“\n" * 5_000,
        "(" * 100_000,
        "标题\n" * 5_000,
        "张三 摄\n" * 5_000,
        "一二三，四五六。" * 50_000,
        "\u200b\n\u200b\n",
    ],
    ids=["empty", "blank lines", "spaces", "quotes", "brackets", "titles", "credits", "one line", "zero width"],
)
def test_any_page_comes_back_soon(text: str) -> None:
    start = process_time()
    read(text)
    assert process_time() - start < 5


def test_every_weight_says_why() -> None:
    assert all(reason and -10 <= weight <= 10 for weight, reason in WEIGHTS.values())


def test_an_article_tells_why_it_begins_where_it_does() -> None:
    layout = read(f"跨江大桥昨日合龙\n\n本报讯（记者 程龙）{BRIDGE}\n")
    assert layout.articles[0].evidence[0] == "dateline under it"

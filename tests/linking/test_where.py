"""Where a fact holds."""

from __future__ import annotations

import pytest

from tests.linking.reading import facts_of, places_of

PLACES = {
    "该县在湖州市德清县乾元镇建成5座大棚。": "乾元镇",
    "6月，西湖区新增企业300家，注册资本20亿元。": "西湖区 | 西湖区",
    "西湖区技术交易额376亿元，居全省第二。": "西湖区 | 西湖区",
    "5辆无人配送车在南湖区投用。": "南湖区",
    "嘉兴市企业主要向印度和新加坡出口纺织品，出口规模达20亿元。": "嘉兴市",
    "目前，全国共有学校50万所。": "中国",
    "西湖区举办比赛。她超过了巴黎奥运会冠军的成绩，引来观众300人。": "西湖区",
    "华东地区销售额增长3%，东北地区增长4%，东部10省市增长5%。": "华东 | 东北地区 | 东部10省市 | 东部10省市",
    "美国西部地区失业率为5%。": "美国",
    "西安接待游客5万人次。以北京为例，北京旅游市场依旧红火，全市接待游客779万人次。": "西安市 | 北京市",
    "肥东县供电局负责人说，全县有3.5万户居民用电。": "肥东县",
    "西安接待游客5万人次。游客来自北京、上海，全市新增酒店6家。": "西安市 | 西安市",
    "房山区降雨，北运河流域降水量64毫米，蓟运河流域18毫米。": "北运河流域 | 蓟运河流域",
    "美股三大指数收盘上涨，道指涨0.5%。": "美国",
    "今年宁波口岸进口智利车厘子2万吨，货值5亿元。": "宁波市 | 宁波市",
    "义乌市出口美国玩具80万件。": "义乌市",
    "金华、衢州和丽水分别新增企业10家、20家和30家。": "金华市 | 衢州市 | 丽水市",
    "金华、衢州、丽水三市的新房价格分别下降2%、3%和4%。": "金华市 | 衢州市 | 丽水市",
    "金华、衢州两市的粮食产量和蔬菜产量分别增长2%和3%。": "衢州市 | 衢州市",
    "金华市对美国、日本出口分别增长2%和3%。": "金华市 | 金华市",
    "衢州市柯城区、衢江区分别建成驿站10个和20个。": "柯城区 | 衢江区",
    "湖州、嘉兴两地气象台称，最高气温和最低气温分别为35度和28度。": "湖州市 | 湖州市",
    "金华市分别新增企业10家和个体户20户。": "金华市 | 金华市",
}


@pytest.mark.parametrize(("text", "reads"), PLACES.items())
def test_the_clause_or_the_sentence_says_where(text: str, reads: str) -> None:
    kept = [f for f in facts_of(text) if not f.quantity.weak and f.surface != "三大"]
    assert " | ".join(f.place or "-" for f in kept) == reads


def test_an_organ_of_a_division_is_none_of_the_state() -> None:
    assert places_of("统计公布\n\n据省统计局消息，全省有企业300家。") == "-"
    assert places_of("统计公布\n\n据统计局消息，有企业300家。") == "中国"


def test_the_story_returns_from_its_province_to_its_city() -> None:
    text = "菜价回落\n\n春节后，衢州市菜场开市，摊位300个。\n浙江省批发价回落5%。\n白菜卖到4元。\n"
    assert places_of(text) == "衢州市 | 浙江省 | 衢州市"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("该区老年人13万人，高出全国平均水平5个百分点。", "- | 中国"),
        ("公司员工达到1200人，全球市场占有率达到31%。", "- | 全球"),
        ("检查组先后赴杭州、宁波、温州等6个市，检查了38家企业。", "- | -"),
        ("走私冻品1128吨，涉及巴西、美国等7个国家。抓获嫌疑人23名。", "- | - | -"),
        ("今年，全国粮食播种17亿亩，增长5%。", "中国 | 中国"),
        ("在全国数学竞赛中，我省选手获得4枚金牌。", "-"),
        ("衢州市档案馆获奖。“全国文化系统先进集体”是最高荣誉，每4年评选一次。", "中国"),
        ("全村人均收入2万元，获得“全国文明村”等30多项荣誉。", "- | -"),
    ],
)
def test_what_is_only_compared_or_listed_is_no_scene(text: str, places: str) -> None:
    assert places_of(text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("晋城脱贫\n\n高平、泽州、阳城3个县建成。80个乡镇也已达标。", "晋城市 | 晋城市"),
        ("浙江楼市\n\n金华、衢州、丽水三市的新房价格分别下降2%、3%和4%。", "金华市 | 衢州市 | 丽水市"),
        ("焦作农业\n\n博爱县有占地15亩的法国温棚和20座大棚。", "博爱县 | 博爱县"),
        ("焦作农业\n\n企业已把30家分店开在法国，订购10架德国客机。", "法国 | 法国"),
        ("黄土高原飞彩虹 太原市政工程院善架桥\n\n去年设计大桥4座。", "太原市"),
    ],
)
def test_what_is_counted_or_imported_is_no_scene(text: str, places: str) -> None:
    assert places_of(text) == places


def test_our_city_is_the_one_that_the_page_is_at_home_in() -> None:
    page = "金华修路\n\n本报讯 金华市婺城区和金东区修路300公里，金华市东阳市修路20公里。\n\n车位增加\n\n本报讯 昨天获悉，今年我市将新建车位2万个。\n"
    assert places_of(page).split(" | ")[-1] == "金华市"


def test_the_headline_says_where_when_the_text_does_not() -> None:
    assert places_of("衢州推动企业复工\n\n截至上午，走访企业30家。") == "衢州市"


def test_our_province_is_the_one_the_dateline_lies_in() -> None:
    assert places_of("外贸回暖\n\n本报太原8月18日讯（记者 李明）7月份，我省实现进出口总值153亿元。") == "山西省"


def test_a_world_class_base_is_no_place() -> None:
    assert places_of("浙江建设世界级基地，培育企业20家。") == "浙江省"


def test_what_organs_of_the_state_do_holds_for_the_country() -> None:
    assert places_of("专项行动启动\n\n民政部表示，将资助学生3000名。") == "中国"


def test_a_code_comes_with_the_place() -> None:
    (fact,) = facts_of("杭州市西湖区有企业300家。")
    assert (fact.place, fact.code) == ("西湖区", "330106")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("美股三大指数收盘上涨，道指涨0.5%。", "US"),
        ("恒指上涨2%。", "810000"),
        ("巴黎罢工\n\n全国铁路停运三成。", "FR"),
    ],
)
def test_a_code_comes_with_the_country_that_a_word_stands_for(text: str, code: str) -> None:
    assert facts_of(text)[-1].code == code


def test_the_court_of_the_lede_says_where_not_the_scene_of_the_crime() -> None:
    text = "骗走货款获刑\n\n昨天，通州区人民法院宣判此案，判处罚金4万元。\n法院查明，徐某在云南昆明提供银行卡7张。非法获利2万元。\n"
    assert places_of(text).split(" | ")[0] == "通州区"


STRIKE = "法国全国大罢工\n\n新华社巴黎12月9日电（记者 唐雷）{}"


@pytest.mark.parametrize(
    ("said", "place", "code"),
    [
        ("法国铁路公司说，全国高铁只能保证五分之一运力。", "法国", "FR"),
        ("公司说，国内航班减少300班。", "法国", "FR"),
        ("我国在当地有留学生300名。", "中国", "CN"),
    ],
)
def test_the_whole_country_is_that_of_the_story_and_ours_is_china(said: str, place: str, code: str) -> None:
    (fact,) = facts_of(STRIKE.format(said))
    assert (fact.place, fact.code) == (place, code)


def test_where_people_go_does_not_place_what_is_told_of_home() -> None:
    text = "公民出境人数增加\n\n去年批准我国公民出境256万人次，其中批准去香港、澳门82万人次。批准边境游67万人次。"
    assert places_of(text) == "中国 | 中国 | 中国"


def test_the_product_of_a_nation_is_a_measure_and_places_nothing() -> None:
    assert places_of("菲律宾政府宣布，国内生产总值增长目标降至4%。") == "菲律宾"


def test_each_report_of_a_gathered_story_plays_where_it_was_filed() -> None:
    text = (
        "各地调整增长目标\n\n据新华社雅加达1月23日电（记者 李明）政府决定削减开支5%。\n"
        "据新华社马尼拉1月23日电（记者 王强）政府宣布，增长目标降至4%。\n今年通货膨胀率预计达7%。\n"
    )
    assert places_of(text) == "雅加达 | 马尼拉 | 马尼拉"


def test_what_a_nation_makes_of_it_does_not_outweigh_the_police_of_the_city() -> None:
    text = "大案告破\n\n530包木材摆在桌上，为我国最大宗走私案。\n广州市公安局昨日宣布，抓获嫌疑人9名。"
    assert places_of(text).endswith("广州市")


def test_brands_from_home_and_abroad_are_no_place() -> None:
    assert places_of("海口市建成新城，超过800个国内外知名品牌入驻。") == "海口市"


def test_a_road_is_no_place_of_a_fact() -> None:
    text = "警方在南宁市明秀路抓获3人。与此同时，在唐山路某住宅缴获木材40块。"
    assert places_of(text) == "南宁市 | 南宁市"


def test_a_headline_on_the_world_speaks_for_its_story() -> None:
    text = "全球企业兼并创纪录\n\n新华社纽约1月1日电（记者 李明）去年并购总额高达12023亿美元。"
    assert places_of(text) == "全球"


def test_what_the_capital_files_of_the_province_plays_in_the_province() -> None:
    text = "科技工作队下乡\n\n本报昆明1月10日电（记者 李明）云南省举行出征仪式。今年派出工作队30支。"
    assert places_of(text) == "云南省"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("截止8月中旬，一份对东莞市587家企业的调研结束。", "东莞市"),
        ("住房建设成绩\n\n本报北京1月14日讯 国家教委介绍，四年投资542亿元。", "中国"),
        ("农业丰收\n\n对外贸易经济合作部发言人说，出口肉类50万吨。", "中国"),
    ],
)
def test_who_is_asked_and_which_ministry_says_so_tell_where(text: str, place: str) -> None:
    assert places_of(text).split(" | ")[-1] == place


def test_a_story_on_one_country_tells_of_no_city_of_another() -> None:
    text = "埃及治理沙漠\n\n水渠流到绿洲，构成新三角洲。扬水站高达54米。"
    assert places_of(text) == "埃及"


def test_the_zone_of_a_city_is_of_the_city_and_its_inside_is_no_county() -> None:
    text = "新区周年\n\n一年前，中国（上海）自贸试验区揭牌成立。揭牌至今，综合保税区内新注册项目163个。"
    assert places_of(text).split(" | ")[-1] == "上海市"


def test_the_one_city_of_a_province_in_the_headline_is_where_the_story_plays() -> None:
    assert places_of("广东高考月底放榜 广州昨日2000余人缺考\n\n高考昨日开考。启用考场25间。\n") == "广州市 | 广州市"


def test_the_country_speaks_no_further_than_its_paragraph_in_a_story_of_one_town() -> None:
    text = "港口开通新航线\n\n昨天，南沙区的码头启用。这是全国第七个同类码头，设有泊位8个。\n目前，码头开通航线9条。\n"
    assert places_of(text).split(" | ")[-1] == "南沙区"


def test_the_country_speaks_on_in_a_story_filed_from_the_capital() -> None:
    text = "水库安全度汛\n\n新华社北京7月2日电（记者 李明）全国有水库9万座。\n目前，除险加固的有300座。\n"
    assert set(places_of(text).split(" | ")) == {"中国"}


def test_the_whole_country_of_a_story_told_of_a_foreign_state_is_not_china() -> None:
    text = "校园流感\n\n校方说，加利福尼亚州有30名学生患病。\n调查显示，全国超过2000名学生有症状。\n"
    assert places_of(text).split(" | ")[-1] == "美国"


def test_the_whole_country_of_an_organ_of_our_state_is_china_in_a_story_told_abroad() -> None:
    text = "曼谷游客增多\n\n曼谷机场说，旅客增加3000人。\n文化和旅游部通知，全国800家旅行社恢复业务。\n"
    assert places_of(text).split(" | ")[-1] == "中国"


def test_a_road_called_after_a_city_does_not_make_a_page_its_own() -> None:
    page = "太原修路\n\n昆明路、西延路快速路总投资20亿元，昆明路全长5公里，昆明路西起三环。\n\n车位增加\n\n本报讯 昨天获悉，今年我市将新建车位2万个。\n"
    assert places_of(page).split(" | ")[-1] == "太原市"


def test_a_story_that_names_one_city_again_and_again_returns_to_it() -> None:
    text = "本报讯 厦门岛将再添通道。厦门市发改委昨天批复，厦门第二通道动工，是厦门的大事。\n海沧区投资3亿元。\n隧道长6公里。"
    assert places_of(text) == "海沧区 | 厦门市"
    other = "本报讯 厦门岛将再添通道。厦门市发改委昨天批复。\n漳州市投资3亿元。\n隧道长6公里。"
    assert places_of(other) == "漳州市 | 漳州市"


def test_the_city_that_a_story_names_again_and_again_is_its_scene_within_the_province_of_the_lede() -> None:
    text = "本报讯 甘肃农村彩礼高涨。通渭县干部下乡，通渭的风气好转，通渭人满意。\n过门掏出7万元。"
    assert places_of(text) == "通渭县"
    assert places_of(text.replace("通渭的", "天水市的").replace("通渭人", "陇南人")) == "甘肃省"


def test_a_city_with_namesakes_makes_a_page_its_own_too() -> None:
    page = "西安修路\n\n快速路总投资20亿元。\n\n车位增加\n\n本报讯 昨天获悉，今年我市将新建车位2万个。\n"
    assert places_of(page).split(" | ")[-1] == "西安市"

"""Places in running text: each case reads surface=code, in order; a dash where no code is given."""

from __future__ import annotations

from datetime import date

import pytest

from newscli.extractors.place import find_places
from newscli.model import Article, Document, Flow, Layout


def page(text: str, day: date | None = None, paper: str | None = None) -> Layout:
    article = Article(1, "article", (1, 1), 0, len(text))
    return Layout(Document("-", text, date=day, paper=paper), Flow(text, text, (0,), (0,)), (article,))


def reading(text: str, day: date | None = None) -> str:
    found = find_places(page(text, day))
    return " ".join(f"{text[m.start : m.end]}={m.value.code or '-'}" for m in found if not m.value.in_name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者在金华市婺城区采访。", "金华市=330700 婺城区=330702"),
        ("赶赴河南太康、鹿邑等地招工", "河南=410000 太康=411627 鹿邑=411628"),
        ("推动嘉兴、衢州、绍兴、台州等市协作", "嘉兴=330400 衢州=330800 绍兴=330600 台州=331000"),
        ("丽水市云和县石塘镇的茶农", "丽水市=331100 云和县=331125 石塘镇=331125101"),
        ("黄海南部有大风。", "黄海=-"),
        ("他从北京飞往东京。", "北京=110000 东京=-"),
        ("本报格拉茨（奥地利）3月2日电".translate(str.maketrans("（）", "()")), "格拉茨=- 奥地利=AT"),
        ("巴西南里奥格兰德州播种进度", "巴西=BR 南里奥格兰德州=-"),
        ("河北张北、尚义县乡镇已动员起来", "河北=130000 张北=130722 尚义县=130725"),
        ("北海村的苹果", "北海村=450500"),
        ("山东东平湖库区", "山东=370000 东平湖=370923"),
        ("山东省莱阳市城厢街道办事处西关村", "山东省=370000 西关村=370682001"),
        ("韩国京畿道和当年的太岳区", "韩国=KR 京畿道=- 太岳区=-"),
        ("江苏沿海：台风移入东海", "江苏=320000 东海=-"),
        ("江苏东海的水晶", "江苏=320000 东海=320722"),
        ("组织2000余名山区干部", ""),
        ("本报西安1月4日电西安市政府召开会议", "西安=610100"),
        ("某公司驻桂林办事处", "桂林=450300"),
        ("游人去板房沟、天后庙", "板房沟=- 天后庙=-"),
        ("敦煌的壁画与灵寿的石材", "敦煌=620982 灵寿=130126"),
        ("青岛港吞吐量突破一亿吨", "青岛港=370200"),
        ("上海港口繁忙", "上海=310000"),
        ("汕头市区人均住房", "汕头=440500"),
        ("河北省市县三级", "河北省=130000"),
        ("本报讯湖北农民增收", "湖北=420000"),
        ("1996年华西村实现总产值2亿元", "华西村=-"),
        ("内蒙古伊利集团", ""),
        ("内蒙古阿盟的草原", "内蒙古=150000"),
        ("合肥大红灯笼高高挂", "合肥=340100"),
        ("拒马河流域普降大雨", "拒马河流域=-"),
        ("波恩市郊的别墅在法国圣路易斯市的街上", "波恩=- 法国=FR 圣路易斯市=-"),
        ("受教育生于四川。", "四川=510000"),
        ("陕西·西安会场", "陕西=610000 西安=610100"),
        ("总统本·阿里发言", ""),
        ("肥西县丰乐镇林业站", "肥西县=340123"),
        ("山西晋中今天下雨", "山西=140000 晋中=140700"),
        ("浙江省云和县石塘镇西村村民们", "浙江省=330000 云和县=331125 石塘镇=331125101 西村=331125101"),
        ("黑龙江省五常市民乐乡的水稻", "黑龙江省=230000 五常市=230184 民乐乡=230184"),
        ("河南邓州赵集乡的农民", "河南=410000 邓州=411381 赵集乡=411381"),
        ("像友谊村这样的村", ""),
        ("日照东港的企业", "日照=371100 东港=371102"),
        ("河南新乡的企业", "河南=410000 新乡=410700"),
        ("云南昭通镇雄的企业", "云南=530000 昭通=530600 镇雄=530627"),
        ("北方的日照东边强", ""),
        ("拉萨隆重庆祝", "拉萨=540100"),
        ("欧洲语言", "欧洲=-"),
        ("总统希门尼斯发言", ""),
        ("广西桂林的何永福说", "广西=450000 桂林=450300"),
        ("据广西任永福介绍", "广西=450000"),
        ("村民从广西永福了解到", "广西=450000 永福=450326"),
        ("湖南省长沙市", "湖南省=430000 长沙市=430100"),
        ("海淀的鼓楼旁", "海淀=110108"),
        ("泉州通报泄漏", "泉州=350500"),
        ("尼罗河三角洲和新三角洲", "尼罗河三角洲=-"),
        ("闻喜营造百村书库", "闻喜=140823"),
        ("埃塞的咖啡和孟加拉虎", "埃塞=ET"),
        ("日照至兰考高铁开通", "日照=371100 兰考=410225"),
        ("丰台区政府和海淀区委", ""),
        ("云南昆明提供银行卡23张", "云南=530000 昆明=530100"),
        ("飞抵尼斯参展", "尼斯=-"),
        ("住在北横东街9号楼", "北横东街=-"),
        ("评为山东专利村", "山东=370000"),
        ("加拿大银行注销账户", "加拿大=CA"),
        ("原青岛警备区政委", ""),
    ],
)
def test_names_end_where_the_next_word_begins(text: str, expected: str) -> None:
    assert reading(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海口建成新城3座", "海口=460100"),
    ],
)
def test_names_of_cities_stand_where_no_word_runs_across(text: str, expected: str) -> None:
    assert reading(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "复合肥料涨价",
        "没有出海口",
        "发展乡镇企业",
        "建设秀美乡村",
        "建设小城镇",
        "文旅惠民补贴",
        "弘扬中华美德",
        "比赛顺利通过了预赛",
        "推动经济社会和平发展",
        "市场建设稳步推进",
        "农民收入大大丰富",
    ],
)
def test_words_are_not_places(text: str) -> None:
    assert reading(text) == ""


def test_the_year_of_the_page_decides_the_code() -> None:
    assert reading("杭州下城区举行招聘会", date(2019, 3, 1)) == "杭州=330100 下城区=330103"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浙江大学与金华市签约", "浙江!=330000 金华市=330700"),
        ("记者杜金华到访", "金华!=330700"),
        ("朝鲜族群众和西藏牧民", "西藏=540000"),
        ("衢州市档案馆搬迁", "衢州市=330800"),
        ("义乌市民在河南太康", "义乌=330782 河南=410000 太康=411627"),
        ("德清县城面积不大", "德清=330521"),
        ("路过北京路和解放路", "北京路!=-"),
        ("南京的浦口经开区落户企业", "南京=320100 浦口经开区=320111"),
    ],
)
def test_what_does_not_locate_is_marked(text: str, expected: str) -> None:
    found = find_places(page(text))
    assert (
        " ".join(f"{text[m.start : m.end]}{'' if m.value.locates else '!'}={m.value.code or '-'}" for m in found)
        == expected
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浙江金华：义乌市推进改革，义乌企业受益，全市出口增长", "330782"),
        ("本报太原讯，我省外贸增长", "140000"),
        ("湖南省永州市双牌县遭遇暴雨，该县启动预案", "431123"),
        ("浙江嘉兴的学生到省城参赛", "330100"),
        ("内蒙古通辽发布消息，全区粮食丰收", "150000"),
        ("南京市玄武区举办活动，全区居民参加", "320102"),
    ],
)
def test_a_pointer_means_the_unit_spoken_of(text: str, expected: str) -> None:
    assert [m.value.code for m in find_places(page(text)) if m.rule == "reference.pointer"] == [expected]


@pytest.mark.parametrize("place", ["北京", "天津", "上海", "重庆", "香港", "澳门", "欧洲", "日本东京"])
def test_no_capital_is_made_up_where_a_province_has_none(place: str) -> None:
    assert [m.value.code for m in find_places(page(f"{place}旅客到省会转机")) if m.rule == "reference.pointer"] == []


def test_the_capital_is_that_of_the_province_beside_a_municipality() -> None:
    pointers = [m for m in find_places(page("北京、上海和河北邢台的客人到省会观礼")) if m.rule == "reference.pointer"]
    assert [m.value.code for m in pointers] == ["130100"]


@pytest.mark.parametrize(
    ("paper", "home", "expected"),
    [(None, None, None), ("长春日报", None, "220104"), (None, "北京", "110105")],
)
def test_the_home_area_decides_between_namesakes(paper: str | None, home: str | None, expected: str | None) -> None:
    found = find_places(page("朝阳区举办招聘会", paper=paper), home=home)
    assert [m.value.code for m in found] == [expected]
    assert bool(found[0].value.candidates) is (expected is None)


def test_a_city_and_the_prefecture_of_its_name_existed_side_by_side() -> None:
    assert reading("广西南宁今天下雨", date(1998, 1, 5)) == "广西=450000 南宁=450100"
    assert (
        reading("浙江台州今天下雨", date(1992, 1, 5)) == "浙江=330000 台州=332600"
    )  # the prefecture became the city in 1994


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("淮阴经济增长。江苏省淮阴市与外地合作", "淮阴=320800 江苏省=320000 淮阴市=320800"),
        ("淮阴区与淮阴的企业", "淮阴区=320804 淮阴=320804"),
        ("生于日照县,现在日照工作", "日照县=372825 日照=371100"),
    ],
)
def test_a_short_name_is_that_of_the_former_unit_which_the_page_names(text: str, expected: str) -> None:
    assert reading(text) == expected

"""The rules of this extractor: pattern, builder, examples and counter-examples."""

from __future__ import annotations

from newscli.extractors.quantity import amounts, guards, ranks, ratios
from newscli.extractors.quantity.lexicon import set_words
from newscli.extractors.quantity.numerals import FIGURES, HALF, HAN_LETTERS, NO_SEVERAL, SEVERAL
from newscli.model import Quantity
from newscli.rules.match import Matcher
from newscli.rules.pattern import one_pass
from newscli.rules.rule import Example, Rule, built

LETTERS = HAN_LETTERS + SEVERAL + HALF

NO_AMOUNTS = (
    "3·15晚会曝光",
    "985高校联盟",
    "301医院专家",
    "107国道改建",
    "2025届毕业生",
    "五年级2班学生",
    "零道高速项目部",
    "一点一点弯成",
    "一户一档管理",
    "第一、二、三次反围剿",
    "以2-1战胜对手",
    "实行百万吨死亡率考核",
    "做到七个着力",
    "十四届全国人大三次会议闭幕",
    "夺得男子100米自由泳金牌",
    "66公斤以下级比赛",
    "忙到12点,才收工",
    "乘坐8路公交车",
    "施工2标段完工",
    "真是九死一生",
    "上海六百城市店开张",
    "四轮驱动汽车",
    "一场接一场拼下来",
    "这一数字创四年来新高",
    "明天上半天有雨，下半天转晴",
    "一个又一个项目",
    "这一项目投产",
    "这一人数增长",
)

AMOUNT: Rule[Quantity] = Rule(
    name="quantity.amount",
    read=amounts.amount,
    triggers=FIGURES + LETTERS,
    examples=(
        Example("收集问题63个", "count 63 个"),
        Example("营业收入达2万亿元", "money 2000000000000 元 CNY"),
        Example("蒸汽用量是每小时11吨", "measure 11 吨 /小时"),
        Example("补助标准为5000元/亩", "money 5000 元 CNY /亩"),
        Example("支持资金30至50万元", "money 300000..500000 元 CNY range"),
        Example("通过3个月至6个月的周期", "duration 3..6 月 range"),
        Example("受灾群众3000多万人", "count 30000000.. 人 over"),
        Example("三成五受访者表示支持", "percent 35 %"),
        Example("发生6·2级地震", "measure 6.2 级"),
        Example("发生里氏六点二级地震", "measure 6.2 级"),
        Example("其中超1.1万辆已定损", "count 11000.. 辆 over"),
        Example("出版5部长篇小说", "count 5 部"),
        Example("一趟的成本至少150元", "money 150.. 元 CNY /趟 at_least"),
        Example("瘦肉卖到9元一市斤", "money 9 元 CNY /市斤"),
        Example("电价为每千瓦时0.8元", "money 0.8 元 CNY /千瓦时"),
        Example("人均预期寿命78.2岁", "measure 78.2 岁"),
        Example("均价1.5万元/㎡", "money 15000 元 CNY /㎡"),
        Example("租金50元/平方米·月", "money 50 元 CNY /平方米/月"),
        Example("一天跑200公里", "measure 200 公里 /天"),
        Example("时薪25元起", "money 25 元 CNY /小时"),
        Example("汇率跌至15000盾兑1美元", "money 15000 盾 IDR /美元"),
        Example("1欧元兑换1.08美元", "money 1.08 美元 USD /欧元"),
        Example("总数一千零五十万", "count 10500000"),
        Example("二十余万农民受益", "count 200000.. over"),
        Example("悬赏十万元征集线索", "money 100000 元 CNY"),
        Example("发出十万悬赏", "money 100000 元 CNY implied"),
        Example("上千品种出口", "count 1000.. over"),
        Example("月活用户超5亿", "count 500000000.. over"),
        Example("车祸致3死", "count 3 人 implied"),
        Example("一套茶具卖到85块", "money 85 元 CNY /套"),
        Example("吃饭花了三百块", "money 300 元 CNY"),
        Example("份子钱在百元左右", "money ~100 元 CNY"),
        Example("利润三人均分", "count 3 人"),
        Example("一所大学两千学生停课", "count 2000"),
        Example("推出五种类型", "count 5 种"),
        Example("确认这三只鸟", "count 3 只"),
    ),
    rejects=(
        "深入践行“四下基层”",
        "提供一站式服务",
        "统一部署",
        "编号为A02家",
        "90后创业者",
        "周三个人赛开赛",
        *NO_AMOUNTS,
    ),
)
SHARE: Rule[Quantity] = Rule(
    name="quantity.share",
    read=built(rf"(?P<whole>[{LETTERS}]++)分之", ratios.share),
    followers="分",
    triggers=LETTERS,
    examples=(
        Example("占全省的百分之三十", "percent 30 %"),
        Example("超过三分之二的受访者", "ratio 2/3.. over"),
    ),
    rejects=("第三分之路",),
)
HALVES: Rule[Quantity] = Rule(
    name="quantity.half",
    read=built("(?P<word>一半|半数|半)", ratios.half),
    triggers="半",
    openings=ratios.half_openings,
    examples=(
        Example("一半以上的企业参展", "ratio 1/2.. at_least"),
        Example("近半数受访者支持", "ratio ..1/2 nearly"),
        Example("到场人数过半", "ratio 1/2.. over"),
        Example("销量减少一半", "ratio 1/2"),
        Example("不足去年的一半", "ratio ..1/2 under"),
    ),
    rejects=("另一半留在家中", "半年完成", "近半年来", "年过半百", "通过半导体加工"),
)
QUOTIENT: Rule[Quantity] = Rule(
    name="quantity.quotient",
    read=built(r"(?P<upper>\d{1,4})/(?P<lower>\d{1,4})(?!\d)", ratios.quotient),
    followers="/",
    triggers=FIGURES,
    examples=(
        Example("面积约1/3的耕地", "ratio ~1/3"),
        Example("捐出1/3工资", "ratio 1/3"),
        Example("每枚含1/4盎司黄金", "measure 0.25 盎司 /枚"),
    ),
    rejects=("全天候24/7服务", "闯入1/8决赛", "刊于1/2版"),
)
PROPORTION: Rule[Quantity] = Rule(
    name="quantity.proportion",
    read=built(
        rf"(?P<upper>\d{{1,4}}(?:\.\d{{1,3}})?|[{LETTERS}]{{1,3}})(?:[:∶比]|-(?=\d+[战负胜]))(?P<lower>\d{{1,4}}(?:\.\d{{1,3}})?|[{LETTERS}]{{1,3}})(?![\d多])",
        ratios.proportion,
    ),
    followers=":∶比-",
    triggers=FIGURES + LETTERS,
    examples=(Example("师生比例为1:12", "ratio 1/12"), Example("按1∶3的比例面试", "ratio 1/3")),
    rejects=("主队以3:1获胜", "以九比零横扫对手", "前两局是21∶11和21∶9"),
)
MULTIPLE: Rule[Quantity] = Rule(
    name="quantity.multiple",
    read=built(r"翻了?", ratios.multiple),
    triggers="翻",
    examples=(Example("产值翻了两番", "ratio 2 番"), Example("收入实现翻番", "ratio 1 番")),
    rejects=("三番五次",),
)
FREQUENCY: Rule[Quantity] = Rule(
    name="quantity.frequency",
    read=built(
        rf"(?P<span>\d{{1,2}}|[{HAN_LETTERS}]{{1,3}})(?P<unit>个月|年|天|周|日|小时|分钟)[发开跑]?(?P<times>[{HAN_LETTERS}]{{1,2}}|\d{{1,2}})(?P<turn>次|届|趟|班|遍|回|评)",
        ratios.frequency,
    ),
    followers="个年天周日小分月",
    triggers=FIGURES + HAN_LETTERS,
    examples=(
        Example("特种设备六年一次的大检修", "count 1 次 /6年"),
        Example("一天三次消毒", "count 3 次 /天"),
        Example("每2分钟一班", "count 1 班 /2分钟"),
    ),
    rejects=("一年一度的盛会", "实行一天三班倒"),
    priority=1,
)
ORDINAL: Rule[Quantity] = Rule(
    name="quantity.ordinal",
    read=built("第 ?", ranks.ordinal),
    triggers="第",
    examples=(
        Example("技术交易额居全省第二", "rank 1 位".replace("1", "2")),
        Example("复旦大学排名全球第37位", "rank 37 位"),
        Example("雨量为1951年以来第二多", "rank 2 位"),
        Example("均温为历史同期第五高", "rank 5 位"),
        Example("登上世界第三高峰", "rank 3 位"),
        Example("江苏第一农业大市,农民增收", "rank 1 位"),
    ),
    rejects=(
        "第二天她收到通知",
        "德清县第四中学",
        "上接第一版",
        "第六次会议",
        "市第一高中",
        "设在第二多媒体教室",
        "第一大道通车",
        "第三人民大市场",
    ),
)
FIRST: Rule[Quantity] = Rule(
    name="quantity.first",
    read=built(
        r"首(?P<word>例|个|家|部|款|条|座|张|届|次|批|台|位|创|艘|架|支|套|项|所|单|笔|列|只|颗|辆|枚|片|口|宗|起|幅|册|门|份)(?![席都要先脑府富付])",
        ranks.first,
    ),
    triggers="首",
    examples=(Example("这是全省首例退出市场的企业档案", "rank 1 位"), Example("新车首次亮相街头", "rank 1 位 weak")),
    rejects=("首都机场", "首席专家"),
)
TOP: Rule[Quantity] = Rule(
    name="quantity.top",
    read=built(
        rf"前(?P<number>[{HAN_LETTERS}]{{1,3}}|\d{{1,4}})(?P<word>名|位|强|甲)?(?![{HAN_LETTERS}\d])", ranks.top
    ),
    triggers="前",
    examples=(Example("指数均居全省前三", "rank 1..3 位 top"), Example("在前10名中占据6席", "rank 1..10 位 top")),
    rejects=("前三季度出口增长", "提前一天完成"),
)
STRONGEST: Rule[Quantity] = Rule(
    name="quantity.strongest",
    read=built(rf"(?P<number>\d{{1,4}}|[{HAN_LETTERS}]{{1,3}})强", ranks.top),
    followers="强",
    triggers=FIGURES + HAN_LETTERS,
    examples=(Example("跻身排行榜150强", "rank 1..150 位 top"),),
    rejects=("发生5强震",),
)
LEADER: Rule[Quantity] = Rule(
    name="quantity.leader",
    read=built("榜首|冠军|亚军|季军|之首|第一(?=[,。])", ranks.leader),
    triggers="榜冠亚季之",
    examples=(Example("取代哈佛大学名列榜首", "rank 1 位"), Example("增速居全国之首", "rank 1 位")),
    rejects=("单项冠军企业",),
)
SET_WORD: Rule[Quantity] = Rule(
    name="quantity.set-word",
    read=guards.set_word,
    openings=set_words,
    examples=(),
    claims=("四套班子", "二手车", "三门峡市"),
    rejects=("四套班子深入一线", "二手车出口", "三门峡市"),
    priority=2,
)

RULES = (
    AMOUNT,
    HALVES,
    SET_WORD,
    SHARE,
    QUOTIENT,
    PROPORTION,
    MULTIPLE,
    FREQUENCY,
    ORDINAL,
    FIRST,
    TOP,
    STRONGEST,
    LEADER,
)
ANCHOR = one_pass(
    {
        LETTERS: f"{NO_SEVERAL}[{LETTERS}]*+",
        # The match ends where letters begin: 万 of 3万 is a numeral of its own where 3万 is read as none. One looks ahead
        # no further than sense goes, lest a page of 1万1万1万 be read to its end from each figure.
        "0-9": r"(?=([\d.万亿]{0,60}+))[\d.]*+",
        "第首前翻": "",
        "榜之": "首",
        "冠亚季": "军",
    }
)
MATCHER = Matcher(ANCHOR, RULES)

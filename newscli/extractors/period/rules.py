"""The rules of time expressions: where each begins, how it is read, examples and counter-examples."""

from __future__ import annotations

from newscli.extractors.period import builders
from newscli.extractors.period import lexicon as words
from newscli.extractors.period.builders import FIGURES
from newscli.extractors.period.clock import HAN
from newscli.rules.match import Matcher
from newscli.rules.pattern import one_pass
from newscli.rules.rule import Example, Rule

PART_FIRSTS = "".join(sorted({w[0] for w in words.DAY_PARTS.words}))
AGO_FIRSTS = FIGURES + HAN + "这近过未最今此前两百几数半"

EXPRESSION: Rule[bool] = Rule(
    name="period.date",
    read=builders.expression,
    triggers=f"{FIGURES}{HAN}〇零○正腊元前头第",
    openings=words.head_openings,
    examples=(
        Example("去年9月投产", "去年9月"),
        Example("1至7月出口增长", "1至7月"),
        Example("今年元旦至今走访企业", "今年元旦至今"),
        Example("2025—2026学年选派教师", "2025—2026学年"),
        Example("截止日期前的2015财年第二季度", "2015财年第二季度"),
        Example("预计8月2至4日有暴雨", "8月2至4日"),
        Example("将于2月6、7、8日亮相", "2月6、7、8日"),
        Example("定于3、4月间开工", "3、4月"),
        Example("正月十四开锣", "正月十四"),
        Example("1979年早春搬迁", "1979年早春"),
        Example("4日凌晨至傍晚有雨", "4日凌晨至傍晚"),
        Example("今年9月中非论坛举行", "今年9月"),
        Example("定于8 月 24 日复牌", "8 月 24 日"),
        Example("2023 年 11 月 23 日刊出", "2023 年 11 月 23 日"),
        Example("1985、1986、1987年连增", "1985"),
        Example("9日、10日两天停运", "9日、10日两天"),
        Example("元旦、春节期间客流增长", "元旦、春节期间"),
        Example("2024财年第三财季", "2024财年第三财季"),
        Example("1997-1998财政年度", "1997-1998财政年度"),
        Example("今天(10月28日)公布", "今天"),
        Example("1980年起实施", "1980年"),
        Example("雨量仅次于98年", "98年"),
        Example("与97年相比多两成", "97年"),
        Example("经历过98年特大洪水", "98年"),
        Example("03年闹非典", "03年"),
        Example("97年底迁入", "97年底"),
        Example("九八年发大水", "九八年"),
        Example("零三年建厂", "零三年"),
        Example("03年以来增长", "03年以来"),
        Example("98年的洪水", "98年"),
        Example("五一前交货", "五一前"),
        Example("一九八六至一九九0年建成", "一九八六至一九九0年"),
        Example("二00八年通车", "二00八年"),
        Example("6月30至7月4日连降暴雨", "6月30至7月4日"),
        Example("十二月三十至一月二日停业", "十二月三十至一月二日"),
        Example("在春节前售出2万件", "春节前"),
        Example("2014年春节后复工", "2014年春节后"),
        Example("今年“双11”成交额", "今年“双11”"),
        Example("国庆假期前三天车流量", "国庆假期前三天"),
        Example("春节假期第一天到访", "春节假期第一天"),
        Example("去年双十一期间揽件", "去年双十一期间"),
        Example("“双12”销量翻番", "“双12”"),
        Example("节日期间加开列车", "节日期间"),
        Example("节假日期间加开列车", "节假日期间"),
        Example("13日15时至16时停水", "13日15时至16时"),
        Example("4日20时至次日8时有雪", "4日20时至次日8时"),
    ),
    rejects=(
        "工期3年",
        "3日内答复",
        "2024春风行动",
        "光明日报记者",
        "年复一年",
        "教了十来年书",
        "国内油价迎来年内最大降幅",
        "金价较前一日上涨",
        "带来年产值3亿元",
        "十年来年均增长3%",
        "一日三餐",
        "由过去年均五六十次减少",
        "处行政拘留十五日",
        "建成后年产10万吨",
        "用时少于55年",
        "使用98年之久",
        "租期为99年",
        "干了七八年",
        "一百零五年前",
    ),
)
CLOCK_TIME: Rule[bool] = Rule(
    name="period.clock",
    read=builders.clock,
    followers=f"{FIGURES}{HAN}零两时点:",
    triggers="".join(sorted(set(FIGURES + PART_FIRSTS))),
    examples=(
        Example("晚上8点开演", "晚上8点"),
        Example("7时40分抵达", "7时40分"),
        Example("凌晨两点出发", "凌晨两点"),
    ),
    rejects=("提出3点建议", "收于3000点"),
)
AGO_TIME: Rule[bool] = Rule(
    name="period.stretch",
    read=builders.ago,
    followers=f"{FIGURES}{HAN}两百千万几数半多余个年周天日小世季月",
    triggers=AGO_FIRSTS,
    examples=(
        Example("半年来筛选40余项", "半年来"),
        Example("近5年累计投资", "近5年"),
        Example("三年后投产", "三年后"),
        Example("7年间增长一倍", "7年间"),
        Example("前几年过热", "前几年"),
        Example("未来三到五年建成", "未来三到五年"),
    ),
    rejects=("1年内办结", "近3天内", "在刚刚过去的7月份", "他在8月来信中说"),
)
DECADE_TIME: Rule[bool] = Rule(
    name="period.decade",
    read=builders.decade,
    followers="年世纪0",
    triggers=FIGURES + HAN + "上本",
    examples=(Example("20世纪90年代初兴建", "20世纪90年代初"), Example("上世纪六七十年代建成", "上世纪六七十年代")),
    rejects=("60年前",),
)
VAGUE_TIME: Rule[bool] = Rule(
    name="period.moment",
    read=builders.vague,
    openings=words.moment_openings,
    examples=(
        Example("当天下午5辆车投用", "当天下午"),
        Example("同日17时至18时30分受灾", "同日17时至18时30分"),
        Example("当晚8时至次日凌晨停电", "当晚8时至次日凌晨"),
        Example("年内完成", "年内"),
        Example("菜价节前涨了一成,节前", "节前"),
        Example("年后降至4元", "年后"),
        Example("销量只有节前的一半", "节前"),
        Example("不同于节后的行情", "节后"),
        Example("同年12月3日通车", "同年12月3日"),
        Example("当地时间30日凌晨聚集", "当地时间30日凌晨"),
    ),
    rejects=(
        "3年内完成",
        "距离最近的学校",
        "换季节前打九折",
        "成年后离家",
        "十来年前",
        "度过青年后",
        "在年后勤部门",
        "节后续保障有力",
        "在青少年中开展",
        "这次年终报道",
    ),
)
UNTIL_TIME: Rule[bool] = Rule(
    name="period.until",
    read=builders.until,
    triggers="截自从到",
    examples=(
        Example("截至4日上午8时", "截至4日上午8时"),
        Example("到2027年建成", "到2027年"),
        Example("自7月22日零时起停办", "自7月22日零时起"),
        Example("截至20时处置完毕", "截至20时"),
        Example("从1998年1月1日起施行", "从1998年1月1日起"),
    ),
    rejects=("增至到家", "从1998年到2008年"),
)
ERA_TIME: Rule[bool] = Rule(
    name="period.era",
    read=builders.era,
    openings=words.era_openings,
    examples=(
        Example("光绪二十六年立碑", "光绪二十六年"),
        Example("始建于乾隆年间", "乾隆年间"),
        Example("公元前221年统一", "公元前221年"),
        Example("公元元年前后", "公元元年"),
        Example("民国27年出版", "民国27年"),
    ),
    rejects=("绍兴市区", "长安街", "康熙三子", "大同煤矿"),
)
PLAN_TIME: Rule[bool] = Rule(
    name="period.plan",
    read=builders.plan,
    triggers='“"七八九十',
    examples=(
        Example("“十四五”期间新建", "“十四五”期间"),
        Example("“九五”(1996至2000年)末建成", "“九五”(1996至2000年)末"),
    ),
    rejects=("“十四五”规划纲要",),
)
EVENT_TIME: Rule[bool] = Rule(
    name="period.event",
    read=builders.event_time,
    triggers="以至期",
    examples=(
        Example("通道开通以来运送货物", "开通以来"),
        Example("建厂以来累计产钢", "建厂以来"),
        Example("他说,灾情发生以来,发放粮食", "灾情发生以来"),
        Example("新区揭牌至今,签约项目", "新区揭牌至今"),
        Example("在担任厂长期间,受贿", "在担任厂长期间"),
        Example("果树生长期间,浇水三次", "果树生长期间"),
    ),
    rejects=(
        "一直以来",
        "一段时间以来",
        "长期以来",
        "展会期间人流不断",
        "厂房、车间改造期间,减产",
        "任厅长、省广播影视总局局长、某某广播电视台台长期间,受贿",
        "某报总编室主任期间,受贿",
        "他沿用至今",
    ),
)
RULES = (EXPRESSION, CLOCK_TIME, AGO_TIME, DECADE_TIME, VAGUE_TIME, UNTIL_TIME, PLAN_TIME, ERA_TIME, EVENT_TIME)

# Behind figures, and behind letters: what tells that they may be part of a time.
FIGURES_GO_ON = (
    r"(?<![\dA-Za-z.〕第].)\d{0,3}+(?= ?[年月日时点财学号]|[上下]半年|:\d|世纪|季度|0?年代|[多余几]?个?多?[年月周天日]"
    r"|[-—–~至到/]{1,2} ?\d|(?<=\d{4})\.\d|[、和]\d{1,2}[月日、和]|(?<=\d{4})[、和]\d{4}[年、和])"
)
LETTERS = f"{HAN}〇零○正腊元两几数半百"
LETTERS_GO_ON = (
    rf"(?<![{HAN}〇零百千万第两].)[{LETTERS}0]{{0,3}}+"
    r"(?=[多余]?个?多?[年月日时点天周世季]|(?<=[一二]...)[-—–~至到]{1,2}[一二][〇零○0九八七六])"
)
ANCHOR = one_pass({LETTERS: LETTERS_GO_ON, "0-9": FIGURES_GO_ON})
COUNTING = f"{FIGURES}{HAN}两几数半这"
OPENINGS = [
    *words.openings(),
    *("过去", "未来", "最近", "今后", "此后", "截至", "截止", "上世", "本世"),
    *(letter + number for letter in "近前头这晚早夜" for number in COUNTING),
    *("第" + number for number in "一二三四1234"),
    *(letter + number for letter in "自从到" for number in f"{FIGURES}今去明"),
    *(quote + number for quote in '“"' for number in "七八九十"),
    *("以来", "至今", "期间"),
    *(f"{letter} " for letter in "近到自从"),
]
MATCHER = Matcher(ANCHOR, RULES, openings=OPENINGS)

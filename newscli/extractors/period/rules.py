"""The rules of time expressions: where each begins, how it is read, examples and counter-examples."""

from __future__ import annotations

import re

from newscli.extractors.period import lexicon as words
from newscli.extractors.period import reader
from newscli.extractors.period.reader import AGO, DECADE, HAN, read_clock, read_expression, read_in_day
from newscli.rules.match import Matcher
from newscli.rules.rule import Example, Found, Rule

FIGURES = "0123456789"
Span = Found[bool] | None
JOINS_NUMBER = frozenset(f"{FIGURES}{HAN}两几半多每近个百千万")
"""年内 behind one of these is no year's course: 3年内, 半年内."""


NO_FRONT = frozenset("提以之目从此先眼日面超空史跟生膝街心老")
"""Letters that make another word of 前 or 头: 提前2个月."""


def span(start: int, end: int) -> Span:
    """Return a found span, nothing when it is empty."""
    return Found(start, end, value=True) if end > start else None


def expression(match: re.Match[str]) -> Span:
    """Build a date, a year, a range: whatever the grammar reads from here."""
    text, start = match.string, match.start()
    if text[start] in "前头" and start and text[start - 1] in NO_FRONT:
        return None
    return span(start, read_expression(text, start))


def clock(match: re.Match[str]) -> Span:
    """Build a clock time that stands without a date: 7时40分, 晚上8点, 12:30."""
    text, start = match.string, match.start()
    part = reader.day_part(text, start)
    end = read_clock(text, part, sure=part > start)
    if end == part or (text[end - 1].isdigit() and "比" in text[max(0, start - 6) : start]):
        return None
    joint = reader.match_end(reader.JOINT, text, end) if text[end : end + 1] in reader.JOINTS else end
    second = read_clock(text, joint, sure=True) if joint > end else joint
    return span(start, second if second > joint else end)


def ago(match: re.Match[str]) -> Span:
    """Build a stretch that ends or begins now: 半年来, 近5年, 两年前."""
    start = match.start()
    if match[0][0] == "前" and start and match.string[start - 1] in NO_FRONT:
        return None
    return span(start, match.end())


def vague(match: re.Match[str]) -> Span:
    """Build a moment without a date of its own: 目前, 近日, 当天下午."""
    text, start = match.string, match.start()
    end = words.VAGUE.end(text, start)
    before = text[start - 1] if start else "\n"
    if end > start:
        if reader.is_cut(text, start, end):
            return None
        return span(start, words.SUFFIXES.end(text, read_on(text, start, end)))
    end = words.BOUNDS.end(text, start)
    if end > start:
        return (
            None
            if before in JOINS_NUMBER or before in words.BEFORE.get(text[start], "")
            else span(start, words.SUFFIXES.end(text, end))
        )
    end = words.OPENERS.end(text, start)
    return None if "一" <= before <= "龥" or text[end : end + 1] != "," else span(start, end)


def read_on(text: str, start: int, end: int) -> int:
    """Return the end of what follows a vague moment: 同年12月3日, 当地时间30日, 当天下午."""
    word = text[start:end]
    if word in words.LEADS:
        point = reader.read_point(text, end)
        return point if point > end else reader.read_clock(text, end, sure=True)
    inner = reader.read_in_year(text, end) if word in words.THAT_YEAR else end
    return read_in_day(text, inner)


def until(match: re.Match[str]) -> Span:
    """Build an expression with the word that opens it: 截至4日上午8时, 自2009年1月至2014年12月, 到2027年."""
    text, start = match.string, match.start()
    opener = match[0]
    if opener == "到" and start and "一" <= text[start - 1] <= "龥":
        return None
    end = read_expression(text, match.end())
    if end == match.end():
        end = words.VAGUE.end(text, match.end())
        end = read_on(text, match.end(), end) if end > match.end() else read_clock(text, end, sure=True)
        if end == match.end():
            return None
    return span(start, end + 1 if text[end : end + 1] == "起" else end)


def plan(match: re.Match[str]) -> Span:
    """Build the years of a five-year plan: “十四五”期间; the plan's name alone is none."""
    text, start = match.string, match.start()
    at = start + 1 if text[start] in '“"' else start
    end = words.PLANS.end(text, at)
    if end == at:
        return None
    closed = end + 1 if text[end : end + 1] in ("”", '"') else end
    tail = words.PLAN_TAILS.end(text, closed)
    return span(start, tail) if tail > closed else None


def whole(match: re.Match[str]) -> Span:
    """Build what the pattern matches."""
    return span(match.start(), match.end())


ANY = re.compile("")
WORD_FIRSTS = "".join(
    sorted({w[0] for s in (words.YEARS, words.MONTHS, words.DAYS, words.WEEKS, words.FEASTS) for w in s.words})
)
VAGUE_FIRSTS = "".join(sorted({w[0] for s in (words.VAGUE, words.BOUNDS, words.OPENERS) for w in s.words}))
PART_FIRSTS = "".join(sorted({w[0] for w in words.DAY_PARTS.words}))
AGO_FIRSTS = FIGURES + HAN + "这近过未最今此前两百几数半"

EXPRESSION: Rule[bool] = Rule(
    name="period.date",
    pattern=ANY,
    build=expression,
    triggers="".join(sorted(set(WORD_FIRSTS + FIGURES + HAN + "正腊元前头第"))),
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
    ),
    rejects=(
        "工期3年",
        "3日内答复",
        "2024春风行动",
        "光明日报记者",
        "年复一年",
        "教了十来年书",
        "一日三餐",
        "由过去年均五六十次减少",
    ),
)
CLOCK_TIME: Rule[bool] = Rule(
    name="period.clock",
    pattern=ANY,
    build=clock,
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
    pattern=AGO,
    build=ago,
    followers=f"{FIGURES}{HAN}两百千万几数半多余个年周天日小世季月",
    triggers=AGO_FIRSTS,
    examples=(Example("半年来筛选40余项", "半年来"), Example("近5年累计投资", "近5年")),
    rejects=("1年内办结", "近3天内", "在刚刚过去的7月份", "他在8月来信中说"),
)
DECADE_TIME: Rule[bool] = Rule(
    name="period.decade",
    pattern=DECADE,
    build=whole,
    followers="年世纪0",
    triggers=FIGURES + HAN + "上本",
    examples=(Example("20世纪90年代初兴建", "20世纪90年代初"),),
    rejects=("60年前",),
)
VAGUE_TIME: Rule[bool] = Rule(
    name="period.moment",
    pattern=ANY,
    build=vague,
    triggers=VAGUE_FIRSTS,
    examples=(
        Example("当天下午5辆车投用", "当天下午"),
        Example("年内完成", "年内"),
        Example("同年12月3日通车", "同年12月3日"),
        Example("当地时间30日凌晨聚集", "当地时间30日凌晨"),
    ),
    rejects=("3年内完成", "距离最近的学校", "在青少年中开展", "这次年终报道"),
)
UNTIL_TIME: Rule[bool] = Rule(
    name="period.until",
    pattern=re.compile("截[至止]到?|自|到"),
    build=until,
    triggers="截自到",
    examples=(
        Example("截至4日上午8时", "截至4日上午8时"),
        Example("到2027年建成", "到2027年"),
        Example("自7月22日零时起停办", "自7月22日零时起"),
        Example("截至20时处置完毕", "截至20时"),
    ),
    rejects=("增至到家",),
)
PLAN_TIME: Rule[bool] = Rule(
    name="period.plan",
    pattern=ANY,
    build=plan,
    triggers='“"七八九十',
    examples=(Example("“十四五”期间新建", "“十四五”期间"),),
    rejects=("“十四五”规划纲要",),
)
RULES = (EXPRESSION, CLOCK_TIME, AGO_TIME, DECADE_TIME, VAGUE_TIME, UNTIL_TIME, PLAN_TIME)

# Each begins with one class of letters or with plain letters: only so does the search leap over the text between.
FIGURE_ANCHOR = re.compile(
    r"[0-9](?<![\dA-Za-z.〕第].)\d{0,3}(?= ?[年月日时点财学号]|[上下]半年|:\d|世纪|季度|0?年代|[多余几]?个?多?[年月周天日]|[-—–~至到/]{1,2} ?\d|(?<=\d{4})\.\d|[、和]\d{1,2}[月日、和])"
)
LETTERS = f"{HAN}〇零○正腊元两几数半百"
LETTER_ANCHOR = re.compile(
    rf"[{LETTERS}](?<![{HAN}〇零百千万第两].)[{LETTERS}]{{0,3}}(?=[多余]?个?多?[年月日时点天周世季])"
)
COUNTING = f"{FIGURES}{HAN}两几数半这"
OPENINGS = [
    *words.openings(),
    *("过去", "未来", "最近", "今后", "此后", "截至", "截止", "上世", "本世"),
    *(letter + number for letter in "近前头这晚早夜" for number in COUNTING),
    *("第" + number for number in "一二三四1234"),
    *(letter + number for letter in "自到" for number in f"{FIGURES}今去明"),
    *(quote + number for quote in '“"' for number in "七八九十"),
]
MATCHER = Matcher((FIGURE_ANCHOR, LETTER_ANCHOR), RULES, openings=OPENINGS)

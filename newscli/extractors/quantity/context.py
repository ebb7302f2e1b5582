"""What the surroundings of a number say: quotations, rates (每小时, 年产, 人均), elided units, hedges that stand apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from decimal import Decimal
from functools import lru_cache

from newscli.extractors.quantity.lexicon import Unit, units, words
from newscli.extractors.quantity.numerals import HAN_LETTERS, letter, numeral_end, read_numeral
from newscli.extractors.quantity.reader import PREFIXES, read_unit
from newscli.model import Hedge
from newscli.rules.hanzi import HANZI

U, W = units(), words()
CLAUSE_END = ",;。!?:\n、…“”()《》"
BREAKS = frozenset(CLAUSE_END + HAN_LETTERS + "0123456789")
"""Between a rate word and its number stands neither the end of a clause nor another number."""
REACH = 22
"""How many characters a rate word may stand before its number: 每天向周边企业供应蒸汽量达3000多吨."""

QUOTED = re.compile(r"[“‘「『《](?:(?<!《)[^“”‘’「」『』,。;:!?\n]{1,14}[”’」』]|(?<=《)[^《》\n]{1,60}》)")


@lru_cache(maxsize=2)
def quotations(text: str) -> tuple[list[int], list[int]]:
    """Return starts and ends of what is a name by its marks: short quotations (“四下基层”) and titles (《…》)."""
    spans = [m.span() for m in QUOTED.finditer(text)]
    return [s for s, _ in spans], [e for _, e in spans]


def is_quoted(text: str, at: int) -> bool:
    """Whether a place lies inside a short quotation or a title."""
    starts, ends = quotations(text)
    held = bisect_right(starts, at)
    return held > 0 and at < ends[held - 1]


PER_NOUN = (
    "生",
    "名",
    "位",
    "人",
    "户",
    "亩",
    "家",
    "村",
    "校",
    "班",
    "店",
    "站",
    "车",
    "场",
    "单",
    "件",
    "台",
    "套",
    "份",
    "晚",
    "夜",
    "桌",
    "月",
    "季度",
    "年度",
    "注",
    "呎",
    "平方呎",
    "蒲式耳",
    "英担",
    "课时",
    "学时",
)


def one_pattern() -> str:
    """Return the pattern of rates that begin with 一: 一天能, 一斤卖, 一趟的成本."""
    units_of = "|".join(sorted(W.period["one"], key=len, reverse=True))
    return f"一(?:{units_of})(?={'|'.join(W.period['one_before'])})"


def rate_pattern() -> re.Pattern[str]:
    """Return the pattern of all rate words, generated from the tables."""
    means = "|".join(map(re.escape, [*W.mean, *W.speed]))
    nouns = "|".join(sorted(W.period["words"], key=len, reverse=True))
    periods = "|".join(
        rf"{letter}(?={nouns})|{letter}(?<=[,。;、\n]{letter})(?![{W.period['words_of'][letter]}])(?={HANZI})"
        for letter in W.period["letters"][1:]
    )
    yearly = rf"年(?={nouns})|年(?![{W.period['words_of']['年']}])(?={HANZI})"
    daily = one_pattern()
    return re.compile(f"每|{means}|{daily}|{yearly}|{periods}")


ADJOINING = "每年月日周季人户亩村"
RATE = rate_pattern()
ONE = re.compile(one_pattern())


@lru_cache(maxsize=2)
def rates(text: str) -> tuple[list[int], list[tuple[int, str]]]:
    """Return where rate words stand, and for each its end and the denominator it names."""
    starts: list[int] = []
    named: list[tuple[int, str]] = []
    for match in RATE.finditer(text):
        word, end = match[0], match.end()
        per = W.mean.get(word) or W.speed.get(word) or word.removeprefix("一").removeprefix("个").removesuffix("地")
        if end - match.start() == 1 and word != "每" and is_date_part(text, match.start()):
            continue
        if word == "每":
            per, end = denominator(text, match.start())
        if per:
            starts.append(match.start())
            named.append((end, per))
    return starts, named


def is_money_noun(text: str, at: int) -> bool:
    """Whether a noun of money begins at a place: 百亿产值."""
    return MONEY_NOUN.match(text, at) is not None


def is_date_part(text: str, at: int) -> bool:
    """Whether the 年, 月 or 日 in front of a noun belongs to a date or a name: 去年产值, 日产汽车."""
    return letter(text, at - 1) in W.period["not_after"] or text.startswith(tuple(W.period["names"]), at)


def denominator(text: str, at: int) -> tuple[str, int]:
    """Return what follows 每 as a denominator (小时, 2公里, 10万人), with its end; empty when it is no unit."""
    direct = unit_after(text, at + 1)
    if direct[0]:
        return direct
    for gap in range(1, 5):
        if letter(text, at + 1 + gap) in ONES:
            return unit_after(text, at + 1 + gap)
        if letter(text, at + gap) in CLAUSE_END:
            break
    return "", at


ONES = frozenset("一两123456789")
"""What opens the unit when a verb parts it from 每: 每跑一趟, 每生产1吨."""


def unit_after(text: str, at: int) -> tuple[str, int]:
    """Return a denominator that begins at a place, with its end; empty when there is none."""
    plain = read_unit(text, at, "1") if letter(text, at) in PREFIXES else None
    if plain is not None:  # 每千瓦时: no thousand of 瓦时
        return plain[0].prints, plain[1]
    start = numeral_end(text, at)
    numeral = text[at:start]
    for size in range(4, 0, -1):
        word = text[start : start + size]
        unit = U.units.get(word)
        if unit is not None or word in PER_NOUN:
            prints = unit.prints if unit is not None and word != "日" else word
            value = read_numeral(numeral) if numeral else None
            return ("" if value is None or value == 1 else format(value, "f")) + prints, start + size
    return "", at


def per_before(text: str, start: int) -> tuple[str | None, int, int]:
    """Return the denominator that a number has from rate words before it, where an adjacent one begins, and their gap."""
    starts, named = rates(text)
    at = bisect_left(starts, start) - 1
    if at < 0 or starts[at] < start - REACH or named[at][0] > start:
        return None, start, 0
    gap = text[named[at][0] : start]
    if not BREAKS.isdisjoint(gap):
        return None, start, 0
    parts, first = [named[at][1]], starts[at]
    while at > 0 and named[at - 1][0] == first:
        at -= 1
        parts.insert(0, named[at][1])
        first = starts[at]
    return "/".join(dict.fromkeys(parts)), (first if not gap and text[first] in ADJOINING else start), len(gap)


SHARE_GAP = 12
"""How far 每年 or 年均 may stand before a share: 每年将拉动世界经济增长0.1%."""


def is_stated(text: str, begin: int, gap: int) -> bool:
    """Whether 每年, 年均 or the like stands so far before a share: not merely 年 of 年利率."""
    return gap <= SHARE_GAP and (letter(text, begin - gap - 1) == "均" or letter(text, begin - gap - 2) == "每")


APART = re.compile(
    rf"(?P<hedge>{'|'.join(map(re.escape, sorted(W.apart, key=len, reverse=True)))})(?:可以?|能|将|要|需)?(?:达到?|为|有|获|享受|领取|补贴|奖励|处|到|给予)?$"
)


def hedge_apart(text: str, start: int) -> Hedge | None:
    """Return the hedge that a verb or a noun parts from its number: 最高可达5万元, 突破总值的100%."""
    if text[start - 1] == "的":
        match = EXCEEDS.search(text, max(0, start - 14), start)
        return W.before[match["hedge"]] if match else None
    match = APART.search(text, max(0, start - 8), start)
    return W.apart[match["hedge"]] if match else None


EXCEEDS = re.compile(r"(?P<hedge>突破|超过|不足|低于|高于|接近|约占|大概|大约)[^,。;!?\n\d]{2,10}的$")


MONEY_NOUN = re.compile(
    "额|资本|收入|营收|利润|产值|总值|投资|资金|市值|GDP|生产总值|融资|贷款|存款|余额|赚|亏|募资|募集|规模|财政|预算|估值|资产|负债|成交|债|薪|税|奖金|罚|元|价值|注资|授信|增加值|支出|开支|经济"
)


COUNTED_NOUN = re.compile(
    "人口|用户|网民|粉丝|播放|阅读|点击|浏览|客流|销量|产量|人数|下载|月活|日活|活跃|观众|听众|读者|注册|订阅|点赞|转发|访问"
)


def is_counted_clause(text: str, start: int) -> bool:
    """Whether the clause up to a number speaks of people or views: 人口超过14亿 is no sum of money."""
    return (
        COUNTED_NOUN.search(text, max(text.rfind(",", 0, start), text.rfind("\n", 0, start), start - 12, 0), start)
        is not None
    )


LANDMARKS = ("大关", "关口", "台阶", "门槛", "目标", "级")


def is_money_clause(text: str, start: int) -> bool:
    """Whether the line up to a number speaks of money."""
    left = max(text.rfind("\n", 0, start), text.rfind("。", 0, start), start - 30, 0)
    return MONEY_NOUN.search(text, left, start) is not None


def spoken_elsewhere(text: str, numeral: str, start: int) -> int:
    """Return where the same numeral stands again with a unit behind it, or -1: a headline leaves out what the text says."""
    for at in (
        text.find(numeral, start + len(numeral), start + 3000),
        text.rfind(numeral, max(0, start - 3000), start),
    ):
        if at >= 0 and not letter(text, at - 1).isdigit():
            return at + len(numeral)
    return -1


JOINTS = frozenset("、和与及或")
LONGEST_LIST = 8


def unit_of_list(text: str, end: int) -> Unit | None:
    """Return the unit that the last of a list of numbers lends to the others: 分别为348.61亿与459.16亿欧元."""
    for _ in range(LONGEST_LIST):
        if letter(text, end) not in JOINTS:
            return None
        start, end = end + 1, numeral_end(text, end + 1)
        found = read_unit(text, end, text[start:end]) if end > start else None
        if found:
            return None if found[0].kind == "duration" else found[0]
    return None


NAMES_FROM = 100
"""Numbers from here on name an institution (985高校, 301医院) where smaller ones count (14高校)."""


def counted_noun(text: str, end: int, number: Decimal | None) -> bool:
    """Whether a noun that headlines count without a classifier begins at a place: 14高校, 欧洲30国, but 107国道."""
    sizes = W.counted_lengths.get(letter(text, end), ())
    noun = next((text[end : end + size] for size in sizes if text[end : end + size] in W.counted), "")
    if len(noun) == 1 and letter(text, end + 1) in W.noun_not_before:
        return False
    if noun in W.named and number is not None and number >= NAMES_FROM:
        return False
    return noun != "" and not text.startswith("集团", end + 1)


INDEX = re.compile("指数|PMI|系数|评分|得分|景气|读数|率|比值|市盈|倍率|净值|浓度")
READS = frozenset("为至到达报于是有升降落涨跌的近约超")
"""Letters that stand before the bare reading of an index: 信心指数为95.2, 生育率升至0.76."""
READ_STOP = frozenset(",。;、)!?:\n”之后 ,")


def is_reading(text: str, start: int, end: int) -> bool:
    """Whether a bare decimal is the reading of an index: 信心指数为95.2, 在3月走高至101.4."""
    if letter(text, start - 1) not in READS or letter(text, end) not in READ_STOP:
        return False
    left = max(text.rfind("\n", 0, start), start - 60, 0)
    return INDEX.search(text, left, start) is not None

"""Builders: from a match to a quantity, by the parts that :mod:`reader` and :mod:`context` return."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from newscli.extractors.quantity import context
from newscli.extractors.quantity.lexicon import bonds, set_words, units, words
from newscli.extractors.quantity.numerals import (
    MAGNITUDES,
    SHY,
    Amount,
    exactly,
    letter,
    numeral_end,
    read_amount,
    read_numeral,
)
from newscli.extractors.quantity.reader import (
    Measured,
    Ranged,
    after_hedge,
    before_currency,
    before_hedge,
    bounded,
    is_lone_magnitude,
    read_measured,
    read_range,
    scaled,
)
from newscli.model import Hedge, Quantity, QuantityKind
from newscli.rules.rule import Found

U, W, B = units(), words(), bonds()
EXTREMES = frozenset(("最高", "最低", "最大", "最长"))
"""Bounds of a price or a time limit (最高5万元), but plain attributes of a measure: 最高3.4级, 最大454毫米."""
LOOSE = frozenset("多余许整")
"""Hedges behind measures and durations (一年多, 3公里多) that behind a classifier begin the next word (一票多车)."""
LONE = frozenset([*SHY, "数"])
"""Letters that are no numeral alone: 陆 of 陆续, 拾 of 拾起."""
Built = Found[Quantity] | None
MONEY_SIGN = {
    "CNY": "元",
    "HKD": "港元",
    "USD": "美元",
    "EUR": "欧元",
    "GBP": "英镑",
    "JPY": "日元",
    "TWD": "新台币",
    "MOP": "澳门元",
    "AUD": "澳元",
    "CAD": "加元",
    "SGD": "新加坡元",
}


def quantity(kind: QuantityKind, amount: Amount, unit: str | None, **rest: object) -> Quantity:
    """Return a quantity of an amount."""
    return Quantity(kind, amount.value, amount.low, amount.high, amount.hedge, unit, **rest)  # type: ignore[arg-type]


def is_inside_word(text: str, start: int, end: int) -> bool:
    """Whether a numeral continues a code, a decimal or a word: A02, 3.5, 第四, 统一, 周三."""
    before = letter(text, start - 1)
    if text[start] in "0123456789":
        if text[start] == "0" and text[start + 1 : start + 2].isdigit():
            return True
        if before.isascii() and (before.isalnum() or before in "._+#@&="):
            return True
        if before in "-/:" and letter(text, start - 2).isascii() and letter(text, start - 2).isalnum():
            return True
        return before in "第〔[" or (letter(text, end) in "后〕" and text[end - 1] == "0")
    if before in "第〇零" or before in "0123456789.":
        return True
    return continues_word(text, start) or (end - start == 2 and text[start] == text[start + 1])


def continues_word(text: str, start: int) -> bool:
    """Whether the letters before a Chinese numeral make one word with it: 统一, 周三, 高三, but not 提高三成."""
    before = letter(text, start - 1)
    if text[start] == "一" and before in B.one:
        return True
    return before in B.digit and letter(text, start - 2) not in B.digit[before]


def set_word(match: re.Match[str]) -> Built:
    """Claim the text of a word or name that holds a numeral and counts nothing: 三门峡, 二手车, 四套班子."""
    text, at = match.string, match.start()
    best: Built = None
    for offset, word in set_words().get(text[at : at + 2], ()):
        start = at - offset
        if start >= 0 and text.startswith(word, start) and (best is None or len(word) > best.end - best.start):
            best = Found(start, start + len(word), None)
    return best


def amount(match: re.Match[str]) -> Built:
    """Build a number with its unit, hedges, currency, rate and, in a range, its second number."""
    text, start, end = match.string, match.start(), match.end()
    if (
        is_inside_word(text, start, end)
        or context.is_quoted(text, start)
        or match[0] in LONE
        or letter(text, start - 1) == "每"
    ):
        return None
    first = read_measured(text, start, end)
    if first is None or (first.unit is None and end - start == 1 and text[start] > "9") or is_no_count(text, first):
        return None
    return build(text, start, read_range(text, first, start))


def is_no_count(text: str, first: Measured) -> bool:
    """Whether number and unit open something else: 一袋袋 (each bag), 三个月期铜 (a contract)."""
    if first.unit is None:
        return False
    after = letter(text, first.end)
    if first.digits == "一":
        return after == text[first.end - 1]
    return first.unit.kind == "duration" and after == "期" and letter(text, first.end + 1) not in "间限满内"


def build(text: str, start: int, read: Ranged) -> Built:
    """Put together what stands around a numeral already read."""
    currency, begin = before_currency(text, start)
    hedge, begin = before_hedge(text, begin)
    if currency is None:
        currency, begin = before_currency(text, begin)
    if read.unit is None and currency is None:
        return bare(text, start, begin, read, hedge)
    if is_lone_magnitude(read.digits) and hedge is None and not read.is_range and is_rhetorical(text, read):
        return None
    if read.digits == "一" and hedge == "over":
        hedge, begin = None, start
    unit = read.unit.prints if read.unit else MONEY_SIGN[currency or "CNY"]
    kind: QuantityKind = read.unit.kind if read.unit else "money"
    if currency and kind != "money":
        currency = None
    end = read.end
    per, end = context.per_after(text, end)
    behind, after = after_hedge(text, end)
    end = end if kind == "count" and after == end + 1 and text[end] in LOOSE else after
    behind = behind if end == after else None
    if per is None:
        per, end = context.per_after(text, end)
    if kind == "duration" and letter(text, end) == "内" and letter(text, end + 1) not in W.after_guard["内"]:
        behind, end = "at_most", end + 1
    if kind == "measure" and hedge and text[begin:start] in EXTREMES:
        hedge, begin = None, start
    stated = bounded(read.amount, hedge) if hedge else bounded(read.amount, behind)
    if hedge is None and behind is None and letter(text, start - 1) in "达为有到可享处给得获需的":
        stated = bounded(read.amount, context.hedge_apart(text, start))
    stated, begin = signed(text, stated, begin, kind)
    rate_begin = begin
    per, begin = rate(text, begin, per, kind)
    if begin < rate_begin and hedge is None:
        hedge, begin = before_hedge(text, begin)
        stated = bounded(stated, hedge)
    code = (read.unit.currency if read.unit else None) or currency
    if currency and read.unit and read.unit.currency == "CNY":
        code = currency
    weak = is_weak(text, start, read, kind)
    return Found(begin, end, quantity(kind, stated, unit, currency=code, per=per, weak=weak))


def is_rhetorical(text: str, read: Ranged) -> bool:
    """Whether a lone 百, 千 or 万 only says many: 千里, 万人; it counts before a classifier or closing with 元 (一周涨千元)."""
    if read.unit is None or read.unit.prints in ("人", "里", "次", "句", "年"):
        return True
    if read.unit.kind == "count":
        return read.digits not in "百千"
    return read.unit.prints != "元" or letter(text, read.end) not in RANK_STOP


def signed(text: str, stated: Amount, begin: int, kind: QuantityKind) -> tuple[Amount, int]:
    """Return an amount below zero where the text says so: -3.2%, 零下5℃."""
    if kind not in ("percent", "measure", "percentage_point", "money"):
        return stated, begin
    for sign in ("零下", "-", "−", "负"):
        at = begin - len(sign)
        if at >= 0 and text.startswith(sign, at):
            before = letter(text, at - 1)
            if sign == "-" and (before.isascii() and before.isalnum() or before in "%-"):
                continue
            if sign == "负" and before not in "为至到是达":
                continue
            value, low, high = (None if n is None else -n for n in stated[:3])
            return Amount(value, high, low, stated.hedge), at
    return stated, begin


def rate(text: str, begin: int, per: str | None, kind: QuantityKind) -> tuple[str | None, int]:
    """Return the denominator and the new beginning, when rate words stand before the number."""
    before, first, gap = context.per_before(text, begin)
    if before is None or (
        kind in ("percent", "percentage_point", "ratio") and before not in ("年", "月", "日", "周", "季")
    ):
        return per, begin
    if kind == "percent" and gap > 12:
        return per, begin
    return (f"{before}/{per}" if per else before), first


def is_weak(text: str, start: int, read: Ranged, kind: QuantityKind) -> bool:
    """Whether a number is used like an article (一家网店) or a vague 几."""
    return kind == "count" and read.digits in ("一", "几") and not read.is_range


def bare(text: str, start: int, begin: int, read: Ranged, hedge: Hedge | None) -> Built:
    """Build a number without a unit: before its noun (3000多万群众), elided (2万亿), an index reading (95.2)."""
    numeral, end = read.digits, read.end
    after = letter(text, end)
    listed = context.unit_of_list(text, end)
    if listed is not None:
        unit, prints = listed, listed.prints
        stated = bounded(scaled(read.amount, unit.scale), hedge)
        return Found(begin, end, quantity(unit.kind, stated, prints, currency=unit.currency, implied=True))
    if numeral[0] not in "0123456789" and not (len(numeral) > 1 and (hedge or numeral in ROUND)):
        return None
    if "." in numeral and context.is_reading(text, start, end):
        return Found(start, end, quantity("measure", bounded(read.amount, hedge), None))
    grand = numeral[-1] in MAGNITUDES and len(numeral) > 1
    vague = read.amount.hedge in ("over", "several")
    if not (grand or vague):
        noun = context.counted_noun(text, end)
        return (
            Found(begin, end, quantity("count", bounded(read.amount, hedge), None))
            if noun and numeral.isdigit() and not is_year(numeral)
            else None
        )
    if numeral in ROUND and context.is_money_noun(text, end):
        return elided(text, start, begin, read, bounded(read.amount, hedge), end)
    if numeral in ROUND and not hedge:
        return None
    if after.isalpha() and not after.isascii() and after not in "的却仍,已在是与和及且也而又":
        behind, end = after_hedge(text, end)
        if behind:
            return elided(text, start, begin, read, bounded(read.amount, hedge or behind), end)
        return Found(begin, end, quantity("count", bounded(read.amount, hedge), None))
    if after.isascii() and after.isalnum():
        return None
    return elided(text, start, begin, read, bounded(read.amount, hedge), end)


ROUND = frozenset(("十亿", "百亿", "千亿", "万亿"))
"""Sums that goals are set in: 百亿产值, 冲刺千亿."""


def elided(text: str, start: int, begin: int, read: Ranged, stated: Amount, end: int) -> Built:
    """Build a number whose unit only the context gives: the same numeral elsewhere, else a noun of money before it."""
    at = context.spoken_elsewhere(text, read.digits, start)
    elsewhere = read_measured(text, at - len(read.digits), at) if at >= 0 else None
    unit = elsewhere.unit if elsewhere else None
    if unit is None and (read.digits[-1] == "亿" or context.is_money_clause(text, start)):
        unit = U.units["元"]
    per, begin = rate(text, begin, None, unit.kind if unit else "count")
    if unit is None:
        return Found(begin, end, quantity("count", stated, None))
    return Found(begin, end, quantity(unit.kind, stated, unit.prints, currency=unit.currency, per=per, implied=True))


def share(match: re.Match[str]) -> Built:
    """Build a percentage or a fraction in words: 百分之三十, 千分之五, 三分之一."""
    text, start, end = match.string, match.start(), match.end()
    if context.is_quoted(text, start) or letter(text, start - 1) == "第":
        return None
    hedge, begin = before_hedge(text, start)
    unit = {"百": "%", "千": "‰", "万": "‱"}.get(match["whole"])
    start_part, end = end, numeral_end(text, end)
    stated = read_amount(text[start_part:end]) if end > start_part else None
    if stated is None:
        return None
    upper, end = upper_share(text, end)
    behind, end = after_hedge(text, end)
    if unit:
        if upper and stated.value is not None and upper.value is not None:
            stated = Amount(None, stated.value, upper.value, "range")
        stated = bounded(stated, hedge or behind)
        per, begin = rate(text, begin, None, "percent")
        return Found(begin, end, quantity("percent", stated, unit, per=per))
    hedge = hedge or behind or (context.hedge_apart(text, start) if letter(text, start - 1) == "的" else None)
    whole = read_numeral(match["whole"])
    if not whole or stated.value is None:
        return None
    return Found(begin, end, fraction(Fraction(stated.value) / Fraction(whole), hedge))


def upper_share(text: str, end: int) -> tuple[Amount | None, int]:
    """Return the second number of 百分之三十至百分之四十 and its end."""
    if letter(text, end) not in "至到":
        return None, end
    start = end + 4 if text.startswith("百分之", end + 1) else end + 1
    last = numeral_end(text, start)
    return (read_amount(text[start:last]), last) if last > start else (None, end)


def fraction(value: Fraction, hedge: Hedge | None) -> Quantity:
    """Return a fraction under a hedge; it stays exact."""
    low = None if hedge in ("nearly", "under", "at_most") else value
    high = None if hedge in ("over", "at_least") else value
    return Quantity("ratio", value, low, high, hedge or "exact", None)


def quotient(match: re.Match[str]) -> Built:
    """Build a fraction in figures: 1/3. Anything else of that shape claims its text: 24/7, 9/11."""
    text, start, end = match.string, match.start(), match.end()
    claim: Built = Found(start, end, None)
    upper, lower = int(match["upper"]), int(match["lower"])
    before, after = letter(text, start - 1), letter(text, end)
    if (before.isascii() and before.isalnum()) or before in "/-." or after in "/-." or not 0 < upper < lower <= 100:
        return claim
    hedge, begin = before_hedge(text, start)
    behind, end = after_hedge(text, end)
    if not (hedge or behind or before in "的之占足为是达") and after not in "的以左,。":
        return claim
    return Found(begin, end, fraction(Fraction(upper, lower), hedge or behind))


RATIO_BEFORE = re.compile(r"(?:比例|之比|配比|比率|比值|比|配置|投入产出比|供需比)[约为是达按近高至到]*$")


def proportion(match: re.Match[str]) -> Built:
    """Build a ratio (比例为1:3); scores of a match (3:1, 9比0) and clock times claim their text."""
    text, start, end = match.string, match.start(), match.end()
    ratio = RATIO_BEFORE.search(text, max(0, start - 10), start) or text.startswith("的比例", end)
    upper, lower = read_numeral(match["upper"]), read_numeral(match["lower"])
    if not ratio or not upper or not lower:
        return Found(start, end, None)
    return Found(start, end, fraction(Fraction(upper) / Fraction(lower), None))


def multiple(match: re.Match[str]) -> Built:
    """Build a doubling: 翻番, 翻一番, 翻了两番."""
    text, start, at = match.string, match.start(), match.end()
    end = numeral_end(text, at)
    value = read_amount(text[at:end]) if end > at else exactly(Decimal(1))
    end = end + 1 if letter(text, end) == "个" else end
    if value is None or letter(text, end) != "番" or context.is_quoted(text, start):
        return None
    return Found(start, end + 1, quantity("ratio", value, "番"))


def frequency(match: re.Match[str]) -> Built:
    """Build how often something comes: 六年一次, 一天三次."""
    text, start = match.string, match.start()
    span, times = read_numeral(match["span"]), read_amount(match["times"])
    if span is None or times is None or letter(text, start - 1) in "第年每" or context.is_quoted(text, start):
        return None
    period = match["unit"].removeprefix("个")
    per = period if span == 1 else f"{format(span, 'f')}{period}"
    return Found(start, match.end(), quantity("count", times, match["turn"], per=per))


RANK_VERB = re.compile(
    r"(?:[居列排位占跃升获夺得名跻身为至]|全[国省市县区州球]|世界|亚洲|国内|省内|同类|行业|地区|城市|省份|[省市县区国洲界]|总分|团体|分列|并列|依次|以来|历史)[^,。;!?\n]{0,4}$|第[^,。;!?\n]{1,4}[和、与及]$"
)
RANK_STOP = ",。;!?、:\n)”》 的和与及或,"


def ordinal(match: re.Match[str]) -> Built:
    """Build a rank (居全省第二, 第13位); other ordinals (第二天, 第四中学, 第一版) claim their text."""
    text, start, at = match.string, match.start(), match.end()
    end = numeral_end(text, at)
    value = read_numeral(text[at:end])
    claim: Built = Found(start, end, None) if end > at else None
    if value is None or claim is None or context.is_quoted(text, start):
        return claim
    word, after = letter(text, end), letter(text, end + 1)
    ranked = RANK_VERB.search(text, max(0, start - 10), start) is not None
    rank = quantity("rank", exactly(value), "位")
    if word in RANK_STOP:
        return Found(start, end, rank) if ranked else claim
    if word == "大" or (word in "位名" and (ranked or after in RANK_STOP)):
        return Found(start, end + 1, rank)
    return Found(start, end + 1, replace(rank, weak=True)) if word in MEMBER else claim


MEMBER = frozenset("个位名家座例批")
"""Classifiers behind an ordinal that numbers things in passing (第二个, 第三批): a rank, but a weak one."""


SCOPE = re.compile(
    r"(?:全[国省市县区州球县域行]|世界|国内|中国|我国|我省|我市|省内|市内|亚洲|国际|行业|业内|业界|历史|[省市县区国洲界州])(?:上|的|内|范围内?)?$"
)


def first(match: re.Match[str]) -> Built:
    """Build a first of its kind: 全省首例, 中国首部; without a scope, and for 首次 or 首批, a weak one."""
    text, start, end = match.string, match.start(), match.end()
    if context.is_quoted(text, start):
        return Found(start, end, None)
    word = match["word"]
    strong = word not in ("次", "批", "台", "届") and SCOPE.search(text, max(0, start - 6), start) is not None
    if word == "创" and not strong:
        return None
    if word == "位":
        strong = RANK_VERB.search(text, max(0, start - 6), start) is not None
    return Found(start, end, quantity("rank", exactly(Decimal(1)), "位", weak=not strong))


def top(match: re.Match[str]) -> Built:
    """Build a top group: 前三, 前10名, 150强."""
    text, start, end = match.string, match.start(), match.end()
    value = read_numeral(match["number"])
    after = letter(text, end)
    if value is None or value < 2 or context.is_quoted(text, start):
        return None
    word = match.groupdict().get("word")
    if match[0][-1] == "强":
        if is_inside_word(text, start, end) or after in "度化调势省市县大盗震烈赛":
            return None
        return Found(start, end, quantity("rank", Amount(None, Decimal(1), value, "top"), "位"))
    if not word and (after not in RANK_STOP or letter(text, start - 1) in "提超空史眼目以从之此先面生"):
        return None
    return Found(start, end, quantity("rank", Amount(None, Decimal(1), value, "top"), "位"))


def leader(match: re.Match[str]) -> Built:
    """Build a first place in words: 居榜首, 夺得冠军, 居全国之首."""
    text, start, end = match.string, match.start(), match.end()
    if context.is_quoted(text, start):
        return None
    place = {"亚军": 2, "季军": 3}.get(match[0], 1)
    if not LEADING.search(text, max(0, start - 12), start):
        return None
    return Found(start, end, quantity("rank", exactly(Decimal(place)), "位"))


LEADING = re.compile(r"[居列占登夺获摘得排位登顶雄踞跃][^,。;!?\n]{0,10}$")


def is_year(numeral: str) -> bool:
    """Whether a bare number is rather the year of an event: 2025国庆档."""
    return len(numeral) == 4 and numeral[:2] in ("19", "20")

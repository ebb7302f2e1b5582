"""Guards: where a numeral is part of a word, a code or a name, and where number and unit count nothing."""

from __future__ import annotations

import re
from typing import Final

from newscli.extractors.quantity import context
from newscli.extractors.quantity.lexicon import Unit, bonds, set_words, words
from newscli.extractors.quantity.numerals import CLOSES, DIGITS, FIGURES, HALF, MIDDLE_DOT, SHY, neighbours
from newscli.extractors.quantity.rate_words import is_opener
from newscli.extractors.quantity.reader import Measured
from newscli.model import Quantity
from newscli.rules.rule import Found

B: Final = bonds()
W: Final = words()
LONE: Final = frozenset([*SHY, "数"])
"""Letters that are no numeral alone: 陆 of 陆续, 拾 of 拾起."""
STOP: Final = CLOSES.union("的和与及或")
"""What may stand behind a number that is complete in itself."""
GOES_ON: Final = frozenset(FIGURES + ".第〇零")
"""Behind these a Chinese digit goes on with a numeral or an ordinal."""


def is_declined(text: str, start: int, end: int) -> bool:
    """Whether a numeral is none: in a word, in a quotation that is a name, behind 每."""
    first, before = text[start], text[start - 1]
    if first in FIGURES:
        doubtful = before in BEFORE_FIGURES or first == "0" or text[end] in AFTER_ZERO
    elif first in LONE and end - start == 1:
        return True
    elif first == "一" and (text[start + 2] in CHAIN_OPENS or text[start - 2] == "一" or before in CHAIN_CLOSES):
        doubtful = True
    else:
        doubtful = before in BEFORE_LETTERS or first == text[start + 1]
    if doubtful and (is_each(text, start) or is_repeated(text, start) or is_inside_word(text, start, end)):
        return True
    return context.is_quoted(text, start) and text[end] != "%"


def is_each(text: str, start: int) -> bool:
    """Whether a numeral says of how many each: 每3天, 每隔5米."""
    return text[start - 1] == "每" or text.startswith("每隔", max(0, start - 2))


def is_repeated(text: str, start: int) -> bool:
    """Whether 一 with its letter stands twice: 一点一点, 一场接一场 tell how, not how many."""
    if text[start] != "一":
        return False
    pair = text[start : start + 2]
    ahead, back = tuple(link + pair for link in CHAIN), tuple(pair + link for link in CHAIN)
    return text.startswith(ahead, start + 2) or text.endswith(back, 0, start)


CHAIN: Final = ("", *W.names["chains"])
CHAIN_OPENS: Final = frozenset("一").union(link[0] for link in CHAIN[1:])
CHAIN_CLOSES: Final = frozenset(link[-1] for link in CHAIN[1:])


def is_inside_word(text: str, start: int, end: int) -> bool:
    """Whether a numeral continues a code, a decimal or a word: A02, 3.5, 第四, 统一, 周三."""
    before = text[start - 1]
    if text[start] in FIGURES:
        if text[start] == "0" and text[start + 1 : start + 2].isdigit():
            return True
        if is_code_letter(before) or (before == MIDDLE_DOT and text[start - 2].isdigit()):
            return True
        if before in "-/:" and text[start - 2].isascii() and text[start - 2].isalnum():
            return True
        return before in "第〔[" or (text[end] in AFTER_ZERO and text[end - 1] == "0")
    if before in GOES_ON:
        return True
    return continues_word(text, start) or (end - start == 2 and text[start] == text[start + 1])


def is_code_letter(before: str) -> bool:
    """Whether the letter in front of a number makes a code of it: A02, 3.5, V1."""
    return before.isascii() and (before.isalnum() or before in "._+#@&=")


AFTER_ZERO: Final = "后〕"
"""Behind a number that ends in 0: 90后, 〔2020〕."""
BEFORE_FIGURES: Final = frozenset(c for c in map(chr, range(128)) if is_code_letter(c) or c in "-/:[").union(
    "第〔每隔·"
)
"""Letters that, before figures, make it worth asking whether they are a number of their own."""
BEFORE_LETTERS: Final = GOES_ON.union(B.one, B.digit, "每隔")
"""The same before a numeral in letters."""


HALVES: Final = frozenset("上下")
HALVED: Final = frozenset("天夜晌")
"""What 上半 and 下半 are halves of."""


def continues_word(text: str, start: int) -> bool:
    """Whether the letters before a Chinese numeral make one word with it: 统一, 周三, 高三, but not 提高三成."""
    before = text[start - 1]
    if text[start] == "一" and before in B.one:
        return text[start - 2] != "地"  # 地下一层, 地上一层
    if text[start] == HALF and before in HALVES:
        return text[start + 1] in HALVED  # 上半天, 下半夜; but 晚上半小时
    return before in B.digit and text[start - 2] not in B.digit[before]


def set_word(text: str, at: int, _: int) -> Found[Quantity] | None:
    """Claim the text of a word or name that holds a numeral and counts nothing: 三门峡, 二手车, 四套班子."""
    best: Found[Quantity] | None = None
    for offset, words_there in set_words()[text[at]][text[at + 1]].items():
        start = at - offset
        if start >= 0 and text.startswith(words_there, start):
            end = start + next(len(word) for word in words_there if text.startswith(word, start))
            if best is None or end - start > best[1] - best[0]:
                best = start, end, None
    return best


MEMBERS: Final = frozenset("届级款版季")
"""Units that a year in front of them names: 2025届毕业生, 2024款新车."""
SHORT: Final = 2
"""一 with a unit of one letter; with another such pair behind it, it tells how: 一点一滴, 一户一档, 一进一出."""
SOME_ZERO: Final = frozenset("例起人件个次元分%")
"""What 零 counts: 零起事故; elsewhere it opens a name (零道高速)."""


POINTED: Final = frozenset("这那哪")
"""Before 一 with a classifier: this one, which counts nothing, or the classifier opens the noun (这一项目, 这一人数)."""
SOME_DAY: Final = POINTED.union("的有某")
"""Before 一天 and 一年: one of many, no stretch of time (10月的一天, 在新的一年里, 总有一天)."""
STOCKS: Final = re.compile("[^,。;\n]{0,4}股(?:票|价)?(?:价格)?(?:平均|综合)?(?:价格)?指数")
"""Behind a number these name an index: 日经225种股票平均价格指数."""
NAMING: Final = frozenset("个次点米种") | {"公里", "公斤", "千克"}
CLOCK_HOURS: Final = 24
INDEX_WORDS: Final = re.compile("指|涨|跌|报|升|降|收|失守|高|低")
SITTING: Final = ("会议", "全会", "全体会议")


def is_name(text: str, start: int, first: Measured, unit: str) -> bool:
    """Whether a count belongs to a name: 七个着力, 十四届人大三次会议, 100米自由泳, 12点 of the clock."""
    digits = first.digits
    if unit == "个":
        return digits[0] > "9" and text.startswith(W.names["slogans"], first.end)
    if unit == "种":
        return STOCKS.match(text, first.end) is not None
    if unit == "次":
        return text.startswith(SITTING, first.end) and "届" in text[max(0, start - 14) : start]
    if unit == "点":
        hour = digits.isdigit() and digits.isascii() and int(digits) <= CLOCK_HOURS
        return hour and INDEX_WORDS.search(text, max(0, start - 8), start) is None
    return text.startswith(W.names["events"], first.end)


def is_no_count(text: str, start: int, first: Measured, counted: Unit) -> bool:
    """Whether number and unit open something else: 一袋袋 (each bag), 三个月期铜 (a contract), 2025届, 五年级2班."""
    after = text[first.end]
    unit, digits = counted.prints, first.digits
    if unit in DOUBTED and is_no_unit(text, start, first, unit):
        return True
    if (after == "讯" and text.startswith("本报", start - 2)) or (digits == "零" and unit not in SOME_ZERO):
        return True
    if len(digits) == SHORT and counted.kind == "count" and is_spoken(digits):
        return True
    if digits in ONE:
        pointed = POINTED if counted.kind == "count" else SOME_DAY if counted.kind == "duration" else ""
        if digits == "一" and text[start - 1] in pointed:
            return True
        each = first.end - start == SHORT and "一" in (after, text[start - SHORT])
        return (each and counted.kind != "money") or after == text[first.end - 1] or is_opener(text, start)
    return after == "期" and counted.kind == "duration" and text[first.end + 1] not in "间限满内"


ONE: Final = frozenset(("一", "1"))


def is_spoken(digits: str) -> bool:
    """Whether two Chinese digits are the name of a day or a number as spoken: 五一出游, 三八节; not 二三, 三五, 十五."""
    return digits[0] > "9" and all(DIGITS.get(digit) for digit in digits) and neighbours(digits) is None


def is_no_unit(text: str, start: int, first: Measured, unit: str) -> bool:
    """Whether what looks like a unit is part of a name or an address: 2025届毕业生, 100米自由泳, 3幢2单元, 五年级2班."""
    digits = first.digits
    if (unit == "把" and digits in "百千万") or (unit == "班" and text[start - 1] in "级)"):
        return True
    if unit in MEMBERS and len(digits) == 4 and digits[:2] in ("19", "20"):
        return True
    return is_address(text, start, unit) or (unit in NAMING and is_name(text, start, first, unit))


VILLAGE: Final = frozenset("村社队屯庄寨弯")
FLAT: Final = "单元"
HOUSES: Final = frozenset("栋幢座")
DOUBTED: Final = MEMBERS | NAMING | HOUSES | {"把", "班", "组", "度", FLAT}
"""Units that may be no unit; only of these more is asked."""
HOUSE: Final = re.compile(r"\d{1,3}[栋幢座]\d{1,4}(?:单元|层|室|号|楼)")
"""3幢2单元: a house and what is in it."""
LATITUDE: Final = frozenset("纬经")


def is_address(text: str, start: int, unit: str) -> bool:
    """Whether number and unit name a place: 八一村六组, 北纬30度."""
    before = text[start - 1]
    return (
        (unit == "组" and before in VILLAGE)
        or (unit == "度" and before in LATITUDE)
        or (unit == FLAT and (before in HOUSES or before in "号楼"))
        or (unit in HOUSES and HOUSE.match(text, start) is not None)
    )


TRAILING: Final = ("左右", "以上", "以下", "以内", "不等", "上下浮动")


def is_rhetorical(text: str, read: Measured) -> bool:
    """Whether a lone 百, 千 or 万 only says many: 千里, 万人; not before a classifier (百家), closing with 元 (一周涨千元) or bounded (百元左右)."""
    if text.startswith(TRAILING, read.end):
        return False
    if read.unit is None or read.unit.prints in ("人", "里", "次", "句", "年"):
        return True
    if read.unit.kind == "count":
        return read.digits not in "百千"
    return read.unit.prints != "元" or text[read.end] not in STOP

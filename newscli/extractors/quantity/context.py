"""What the surroundings of a number say: quotations, elided units, hedges that stand apart."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from newscli.extractors.quantity.lexicon import Unit, units, words
from newscli.extractors.quantity.numerals import CLOSES, numeral_end
from newscli.extractors.quantity.reader import read_unit
from newscli.model import Hedge, QuantityKind
from newscli.rules.hanzi import HANZI
from newscli.rules.pattern import alternation
from newscli.rules.per_text import PerText

U: Final = units()
W: Final = words()
TITLE, QUOTATIONS = "《", "“‘「『"
"""Marks that open what is a name by them."""


@cache
def opened_by(mark: str) -> re.Pattern[str]:
    """Return the pattern of what a mark opens; as it begins with a plain letter, its search is the fastest there is."""
    return re.compile(
        rf"{TITLE}[^《》\n]{{1,60}}》" if mark == TITLE else rf"{mark}[^“”‘’「」『』,。;:!?\n]{{1,14}}[”’」』]"
    )


@PerText
def quoted(text: str) -> bytes:
    """Return by place whether it lies inside of what is a name by its marks: short quotations (“四下基层”) and titles (《…》)."""
    inside = bytearray(len(text))
    for mark in TITLE + QUOTATIONS:
        for start, end in [match.span() for match in opened_by(mark).finditer(text)] if mark in text else ():
            inside[start:end] = b"\1" * (end - start)
    return bytes(inside)


def reach_back(text: str, start: int, reach: int, marks: str = "\n") -> int:
    """Return how far back one looks from a place: so many characters, and no further than the end of the line before."""
    left = max(0, start - reach)
    return max(left, *(text.rfind(mark, left, start) for mark in marks))


def is_quoted(text: str, at: int) -> bool:
    """Whether a place lies inside a short quotation or a title."""
    return quoted(text)[at] > 0


def is_sum(text: str, at: int) -> bool:
    """Whether the noun at a place makes a sum of money of the number before it: 百亿产值, 十万悬赏."""
    return SUM.match(text, at) is not None


MAY, REACHES, GIVES = (alternation(W.link[part]) for part in ("may", "reaches", "gives"))
APART: Final = re.compile(
    f"(?P<hedge>{alternation(W.apart)})(?P<may>{MAY})?(?P<reaches>{REACHES})?(?P<gives>可?(?:{GIVES}))?$"
)
ABOUT_VERB: Final = re.compile(rf"约(?![定束谈会见请稿旦翰克法章瑟]){HANZI}{{1,3}}$")


VERB_REACH: Final = 7
VERB_LETTERS: Final = re.compile("[约最至起]")
"""Letters of the hedges that a verb parts from its number."""
OF: Final = "的"
LINKS: Final = frozenset(word[-1] for part in W.link.values() for word in part) | {OF}
"""Letters that part a hedge from its number: 最高可达5万元, 超过总值的100%."""


def hedge_at_distance(text: str, start: int, kind: QuantityKind) -> Hedge | None:
    """Return the hedge that stands before the verb of a number, or apart from it: 约增长3成, 最多容纳500人, 最高可达5万元."""
    if VERB_LETTERS.search(text, start - VERB_REACH, start) is not None:
        hedge = hedge_before_verb(text, start) or bound_before_verb(text, start)
        if hedge is not None:
            return hedge
    return hedge_apart(text, start, kind) if text[start - 1] in LINKS or kind == "ratio" else None


def hedge_before_verb(text: str, start: int) -> Hedge | None:
    """Return ``about`` where 约 stands before the verb of a number: 约裁减25%, 约增长3成; not 节约5吨, 约定3天."""
    if "约" not in text[max(0, start - 4) : start]:
        return None
    match = ABOUT_VERB.search(text, max(0, start - 4), start)
    if match is None or text[match.start() - 1] in W.guard["约"]:
        return None
    return W.before["约"]


LOOSE: Final = frozenset("的时一")
"""最多的是, 最多时达: the bound is not of this number."""
AT_VERB: Final = re.compile(rf"(?P<hedge>最多|至多|至少|最少|起码){HANZI}{{1,5}}$")


def bound_before_verb(text: str, start: int) -> Hedge | None:
    """Return the bound that stands before the verb of a number: 最多容纳500人; not 最多的500人."""
    match = AT_VERB.search(text, max(0, start - VERB_REACH), start)
    return None if match is None or not LOOSE.isdisjoint(match[0]) else W.before[match["hedge"]]


SHARED: Final = frozenset(("ratio", "percent", "percentage_point"))
"""Kinds that are a part of what stands before 的: 突破总值的100%."""
ATTAINED: Final = frozenset(("最高", "最低", "最长"))
"""Bounds of what may be had (最高可达5万元, 最高奖励5万元), but plain attributes of what was: 增速最高达到25%."""


def hedge_apart(text: str, start: int, kind: QuantityKind) -> Hedge | None:
    """Return the hedge that a verb or a noun parts from its number: 最高可达5万元, 突破总值的100%, 超过要求两倍."""
    if text[start - 1] == "的" and kind not in SHARED:
        return None
    if text[start - 1] == "的" or kind == "ratio":
        match = (EXCEEDS if text[start - 1] == "的" else EXCEEDS_BY).search(text, max(0, start - 16), start)
        if match is not None or text[start - 1] == "的":
            return W.before[match["hedge"]] if match else None
    match = APART.search(text, max(0, start - 10), start)
    if match is None or (match["hedge"] in ATTAINED and not match["may"] and not match["gives"]):
        return None
    return W.apart[match["hedge"]]


EXCEEDING: Final = alternation(W.link["exceeds"])
EXCEEDS: Final = re.compile(rf"(?P<hedge>{EXCEEDING}|约占|约为|约是|大概占?|大约占?)[^,。;!?\n\d]{{2,12}}的$")
EXCEEDS_BY: Final = re.compile(rf"(?P<hedge>{EXCEEDING})[^,。;!?\n\d]{{2,8}}$")


def one_of(kind: str) -> re.Pattern[str]:
    """Return the pattern of the nouns of one kind that tell what a bare number is."""
    return re.compile(alternation(W.bare[kind]))


NATION_REACH: Final = 400
"""How far before a sum the nation may be named whose money it is."""


def is_sum_before(text: str, start: int) -> bool:
    """Whether the noun that ends at a place makes a sum of money of the number behind it: 悬赏50万征集线索."""
    return any(text.endswith(noun, 0, start) for noun in W.bare["sums_before"])


def is_counted_behind(text: str, end: int) -> bool:
    """Whether 的 and people or views follow a number: 1亿的人口."""
    return text[end] == "的" and COUNTED_NOUN.match(text, end + 1) is not None


NUMBER_OF: Final = re.compile(r"(?<![指系倍])数量?(?:已|达到?|约|为|超|共|近)*$")


def is_number_of(text: str, start: int) -> bool:
    """Whether the number at a place says how many of what was named: 晶体管数超过100亿."""
    return NUMBER_OF.search(text, max(0, start - 6), start) is not None


PRICED: Final = re.compile(rf"的{HANZI}{{0,2}}[价款金费薪债]")


def is_priced(text: str, end: int) -> bool:
    """Whether a price or a fee is named behind a number: 20万的收购价."""
    return PRICED.match(text, end) is not None


def nation_currency(text: str, start: int, unit: Unit) -> str | None:
    """Return the currency of the nation that the text names last before a sum: 500万比索 of 墨西哥政府."""
    nations = W.nation.get(unit.prints)
    if nations is None:
        return unit.currency
    left = max(0, start - NATION_REACH)
    last, currency = max((text.rfind(name, left, start), code) for name, code in nations.items())
    return currency if last >= 0 else unit.currency


MONEY_NOUN, SUM, COUNTED_NOUN, INDEX = (one_of(kind) for kind in ("money", "sums", "counted", "index"))


def is_counted_clause(text: str, start: int) -> bool:
    """Whether the line up to a number spoke last of people or views (人口14亿,8亿在农村), and not of money since."""
    left = reach_back(text, start, 30, "\n。")
    counted = [match.end() for match in COUNTED_NOUN.finditer(text, left, start)]
    return bool(counted) and MONEY_NOUN.search(text, counted[-1], start) is None


def is_money_clause(text: str, start: int) -> bool:
    """Whether the line up to a number speaks of money."""
    left = reach_back(text, start, 30, "\n。")
    return MONEY_NOUN.search(text, left, start) is not None


def spoken_elsewhere(text: str, numeral: str, start: int) -> int:
    """Return where the same numeral stands again, or -1: a headline leaves out the unit that the text has (7047万余元)."""
    for at in (
        text.find(numeral, start + len(numeral), start + 3000),
        text.rfind(numeral, max(0, start - 3000), start),
    ):
        if at >= 0 and not text[at - 1].isdigit():
            return at
    return -1


JOINTS: Final = frozenset("、和与及或")
LONGEST_LIST: Final = 8


def unit_of_list(text: str, end: int) -> Unit | None:
    """Return the unit that the last of a list of numbers lends to the others: 分别为348.61亿与459.16亿欧元."""
    first = end
    for _ in range(LONGEST_LIST):
        if text[end] not in JOINTS and not (end == first and text[end] in LEVEL_JOINTS):
            return None
        start, end = end + 1, numeral_end(text, end + 1)
        found = read_unit(text, end, text[start:end]) if end > start else None
        if found:
            return None if found[0].kind == "duration" or is_over(text, first, found[0]) else found[0]
    return None


LEVEL_JOINTS: Final = frozenset("到至")
"""Between two levels: 从1亿到3亿元."""
PERCENT_DIGITS: Final = 2


def is_over(text: str, end: int, unit: Unit) -> bool:
    """Whether the bare number up to a place is too large for a share (波音777和48%的航班)."""
    return unit.kind == "percent" and text[max(0, end - PERCENT_DIGITS - 1) : end].isdigit()


NAMES_FROM: Final = 100
"""Numbers from here on name an institution (985高校, 301医院) where smaller ones count (14高校)."""


def counted_noun(text: str, end: int, number: Decimal | None) -> bool:
    """Whether a noun that headlines count without a classifier begins at a place: 14高校, 欧洲30国, but 107国道."""
    sizes = W.counted_lengths.get(text[end], ())
    noun = next((text[end : end + size] for size in sizes if text[end : end + size] in W.counted), "")
    if len(noun) == 1 and text[end + 1] in W.noun_not_before:
        return False
    if (len(noun) == 1 or noun in W.named) and number is not None and number >= NAMES_FROM:
        return False
    return noun != "" and not text.startswith("集团", end + 1)


READS: Final = frozenset("为至到达报于是有升降落涨跌的近约超")
"""Letters that stand before the bare reading of an index: 信心指数为95.2, 生育率升至0.76."""
READ_STOP: Final = CLOSES.union("之后")


def is_reading(text: str, start: int, end: int) -> bool:
    """Whether a bare decimal is the reading of an index: 信心指数为95.2, 在3月走高至101.4."""
    if text[start - 1] not in READS or text[end] not in READ_STOP:
        return False
    left = reach_back(text, start, 60)
    return INDEX.search(text, left, start) is not None

"""What neighbours lend each other: the rate of a first level (由每吨800元降到500元), the hedge of a list (分别不低于30%、60%)."""

from __future__ import annotations

import re
from typing import Final

from newscli.extractors.quantity.flow import table
from newscli.extractors.quantity.lexicon import units
from newscli.extractors.quantity.rate_grammar import grammar
from newscli.model import Hedge, Mention, Quantity
from newscli.rules.pattern import alternation

LEVELS: Final = re.compile(r"[^,。;:!?\n]{0,5}[到至为成](?:[^,。;:!?、\n]{1,9}的)?|[、和与或及]|不等,")
DELTA: Final = re.compile(r"[,、](?:同比|环比|[比较][^,。;\d]{1,10}?)(?:增加|增长|提高|减少|下降|降低|多|少|增|减)了?")
"""The change of a rate is a rate too: 日均开行11482列,同比增加755列."""
TIMES: Final = frozenset(("年", "月", "日", "天", "周", "季", "小时", "季度"))
ITEMS: Final = re.compile(r"[、和与及,]")
NEAR: Final = 16
"""How far apart two levels may stand."""
FAR: Final = 14
"""How far apart two yields of one rate may stand: 每年可节水3亿立方米、节电2亿千瓦时."""
DEALT: Final = re.compile(
    r"\)?(?P<joint>[、和与及,])(?:可|将|约|能|并|还|也|又|以及)*(?P<what>[^,。;:!?、\n\d()]{0,8})\(?"
)
WHOLE: Final = re.compile("总|共|计|占|投资|现有|全|其中|每|均|达到|第|比|较|光|同期|去年|上年")
"""Words that end what a rate governs: 年产10万吨、总投资5亿元."""
EACH, ADVERB = "每", 16
"""每年 as an adverb governs the next clause too: 每年接待游客10万人次,旅游收入上千万元."""
PRINTED: Final = frozenset("每/均一")
"""Letters of a rate that stands in the surface itself and governs that number alone: 每吨800元."""
DISTANCE: Final = 14
"""How far before the first of a list 分别 may stand."""


def lend(text: str, mentions: list[Mention[Quantity]]) -> list[Mention[Quantity]]:
    """Return the mentions, each with what its left neighbour lends it."""
    return lent_back(text, lent(text, mentions)) if len(mentions) > 1 else mentions


def lent(text: str, mentions: list[Mention[Quantity]]) -> list[Mention[Quantity]]:
    """Return the mentions in turn; what one is lent it lends on."""
    last = mentions[0]
    found = [last]
    for mention in mentions[1:]:
        a, b = last.value, mention.value
        if mention.start - last.end <= NEAR and a.unit == b.unit and a.kind == b.kind and a.currency == b.currency:
            last = mention._replace(value=borrowed(text, last, mention))
        elif a.per and not b.per and (governs(text, last, mention) or is_same_price(text, last, mention)):
            last = mention._replace(value=b._replace(per=a.per))
        else:
            last = mention
        found.append(last)
    return found


PRICE_FAR: Final = 24
"""How far apart two levels of one price may stand: 每盎司下跌1.5美元,纽约市场收于287.3美元."""
PRICE_LEVEL: Final = re.compile(
    r"[^。;!?\n\d]*(?:收于|收在|收报|报收|报|开在|至|到|为|达|是|兑换?|的|最高|最低|[、和与]|之间,)(?:了|约|近)?"
)
NOW: Final = re.compile(rf"[,、;](?:{alternation(table()['one']['now'])})(?:只要|仅需|[约近仅只才])?")
"""Between two prices of one thing, then and now: 年前一斤0.5元,年后0.4元."""
ALIKE: Final = 3
"""Two levels of one price differ by no more than so many times."""


def is_same_price(text: str, first: Mention[Quantity], second: Mention[Quantity]) -> bool:
    """Whether two sums are levels of one price (1美元兑1.79马克,前一交易日为1.78马克) or prices of one money in others."""
    a, b = first.value, second.value
    if a.kind != "money" or b.kind != "money" or second.start - first.end > PRICE_FAR or a.per in TIMES:
        return False
    gap = text[first.end : second.start]
    if a.currency != b.currency:
        return a.per in MONEYS and gap in LISTING
    if not is_alike(a, b):
        return False
    if text[first.start : second.start].count("每") > 1 or WHOLE_SUM.search(gap):
        return False
    return PRICE_LEVEL.fullmatch(gap) is not None or NOW.fullmatch(gap) is not None


def is_alike(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities are in one unit and of one order of size."""
    low, high = a.value if a.value is not None else a.low, b.value if b.value is not None else b.low
    if low is None or high is None or (a.unit, a.currency) != (b.unit, b.currency):
        return False
    return min(low, high) * ALIKE >= max(low, high)


NAME: Final = 4
"""How long the name may be that a list sets before each of its numbers: 人均收入甲县1200元,乙县1500元."""
MONEYS: Final = frozenset(unit.prints for unit in units().units.values() if unit.kind == "money")
LISTING: Final = frozenset(("、", "和", ",", "与", "以及", "及"))
WHOLE_SUM: Final = re.compile("总|共|计|收入|利润|额|其中|补贴|奖")
"""Sums that are no price: 每吨补贴300元,总额为500元."""


YIELDS: Final = frozenset(("count", "money", "measure"))


def governs(text: str, first: Mention[Quantity], second: Mention[Quantity]) -> bool:
    """Whether the rate of one yield is that of the next too: 户均耕地3亩、林地2亩, 年节煤5万吨,减排二氧化碳14万吨."""
    if second.value.kind not in YIELDS or second.start - first.end > FAR:
        return False
    link = DEALT.fullmatch(text, first.end, second.start)
    if link is None or WHOLE.search(link["what"]) or not PRINTED.isdisjoint(text[first.start : first.end]):
        return False
    grams = grammar()
    if first.value.per not in TIMES:
        return link["joint"] != "," or (len(link["what"]) <= NAME and is_alike(first.value, second.value))
    if EACH in text[max(0, first.start - ADVERB) : first.start] and link["what"]:
        return True
    return (not link["what"] and link["joint"] != ",") or link["what"].startswith(grams.yields)


def lent_back(text: str, mentions: list[Mention[Quantity]]) -> list[Mention[Quantity]]:
    """Return the mentions, each with the rate that its right neighbour has behind it: 15元甚至20元每小时."""
    out = list(mentions)
    for at in range(len(out) - 2, -1, -1):
        first, second = out[at], out[at + 1]
        if not second.value.per:
            continue
        a, b = first.value, second.value
        if b.per and not a.per and (a.unit, a.currency) == (b.unit, b.currency) and b.unit and second.end > first.end:
            behind = text.startswith(b.per, second.end - len(b.per)) and not text.endswith(b.unit, 0, second.end)
            if behind and ALTERNATIVE.fullmatch(text, first.end, second.start):
                out[at] = first._replace(value=a._replace(per=b.per))
    return out


ALTERNATIVE: Final = re.compile("甚至|乃至|或者?|到|至|、|和|与")


def borrowed(text: str, first: Mention[Quantity], second: Mention[Quantity]) -> Quantity:
    """Return the second quantity with the rate and the hedge of the first, where the words between lend them."""
    value = second.value
    gap = text[first.end : second.start]
    of_rate = value.kind != "money" and first.value.per not in MONEYS and DELTA.fullmatch(gap)
    if (
        first.value.per
        and not value.per
        and (LEVELS.fullmatch(gap) or of_rate or governs(text, first, second) or is_same_price(text, first, second))
    ):
        value = value._replace(per=first.value.per)
    dealt_out = "分别" in text[max(0, first.start - DISTANCE) : first.start]
    if dealt_out and first.value.hedge in LENT and value.hedge == "exact" and ITEMS.fullmatch(gap):
        value = under(value, first.value.hedge)
    return value


LENT: Final[frozenset[Hedge]] = frozenset(("at_least", "at_most", "over", "under", "nearly", "about"))


def under(value: Quantity, hedge: Hedge) -> Quantity:
    """Return an exact quantity under a hedge."""
    low = None if hedge in ("nearly", "under", "at_most") else value.value
    high = None if hedge in ("over", "at_least") else value.value
    return value._replace(low=low, high=high, hedge=hedge)

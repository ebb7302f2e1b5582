"""Datelines (电头): who files the story, from where, on which day."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from newscli.model import Dateline
from newscli.rules.hanzi import HANZI, NO_HANZI
from newscli.rules.packed import load_table
from newscli.rules.pattern import alternation

LONGEST_OUTLET: Final = 24
REACH: Final = 64
"""A dateline ends within so many characters of where it begins."""
DAY: Final = r"(?=[\d一二三四五六七八九十廿])(?:(?:\d{4}年)?(?:[1-9]|1[0-2]|0[1-9]|[一二三四五六七八九]|十[一二]?)月(?:\d{1,2}|[一二]?十[一二三四五六七八九]?|三十一?|廿[一-九]?|[一二三四五六七八九])日|(?<=[^\d月])\d{1,2}日)"
DAY_END: Final = "日"
COUNTRY: Final = rf"\({HANZI}{{2,6}}\)"
"""The country behind a town abroad: 新华社达沃斯(瑞士)1月29日电."""
OPENING: Final = re.compile(r"[■●◆▲★◎□○◇△☆▪◼◾※▶►]?+ ?+[\[<(【〔「]? ?")
"""What may stand before a dateline: the mark of one brief among others, a bracket."""
BRACKETS: Final = frozenset("[(<【〔")


@cache
def reported() -> re.Pattern[str]:
    """Return the pattern of Taiwan's form, which opens with a bracket: 〔记者王小明/高雄报导〕, (中央社记者张三丰台北十二日电)."""
    return re.compile(
        rf"[\[(<【〔] ?(?P<outlet>(?:{HANZI}|·){{2,8}}?)??(?:特派|驻{HANZI}{{1,4}})?记者 ?{HANZI}{{2,3}}(?:[、 ]{HANZI}{{2,3}})*?"
        rf"[/ ]?(?P<place>{HANZI}{{2,5}}?)(?P<date>{DAY}|[一二三]?[十一二三四五六七八九]{{1,2}}日)?(?:综合|连线|现场|专访|特稿)?(?:报导|报道|电|专电)[\])>】〕]"
    )


class Patterns(NamedTuple):
    """The patterns that the table of outlets generates."""

    dated: re.Pattern[str]
    undated: re.Pattern[str]
    short: re.Pattern[str]
    """A short name of two letters or three that only its reporter shows to be one: 南都讯 记者…."""
    outlet: re.Pattern[str]
    ending: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """Return the patterns as generated from the table."""
    table = load_table("newscli.extractors.dateline", "outlets.toml")
    known = alternation(table["known"])
    endings = alternation(table["endings"])
    kinds = alternation(table["kinds"])
    outlet = rf"(?:综合)?据?(?:{known}|[^,。;!?()\[\]【】〔〕: ]{{0,{LONGEST_OUTLET}}}(?:{endings}))"
    return Patterns(
        dated=re.compile(
            rf"(?P<who>[^,。;!?()\[\]【】〔〕:\d]{{2,{LONGEST_OUTLET}}}?)(?:{COUNTRY})? ?(?P<date>{DAY}) ?(?P<kind>{kinds})"
        ),
        undated=re.compile(rf"(?P<who>{outlet}[^,。;!?()\[\]【】〔〕:\d]{{0,8}}?) ?(?P<kind>电讯|电|讯|消息)"),
        short=re.compile(
            rf"(?P<who>{HANZI}{{2,3}}(?<![{table['no_outlet']}])) ?(?P<kind>讯)(?= ?[(\[]?(?:{alternation(table['reporters'])}))"
        ),
        outlet=re.compile(outlet),
        ending=re.compile(rf"(?:{endings})$"),
    )


class Lead:
    """A dateline at the head of a paragraph, with where it begins and ends in it."""

    def __init__(self, start: int, end: int, dateline: Dateline, after: int) -> None:
        self.start = start
        self.end = end
        self.dateline = dateline
        self.after = after
        """Where a bracket with the signatures would begin."""


WEAK_KINDS: Final = frozenset({"消息", "报道", "报导"})
MESSAGE_AFTER: Final = re.compile(r" ?[(:,]| ")
AFTER: Final = re.compile(rf" ?(?:[(\[\]):,。>】〕」]|题|$)| |(?=记者|通讯员|{NO_HANZI})")


def find_lead(text: str) -> Lead | None:
    """Return the dateline that a folded paragraph opens with, if it does.

    >>> find_lead("本报嘉兴1月31日电(记者 李茸)无人车").dateline
    Dateline(text='本报嘉兴1月31日电', outlet='本报', place='嘉兴', date='1月31日')
    """
    head = text[:REACH]
    match = reported().match(head) if head[:1] in BRACKETS else None
    if match:
        end = match.end() - 1
        return Lead(1, end, Dateline(head[1:end], match["outlet"], match["place"], match["date"]), 0)
    start = past_bracket(head)
    made = patterns()
    match = made.dated.match(head, start) if DAY_END in head else None
    date = match["date"] if match else None
    if match is None:
        match = made.undated.match(head, start)
        if match is None:
            return find_short_lead(head, start)
        if not (AFTER.match(head, match.end()) or match["who"].endswith(("报", "网", "社"))):
            return None
    outlet, place = split_outlet(match["who"])
    if outlet is None or (match["kind"] in WEAK_KINDS and not is_message(match, outlet, place, date)):
        return None
    return Lead(start, match.end(), Dateline(match[0], outlet, place, date), match.end())


def find_short_lead(text: str, start: int) -> Lead | None:
    """Return the dateline of an outlet that only the reporter behind it shows to be one: 南都讯 记者…."""
    match = patterns().short.match(text, start)
    return Lead(start, match.end(), Dateline(match[0], match["who"], None, None), match.end()) if match else None


def find_end_lead(text: str) -> Lead | None:
    """Return the dateline in brackets that a story ends with, where it does: …覆盖12所小学。(本报达喀尔10月18日电).

    >>> find_end_lead("灯亮了。(本报达喀尔10月18日电)").dateline.place
    '达喀尔'
    """
    start = text.rfind("(", max(0, len(text) - REACH))
    if start < 0 or not text.endswith(")"):
        return None
    inside = text[start + 1 : -1]
    lead = find_lead(inside)
    if lead is None or lead.end < len(inside.rstrip()):
        return None
    return Lead(start + 1 + lead.start, start + 1 + lead.end, lead.dateline, start + 1 + lead.after)


def past_bracket(text: str) -> int:
    """Return where a text begins behind an opening bracket and a space, 0 where there is neither."""
    match = None if text[:1].isalnum() else OPENING.match(text)
    return match.end() if match else 0


def opens_like_lead(text: str) -> bool:
    """Return whether a text opens with the name of an outlet, as the first half of a broken dateline does."""
    start = past_bracket(text)
    return patterns().outlet.match(text, start) is not None


def is_message(match: re.Match[str], outlet: str, place: str | None, date: str | None) -> bool:
    """Return whether 消息 or 报道 ends a dateline: 央视网消息(新闻联播):, and not 据彭博社消息,一名 or 国防部网站消息."""
    quoted = match["who"].startswith("据") or len(outlet) < 3
    return not quoted and (date is not None or place is None) and bool(MESSAGE_AFTER.match(match.string, match.end()))


def split_outlet(who: str) -> tuple[str | None, str | None]:
    """Return outlet and place of what stands before the day: 新华社里约热内卢 → 新华社, 里约热内卢."""
    match = patterns().outlet.match(who)
    if match is None:
        return None, None
    # 红网 and 时刻新闻 are one outlet; 社旗 after 本报 is a place.
    end = len(who) if patterns().ending.search(who) else match.end()
    outlet = who[:end].removeprefix("综合").removeprefix("据")
    return outlet, who[end:].strip() or None

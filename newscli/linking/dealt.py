"""Lists of numbers: those that 分别 deals out (X、Y和Z的产量分别为A、B和C), and those whose noun stands behind the last."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newscli.linking.behind import noun_after
from newscli.linking.clause import first_phrase
from newscli.linking.governor import clause_start, passed_over
from newscli.linking.lexicon import load_holding
from newscli.linking.phrase import LONGEST, adjunct, is_property, phrase_after, phrase_before
from newscli.linking.site import MOST_JOINED, Site, Subject
from newscli.linking.tokens import NUMBER, PLACE, Tokens

DEALING: Final = "i"
"""The tag of 分别, 依次 and the like."""
BY_ORDER: Final = "dealt out by order"
EARLIER: Final = re.compile(rf"{NUMBER}[、c][UW]?$")
"""The number before one of a list, where each may have its verb: 增长5%、下降3%和下降8%."""
LATER: Final = re.compile(rf"[、c][UW]?{NUMBER}")
OTHER_PLACES: Final = re.compile(rf"(?:[、c,]{PLACE}+{NUMBER}){{1,{MOST_JOINED}}}(?![、c,]{PLACE})")
"""The other places of a list, each with its number."""
OTHER_NUMBER: Final = re.compile(r"[、c][nx]{0,2}N")
"""The next number of a list, with a name of its own at most: 4至5级、阵风6至7级偏北风."""
HOLDING: Final = frozenset({"", "V", "v", "L"})
"""What may govern a list of numbers that measure one noun: 建成5万吨和10万吨泊位."""
LONGEST_LIST: Final = 40
"""Numbers that 分别 deals out at most; a longer row of them is a table."""


class Turn(NamedTuple):
    """A number's turn in a list that 分别 deals out."""

    nth: int
    """Counts from nought."""
    numbers: int
    first: int
    """The token of the first number."""
    last: int
    """That of the last."""
    dealing: int
    """The token of 分别."""


def turn_of(tags: str, at: int) -> Turn | None:
    """Return the turn of the number at a token; nothing where 分别 stands before no list that it is one of."""
    if DEALING not in tags:
        return None
    first, nth = at, 0
    while nth < LONGEST_LIST and (before := EARLIER.search(tags, max(first - 3, 0), first)):
        first, nth = before.start(), nth + 1
    last, numbers = at, nth + 1
    while numbers <= nth + LONGEST_LIST and (after := LATER.match(tags, last + 1)):
        last, numbers = after.end() - 1, numbers + 1
    dealing = tags.rfind(DEALING, clause_start(tags, first), first)
    return Turn(nth, numbers, first, last, dealing) if dealing >= 0 and numbers > 1 else None


def dealt(site: Site) -> Subject | None:
    """Return the subject whose turn it is, where 分别 stands before the first number of the list."""
    found = turn_of(site.tags, site.at)
    if found is None:
        return None
    turn, numbers, first, last, dealing = found
    shared = noun_behind(site.tokens, last)
    if shared is not None:
        return Subject(shared, "noun after number", shared)
    names = names_before(site.tokens, dealing)
    if len(names) == numbers:
        name = names[turn] + stated(site.tokens, dealing, first)
        return Subject(name if len(name) <= LONGEST else names[turn], BY_ORDER, name)
    levels = [heard for heard in site.heard if heard.at < dealing or heard.sentence != site.sentence][-numbers:]
    clause = clause_start(site.tags, dealing)
    told = any(heard.sentence != site.sentence for heard in levels) and first_phrase(site.tokens, clause, dealing)
    if not names and not told and len(levels) == numbers:
        base = levels[turn].subject.base
        return Subject(base, BY_ORDER, base)
    counted = site.quantity.kind == "count" and site.at < last
    return noun_after(site.moved(last)) if counted else None  # 金华、衢州分别有12家和8家企业


def stated(tokens: Tokens, dealing: int, first: int) -> str:
    """Return the property between 分别 and the numbers, if any: 货运量 in 公路、铁路分别完成货运量2亿吨和1亿吨."""
    found = phrase_before(tokens, first - 1, dealing + 1)
    return tokens.say(*found) if found and found[1] == first - 1 and is_property(tokens, found[1]) else ""


def noun_behind(tokens: Tokens, last: int) -> str | None:
    """Return the noun that all numbers of a list modify: 分别持有该公司94%、6%的股权."""
    found = phrase_after(tokens, last + 2) if tokens.tags[last + 1 : last + 2] == "D" else None
    return tokens.say(*found) if found else None


def before_comparison(tags: str, dealing: int, floor: int) -> int:
    """Return the token before 分别, or before what it tells the numbers from: 果品、蔬菜价格比上周分别上涨2%和5%."""
    compared = tags.rfind("b", floor, dealing)
    if compared < 0:
        return dealing - 1
    opens = tags.rfind("c", floor, compared) if compared == passed_over(tags, dealing - 1, floor) else compared
    return (opens if opens > floor else compared) - 1


def names_before(tokens: Tokens, dealing: int) -> list[str]:
    """Return the things listed before 分别, each with the property that the last of them states for all."""
    tags = tokens.tags
    floor = clause_start(tags, dealing)
    found = phrase_before(tokens, passed_over(tags, before_comparison(tags, dealing, floor), floor), floor)
    if found is None or adjunct(tags, found[0], floor):
        return []  # 按可比口径分别增长31%和36%: an adjunct is not what the numbers are dealt to
    shared = ""
    if found[0] > floor and tags[found[0] - 1] == "D":  # 甲、乙、丙的出口量
        shared = tokens.say(*found)
        found = phrase_before(tokens, found[0] - 2, floor)
    names: list[str] = []
    last, bare = found, True
    while found is not None:
        names.append(tokens.say(*found))
        if found[0] <= floor or tags[found[0] - 1] not in "、c":
            break
        found = phrase_before(tokens, found[0] - 2, floor)
        bare = bare and not (found and tags[found[1]] in "GRn" and is_property(tokens, found[1]))  # 粮食产量、出栏头数
    if bare and len(names) > 1 and last and not shared and last[1] > last[0]:  # 玉米、水稻、大豆面积
        described = tags[last[0]] == "a" and len(names[1]) > 1  # 新房和二手住宅价格, but 男、女选手人数
        name = min(last[0] + described, last[1] - 1)
        shared = tokens.say(name + 1, last[1])
        names[0] = tokens.say(last[0], name)
    return [name if len(name + shared) > LONGEST else name + shared for name in reversed(names)]


def shared_behind(site: Site) -> Subject | None:
    """Read 遇难 in 甘肃113人、青海18人遇难: places with their numbers, and behind the last what is said of them all."""
    listed = OTHER_PLACES.match(site.tags, site.at + 1)
    return noun_after(site.moved(listed.end() - 1)) if listed else None


def listed_ahead(site: Site) -> Subject | None:
    """Read 泊位 in 建成5万吨和10万吨泊位: several numbers measure one noun behind the last of them."""
    tokens, tags, gov = site.tokens, site.tags, site.governor
    if gov.tag not in HOLDING or (gov.tag == "L" and tokens.say(gov.at, gov.at) not in load_holding()):
        return None
    last, unit = site.at, tokens.text[tokens.ends[site.at] - 1]
    for _ in range(MOST_JOINED):
        other = OTHER_NUMBER.match(tags, last + 1)
        if other is None or tokens.text[tokens.ends[other.end() - 1] - 1] != unit:
            break
        last = other.end() - 1
    found = phrase_after(tokens, last + 1) if last > site.at else None
    if found is None or found[0] != last + 1:
        return None
    text = tokens.say(*found)
    return Subject(text, "noun after number", text, sure=False)

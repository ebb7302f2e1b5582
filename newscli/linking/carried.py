"""Subjects that were named before: by an earlier number, an earlier clause, or the head of this one."""

from __future__ import annotations

from typing import Final

from newscli.linking.beside import deed_before, owner_of_rate, subject_before
from newscli.linking.clause import first_phrase
from newscli.linking.governor import LONGEST_CLAUSE, STOPS, clause_start, passed_over
from newscli.linking.lexicon import load_grounds, load_naming
from newscli.linking.phrase import LONGEST, is_property, phrase_after, phrase_before
from newscli.linking.site import Site, Subject
from newscli.linking.tokens import NUMBER, PLACE, Tokens

VERBAL: Final = frozenset("vVLUWJEp")
"""Without one of these a clause is a noun phrase."""
NAMED: Final = "words before verb of change"
SPANS: Final = frozenset("年季月周")
"""What stands between a level and its change against the same of a year or a quarter before."""
CLAUSES_BACK: Final = 8
"""Clauses without a noun that are looked back over for one: a longer row of them, 1家,2家,…, is a table."""


def same_unit(site: Site) -> Subject | None:
    """Read 问题 in 收集问题63个,解决61个: what the verb acts on was counted just before."""
    heard = site.last_of_unit()
    if heard is None or (heard.sentence != site.sentence and not site.governor.listed):
        return None
    if heard.subject.how in ("verb before number", "noun and verb before number"):
        return None  # 开工1500户,竣工1400户: the deeds differ
    base = heard.subject.base
    text = with_deed(site, base)
    return Subject(text, "carried from the number before", base if base in text else text, sure=heard.subject.sure)


def with_deed(site: Site, noun: str) -> str:
    """Return a noun named before with the verb that acts on it here (解决问题), or a verb that holds it: 立案, 破案."""
    tokens, gov = site.tokens, site.governor
    if gov.tag not in ("V", "v") or gov.at != site.at - 1:
        return noun
    verb = tokens.say(gov.at, gov.at)
    if len(verb) != 2 or noun.startswith(verb):
        return noun
    if verb[-1] in noun[-2:]:
        return verb  # but 启用 of 备用考场 says less than its noun
    return verb + noun if len(verb + noun) <= LONGEST else noun


def listed_with(site: Site) -> Subject | None:
    """Read the subject of the first number of a list: 分别为10亿、2.4亿、2.9亿人, 涨139点或0.76%."""
    tags = site.tags
    if tags[site.at - 1] not in "、c":
        return None
    heard = site.last_here()
    if heard is None or heard.at != site.at - 2:
        return None
    follows = tags[site.at + 1 : site.at + 2]
    if heard.quantity.kind in ("duration", "rank") or (follows and follows in "nwxaXG<kv"):
        return None
    return Subject(heard.subject.text, "carried along a list", heard.subject.base, sure=heard.subject.sure)


def second_level(site: Site) -> Subject | None:
    """Read the subject of the first level for the second: 由7欧元提高到8.5欧元."""
    gov, tags = site.governor, site.tags
    if gov.tag != "L" or not gov.floor or tags[gov.floor - 1] != NUMBER:
        return None
    heard = site.last_here()
    if heard is None or heard.quantity.kind != site.quantity.kind:
        return None
    between = tags[heard.at + 1 : site.at]
    if gov.floor != heard.at + 1 or any(tag in "nwxXGR" for tag in between):
        return None
    return Subject(heard.subject.text, "carried from the level before", heard.subject.base, sure=heard.subject.sure)


def among(site: Site) -> Subject | None:
    """Read 药品 in 新增药品91种,其中89种以谈判纳入: a part of what was counted before."""
    tags = site.tags
    follows = tags[site.at + 1 : site.at + 2]
    if site.at and tags[site.at - 1] == "g" and not (follows and follows in "nwxaXG<kvD"):
        return same_unit(site)
    return None


def summed_up(site: Site) -> Subject | None:
    """Read 项目 in 筛选项目40项,其中甲、乙、丙等三项."""
    tags = site.tags
    among = site.governor.listed and "g" in tags[clause_start(tags, site.at) : site.at]
    return same_unit(site) if among else None


def changed(site: Site) -> Subject | None:
    """Read the level before it in 同比增长5%."""
    tokens, gov = site.tokens, site.governor
    if gov.tag not in ("U", "W"):
        return None
    verb = tokens.say(gov.at, gov.at)
    names_itself = verb if len(verb) > 1 and verb[-1] in load_naming() else ""
    found = subject_before(site)
    if found is not None:
        text = tokens.say(*found)
        if text in SPANS and site.last_here():
            return carried(site)  # 季增6%、年增10.6%
        if found[0] == found[1] and tokens.tags[found[0]] == "R" and site.last():
            text = owner_of_rate(site, found[0]) + text
        if len(text + names_itself) <= LONGEST:
            text += names_itself  # 农民增收1960元
        return Subject(text, "noun before verb of change", text)
    plain = tokens.tags[gov.floor : gov.before + 1]
    start = gov.floor + len(plain) - len(plain.lstrip("dtg"))
    if names_something(site, plain.strip("dtg")) and tokens.ends[gov.before] - tokens.starts[start] <= LONGEST:
        text = tokens.say(start, gov.before) + names_itself  # 特斯拉跌超1%: a name that no table knows
        return carried(site) if text in SPANS and site.last_here() else Subject(text, NAMED, text, sure=False)
    heard = site.last()
    if names_itself and not (heard and heard.sentence == site.sentence and "b" in tokens.tags[gov.floor : gov.at]):
        return Subject(verb, "verb before number", verb, sure=False)
    return led_up_to(site) if not plain and "DL" in tokens.tags else level_before(site)


def led_up_to(site: Site) -> Subject | None:
    """Return the noun that the clause before leads up to, else the level before: 涨幅最大的是油菜,上涨42.27%."""
    end = site.governor.floor - 1
    told = told_last(site.tokens, clause_start(site.tags, end), end) if end > 0 else None
    return spoken(site.tokens, told) if told else level_before(site)


def level_before(site: Site) -> Subject | None:
    """Return what the level was of that has changed, told before."""
    heard = site.last()
    if heard is None:
        return None
    sure = heard.subject.sure and heard.sentence == site.sentence
    return Subject(heard.subject.base, "carried from the level before", heard.subject.base, sure=sure)


def names_something(site: Site, words: str) -> bool:
    """Return whether words before a verb of change may be a name.

    按可比口径 in 按可比口径增长5%, 转为 in 上涨2%转为下降7% and 预期的 in 好于预期的下降 are none.
    """
    if not words or words[0] == "p" or words.endswith("D"):
        return False
    heard = site.last_here()
    if heard is not None and not words.strip("#S"):
        return heard.subject.how == NAMED  # 甲市订单增长5%,乙市增长3%
    return bool(words.strip("vV")) or site.last_here() is None


def labelled(site: Site) -> Subject | None:
    """Read 工期 in 工期:360天, 控制价 in 招标控制价:4800万元: a line of a table with its label."""
    tokens, tags = site.tokens, site.tags
    colon = passed_over(tags, site.at - 1, 0)
    if colon < 1 or tags[colon] != ":":
        return None
    first, last = clause_start(tags, colon), colon - 1
    if first <= last and not tags[first:colon].strip("#S") and site.above and site.above.noun:
        return Subject(site.above.noun, "line above the list", site.above.noun)
    if first > last or not tags[first:colon].strip("#@S") or "E" in tags[first:colon] or NUMBER in tags[first:colon]:
        return None
    text = tokens.say(first, last)
    if len(text) > LONGEST:
        found = phrase_before(tokens, last, first)
        text = tokens.say(*found) if found else ""
    if site.above and site.above.properties and not is_property(tokens, last) and text not in site.above.properties:
        stated = text + site.above.properties[-1]
        return Subject(stated if len(stated) <= LONGEST else text, "label before the colon", text)
    return Subject(text, "label before the colon", text) if len(text) > 1 else None


def ranked_alike(site: Site) -> Subject | None:
    """Read what the first rank of a list spoke of: 居全国第一、全球第三."""
    heard = site.last_here()
    if heard is None or heard.quantity.kind != "rank":
        return None
    if site.tags[site.governor.floor - 1 : site.governor.floor] != "、":
        return None
    return Subject(heard.subject.base, "carried from the number before", heard.subject.base, sure=heard.subject.sure)


def ranked(site: Site) -> Subject | None:
    """Read 总产量 in 总产量居全国第二: the scope between verb and rank is passed over."""
    gov = site.governor
    if gov.tag not in ("J", "L"):
        return None
    found = phrase_before(site.tokens, gov.before, gov.floor)
    if found is None:
        return place_ranked(site) or deed_ranked(site) or carried(site)
    text = site.tokens.say(*found)
    return Subject(text, "noun before verb", text)


def deed_ranked(site: Site) -> Subject | None:
    """Read 摔倒致死 in 摔倒致死占第六位."""
    found = deed_before(site)
    text = site.tokens.say(*found) if found else ""
    return Subject(text, "deed before verb", text, sure=False) if text else None


def place_ranked(site: Site) -> Subject | None:
    """Read 义乌 in 义乌名列第三: where nothing else stands before the verb, the place itself is ranked."""
    tokens, gov = site.tokens, site.governor
    if gov.before < gov.floor or tokens.tags[gov.before] != PLACE or tokens.tags[gov.floor : gov.before].strip("cd#"):
        return None
    text = tokens.say(gov.before, gov.before)
    return Subject(text, "place before verb", text, sure=False)


def carried(site: Site) -> Subject | None:
    """Read what the clause before spoke of, by its number or by the noun that opens it: 居第二, 均不达2%."""
    tokens = site.tokens
    heard = site.last()
    here = heard is not None and heard.sentence == site.sentence
    last = site.governor.floor - 1
    floor = max(heard.at if heard and here else 0, last - LONGEST_CLAUSE)
    for _ in range(CLAUSES_BACK):
        if last <= floor:
            break
        first = clause_start(tokens.tags, last)
        begin = max(first, heard.at + 1 if heard and here else 0)
        found = rate_spoken_of(site, begin, last) or spoken_of(tokens, begin, last)
        if found is not None:
            return spoken(tokens, found)
        last = first - 1
    if heard is None:
        return None
    return Subject(heard.subject.base, "carried from the number before", heard.subject.base, sure=here)


def spoken(tokens: Tokens, found: tuple[int, int]) -> Subject:
    """Return what a clause before was about as the subject of a number."""
    text = tokens.say(*found)
    return Subject(text, "noun that opens the clause before", text, sure=False)


def rate_spoken_of(site: Site, first: int, end: int) -> tuple[int, int] | None:
    """Return the rate in a clause that a change behind it is the size of: 订单增速前十城市为…,分别增长347%."""
    rate = site.tags.find("R", first, end) if site.governor.tag in ("U", "W") else -1
    return phrase_before(site.tokens, rate, first) if rate > first and "DL" not in site.tags[rate:end] else None


def told_last(tokens: Tokens, first: int, end: int) -> tuple[int, int] | None:
    """Return the noun that a clause leads up to: 涨幅最大的是油菜,上涨42.27%."""
    verb = tokens.tags.rfind("DL", first, end)
    return phrase_after(tokens, verb + 2) if verb >= 0 else None


def spoken_of(tokens: Tokens, first: int, end: int) -> tuple[int, int] | None:
    """Return what a clause is about: the noun that opens it, or its head where it is but a noun phrase."""
    if tokens.tags[end - 1] == "E":
        return None  # 报告显示: who says a thing is not what it is about
    told = told_last(tokens, first, end)
    if told is not None:
        return told
    if VERBAL.isdisjoint(tokens.tags[first:end]):
        return phrase_before(tokens, end - 1, first)  # 皮衣、皮鞋的销量,比上年增长一成
    return first_phrase(tokens, first, end)


def topic(site: Site) -> Subject | None:
    """Read the noun that opens the clause: 车辆充一次电可以跑200公里."""
    if site.governor.tag in ("L", "U", "W", "J") and site.last_here() is not None:
        return None  # 产量1.6亿吨,较上一年度的1.4亿吨: the verb's subject was said before
    found = first_phrase(site.tokens, clause_start(site.tags, site.at), site.at)
    if found is None or (site.quantity.kind == "measure" and site.tokens.say(found[1], found[1]) in load_grounds()):
        return None
    text = site.tokens.say(*found)
    return Subject(text, "noun that opens the clause", text, sure=False)


def nearest(site: Site) -> Subject | None:
    """Read the nearest noun to the left, for want of anything better."""
    tags = site.tags
    for i in range(site.at - 1, max(site.at - 20, -1), -1):
        if tags[i] in STOPS:
            continue  # no phrase ends with a number or comma
        found = phrase_before(site.tokens, i, 0)
        if found is not None:
            text = site.tokens.say(*found)
            return Subject(text, "nearest noun", text, sure=False)
    return None

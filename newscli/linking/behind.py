"""Subjects that stand behind their number: the noun it counts, or of which it is a quality."""

from __future__ import annotations

from typing import Final

from newscli.linking.deed import ENDS, GROUND, bare_noun, befallen, ground, named_deed, planned
from newscli.linking.fits import fitting, past_participle
from newscli.linking.head import TITLED, after_genitive, head_after, past_genitives
from newscli.linking.lexicon import (
    load_ages,
    load_endings,
    load_heads,
    load_holding,
    load_idle,
    load_people,
    load_sizes,
    load_transitive,
)
from newscli.linking.persons import VERBS, in_full, is_person, standing_for
from newscli.linking.phrase import HEADS, LAST_NOUN, LONGEST, adjunct, is_property, phrase_after, phrase_before, solid
from newscli.linking.site import Site, Subject, joined_number, last_joined
from newscli.linking.tokens import NUMBER

PREFACING: Final = frozenset("(D,p")
"""What may stand between a number and its noun: brackets, 的, the space of a heading, a passive mark."""
CLOSED: Final = frozenset({",", ".", ";", ":", ""})
"""What ends a clause, so that no noun of it follows."""
LOOSE: Final = frozenset({"", "V", "p", "v", "L", "c", "r", "y"})
"""Governors that leave a number free to modify the noun after it: 投入5000万元资金."""
CLEAR: Final = frozenset({",", ".", ";", ":", "、", ")", "(", "N", "c", "d", "p", "@", ""})
"""What may follow a noun phrase that surely ends there."""
PROPER: Final = frozenset("nwxXGRkL")
"""Governors that leave a property before the number its subject."""
DIRECT: Final = frozenset("nwxX<")
"""What may follow a length of time as its noun: 五千年文明史, 24小时救援."""
BOUNDED: Final = frozenset({"at_least", "at_most"})
"""Hedges that make a number a modifier of the noun straight after it: 5岁以下儿童, 三年以下有期徒刑."""
BOUND_NOUN: Final = frozenset("naxXGw")
"""What opens the noun that a number straight before it modifies."""
ACTING: Final = frozenset("vVpdLUW")
"""What those do who are counted by 人 alone."""
HAVING: Final = "有"
"""How a verb ends after which the number counts part of what was counted: 已有27所."""
DEEDS: Final = frozenset("wvV")
"""What is done to those whom a preposition brings in."""
PASSIVE: Final = frozenset("被受")
"""Passive marks that begin a participle: 被帮扶学校."""
OPENING: Final = frozenset("pdD#")
"""What leaves a measure straight after it to the noun that follows."""


def noun_after(site: Site) -> Subject | None:
    """Read 企业 in 182家企业, 学生 in 12名来自北京的学生."""
    tokens, tags = site.tokens, site.tags
    i, genitive = site.at + 1, False
    opens = tags[i : i + 1]
    if opens == NUMBER and site.quantity.kind == "count" and joined_number(site):
        site = site.moved(last_joined(site))  # 58批86人次
        i = site.at + 1
        opens = tags[i : i + 1]
    if opens in PREFACING:
        i = after_brackets(tags, i)
        genitive = tags[i : i + 1] == "D"
        if genitive and site.quantity.hedge != "exact" and owned(site):
            return None  # 员工50名以上的企业
        i = opening_of_noun(site, i + genitive)
        i += genitive and tags[i : i + 1] == "r"  # 200公斤的各类样品
        opens = tags[i : i + 1]
    if opens in CLOSED:
        return None
    if opens in VERBS and partly(site):
        return fitting(site, i)  # 33所学校中已有27所摘掉帽子
    if genitive and site.quantity.kind == "duration" and tokens.say(i, i) in load_idle():
        return None  # 进行了一年的时间
    if opens in ACTING and not genitive and site.quantity.unit in load_people():
        return bare_noun(site, i)  # 二人利用软件开设赌场的模式 tells what they did
    found = standing_for(site, i) or (genitive and after_genitive(tokens, i)) or head_after(tokens, i)
    if found is None:
        return ground(site, i) or fitting(site, i) or bare_noun(site, i) or planned(site, i) or named_deed(site, i)
    return said_again(site, found, i) or noun_counted(site, found)


def said_again(site: Site, found: tuple[int, int], at: int) -> Subject | None:
    """Return what was counted before where a verb used as a name is what happens to it: 70岁以上老人打八折,90岁以上免费."""
    tags = site.tags
    if tags[found[0]] != "w" or found[0] != found[1] or tags[at + 1 : at + 2] not in ENDS:
        return None
    heard = site.last_of_unit()
    if heard is None or heard.sentence != site.sentence or befallen(site, heard.at):
        return None
    return heard.subject if heard.subject.how == "noun after number" else None


def noun_counted(site: Site, found: tuple[int, int]) -> Subject:
    """Return the noun found behind a number as its subject."""
    tokens, tags, (first, last) = site.tokens, site.tags, found
    follows = tags[last + 1 : last + 2]
    owning = follows == "D" or tags[last : last + 3] == TITLED
    if owning and not (site.quantity.unit in load_heads() and is_person(tokens, last)):  # 126名代表的意见
        first, last = counted(site, found)
        follows = tags[last + 1 : last + 2]
    if follows == "u" and tokens.say(last + 1, last + 1) == GROUND and tags[last + 2 : last + 3] in ENDS:
        last, follows = last + 1, ""  # 6亩甘蔗地
    last = past_participle(site, first, last) if follows in VERBS else last
    if first == last and (site.quantity.unit in load_ages() or site.quantity.unit in load_heads()):
        last = in_full(tokens, first)
    text = tokens.say(first, last)
    return Subject(text, "noun after number", text, sure=follows in CLEAR and solid(tokens, first, last))


def opening_of_noun(site: Site, at: int) -> int:
    """Return where the noun counted begins, the space of a heading and a passive mark passed over."""
    tokens, tags = site.tokens, site.tags
    if tags[at : at + 1] == "," and tokens.text[tokens.starts[at]] == " " and site.governor.tag in VERBS:
        found = phrase_after(tokens, at + 1)
        if found is None or tags[found[1] + 1 : found[1] + 2] != NUMBER:
            at += 1  # 发生5.3级 地震, but 花了8亿元 收发快件1390万件
    if tags[at : at + 1] == "p" and tags[at + 1 : at + 2] in DEEDS:
        at += tokens.text[tokens.starts[at]] in PASSIVE  # 被帮扶学校
    return at


def counted(site: Site, found: tuple[int, int]) -> tuple[int, int]:
    """Return a noun with the one that it describes, where things are counted: 3位中学时的同学."""
    if site.quantity.kind != "count" and site.quantity.unit not in load_ages():
        return found
    further = past_genitives(site.tokens, found)
    told = site.governor.tag == "" or adjunct(site.tags, site.at, site.governor.floor)
    if not told or site.tags[further[1]] not in DEEDS or site.tags[found[0]] in VERBS:
        return further
    if site.tags[found[0]] == "w" and site.tags[further[1] - 1] in BOUND_NOUN:
        return found[0], further[1] - 1  # 3名施工的工人受伤
    return found  # 对2500名经理的调查 counts the managers, 三条道路的开工建设,标志着… the roads


def after_brackets(tags: str, at: int) -> int:
    """Return where the words go on after brackets that a 的 follows: 500亿日元(约合4亿美元)的援助."""
    if tags[at : at + 1] != "(":
        return at
    closing = tags.find(")", at, at + LONGEST)
    return closing + 1 if closing >= 0 and tags[closing + 1 : closing + 2] == "D" else at


def owned(site: Site) -> bool:
    """Return whether a count with 的 belongs to the noun straight before it: 员工50名以上的企业."""
    return site.quantity.kind == "count" and site.governor.tag in HEADS and site.governor.at == site.at - 1


def partly(site: Site) -> bool:
    """Return whether a number with a verb after it counts part of what was counted in the same sentence."""
    gov = site.governor
    if gov.tag not in ("L", ""):
        return False
    if gov.tag == "L" and site.tokens.text[site.tokens.ends[gov.at] - 1] != HAVING:
        return False  # 该站包括24个扬水机组
    heard = site.last_of_unit()
    if heard is None or heard.sentence != site.sentence or befallen(site, heard.at):
        return False
    return "noun" in heard.subject.how


def first_of_kind(site: Site) -> Subject | None:
    """Read 首例企业档案进馆交接: the noun phrase after 首例 is long, and its head comes last."""
    if site.quantity.hedge != "exact" or site.quantity.value != 1:
        return None
    if site.tags[site.at + 1 : site.at + 2] == NUMBER:
        return noun_after(site.moved(site.at + 1))  # 首个百万亩“吨粮田”
    match = LAST_NOUN.match(site.tags, site.at + 1)
    if match is None or site.tags[site.at + 1] in "cdpueg":
        return None
    near = phrase_after(site.tokens, site.at + 1)
    if near is not None and site.tags[near[1] + 1 : near[1] + 2] in {"p", "d", "L"}:
        text = site.tokens.say(*near)  # 首架客机在东航服务旅客
        return Subject(text, "noun after rank", text)
    first, last = match.span(1)
    while first < last - 1 and site.tokens.ends[last - 1] - site.tokens.starts[first] > LONGEST:
        first += 1
    text = site.tokens.say(first, last - 1)
    return Subject(text, "noun after rank", text)


def modified_noun(site: Site) -> Subject | None:
    """Read 空间 in 协调出2700平方米左右的空间, 重大项目 in 50亿元以上重大项目."""
    tags, gov = site.tags, site.governor
    i = after_brackets(tags, site.at + 1)
    opens = tags[i : i + 1]
    if opens == "D":
        return None if states_property(site) else noun_after(site)
    apart = noun_apart(site) or deed_and_noun(site)
    if apart is not None:
        return apart
    if gov.tag == "L":
        return noun_after(site) if holds(site) else None
    if gov.tag not in LOOSE:
        return None
    if site.quantity.kind == "duration" and tags[site.at + 1 : site.at + 2] not in DIRECT:
        return None  # 提前36小时做好道路封闭: what is done in the time is not what it measures
    return noun_after(site)


def states_property(site: Site) -> bool:
    """Return whether a number with 的 states a property named before it: 年产值超千亿元的园区, but not 创下的33万斤的纪录."""
    tokens, gov = site.tokens, site.governor
    if tokens.tags[site.at - 1 : site.at] == "D" or gov.tag not in PROPER:
        return False
    found = phrase_before(tokens, gov.before, gov.floor)
    if site.quantity.kind == "percent" and tokens.tags[gov.at] in "nwx":
        return found is not None and tokens.text[tokens.ends[found[1]] - 1] in load_endings()  # 甲公司45%的股权
    return found is not None and is_property(tokens, found[1])


def noun_apart(site: Site) -> Subject | None:
    """Return the noun of a number that opens a phrase of its own, whatever governs it."""
    if set_apart(site):
        return noun_after(site)
    measure = site.quantity.kind == "measure"
    if measure and site.tags[site.at + 1 : site.at + 2] == "h" and (found := phrase_after(site.tokens, site.at + 2)):
        return noun_counted(site, found)  # 建6000多米长隧道
    if site.quantity.kind == "duration" and joined_number(site):
        return noun_after(site.moved(site.at + 1))  # 三年以上七年以下有期徒刑
    return ground(site, site.at + 1) if measure else None


def set_apart(site: Site) -> bool:
    """Return whether a number opens a noun phrase of its own: 把4万亩荒沙流转, 温宿县的83万亩核桃, 四成为5岁以下儿童."""
    tags, at = site.tags, site.at
    if tags[at + 1 : at + 2] not in BOUND_NOUN:
        return False
    if site.quantity.kind in ("percent", "ratio") and taking_part(site):
        return True
    if site.quantity.kind in ("percent", "ratio") and tags[at - 1] in "nx" and not is_property(site.tokens, at - 1):
        found = phrase_after(site.tokens, at + 1)
        return found is not None and found[0] == at + 1 and tags[found[1] + 1 : found[1] + 2] in ENDS  # 甲公司100%股权
    return site.quantity.hedge in BOUNDED or (
        site.quantity.kind in ("measure", "money") and tags[at - 1 : at] in OPENING
    )


def holds(site: Site) -> bool:
    """Return whether a verb of having governs a number and the noun straight after it: 全县有30万亩耕地."""
    tokens, at = site.tokens, site.at
    if tokens.say(site.governor.at, site.governor.at) not in load_holding():
        return False
    found = phrase_after(tokens, at + 1)
    return found is not None and found[0] == at + 1 and tokens.tags[found[1] + 1 : found[1] + 2] in ENDS


def taking_part(site: Site) -> bool:
    """Return whether a share and the noun straight after it do something: 仅有1/3投资者在减仓."""
    tokens, gov, at = site.tokens, site.governor, site.at
    if gov.tag not in ("", "L") or (gov.tag == "L" and tokens.say(gov.at, gov.at) not in load_holding()):
        return False
    found = phrase_after(tokens, at + 1)
    return found is not None and found[0] == at + 1 and tokens.tags[found[1] + 1 : found[1] + 2] in ACTING


def noun_changed(site: Site) -> Subject | None:
    """Read 电话费 in 可节省65%的电话费, but not 目标 in 实现增长5%的目标."""
    tokens, gov = site.tokens, site.governor
    if gov.tag not in ("U", "W") or gov.at != site.at - 1 or tokens.tags[site.at + 1 : site.at + 2] != "D":
        return None
    found = phrase_after(tokens, site.at + 2)
    if (
        found is None
        or tokens.say(found[1], found[1]) in load_sizes()
        or tokens.say(gov.at, gov.at) not in load_transitive()
    ):
        return None
    text = tokens.say(*found)
    return Subject(text, "noun after number", text, sure=False)


def deed_and_noun(site: Site) -> Subject | None:
    """Read 上市肉品 in 每天上市3万公斤肉品: a verb that the press uses as a name, with its object behind the number."""
    tokens, gov, tags = site.tokens, site.governor, site.tags
    if gov.tag != "w" or tags[gov.at + 1 : site.at].strip("ftS#") or site.quantity.kind not in ("money", "measure"):
        return None
    found = phrase_after(tokens, site.at + 1)
    if (
        found is None
        or found[0] != site.at + 1
        or tags[found[1] + 1 : found[1] + 2] not in ENDS
        or is_property(tokens, found[1])
    ):
        return None
    text = tokens.say(gov.at, gov.at) + tokens.say(*found)
    return Subject(text, "verb and noun around the number", text) if len(text) <= LONGEST else None

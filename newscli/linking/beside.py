"""Subjects that stand beside their number: the noun after it, the property or object before it."""

from __future__ import annotations

from dataclasses import replace

from newscli.linking.governor import passed_over
from newscli.linking.phrase import LAST_NOUN, LONGEST, RELATIVE, phrase_after, phrase_before
from newscli.linking.site import Site, Subject
from newscli.linking.tokens import NUMBER, Tokens

LOOSE = frozenset({"", "V", "p", "v", "L", "c", "r", "y"})
"""Governors that leave a number free to modify the noun after it: 投入5000万元资金."""


def noun_after(site: Site) -> Subject | None:
    """Read 企业 in 182家企业, 学生 in 12名来自北京的学生."""
    tokens, tags, i = site.tokens, site.tokens.tags, site.at + 1
    if tags[i : i + 1] == "D":
        i += 1
    elif tags[i : i + 1] == NUMBER and tokens.starts[i] == tokens.ends[site.at] and site.quantity.kind == "count":
        return noun_after(replace(site, at=i))  # 58批86人次
    if tags[i : i + 1] == "p" and tags[i + 1 : i + 2] in {"w", "v", "V"}:
        i += 1  # 被帮扶学校
    found = phrase_after(tokens, i)
    relative = RELATIVE.match(tags, i)
    if relative and (found is None or tags[i] in "ft"):
        end = relative.end() + (tags[relative.end()] == "p")
        found = phrase_after(tokens, end) or found
    if found is None:
        return None
    text = tokens.say(*found)
    return Subject(text, "noun after number", text)


def first_of_kind(site: Site) -> Subject | None:
    """Read 首例企业档案进馆交接: the noun phrase after 首例 is long, and its head comes last."""
    if site.quantity.hedge != "exact" or site.quantity.value != 1:
        return None
    match = LAST_NOUN.match(site.tokens.tags, site.at + 1)
    if match is None:
        return None
    first, last = match.span(1)
    while first < last - 1 and site.tokens.ends[last - 1] - site.tokens.starts[first] > LONGEST:
        first += 1
    text = site.tokens.say(first, last - 1)
    return Subject(text, "noun after rank", text)


def modified_noun(site: Site) -> Subject | None:
    """Read 空间 in 协调出2700平方米左右的空间, 重大项目 in 50亿元以上重大项目."""
    if site.governor.tag in LOOSE:
        if site.governor.tag == "L" and site.tokens.tags[site.at + 1 : site.at + 2] != "D":
            return None
        return noun_after(site)
    return None


def rate_after_preposition(site: Site) -> Subject | None:
    """Read 测算 in 在中央每生每年2000元测算的基础上: what stands before is a phrase of its own."""
    tokens, gov = site.tokens, site.governor
    if site.quantity.per is None or gov.tag not in ("n", "x"):
        return None
    found = phrase_before(tokens, gov.before, gov.floor)
    if found is None or found[0] <= gov.floor or tokens.tags[found[0] - 1] != "p":
        return None
    after = noun_after(site)
    if after is None and tokens.tags[site.at + 1 : site.at + 2] in {"v", "w"}:
        text = tokens.say(site.at + 1, site.at + 1)
        after = Subject(text, "noun after number", text, sure=False)
    return after


def property_before(site: Site) -> Subject | None:
    """Read 营业收入 in 营业收入达2万亿元, 技术交易额 in 技术交易额376亿元."""
    tokens, gov, tags = site.tokens, site.governor, site.tokens.tags
    found = phrase_before(tokens, gov.before, gov.floor)
    if found is None:
        return None
    first, last = found
    text = tokens.say(first, last)
    if first == last and tags[first] == "R":
        owner = owner_of_rate(site, first)
        if owner:
            return Subject(owner + text, "rate noun with what it is a rate of", owner)
    if first == last and tags[first] in "GR" and first > gov.floor + 1 and tags[first - 1] == "D":
        text = with_owner(tokens, first, gov.floor) or text
    if gov.tag in ("n", "X", "x") and tags[last] in "nxX":
        shared = announced(site, last)
        if shared:
            return Subject(text + shared, "name with the property the list announces", text + shared)
    return Subject(text, "noun before " + ("number" if gov.at == gov.before else "verb"), text)


def with_owner(tokens: Tokens, head: int, floor: int) -> str | None:
    """Return a generic head with what it belongs to: 设备的数量."""
    owner = phrase_before(tokens, head - 2, floor)
    if owner and tokens.ends[head] - tokens.starts[owner[0]] <= LONGEST:
        return tokens.say(owner[0], head)
    return None


def announced(site: Site, last: int) -> str | None:
    """Return the property that a list states once before its colon: 净利润如下:甲行743亿元;乙行670亿元."""
    tokens = site.tokens
    colon = tokens.tags.rfind(":", 0, site.governor.floor)
    if colon < 1 or tokens.tags[last] in "GRw":
        return None
    end = passed_over(tokens.tags, colon - 1, 0)
    found = phrase_before(tokens, end, 0)
    if found is None or NUMBER in tokens.tags[found[0] : colon]:
        return None
    text = tokens.say(*found)
    return text if not tokens.say(last, last).endswith(text[-1]) else None


def owner_of_rate(site: Site, rate: int) -> str:
    """Return what a bare 增速 or 比重 speaks of."""
    tokens, tags, floor = site.tokens, site.tokens.tags, site.governor.floor
    i = passed_over(tags, rate - 1, floor)
    while i >= floor and tags[i] in "SDf#":
        i -= 1
    if i >= floor and tags[i] in "Lv":
        owner = phrase_before(tokens, passed_over(tags, i - 1, floor), floor)
        if owner:
            return tokens.say(*owner)
    heard = site.last()
    return heard.subject.base if heard else ""


def object_before(site: Site) -> Subject | None:
    """Read 收集问题 in 收集问题63个, 经营主体 in 新设经营主体6万户."""
    tokens, gov = site.tokens, site.governor
    if gov.tag in ("V", "v"):
        return None
    found = phrase_before(tokens, gov.before, gov.floor)
    if found is None:
        return None
    first, last = found
    noun = tokens.say(first, last)
    if first > gov.floor and tokens.tags[first - 1] == "V" and gov.at == gov.before and len(noun) <= 4:
        verb = tokens.say(first - 1, first - 1)
        if len(verb) == 2:
            return Subject(verb + noun, "verb and object before number", noun)
    return Subject(noun, "noun before " + ("number" if gov.at == gov.before else "verb"), noun)


def named_by_verb(site: Site) -> Subject | None:
    """Read 取酬 in 取酬126万元, where nothing but a verb says what the money was."""
    tokens, gov = site.tokens, site.governor
    if gov.tag not in ("v", "w", "V"):
        return None
    verb = tokens.say(gov.at, gov.at)
    if len(verb) > 1:
        return Subject(verb, "verb before number", verb)
    return None

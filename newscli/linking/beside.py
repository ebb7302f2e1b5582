"""Subjects that stand beside their number: the noun after it, the property or object before it."""

from __future__ import annotations

from newscli.linking.cues import load_cues
from newscli.linking.deed import ENDS, bare_noun, ground, named_deed
from newscli.linking.governor import passed_over
from newscli.linking.head import head_after, past_genitives
from newscli.linking.lexicon import load_ages, load_endings
from newscli.linking.phrase import LAST_NOUN, LONGEST, adjunct, phrase_after, phrase_before, solid
from newscli.linking.site import Site, Subject, joined_number, last_joined
from newscli.linking.tokens import NUMBER, Tokens

LOOSE = frozenset({"", "V", "p", "v", "L", "c", "r", "y"})
"""Governors that leave a number free to modify the noun after it: 投入5000万元资金."""


CLEAR = frozenset({",", ".", ";", ":", "、", ")", "(", "N", "c", "d", "p", "@", ""})
"""What may follow a noun phrase that surely ends there."""
PROPER = frozenset("nwxXGRkL")
"""Governors that leave a property before the number its subject."""
DIRECT = frozenset("nwxX<")
"""What may follow a length of time as its noun: 五千年文明史, 24小时救援."""
BOUNDED = frozenset({"at_least", "at_most"})
"""Hedges that make a number a modifier of the noun straight after it: 5岁以下儿童, 三年以下有期徒刑."""
BOUND_NOUN = frozenset("naxXG")
PASSIVE = frozenset("被受")
OPENING = frozenset("pdD#")
"""What leaves a measure straight after it to the noun that follows."""


def noun_after(site: Site) -> Subject | None:
    """Read 企业 in 182家企业, 学生 in 12名来自北京的学生."""
    if site.quantity.kind == "count" and joined_number(site):
        site = site._replace(at=last_joined(site))  # 58批86人次
    tokens, tags, i = site.tokens, site.tokens.tags, site.at + 1
    i = after_brackets(tags, i)
    if tags[i : i + 1] == "D":
        i += 1
    if tags[i : i + 1] == "," and tokens.text[tokens.starts[i]] == " " and site.governor.tag in {"V", "v"}:
        i += 1  # in a heading: 发生5.3级 地震
    if tags[i : i + 1] == "p" and tags[i + 1 : i + 2] in {"w", "v", "V"}:
        i += tokens.text[tokens.starts[i]] in PASSIVE  # 被帮扶学校
    found = head_after(tokens, i)
    if found is None:
        return ground(site, i) or bare_noun(site, i) or planned(site, i) or named_deed(site, i)
    if tags[found[0]] == "w" and found[0] == found[1] and tags[i + 1 : i + 2] in ENDS:
        heard = site.last(site.quantity.unit)
        if heard and heard.sentence == site.sentence and heard.subject.how == "noun after number":
            return heard.subject  # 70岁以上老人打八折,90岁以上免费
    if site.quantity.kind == "count" and not adjunct(tags, site.at, site.governor.floor):
        found = past_genitives(tokens, found)  # but 对2500名经理的调查 counts the managers
    text = tokens.say(*found)
    sure = solid(tokens, *found) and tags[found[1] + 1 : found[1] + 2] in CLEAR
    return Subject(text, "noun after number", text, sure)


def after_brackets(tags: str, at: int) -> int:
    """Return where the words go on after brackets that a 的 follows: 500亿日元(约合4亿美元)的援助."""
    if tags[at : at + 1] != "(":
        return at
    closing = tags.find(")", at, at + LONGEST)
    return closing + 1 if closing >= 0 and tags[closing + 1 : closing + 2] == "D" else at


def planned(site: Site, i: int) -> Subject | None:
    """Read 解决方案 in 给出两个解决方案: a noun with the verb that says what it is for, to the end of the clause."""
    tokens, tags = site.tokens, site.tokens.tags
    if site.quantity.unit not in load_cues().abstract or tags[i : i + 2] != "Vn" or tags[i + 2 : i + 3] not in ENDS:
        return None
    text = tokens.say(i, i + 1)
    return Subject(text, "noun after number", text, sure=False)


def first_of_kind(site: Site) -> Subject | None:
    """Read 首例企业档案进馆交接: the noun phrase after 首例 is long, and its head comes last."""
    if site.quantity.hedge != "exact" or site.quantity.value != 1:
        return None
    match = LAST_NOUN.match(site.tokens.tags, site.at + 1)
    if match is None or site.tokens.tags[site.at + 1] in "cdpueg":
        return None
    near = phrase_after(site.tokens, site.at + 1)
    if near is not None and site.tokens.tags[near[1] + 1 : near[1] + 2] in {"p", "d", "L"}:
        text = site.tokens.say(*near)  # 首架客机在东航服务旅客
        return Subject(text, "noun after rank", text)
    first, last = match.span(1)
    while first < last - 1 and site.tokens.ends[last - 1] - site.tokens.starts[first] > LONGEST:
        first += 1
    text = site.tokens.say(first, last - 1)
    return Subject(text, "noun after rank", text)


def modified_noun(site: Site) -> Subject | None:
    """Read 空间 in 协调出2700平方米左右的空间, 重大项目 in 50亿元以上重大项目."""
    tokens, gov = site.tokens, site.governor
    if tokens.tags[after_brackets(tokens.tags, site.at + 1) :][:1] == "D":
        found = phrase_before(tokens, gov.before, gov.floor)
        if tokens.tags[site.at - 1 : site.at] == "D":
            return noun_after(site)  # 2009年创下的33.6万斤的纪录
        if gov.tag in PROPER and found and is_property(tokens, found[1]):
            return None  # 年产值超千亿元的园区: the sum is the output
        return noun_after(site)
    apart = noun_apart(site)
    if apart is not None:
        return apart
    deed = deed_and_noun(site)
    if deed is not None:
        return deed
    if gov.tag == "L" or gov.tag not in LOOSE:
        return None
    if site.quantity.kind == "duration" and tokens.tags[site.at + 1 : site.at + 2] not in DIRECT:
        return None  # 提前36小时做好道路封闭: what is done in the time is not what it measures
    return noun_after(site)


def deed_and_noun(site: Site) -> Subject | None:
    """Read 上市肉品 in 每天上市3万公斤肉品: a verb that the press uses as a name, with its object behind the number."""
    tokens, gov, tags = site.tokens, site.governor, site.tokens.tags
    if gov.tag != "w" or gov.at != site.at - 1 or site.quantity.kind not in ("money", "measure"):
        return None
    found = phrase_after(tokens, site.at + 1)
    if found is None or found[0] != site.at + 1 or tags[found[1] + 1 : found[1] + 2] not in ENDS or is_property(tokens, found[1]):
        return None
    text = tokens.say(gov.at, gov.at) + tokens.say(*found)
    return Subject(text, "verb and noun around the number", text) if len(text) <= LONGEST else None


def noun_apart(site: Site) -> Subject | None:
    """Return the noun of a number that opens a phrase of its own, whatever governs it."""
    if set_apart(site):
        return noun_after(site)
    if site.quantity.kind == "duration" and joined_number(site):
        return noun_after(site._replace(at=site.at + 1))  # 三年以上七年以下有期徒刑
    return ground(site, site.at + 1) if site.quantity.kind == "measure" else None


def set_apart(site: Site) -> bool:
    """Return whether a number opens a noun phrase of its own: 把4万亩荒沙流转, 温宿县的83万亩核桃, 四成为5岁以下儿童."""
    tags, at = site.tokens.tags, site.at
    if tags[at + 1 : at + 2] not in BOUND_NOUN:
        return False
    return site.quantity.hedge in BOUNDED or (site.quantity.kind in ("measure", "money") and tags[at - 1 : at] in OPENING)


def is_property(tokens: Tokens, at: int) -> bool:
    """Return whether a token names something measured (产值, 面积, 利用率) rather than a thing."""
    return tokens.tags[at] in "GRw" or tokens.text[tokens.ends[at] - 1] in load_endings()


def before_bracket(site: Site) -> Subject | None:
    """Read 暴雨 in 暴雨(50至90毫米), 叶某 in 叶某(男,26岁)."""
    tags, at = site.tokens.tags, site.at
    opening = tags.rfind("(", 0, at)
    if opening > 0 and tags[opening - 1] == NUMBER and not tags[opening + 1 : at].strip("dLU"):
        return put_otherwise(site, opening - 1)
    if opening < 1 or ")" in tags[opening:at] or not (opening == at - 1 or site.quantity.unit in load_ages()):
        return None
    found = phrase_before(site.tokens, opening - 1, 0)
    if found is None:
        return None
    text = site.tokens.say(*found)
    return Subject(text, "noun before the bracket", text)


def put_otherwise(site: Site, at: int) -> Subject | None:
    """Read the subject of the number before the bracket: 500亿日元(约合4亿美元)."""
    heard = site.last()
    if heard is None or heard.at != at or heard.sentence != site.sentence:
        return None
    return Subject(heard.subject.text, "carried along a list", heard.subject.base, heard.subject.sure)


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
    found = subject_before(site) or deed_before(site)
    if found is None:
        return None
    first, last = found
    text = tokens.say(first, last)
    if first == last and tags[first] == "R":
        owner = owner_of_rate(site, first)
        if owner:
            return Subject(owner + text, "rate noun with what it is a rate of", owner)
    if len(text) == 1 and last == gov.at - 1 and tokens.ends[gov.at] - tokens.starts[gov.at] == 1:
        text = tokens.say(first, gov.at)  # 实到72人
    if first == last and tags[first] in "GR" and first > gov.floor + 1 and tags[first - 1] == "D":
        text = with_owner(tokens, first, gov.floor) or text
    if gov.tag in ("n", "X", "x") and tags[last] in "nxX":
        shared = announced(site, last)
        if shared:
            return Subject(text + shared, "name with the property the list announces", text + shared)
    return Subject(
        text, "noun before " + ("number" if gov.at == gov.before else "verb"), text, solid(tokens, first, last)
    )


def subject_before(site: Site) -> tuple[int, int] | None:
    """Return the noun phrase before number or verb that is no adjunct: not 口径 in 收入按可比口径增长5%."""
    tokens, gov = site.tokens, site.governor
    end = gov.before
    found = phrase_before(tokens, end, gov.floor)
    while found is not None and adjunct(tokens.tags, found[0], gov.floor):
        end = passed_over(tokens.tags, tokens.tags.rfind("p", gov.floor, found[0]) - 1, gov.floor)
        further = phrase_before(tokens, end, gov.floor)
        if further is None:
            return None if gov.tag in "UWLJ" and gov.tag else found
        found = further
    return found


def deed_before(site: Site) -> tuple[int, int] | None:
    """Return a verb that stands as a noun before a verb of level: 本次养护为期45天, 旅客发送共完成4亿人次."""
    tokens, tags, gov = site.tokens, site.tokens.tags, site.governor
    if gov.tag != "L":
        return None
    at = gov.before
    if gov.at > gov.floor and tags[gov.at - 1] in "vV" and tokens.ends[gov.at] - tokens.starts[gov.at] > 1:
        at = gov.at - 1
    if at < gov.floor or tags[at] not in "vV" or tokens.ends[at] - tokens.starts[at] < 2:
        return None
    before = phrase_before(tokens, at - 1, gov.floor)
    return (before[0] if before else at, at)


def with_owner(tokens: Tokens, head: int, floor: int) -> str | None:
    """Return a generic head with what it belongs to: 设备的数量."""
    owner = phrase_before(tokens, head - 2, floor)
    if owner and owner[0] > floor and tokens.tags[owner[0] - 1] in "vV":
        owner = (owner[0] - 1, owner[1])  # 停水的时间
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
    text = tokens.say(found[1], found[1])
    stated = is_property(tokens, last) or tokens.say(last, last).endswith(text[-1])
    return text if is_property(tokens, found[1]) and not stated else None


def owner_of_rate(site: Site, rate: int) -> str:
    """Return what a bare 增速 or 比重 speaks of."""
    tokens, tags, floor = site.tokens, site.tokens.tags, site.governor.floor
    i = passed_over(tags, rate - 1, floor)
    while i >= floor and tags[i] in "SDf#":
        i -= 1
    verb = tags.rfind("L", floor, i + 1)
    if verb >= 0 and tags[i] in "nwG":
        i = verb  # 产值占总产值的比重
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
            return Subject(verb + noun, "verb and object before number", noun, solid(tokens, first, last))
    return Subject(
        noun, "noun before " + ("number" if gov.at == gov.before else "verb"), noun, solid(tokens, first, last)
    )


def item(site: Site) -> Subject | None:
    """Read 猎套 in 电锚1台、猎套4台: an item of a list that no table knows."""
    tokens, gov = site.tokens, site.governor
    opened = gov.floor > 0 and tokens.tags[gov.floor - 1] == "、"
    if not opened or gov.at < gov.floor or "V" in tokens.tags[gov.floor : site.at]:
        return None
    text = tokens.say(gov.floor, gov.at)
    return Subject(text, "item of a list", text, sure=False) if 2 <= len(text) <= 6 else None


def dimension(site: Site) -> Subject | None:
    """Read 长 in 大桥长400米."""
    tokens, gov = site.tokens, site.governor
    if gov.tag != "h":
        return None
    owner = phrase_before(tokens, gov.at - 1, gov.floor)
    first = owner[0] if owner else gov.at
    text = tokens.say(first, gov.at)
    return Subject(text, "dimension before number", text)

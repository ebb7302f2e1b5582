"""Subjects that stand before their number: the property that it measures, or the object counted."""

from __future__ import annotations

from typing import Final

from newscli.linking.behind import noun_after
from newscli.linking.governor import passed_over
from newscli.linking.lexicon import load_ages, load_giving, load_grounds, load_people, load_spans
from newscli.linking.persons import SOMEBODY, past_persons, where_not_what
from newscli.linking.phrase import LONGEST, adjunct, is_property, phrase_before, solid
from newscli.linking.site import Site, Subject
from newscli.linking.tokens import NUMBER, PLACE, Tokens

AWAY: Final = frozenset({"距", "离", "距离"})
"""Prepositions that say from where a distance is measured."""
OWN: Final = frozenset("nGxXw")
"""What stands before a number that states it."""
NAMES: Final = frozenset("nxX")
"""What names something that a list has a number for."""
GENERIC: Final = frozenset("GR")
"""Heads that say little alone."""
BESIDE: Final = "noun before number"
BEYOND: Final = "noun before verb"
GROUNDED: Final = frozenset({"measure", "percent", "ratio"})
"""Kinds of number that 地区 or 一带 only says the place of: 部分地区偏多1倍."""
TELLING: Final = frozenset({"S", "f", "a", "n", PLACE})
"""What may say which 地区 is meant: 内陆地区, 贫困地区, 长江以南地区."""
ACTED: Final = frozenset("Vi")
"""What no name of an item holds: 金华、衢州分别有12家和8家."""
WHILE: Final = "时"
"""How a clause ends that says when something was so."""
CAUSING: Final = frozenset("使让令")
"""What brings in the one of whom a verb is then said."""
TO: Final = "对"
"""What brings in the other side of a relation."""


def before_bracket(site: Site) -> Subject | None:
    """Read 暴雨 in 暴雨(50至90毫米), 叶某 in 叶某(男,26岁)."""
    tags, at = site.tags, site.at
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
    heard = site.last_here()
    if heard is None or heard.at != at:
        return None
    return Subject(heard.subject.text, "carried along a list", heard.subject.base, sure=heard.subject.sure)


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
    tokens, gov, tags = site.tokens, site.governor, site.tags
    found = subject_before(site) or deed_before(site)
    if found is None:
        return None
    first, last = found
    given = what_is_given(site, first) if site.quantity.kind == "money" and not is_property(tokens, last) else None
    if given is not None:
        return given
    text = tokens.say(first, last)
    if first == last and tags[first] in GENERIC:
        if tags[first] == "R" and (owner := owner_of_rate(site, first)):
            return Subject(owner + text, "rate noun with what it is a rate of", owner)
        if first > gov.floor + 1 and tags[first - 1] == "D":
            text = with_owner(tokens, first, gov.floor) or text
    if len(text) == 1 and last == gov.at - 1 and tokens.ends[gov.at] - tokens.starts[gov.at] == 1:
        text = tokens.say(first, gov.at)  # 实到72人
    if gov.tag in NAMES and tags[last] in NAMES:
        shared = announced(site, last)
        if shared:
            return Subject(text + shared, "name with the property the list announces", text + shared)
    return Subject(text, BESIDE if gov.at == gov.before else BEYOND, text, sure=solid(tokens, first, last))


def what_is_given(site: Site, receiver: int) -> Subject | None:
    """Read 送给 in 送给张某2万元, 购物卡 in 送给张某2万元购物卡: who receives is not what the money is."""
    tokens, verb = site.tokens, receiver - 1
    while verb > site.governor.floor and tokens.tags[verb] == "r":
        verb -= 1  # 发给每位职工500元
    if verb < site.governor.floor or tokens.text[tokens.ends[verb] - 1] not in load_giving():
        return None
    if site.tags[site.at + 1 : site.at + 2] in NAMES:
        return noun_after(site)
    first = verb - (tokens.tags[verb - 1] in "vV" and tokens.ends[verb] - tokens.starts[verb] == 1)
    text = tokens.say(first, verb)
    return Subject(text, "verb before number", text) if len(text) > 1 else None


def subject_before(site: Site) -> tuple[int, int] | None:
    """Return the noun phrase before number or verb that is no adjunct: not 口径 in 收入按可比口径增长5%."""
    tokens, gov = site.tokens, site.governor
    end = before_while(site) if tokens.text[tokens.ends[gov.before] - 1] == WHILE else gov.before
    found = phrase_before(tokens, end, gov.floor)
    if found is None:
        return deed_of_genitive(tokens, end, gov.floor)
    if gov.at == site.at - 1 and gov.tag in OWN and not measured_from(site, found):
        return None if only_places(site, found[1]) else found  # 以总分38.5分: one phrase
    while adjunct(tokens.tags, found[0], gov.floor):
        related = relation(site, found)
        if related is not None:
            return related
        opening = opening_of(tokens.tags, found[0])
        if tokens.say(opening, opening) in CAUSING:
            break  # 使人均面积达到2亩
        end = passed_over(tokens.tags, tokens.tags.rfind("p", gov.floor, found[0]) - 1, gov.floor)
        further = phrase_before(tokens, end, gov.floor)
        if further is None:
            return None if gov.tag in "UWLJ" and gov.tag else found
        found = further
    return None if only_places(site, found[1]) else found


def only_places(site: Site, head: int) -> bool:
    """Return whether a head only says when or where: 有些年份超过80%, 不少地方超过15℃, 局部地区偏多1倍, but 内陆地区占40%."""
    tokens, grounds, before = site.tokens, load_grounds(), head - 1
    noun = tokens.say(head, head)
    if noun not in grounds or site.quantity.kind not in GROUNDED:
        return noun in load_spans()
    told = head > 0 and tokens.tags[before] in TELLING and tokens.say(before, before) not in grounds
    return site.quantity.kind == "measure" or not told


def deed_of_genitive(tokens: Tokens, end: int, floor: int) -> tuple[int, int] | None:
    """Return a verb that stands as a noun after 的, with what describes it: 经济援助 in 对邻国的经济援助中再追加2亿元."""
    tags, last = tokens.tags, end
    while last >= floor and tags[last] in "ft":
        last -= 1
    first = last
    while first >= floor and tags[first] in "nwavV":
        first -= 1
    return (first + 1, last) if floor <= first < last and tags[first] == "D" else None


def before_while(site: Site) -> int:
    """Return where a subject before the verb would end, an adverbial of time passed over: 汇率在危机发生时是2400盾."""
    tokens, gov = site.tokens, site.governor
    if gov.before < gov.floor or tokens.say(gov.before, gov.before) != WHILE:
        return gov.before
    opening = tokens.tags.rfind("p", gov.floor, gov.before)
    return passed_over(tokens.tags, opening - 1, gov.floor) if opening >= 0 else gov.floor - 1


def measured_from(site: Site, found: tuple[int, int]) -> bool:
    """Return whether a phrase is where a distance is measured from: 距地铁站约500米."""
    opening = opening_of(site.tags, found[0])
    return opening >= 0 and site.tokens.say(opening, opening) in AWAY


def opening_of(tags: str, first: int) -> int:
    """Return the preposition before a phrase."""
    return tags.rfind("p", 0, first)


def relation(site: Site, found: tuple[int, int]) -> tuple[int, int] | None:
    """Return a property that one thing has to another: 欧元对日元汇率."""
    tokens, floor = site.tokens, site.governor.floor
    preposition = found[0] - 1
    if tokens.say(preposition, preposition) != TO or not is_property(tokens, found[1]):
        return None
    owner = phrase_before(tokens, preposition - 1, floor)
    return (owner[0] if owner else found[0], found[1])


def deed_before(site: Site) -> tuple[int, int] | None:
    """Return a verb that stands as a noun before a verb of level: 本次养护为期45天, 旅客发送共完成4亿人次."""
    tokens, tags, gov = site.tokens, site.tags, site.governor
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
    tokens, tags, floor = site.tokens, site.tags, site.governor.floor
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
    owner = phrase_before(tokens, i, floor) if i >= floor else None
    if owner and i < rate - 1:
        return tokens.say(*owner)  # 人口|自然|增长率
    heard = site.last()
    return heard.subject.base if heard else ""


def object_before(site: Site) -> Subject | None:
    """Read 收集问题 in 收集问题63个, 经营主体 in 新设经营主体6万户."""
    tokens, gov = site.tokens, site.governor
    if gov.tag in ("V", "v"):
        return None
    found = phrase_before(tokens, gov.before, gov.floor) or deed_before(site)
    if found is None:
        return None
    if gov.listed and site.quantity.unit in load_people():
        found = past_persons(tokens, found)
    if found is None or where_not_what(site, found[1]):
        return None
    first, last = found
    if tokens.say(last, last) in load_spans():
        return None  # 高考时将只剩35个
    noun = tokens.say(first, last)
    if first > gov.floor and tokens.tags[first - 1] == "V" and gov.at == gov.before and len(noun) <= 4:
        verb = tokens.say(first - 1, first - 1)
        if len(verb) == 2:
            return Subject(verb + noun, "verb and object before number", noun, sure=solid(tokens, first, last))
    return Subject(noun, BESIDE if gov.at == gov.before else BEYOND, noun, sure=solid(tokens, first, last))


def item(site: Site) -> Subject | None:
    """Read 猎套 in 电锚1台、猎套4台: an item of a list that no table knows."""
    tokens, gov = site.tokens, site.governor
    opened = gov.floor > 0 and tokens.tags[gov.floor - 1] == "、"
    if not opened or gov.at < gov.floor or not ACTED.isdisjoint(tokens.tags[gov.floor : site.at]):
        return None
    if where_not_what(site, gov.at):
        return None
    text = tokens.say(gov.floor, gov.at)
    named = 2 <= len(text) <= 6 and text[-1] != SOMEBODY
    return Subject(text, "item of a list", text, sure=False) if named else None


def dimension(site: Site) -> Subject | None:
    """Read 长 in 大桥长400米."""
    tokens, gov = site.tokens, site.governor
    if gov.tag != "h":
        return None
    owner = phrase_before(tokens, gov.at - 1, gov.floor)
    first = owner[0] if owner else gov.at
    text = tokens.say(first, gov.at)
    return Subject(text, "dimension before number", text)

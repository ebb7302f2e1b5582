"""Subjects of a length of time: what was done in it, the way that takes it, the stretch that a clause before names."""

from __future__ import annotations

from typing import Final

from newscli.linking.deed import DOING
from newscli.linking.governor import clause_start
from newscli.linking.lexicon import load_spending, load_toward
from newscli.linking.phrase import LONGEST, phrase_after
from newscli.linking.site import Site, Subject
from newscli.linking.tokens import PLACE

HANDLING: Final = frozenset("将把")
"""What puts the object before its verb."""
MEASURED: Final = frozenset("nxXGvVw")
"""What between way and number is rather what the number measures: 江城到上海高铁票价, 从江城到上海打工已有20年."""


def spell(site: Site) -> Subject | None:
    """Read 立案到抓获嫌疑人 in 从立案到抓获嫌疑人,只用了31个小时."""
    tokens, gov = site.tokens, site.governor
    end = gov.floor - 2
    if gov.tag != "L" or end < 0 or tokens.tags[end + 1] not in ",N":
        return None
    start = clause_start(tokens.tags, end + 1)
    first = tokens.tags.find("o", start, end)
    if first < 0 or not any(tokens.say(i, i) == "到" for i in range(first + 1, end)):
        return None
    last = end
    while last > first + 1 and tokens.ends[last] - tokens.starts[first + 1] > LONGEST:
        last -= 1
    text = tokens.say(first + 1, last)
    return Subject(text, "stretch named before", text, sure=False)


def route(site: Site) -> Subject | None:
    """Read 江城到上海 in 江城到上海只要1.5小时: the way that takes the time."""
    tokens, tags, at = site.tokens, site.tags, site.at
    last = tags.rfind(PLACE, site.governor.floor, at)
    if last - 2 < site.governor.floor or tags[last - 2] != PLACE or tokens.say(last - 1, last - 1) not in load_toward():
        return None
    if MEASURED.isdisjoint(tags[last + 1 : at]) and tokens.ends[last] - tokens.starts[last - 2] <= LONGEST:
        text = tokens.say(last - 2, last)
        return Subject(text, "way between two places", text)
    return None


def done_in(site: Site) -> Subject | None:
    """Read 设计 in 用7个月完成了设计: what is done in the time."""
    tokens, tags, at = site.tokens, site.tags, site.at + 1
    before = site.at - 1
    while before > 0 and tags[before] in "ud":
        before -= 1  # 经过连续36小时追踪
    if tags[before : before + 1] not in {"p", "L", "v", "V"} or tokens.say(before, before) not in load_spending():
        return None
    while tags[at : at + 1] in {"d", "G", "f", "u", "a", "D"}:
        at += 1
    if tokens.say(at - 1, at - 1) in HANDLING:
        while tags[at : at + 1] in {"n", "a", "w", "x"}:
            at += 1  # 用20分钟将大火扑灭
    if tags[at : at + 1] not in DOING:
        return None
    verb = at
    at += 1
    while tags[at : at + 1] == "u":
        at += 1
    found = phrase_after(tokens, at)
    if found is None or found[0] > at + 1:
        text = tokens.say(verb, verb)
    else:
        text = tokens.say(verb if tokens.ends[verb] - tokens.starts[verb] == 1 else found[0], found[1])
    if tags[before] == "v":
        text = tokens.say(before, before) + tokens.say(verb, verb)  # 提前3天预约
    return Subject(text, "what is done in the time", text, sure=False) if len(text) > 1 else None

"""Subjects that only a verb names: what was done so often, so far, for so much (净赚1800元, 转移1.4万人)."""

from __future__ import annotations

from typing import Final

from newscli.linking.clause import first_phrase
from newscli.linking.cues import load_cues
from newscli.linking.governor import clause_start, passed_over
from newscli.linking.lexicon import (
    load_causing,
    load_directions,
    load_naming,
    load_occasions,
    load_people,
)
from newscli.linking.phrase import HEADS, LONGEST, phrase_after, phrase_before
from newscli.linking.site import Site, Subject
from newscli.linking.tokens import NUMBER

VERBS: Final = frozenset("vwV")
LONE: Final = frozenset("naxvV")
"""Tags of a lone character that makes one word with the lone verb after it: 核+载, 实+载."""
NAMED: Final = frozenset("vVwEda")
"""What is a noun where it stands after 的 at the end of a clause: 16美元的回报, 10年的努力."""
BARE: Final = frozenset("vVwUWJLEt")
"""Tags of words that may be what is counted where they stand alone after the number."""
ENDS: Final = frozenset({",", ".", ";", ":", "、", ")", ""})
SAID: Final = "what is said of the people counted"
COPULAS: Final = frozenset("是为系")
SPENT: Final = "用于"
GROUND: Final = "地"
"""A noun behind a number or a crop, elsewhere a particle."""
DOING: Final = frozenset("vVLUW")
STANDING_FREE: Final = frozenset({"", "L", "#", "r"})
"""Governors that leave people counted the subject of what is said of them: 其余5人受伤."""
DONE_SO_OFTEN: Final = frozenset("vVUWJE")
"""What may be done so often."""
PREDICATES: Final = frozenset("vVwUWJp")
"""What may open what is said of the people counted: 13万人靠柳编增收."""


def named_by_verb(site: Site) -> Subject | None:
    """Read 取酬 in 取酬126万元, where nothing but a verb says what the money was."""
    gov = site.governor
    if gov.tag not in VERBS or gov.tag == "":
        return None
    tokens, first = site.tokens, verb_start(site)
    deed = deed_after_genitive(site)
    if deed is not None:
        return deed
    verb = tokens.say(first, verb_end(site))
    actor = phrase_before(tokens, passed_over(tokens.tags, first - 1, gov.floor), gov.floor)
    if actor and actor[1] == first - 1 and gov.tag != "V" and len(tokens.say(actor[0], gov.at)) <= LONGEST:
        text = tokens.say(actor[0], first - 1) + verb
        return Subject(text, "noun and verb before number", text)
    doer = tokens.say(*actor) if actor and len(verb) == 1 else doer_of(site, first)
    if doer and len(doer + verb) <= LONGEST:
        return Subject(doer + verb, "noun and verb before number", doer + verb, sure=False)
    return Subject(verb, "verb before number", verb, sure=gov.tag != "V") if len(verb) > 1 else None


def deed_after_genitive(site: Site) -> Subject | None:
    """Read 投诉举报 in 有关食品安全的投诉举报1.6万件: verbs between 的 and the number are its noun."""
    tags, at = site.tags, site.governor.at
    first = at
    while first > site.governor.floor and tags[first - 1] in NAMED:
        first -= 1
    if at != site.at - 1 or first <= site.governor.floor or tags[first - 1] != "D":
        return None
    text = site.tokens.say(first, at)
    return Subject(text, "noun before number", text, sure=False) if 2 <= len(text) <= LONGEST else None


def lone_verb(site: Site) -> Subject | None:
    """Read 走 in 他每天走2万步, where nothing else says what the number was."""
    if site.governor.tag not in VERBS or site.governor.tag == "":
        return None
    verb = site.tokens.say(verb_start(site), verb_end(site))
    return Subject(verb, "verb before number", verb, sure=False)


def doer_of(site: Site, verb: int) -> str:
    """Return who does it: the noun that opens the clause (年票3990元已售出两万张), else what the last number spoke of."""
    tokens = site.tokens
    doer = first_phrase(tokens, clause_start(tokens.tags, site.at), verb)
    if doer is not None:
        return tokens.say(*doer)
    heard = site.last()
    lone = tokens.ends[site.governor.at] - tokens.starts[verb] == 1
    told = (
        heard
        and lone
        and site.quantity.kind != "duration"
        and heard.sentence == site.sentence
        and "verb" not in heard.subject.how
    )
    return heard.subject.base if heard and told else ""


def verb_end(site: Site) -> int:
    """Return the last token of the verb before the number, its direction with it: 转出46万元."""
    tokens, at = site.tokens, site.governor.at + 1
    return at if at < site.at and tokens.tags[at] == "u" and tokens.say(at, at) in load_directions() else at - 1


def verb_start(site: Site) -> int:
    """Return where the verb before the number begins; two lone characters are one word that no table knows: 核载18吨."""
    tokens, at = site.tokens, site.governor.at
    before = at - 1
    if tokens.ends[at] - tokens.starts[at] > 1 or before < site.governor.floor or tokens.tags[before] not in LONE:
        return at
    lone = tokens.ends[before] - tokens.starts[before] == 1 and tokens.ends[before] == tokens.starts[at]
    return before if lone else at


def verb_alone(site: Site) -> Subject | None:
    """Read 蒸发 in 蒸发2400万立方米: the verb is all that stands before the number."""
    return named_by_verb(site) if site.governor.at == site.governor.floor else None


def share_done(site: Site) -> Subject | None:
    """Read 超载 in 货车超载133%; a verb of one character, as in 西南已收95%, speaks of what was named before."""
    at = site.governor.at
    long = at >= site.governor.floor and site.tokens.ends[at] - site.tokens.starts[at] > 1
    return named_by_verb(site) if long else None


def people(site: Site) -> Subject | None:
    """Read what is done to people that only 人 counts: 转移1.4万人."""
    return named_by_verb(site) if site.quantity.unit in load_people() else None


def predicate(site: Site) -> Subject | None:
    """Read what is said of people that only 人 counts: 目前有2100万人面临粮食短缺."""
    tags, gov = site.tags, site.governor
    if site.quantity.unit not in load_people():
        return None
    if gov.tag not in STANDING_FREE and tags[site.at - 1] != "p" and not caused(site):
        return None
    first = site.at + 1
    while tags[first : first + 1] in {"d", "t", "f"} or (
        tags[first : first + 1] == "n" and tags[first + 1 : first + 2] in PREDICATES
    ):
        first += 1  # 10人已现场签约
    if tags[first : first + 1] not in PREDICATES:
        return None
    heard = site.last_of_unit()
    if heard and heard.sentence == site.sentence and heard.subject.how != SAID and not befallen(site, heard.at):
        return None
    last = first
    while last + 1 < len(tags) and tags[last + 1] not in ",.;:、N()":
        last += 1
    while last > first and site.tokens.ends[last] - site.tokens.starts[first] > LONGEST:
        last -= 1
    text = site.tokens.say(first, last)
    return Subject(text, SAID, text, sure=False) if len(text) > 1 else None


def caused(site: Site) -> bool:
    """Return whether the verb straight before a number brings in what befell those counted: 已致5人死亡或失踪."""
    at = site.governor.at
    return at == site.at - 1 and site.tokens.say(at, at) in load_causing()


def befallen(site: Site, at: int) -> bool:
    """Return whether a number heard in the sentence counts people by what befell them: 600人受灾,3人死亡."""
    return site.quantity.unit in load_people() and site.tags[at + 1] == "w"


def times(site: Site) -> Subject | None:
    """Read 下调价格 in 公司先后3次下调价格: what is done so often stands behind the number."""
    tokens, tags, at = site.tokens, site.tags, site.at + 1
    if site.quantity.unit not in load_occasions() or site.governor.tag in DOING:
        return None
    while tags[at : at + 1] == "d":
        at += 1
    if tags[at : at + 1] not in DONE_SO_OFTEN:
        return None
    verb, found = tokens.say(at, at), phrase_after(tokens, at + 1)
    if found and found[0] == at + 1 and tags[found[1] + 1 : found[1] + 2] in ENDS:
        whole = tokens.say(at, found[1])
        verb = whole if len(whole) <= LONGEST else verb
    return Subject(verb, "what is done so often", verb, sure=False) if len(verb) > 1 else None


def changed_itself(site: Site) -> Subject | None:
    """Read 裁员 in 裁员1.8万人: the verb of change says itself what changes."""
    gov, tokens = site.governor, site.tokens
    if gov.tag not in ("U", "W") or gov.at != site.at - 1:
        return None
    verb = tokens.say(gov.at, gov.at)
    return Subject(verb, "verb before number", verb) if len(verb) > 1 and verb[-1] in load_naming() else None


def identified(site: Site) -> Subject | None:
    """Read 特困户 in 其中有4000多户是特困户: what the things counted are said to be."""
    tokens, after = site.tokens, site.at + 1
    if tokens.tags[after : after + 1] != "L" or tokens.say(after, after) not in COPULAS:
        return None
    found = phrase_after(tokens, after + 1)
    if found is None or tokens.tags[found[1] + 1 : found[1] + 2] not in ENDS:
        return None
    text = tokens.say(*found)
    return Subject(text, "noun after number", text, sure=False)


def spent_on(site: Site) -> Subject | None:
    """Read 解困 in 有4000多万元用于解困."""
    tokens, tags, first = site.tokens, site.tags, site.at + 2
    if tags[first - 1 : first] != "V" or tokens.say(first - 1, first - 1) != SPENT:
        return None
    last = first - 1
    while (
        tags[last + 1 : last + 2]
        and tags[last + 1] in "nwaxvVGk"
        and tokens.ends[last + 1] - tokens.starts[first] <= LONGEST
    ):
        last += 1
    text = tokens.say(first, last) if last >= first else ""
    return Subject(text, "what it is spent on", text, sure=False) if text else None


def ground(site: Site, at: int) -> Subject | None:
    """Read 地 in 三亩地, which elsewhere is a particle."""
    tokens = site.tokens
    if tokens.tags[at : at + 1] != "u" or at != site.at + 1 or tokens.say(at, at) != GROUND:
        return None
    return Subject(GROUND, "noun after number", GROUND)


def named_deed(site: Site, at: int) -> Subject | None:
    """Read 回报 in 16美元的回报: what stands after 的 at the end of a clause is a noun."""
    tags = site.tags
    if tags[at - 1] != "D" or tags[at : at + 1] not in NAMED or tags[at + 1 : at + 2] not in ENDS:
        return None
    text = site.tokens.say(at, at)
    return Subject(text, "noun after number", text, sure=False)


def planned(site: Site, i: int) -> Subject | None:
    """Read 解决方案 in 给出两个解决方案: a noun with the verb that says what it is for, to the end of the clause."""
    tokens, tags = site.tokens, site.tags
    if tags[i : i + 2] != "Vn" or tags[i + 2 : i + 3] not in ENDS:
        return None
    if (
        site.quantity.unit not in load_cues().abstract
        and tags[site.at - 1 : site.at] != "u"
        and site.governor.tag != "V"
    ):
        return None
    text = tokens.say(i, i + 1)
    return Subject(text, "noun after number", text, sure=False)


def bare_noun(site: Site, at: int) -> Subject | None:
    """Read a verb or time word that stands alone as the thing counted: 一种体现, 66个赛季, 9人受伤."""
    tags = site.tags
    if site.quantity.kind != "count" or tags[at : at + 1] not in BARE:
        return None
    heard = site.last_of_unit()
    counted = heard and heard.sentence == site.sentence and heard.subject.how == "noun after number"
    if heard and counted and not befallen(site, heard.at):
        return None  # 3200只个股上涨,72只涨停
    follows = tags[at + 1 : at + 2]
    ends = follows in ENDS or (follows == NUMBER and site.quantity.implied)  # 一死四伤
    if tags[at] != "t" and (not ends or site.governor.tag in HEADS):
        return None
    text = site.tokens.say(at, at)
    return Subject(text, "word after number", text, sure=tags[at] == "t")

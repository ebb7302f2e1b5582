"""Lists of people: what they are called behind whose names a number sums them up, and where they are that it counts."""

from __future__ import annotations

from typing import Final

from newscli.linking.cues import load_cues
from newscli.linking.lexicon import load_ages, load_heads, load_people, load_persons, load_sexes
from newscli.linking.phrase import lone, phrase_after, phrase_before
from newscli.linking.site import JOINTS, Site, Subject
from newscli.linking.tokens import NUMBER, PLACE, Tokens
from newscli.surnames import common_surnames

VERBS: Final = frozenset("vV")
BEHIND_PERSONS: Final = frozenset("DvVdLp,.;") | {""}
"""What follows a word for persons and no verb with its object."""
BEFORE_AGE: Final = frozenset(",(")
CLAUSE_ENDS: Final = frozenset(",.;:、()<>")
UNNAMED: Final = frozenset("N@#rXD")
"""Tags of what stands in no name."""
LONGEST_NAME: Final = 4
GIVEN: Final = 2
"""Characters of a given name."""
SURNAMED: Final = "姓"
SPELLING: Final = frozenset("naxvVwqtkUWLGfhmR")
"""Tags that the characters of a given name may have."""
SOMEBODY: Final = "某"
"""Stands for a given name that the paper keeps back."""


def past_persons(tokens: Tokens, found: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return what persons of a list are called that are named by their families alone: 成员 in 团伙成员詹某、陈某等13人."""
    while found is not None:
        first, last = found
        while last >= first and not tokens.say(last, last).strip(SOMEBODY):
            last -= 1
        if last == found[1]:
            return found
        last -= 1  # 詹 of 詹某
        if last >= first:
            return first, last
        listed = last > 0 and tokens.tags[last] in JOINTS
        found = phrase_before(tokens, last - 1, 0) if listed else None
    return None


def aged(site: Site) -> Subject | None:
    """Read 王挺 in 王挺,32岁 and in 王挺(男,32岁): a name that no table knows, alone in its clause."""
    tokens, tags, last = site.tokens, site.tags, site.at - 1
    if site.quantity.unit not in load_ages() or site.quantity.hedge != "exact":
        return None
    while last > 0 and (tags[last] in BEFORE_AGE or tokens.say(last, last) in load_sexes()):
        last -= 1
    first = last
    while first > 0 and tags[first - 1] not in CLAUSE_ENDS:
        first -= 1
    if last == site.at - 1 or first == last or not UNNAMED.isdisjoint(tags[first : last + 1]):
        return None
    name = tokens.say(first, last)
    if len(name) > LONGEST_NAME or name[0] not in common_surnames():
        return None
    return Subject(name, "person of that age", name)


def in_full(tokens: Tokens, at: int) -> int:
    """Return the last token of a name of which a phrase only holds the family's: 62岁的李|升已患脑血栓, 一位王|姓摊主."""
    last = at
    if not lone(tokens, at) or tokens.say(at, at) not in common_surnames() or at + 1 == len(tokens.tags):
        return last
    if tokens.text.startswith(SURNAMED, tokens.ends[at]) and lone(tokens, at + 1):
        described = phrase_after(tokens, at + 2)
        return described[1] if described else at + 1
    while last < at + GIVEN and tokens.tags[last + 1 : last + 2] in SPELLING and lone(tokens, last + 1):
        last += 1
    return last


def is_person(tokens: Tokens, at: int) -> bool:
    """Return whether a word means persons: 被害人, 教师, but not 施工."""
    return tokens.tags[at] != "w" and tokens.text.endswith(load_persons(), tokens.starts[at], tokens.ends[at])


def standing_for(site: Site, at: int) -> tuple[int, int] | None:
    """Return 代表 in 126名代表的意见 and 300名代表参加, a person there and elsewhere a verb: 126名代表公司的员工."""
    tags = site.tags
    if tags[at : at + 1] not in VERBS or tags[at + 1 : at + 2] not in BEHIND_PERSONS:
        return None
    return (at, at) if site.quantity.unit in load_heads() and site.tokens.say(at, at) in load_persons() else None


def where_not_what(site: Site, at: int) -> bool:
    """Return whether what stands straight before a number says where: 宁波2万家, and for people 珠洲市15人, that no table knows."""
    if at != site.at - 1:
        return False
    if site.tags[at] == PLACE:
        return site.tags[max(site.governor.floor - 2, 0)] == NUMBER  # but 批准去香港、澳门82万人次
    return site.quantity.unit in load_people() and site.tokens.say(at, at) in load_cues().levels

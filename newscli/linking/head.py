"""The noun that a number counts, found to the right of it: the last noun of the phrase, past what describes it.

What stands between number and noun in Chinese may be long: a relative clause (12名来自北京的学生), qualities (5位经验丰富、待人热情的医生),
another noun with 的 (3位中学时的同学), a list (40名教师和学生). The head comes last, so the way leads from 的 to 的.
"""

from __future__ import annotations

import re
from typing import Final

from newscli.linking.governor import DONE
from newscli.linking.phrase import LONGEST, lone, phrase_after
from newscli.linking.tokens import Tokens

RELATIVE: Final = re.compile(r"[^,.;:]{1,20}?D(?=[^,.;:N、])")
"""A clause before the noun counted: 12名来自北京的学生."""
STATED: Final = re.compile(r"[^.;:]{1,60}?D(?=[^,.;:N、])")
"""Several clauses of which the first states a measure: 3座面积超过500平方米,集展览、销售于一体的场馆."""
ITS_VERB: Final = re.compile(r"d?[vVawxm]{1,2}D")
"""A verb between a noun and 的: both describe what follows."""
MEASURED: Final = re.compile(r"GL[nad]{0,2}N")
"""A property with its number: 面积超过500平方米."""
GENITIVES: Final = 4
"""How many 的 are followed from noun to noun."""
OPENS_CLAUSE: Final = frozenset("vVftpdLUWrG")
"""What opens a clause that may describe the noun counted: 来自北京的, 面积不等的."""
JOINTS: Final = frozenset("c、")
"""What may tie a noun to others that are counted with it."""
VERBAL: Final = frozenset("dvVawxm")
"""What may open a verb that describes another noun."""
TITLED: Final = ">fD"
"""The end of a title that a number does not count: 25个《西游记》中的典型场景."""
DASHES: Final = frozenset("—–")
HOMOGRAPHS: Final = frozenset("地")
MEMBER: Final = frozenset("nwxaXG#S<")
"""What opens another member of a list."""
DEEDS: Final = frozenset("vVE")
"""Verbs that stand as nouns after 的 where a clause ends, or before the noun that they describe."""
CLAUSE_END: Final = frozenset(",.;:、)") | {""}
MEMBERS: Final = 4
"""How many things of one list are counted together at most."""
AFTER_LIST: Final = frozenset(",.;:、)cDLVUWJvpdt") | {""}
"""What may follow a list of nouns that a number counts together."""


def head_after(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return first and last token of the noun phrase that begins at token ``at``, straight after a number."""
    tags, found = tokens.tags, phrase_after(tokens, at) or split_name(tokens, at)
    if found is None:
        found = past_clause(tokens, at)
        if found is None:
            return None
    elif tags[at] in OPENS_CLAUSE:
        if tags[at] == "G" and found[0] == found[1] and MEASURED.match(tags, at):
            return past_clause(tokens, at, STATED) or found
        if describes(tokens, found[1] + 1) or praised(tokens, found[1]):
            found = past_clause(tokens, at) or found
    elif praised(tokens, found[1]):
        found = past_clause(tokens, at) or found
    follows = tags[found[1] + 1 : found[1] + 2]
    if follows == "," and tags[found[1]] == "X":
        found = past_dash(tokens, found)
    if follows in JOINTS:
        found = with_members(tokens, found)
        follows = tags[found[1] + 1 : found[1] + 2]
    return described(tokens, found) if follows in VERBAL else found


def past_dash(tokens: Tokens, found: tuple[int, int]) -> tuple[int, int]:
    """Return a model with the noun that it describes past the dash that parts its letters and figures: F—16战斗机."""
    at = found[1] + 2
    further = phrase_after(tokens, at) if tokens.say(at - 1, at - 1) in DASHES else None
    return (found[0], further[1]) if further and further[0] == at and tokens.tags[at] == "X" else found


def split_name(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return a noun phrase whose first character is elsewhere a particle: 地县两级干部, 地州市."""
    if tokens.tags[at : at + 1] != "u" or not lone(tokens, at):
        return None
    found = phrase_after(tokens, at + 1)
    return (at, found[1]) if found and tokens.say(at, at) in HOMOGRAPHS else None


def described(tokens: Tokens, found: tuple[int, int]) -> tuple[int, int]:
    """Return a noun with the one that it and its verb describe: 一封热情洋溢的表扬信, 5家企业投资的项目."""
    match = ITS_VERB.match(tokens.tags, found[1] + 1)
    further = after_genitive(tokens, match.end()) if match else None
    if further is None:
        return found
    if tokens.ends[further[1]] - tokens.starts[found[0]] <= LONGEST:
        return found[0], further[1]
    return further if tokens.tags[found[1]] in "wa" else found


def describes(tokens: Tokens, at: int) -> bool:
    """Return whether what follows a verb and its noun makes them a clause that describes another noun."""
    tags = tokens.tags
    if tags[at - 1] == "G" and tags[at : at + 1] == "L":
        return True  # 总额为3亿元的援助
    return tags[at : at + 1] in {"D", "v", "V"} or tags[at : at + 2] in {"cv", "cV", "cd"}


def praised(tokens: Tokens, noun: int) -> bool:
    """Return whether an adjective follows a noun in a clause that describes another: 工期紧、难度大的工程."""
    return tokens.tags[noun + 1 : noun + 3] in {"aD", "a、"}


def past_clause(tokens: Tokens, at: int, relative: re.Pattern[str] = RELATIVE) -> tuple[int, int] | None:
    """Return the noun phrase after the first 的 that one follows, in the same clause."""
    tags, i = tokens.tags, at
    for _ in range(GENITIVES):
        match = relative.match(tags, i)
        if match is None or any(tags[k] == "u" and tokens.say(k, k) == DONE for k in range(i, match.end())):
            return None  # 3000户住进了宽敞的新房 says what they did
        i = match.end() + (tags[match.end()] in "pdr")
        found = after_genitive(tokens, i)
        if found is not None:
            return found
    return None


def after_genitive(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return the noun phrase after a 的; a verb that ends the clause there is its head: 3亿元的经济援助."""
    found = phrase_after(tokens, at)
    tags, end = tokens.tags, found[1] + 1 if found else at
    if tags[end : end + 1] in DEEDS and tags[end + 1 : end + 2] in CLAUSE_END:
        return (found[0] if found else at), end
    if found is None and tags[at : at + 1] in DEEDS:  # 面积不等的展示点
        verb = at + (tags[at + 1 : at + 2] in DEEDS)  # 自主学习时间
        found = phrase_after(tokens, verb + 1)
        return (at, found[1]) if found and found[0] == verb + 1 else None
    return found


def past_genitives(tokens: Tokens, found: tuple[int, int]) -> tuple[int, int]:
    """Return a noun with the one it describes (中学时的同学), or that one alone where both are too long."""
    tags = tokens.tags
    for _ in range(GENITIVES):
        at = found[1] + 1
        at += tags[at - 1 : at + 2] == TITLED
        if tags[at : at + 1] != "D":
            break
        further = after_genitive(tokens, at + 1)
        if further is None:
            break
        further = with_members(tokens, further)
        whole = tags[found[1]] != "k" and tokens.ends[further[1]] - tokens.starts[found[0]] <= LONGEST
        found = (found[0] if whole else further[0], further[1])
    return found


def with_members(tokens: Tokens, found: tuple[int, int]) -> tuple[int, int]:
    """Return a noun with those that are counted together with it: 教师和学生, 土家族和苗族贫困户."""
    tags, last = tokens.tags, found[1]
    for _ in range(MEMBERS):
        if tags[last + 1 : last + 2] not in JOINTS or tags[last + 2 : last + 3] not in MEMBER:
            break
        other = phrase_after(tokens, last + 2)
        if other is None or other[0] != last + 2 or tags[other[1] + 1 : other[1] + 2] not in AFTER_LIST:
            break
        last = other[1]
    if tags[found[1] + 1 : last].count("c") != 1:
        return found  # 12家企业、学校建成: a list without 和 may be two things said
    return (found[0], last) if tokens.ends[last] - tokens.starts[found[0]] <= LONGEST else found

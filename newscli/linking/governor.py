"""What stands straight before a number: the verb that governs it, and where a subject before that verb would end."""

from __future__ import annotations

from typing import Final

from newscli.linking.cues import load_cues
from newscli.linking.lexicon import load_directions
from newscli.linking.tokens import PERIOD, Tokens
from newscli.model import QuantityKind

TAGS: Final = frozenset("nwxXGRkamvVLUWJEMbdpceuDtfqrghioSy#@N<>,.;:、()-")
"""Every tag that a token may have."""
STOPS: Final = frozenset(",.;:N、-")
WORDS: Final = "".join(sorted(TAGS - STOPS - {"(", ")"}))
"""What stands in a part of a clause."""
UNBROKEN: Final = "".join(sorted(TAGS - set(",.;:")))
"""What stands in a clause."""
LONGEST_CLAUSE: Final = 120
"""Tokens that a clause is looked back over: no reader holds more, and a page of 1家、2家、3家… has no end."""
PASSED: Final = frozenset("du@trpfc)qegoi")
"""What may stand between a subject, its verb and the number."""
PASSABLE: Final = PASSED | {"D"}
"""The same with 的, which is passed over behind a period."""
STATING: Final = frozenset("UWLJb")
"""Tags of what governs a number from further off than the word it is."""
CHANGING: Final = frozenset("UW")
"""Verbs of change."""
WITHIN: Final = frozenset("S#")
"""The field in which a share or a level holds."""
PARTICIPLES: Final = frozenset("mqnaxw")
"""What a particle after it makes a verb: 种了8亩葡萄."""
COMPARED: Final = frozenset("nwxGah")
"""What a change may govern that is told from something else without a verb of its own."""
SCOPES: Final = "S#nfDaxwX"
"""What may stand between the verb of a rank and the rank: 居中部地区省会城市第一."""
PEOPLED: Final = SCOPES + "Gpv"
"""The same where only a verb of rank can be meant: 居因公出国人员首位."""
AUXILIARY: Final = {"L": "LJUWE", "J": "JL", "U": "UWE", "W": "UWE"}
"""Verbs that a governing verb leans on: 预计将达到, 实现增长."""
LEADING: Final = frozenset("UWL")
"""Verbs that may be told from something compared: 比前一交易日上涨72.17点."""
VERBAL: Final = frozenset("vVUWL")
DONE: Final = "了"
ASPECT: Final = frozenset("了着过")
"""What stands before one of these is a verb."""
TO: Final = frozenset("至到为")
"""After a verb of change these lead to a level: 增长 … 到2023年的9.17%."""


class Governor:
    """The words straight before a number, walked back."""

    __slots__ = ("at", "before", "floor", "listed", "tag")

    def __init__(self, tag: str, at: int, before: int, floor: int) -> None:
        self.tag = tag
        """The tag of the governing verb or of the noun straight before the number; empty where the clause begins."""
        self.at = at
        """Its token."""
        self.before = before
        """The token at which a noun phrase before it would end."""
        self.floor = floor
        """The first token of this part of the clause."""
        self.listed = False
        """True where the number sums up a list: A、B、C等三项."""


def clause_start(tags: str, at: int) -> int:
    """Return the first token of the clause that ends before token ``at``."""
    floor = max(at - LONGEST_CLAUSE, 0)
    return floor + len(tags[floor:at].rstrip(UNBROKEN))


def floor_of(tags: str, at: int) -> int:
    """Return the first token of the part of the clause in which token ``at`` stands."""
    floor = len(tags[:at].rstrip(WORDS))
    while floor and tags[floor - 1] == ")":
        floor = len(tags[: opening_bracket(tags, floor - 1)].rstrip(WORDS))
    return floor


def opening_bracket(tags: str, closing: int) -> int:
    """Return the token that opens the bracket which a token closes, or the first where none does."""
    at, depth = closing, 1
    while depth:
        opening, closing = tags.rfind("(", 0, at), tags.rfind(")", 0, at)
        if opening < 0:
            return 0
        depth += 1 if closing > opening else -1
        at = max(opening, closing)
    return at


def passed_over(tags: str, at: int, floor: int) -> int:
    """Return the last token at or before ``at`` that is no adverb, period, particle or bracket."""
    while at >= floor:
        tag = tags[at]
        if tag == ")":
            at = max(tags.rfind("(", floor, at), floor) - 1
        elif (
            tag == "q"
            and at > floor
            and (tags[at - 1] in "nxa" or (tags[at - 1] == "v" and (at - 1 == floor or tags[at - 2] in "nx")))
        ):
            break  # 沙袋, 厕位, 绿道, 垃圾填埋场: a classifier that closes a compound
        elif tag in PASSED or (tag == "D" and at > floor and dated(tags, at - 1)):
            at -= 1
        else:
            break
    return at


def dated(tags: str, at: int) -> bool:
    """Return whether a token is a period, or a time word that no verb or noun makes part of a phrase (开通初期)."""
    return tags[at] == "@" or (tags[at] == "t" and (at == 0 or tags[at - 1] not in "nvVw"))


def governor(tokens: Tokens, at: int, kind: QuantityKind) -> Governor:
    """Return what governs the number at token ``at``; for a rank, past the words that say in what field it holds."""
    tags = tokens.tags
    floor, i = floor_of(tags, at), at - 1
    if i >= floor and tags[i] in PASSABLE:
        i = passed_over(tags, i, floor)
    listed = i < at - 1 and "e" in tags[i + 1 : at]
    tag = ""
    if i >= floor:
        if kind == "rank":
            i = ranking(tags, i, floor)
        elif tags[i] in WITHIN:
            i = scope_passed(tags, i, floor, "S#")
        tag = tags[i]
    if tag == "D" and i > floor:
        return share(tokens, i, floor)
    if tag in STATING:
        found = stating(tokens, i, at, floor)
    elif (tag == "x" and i > floor and tags[i - 1] == "d") or (
        tag in PARTICIPLES and i < at - 1 and tags[i + 1] == "u" and done(tokens, i)
    ):
        found = Governor("v", i, i, floor)  # 每天能烘2400吨: what follows an auxiliary is a verb; 种了8亩葡萄
    elif tag in COMPARED and (compared := tags.rfind("b", floor, i)) >= 0 and VERBAL.isdisjoint(tags[compared:i]):
        found = Governor("L", i, passed_over(tags, compared - 1, floor), floor)  # 营业额比平时翻了两番
    else:
        found = Governor(tag, i, i, floor)
    found.listed = listed
    return found


def stating(tokens: Tokens, i: int, at: int, floor: int) -> Governor:
    """Return what governs a number after a verb of level, change or rank, or after 比."""
    tags, tag = tokens.tags, tokens.tags[i]
    if tag == "b":
        return Governor("L", i, passed_over(tags, i - 1, floor), floor)  # 营业额比平时翻了两番
    if tag in CHANGING:
        if i < at - 1 and leads_to_level(tokens, i, at):
            tag = "L"
        elif floor and tags[floor - 1] == "N":
            floor = past_comparison(tags, i, floor)
    return Governor(tag, i, subject_end(tags, i, floor), floor)


def ranking(tags: str, at: int, floor: int) -> int:
    """Return the verb of a rank before the field it holds in, else ``at``."""
    i = scope_passed(tags, at, floor, SCOPES)
    if tags[i] in "JL":
        return i
    held = scope_passed(tags, i, floor, PEOPLED)
    return held if tags[held] == "J" else i


def done(tokens: Tokens, at: int) -> bool:
    """Return whether a particle makes a verb of the word before it: 种+着, 发展+了."""
    particle = tokens.say(at + 1, at + 1)
    if particle == DONE or (len(particle) > 1 and particle in load_directions()):
        return True  # 发展起来600亩基地
    return particle in ASPECT and tokens.ends[at] - tokens.starts[at] == 1


def scope_passed(tags: str, at: int, floor: int, scopes: str) -> int:
    """Return the verb of rank or share before the field it holds in (居全省第二, 占全国的六成), else ``at``."""
    i = at
    while i >= floor and tags[i] in scopes:
        i -= 1
    return i if i >= floor and tags[i] in "JL" else at


def past_comparison(tags: str, verb: int, floor: int) -> int:
    """Return where the clause begins for a change told from another number: 较上年的1.4亿吨增加12%."""
    start = clause_start(tags, verb)
    return start if "b" in tags[start:floor] else floor


def leads_to_level(tokens: Tokens, verb: int, at: int) -> bool:
    """Return whether what follows a verb of change is where it led: 增长到2023年的9.17%."""
    return any(
        tokens.tags[i] in (PERIOD, "p", "v") and tokens.text[tokens.starts[i]] in TO for i in range(verb + 1, at)
    )


def share(tokens: Tokens, i: int, floor: int) -> Governor:
    """Return what governs a share said with 的: 占国内生产总值的3%, 学生的80%."""
    tags = tokens.tags
    origin = tags.rfind("o", floor, i)
    if origin >= 0:  # 品类由开通初期的10多种扩展至3000种
        return Governor("L", origin, passed_over(tags, origin - 1, floor), floor)
    j = max(tags.rfind("L", floor, i), tags.rfind("J", floor, i))  # 占年度计划的六成
    taking = tags.find("L", floor, i)
    if floor <= taking < j and tokens.say(taking, taking) in load_cues().share.listed:
        j = taking  # 约占现有员工总数的一成
    if j < floor:
        j = i - 1
    while j >= floor and tags[j] not in "LJVUWb":
        j -= 1
    if j >= floor:
        return Governor("L", j, subject_end(tags, j, floor), floor)
    return Governor("D", i, i - 1, floor)


def subject_end(tags: str, verb: int, floor: int) -> int:
    """Return where a noun phrase before a verb would end, past auxiliaries and what is compared."""
    i, auxiliary = verb - 1, AUXILIARY.get(tags[verb], "")
    while i >= floor:
        tag = tags[i]
        if tag in PASSABLE and (passed := passed_over(tags, i, floor)) < i:
            i = passed
        elif tag in auxiliary or (tag in "vV" and i == verb - 1 and tags[verb] == "L"):
            i -= 1  # 扩展至: any verb can lead to a level
        elif tag == "b":
            joined = tags.rfind("c", floor, i)
            i = (joined if joined >= 0 else i) - 1  # 与2022年上半年相比增长12%
        elif tags[verb] in LEADING and (compared := tags.rfind("b", floor, i)) >= 0:
            i = compared - 1  # 比前一交易日上涨72.17点
        else:
            break
    return i

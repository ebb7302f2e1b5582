"""Noun phrases beside a number, found as shapes over the tags of a sentence.

Tags: n noun, w verb used as a name (投资), x morpheme, X Latin, G generic head (数量), R rate noun (增速), k field (领域), a adjective, m numeral word,
v verb, V verb that makes a clause, L 达到, U 增长, W 下降, J 位居, E 表示, b 比, d adverb, p preposition, c 和, e 等, u particle, D 的,
t time word, f locative, S scope (全省), r pronoun, < > quotes, # place, @ period, N number; , . ; : 、 ( ) as they are.
"""

from __future__ import annotations

import re
from typing import Final

from newscli.linking.lexicon import load_averages, load_directions, load_endings
from newscli.linking.tokens import Tokens

HEADS: Final = frozenset("nwxXGRk>")
"""What a noun phrase may end with."""
INSIDE: Final = frozenset("nwaxXGRkm#S")
"""What may stand in one anywhere."""
PLACED: Final = frozenset("ftS")
"""Words at the end of a phrase that only say where or when."""
TAKEN_IN: Final = frozenset(">)vVUW")
"""What a phrase may take in that does not stand in one anywhere."""
FORE: Final = frozenset("Sf#r")
"""Words that a number may have before the noun it counts: 3家省内企业."""
ODD: Final = frozenset("vd")
"""The word that does not break a run of nouns: 科普+挂+图资料."""
AFTER_VERB: Final = frozenset("NpudV")
"""What follows a verb used as a name that is what was done: 10家企业投资5亿元."""
PLACING: Final = frozenset("Sftm#")
"""Words at the front of a phrase that only say where or when."""
TRIMMED: Final = PLACING | {"X"}
"""What may go from the front of a phrase."""
UNSURE: Final = PLACED | {"x"}
"""Tags of words that may not be the last of a phrase."""
EACH_OR_OTHERS: Final = frozenset("xe")
"""Tags of 每 and 等, before a word that is not the last of a phrase."""
JOINED: Final = frozenset("nwvVxatmEdfh")
"""What a lone character may close: 覆盖+度, 秋+粮."""
LONE: Final = frozenset("naxvhqw")
"""What a lone character may be that makes one word with the lone character after it."""
GRADING: Final = ("最", "平均")
"""How a word begins that may stand inside a noun phrase although it is an adverb: 公司最高管理层, 股票平均价格指数."""
DIGITS: Final = frozenset("0123456789.")
"""What numbers that nothing counts by are made of."""
ROUNDING: Final = frozenset("naxvVwqtk")
"""What a lone character may be that ends a name or a word which the table does not know."""
FREE: Final = frozenset(",.;:、)DcedpwvVLUWEJf") | {""}
"""What follows such a word."""
KNOWN: Final = frozenset("nwaGRk#<>")
"""Nouns and their modifiers that the table knows, places and quotations."""
LONGEST_KNOWN: Final = 12
"""Characters of a phrase that is surely one."""
LONGEST: Final = 14
"""Characters that still read as a table cell; a longer phrase keeps its last words."""
QUOTED: Final = r"<[^>.]{0,16}>[^,.;:N、()<VLUWpDu]{0,3}(?=[nwxX])|<[^>.]{0,16}>"
RIGHT: Final = re.compile(
    rf"(?:{QUOTED}|[nxXGRkamq#wSft]|(?<=n)h|(?<=[nxXGRkwa#])c(?=[nxG][^N]?[,.;:、])|(?<![nxXGRk>#])v(?=v?[nwxXGR<])|(?<![nxXGRk>#w])d(?=[nG])|v(?=[nxXG][,.;:、)]))+"
)
LAST_NOUN: Final = re.compile(r"[^,.;:N、<()]*?((?:[nwxXGRa]|v(?=[nG]))*[nwxXGRv])(?=[,.;:N、<()]|$)")
"""The head of what follows, wherever its modifiers end: 首例退出市场企业档案进馆交接."""


def phrase_after(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return first and last token of the noun phrase that begins at token ``at``."""
    tags = tokens.tags
    match = RIGHT.match(tags, at)
    if match is None or (tags[at] == "d" and lone(tokens, at)):
        return None
    first, end = at, match.end()
    if tags[end : end + 1] in ODD:
        end = carried_on(tokens, end)
    if tags[first] == "R":
        return first, first  # 以超过1%的跌幅收盘
    last = end - 1
    if last > first and tags[last] == "w" and tags[end : end + 1] in AFTER_VERB and not lone(tokens, last):
        last -= 1  # 10家企业投资5亿元: the firms are counted, investing is what they did
    if last > first and (tags[last] == "R" or (tags[last] == "w" and tokens.say(last, last) in load_averages())):
        last -= 1  # 45岁以下的创业者占比超过六成, 43万农民人均增收
    while last >= first and tags[last] not in HEADS:
        last -= 1
    if first < last and tags[first] in FORE:
        first = without_place(tokens, first, last)
    if tags[last + 1 : last + 2] in ROUNDING and first <= last:
        last = rounded_off(tokens, last)
    return (first, last) if first <= last else None


def without_place(tokens: Tokens, first: int, last: int) -> int:
    """Return where a phrase begins after the words that only say where: 全省企业."""
    tags, starts, ends = tokens.tags, tokens.starts, tokens.ends
    while first < last and tags[first] in FORE and ends[first] - starts[first] > 1:
        if tags[first] == "#" and ends[last] - starts[first + 1] < 2:
            break  # 巴勒斯坦人
        first += 1
    return first


def carried_on(tokens: Tokens, end: int) -> int:
    """Return where a run of nouns ends that one odd word does not break: 科普+挂+图资料, 公司+最高+管理层."""
    tags = tokens.tags
    lone_pair = tags[end : end + 2] in {"vn", "vx"} and lone(tokens, end) and lone(tokens, end + 1)
    most = tags[end : end + 2] in {"dn", "dw", "dG"} and tokens.say(end, end).startswith(GRADING)
    if not (lone_pair or most):
        return end
    match = RIGHT.match(tags, end + 1)
    return match.end() if match else end


def rounded_off(tokens: Tokens, last: int) -> int:
    """Return where a phrase ends when lone characters after it make a word with it: 示范+场, 居民喻+秋+生."""
    tags, end = tokens.tags, last
    while end < last + 3 and tags[end + 1 : end + 2] in ROUNDING and lone(tokens, end + 1):
        if tags[end + 1] == "f" and not lone(tokens, end):
            break
        closed = tags[end + 1] in "vV" and tags[end] == "w"  # 应急+包
        if tags[end + 1] in "vVwa" and not closed and not (lone(tokens, end) and lone(tokens, end - 1)):
            break  # 孩子+生 is a noun and its verb
        end += 1
    free = end > last and (tags[end + 1 : end + 2] in FREE or lone(tokens, last))
    return end if free and tokens.starts[last + 1] == tokens.ends[last] else last


def phrase_before(tokens: Tokens, at: int, floor: int) -> tuple[int, int] | None:
    """Return first and last token of the noun phrase that ends at token ``at``, looking no further left than ``floor``."""
    tags = tokens.tags
    if at < floor:
        return None
    last = at
    if tags[at] in UNSURE or tags[at - 1] in EACH_OR_OTHERS:
        last = last_word(tokens, at, floor)
        if last < floor:
            return None
    tag = tags[last]
    if tag == "X" and tokens.text[tokens.starts[last]] in DIGITS:
        return None  # 700.00 万元
    if tag not in HEADS and not (last > floor and closes_compound(tokens, last)):
        return None
    first = opening(tags, last, floor) if tag == ">" else last
    while first > floor:
        before = tags[first - 1]
        if before in INSIDE:
            first -= 1
        elif before not in TAKEN_IN or (taken := taken_in(tokens, first, last, floor)) == first:
            break
        else:
            first = taken
    if first < last:
        first = trimmed(tokens, first, last)
    return completed(tokens, first, last, floor) if first > floor else first, last


def last_word(tokens: Tokens, at: int, floor: int) -> int:
    """Return the last token of a phrase, words that only place it and 每 passed over; one before ``floor`` if there is none."""
    tags, last = tokens.tags, at
    while last >= floor:
        tag = tags[last]
        if not (
            tag in PLACED
            or (tag == "x" and each(tokens, last))
            or (last and tags[last - 1] == "e" and lone(tokens, last))
        ):
            break  # 江苏、安徽等省: what the places of a list are
        last -= 1
    if last > floor and tags[last - 1] == "x" and each(tokens, last - 1):
        last -= 2  # 稻谷每斤卖到3元
    return last


def closes_compound(tokens: Tokens, last: int) -> bool:
    """Return whether a classifier closes a compound (沙袋), or two lone characters are a noun that no table knows: 麻+古."""
    tags = tokens.tags
    if tags[last] == "q":
        return tags[last - 1] in "nxav"
    return tags[last] in "av" and tags[last - 1] in "nx" and lone(tokens, last) and lone(tokens, last - 1)


def taken_in(tokens: Tokens, first: int, last: int, floor: int) -> int:
    """Return where a phrase begins that takes in what stands before it: a quotation, a bracket, a verb that closes with it."""
    tags, before = tokens.tags, tokens.tags[first - 1]
    if before == ">":
        return opening(tags, first - 1, floor)
    if before == "v" and tags[first] in "nwxXG" and first - 2 >= floor and tags[first - 2] in "nxXGw":
        return first - 1  # 产业孵化基地: a verb with a noun before it too is part of a compound
    if before == ")":
        return tags.rfind("(", floor, first) if tags[first] in "nG" and bracketed(tags, first - 1, floor) else first
    if first == last and tags[first] in "GR":
        return first - 1  # 损害程度, 复绿面积: a generic head takes in the verb that closes with it
    if before in "vV" and tags[first] in "nq" and lone(tokens, first):
        return first - 1  # 驾驶人, 参保率, 填埋场: one character does not stand alone
    if before in "UW" and lone(tokens, first) and tokens.say(first, first) in load_endings():
        return first - 1  # 节约额, 节约率
    return first


def completed(tokens: Tokens, first: int, last: int, floor: int) -> int:
    """Return where a phrase begins when a lone character, or a short word in 率 or 额, takes in what it closes."""
    tags, starts, end = tokens.tags, tokens.starts, tokens.ends[last]
    if lone(tokens, first):
        first -= one_word(tokens, first)
    elif end - starts[first] > 2 and tags[first - 1] not in "nw":
        return first
    least = 3 if tokens.text[end - 1] in load_endings() else 2
    while first > floor and end - starts[first] < least and not pointed(tokens, first - 1):
        before = tags[first - 1]
        if (
            before == "u"
            and first - 1 > floor
            and tags[first - 2] in "nxXq"
            and tokens.say(first - 1, first - 1) in load_directions()
        ):
            first -= 1  # 单台起重量, 地下水入渗量
            continue
        if before not in JOINED or (end - starts[first] > 1 and tokens.ends[first - 1] - starts[first - 1] > 1):
            break
        first -= 1
    while (
        floor < first < last
        and tags[first - 1] in "nw"
        and not pointed(tokens, first - 1)
        and end - starts[first - 1] <= LONGEST
    ):
        first -= 1  # 谷物产量预测值
    return first


def one_word(tokens: Tokens, at: int) -> bool:
    """Return whether a lone character and one before it are one word that no table knows: 排涝+车, 复绿+面积, 下泄+流量."""
    if not lone(tokens, at - 1):
        return False
    return tokens.tags[at - 1] in LONE or (tokens.tags[at] in "vx" and tokens.say(at - 1, at - 1) in load_directions())


def lone(tokens: Tokens, at: int) -> bool:
    """Return whether a token is one character."""
    return tokens.ends[at] - tokens.starts[at] == 1


def pointed(tokens: Tokens, at: int) -> bool:
    """Return whether a token is the classifier of 这款手机, 该批产品."""
    return at > 0 and tokens.tags[at - 1] == "r" and lone(tokens, at)


def each(tokens: Tokens, at: int) -> bool:
    """Return whether a token is 每, which opens what a number is counted by."""
    return tokens.text[tokens.starts[at]] == "每" and lone(tokens, at)


def is_property(tokens: Tokens, at: int) -> bool:
    """Return whether a token names something measured (产值, 面积, 利用率) rather than a thing."""
    return tokens.tags[at] in "GRw" or tokens.text[tokens.ends[at] - 1] in load_endings()


def adjunct(tags: str, first: int, floor: int) -> bool:
    """Return whether a phrase belongs to a preposition before it: 口径 in 按可比口径增长5%."""
    at = first - 1
    while at > floor and tags[at] in "dbav":
        at -= 1
    return at >= floor and tags[at] == "p"


def bracketed(tags: str, at: int, floor: int) -> bool:
    """Return whether a bracket that ends at ``at`` follows a noun, as an abbreviation does: 广义货币(M2)余额."""
    opening = tags.rfind("(", floor, at)
    return opening > floor and tags[opening - 1] in "nwxXG" and at - opening <= 3


def opening(tags: str, at: int, floor: int) -> int:
    """Return the token that opens the quotation closed at ``at``."""
    found = tags.rfind("<", floor, at)
    return found if found >= 0 else at


def trimmed(tokens: Tokens, first: int, last: int) -> int:
    """Return where a phrase begins without words that only place it, and short enough for a table cell."""
    tags, starts, end = tokens.tags, tokens.starts, tokens.ends[last]
    if tags[first] not in TRIMMED and end - starts[first] <= LONGEST and tags[first - 1] != "r":
        return first
    while first < last and end - starts[first] > LONGEST and tags[first] != "<":
        first += 1
    if first < last and tags[first] == "X" and DIGITS.issuperset(tokens.say(first, first)):
        first += 1  # 1.语文教师3名
    if first < last and pointed(tokens, first):
        first += 1  # 这款手机
    while first < last and tags[first] in PLACING and (end - starts[first + 1] >= 3 or tags[first + 1] == "R"):
        first += 1  # 世界经济 stays whole: 经济 alone says too little
    return first


def solid(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether every word of a phrase is one that the table knows as a noun or its modifier."""
    tags, starts, ends = tokens.tags, tokens.starts, tokens.ends
    size = ends[last] - starts[first]
    if size == 1 or size > LONGEST_KNOWN or tags[last] not in KNOWN:
        return False
    for i in range(first, last):  # a lone character may close a phrase, not stand in it
        tag = tags[i]
        if tag not in KNOWN or (ends[i] - starts[i] == 1 and tag not in "<>"):
            return False
    return True

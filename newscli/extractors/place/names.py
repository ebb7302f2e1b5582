"""Names that a place is only part of: 浙江大学, 浙江日报, 杜金华. They are reported with ``in_name`` set.

Places that are no divisions of China keep their own standing before the name of an institution (美国 before 美国微软公司,
巴黎 in 巴黎大学): they name the country or city all the same, though they do not locate there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple, cast

from newscli.extractors.place.borders import is_hanzi
from newscli.extractors.place.found import Found
from newscli.extractors.place.lexicon import words
from newscli.extractors.place.tables import characters, surnames, toml_table
from newscli.model import NameKind

REACH = 18
"""How long the rest of a name may be after its place."""
SHORT_REACH = 8
"""The same for a name that ends in a suffix of one character."""
DIVISION_SUFFIXES = "省市县区州旗"
POSTS = "书长"
"""First characters of what the head of an institution is called: 书记, 长."""
BELONGING = "belonging"
"""The kind of what is only described by its place: 上海杂技团."""


Following = tuple[Sequence[Found], int]
"""All mentions, and the number of the one after the place; the slice is taken only where a tail is found."""


class NameTable(NamedTuple):
    """How names end, and what ends them before that."""

    kinds: dict[str, str]
    """A tail → the kind of the name; government bodies (机关) are ``body`` here and printed as ``org``."""
    tail: re.Pattern[str]
    stop: re.Pattern[str]
    stops: frozenset[str]
    alone: frozenset[str]
    """Tails of one character that may stand right after the place."""
    direct: frozenset[str]
    """Longer tails that must stand there."""
    no_tails: frozenset[str]
    topics: tuple[str, ...]
    only_alone: frozenset[str]
    """Those of them that make the place part of the name only there: 江苏队, but not 四川蓝剑队."""
    foreign: frozenset[str]
    """Tails that make even a country part of the name, where nothing of its own stands between."""
    federal: frozenset[str]
    """Tails that only organs abroad have."""
    formal: tuple[str, ...]
    """Words with which an institution of a whole state or trade begins: 国家, 联邦, 证券."""

    def goes_on(self, character: str) -> bool:
        """Return whether a name may go on with a character; most places stand before a sign or a function word."""
        return character not in self.stops

    def holds_country(self, between: str, tail: str) -> bool:
        """Return whether even a country is part of the name: 中国科学院, 中国队, but not 中国油画学会.

        美国微软公司 says where 微软公司 is from; a name of its own stands between.
        """
        return tail in self.federal or (tail in self.foreign and (not between or between.startswith(self.formal)))

    def kind(self, tail: re.Match[str], end: int) -> str:
        """Return the kind of the name that a tail ends, its place ending where given."""
        return BELONGING if tail[0] in self.only_alone and tail.start() > end else self.kinds[tail[0]]

    def says(self, text: str, end: int) -> bool:
        """Return whether a verb follows, with which a place is a subject: 福建疏散…; but 统计 of 统计局 is none.

        Nor is 指挥 of 指挥中心, or 出版 of 出版集团: what an institution is for stands straight before its tail.
        """
        verb = words().is_verb(text[end : end + 2]) and text[end + 2 : end + 3] not in self.kinds
        return verb and not (self.tail.match(text, end) or self.tail.match(text, end + 2))


def alternatives(surfaces: Iterable[str]) -> str:
    """Return a pattern for any of the surfaces, longest first; one branch a first character is quicker to try."""
    branches: dict[str, list[str]] = {}
    for surface in sorted(surfaces, key=len, reverse=True):
        branches.setdefault(surface[0], []).append(re.escape(surface[1:]))
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in branches.items())


@cache
def name_table() -> NameTable:
    """Return the table of names, read on first use."""
    raw = toml_table("names.toml")
    kinds = {tail: k["id"] for k in reversed(raw["kind"]) for tail in (*k["long"], *k["short"])}
    kinds.update(dict.fromkeys(raw["belonging"]["tails"], BELONGING))
    numbers, others = raw["stops"]["numbers"], raw["stops"]["characters"]
    # The look ahead spares most positions the trial of a hundred words.
    openings = "".join({word[0] for word in raw["verbs"]["words"]})
    # 访问 of 访问团 and 记者 of 记者站 are no verb and no subject of their own.
    verbs = f"(?=[{openings}])(?:{alternatives(raw['verbs']['words'])})(?![团队站])"
    # 一 of 五一路 and 八一厂 is a day, not a number. 共 ends a name (山东共规划建设中小学) unless it is part of 共青团, 共产党 and the like.
    # No name goes on over a date (本报西安1月4日电西安市政府) or a count of its like (瑞士三大银行).
    counted = rf"(?<!第)[0-9{raw['stops']['counts']}百千万亿]++[{raw['stops']['classifiers']}](?!子)"
    numbered = rf"[0-9]+[年月日]|{counted}|[{raw['stops']['counts']}]大(?!学)|(?<![第五七八])[{numbers}]"
    stop = rf"(?![()“”·])[\W_①-⓿]|[{others}]|{numbered}|共(?![青产和同])|{verbs}"
    signs = frozenset(others + ',。、:;!?"\n )%《》')
    alone = frozenset(raw["alone"]["characters"])
    only_alone = frozenset(raw["alone"]["only"])
    direct, no_tails = frozenset(raw["direct"]["tails"]), frozenset(raw["no_tails"]["words"])
    topics = tuple(raw["no_tails"]["topics"])
    federal = frozenset(tail for k in raw["kind"] if k.get("foreign") for tail in k["long"])
    foreign, formal = alone.union(raw["foreign"]["tails"]), tuple(raw["foreign"]["formal"])
    tails = re.compile(alternatives(kinds))
    return NameTable(
        kinds, tails, re.compile(stop), signs, alone, direct, no_tails, topics, only_alone, foreign, federal, formal
    )


def mark(text: str, mentions: Sequence[Found]) -> None:
    """Set ``in_name`` of each mention that is part of a name, and whether it locates all the same."""
    table = name_table()
    for number, found in enumerate(mentions):
        if found.pointer or not found.locates:
            continue
        if found.rule == "place.name" and is_person(text, found):
            found.in_name, found.locates = "person", False
            continue
        tail = name_tail(text, found, table, (mentions, number + 1))
        if tail is None:
            continue
        kind = table.kind(tail, found.end)
        found.locates = kind == "body"
        if kind == BELONGING:
            found.describes = not is_abroad(found)
            continue
        if not is_abroad(found) or table.holds_country(text[found.end : tail.start()], tail[0]):
            found.in_name = "org" if kind == "body" else cast("NameKind", kind)


def is_abroad(found: Found) -> bool:
    """Return whether a mention is a country, a place abroad, or a region or water: no division of China."""
    return not found.level and not found.ids[0][0].isdigit()


def name_tail(text: str, place: Found, table: NameTable, following: Following) -> re.Match[str] | None:
    """Return how the name that a place begins ends, if it begins one."""
    end = place.end
    if text[end - 1] in DIVISION_SUFFIXES and text[end - 1 : end + 1] in table.kinds:
        return table.tail.match(text, end - 1)
    if end >= len(text) or not table.goes_on(text[end]) or table.says(text, end):
        return None
    if text[place.start - 1 : place.start] == "驻":
        # What is called 某公司驻桂林办事处 is at 桂林, not of 桂林.
        return None
    stop = table.stop.search(text, end, end + REACH)
    while stop and is_within(text, end, stop):
        stop = table.stop.search(text, stop.end(), end + REACH)
    limit = stop.start() if stop else end + REACH
    last: re.Match[str] | None = None
    for tail in table.tail.finditer(text, end, limit):
        if last is not None and tail.start() > last.end() + 1:
            break
        if ends_name(text, end, tail, following):
            last = tail
    return last


def is_within(text: str, end: int, stop: re.Match[str]) -> bool:
    """Return whether what would end a name is part of it: 永和 of 金华永和氟化工有限公司, 一 of 随州一医院."""
    if stop[0] == "和":
        return stop.start() > end and words().weight(text[stop.start() - 1 : stop.end()]) >= 0
    return stop[0] == "一" and stop.start() == end and name_table().tail.match(text, stop.end()) is not None


def ends_name(text: str, end: int, tail: re.Match[str], following: Following) -> bool:
    """Return whether a name may end in a tail: not inside another place, nor inside a word (中级 after 第二中)."""
    start, stop = tail.span()
    mentions, number = following
    for other in mentions[number : number + 3]:
        if other.start < stop and start < other.end:
            return False
    if text[stop - 1] == "中" and text[stop : stop + 1] == "级":
        return False
    table = name_table()
    if (
        text[stop - 2 : stop] in table.no_tails
        or text.startswith(table.topics, start)
        or (start > end and tail[0] in table.direct)
    ):
        return False
    if stop - start == 1:
        return closes(text, end, tail)
    if stop == len(text) or text[stop] in POSTS:
        return True
    if words().weight(text[start : stop + 1]) < 0 or words().first(text, start) <= stop - start:
        return True
    # 证券 of 证券业 and 大学 of 大学生 end no name; 市委 of 市委书记 does, and 理工大 of 理工大学, being another tail.
    return any(table.tail.fullmatch(text, begin, stop + 1) for begin in range(start + 1, stop))


def closes(text: str, end: int, tail: re.Match[str]) -> bool:
    """Return whether a tail of one character ends a word and the name: 地矿厅, but not 社 of 社会."""
    at = tail.start()
    after = text[at + 1 : at + 2]
    if (at == end and tail[0] not in name_table().alone) or at - end > SHORT_REACH:
        return False
    if at > end and words().is_verb(text[at - 1 : at + 1]):
        return False
    return not is_hanzi(after) or after == "长" or words().weight(text[at : at + 2]) < 0


def is_person(text: str, found: Found) -> bool:
    """Return whether the mention is a given name that happens to spell a place: 杜金华, 许广平."""
    start, end = found.start, found.end
    if not found.ids[0][0].isdigit():
        return bears_surname(text, start) if found.ids[0].startswith("CN:") else bears_title(text, found)
    if end - start != 2 or found.level:
        return False
    surname = text[start - 1]
    if is_addressed(text, found):
        return True
    if start == 0 or all(i.endswith("0000") for i in found.ids):
        # Nobody is called after a province: 生于四川, 各占上海.
        return False
    if is_small(found) and (stands_in_list(text, found) or stands_in_credit(text, found)):
        return True
    if surname not in surnames():
        return False
    before = text[start - 2] if start > 1 else "\n"
    free = not is_hanzi(before) or before in characters("title_end")
    if surname in characters("wordlike_surname"):
        return free and not is_hanzi(text[end : end + 1])
    return free or words().weight(text[start - 2 : start]) < 0


def bears_title(text: str, found: Found) -> bool:
    """Return whether a title stands before the name of a city abroad: 主席利文斯顿, but 总统抵达利文斯顿."""
    titled = text[max(0, found.start - 2) : found.start] in title_words()
    return titled and ":" in found.ids[0] and found.end - found.start > 2


@cache
def title_words() -> frozenset[str]:
    """Return the titles that stand before a foreign person's name."""
    return frozenset(toml_table("names.toml")["titles"]["before"])


def bears_surname(text: str, start: int) -> bool:
    """Return whether a surname stands before a name, and a sign or title before that: 潘长江 in a list, 厂长费长江."""
    before = text[start - 2 : start - 1] if start > 1 else "\n"
    surname = text[start - 1] in surnames() and text[start - 1] not in characters("wordlike_surname")
    return surname and (not is_hanzi(before) or before in characters("title_end"))


def is_small(found: Found) -> bool:
    """Return whether the name is only that of counties."""
    return all(len(i) < 6 or i[4:6] != "00" for i in found.ids)


def is_addressed(text: str, found: Found) -> bool:
    """Return whether the name is followed by what a person is called by: 云龙同志; 南阳公主 even where it is a city."""
    common, noble = titles()
    after = text[found.end : found.end + 2]
    return after in noble or (after in common and is_small(found))


@cache
def titles() -> tuple[frozenset[str], frozenset[str]]:
    """Return what follows a person's name, two characters each: where no county is meant, and where no place is."""
    table = toml_table("names.toml")["titles"]
    return frozenset(table["words"]), frozenset(table["noble"])


def stands_in_list(text: str, found: Found) -> bool:
    """Return whether the two characters open a name of three: 、黄平涛、 in a list, 主席周宁一 after a title."""
    start, end = found.start, found.end
    if text[start] not in surnames():
        return False
    if not is_hanzi(text[start - 1]):
        third, fourth = text[end : end + 1], text[end + 1 : end + 2]
        return (
            is_hanzi(third) and third not in "县市区省人等和讯电报产籍段港站" and fourth in {"、", ")", "(", " ", "\n"}
        )
    return text[start - 1] in characters("title_end")


def stands_in_credit(text: str, found: Found) -> bool:
    """Return whether the two characters open the last name of a credit in brackets: (曲德斌高安斌)."""
    if text[found.start] not in surnames():
        return False
    close = text.find(")", found.end, found.end + 3)
    opening = text.rfind("(", max(0, found.start - 9), found.start - 1)
    inside = text[opening + 1 : close]
    return 0 <= opening < close and all(is_hanzi(c) for c in inside)

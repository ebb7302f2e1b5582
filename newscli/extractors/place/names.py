"""Names that a place is only part of: 浙江大学, 浙江日报, 杜金华. They are reported with ``in_name`` set.

Places that are no divisions of China keep their own standing before the name of an institution (美国 before 美国微软公司,
巴黎 in 巴黎大学): they name the country or city all the same, though they do not locate there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple, cast

from newscli.extractors.place.borders import is_hanzi
from newscli.extractors.place.found import Found
from newscli.extractors.place.lexicon import words
from newscli.extractors.place.persons import is_person, read_beside
from newscli.extractors.place.tables import BELONGING, characters, tails, toml_table
from newscli.extractors.place.tails import Tail, Tails
from newscli.model import NameKind
from newscli.rules.pattern import branches

REACH: Final = 18
"""How long the rest of a name may be after its place."""
SHORT_REACH: Final = 8
"""The same for a name that ends in a suffix of one character."""
NUMBERS: Final = ("", "一", "二", "三")
"""What may stand between a place and 队 in the name of its team: 北京二队."""
POSTS: Final = "书长讯"
"""What may follow the name of an institution and seem to make another word with it: 市委书记, 院长, 商报讯."""
BELOW_COUNTY: Final = frozenset({"place.township", "place.unlisted-township"})
CHINA: Final = "CN"
AHEAD: Final = 3
"""How many of the places that follow are looked at for one that a tail is part of."""

Following = tuple[Sequence[Found], int]
"""All mentions, and the number of the one after the place; the slice is taken only where a tail is found."""


class NameTable(NamedTuple):
    """How names end, and what ends them before that."""

    kinds: dict[str, str]
    """A tail → the kind of the name; government bodies (机关) are ``body`` here and printed as ``org``."""
    stop: re.Pattern[str]
    sure: re.Pattern[str]
    """Characters that end a name wherever they stand."""
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
    """Tails that make even a country part of the name, after 中国 or before what a formal word opens."""
    state: frozenset[str]
    """Those that only organs of a state have."""
    federal: frozenset[str]
    """Tails that only organs abroad have."""
    formal: tuple[str, ...]
    """Words with which an institution of a whole state or trade begins: 国家, 联邦, 证券."""

    def holds_country(self, country: str, between: str, tail: str) -> bool:
        """Return whether even a country is part of the name: 中国科学院, 长城集团, 法国队, but not 中国油画学会.

        美国微软公司 says where 微软公司 is from, and 加拿大银行 may be any bank of Canada.
        """
        if tail in self.alone:
            return not between
        direct = tail in self.state or country.startswith(CHINA)
        own = between.startswith(self.formal) or (not between and direct)
        return tail in self.federal or (tail in self.foreign and own)

    def kind(self, text: str, tail: Tail, end: int) -> str:
        """Return the kind of the name that a tail ends, its place ending where given."""
        start, surface = tail[0], text[slice(*tail)]
        apart = surface in self.only_alone and (start - end > 1 or text[end:start] not in NUMBERS)
        return BELONGING if apart else self.kinds[surface]

    def says(self, text: str, near: Tails, end: int) -> bool:
        """Return whether a verb follows, with which a place is a subject: 福建疏散…; but 统计 of 统计局 is none.

        Nor is 指挥 of 指挥中心, or 出版 of 出版集团: what an institution is for stands straight before its tail.
        """
        if not words().is_verb(text[end : end + 2]) or text[end + 2 : end + 3] in self.kinds:
            return False
        return not (near.at(end) or near.at(end + 2))


@cache
def name_table() -> NameTable:
    """Return the table of names, read on first use."""
    raw = toml_table("names.toml")
    kinds = tails()
    numbers, others = raw["stops"]["numbers"], raw["stops"]["characters"]
    # The look ahead spares most positions the trial of a hundred words.
    openings = "".join({word[0] for word in raw["verbs"]["words"]})
    verbs = f"(?=[{openings}])(?:{branches(raw['verbs']['words'])})(?![{raw['verbs']['not_before']}])"
    # 一 of 五一路 and 八一厂 is a day, not a number. 共 ends a name (山东共规划建设中小学) unless it is part of 共青团, 共产党 and the like.
    # No name goes on over a date (本报西安1月4日电西安市政府) or a count of its like (瑞士三大银行).
    counted = rf"(?<!第)[0-9{raw['stops']['counts']}百千万亿]++[{raw['stops']['classifiers']}](?!子)"
    ordinal = rf"第[0-9{numbers}{raw['stops']['counts']}]+[{raw['stops']['ordered']}]"
    numbered = rf"[0-9]+[年月日]|{counted}|{ordinal}|[{raw['stops']['counts']}]大(?!学)|(?<![第五七八])[{numbers}]"
    # Most characters open none of these: a look ahead spares them the trial of each.
    opening = rf"(?=[\W_①-⓿0-9第共{others}{raw['stops']['counts']}百千万亿{numbers}{openings}])"
    stop = rf"{opening}(?:(?![()“”·])[\W_①-⓿]|[{others}]|{numbered}|共(?![青产和同])|{verbs})"
    signs = frozenset(others + ',。、:;!?"\n )%《》')
    sure = f"[{''.join(sorted(signs - {'和', ')'}))}]"
    alone = frozenset(raw["alone"]["characters"])
    only_alone = frozenset(raw["alone"]["only"])
    direct, no_tails = frozenset(raw["direct"]["tails"]), frozenset(raw["no_tails"]["words"])
    topics = tuple(raw["no_tails"]["topics"])
    federal = frozenset(tail for k in raw["kind"] if k.get("foreign") for tail in k["long"])
    foreign, formal = frozenset(raw["foreign"]["tails"]), tuple(raw["foreign"]["formal"])
    return NameTable(
        kinds,
        re.compile(stop),
        re.compile(sure),
        signs,
        alone,
        direct,
        no_tails,
        topics,
        only_alone,
        foreign,
        frozenset(raw["foreign"]["state"]),
        federal,
        formal,
    )


def mark(text: str, mentions: Sequence[Found], endings: Sequence[Tail]) -> None:
    """Set ``in_name`` of each mention that is part of a name, and whether it locates all the same.

    ``endings`` is where on the page tails of names begin and end.
    """
    near = Tails(endings)
    starts, stops, kinds, ended = near.starts, name_table().stops, name_table().kinds, text + "\n"
    suffixes, (titled, surnames, called) = characters("unit_suffix"), read_beside()
    for number, found in enumerate(mentions):
        start, end = found.start, found.end
        if found.pointer or not found.locates:
            continue
        if (
            found.rule == "place.name"
            and (
                text[start - 1] in titled
                or ended[end] in called
                or (text[start] in surnames and end - start == 2 and found.ids[0][0].isdigit())
            )
            and is_person(text, found)
        ):
            found.in_name, found.locates = "person", False
            continue
        tail: Tail | None = None
        if text[end - 1] in suffixes and text[end - 1 : end + 1] in kinds:
            tail = near.at(end - 1)
        # Half of all places have no tail within reach, and many others stand before a sign or a function word.
        elif ended[end] not in stops and (first := starts[bisect_left(starts, end)]) < end + REACH:
            tail = name_tail(text, found, (near, first), (mentions, number + 1))
        if tail is not None:
            name(text, found, tail, (mentions, number + 1))


def name(text: str, found: Found, tail: Tail, following: Following) -> None:
    """Say what kind of name a mention begins, given how that ends, and whether it locates all the same."""
    table = name_table()
    kind = table.kind(text, tail, found.end)
    found.locates = kind == "body"
    if kind == BELONGING:
        found.describes = not is_abroad(found)
    elif heads_chain(text, found.end, following):
        found.describes = not found.locates
    elif not is_abroad(found) or table.holds_country(found.ids[0], text[found.end : tail[0]], text[slice(*tail)]):
        found.in_name = "org" if kind == "body" else cast("NameKind", kind)


def heads_chain(text: str, end: int, following: Following) -> bool:
    """Return whether the name that follows is that of a smaller place: 肥西县|丰乐镇林业站, 山东省|烟台市牟平区人事局.

    What says only which province a county's office lies in is no part of the office's name.
    """
    mentions, number = following
    links = 0
    while number < len(mentions) and mentions[number].start == end and links < 2:
        other = mentions[number]
        if other.rule in BELOW_COUNTY and text[other.end - 1] != "道":
            return True  # but 莱阳市城厢街道办事处 is an office of 莱阳市
        end, links, number = other.end, links + 1, number + 1
    return links > 1


def is_abroad(found: Found) -> bool:
    """Return whether a mention is a country, a place abroad, or a region or water: no division of China."""
    return not found.level and not found.ids[0][0].isdigit()


def name_tail(text: str, place: Found, tails: tuple[Tails, int], following: Following) -> Tail | None:
    """Return how the name that a place begins ends, if it begins one, given where the first tail after it is."""
    (near, first), end, table = tails, place.end, name_table()
    if table.sure.search(text, end, first):
        return None
    if table.says(text, near, end) or text[place.start - 1 : place.start] == "驻":
        # What is called 某公司驻桂林办事处 is at 桂林, not of 桂林.
        return None
    stop = table.stop.search(text, end, end + REACH)
    while stop and is_within(text, near, end, stop):
        stop = table.stop.search(text, stop.end(), end + REACH)
    last: Tail | None = None
    for tail in near.between(end, stop.start() if stop else end + REACH):
        if last is not None and tail[0] > last[1] + 1:
            break
        if ends_name(text, end, tail, following):
            last = tail
    return last


def is_within(text: str, near: Tails, end: int, stop: re.Match[str]) -> bool:
    """Return whether what would end a name is part of it: 永和 of 金华永和氟化工有限公司, 一 of 随州一医院."""
    if stop[0] == "和":
        return stop.start() > end and words().weight(text[stop.start() - 1 : stop.end()]) >= 0
    return stop[0] == "一" and stop.start() == end and near.at(stop.end()) is not None


def ends_name(text: str, end: int, tail: Tail, following: Following) -> bool:
    """Return whether a name may end in a tail: not inside another place, nor inside a word (中级 after 第二中)."""
    start, stop = tail
    mentions, number = following
    for n in range(number, min(number + AHEAD, len(mentions))):
        if mentions[n].start >= stop:
            break
        if start < mentions[n].end:
            return False
    if text[stop - 1] == "中" and text[stop : stop + 1] == "级":
        return False
    table = name_table()
    if (
        text[stop - 2 : stop] in table.no_tails
        or text.startswith(table.topics, start)
        or (start > end and text[start:stop] in table.direct)
    ):
        return False
    if stop - start == 1:
        return closes(text, end, tail)
    if stop == len(text) or text[stop] in POSTS:
        return True
    if words().weight(text[start : stop + 1]) < 0 or words().first(text, start) <= stop - start:
        return True
    # 证券 of 证券业 and 大学 of 大学生 end no name; 市委 of 市委书记 does, and 理工大 of 理工大学, being another tail.
    return any(text[begin : stop + 1] in table.kinds for begin in range(start + 1, stop))


def closes(text: str, end: int, tail: Tail) -> bool:
    """Return whether a tail of one character ends a word and the name: 地矿厅, but not 社 of 社会."""
    at = tail[0]
    after = text[at + 1 : at + 2]
    if (at == end and text[at] not in name_table().alone) or at - end > SHORT_REACH:
        return False
    if at > end and words().is_verb(text[at - 1 : at + 1]):
        return False
    return not is_hanzi(after) or after == "长" or words().weight(text[at : at + 2]) < 0

"""Places below the county: townships, villages and roads, listed or told by their suffix; and development zones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from newscli.extractors.place.borders import is_hanzi, opens, stands
from newscli.extractors.place.found import Found
from newscli.extractors.place.gazetteer import Gazetteer
from newscli.extractors.place.lexicon import words
from newscli.extractors.place.tables import characters, levels, not_before
from newscli.rules.hanzi import HANZI
from newscli.surnames import common_surnames

LONGEST_TOWNSHIP: Final = 9
COUNTY: Final = len("330102")
VILLAGE: Final = "村"
KIND: Final = 38
"""From this weight on a word before 村 says what kind of village it is: 贫困村, 文明村; 双泾村 and 板桥村 are names."""
OFFICE: Final = re.compile("办(?:事处)?")
"""What may stand between a subdistrict and its village."""
NAMESAKES: Final = {"村": "village", "湖": "water", "湾": "water", "岛": "mountain", "峡": "water", "寺": "landmark"}
"""What is called after a county or city, by its last character."""
BASIN: Final = re.compile("流域|三角洲")
PORT: Final = "港"
DATES: Final = ("年", "月", "日", "号", "时")
"""With which no name begins after a number: 1996年|华西村."""
DIVISION_AFTER: Final = re.compile(f"{HANZI}?[省市县区镇乡]")
"""What follows a character that is part of a division's name and no water: 湖 of 湖北省."""
HOUSE: Final = re.compile("[0-9]+号")
ROAD_TAIL: Final = re.compile("[东南西北中一二三四]?路(?![上过经人线途费由程子])|大街|大道|[东南西北]街")
BEARING: Final = frozenset("东南西北中一二三四路大" + PORT + "流").union(NAMESAKES)
"""How all that bears the name of a place goes on after it."""
Places = Mapping[str, Sequence[tuple[int, int]]]
"""The kind of an ending → where on the page such endings are spelled."""


class Settlements:
    """Finds the smaller places of one page, given the divisions that it names.

    Each kind is told by how it ends, and what the page spells no ending of is not looked for.
    """

    def __init__(self, text: str, gazetteer: Gazetteer, endings: Places) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.endings = endings

    def ends(self, kind: str) -> Iterator[tuple[int, int]]:
        """Yield where endings of a kind are, but for those in another word: 村 of 村民."""
        excluded = not_before(kind)
        for start, end in self.endings.get(kind, ()):
            if not self.text.startswith(excluded[self.text[start:end]], end):
                yield start, end

    def townships(self, known: list[Found]) -> Iterator[Found]:
        """Yield townships: listed ones anywhere, others straight after their county (永顺县保坪乡)."""
        if "township" not in self.endings:
            return
        anchors = {i for f in known for i in f.ids}
        hosts = {f.end: f for f in known}
        inner = {at for f in known if f.start in hosts for at in range(f.start, f.end)}
        for at, end in self.ends("township"):
            if at in inner:
                continue  # 河南|新乡, 昭通|镇雄
            found = self.listed((max(0, end - LONGEST_TOWNSHIP), at, end), anchors, hosts)
            if found is None:
                found = self.hosted(hosts, (end - 5, at, end), "place.unlisted-township", "township")
            if found is None and end - at == 1:
                found = self.lone((3,), end, "place.lone-township", "township")
            if found is not None:
                hosts[found.end] = found
                yield found

    def followers(self, known: list[Found]) -> Iterator[Found]:
        """Yield townships by their short names, straight after their county: 江宁 → 东山."""
        counties = [f for f in known if len(f.ids[0]) == COUNTY and not f.ids[0].endswith("00")]
        taken = {f.start for f in known} if counties else ()
        for host in counties:
            if not self.text[host.end : host.end + 1].isalpha() or host.end in taken:
                continue
            shorts = self.gazetteer.township_shorts(host.ids)
            for length in (4, 3, 2):
                end = host.end + length
                code = shorts.get(self.text[host.end : end])
                if code and end <= len(self.text) and stands(self.text, host.end, end):
                    yield Found(host.end, end, (code,), "place.follower")
                    break

    def listed(self, reach: tuple[int, int, int], anchors: set[str], hosts: dict[int, Found]) -> Found | None:
        """Return the longest listed township that ends here and may begin where it does."""
        low, high, end = reach
        for start in range(low, high):
            ids = self.gazetteer.townships(self.text[start:end])
            if ids:
                near = tuple(i for i in ids if not anchors.isdisjoint(self.gazetteer.ancestors(i[:6])))
                if start in hosts and not near:  # 五常市民乐乡 is none of the listed namesakes
                    name = self.text[start:end]
                    return Found(start, end, hosts[start].ids, "place.unlisted-township").called("township", name)
                if start in hosts or self.may_begin(start, end, anchored=bool(near)):
                    return Found(start, end, near or ids, "place.township")
                return None
        return None

    def may_begin(self, start: int, end: int, *, anchored: bool) -> bool:
        """Return whether a township's name may begin here.

        A name of two characters, or one that ends in a word (城镇 of 小城镇, 家乡), only where its county is named.
        """
        telling = end - start >= 3 and words().weight(self.text[end - 2 : end]) < KIND
        return (telling or anchored) and (opens(self.text, start) or words().stands(self.text, start, end))

    def hosted(self, hosts: dict[int, Found], reach: tuple[int, int, int], rule: str, level: str) -> Found | None:
        """Return an unlisted settlement that follows its host: 老竹畲族镇 → 麻铺村."""
        low, high, end = reach
        for start in range(max(0, low), high):
            if start in hosts and self.is_name(start, end) and self.is_proper(start, end - 1, hosts[start]):
                return Found(start, end, hosts[start].ids, rule).called(level, self.text[start:end])
        return None

    def is_proper(self, start: int, end: int, host: Found) -> bool:
        """Return whether what a settlement is called is no word, unless its township is named: not 专利 of 山东专利村.

        营造百村书库 names none either. Of single characters only a surname calls a village.
        """
        name = self.text[start:end]
        if name[-1] in "百千万" or any(words().is_verb(name[n : n + 2]) for n in range(len(name) - 1)):
            return False
        small = host.level == "township" or (host.ids and len(host.ids[0]) > COUNTY)
        if len(name) == 1:
            return name in common_surnames() or (bool(small) and name in characters("direction"))
        return bool(small) or words().weight(name) < KIND

    def is_name(self, start: int, end: int) -> bool:
        """Return whether the characters may be a proper name: no function word, no ordinary word (农村, 乡镇)."""
        surface = self.text[start:end]
        return (
            len(surface) >= 2
            and surface[0] != "办"
            and characters("division_suffix").isdisjoint(surface[:-1])
            and words().weight(surface[-2:]) < KIND
            and all(is_hanzi(c) for c in surface)
            and characters("function").isdisjoint(surface)
            and words().weight(surface) < KIND
        )

    def villages(self, known: list[Found]) -> Iterator[Found]:
        """Yield villages after their host; or, where a name may begin, of two or three characters and 村."""
        if "village" not in self.endings:
            return
        text = self.text
        hosts = {f.end: f for f in known}
        hosts |= {office.end(): hosts[office.start()] for office in OFFICE.finditer(text) if office.start() in hosts}
        for at, end in self.ends("village"):
            found = self.hosted(hosts, (end - 6, at, end), "place.village", "village")
            if found is None and text[at] == VILLAGE:
                # 双泾村, without its county
                found = self.lone((3, 4), end, "place.lone-village", "village")
            if found is not None:
                yield found

    def lone(self, lengths: tuple[int, ...], end: int, rule: str, level: str) -> Found | None:
        """Return a name that no list holds, told by its suffix, where one may begin: longer ones only after a sign."""
        for length in lengths:
            start = end - length
            if start < 0 or not self.is_name(start, end) or not self.may_open(start):
                continue
            if length > 3 and start and is_hanzi(self.text[start - 1]):
                continue
            name = self.text[start : end - 1]
            if words().weight(name) < KIND and not any(words().is_verb(name[n : n + 2]) for n in range(len(name) - 1)):
                return Found(start, end, (), rule).called(level, self.text[start:end])
        return None

    def may_open(self, start: int) -> bool:
        """Return whether a name may begin here: not with the 年 of 1996年, but after it."""
        text = self.text
        dated = text[start] in DATES and text[start - 1 : start].isdecimal()
        after_date = text[start - 1 : start] in DATES and text[start - 2 : start - 1].isdecimal()
        return not dated and (after_date or opens(text, start))

    def features(self) -> Iterator[Found]:
        """Yield waters, valleys and temples that no list holds: 燕塞湖, 板房沟, 天后庙. They have no code."""
        for at, end in self.ends("feature"):
            if DIVISION_AFTER.match(self.text, end) or self.gazetteer.ids(self.text[at : end + 1]):
                continue  # 本报讯湖北…
            found = self.lone((3,), end, "place.feature", levels("feature")[self.text[at]])
            # 罗洗河 and 刘超湾 in a list of names are people.
            if found is not None and not (
                self.text[found.start] in common_surnames() and self.text[found.start - 1] in "、和与 "
            ):
                yield found.unlocated()

    def addresses(self, known: list[Found]) -> Iterator[Found]:
        """Yield roads that a house number follows: 友谊路150号."""
        ends = [at + 1 for at, _ in self.endings.get("address", ()) if HOUSE.match(self.text, at + 1)]
        hosts = {f.end for f in known} if ends else set()
        for end in ends:
            for start in range(max(0, end - 6), end - 2):
                # 东街 and 南路 are words, and end the names of roads all the same.
                named = self.is_name(start, end) or (end - start > 3 and self.is_name(start, end - 2))
                if (start in hosts or opens(self.text, start)) and named:
                    yield Found(start, end, (), "place.address").called("landmark", self.text[start:end]).unlocated()
                    break

    def bearers(self, opened: Iterable[Found], starts: frozenset[int]) -> bool:
        """Widen a name to what is called after it, and return whether there was any; ``starts`` is where names begin.

        长江 → 长江路, 青岛 → 青岛港, 沁河 → 沁河流域, 东平 → 东平湖. A road locates nothing.
        """
        widened = False
        for found in opened:
            after = self.text[found.end : found.end + 1]
            if after in BEARING and not found.level and found.end not in starts:
                widened |= self.bear(found, after)
        return widened

    def bear(self, found: Found, after: str) -> bool:
        """Widen a name to what is called after it, if the character after it is how that goes on."""
        if match := ROAD_TAIL.match(self.text, found.end):
            self.widen(found, match.end(), "landmark", "place.road")
            found.locates = False
        elif after == PORT and self.is_port(found):
            self.widen(found, found.end + 1, "zone" if found.ids[0].isdigit() else "landmark", "place.port")
        elif (basin := BASIN.match(self.text, found.end)) and self.is_water(found):
            self.widen(found, basin.end(), "water", "place.water")
        elif after in NAMESAKES and self.bears(found):
            self.widen(found, found.end + 1, NAMESAKES[after], f"place.{NAMESAKES[after]}")
        return bool(found.level)

    def is_water(self, found: Found) -> bool:
        """Return whether a name is that of a river."""
        return self.gazetteer.division(found.ids[0]).level == "water"

    def is_port(self, found: Found) -> bool:
        """Return whether a city's short name and 港 name its port: 青岛港, but not 上海港口 or 北京港澳中心."""
        city = self.gazetteer.division(found.ids[0]).level in {"prefecture", "county", "city"}
        after = self.text[found.end + 1 : found.end + 2]
        word = is_hanzi(after) and words().weight(PORT + after) >= 0
        return city and self.text[found.end - 1] not in characters("unit_suffix") and not word

    def widen(self, found: Found, end: int, level: str, rule: str) -> None:
        """Make a name that of something called after it."""
        found.end, found.level, found.rule, found.name = end, level, rule, self.text[found.start : end]

    def bears(self, found: Found) -> bool:
        """Return whether the character after a short county's or city's name is a suffix, and opens no other word."""
        text, end = self.text, found.end
        short = (
            found.ids[0].isdigit()
            and text[end - 1] not in characters("unit_suffix")
            and not found.ids[0].endswith("0000")
        )
        return short and (not is_hanzi(text[end + 1 : end + 2]) or words().weight(text[end : end + 2]) < 0)

"""Places below the county: townships, villages and roads, listed or told by their suffix; and development zones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newscli.extractors.place.borders import is_hanzi, opens, stands
from newscli.extractors.place.found import Found
from newscli.extractors.place.gazetteer import Gazetteer
from newscli.extractors.place.lexicon import words
from newscli.extractors.place.tables import characters
from newscli.rules.hanzi import HANZI
from newscli.surnames import common_surnames

LONGEST_TOWNSHIP = 9
KIND = 38
"""From this weight on a word before 村 says what kind of village it is: 贫困村, 文明村; 双泾村 and 板桥村 are names."""
TOWNSHIP = re.compile("[镇乡街苏](?:(?<=镇)|(?<=乡)(?![镇村])|(?<=街)道(?!办?[上边旁])|(?<=苏)木)")
VILLAGE = re.compile("[村屯寨社](?:(?<!社)|区)(?![民里官庄镇委])")
OFFICE = re.compile("办(?:事处)?")
"""What may stand between a subdistrict and its village."""
WATERS = "湖河"
NAMESAKES = {"村": "village", "湖": "water", "湾": "water", "岛": "mountain", "峡": "water", "寺": "landmark"}
"""What is called after a county or city, by its last character."""
BASIN = re.compile("流域|三角洲")
PORT = "港"
DATES = ("年", "月", "日", "号", "时")
"""With which no name begins after a number: 1996年|华西村."""
FEATURE = re.compile(f"[湖河湾岛峡沟寺庙](?!{HANZI}?[省市县区镇乡])")
ADDRESS = re.compile("[路街道巷同](?=[0-9]+号)")
ROAD_TAIL = re.compile("[东南西北中一二三四]?路(?![上过经人线途费由程子])|大街|大道|[东南西北]街")
BEARING = frozenset("东南西北中一二三四路大" + PORT + "流").union(NAMESAKES)
"""How all that bears the name of a place goes on after it."""


class Settlements:
    """Finds the smaller places of one page, given the divisions that it names."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self.text = text
        self.gazetteer = gazetteer

    def townships(self, known: list[Found]) -> Iterator[Found]:
        """Yield townships: listed ones anywhere, others straight after their county (永顺县保坪乡)."""
        text = self.text
        anchors = {i for f in known for i in f.ids}
        hosts = {f.end: f for f in known}
        for match in TOWNSHIP.finditer(text):
            end = match.end()
            found = self.listed((max(0, end - LONGEST_TOWNSHIP), match.start(), end), anchors, hosts)
            if found is None:
                found = self.hosted(hosts, (end - 5, match.start(), end), "place.unlisted-township", "township")
            if found is None and len(match[0]) == 1:
                found = self.lone((3,), end, "place.lone-township", "township")
            if found is not None:
                hosts[found.end] = found
                yield found

    def followers(self, known: list[Found]) -> Iterator[Found]:
        """Yield townships by their short names, straight after their county: 江宁 → 东山."""
        taken = {f.start for f in known}
        for host in known:
            if not self.text[host.end : host.end + 1].isalpha() or host.end in taken:
                continue
            if host.level or len(host.ids[0]) != 6 or host.ids[0].endswith("00"):
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
                return Found(start, end, hosts[start].ids, rule, level, self.text[start:end])
        return None

    def is_proper(self, start: int, end: int, host: Found) -> bool:
        """Return whether what a settlement is called is no word, unless its township is named: not 专利 of 山东专利村.

        营造百村书库 names none either. Of single characters only a surname calls a village.
        """
        name = self.text[start:end]
        if name[-1] in "百千万" or any(words().is_verb(name[n : n + 2]) for n in range(len(name) - 1)):
            return False
        small = host.level == "township" or (host.ids and len(host.ids[0]) > len("330100"))
        return name in common_surnames() if len(name) == 1 else bool(small) or words().weight(name) < KIND

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
        hosts = {f.end: f for f in known}
        hosts |= {office.end(): f for f in known if (office := OFFICE.match(self.text, f.end))}
        for match in VILLAGE.finditer(self.text):
            end = match.end()
            found = self.hosted(hosts, (end - 6, match.start(), end), "place.village", "village") or self.lone_village(
                match
            )
            if found is not None:
                yield found

    def lone_village(self, match: re.Match[str]) -> Found | None:
        """Return a village named without its county: 双泾村."""
        if match[0] != "村":
            return None
        return self.lone((3, 4), match.end(), "place.lone-village", "village")

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
                return Found(start, end, (), rule, level, self.text[start:end])
        return None

    def may_open(self, start: int) -> bool:
        """Return whether a name may begin here: not with the 年 of 1996年, but after it."""
        text = self.text
        dated = text[start] in DATES and text[start - 1 : start].isdecimal()
        after_date = text[start - 1 : start] in DATES and text[start - 2 : start - 1].isdecimal()
        return not dated and (after_date or opens(text, start))

    def features(self) -> Iterator[Found]:
        """Yield waters, valleys and temples that no list holds: 燕塞湖, 板房沟, 天后庙. They have no code."""
        for match in FEATURE.finditer(self.text):
            if self.gazetteer.ids(self.text[match.start() : match.end() + 1]):
                continue  # 本报讯湖北…
            level = "water" if match[0] in "湖河湾" else "landmark" if match[0] in "寺庙" else "mountain"
            found = self.lone((3,), match.end(), "place.feature", level)
            # 罗洗河 and 刘超湾 in a list of names are people.
            if found is not None and not (
                self.text[found.start] in common_surnames() and self.text[found.start - 1] in "、和与 "
            ):
                found.locates = False
                yield found

    def foreign(self, known: list[Found]) -> Iterator[Found]:
        """Yield places abroad that no list holds, told by their spelling: 马托格罗索州, 瓦尔登湖. They have no code."""
        ends = {f.end for f in known}
        for match in foreign_names(self.text):
            level = "water" if match[1] in WATERS else "region"
            # 巴西南里奥格兰德州: the country is spelled with the same characters.
            start = max((e for e in range(match.start(), match.end() - 3) if e in ends), default=match.start())
            yield Found(start, match.end(), (), "place.foreign", level, self.text[start : match.end()], locates=False)
        for found in known:
            if found.ids and not found.level and not found.ids[0][0].isdigit():
                span = self.before_country(found)
                if span:
                    name = self.text[slice(*span)]
                    yield Found(*span, (), "place.foreign", "city", name, locates=False)

    def before_country(self, country: Found) -> tuple[int, int] | None:
        """Return the town of a dateline with its country in brackets: 本报格拉茨(奥地利)1月29日电."""
        text, end = self.text, country.start - 1
        if text[end : country.start] != "(" or text[country.end : country.end + 1] != ")":
            return None
        start = max(text.rfind(outlet, max(0, end - 8), end) for outlet in characters("outlet_end")) + 1
        return (start, end) if start and 2 <= end - start <= 6 and all(map(is_hanzi, text[start:end])) else None

    def addresses(self, known: list[Found]) -> Iterator[Found]:
        """Yield roads that a house number follows: 友谊路150号."""
        hosts = {f.end for f in known}
        for match in ADDRESS.finditer(self.text):
            end = match.end()
            for start in range(max(0, end - 6), end - 2):
                # 东街 and 南路 are words, and end the names of roads all the same.
                named = self.is_name(start, end) or (end - start > 3 and self.is_name(start, end - 2))
                if (start in hosts or opens(self.text, start)) and named:
                    yield Found(start, end, (), "place.address", "landmark", self.text[start:end], locates=False)
                    break

    def bearers(self, known: list[Found]) -> None:
        """Widen a name to what is called after it: 长江 → 长江路, 青岛 → 青岛港, 沁河 → 沁河流域, 东平 → 东平湖. A road locates nothing."""
        starts = {f.start for f in known}
        for found in known:
            if self.text[found.end : found.end + 1] not in BEARING or found.level or found.end in starts:
                continue
            match = ROAD_TAIL.match(self.text, found.end)
            if match:
                self.widen(found, match.end(), "landmark", "place.road")
                found.locates = False
            elif self.text[found.end : found.end + 1] == PORT and self.is_port(found):
                self.widen(found, found.end + 1, "zone" if found.ids[0].isdigit() else "landmark", "place.port")
            elif (basin := BASIN.match(self.text, found.end)) and self.gazetteer.division(
                found.ids[0]
            ).level == "water":
                self.widen(found, basin.end(), "water", "place.water")
            elif self.text[found.end : found.end + 1] in NAMESAKES and self.bears(found):
                level = NAMESAKES[self.text[found.end]]
                self.widen(found, found.end + 1, level, f"place.{level}")

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


def foreign_names(text: str) -> Iterator[re.Match[str]]:
    """Yield transliterated names with the suffix of a division, water or island, which is what is looked for first."""
    end, (suffixed, whole) = 0, foreign_patterns()
    for suffix in suffixed.finditer(text):
        match = whole.search(text, max(end, suffix.start() - 9), suffix.end())
        if match:
            end = match.end()
            yield match


@cache
def foreign_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a suffix after three characters that spell foreign names, and of such a name."""
    spelled = "".join(sorted(characters("transliteration") | characters("transliteration_more")))
    suffixes = "[州省邦郡市湖河岛]"
    return re.compile(f"{suffixes}(?<=[{spelled}]{{3}}.)"), re.compile(f"[{spelled}]{{3,9}}({suffixes})$")

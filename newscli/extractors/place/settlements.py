"""Places below the county: townships, villages and roads, listed or told by their suffix; and development zones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newscli.extractors.place.borders import CJK, opens, stands
from newscli.extractors.place.found import Found
from newscli.extractors.place.gazetteer import Gazetteer
from newscli.extractors.place.lexicon import words
from newscli.extractors.place.tables import characters, surnames, toml_table

LONGEST_TOWNSHIP = 9
KIND = 38
"""From this weight on a word before 村 says what kind of village it is: 贫困村, 文明村; 双泾村 and 板桥村 are names."""
TOWNSHIP = re.compile("(?<=[一-鿿])(?:[镇乡]|街道(?!办?[上边旁])|苏木)")
VILLAGE = re.compile("(?<=[一-鿿])(?:村|屯|寨|社区)(?![民里官庄镇委])")
FEATURE = re.compile("(?<=[一-鿿]{2})[湖河湾岛峡溪潭](?![一-鿿]?[省市县区镇乡])")
ADDRESS = re.compile("(?:[东南西北中一二三四]?[路街]|大街|大道|巷|胡同)(?=[0-9]+号)")
ROAD_TAIL = re.compile("[东南西北中一二三四]?路(?![上过经人线途费由程子])|大街|大道|[东南西北]街")


class Settlements:
    """Finds the smaller places of one page, given the divisions that it names."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self.text = text
        self.gazetteer = gazetteer

    def townships(self, known: list[Found]) -> Iterator[Found]:
        """Yield townships: listed ones anywhere, others straight after the county that they belong to (永顺县保坪乡)."""
        text, names = self.text, self.gazetteer.townships
        anchors = {i for f in known for i in f.ids}
        hosts = {f.end: f for f in known}
        for match in TOWNSHIP.finditer(text):
            end = match.end()
            found = self.listed(names, (max(0, end - LONGEST_TOWNSHIP), match.start(), end), anchors, hosts)
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
            if host.end in taken or host.level or len(host.ids[0]) != 6 or host.ids[0].endswith("00"):
                continue
            shorts = self.children_shorts(host.ids)
            for length in (4, 3, 2):
                end = host.end + length
                code = shorts.get(self.text[host.end : end])
                if code and end <= len(self.text) and stands(self.text, host.end, end):
                    yield Found(host.end, end, (code,), "place.follower")
                    break

    def children_shorts(self, counties: Iterable[str]) -> dict[str, str]:
        """Return the short names of the townships of counties, with their codes."""
        children = self.gazetteer.children
        return {short: county + row[1] for county in counties for row in children(county) for short in row[2:]}

    def listed(
        self, names: dict[str, str], reach: tuple[int, int, int], anchors: set[str], hosts: dict[int, Found]
    ) -> Found | None:
        """Return the longest listed township that ends here and may begin where it does."""
        low, high, end = reach
        for start in range(low, high):
            held = names.get(self.text[start:end])
            if held is not None:
                ids = tuple(held.split())
                near = tuple(i for i in ids if not anchors.isdisjoint(self.gazetteer.ancestors(i[:6])))
                if start in hosts or self.may_begin(start, end, anchored=bool(near)):
                    return Found(start, end, near or ids, "place.township")
                return None
        return None

    def may_begin(self, start: int, end: int, *, anchored: bool) -> bool:
        """Return whether a township's name may begin here; a name of two characters only where its county is named."""
        return (end - start >= 3 or anchored) and (opens(self.text, start) or words().stands(self.text, start, end))

    def hosted(self, hosts: dict[int, Found], reach: tuple[int, int, int], rule: str, level: str) -> Found | None:
        """Return an unlisted settlement that follows its host: 老竹畲族镇 → 麻铺村."""
        low, high, end = reach
        for start in range(max(0, low), high):
            if start in hosts and self.is_name(start, end):
                return Found(start, end, hosts[start].ids, rule, level, self.text[start:end])
        return None

    def is_name(self, start: int, end: int) -> bool:
        """Return whether the characters may be a proper name: no function word, no ordinary word (农村, 乡镇)."""
        surface = self.text[start:end]
        return (
            len(surface) >= 2
            and surface[0] != "办"
            and characters("division_suffix").isdisjoint(surface[:-1])
            and words().weight(surface[-2:]) < KIND
            and all(CJK.match(c) for c in surface)
            and characters("function").isdisjoint(surface)
            and words().weight(surface) < KIND
        )

    def villages(self, known: list[Found]) -> Iterator[Found]:
        """Yield villages after their host; or, where a name may begin, of two or three characters and 村."""
        hosts = {f.end: f for f in known}
        hosts |= {f.end + 1: f for f in known if self.text.startswith("办", f.end)}
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
        """Return a name that no list holds, told by its suffix, where a name may begin: longer ones only after a sign."""
        for length in lengths:
            start = end - length
            if start < 0 or not self.is_name(start, end) or not opens(self.text, start):
                continue
            if length > 3 and start and CJK.match(self.text[start - 1]):
                continue
            name = self.text[start : end - 1]
            if words().weight(name) < KIND and not any(words().is_verb(name[n : n + 2]) for n in range(len(name) - 1)):
                return Found(start, end, (), rule, level, self.text[start:end])
        return None

    def features(self) -> Iterator[Found]:
        """Yield waters and mountains that no list holds: 燕塞湖, 翠屏峰. They have no code."""
        for match in FEATURE.finditer(self.text):
            found = self.lone((3,), match.end(), "place.feature", "water" if match[0] in "湖河湾溪潭" else "mountain")
            # 罗洗河 and 刘超湾 in a list of names are people.
            if found is not None and not (
                self.text[found.start] in surnames() and self.text[found.start - 1] in "、和与 "
            ):
                found.locates = False
                yield found

    def addresses(self, known: list[Found]) -> Iterator[Found]:
        """Yield roads that a house number follows: 友谊路150号."""
        hosts = {f.end for f in known}
        for match in ADDRESS.finditer(self.text):
            end = match.end()
            for start in range(max(0, match.start() - 4), match.start() - 1):
                if (start in hosts or opens(self.text, start)) and self.is_name(start, end):
                    yield Found(start, end, (), "place.address", "landmark", self.text[start:end], locates=False)
                    break

    def roads(self, known: list[Found]) -> None:
        """Widen a name to the road called after it: 长江 → 长江路. Such a road locates nothing."""
        starts = {f.start for f in known}
        for found in known:
            match = ROAD_TAIL.match(self.text, found.end)
            if match and found.end not in starts and not found.level:
                found.end = match.end()
                found.level, found.name, found.rule, found.locates = (
                    "landmark",
                    self.text[found.start : found.end],
                    "place.road",
                    False,
                )

    def zones(self, known: list[Found]) -> None:
        """Widen a division's name to the zone that bears it: 金华 → 金华开发区."""
        starts = {f.start for f in known}
        for found in known:
            match = zone_pattern().match(self.text, found.end)
            if match and not found.level and found.end not in starts and found.ids[0][:2] not in {"81", "82"}:
                found.end = match.end()
                found.level, found.name, found.rule = "zone", self.text[found.start : found.end], "place.zone"

    def lone_zones(self, known: list[Found]) -> Iterator[Found]:
        """Yield zones called after a township of a county that the page names (汤溪健康生物产业园), and blocks of zones (金西区块)."""
        ends = {f.end: f for f in known}
        covered = {i for f in known for i in range(f.start, f.end)}
        for match in zone_head_pattern().finditer(self.text):
            if match.start() in covered:
                continue
            start = match.start()
            for length in (2, 3, 4):
                host = ends.get(start - length)
                if match["block"] and host is not None and host.level == "zone":
                    yield Found(
                        start - length,
                        match.end(),
                        host.ids,
                        "place.block",
                        "zone",
                        self.text[start - length : match.end()],
                    )
                    break
            else:
                yield from self.township_zone(match, known)

    def township_zone(self, match: re.Match[str], known: list[Found]) -> Iterator[Found]:
        """Yield the zone of a township, the township told by its short name below a county that the page names."""
        shorts = self.shorts(known)
        for length in (4, 3, 2):
            start = match.start() - length
            code = shorts.get(self.text[max(0, start) : match.start()])
            if start >= 0 and code and stands(self.text, start, match.start()):
                yield Found(start, match.end(), (code,), "place.township-zone", "zone", self.text[start : match.end()])
                return

    def shorts(self, known: list[Found]) -> dict[str, str]:
        """Return the short names of the townships below the counties and cities that the page names, with their codes."""
        codes = {i.partition("~")[0] for f in known for i in f.ids if i[:1].isdigit() and not i.endswith("0000")}
        counties = [c for c in self.gazetteer.counties if c in codes or c[:4] + "00" in codes]
        return self.children_shorts(counties)


def zone_pattern() -> re.Pattern[str]:
    """Return the pattern of what follows a division's name in that of a zone."""
    return ZONES[0]


def zone_head_pattern() -> re.Pattern[str]:
    """Return the pattern of a zone's own words anywhere."""
    return ZONES[1]


def compile_zones() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the two patterns, from the table of zones."""
    table = toml_table("zones.toml")
    kinds = "|".join(sorted(table["kinds"], key=len, reverse=True))
    attributes = "|".join(sorted(table["attributes"], key=len, reverse=True))
    after = re.compile(f"[市省县区]?(?:{attributes}){{0,3}}(?:{kinds})")
    head = re.compile(
        f"(?:{attributes}){{0,3}}(?:{'|'.join(sorted(table['lone_kinds'], key=len, reverse=True))})|(?P<block>区块)"
    )
    return after, head


ZONES = compile_zones()

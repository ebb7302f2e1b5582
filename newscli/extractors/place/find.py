"""From names spelled in the text to mentions: borders, evidence, townships, villages, zones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from newscli.extractors.place.gazetteer import Gazetteer, gazetteer
from newscli.extractors.place.beyond import beyond
from newscli.extractors.place.lexicon import words
from newscli.extractors.place.scan import Hit

TOWNSHIP = re.compile("(?<=[一-鿿])(?:[镇乡]|街道(?!办?[上边旁])|苏木)")
VILLAGE = re.compile("(?<=[一-鿿])[村屯寨](?![民里官庄镇])")
ZONE = re.compile(
    "(?:市|省)?(?P<kind>(?:国家级|国家|省级)?(?:经济技术|经济|高新技术产业|高新技术|高新|高科技|综合|旅游|农业|生态|保税|自由贸易|自贸|边境经济合作|临港|临空)?"
    "(?:开发区|经开区|高新区|新区|新城区?|工业园区?|产业园区?|科技园区?|创业园区?|物流园区?|园区|保税区|自贸区|贸易区|贸易试验区|试验区|示范区|度假区|风景区|风景名胜区|集聚区|功能区|合作区|管理区|区块))"
)
BLOCK = re.compile("[一-鿿]{2}区块")
FUNCTION = frozenset(
    "的了在是和与及把被将对向从由为有到等这那其也都就还又再已正要能会可之以于所则或至自让使给跟并且而但因各每某该本我你他她它们个一不"
)
WORLD = frozenset({":世界", ":全球", ":全世界"})
LOCATIVE = frozenset("在赴到自从往抵驻距")
TRANSLITERATION = frozenset(
    "阿巴布达德迪尔法菲夫格哈吉加卡克拉莱里罗马姆纳尼诺帕普萨塞斯特托瓦维西希亚伊扎桑贝波勒利林隆曼米默内帖廷图温乌谢雅约泽佩多戈戴顿恩费弗盖古基坎科库兰雷列伦洛梅蒙莫南努欧佩皮乔琼丘日桑沙史舒苏索泰坦汤韦沃辛休宰詹朱安查"
)
FOREIGN = TRANSLITERATION - frozenset("里南日安多古西内马米林利希温加")
LEFT_OPEN = FUNCTION | frozenset("赴来去往抵达过住进入位距经访")
CJK = re.compile("[一-鿿]")


@dataclass(slots=True)
class Found:
    """A name accepted as a place, its possible ids not yet narrowed down."""

    start: int
    end: int
    ids: tuple[str, ...]
    rule: str
    level: str = ""
    """Set where the place is not the division itself: a zone or village of it."""
    name: str = ""
    chosen: str | None = None
    in_name: str | None = None
    locates: bool = True
    left: tuple[str, ...] = field(default=())


class Neighbours:
    """Characters beside a name with which a common word may run across its border."""

    def __init__(self, packed: str) -> None:
        lines = packed.split("\n")
        self.before = {line[1]: line[2:] for line in lines if line[:1] == "<"}
        self.after = {line[1]: line[2:] for line in lines if line[:1] == ">"}

    def doubtful(self, text: str, start: int, end: int) -> bool:
        """Return whether a common word runs across either border."""
        return (start > 0 and text[start - 1] in self.before.get(text[start], "")) or (
            end < len(text) and text[end] in self.after.get(text[end - 1], "")
        )


@cache
def neighbours() -> Neighbours:
    """Return the packed table of risky neighbours."""
    return Neighbours((files("newscli.extractors.place") / "packed" / "neighbours.txt").read_text(encoding="utf-8"))


class Finder:
    """Accepts or declines the names spelled in one page."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.gazetteer: Gazetteer = gazetteer()

    def divisions(self, hits: list[Hit]) -> list[Found]:
        """Return the names that stand as places."""
        found: list[Found] = []
        spoken = self.spoken_of(hits)
        for hit in hits:
            if found and hit[0] < found[-1].end:
                continue
            for start, end, row in self.readings(hit):
                if self.stands(start, end) and not self.is_beyond(start, end):
                    grade, *ids = row.split(" ")
                    if grade == "a" or self.has_evidence(grade, (start, end), tuple(ids), found, spoken):
                        found.append(
                            Found(start, end, tuple(ids), "reference.world" if ids[0] in WORLD else "place.name")
                        )
                    break
        return found

    def readings(self, hit: Hit) -> Iterator[Hit]:
        """Yield the longest name at a position, then the shorter ones: 北京市民 is 北京 and 市民."""
        start, end, row = hit
        yield hit
        for shorter in range(end - 1, start + 1, -1):
            held = self.gazetteer.surfaces.get(self.text[start:shorter])
            if held is not None:
                yield start, shorter, held

    def spoken_of(self, hits: list[Hit]) -> set[str]:
        """Return the codes that the page names in a way that leaves no doubt, with all that they lie in."""
        codes: set[str] = set()
        for _, _, row in hits:
            if row[0] == "a":
                for identity in row.split(" ")[1:]:
                    if identity[0].isdigit() and ":" not in identity:
                        codes.add(identity)
                        codes.update(self.gazetteer.ancestors(identity)[-2:])
        return codes

    def stands(self, start: int, end: int) -> bool:
        """Return whether the borders of a name are borders of words."""
        return not neighbours().doubtful(self.text, start, end) or words().stands(self.text, start, end)

    def is_beyond(self, start: int, end: int) -> bool:
        """Return whether the name goes on to another word: 朝鲜族, 印尼盾, 北京话; or is a piece of a foreign one: 阿拉法特."""
        text = self.text
        if text.startswith(beyond(), end):
            return True
        if end - start > 3 or not TRANSLITERATION.issuperset(text[start:end]):
            return False
        return text[end : end + 1] in FOREIGN or (
            start > 0 and text[start - 1] in FOREIGN and words().weight(text[start - 2 : start]) < 0
        )

    def has_evidence(
        self, grade: str, span: tuple[int, int], ids: tuple[str, ...], found: list[Found], spoken: set[str]
    ) -> bool:
        """Return whether a name that may be a word is backed: by the division before it, by its list, by its full name or region."""
        start = span[0]
        if found and found[-1].end == start and self.within(ids, found[-1].ids):
            return True
        if (
            found
            and found[-1].end == start - 1
            and self.text[start - 1] == "、"
            and self.text[span[1] : span[1] + 1] in set("、等和")
        ):
            return True
        if any(i in spoken for i in ids):
            return True
        if grade == "w":
            return False
        if grade == "p" and start and self.text[start - 1] in LOCATIVE:
            return True
        depth = 2 if grade == "d" else 1
        return any(
            line[min(depth, len(line)) - 1] in spoken for i in ids if len(line := self.gazetteer.ancestors(i)) > 1
        )

    def within(self, ids: tuple[str, ...], outer: tuple[str, ...]) -> bool:
        """Return whether one of the ids lies below one of the others."""
        return any(o != i and o in self.gazetteer.ancestors(i) for i in ids for o in outer)

    def townships(self, known: list[Found]) -> Iterator[Found]:
        """Yield townships by their full names."""
        text, names = self.text, self.gazetteer.townships
        anchors = {i for f in known for i in f.ids}
        ends = {f.end for f in known}
        for match in TOWNSHIP.finditer(text):
            end = match.end()
            for start in range(max(0, end - 9), match.start()):
                held = names.get(text[start:end])
                if held is not None:
                    ids = self.anchored(tuple(held.split()), anchors)
                    if ids and (start in ends or self.is_open(start, end)):
                        yield Found(start, end, ids, "place.township")
                    break

    def anchored(self, ids: tuple[str, ...], anchors: set[str]) -> tuple[str, ...]:
        """Return the ids whose county or prefecture the page names, else all of them."""
        near = tuple(i for i in ids if any(a in anchors for a in self.gazetteer.ancestors(i[:6])))
        return near or ids

    def is_open(self, start: int, end: int) -> bool:
        """Return whether a name may begin here: after a sign or a function word, or by segmentation."""
        before = self.text[start - 1] if start else "\n"
        return end - start >= 3 and (
            not CJK.match(before) or before in LEFT_OPEN or words().stands(self.text, start, end)
        )

    def villages(self, known: list[Found]) -> Iterator[Found]:
        """Yield villages that follow a division or township: 老竹畲族镇 → 麻铺村."""
        text = self.text
        ends = {f.end: f for f in known}
        for match in VILLAGE.finditer(text):
            end = match.end()
            for start in range(max(0, end - 6), match.start()):
                host = ends.get(start)
                if host is not None and end - start >= 2 and not FUNCTION & set(text[start:end]):
                    yield Found(start, end, host.ids, "place.village", "village", text[start:end])
                    break

    def zones(self, known: list[Found]) -> None:
        """Widen a division's name to the zone that bears it: 金华 → 金华开发区."""
        for found in known:
            match = ZONE.match(self.text, found.end)
            if match and not self.text[found.start : found.end].endswith(("省",)):
                found.end = match.end()
                found.level, found.name, found.rule = "zone", self.text[found.start : found.end], "place.zone"

"""Where a fact holds (地点): the clause says, else the sentence, the paragraph, the headline, the dateline."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from newscli.linking.names import Named, Reader
from newscli.linking.scene import Scene, Sentence
from newscli.linking.standing import Standing
from newscli.linking.topic import WATERS, Located, topic_of
from newscli.model import Article, Mention, Toponym

DIGITS = {"province": 2, "prefecture": 4, "county": 6, "township": 9}
"""How many digits of a division code name each level (GB/T 2260)."""


LANDSCAPE = frozenset({"water", "mountain", "region"})
"""Levels that give way to a division named in the same clause: 华容县境内洞庭湖水位."""


ABROAD = frozenset({"region", "city"})
"""Levels of places without a code, which a story on one country tells of only within it."""
NEAREST = 24
"""Places on one side of a number that are asked: a longer row of them, 金华1家丽水2家…, has one for each number."""
CLAUSES_BACK = 8
"""Clauses with places that are asked one after the other, nearest first."""


class PlaceFinder:
    """Finds the places of the numbers of one article, in order."""

    def __init__(
        self, text: str, article: Article, places: Sequence[Mention[Toponym]], ranks: Mapping[int, bool]
    ) -> None:
        self.topic = topic_of(text, article, places, ranks)
        self.reader = Reader(text, article, places, self.topic, ranks)
        self.named: list[Named] = []
        """The places of the sentence whose numbers are being read."""
        self.starts: list[int] = []
        self.before: Located | None = None
        self.unread: list[Sentence] = []
        """The sentences of the paragraph that may say where it plays, and that no number has asked for yet."""
        self.used: Located | None = None
        """The place that the last number of this sentence was given by the sentence itself."""
        self.last: Located | None = None
        """The last place that any number of the story was given by its sentence."""

    def paragraph(self) -> None:
        """Forget where the last paragraph played: a new one begins."""
        self.before = None
        self.unread.clear()

    def enter(self, sentence: Sentence) -> None:
        """Read the places of a sentence with numbers."""
        self.named = self.reader.names(sentence.start, sentence.end)
        self.starts = [n.start for n in self.named]

    def sentence(self, sentence: Sentence) -> None:
        """Remember where a sentence plays, for the sentences after it."""
        if self.used is not None:
            self.last = Located(self.used.name, self.used.place, "last place of the story", sure=False)
        self.used = None
        topic = self.topic
        if topic is not None and topic.sure and (topic.place.code or "").isdigit():
            return  # a story on one town returns to it: 最大点加义镇454毫米。平江站洪峰水位77米
        self.unread.append(sentence)

    def carried(self) -> Located | None:
        """Return where the last sentence before that says so plays."""
        while self.unread:
            sentence = self.unread.pop()
            found = self.opening(self.reader.names(sentence.start, sentence.end))
            if found is not None:
                self.before = Located(found.name, found.place, "sentence before", sure=found.standing == "own")
                self.unread.clear()
        return self.before

    def opening(self, named: list[Named]) -> Named | None:
        """Return the place that a sentence opens with."""
        named = [n for n in named if not n.everywhere and self.fits(n.place)]
        named = [n for n in named if n.place.level not in WATERS]
        for standing in ("own", "modifier"):
            found = [n for n in named if n.standing == standing]
            if found:
                return found[0]
        return next((n for n in named if n.place.level == "country"), None)  # 美国苹果公司公布财报

    def fits(self, place: Toponym) -> bool:
        """Return whether a place may speak for later sentences: inside the topic, or the topic is a guess."""
        if self.topic is None or not self.topic.sure:
            return True
        mine, other = place.code or "", self.topic.place.code or ""
        if self.topic.place.level == "country" and place.level in ABROAD:
            # A story on 埃及 tells of no city of Canada.
            return place.level == "city" and self.topic.place.name in place.path
        if not (mine.isdigit() and other.isdigit()):
            return True
        if self.topic.how == "dateline":
            return mine[:2] == other[:2]  # a provincial paper's story from its capital tells of the province
        return mine.startswith(other[: DIGITS.get(self.topic.place.level, 6)])

    def between(self, start: int, end: int, standing: Standing | None = None) -> list[Named]:
        """Return the places named in a stretch of the flow, all or those of one standing."""
        starts = self.starts
        found = self.named[bisect_left(starts, start) : bisect_left(starts, end)]
        return found if standing is None else [n for n in found if n.standing == standing]

    def leftwards(self, start: int, end: int, standing: Standing) -> list[Named]:
        """Return the last places of a standing in a stretch of the flow, each run of them as its most specific one."""
        last = bisect_left(self.starts, end)
        nearest = self.named[max(bisect_left(self.starts, start, 0, last), last - NEAREST) : last]
        return chains([n for n in nearest if n.standing == standing])

    def rightwards(self, start: int, end: int, standing: Standing) -> list[Named]:
        """Return the first places of a standing in a stretch of the flow that say where what stands before them is."""
        first = bisect_left(self.starts, start)
        nearest = self.named[first : min(bisect_left(self.starts, end, first), first + NEAREST)]
        return chains([n for n in nearest if n.standing == standing and (not n.everywhere or n.start == start)])

    def find(self, scene: Scene) -> Located | None:
        """Return the place of a number."""
        weak = None
        if self.named:  # most sentences with a number name no place
            stated = self.stated(scene)
            if stated is not None:
                self.used = stated
                return stated
            weak = self.in_name(scene)
        carried = self.carried()
        if carried is not None:
            return carried
        if self.topic is not None and self.topic.sure:
            return self.topic
        return weak or self.last or self.topic

    def stated(self, scene: Scene) -> Located | None:
        """Return the place that the sentence of a number names for it."""
        first, last = scene.clause
        before = self.leftwards(first, scene.limit, "own")
        before = [n for n in before if n.place.level not in LANDSCAPE] or before
        if before:
            return Located(before[-1].name, before[-1].place, "clause", sure=len(before) == 1)
        modifiers = self.leftwards(first, scene.limit, "modifier")
        if modifiers:
            return Located(modifiers[-1].name, modifiers[-1].place, "clause", sure=len(modifiers) == 1)
        if scene.limit == scene.start:
            for standing in ("own", "modifier"):
                after = self.rightwards(scene.end, last, standing)
                if after:
                    return Located(after[0].name, after[0].place, "clause after the number", sure=standing == "own")
        return self.earlier(scene.sentence, first)

    def earlier(self, sentence: Sentence, end: int) -> Located | None:
        """Return the place of the nearest clause before that names one."""
        last = bisect_left(self.starts, end)
        for _ in range(CLAUSES_BACK):
            if last == 0 or self.starts[last - 1] < sentence.start:
                return None
            start, end = sentence.clause(self.starts[last - 1])
            for standing in ("own", "modifier"):
                found = chains([n for n in self.between(start, end, standing) if self.reaches(n)])
                if found:
                    return Located(found[0].name, found[0].place, "sentence", sure=standing == "own" and found[0].opens)
            last = bisect_left(self.starts, start)
        return None

    def reaches(self, named: Named) -> bool:
        """Return whether a place speaks beyond its clause: 国内 and 世界 do not in a story about one town."""
        if named.place.level in WATERS:
            return False
        if not named.everywhere:
            return True
        topic = self.topic
        local = topic is not None and topic.sure and (topic.place.code or "").isdigit()
        return named.opens or not local

    def in_name(self, scene: Scene) -> Located | None:
        """Return the place in the name of an organisation of the clause or the sentence."""
        for start in (scene.clause[0], scene.sentence.start):
            found = [n for n in self.between(start, scene.start, "part") if self.fits(n.place)]
            if found:
                best = next((n for n in found if n.place.level == "country"), found[-1])
                return Located(best.name, best.place, "name of an organisation", sure=False)
        return None


def chains(named: list[Named]) -> list[Named]:
    """Return the most specific place of each run of adjoining ones: 湖州市德清县乾元镇 → 乾元镇."""
    if len(named) < 2:
        return named
    found: list[Named] = []
    for one in named:
        if found and one.start == found[-1].end:
            if not one.pointer and (one.standing == "own" or one.place.code is not None):
                found[-1] = one  # but 美国加州理工学院 is told of by its country
        else:
            found.append(one)
    return found

"""Where a fact holds (地点): the clause says, else the sentence, the paragraph, the headline, the dateline."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from newscli.linking.cues import load_cues
from newscli.linking.dealt import BY_ORDER, Turn
from newscli.linking.divisions import ABROAD
from newscli.linking.names import Named, Reader
from newscli.linking.scene import Scene, Sentence
from newscli.linking.standing import Standing
from newscli.linking.topic import WATERS, Located, Report, topic_of
from newscli.model import Toponym

DIGITS: Final = {"province": 2, "prefecture": 4, "county": 6, "township": 9}
"""How many digits of a division code name each level (GB/T 2260)."""

STATING: Final[tuple[Standing, ...]] = ("own", "modifier")
"""What a place must be to say where, and what suffices for want of one."""

WIDE: Final = frozenset({"country", "world"})
"""Levels at which a story may be one of the whole country."""
LANDSCAPE: Final = frozenset({"water", "mountain", "region"})
"""Levels that give way to a division named in the same clause: 华容县境内洞庭湖水位."""


NEAREST: Final = 24
"""Places on one side of a number that are asked: a longer row of them, 金华1家丽水2家…, has one for each number."""
CLAUSES_BACK: Final = 8
"""Clauses with places that are asked one after the other, nearest first."""


class PlaceFinder:
    """Finds the places of the numbers of one article, in order."""

    def __init__(self, report: Report) -> None:
        self.course = report.course
        self.topic = topic_of(report)
        self.reader = Reader(report, self.topic)
        self.local = self.topic is not None and self.topic.sure and (self.topic.place.code or "").isdigit()
        """Whether the story is known to be one on a division of China."""
        self.named: list[Named] = []
        """The places of the sentence whose numbers are being read."""
        self.starts: list[int] = []
        self.before: Located | None = None
        self.line = -1
        """The paragraph of the sentence."""
        self.unread = 0
        """The first sentence of the paragraph that may say where it plays and that no number has asked for yet."""
        self.used: Located | None = None
        """The place that the last number of this sentence was given by the sentence itself."""
        self.last: Located | None = None
        """The last place that any number of the story was given by its sentence."""

    def enter(self, sentence: Sentence) -> None:
        """Read the places of a sentence with numbers; a new paragraph forgets where the one before it played."""
        if self.used is not None and not self.passes(self.used.place):
            self.last = Located(self.used.name, self.used.place, "last place of the story", sure=False)
        self.used = None
        if sentence.line != self.line:
            self.line = sentence.line
            self.before = None
            self.unread = bisect_left(self.course.sentences, self.course.lines[sentence.line])
            if self.last is not None and not self.lasts(self.last):
                self.last = None
        self.named = named = self.reader.names(sentence.start, sentence.end)
        if named:
            self.starts = [n.start for n in named]
            for one in named if self.local else ():
                if is_foreign(one) and self.course.text[one.start - 1] == load_cues().owning:
                    one.standing = "aside"  # 博爱县占地15亩的法国温棚和20座大棚

    def passes(self, place: Toponym) -> bool:
        """Return whether a place is only spoken of in passing: a landscape, or the province around the city of the story."""
        around, topic = place.code or "", self.topic.place.code or "" if self.topic else ""
        digits = DIGITS.get(place.level, 0)
        wider = around.isdigit() and 0 < digits < len(topic.rstrip("0")) and topic.startswith(around[:digits])
        return wider or place.level in LANDSCAPE

    def lasts(self, place: Located) -> bool:
        """Return whether a place speaks beyond its paragraph: the whole country does not in a story told of one town."""
        if self.topic is None or self.topic.how == "dateline" or place.name not in load_cues().everywhere:
            return True  # a story filed from the capital may be one of the whole country
        return self.topic.place.level in WIDE

    def carried(self, sentence: Sentence) -> Located | None:
        """Return where the last sentence before that says so plays."""
        if self.local:
            return None  # a story on one town returns to it: 最大点加义镇454毫米。平江站洪峰水位77米
        starts = self.course.sentences
        for nth in range(sentence.nth - 1, self.unread - 1, -1):
            found = self.opening(self.reader.names(starts[nth], starts[nth + 1]))
            if found is not None:
                self.before = Located(found.name, found.place, "sentence before", sure=found.standing == "own")
                break
        self.unread = sentence.nth
        return self.before

    def opening(self, named: list[Named]) -> Named | None:
        """Return the place that a sentence opens with."""
        named = [n for n in named if not n.everywhere and n.place.level not in WATERS and self.fits(n.place)]
        for standing in STATING:
            found = [n for n in named if n.standing == standing]
            if found:
                return found[0]
        spoken = (n for n in named if n.place.level == "country" and n.standing != "aside")
        return next(spoken, None)  # 美国苹果公司公布财报

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

    def find(self, scene: Scene) -> Located | None:
        """Return the place of a number."""
        weak = None
        if self.named:  # most sentences with a number name no place
            stated = self.stated(scene)
            if stated is not None and stated.how != "clause" and self.reader.unknown(scene.clause[0], scene.limit):
                return None  # 在全国竞赛中,我省选手获得4枚金牌
            if stated is not None:
                self.used = stated
                return stated
            weak = self.in_name(scene)
        carried = self.carried(scene.sentence)
        if carried is not None:
            return carried
        if self.topic is not None and self.topic.sure:
            return self.topic
        return weak or self.last or self.topic

    def dealt(self, dealing: int, turn: Turn) -> Located | None:
        """Return the place whose turn it is: 衢州市 for 20家 in 金华市、衢州市分别新增企业10家和20家."""
        listed = self.named[: bisect_left(self.starts, dealing)] if self.named else []
        run = next((run for run in reversed(self.reader.runs(listed)) if len(run) > 1), [])
        if len(run) != turn.numbers:
            run = chains(run)  # 衢州市柯城区、衢江区
        if len(run) != turn.numbers or not self.reader.takes_turns(run, dealing):
            return None
        return Located(run[turn.nth].name, run[turn.nth].place, BY_ORDER)

    def stated(self, scene: Scene) -> Located | None:
        """Return the place that the sentence of a number names for it."""
        starts, (first, last) = self.starts, scene.clause
        opening = bisect_left(starts, first)
        until = bisect_left(starts, scene.limit, opening)
        if opening < until:
            found = self.leftwards(opening, until)
            if found is not None:
                return found
        if scene.limit == scene.start:
            until = bisect_left(starts, scene.end, until)
            behind = bisect_left(starts, last, until)
            found = self.rightwards(until, behind, scene.end) if until < behind else None
            if found is not None:
                return found
        return self.earlier(scene.sentence, opening) if opening else None

    def leftwards(self, first: int, last: int) -> Located | None:
        """Return the last place of a stretch, each run of them as its most specific one."""
        if last - first == 1:
            return self.alone(self.named[first], "clause")
        nearest = self.named[max(first, last - NEAREST) : last]
        own = chains([n for n in nearest if n.standing == "own"])
        found = [n for n in own if n.place.level not in LANDSCAPE] or own
        found = found or chains([n for n in nearest if n.standing == "modifier"])
        return Located(found[-1].name, found[-1].place, "clause", sure=len(found) == 1) if found else None

    def alone(self, named: Named, how: str) -> Located | None:
        """Return a place beside which none is named, if it says where; most are."""
        return Located(named.name, named.place, how) if named.standing in STATING else None

    def rightwards(self, first: int, last: int, start: int) -> Located | None:
        """Return the first place of a stretch that says where what stands before it is."""
        nearest = self.named[first : min(last, first + NEAREST)]
        nearest = [n for n in nearest if (not n.everywhere or n.start == start) and not self.imported(n)]
        for standing in STATING:
            found = chains([n for n in nearest if n.standing == standing])
            if found:
                return Located(found[0].name, found[0].place, "clause after the number", sure=standing == "own")
        return None

    def imported(self, named: Named) -> bool:
        """Return whether a country behind a number only says where something is from, in a story of one town: 1架美国客机."""
        return self.local and is_foreign(named) and self.course.text[named.start - 1] not in load_cues().abroad

    def earlier(self, sentence: Sentence, last: int) -> Located | None:
        """Return the place of the nearest clause before that names one."""
        for _ in range(CLAUSES_BACK):
            if last == 0:
                return None
            first = bisect_left(self.starts, sentence.clause(self.starts[last - 1])[0]) if last > 1 else 0
            spoken = [n for n in self.named[first:last] if self.reaches(n)]
            for standing in STATING if spoken else ():
                found = chains([n for n in spoken if n.standing == standing])
                if found:
                    return Located(found[0].name, found[0].place, "sentence", sure=standing == "own" and found[0].opens)
            last = first
        return None

    def reaches(self, named: Named) -> bool:
        """Return whether a place speaks beyond its clause: 国内 and 世界 do not in a story about one town."""
        if named.place.level in WATERS:
            return False
        return not named.everywhere or named.opens or not self.local

    def in_name(self, scene: Scene) -> Located | None:
        """Return the place in the name of an organisation of the clause or the sentence."""
        until = bisect_left(self.starts, scene.start)
        for start in (bisect_left(self.starts, scene.clause[0]), 0):
            found = [n for n in self.named[start:until] if n.standing == "part" and self.fits(n.place)]
            if found:
                best = next((n for n in found if n.place.level == "country"), found[-1])
                return Located(best.name, best.place, "name of an organisation", sure=False)
        return None


def is_foreign(named: Named) -> bool:
    """Return whether a place is one country among others."""
    return named.place.level == "country" and not named.everywhere


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

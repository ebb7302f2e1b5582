"""Where a fact holds (地点): the clause says, else the sentence, the paragraph, the headline, the dateline."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newscli.linking.cues import Cues, load_cues
from newscli.linking.scene import Scene, Sentence
from newscli.model import Article, Mention, PlaceLevel, Toponym

CHINA = Toponym("中国", "CN", "country", ("中国",))
CAPITAL = "110000"
"""Agencies file national news from here; the dateline alone does not place a fact."""
DIGITS = {"province": 2, "prefecture": 4, "county": 6, "township": 9}
"""How many digits of a division code name each level (GB/T 2260)."""
SPECIAL = ("81", "82", "71")
"""Codes of Hong Kong, Macao and Taiwan, which the press calls by their short names."""


@dataclass(frozen=True, slots=True)
class Located:
    """A place as it is printed, with the evidence that gave it."""

    name: str
    place: Toponym
    how: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Named:
    """A place named in the text, or a word that stands for one."""

    start: int
    end: int
    name: str
    place: Toponym
    toward: bool
    """True where something only goes there or comes from there."""


class PlaceFinder:
    """Finds the places of the numbers of one article, in order."""

    def __init__(self, text: str, article: Article, places: Sequence[Mention[Toponym]]) -> None:
        self.text = text
        self.cues = load_cues()
        self.topic: Located | None = None
        self.carried: Located | None = None
        self.used: Located | None = None
        """The place that the last number of this sentence was given by the sentence itself."""
        mine = [m for m in places if m.value.locates and m.value.in_name not in ("media", "person")]
        self.topic = self.topic_of(article, mine) or weak_topic(text, places)
        self.named = self.names(article, mine)
        self.starts = [n.start for n in self.named]

    def names(self, article: Article, places: Sequence[Mention[Toponym]]) -> list[Named]:
        """Return the places named in the article, stand-ins included, in order."""
        found = [Named(m.start, m.end, printed(self.text, m), m.value, toward=False) for m in places]
        taken = {m.end for m in places}
        covered = {i for m in places for i in range(m.start, m.end)}
        for match in self.cues.stand_ins.finditer(self.text, article.start, article.end):
            start, end = match.span()
            place = None if start in covered or start in taken else self.stands_for(match.group())
            if place is not None:
                found.append(Named(start, end, place.name, place, toward=False))
        found.sort(key=lambda n: n.start)
        return directed(self.text, found, self.cues)

    def stands_for(self, word: str) -> Toponym | None:
        """Return what 全市, 我省, 我国, 美股 stand for in this story."""
        topic = self.topic.place if self.topic else None
        if word in self.cues.markets:
            return Toponym(self.cues.markets[word], None, "country")
        if word in self.cues.nation:
            return topic if topic and topic.level == "country" else CHINA
        level = next((self.cues.levels[c] for c in word if c in self.cues.levels), None)
        return above(topic, level) if topic and level else None

    def topic_of(self, article: Article, places: Sequence[Mention[Toponym]]) -> Located | None:
        """Return what place a story is about by its headline, dateline and lede."""
        titled = [m for m in places if m.start < article.headline_end]
        body = [m for m in places if m.start >= article.headline_end]
        if titled:
            return located(self.text, finest(titled), "headline")
        filed = filed_from(self.text, article, body)
        if filed is not None and filed.value.code != CAPITAL:
            return located(self.text, filed, "dateline")
        lede = next((m for m in body if m is not filed), None)
        if lede is not None:
            return located(self.text, lede, "first place of the story", sure=False)
        return located(self.text, filed, "dateline", sure=False) if filed else None

    def paragraph(self) -> None:
        """Forget where the last paragraph played: a new one begins."""
        self.carried = None

    def sentence(self, sentence: Sentence) -> None:
        """Remember where a sentence plays, for the sentences after it."""
        if self.used is not None and self.fits(self.used.place):
            self.carried = Located(self.used.name, self.used.place, "sentence before")
        elif self.used is None:
            named = (n for n in self.between(sentence.start, sentence.end) if not n.toward)
            found = next((n for n in named if n.name not in self.cues.everywhere and self.fits(n.place)), None)
            if found is not None:
                self.carried = Located(found.name, found.place, "sentence before")
        self.used = None

    def fits(self, place: Toponym) -> bool:
        """Return whether a place may speak for later sentences: inside the topic, or the topic is a guess."""
        if self.topic is None or not self.topic.sure:
            return True
        mine, other = place.code or "", self.topic.place.code or ""
        if not (mine.isdigit() and other.isdigit()):
            return True
        return mine.startswith(other[: DIGITS.get(self.topic.place.level, 6)])

    def between(self, start: int, end: int) -> list[Named]:
        """Return the places named in a stretch of the flow."""
        return self.named[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def find(self, scene: Scene) -> Located | None:
        """Return the place of a number."""
        self.used = self.stated(scene) or self.used
        return self.stated(scene) or self.carried or self.topic

    def stated(self, scene: Scene) -> Located | None:
        """Return the place that the sentence of a number names for it."""
        sentence = scene.sentence
        first, last = sentence.clause(scene.start)
        before = chains([n for n in self.between(first, scene.limit) if not n.toward])
        if before:
            return Located(before[-1].name, before[-1].place, "clause")
        if scene.limit == scene.start:
            after = chains([n for n in self.between(scene.end, last) if not n.toward])
            if after:
                return Located(after[0].name, after[0].place, "clause after the number", sure=False)
        return self.earlier(sentence, first)

    def earlier(self, sentence: Sentence, end: int) -> Located | None:
        """Return the place of the nearest clause before that names one."""
        while end > sentence.start:
            start, _ = sentence.clause(end - 1)
            found = chains([n for n in self.between(start, end) if not n.toward])
            if found:
                return Located(found[0].name, found[0].place, "sentence")
            end = start
        return None


def chains(named: list[Named]) -> list[Named]:
    """Return the most specific place of each run of adjoining ones: 湖州市德清县乾元镇 → 乾元镇."""
    found: list[Named] = []
    for one in named:
        if found and one.start == found[-1].end:
            found[-1] = one
        else:
            found.append(one)
    return found


def directed(text: str, found: list[Named], cues: Cues) -> list[Named]:
    """Return the places with those marked to which or from which something goes, lists included."""
    marked: list[Named] = []
    for one in found:
        if one.place.level in ("world", "country") and one.name in cues.everywhere:
            marked.append(one)  # 对全国500人的调查 holds for the nation
            continue
        toward = text.endswith(cues.toward, max(one.start - 4, 0), one.start)
        if marked and marked[-1].toward:
            gap = text[marked[-1].end : one.start]
            toward = toward or not gap or gap in cues.joined
        marked.append(Named(one.start, one.end, one.name, one.place, toward) if toward else one)
    return marked


def above(place: Toponym, level: PlaceLevel) -> Toponym | None:
    """Return the division of a level in which a place lies, by its code and path."""
    if place.level == level:
        return place
    digits = DIGITS[level]
    depth = digits // 2
    if place.code is None or not place.code.isdigit() or len(place.path) < depth or DIGITS.get(place.level, 9) < digits:
        return None
    return Toponym(place.path[depth - 1], place.code[:digits].ljust(6, "0"), level, place.path[:depth])


def printed(text: str, mention: Mention[Toponym]) -> str:
    """Return how a fact prints a place: the official name of a division of China, any other as the text has it."""
    place = mention.value
    if place.code and place.code[:2].isdigit() and not place.code.startswith(SPECIAL):
        return place.name
    return text[mention.start : mention.end]


def located(text: str, mention: Mention[Toponym], how: str, *, sure: bool = True) -> Located:
    """Return a mention as evidence for the topic."""
    return Located(printed(text, mention), mention.value, how, sure)


def filed_from(text: str, article: Article, body: Sequence[Mention[Toponym]]) -> Mention[Toponym] | None:
    """Return the place a story was filed from."""
    if article.dateline is None or not article.dateline.place:
        return None
    return next((m for m in body if text[m.start : m.end] in article.dateline.place), None)


def finest(mentions: Sequence[Mention[Toponym]]) -> Mention[Toponym]:
    """Return the most specific place of the chain that comes first."""
    last = mentions[0]
    for mention in mentions[1:]:
        if mention.start != last.end:
            break
        last = mention
    return last


def weak_topic(text: str, places: Sequence[Mention[Toponym]]) -> Located | None:
    """Return the place that the names of organisations repeat, where nothing better speaks."""
    counted = Counter(m.value for m in places if m.value.in_name not in ("media", "person"))
    if not counted:
        return None
    place = counted.most_common(1)[0][0]
    mention = next(m for m in places if m.value == place)
    return located(text, mention, "name of an organisation", sure=False)

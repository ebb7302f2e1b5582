"""Where a fact holds (地点): the clause says, else the sentence, the paragraph, the headline, the dateline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newscli.linking.tokens import PLACE, Tokens
from newscli.model import Article, Mention, Toponym

CHINA = Toponym("中国", "CN", "country", ("中国",))
LEVELS = {
    "省": "province",
    "市": "prefecture",
    "州": "prefecture",
    "盟": "prefecture",
    "县": "county",
    "区": "county",
    "旗": "county",
    "镇": "township",
    "乡": "township",
}
NATION = frozenset({"全国", "我国"})
CLAUSES = ",.;:"


@dataclass(frozen=True, slots=True)
class Located:
    """A place with the evidence that gave it."""

    place: Toponym
    how: str
    sure: bool = True


def topic_of(article: Article, places: Sequence[Mention[Toponym]]) -> Located | None:
    """Return what place a story is about by its headline, dateline and lede."""
    titled = [m for m in places if m.start < article.headline_end]
    body = [m for m in places if m.start >= article.headline_end]
    locating = [m for m in titled if m.value.locates and m.value.in_name is None]
    if locating:
        return Located(finest(locating), "headline")
    filed = dateline_place(article, body)
    lede = [m for m in body if m.value.locates and m.value.in_name != "media"][:1]
    if filed is not None and filed.code != "110000":
        return Located(filed, "dateline")
    if lede:
        return Located(lede[0].value, "first place of the story", sure=False)
    if filed is not None:
        return Located(filed, "dateline", sure=False)
    return weak_topic(titled or body)


def dateline_place(article: Article, body: Sequence[Mention[Toponym]]) -> Toponym | None:
    """Return the place a story was filed from."""
    if article.dateline is None or not article.dateline.place:
        return None
    name = article.dateline.place
    return next((m.value for m in body if m.value.name.startswith(name) or name.endswith(m.value.name)), None)


def weak_topic(places: Sequence[Mention[Toponym]]) -> Located | None:
    """Return the place that the names of organisations repeat, where nothing better speaks."""
    counted = Counter(m.value for m in places if m.value.in_name in {"org", "body", None})
    if not counted:
        return None
    return Located(counted.most_common(1)[0][0], "name of an organisation", sure=False)


def finest(mentions: Sequence[Mention[Toponym]]) -> Toponym:
    """Return the most specific place of the first chain: 湖州市德清县乾元镇 → 乾元镇."""
    last = mentions[0]
    for mention in mentions[1:]:
        if mention.start != last.end:
            break
        last = mention
    return last.value


class PlaceFinder:
    """Finds the places of the numbers of one article, in order."""

    def __init__(self, topic: Located | None) -> None:
        self.topic = topic
        self.carried: Located | None = None

    def paragraph(self) -> None:
        """A new paragraph begins: what the last one was about no longer holds."""
        self.carried = None

    def sentence(self, tokens: Tokens, places: Sequence[Mention[Toponym]]) -> None:
        """Remember where a sentence plays, for the sentences after it."""
        found = self.explicit(tokens, 0, len(tokens.tags), places, within=True)
        if found is not None:
            self.carried = Located(found, "sentence before")

    def find(self, tokens: Tokens, at: int, places: Sequence[Mention[Toponym]]) -> Located | None:
        """Return the place of the number at token ``at``; ``places`` are the toponyms by mark index."""
        first, last = clause_of(tokens.tags, at)
        before = self.explicit(tokens, first, at, places, nearest=True)
        if before is not None:
            return Located(before, "clause")
        after = self.explicit(tokens, at + 1, last, places)
        if after is not None:
            return Located(after, "clause after the number", sure=False)
        part = tokens.tags.rfind(";", 0, first) + 1
        for start, how in ((part, "sentence"), (0, "sentence")):
            found = self.explicit(tokens, start, first, places)
            if found is not None:
                return Located(found, how)
        return self.carried or self.topic

    def explicit(
        self,
        tokens: Tokens,
        first: int,
        last: int,
        places: Sequence[Mention[Toponym]],
        *,
        nearest: bool = False,
        within: bool = False,
    ) -> Toponym | None:
        """Return the place that tokens ``first`` to ``last`` name: the first chain, or the nearest to the number."""
        chains: list[Toponym] = []
        end = -1
        for i in range(first, last):
            tag = tokens.tags[i]
            if tag == PLACE and not scoped(tokens, i):
                toponym = places[tokens.marks[i].index].value
                if not toponym.locates:
                    continue
                if end == i - 1 and chains:
                    chains[-1] = toponym
                else:
                    chains.append(toponym)
                end = i
            elif tag == "S" and not scoped(tokens, i):
                named = self.named(tokens.say(i, i))
                if named is not None:
                    chains.append(named)
        if not chains:
            return None
        return chains[-1] if nearest else chains[0]

    def named(self, word: str) -> Toponym | None:
        """Return what 全市, 我省, 我国 stand for in this story."""
        if word in NATION:
            return CHINA
        level = LEVELS.get(word[-1])
        known = self.carried or self.topic
        if known is None or level is None or word[0] not in "全我本该":
            return None
        return known.place if known.place.level == level else None


def scoped(tokens: Tokens, at: int) -> bool:
    """Return whether a place only says in what field a rank or share holds: 居全省第二, 占全国的六成."""
    tags = tokens.tags
    before = tags[at - 1 : at] if at else ""
    after = tags[at + 1 : at + 2]
    if before in ("J", "R"):
        return True
    if before == "L":
        return tokens.say(at - 1, at - 1).startswith("占") or tokens.say(at - 1, at - 1) == "约占"
    return after == "N" and tags[at] == "S" and tokens.say(at, at) in NATION


def clause_of(tags: str, at: int) -> tuple[int, int]:
    """Return the first token of the clause of token ``at`` and the token after its last."""
    first = at
    while first > 0 and tags[first - 1] not in CLAUSES:
        first -= 1
    last = at
    while last < len(tags) and tags[last] not in CLAUSES:
        last += 1
    return first, last

"""What place a story is about: its headline, its dateline, its lede."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from newscli.extractors.dateline import find_lead
from newscli.linking.cues import load_cues
from newscli.linking.divisions import CHINA, above, apart, lies_in
from newscli.linking.scene import Course, within
from newscli.linking.standing import TOO_SMALL, Ranks, name_standing
from newscli.model import Article, Mention, Toponym
from newscli.reading.fold import fold

CAPITAL: Final = "110000"
"""Agencies file national news from here; the dateline alone does not place a fact."""
POINTER: Final = "reference.pointer"
"""The rule that finds words that stand for a place: 全国, 我省."""
OPENING: Final = 40
"""Characters of a paragraph that may hold a dateline."""
FILED: Final = "电讯"
"""A dateline has one of these."""
DATELINE_REACH: Final = 120
"""Characters of the body within which the dateline stands, a byline line before it included; one at the end files nothing."""
LONGEST_LIST: Final = 40
"""Places of one list that are looked through to its end; a longer row of them, 金华、衢州、…, is a table."""
ABROAD_CODES: Final = "A"
"""Where the letters of countries begin, behind the codes of divisions."""
AGAIN: Final = 3
"""How often a story names its scene at least."""
STRAYS: Final = 5
"""One in so many of its places may lie elsewhere."""
SHORTEST: Final = 2
"""Characters of a division's short name."""
LEDE: Final = 200
"""Characters of the body within which a place named first may speak for the story."""
WATERS: Final = frozenset({"water", "mountain"})
"""Levels that run through many divisions: a river speaks for its clause only."""
SPECIAL: Final = "7"
"""Where the codes of Taiwan, Hong Kong and Macao begin, which the press calls by their short names; the letters of countries follow."""


class Located:
    """A place as it is printed, with the evidence that gave it."""

    __slots__ = ("how", "name", "place", "sure")

    def __init__(self, name: str, place: Toponym, how: str, *, sure: bool = True) -> None:
        self.name = name
        self.place = place
        self.how = how
        self.sure = sure


@dataclass(slots=True)
class Report:
    """A story, or one report of those that it gathers, with the places named in it."""

    course: Course
    article: Article
    places: Sequence[Mention[Toponym]]
    starts: Sequence[int]
    """Where the places begin."""
    ranks: Ranks
    filed: int
    """Where its dateline ends."""
    numbered: int
    """Where the first number of its text begins."""


def topic_of(report: Report) -> Located | None:
    """Return the place a story is about; places beyond its headline, dateline and lede have no say."""
    course, article, places, starts, ranks = report.course, report.article, report.places, report.starts, report.ranks
    text = course.text
    headed = bisect_left(starts, article.headline_end)
    titled = list(standing_alone(text, places[:headed], ranks))
    titled = [m for m in titled if m.value.level != "world"] or titled
    if titled and all(m.value.level == "region" for m in titled):
        titled = [m for m in places[:headed] if m.value.in_name == "org" and m.value.code] or titled
    if titled:
        return located(text, finest(titled), "headline")
    near = article.headline_end + LEDE
    said = max(near, report.filed) if article.dateline else near
    opening = places[headed : bisect_left(starts, said, headed)]
    body: Iterable[Mention[Toponym]] = standing_alone(text, opening, ranks)
    filed = None
    if article.dateline and article.dateline.place:
        body = list(body)
        filed = filed_from(report, body)
        if filed is not None and filed.value.code != CAPITAL:
            return scene_of(course, article, filed, body)
    lede = next((m for m in body if m is not filed and m.start < near and sets_scene(report, m)), None)
    office = next((m for m in opening if m.start < near and is_office(text, m)), None)
    if office is not None and (lede is None or lede.rule == POINTER or office.start < lede.start):
        return located(text, office, "office in the lede", sure=False)
    if lede is not None:
        scene, sure = named_again(report, named_after(report, lede, opening))
        return located(text, scene, "first place of the story", sure=sure)
    organs = within(course.organs, article.headline_end, min(near, article.end))
    if organs and organs[0][1] <= near:
        return Located(CHINA.name, CHINA, "organ of the state", sure=False)
    return located(text, filed, "dateline", sure=False) if filed else weak_topic(report)


def sets_scene(report: Report, mention: Mention[Toponym]) -> bool:
    """Return whether a place of the lede may be that of the story: not 全国 behind its first number, nor places listed as examples."""
    text, cues, places, starts = report.course.text, load_cues(), report.places, report.starts
    if mention.value.level == "world" or text[mention.start : mention.end] in cues.everywhere:
        return mention.start < report.numbered  # 全区老人13万人,高出全国平均水平5个百分点
    first = last = bisect_left(starts, mention.start)
    furthest = min(first + LONGEST_LIST, len(places) - 1)
    while last < furthest and text[places[last].end : starts[last + 1]] in cues.joined:
        last += 1
    listed = last > first or (first > 0 and text[places[first - 1].end : starts[first]] in cues.joined)
    return not (listed and cues.enumerating.after(text, places[last].end))  # 赴杭州、宁波、温州等6个市


def named_after(report: Report, lede: Mention[Toponym], opening: Sequence[Mention[Toponym]]) -> Mention[Toponym]:
    """Return the division of the lede after which an island or a lake is called that comes first: 厦门市 for 厦门岛."""
    stem = report.course.text[lede.start : lede.end - 1]
    if lede.value.code is not None or len(stem) < SHORTEST:
        return lede
    return next((m for m in opening if m.value.code and m.value.name.startswith(stem)), lede)


def named_again(report: Report, lede: Mention[Toponym]) -> tuple[Mention[Toponym], bool]:
    """Return the division in that of the lede, or that itself, which a story names again and again, and whether there is one.

    Hardly another place may be named that does not lie in it: 武汉 in a story that 湖北警方 opens.
    """
    first: dict[str, Mention[Toponym]] = {}
    counts: Counter[str] = Counter()
    for mention in report.places:
        code = mention.value.code
        if code and code < ABROAD_CODES and mention.rule != POINTER:
            counts[code] += 1
            first.setdefault(code, mention)
    inner = [code for code, _ in counts.most_common() if lies_in(first[code].value, lede.value)]
    for code in (*inner[:1], lede.value.code or ""):
        if counts[code] >= AGAIN:
            scene = first[code]
            beside = (n for other, n in counts.items() if other != code and apart(first[other].value, scene.value))
            if sum(beside) * STRAYS <= counts.total():
                return scene, True
    return lede, False


def filed_parts(text: str, article: Article) -> list[Article]:
    """Return the reports of which a story is made: one that gathers them opens each with a dateline of its own."""
    parts = [article]
    for paragraph in article.paragraphs[1:]:
        head = text[paragraph.start : paragraph.start + OPENING]
        lead = find_lead(head) if FILED[0] in head or FILED[1] in head else None
        if lead is not None and lead.dateline.place:
            start = paragraph.start
            parts[-1] = replace(parts[-1], end=start)
            parts.append(replace(article, start=start, headline_end=start, dateline=lead.dateline))
    return parts


def is_office(text: str, mention: Mention[Toponym]) -> bool:
    """Return whether a mention belongs to the name of a court or office of a city or county: 通州区人民法院."""
    place = mention.value
    cues = load_cues()
    known = place.candidates or (place.code or "").isdigit()
    if place.in_name != "org" or place.level not in ("prefecture", "county") or not known:
        return False
    return cues.office.after(text, mention.end) and not cues.source.before(text, mention.start)


def standing_alone(text: str, places: Sequence[Mention[Toponym]], ranks: Ranks) -> Iterator[Mention[Toponym]]:
    """Yield the places that are named for themselves."""
    for mention in places:
        if mention.value.level not in WATERS and name_standing(text, mention, ranks) == "own":
            yield mention


def scene_of(course: Course, article: Article, filed: Mention[Toponym], body: Sequence[Mention[Toponym]]) -> Located:
    """Return the scene that the lede of a story names where it was filed from the provincial capital, else the dateline's."""
    text, near = course.text, article.headline_end + LEDE
    scene = next((m for m in body if m.start < near and finer(m.value, filed.value)), None)
    if scene is not None:
        return located(text, scene, "lede", sure=False)
    return widened(course, article, located(text, filed, "dateline", sure=bool(filed.value.code)))


def finer(place: Toponym, filed: Toponym) -> bool:
    """Return whether a place of the lede is the scene of a story filed from the capital of its province, or that province."""
    mine, other = place.code or "", filed.code or ""
    capital = filed.level == "prefecture" and other[2:4] == "01"
    return capital and mine.isdigit() and mine[:2] == other[:2] and mine[:4] != other[:4]


def widened(course: Course, article: Article, filed: Located) -> Located:
    """Return the province or city of a dateline's place where the headline speaks of 我省, 全市."""
    cues = load_cues()
    found = within(course.stand_ins, article.start, article.headline_end)
    word = course.text[slice(*found[0])] if found else ""
    level = next((cues.levels[c] for c in word if c in cues.levels), None)
    place = above(filed.place, level) if level else None
    return Located(place.name, place, "headline") if place else filed


def printed(text: str, mention: Mention[Toponym]) -> str:
    """Return how a fact prints a place: the official name of a division of China, any other as the text has it."""
    start, end, place, rule = mention
    code = place.code
    plain = code and code < SPECIAL and load_cues().autonomous not in place.name
    return place.name if plain or rule.startswith("reference") else text[start:end]


def located(text: str, mention: Mention[Toponym], how: str, *, sure: bool = True) -> Located:
    """Return a mention as evidence for the topic."""
    return Located(printed(text, mention), mention.value, how, sure=sure)


def dateline_end(text: str, article: Article) -> int:
    """Return where the dateline that opens a story ends, its signatures (记者施建) included; where its text begins if none does.

    No character more: the period of 本报讯 今年以来,… speaks for the story.
    """
    begin = article.headline_end
    if article.dateline is None:
        return begin
    printed = article.dateline.text
    at = text.find(printed, begin, begin + DATELINE_REACH)
    if at < 0:
        at = text.find(fold(printed), begin, begin + DATELINE_REACH)
    if at < 0:
        return begin
    end = at + len(printed)
    closing = text.find(")", end, end + DATELINE_REACH) if text.startswith("(", end) else -1
    return max(end, closing + 1)


def filed_from(report: Report, body: Sequence[Mention[Toponym]]) -> Mention[Toponym] | None:
    """Return the place a story was filed from."""
    text, dateline = report.course.text, report.article.dateline
    if dateline is None or not dateline.place:
        return None
    return next((m for m in body if m.start < report.filed and text[m.start : m.end] in dateline.place), None)


def finest(mentions: Sequence[Mention[Toponym]]) -> Mention[Toponym]:
    """Return the most specific place of the chain that comes first, or the one place named later that lies in it.

    全国 in 法国全国大罢工 is no part of the chain; 广东高考月底放榜 广州2000余人缺考 is told of 广州.
    """
    last = mentions[0]
    for mention in mentions[1:]:
        if mention.start != last.end or mention.rule == POINTER:
            break
        last = mention
    inner = {m.value.code: m for m in mentions if lies_in(m.value, last.value)}
    return next(iter(inner.values())) if len(inner) == 1 else last


def weak_topic(report: Report) -> Located | None:
    """Return the place that the names of organisations repeat, where nothing better speaks."""
    text, places = report.course.text, report.places
    named = [m for m in places if m.value.in_name not in ("media", "person") and m.rule not in TOO_SMALL]
    named = [m for m in named if sets_scene(report, m)]
    if not named:
        return None
    place = Counter(m.value for m in named).most_common(1)[0][0]
    return located(text, next(m for m in named if m.value == place), "name of an organisation", sure=False)

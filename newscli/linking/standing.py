"""What a place named in the text can do for a number: its standing."""

from __future__ import annotations

import re
from typing import Final, Literal

from newscli.linking.cues import load_cues
from newscli.model import Mention, Toponym

Standing = Literal["own", "modifier", "part", "aside"]
"""``own`` names a place; ``modifier`` stands before a noun (中国高校); ``part`` belongs to an organisation's name;
``aside`` says where something goes or comes from, or in what field a rank or share holds."""
Ranks = dict[int, bool]
"""Where ranks begin, and whether they are a first."""

TOO_SMALL: Final = frozenset({"place.road", "place.feature"})
"""Rules that find what lies in a division and is none: a number in 明秀路 is one of the city, and 分毛沟 is on no map."""
NAMED_AFTER: Final = frozenset({"media", "person"})
"""Names that say nothing of where: 浙江日报, 杜金华."""
SMALL: Final = frozenset({"village", "township"})
"""Levels at which only places with a code are known."""


def name_standing(text: str, mention: Mention[Toponym], ranks: Ranks) -> Standing | None:
    """Return what a mention can do for a number; none for one that names no place that says where.

    Most stand beside no cue, and what they can do is said by the place alone.
    """
    start, end, place, rule = mention
    if place.in_name in NAMED_AFTER or rule in TOO_SMALL or (place.level in SMALL and place.code is None):
        return None
    if place.describes and place.level == "landmark":
        return None
    cues = load_cues()
    before, behind = cues.leading.get(text[start - 1]), cues.following.get(text[end])
    if (
        (before is not None and text.endswith(before, 0, start))
        or (behind is not None and text.startswith(behind, end))
        or end in ranks
    ):
        return None if is_grade(text, start, end, place) else standing_of(text, (start, end), place, ranks)
    return by_itself(place)


def by_itself(place: Toponym) -> Standing:
    """Return what a place can do where no word beside it says otherwise."""
    if place.locates:
        return "own"
    return "part" if place.in_name or place.describes else "modifier"


def is_grade(text: str, start: int, end: int, place: Toponym) -> bool:
    """Return whether a name of a place is but a grade or part of a slogan: 世界级, 美丽中国."""
    cues = load_cues()
    if cues.graded.after(text, end):
        return True
    return place.level == "country" and (cues.styled.before(text, start) or names_a_zone(text, end))


LONGEST_BRACKET: Final = 8
QUOTES: Final = frozenset("“‘《「『")
TITLE: Final = re.compile(r"[^,。;:!?“”’》」』\n]{1,12}[”’》」』]")
"""The rest of a title in quotes."""


def names_a_zone(text: str, end: int) -> bool:
    """Return whether a country opens the name of a zone, whose place stands in brackets: 中国(上海)自贸试验区."""
    closing = text.find(")", end, end + LONGEST_BRACKET) if text.startswith("(", end) else -1
    return closing > 0 and load_cues().zoned.after(text, closing + 1)


def in_title(text: str, start: int, end: int) -> bool:
    """Return whether a place opens a title that somebody has: 获得“全国文明村”; speech goes on beyond a comma.

    A clause that opens with the title tells of the title itself: “全国文明村”是最高荣誉.
    """
    held = text[start - 1 : start] in QUOTES and text[start - 2 : start - 1].isalnum()
    return held and TITLE.match(text, end) is not None


def is_toward(text: str, start: int, end: int) -> bool:
    """Return whether a word before a place says that something goes there or comes from there; 过去 does not."""
    cues = load_cues()
    if text[start - 1 : start] == cues.facing and text[end : end + 1].isnumeric():
        return False  # 对东莞587家企业的调研
    return cues.toward.before(text, start) and not cues.not_toward.before(text, start)


def standing_of(text: str, span: tuple[int, int], place: Toponym, ranks: Ranks) -> Standing:
    """Return what a place can do for a number, by the words beside it."""
    cues = load_cues()
    start, end = span
    everywhere = place.level == "world" or (text[start:end] in cues.everywhere and text[start:end] != place.name)
    if end in ranks and (not ranks[end] or everywhere or text[start:end] in cues.stand_ins):
        return "aside"  # 全省首例 is found where the case was, but 中国首部电影 is a film of China
    if (place.level != "world" and cues.event.after(text, end)) or in_title(text, start, end):
        return "aside"
    if cues.share.before(text, start):
        return "aside"
    if not everywhere and (cues.hailing.after(text, end) or is_toward(text, start, end)):
        return "aside"  # but 我国公民 are the people of the story
    if place.in_name in ("org", "body") and cues.source.before(text, start):
        return "part"
    return by_itself(place)

"""What is known of a name beforehand, worked out when a page first spells it: what it may stand for, and what puts it in doubt.

Pages are full of names that need no second look, and what tells them is beside them: 浙江 stands unless a character before or
after it is one with which a word may run across its border (浙江|湖). So every name has the characters that put it in doubt,
all reasons taken together: words across a border, peoples and languages (朝鲜|族), numbers before 万县, the spelling of a
foreign name around 罗马. Where none of them stands, nothing is asked; where one does, :mod:`find` asks everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from newscli.extractors.place.borders import neighbours, spelled_names, spelled_only
from newscli.extractors.place.tables import beyond, characters

PLAIN: Final = "A"
"""The grade, as packed, of names of which nothing but the borders can be wrong."""
DOUBTED: Final = frozenset("pdw")
"""Grades of names that need evidence; many hits are words of two characters (和平, 合作) that have none."""
COUNTING: Final = "名万千百亿"
"""First characters that count after a numeral: 2000余|名山, 254|万山."""
FORMER: Final = "地区"
"""How the names of prefectures ended that are cities now: 张家口地区."""
CITY: Final = "市"
"""What may follow the name of a city abroad."""
WORLD: Final = frozenset({":世界", ":全球", ":全世界"})


@dataclass(slots=True, eq=False)
class Entry:
    """A name of the gazetteer, as pages spell it."""

    grade: str
    """How freely it may be taken, as decided when the gazetteer was built (:mod:`grading`)."""
    ids: tuple[str, ...]
    rule: str
    plain: bool
    """Whether nothing but its borders can be wrong."""
    free: bool
    """Whether it stands wherever no character beside it puts it in doubt."""
    before: str
    """The characters that put it in doubt from before."""
    after: str
    """The characters that put it in doubt from behind."""
    suffixed: bool
    """Whether it ends in the suffix of a division, which may open the next word instead: 北京|市民."""
    weak: bool
    """Whether it needs evidence, and is too short to be asked anything else before."""
    tells: bool
    """Whether a page that names it speaks of its region without a doubt."""


def read_entry(row: str, surface: str, *, is_city_abroad: bool) -> Entry:
    """Return the entry of a surface, from its row of the gazetteer."""
    packed, *listed = row.split(" ")
    grade, plain, ids = packed.lower(), packed == PLAIN, tuple(listed)
    before, after = doubts_before(surface[0]), doubts_after(surface[-1])
    if not plain:
        before, after = before + more_before(surface, ids), after + more_after(surface, ids)
    conjunction = surface[0] in characters("conjunction")
    return Entry(
        grade,
        ids,
        rule="reference.world" if ids[0] in WORLD else "place.name",
        plain=plain,
        free=grade == "a" and not (conjunction and len(ids[0]) == 6) and not surface.endswith(FORMER),
        before=before,
        after=after + CITY if is_city_abroad else after,
        suffixed=surface[-1] in characters("unit_suffix"),
        weak=grade in DOUBTED and len(surface) == 2,
        tells=grade == "a" and not conjunction,
    )


def more_before(surface: str, ids: tuple[str, ...]) -> str:
    """Return the further characters that put a name in doubt from before: numerals, spellings of foreign names."""
    doubts = "".join(characters("numeral")) if surface[0] in COUNTING else ""
    if ":" in ids[0] and len(surface) == 2 and spelled_names().issuperset(surface):
        return doubts + "".join(spelled_names())
    return doubts + more_after(surface, ids)


def more_after(surface: str, ids: tuple[str, ...]) -> str:
    """Return the characters that make a longer foreign name of one of up to three that spell such names: 阿拉法特."""
    known = len(surface) == 3 and is_known(ids)
    short = len(surface) <= 3 and not known and characters("transliteration").issuperset(surface)
    return "".join(spelled_only()) if short else ""


@cache
def doubts_before(first: str) -> str:
    """Return the characters before a first character with which a common word may run across the border."""
    return neighbours().before.get(first, "")


@cache
def doubts_after(last: str) -> str:
    """Return those after a last character, and with which another word may be made of any name: 朝鲜族."""
    return neighbours().after.get(last, "") + "".join(beyond_openings())


@cache
def beyond_openings() -> frozenset[str]:
    """Return how the words begin that make another word of a name: 族, 话."""
    return frozenset(word[0] for word in beyond())


def is_known(ids: tuple[str, ...]) -> bool:
    """Return whether a name is that of a country or of a first-level division, which begin no person's name: 伊拉克|萨达姆."""
    return ":" not in ids[0] and (not ids[0].isdigit() or ids[0].endswith("0000"))

"""How freely a name may be taken for a place, as decided when the gazetteer is built."""

from __future__ import annotations

from functools import cache
from typing import Final

from newscli.extractors.place.lexicon import Lexicon, Word
from newscli.extractors.place.source import SourceRow
from newscli.extractors.place.tables import TABLES

NAME_TAGS: Final = frozenset({"ns", "nr", "nrt", "nz", "nt", "nrfg", "j", "zg", "x"})
"""How the dictionary tags what may be a name."""
FAMILIAR: Final = 400
"""A short name seen so often in the dictionary's corpus is rather an ordinary word (方正), unless it is long and tagged as a name."""
DOUBTED, SELDOM = 100, 50
"""A long short name seen so often needs evidence where the dictionary has it as a name, and where it has it as a word."""
FUNCTIONAL: Final = 5000
"""From this frequency on a character is a word of its own wherever it stands: 和 of 和县."""
NOMINAL: Final = NAME_TAGS | {"n"}


def grade(surface: str, row: SourceRow, lexicon: Lexicon) -> str:
    """Return how freely a name may be taken.

    ``a`` always; ``p`` where the page speaks of its province, or after 在 and the like; ``d`` the short name of a
    district, where the page speaks of its city; ``w`` is an ordinary word, and a place only in a chain, in a list, or
    where its full name stands nearby.
    """
    if surface not in row.aliases:
        return grade_full(surface, lexicon)
    if surface in straddled():
        return "s"
    if row.level == "prefecture":
        return "p" if surface in ordinary() else "a"
    return (
        "a" if row.level == "province" else grade_county(surface, lexicon.get(surface), district=row.name[-1] == "区")
    )


def grade_county(surface: str, word: Word | None, *, district: bool) -> str:
    """Return the grade of the short name of a county or district.

    Of two characters only those are free that are nothing but places: 敦煌 and 海淀, not 方正 and 鼓楼.
    """
    if len(surface) == 2 and (surface in districts() if district else surface not in wordlike()):
        return "a"
    named = word is not None and word.tag in NAME_TAGS
    if word and word.frequency >= FAMILIAR and not (len(surface) > 2 and named):
        position = surface[0] in "城老新古山" or surface[-1] == "郊"
        return "d" if district and word.tag == "ns" and not position else "w"
    if len(surface) == 2:
        return "d" if district else "p"
    limit = DOUBTED if named else SELDOM
    return "p" if word and (word.frequency >= limit or word.tag not in NOMINAL) else "a"


def grade_full(surface: str, lexicon: Lexicon) -> str:
    """Return the grade of a full name: free, unless two characters spell something else as well (城区, 和县, 兴县富民)."""
    if len(surface) > 2:
        return "a"
    if surface[1] == "区":
        return "w"
    return "p" if surface in wordlike() or lexicon.frequency(surface[0]) >= FUNCTIONAL else "a"


@cache
def ordinary() -> frozenset[str]:
    """Return the short names of prefectures, and of places abroad, that are something else as well."""
    return listed_names("ordinary.txt")


@cache
def districts() -> frozenset[str]:
    """Return the short names of districts that are nothing but places."""
    return listed_names("districts.txt")


@cache
def straddled() -> frozenset[str]:
    """Return the short names of prefectures that a word and the character after it spell by chance: 出海|口."""
    return listed_names("straddled.txt")


@cache
def wordlike() -> frozenset[str]:
    """Return the short names of counties that are something else as well."""
    return listed_names("wordlike.txt")


def listed_names(table: str) -> frozenset[str]:
    """Return the names of a table that holds nothing else."""
    lines = (TABLES / table).read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())

"""Places abroad that no list holds, told by their spelling or by a country in brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from newscli.extractors.place.borders import is_hanzi
from newscli.extractors.place.found import Found
from newscli.extractors.place.tables import characters, levels

SHORTEST, LONGEST = 3, 9
"""How many characters a name spelled from abroad has, before the suffix of a division, water or island."""


def find_foreign(text: str, known: Sequence[Found], endings: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """Yield places abroad that have no code: 马托格罗索州, 瓦尔登湖; ``endings`` is where such suffixes begin and end."""
    spelled = list(spelled_abroad(text, endings))
    ends = {f.end for f in known} if spelled else set()
    for start, end in spelled:
        # 巴西南里奥格兰德州: the country is spelled with the same characters.
        begin = max((e for e in range(start, end - SHORTEST) if e in ends), default=start)
        level = levels("foreign")[text[end - 1]]
        yield Found(begin, end, (), "place.foreign").called(level, text[begin:end]).unlocated()
    for found in known:
        if text[found.start - 1] == "(" and found.ids and not found.level and not found.ids[0][0].isdigit():
            span = before_country(text, found)
            if span:
                yield Found(*span, (), "place.foreign").called("city", text[slice(*span)]).unlocated()


def spelled_abroad(text: str, endings: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where transliterated names with a suffix begin and end."""
    spelled, last = spelling(), 0
    for at, end in endings:
        start = at - SHORTEST
        if text[at - 1] in spelled and start >= last and spelled.issuperset(text[start:at]):
            while start > max(last, at - LONGEST) and text[start - 1] in spelled:
                start -= 1
            yield start, end
            last = end


@cache
def spelling() -> frozenset[str]:
    """Return the characters that spell the names of places abroad."""
    return characters("transliteration") | characters("transliteration_more")


def before_country(text: str, country: Found) -> tuple[int, int] | None:
    """Return the town of a dateline with its country in brackets: 本报格拉茨(奥地利)1月29日电."""
    end = country.start - 1
    if text[end : country.start] != "(" or text[country.end : country.end + 1] != ")":
        return None
    start = max(text.rfind(outlet, max(0, end - 8), end) for outlet in characters("outlet_end")) + 1
    return (start, end) if start and 2 <= end - start <= 6 and all(map(is_hanzi, text[start:end])) else None

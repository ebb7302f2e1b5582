"""The fast path: all that a place may be told by, found in one pass over the text.

One automaton holds 14,000 names, 450 tails (大学, 公司), 1,000 references (全省, 赴沪) and the endings of smaller places (镇, 村).
Reading a page with it takes as long as three of the patterns that it stands for, each of which would read the page for
itself. What comes after looks only where something is spelled: at the borders of a name, for the end of a name where a
tail is within reach, before an ending.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from newscli.extractors.place.entries import Entry
from newscli.extractors.place.gazetteer import Gazetteer
from newscli.extractors.place.tables import endings, references, tails

Hit = tuple[int, int, Entry]
"""Start, end, and the name that is spelled there."""


class Spelled(NamedTuple):
    """What a text spells, in order."""

    names: list[Hit]
    """The longest name at each position where one begins; also those inside an earlier one."""
    shorter: dict[int, list[Hit]]
    """The other names at a position, shortest first."""
    tails: list[tuple[int, int]]
    """Where tails of names begin and end: 大学, 公司, 局."""
    others: defaultdict[str, list[tuple[int, int]]]
    """A kind of reference or of ending → where those of the kind begin and end: 全省, 赴沪, 中美; 镇, 村, 开发区."""


def scan(text: str, places: Gazetteer) -> Spelled:
    """Return what a text spells."""
    kinds, beyond_names, entries = other_kinds(), len(places.rows), places.entries
    beyond_tails = beyond_names + len(tails())
    spelled = Spelled([], {}, [], defaultdict(list))
    names, ends, others = spelled.names, spelled.tails, spelled.others
    last = -1
    for start, end, number in places.automaton.find(text):
        if number < beyond_names:
            entry = entries.get(number) or places.entry(number, text[start:end])
            if start == last:
                spelled.shorter.setdefault(start, []).append(names.pop())
            names.append((start, end, entry))
            last = start
        elif number < beyond_tails:
            ends.append((start, end))
        else:
            others[kinds[number - beyond_tails]].append((start, end))
    return spelled


@cache
def other_kinds() -> tuple[str, ...]:
    """Return the kinds of references and endings, by their number after the tails."""
    return tuple(kind for kind, _ in (*references(), *endings()))

"""The fast path: names, tails of names and references, all found in one pass over the text.

One automaton holds 14,000 names, 450 tails (大学, 公司) and 1,000 references (全省, 赴沪). Reading a page with it takes as
long as three of the patterns that it stands for, each of which would read the page for itself. What comes after looks
only where something is spelled: at the borders of a name, for the end of a name where a tail is within reach.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from newscli.extractors.place.gazetteer import Gazetteer
from newscli.extractors.place.tables import references, tails

Hit = tuple[int, int, str]
"""Start, end, and the surface's row: its grade and ids."""


class Spelled(NamedTuple):
    """What a text spells, in order."""

    names: list[list[Hit]]
    """The names of the gazetteer at each position where one begins, the longest last; also those inside an earlier one."""
    tails: list[tuple[int, int]]
    """Where tails of names begin and end: 大学, 公司, 局."""
    references: defaultdict[str, list[tuple[int, int]]]
    """The kind of what only points to a place → where such expressions begin and end: 全省, 赴沪, 中美."""


def scan(text: str, places: Gazetteer) -> Spelled:
    """Return what a text spells."""
    rows = places.rows
    kinds, beyond_tails = references(), len(rows) + len(tails())
    spelled = Spelled([], [], defaultdict(list))
    names = spelled.names
    last = -1
    for start, end, number in places.automaton.find(text):
        if number >= beyond_tails:
            spelled.references[kinds[number - beyond_tails][0]].append((start, end))
        elif number >= len(rows):
            spelled.tails.append((start, end))
        elif start == last:
            names[-1].append((start, end, rows[number]))
        else:
            names.append([(start, end, rows[number])])
            last = start
    return spelled

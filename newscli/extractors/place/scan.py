"""The fast path: every run of characters that spells a name, or an end of names, found in one pass over the text."""

from __future__ import annotations

from typing import NamedTuple

from newscli.extractors.place.gazetteer import Gazetteer

Hit = tuple[int, int, str]
"""Start, end, and the surface's row: its grade and ids."""


class Spelled(NamedTuple):
    """What a text spells, in order."""

    names: list[list[Hit]]
    """The names of the gazetteer at each position where one begins, the longest last; also those inside an earlier one."""
    tails: list[tuple[int, int]]
    """Where tails of names begin and end: 大学, 公司, 局."""


def scan(text: str, places: Gazetteer) -> Spelled:
    """Return what a text spells."""
    rows = places.rows
    spelled = Spelled([], [])
    names, tails = spelled
    last = -1
    for start, end, number in places.automaton.find(text):
        if number >= len(rows):
            tails.append((start, end))
        elif start == last:
            names[-1].append((start, end, rows[number]))
        else:
            names.append([(start, end, rows[number])])
            last = start
    return spelled

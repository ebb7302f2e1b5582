"""The fast path: every run of characters that spells a name of the gazetteer, found in one pass over the text."""

from __future__ import annotations

from newscli.extractors.place.gazetteer import Gazetteer

Hit = tuple[int, int, str]
"""Start, end, and the surface's row: its grade and ids."""


def scan(text: str, places: Gazetteer) -> list[list[Hit]]:
    """Return the names at each position where one begins, the longest last, names inside an earlier name included."""
    rows = places.rows
    spelled: list[list[Hit]] = []
    last = -1
    for start, end, number in places.automaton.find(text):
        if start == last:
            spelled[-1].append((start, end, rows[number]))
        else:
            spelled.append([(start, end, rows[number])])
            last = start
    return spelled

"""Overlap resolution: of mentions that claim the same characters, one is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from newscli.model import Mention

V = TypeVar("V")


def resolve(
    mentions: Iterable[Mention[V]], priorities: Mapping[str, int] = {}
) -> tuple[list[Mention[V]], list[Mention[V]]]:
    """Return the mentions kept, in text order, and those that lost: longer first, then the rule's priority, then position."""
    ranked = sorted(mentions, key=lambda m: (m.start - m.end, -priorities.get(m.rule, 0), m.start))
    kept: list[Mention[V]] = []
    lost: list[Mention[V]] = []
    taken: set[int] = set()
    for mention in ranked:
        cells = range(mention.start, mention.end)
        if taken.isdisjoint(cells):
            taken.update(cells)
            kept.append(mention)
        else:
            lost.append(mention)
    kept.sort(key=lambda m: m.start)
    return kept, lost

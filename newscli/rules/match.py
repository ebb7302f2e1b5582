"""Matching: one walk over the text, from anchor to anchor, trying at each the rules that its first letter triggers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from newscli.model import Mention
from newscli.rules.rule import Found, Rule

T = TypeVar("T")


class Matcher(Generic[T]):
    """Rules ready to run: an anchor pattern (where to look, and how far a failed look reaches) and rules by first letter."""

    def __init__(self, anchor: re.Pattern[str], rules: Iterable[Rule[T]]) -> None:
        self.anchor = anchor
        self.triggered: dict[str, tuple[Rule[T], ...]] = {}
        for rule in rules:
            for letter in rule.triggers:
                self.triggered[letter] = (*self.triggered.get(letter, ()), rule)

    def best(self, text: str, start: int) -> tuple[Rule[T], Found[T]] | None:
        """Return what the rules read at a place: the longest span, then the highest priority; ``None`` when all decline."""
        best: tuple[Rule[T], Found[T]] | None = None
        rank = (0, 0)
        for rule in self.triggered.get(text[start], ()):
            match = rule.pattern.match(text, start)
            found = rule.build(match) if match else None
            if found is not None and (size := (found.end - found.start, rule.priority)) > rank:
                best, rank = (rule, found), size
        return best

    def find(self, text: str, taken: Sequence[tuple[int, int]] = ()) -> list[Mention[T]]:
        """Return the mentions in text order; none overlaps another or a span that is taken already."""
        out: list[Mention[T]] = []
        starts = [start for start, _ in taken]
        search, at, floor = self.anchor.search, 0, 0
        while match := search(text, at):
            start = match.start()
            held = bisect_right(starts, start) - 1
            if held >= 0 and taken[held][1] > start:
                at = floor = taken[held][1]
                continue
            at = match.end()
            hit = self.best(text, start)
            if hit is None:
                continue
            rule, found = hit
            limit = starts[held + 1] if held + 1 < len(starts) else len(text)
            if found.end > limit:
                continue
            at = max(at, found.end)
            if found.value is not None:
                out.append(Mention(max(found.start, floor), found.end, found.value, rule.name))
            floor = found.end
        return out

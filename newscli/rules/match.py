"""Matching: one walk over the text, from anchor to anchor, trying at each the rules that its first letter triggers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from newscli.model import Mention
from newscli.rules.automaton import build_automaton
from newscli.rules.rule import Found, Rule

T = TypeVar("T")


class Attempt(NamedTuple, Generic[T]):
    """A rule taken apart for the fast path."""

    followers: str
    matches: Callable[[str, int], re.Match[str] | None]
    build: Callable[[re.Match[str]], Found[T] | None]
    priority: int
    rule: Rule[T]


class Matcher(Generic[T]):
    """Rules ready to run: where to look (anchors, and how far a failed look reaches), and the rules by first letter.

    This is the fast path of the extractors: anchors begin with a plain class of letters each, so that the search leaps
    from one to the next, and a rule is tried only where its first letter and the letter behind the anchor fit.
    """

    def __init__(
        self, anchors: Sequence[re.Pattern[str]], rules: Iterable[Rule[T]], *, openings: Iterable[str] = ()
    ) -> None:
        self.anchors = tuple(anchors)
        words = sorted(set(openings))
        self.openings = build_automaton(words) if words else None
        """Words that anchor too, and are found in one pass."""
        self.triggered: dict[str, tuple[Attempt[T], ...]] = {}
        """The rules by first letter, taken apart: looking a rule's fields up costs as much as a failed match."""
        for rule in rules:
            attempt = Attempt(rule.followers, rule.pattern.match, rule.build, rule.priority, rule)
            for letter in rule.triggers:
                self.triggered[letter] = (*self.triggered.get(letter, ()), attempt)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Return the spans of the anchors in text order."""
        found = [match.span() for anchor in self.anchors for match in anchor.finditer(text)]
        if self.openings is not None:
            found += {(start, start + 2) for start, _, _ in self.openings.find(text)}
        found.sort()
        return found

    def best(self, text: str, start: int, end: int) -> tuple[Rule[T], Found[T]] | None:
        """Return what the rules read at an anchor: the longest span, then the highest priority; ``None`` when all decline."""
        best: tuple[Rule[T], Found[T]] | None = None
        longest = priority = 0
        follower = text[end] if end < len(text) else "\n"
        for followers, matches, build, weight, rule in self.triggered.get(text[start], ()):
            if followers and follower not in followers:
                continue
            match = matches(text, start)
            found = build(match) if match else None
            if found is None:
                continue
            size = found.end - found.start
            if size > longest or (size == longest and weight > priority):
                best, longest, priority = (rule, found), size, weight
        return best

    def rivals(self, text: str, start: int, end: int) -> list[tuple[Rule[T], Found[T]]]:
        """Return all that the rules read at an anchor, the best first: for ``explain``, which shows what lost."""
        rules = [attempt.rule for attempt in self.triggered.get(text[start], ())]
        fitting = (rule for rule in rules if not rule.followers or text[end : end + 1] in rule.followers)
        tried = [(rule, rule.build(match)) for rule in fitting if (match := rule.pattern.match(text, start))]
        read = [(rule, found) for rule, found in tried if found is not None]
        return sorted(read, key=lambda pair: (pair[1].start - pair[1].end, -pair[0].priority))

    def find(self, text: str, taken: Sequence[tuple[int, int]] = ()) -> list[Mention[T]]:
        """Return the mentions in text order; none overlaps another or a span that is taken already."""
        out: list[Mention[T]] = []
        free = [*taken, (len(text) + 1, len(text) + 1)]
        """The spans taken, closed by one behind the text."""
        floor = ahead = 0
        for start, end in self.places(text):
            while free[ahead][0] <= start:
                floor = max(floor, free[ahead][1])
                ahead += 1
            if start < floor:
                continue
            hit = self.best(text, start, end)
            if hit is None:
                continue
            rule, found = hit
            if found.end > free[ahead][0]:
                continue
            if found.value is not None:
                out.append(Mention(max(found.start, floor), found.end, found.value, rule.name))
            floor = found.end
        return out

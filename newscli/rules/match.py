"""Matching: one walk over the text, from anchor to anchor, trying at each the rules that the letters round it allow."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from typing import Final, Generic, TypeVar

from newscli.rules.rule import Found, Reader, Rule
from newscli.rules.scout import SCOUT

T = TypeVar("T")
Attempt = tuple[Container[str] | None, Reader[T], int, Rule[T]]
"""A rule taken apart for the fast path: the letters of which one must stand second (``None`` for any), reader, priority, rule."""
Ways = tuple[tuple[Attempt[T], ...], dict[str, tuple[Attempt[T], ...]]]
"""What may begin with a letter: whatever stands behind the anchor, and by the letter behind it, where rules ask for that."""
Row = tuple[int, int, T, str]
"""Start, end, value and name of the rule: a mention before it is one."""
MARGIN: Final = "\n\n\n"


def closed(text: str) -> str:
    r"""Return a text with line ends behind it, so that rules need not ask whether it ends or begins where they look.

    >>> text = closed("7 km")
    >>> text[4], text[5], text[-1]
    ('\n', '\n', '\n')
    """
    return text if text.endswith(MARGIN) else text + MARGIN


class Matcher(Generic[T]):
    """Rules ready to run: where to look (anchors), and the rules by the letters that each asks for.

    This is the fast path of the extractors. One pattern finds all anchors in one pass; it begins with a plain class of letters
    (:func:`newscli.rules.pattern.one_pass`), so that the search leaps from one to the next. At an anchor the first letter and
    the letter behind it look up the rules that may read there, those that ask for a second letter are asked for it, and
    only what is left is called.
    """

    def __init__(self, anchor: re.Pattern[str], rules: Iterable[Rule[T]], *, openings: Iterable[str] = ()) -> None:
        self.anchor = anchor
        """Where it has a group, that looks ahead to how far the anchor reaches: others of the kind begin behind that."""
        self.openings = SCOUT.seek(openings)
        """The numbers of words that anchor too."""
        self.rules = tuple(rules)
        self.ways: dict[str, Ways[T]] = {}
        """The rules by first letter, told apart when the letter first begins an anchor."""

    def ways_of(self, first: str) -> Ways[T]:
        """Return what may begin with a letter, and keep it."""
        fitting: list[tuple[Attempt[T], str]] = []
        for rule in self.rules:
            seconds = None if first in rule.triggers else rule.openings().get(first, "")
            if seconds != "":
                fitting.append(((seconds, rule.read, rule.priority, rule), rule.followers))
        always = tuple(attempt for attempt, followers in fitting if not followers)
        asked_for = sorted({letter for _, followers in fitting for letter in followers})
        behind = {c: tuple(attempt for attempt, asked in fitting if not asked or c in asked) for c in asked_for}
        self.ways[first] = always, behind
        return always, behind

    def places(self, text: str) -> list[tuple[int, int]]:
        """Return the spans of the anchors in text order."""
        found: list[tuple[int, int]] = []
        reach = 0
        for match in self.anchor.finditer(text):
            start, end = match.span()
            if match.lastindex:
                if start < reach:
                    continue
                end = reach = match.end(1)
            found.append((start, end))
        if self.openings:
            found += dict.fromkeys([(at, at + 2) for at, _, number in SCOUT.look(text) if number in self.openings])
            found.sort()
        return found

    def best(self, text: str, start: int, end: int) -> Row[T | None] | None:
        """Return what the rules read at an anchor: the longest span, then the highest priority; ``None`` when all decline."""
        best: Row[T | None] | None = None
        longest = weight = 0
        always, behind = self.ways.get(text[start]) or self.ways_of(text[start])
        for seconds, read, priority, rule in behind.get(text[end], always):
            if seconds is not None and text[start + 1] not in seconds:
                continue
            found = read(text, start, end)
            if found is None:
                continue
            begin, close, value = found
            size = close - begin
            if size > longest or (size == longest and priority > weight):
                best, longest, weight = (begin, close, value, rule.name), size, priority
        return best

    def rivals(self, text: str, start: int, end: int) -> list[tuple[Rule[T], Found[T]]]:
        """Return all that the rules read at an anchor, the best first: for ``explain``, which shows what lost."""
        text = closed(text)
        always, behind = self.ways.get(text[start]) or self.ways_of(text[start])
        read = []
        for seconds, reader, _, rule in behind.get(text[end], always):
            if (seconds is None or text[start + 1] in seconds) and (found := reader(text, start, end)) is not None:
                read.append((rule, found))
        return sorted(read, key=lambda pair: (pair[1][0] - pair[1][1], -pair[0].priority))

    def find(self, text: str, taken: Sequence[tuple[int, int]] = ()) -> list[Row[T]]:
        """Return what is found in text order; nothing overlaps anything else or a span that is taken already."""
        anchors, text = self.places(text), closed(text)
        out: list[Row[T]] = []
        free = [*taken, (len(text), len(text))]
        """The spans taken, closed by one behind the text."""
        floor = ahead = 0
        wall = free[0][0]
        for start, end in anchors:
            while wall <= start:
                floor = max(floor, free[ahead][1])
                ahead += 1
                wall = free[ahead][0]
            if start < floor:
                continue
            row = self.best(text, start, end)
            if row is None or row[1] > wall:
                continue
            begin, close, value, name = row
            if value is not None:
                out.append((begin if begin > floor else floor, close, value, name))
            floor = close
        return out

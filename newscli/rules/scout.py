"""Words that several readers look for, found in one pass over a text for all of them.

A pass costs as much as a thousand matches, for however many words. So each reader says when it is loaded which words it
looks for, and whoever asks first about a text finds them for the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newscli.rules.automaton import Automaton, Occurrence, build_automaton


class Scout:
    """Words with their numbers, and where they stand in the text that was looked at last."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.automaton: Automaton | None = None
        self.last: tuple[str | None, list[Occurrence]] = (None, [])
        """A text and what stands in it: one value, so that threads that read different texts never mix them up."""

    def seek(self, words: Iterable[str]) -> frozenset[int]:
        """Return the numbers of words that are to be found from now on."""
        self.automaton, self.last = None, (None, [])
        return frozenset(self.numbers.setdefault(word, len(self.numbers)) for word in sorted(set(words)))

    def look(self, text: str) -> list[Occurrence]:
        """Return the words that stand in a text, in the order in which they end, those that others look for too."""
        last, sighted = self.last
        if text is last:
            return sighted
        automaton = self.automaton
        if automaton is None:
            automaton = self.automaton = build_automaton([*self.numbers])
        sighted = automaton.ending(text)
        self.last = text, sighted
        return sighted


SCOUT: Final = Scout()
"""The one that all ask."""

"""Every occurrence of any of many surfaces, in one pass over a text (Aho–Corasick).

daachorse, written in Rust, keeps the automaton as a double array: the fourteen thousand names of the gazetteer cost a page
of 4,000 characters fifty microseconds, the eighty thousand words of the linker three times as much, and an automaton once
packed is ready in a few milliseconds. Where no wheel of it is to be had, a pattern of two classes of characters and a dict
of first pairs find the same, five times as slowly.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Protocol

try:
    from daachorse import CharwiseDoubleArrayAhoCorasick as DoubleArray
except ImportError:
    DoubleArray = None  # type: ignore[assignment, misc]

Occurrence = tuple[int, int, int]
"""Start, end, and the number of the surface."""


class Automaton(Protocol):
    """What finds surfaces."""

    def find(self, text: str) -> list[Occurrence]:
        """Return all occurrences in order, also those that lie inside others."""

    def ending(self, text: str) -> list[Occurrence]:
        """Return the same in the order in which they end; the longest of those that end together first."""


def pack(surfaces: Sequence[str]) -> bytes:
    """Return the automaton of some surfaces, to be packed beside them."""
    return DoubleArray(list(surfaces)).serialize()


def build_automaton(surfaces: Sequence[str]) -> Automaton:
    """Return the automaton of some surfaces; for a few hundred, half a millisecond."""
    return PairTable(surfaces) if DoubleArray is None else Trie(DoubleArray(list(surfaces)))


def read_automaton(packed: bytes, surfaces: Callable[[], Sequence[str]]) -> Automaton:
    """Return the automaton as packed; made of the surfaces where the library at hand packs otherwise, or there is none."""
    if DoubleArray is not None:
        with suppress(ValueError):
            return Trie(DoubleArray.deserialize(packed))
    return build_automaton(surfaces())


class Trie:
    """The automaton proper."""

    def __init__(self, array: DoubleArray) -> None:
        self.array = array

    def find(self, text: str) -> list[Occurrence]:
        """Return all occurrences in order, also those that lie inside others."""
        return sorted(self.ending(text))

    def ending(self, text: str) -> list[Occurrence]:
        """Return the same in the order in which they end; the longest of those that end together first."""
        try:
            return self.array.find_overlapping(text)
        except UnicodeEncodeError:
            # Half a surrogate pair is no character for Rust; JSON may hold one ("\\ud800").
            return self.ending(text.encode(errors="replace").decode())


class PairTable:
    """The same in Python: most positions fall through the pattern, most others through the dict of first pairs."""

    def __init__(self, surfaces: Sequence[str]) -> None:
        self.numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, surface in enumerate(surfaces):
            self.numbers[surface].append(number)
        self.singles = [surface for surface in surfaces if len(surface) == 1]
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for surface in surfaces:
            if len(surface) > 1:
                lengths[surface[:2]].add(len(surface))
        self.lengths = {pair: sorted(found) for pair, found in lengths.items()}
        firsts, seconds = (klass(pair[n] for pair in lengths) for n in (0, 1))
        self.pattern = re.compile(f"{firsts}(?={seconds})")
        self.single = re.compile(klass(self.singles))

    def find(self, text: str) -> list[Occurrence]:
        """Return all occurrences in order, also those that lie inside others."""
        lengths, numbers = self.lengths, self.numbers
        found: list[Occurrence] = []
        for at in [at for match in self.pattern.finditer(text) if text[(at := match.start()) : at + 2] in lengths]:
            for length in lengths[text[at : at + 2]]:
                if text[at : at + length] in numbers and at + length <= len(text):
                    found += [(at, at + length, number) for number in numbers[text[at : at + length]]]
        if self.singles:
            found += [(m.start(), m.end(), number) for m in self.single.finditer(text) for number in numbers[m[0]]]
            found.sort()
        return found

    def ending(self, text: str) -> list[Occurrence]:
        """Return the same in the order in which they end; the longest of those that end together first."""
        return sorted(self.find(text), key=lambda occurrence: (occurrence[1], occurrence[0]))


def klass(characters: Iterable[str]) -> str:
    """Return a class of characters as a pattern; that of none matches nothing."""
    members = "".join(sorted(set(characters)))
    return f"[{re.escape(members)}]" if members else "(?!)"

"""Words with part of speech and cost, and the division of a run of hanzi into them.

A segmenter's model is more than the linker needs: it asks where a noun phrase beside a number begins and ends. A table of the
frequent words answers that, loads in some ten milliseconds and divides only the sentences that hold a number.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

UNKNOWN = (100, "x")
"""Cost and tag of a character that no word of the table accounts for."""
NEW = {1: 46, 2: 60, 3: 66}
"""Cost by length of a word that only the table of roles knows; 72 for longer ones."""
Entry = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every word with cost and tag, and the pairs of characters with which longer words begin."""

    words: dict[str, Entry]
    openings: dict[str, int]
    """For two characters, the length of the longest word that begins with them, where it is over two."""

    def divide(self, text: str, start: int, end: int) -> list[tuple[int, int, str]]:
        """Return the cheapest division of ``text[start:end]`` as start, end and tag of each word."""
        get, openings = self.words.get, self.openings
        size = end - start
        best = [0] + [1 << 30] * size
        via: list[tuple[int, int, str] | None] = [None] * (size + 1)
        for i in range(size):
            at, base = start + i, best[i]
            cost, tag = get(text[at], UNKNOWN)
            if base + cost < best[i + 1]:
                best[i + 1], via[i + 1] = base + cost, (at, at + 1, tag)
            for length in range(2, min(openings.get(text[at : at + 2], 2), size - i) + 1):
                entry = get(text[at : at + length])
                if entry is not None and base + entry[0] < best[i + length]:
                    best[i + length], via[i + length] = base + entry[0], (at, at + length, entry[1])
        return walk_back(via)


def walk_back(via: list[tuple[int, int, str] | None]) -> list[tuple[int, int, str]]:
    """Return the words on the cheapest way, first to last."""
    words = []
    i = len(via) - 1
    while i > 0:
        word = via[i]
        assert word is not None  # noqa: S101  every character is reachable as an unknown one
        words.append(word)
        i -= word[1] - word[0]
    words.reverse()
    return words


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Return the packed lexicon with the roles of ``roles.toml`` laid over it."""
    words: dict[str, Entry] = {}
    for line in files(__package__).joinpath("lexicon.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            tag, cost, listed = line.split(" ", 2)
            words.update(dict.fromkeys(listed.split(" "), (int(cost), tag)))
    for role in load_roles():
        for word in role["words"].split():
            cost = words[word][0] if word in words else NEW.get(len(word), 72)
            words[word] = (cost, role["tag"])
    return Lexicon(words, openings_of(words))


def openings_of(words: dict[str, Entry]) -> dict[str, int]:
    """Return for each pair of characters that opens a longer word the length of the longest."""
    openings: dict[str, int] = {}
    for word in words:
        length = len(word)
        if length > 2 and openings.get(word[:2], 2) < length:
            openings[word[:2]] = length
    return openings


@lru_cache(maxsize=1)
def load_roles() -> list[dict[str, str]]:
    """Return the records of ``roles.toml``."""
    text = files(__package__).joinpath("roles.toml").read_text(encoding="utf-8")
    roles: list[dict[str, str]] = tomllib.loads(text)["role"]
    return roles


@lru_cache(maxsize=1)
def load_endings() -> frozenset[str]:
    """Return the characters in which names of measured things end: 率, 额, 量."""
    return frozenset(next(role["endings"] for role in load_roles() if role["id"] == "suffix").split())

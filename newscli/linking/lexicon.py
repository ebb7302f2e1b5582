"""Words with part of speech and cost, and the division of a run of hanzi into them.

A segmenter's model is more than the linker needs: it asks where a noun phrase beside a number begins and ends. A table of the
frequent words answers that, loads in some ten milliseconds and divides only the sentences that hold a number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from newscli.rules.packed import load_table

Entry = tuple[int, str, int]
"""Cost, tag, and the length of the longest word that begins with these two characters (0 where there is none)."""
UNKNOWN: Entry = (100, "x", 0)
"""A character that no word of the table accounts for."""
NEVER = 1 << 20
"""Cost of two characters that only begin a word."""
NEW = {1: 46, 2: 60, 3: 66}
"""Cost by length of a word that only the table of roles knows; 72 for longer ones."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every word, and every two characters with which a longer one begins."""

    words: dict[str, Entry]

    def divide(self, text: str, start: int, end: int) -> list[tuple[int, int, str]]:
        """Return the cheapest division of ``text[start:end]`` as start, end and tag of each word."""
        get = self.words.get
        best = [0] + [NEVER << 10] * (end - start + 4)
        via: list[tuple[int, str]] = [(0, "")] * (end - start + 5)
        for at in range(start, end):  # one slice and two look-ups a character: the heart of the linker's time
            i = at - start
            base = best[i]
            cost, tag, _ = get(text[at], UNKNOWN)
            if base + cost < best[i + 1]:
                best[i + 1], via[i + 1] = base + cost, (1, tag)
            entry = get(text[at : at + 2])
            if entry is None or at + 2 > end:
                continue
            cost, tag, longest = entry
            if base + cost < best[i + 2]:
                best[i + 2], via[i + 2] = base + cost, (2, tag)
            for length in range(3, min(longest, end - at) + 1):
                entry = get(text[at : at + length])
                if entry is not None and base + entry[0] < best[i + length]:
                    best[i + length], via[i + length] = base + entry[0], (length, entry[1])
        return walk_back(via, start, end)


def walk_back(via: list[tuple[int, str]], start: int, end: int) -> list[tuple[int, int, str]]:
    """Return the words on the cheapest way, first to last."""
    words = []
    while end > start:
        length, tag = via[end - start]
        words.append((end - length, end, tag))
        end -= length
    words.reverse()
    return words


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Return the packed lexicon with the roles of ``roles.toml`` laid over it."""
    words: dict[str, Entry] = {}
    for line in files(__package__).joinpath("lexicon.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            tag, bits, longest, *listed = line.split(" ")
            words.update(dict.fromkeys(listed, (int(bits), tag, int(longest))))
    for role in load_roles():
        spoken = role["words"].split()
        for word in spoken:
            cost, _, opens = words.get(word, (NEVER, "x", 0))
            words[word] = (cost if cost < NEVER else NEW.get(len(word), 72), role["tag"], opens)
        enter_openings(words, spoken)
    return Lexicon(words)


def enter_openings(words: dict[str, Entry], openers: Iterable[str]) -> None:
    """Enter the lengths of longer words at the two characters that begin them."""
    for word in openers:
        length = len(word)
        if length > 2:
            cost, tag, longest = words.get(word[:2], (NEVER, "x", 0))
            if longest < length:
                words[word[:2]] = (cost, tag, length)


@lru_cache(maxsize=1)
def load_roles() -> list[dict[str, Any]]:
    """Return the records of ``roles.toml``."""
    roles: list[dict[str, Any]] = load_table("newscli.linking", "roles.toml")["role"]
    return roles


@lru_cache(maxsize=1)
def load_endings() -> frozenset[str]:
    """Return the characters in which names of measured things end: 率, 额, 量."""
    return frozenset(next(role["endings"] for role in load_roles() if role["id"] == "suffix").split())


@lru_cache(maxsize=1)
def load_transitive() -> frozenset[str]:
    """Return the verbs of change whose object may stand before the number: 新增贷款2万亿元."""
    return frozenset(" ".join(role.get("transitive", "") for role in load_roles()).split())


@lru_cache(maxsize=1)
def load_ages() -> frozenset[str]:
    """Return the units of age, whose bearer may stand before the bracket: 叶某(男,26岁)."""
    return frozenset(next(role["ages"] for role in load_roles() if role["id"] == "suffix").split())


@lru_cache(maxsize=1)
def load_people() -> frozenset[str]:
    """Return the units that count people without saying which: 人."""
    return frozenset(next(role["people"] for role in load_roles() if role["id"] == "suffix").split())


@lru_cache(maxsize=1)
def load_growing() -> frozenset[str]:
    """Return the units that are growth in themselves: 番."""
    return frozenset(next(role["units"] for role in load_roles() if role["id"] == "increase").split())

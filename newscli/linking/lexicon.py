"""Words with part of speech and cost, and the division of a run of hanzi into them.

A segmenter's model is more than the linker needs: it asks where a noun phrase beside a number begins and ends. A table of the
frequent words answers that, loads in some ten milliseconds and divides only the sentences that hold a number.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from newscli.rules.packed import load_table

Entry = tuple[int, str, int]
"""Cost, tag, and the length of the longest word that begins with these two characters (0 where there is none)."""
UNKNOWN: Entry = (100, "x", 0)
"""A character that no word of the table accounts for."""
NEVER = 1 << 20
"""Cost of two characters that only begin a word."""
NEW = {1: 46, 2: 60, 3: 66}
"""Cost by length of a word that only the table of roles knows; 72 for longer ones."""


class Lexicon(NamedTuple):
    """Every word, and every two characters with which a longer one begins."""

    words: dict[str, Entry]

    def divide(self, text: str, start: int, end: int) -> list[tuple[int, int, str]]:
        """Return the cheapest division of ``text[start:end]`` as start, end and tag of each word.

        This is the heart of the linker's time. Nearly everywhere the words of the table stand side by side (营业|收入|同比)
        and a look at the next characters settles a word; ways are weighed only where words overlap (停止|止供|供热).
        """
        get = self.words.get
        run = text[start:end] + "\n"  # no word holds a line end, so none reaches beyond the run
        words: list[tuple[int, int, str]] = []
        at, size = 0, end - start
        while at < size:
            here = start + at
            entry = get(run[at : at + 2])
            if entry is not None:
                cost, tag, longest = entry
                if longest and self.reaches(run, at, longest):
                    at += self.weigh(run, at, start, words)
                    continue
                if cost < NEVER:
                    follower = get(run[at + 1 : at + 3])
                    if follower is None or not self.crosses(run, at + 1, follower):
                        words.append((here, here + 2, tag))
                        at += 2
                    else:
                        at += self.weigh(run, at, start, words)
                    continue
            words.append((here, here + 1, get(run[at], UNKNOWN)[1]))
            at += 1
        return words

    def reaches(self, run: str, at: int, longest: int) -> bool:
        """Return whether a word of three characters or more begins here."""
        words = self.words
        return run[at : at + 3] in words or (
            longest > 3 and any(map(words.__contains__, [run[at:end] for end in range(at + 4, at + longest + 1)]))
        )

    def crosses(self, run: str, at: int, entry: Entry) -> bool:
        """Return whether a word of two characters or more begins here."""
        return entry[0] < NEVER or self.reaches(run, at, entry[2])

    def weigh(self, run: str, first: int, start: int, words: list[tuple[int, int, str]]) -> int:
        """Append the cheapest words from ``first`` up to where no word crosses; return how many characters they take."""
        get = self.words.get
        best = [0] + [NEVER] * (len(run) - first + 1)
        via: list[tuple[int, str]] = [(0, "")] * (len(run) - first + 2)
        at, reach = 0, 1
        while at < reach:
            base, left = best[at], first + at
            cost, tag, _ = get(run[left], UNKNOWN)
            if base + cost < best[at + 1]:
                best[at + 1], via[at + 1] = base + cost, (1, tag)
            entry = get(run[left : left + 2])
            longest = 0
            if entry is not None:
                cost, tag, longest = entry
                if base + cost < best[at + 2]:
                    best[at + 2], via[at + 2] = base + cost, (2, tag)
                if cost < NEVER and reach < at + 2:
                    reach = at + 2
            for length in range(3, longest + 1):
                entry = get(run[left : left + length])
                if entry is not None:
                    reach = max(reach, at + length)
                    if base + entry[0] < best[at + length]:
                        best[at + length], via[at + length] = base + entry[0], (length, entry[1])
            at += 1
        words += walk_back(via, start + first, start + first + reach)
        return reach


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
    listed: list[str] = []
    entries: list[Entry] = []
    for line in files(__package__).joinpath("lexicon.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            tag, bits, longest, words_of_entry = line.split(" ", 3)
            spelt = words_of_entry.split(" ")
            listed += spelt
            entries += [(int(bits), tag, int(longest))] * len(spelt)
    words = dict(zip(listed, entries, strict=True))  # made at once, in half the time of a thousand updates
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
def load_directions() -> frozenset[str]:
    """Return the particles that make one word with the verb before them: 转出, 挖来."""
    return frozenset(next(role["directions"] for role in load_roles() if role["id"] == "particle").split())


@lru_cache(maxsize=1)
def load_growing() -> frozenset[str]:
    """Return the units that are growth in themselves: 番."""
    return frozenset(next(role["units"] for role in load_roles() if role["id"] == "increase").split())


@lru_cache(maxsize=1)
def load_naming() -> frozenset[str]:
    """Return the characters with which a verb of change says itself what changes: 提价, 增收, 裁员."""
    return frozenset(next(role["naming"] for role in load_roles() if role["id"] == "increase").split())

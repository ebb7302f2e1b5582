"""What is known of ordinary words, as border evidence: a compact form of the dictionary that ships with jieba (MIT)."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cache
from importlib.resources import as_file, files
from math import log
from mmap import ACCESS_READ, mmap
from typing import Final, NamedTuple

LONGEST: Final = 4
"""Words of up to four characters fit one 64-bit key; longer ones never decide a border."""
COMMON: Final = 100
"""From this frequency on a verb ends a name, and even a given name may cross the border of a place (卫冕)."""
CROSSING: Final = 10
"""How often a word must be seen to make a border doubtful."""
PERSONAL: Final = frozenset({"nr", "nrt", "nrfg"})
PACKED: Final = "newscli.extractors.place"
TOTAL: Final = 143
"""The weight of the whole corpus, sixty million words, on the scale of :func:`weight_of`."""
UNSEEN: Final = TOTAL
"""What a character that is no word costs."""
PLACE: Final = 44
"""The weight a place name has at least: as if it had been seen four hundred times."""
MANY: Final = 100_000
"""How many words are remembered."""
UNDER_PAIR: Final = 1 << 32
"""Keys that begin with the same two characters differ by less."""
NONE: Final[dict[str, int]] = {}
"""What most pairs open: one value for all of them."""
MUCH: Final = 12
"""Four and a half times as often, on the scale of weights."""
REACH: Final = 5
"""How many characters either side of a name are segmented to judge its borders."""


class Word(NamedTuple):
    """A dictionary word with its frequency and tag (词性)."""

    frequency: int
    tag: str


class Lexicon:
    """The dictionary as read at build time."""

    def __init__(self, words: dict[str, Word]) -> None:
        self.words = words

    def get(self, surface: str) -> Word | None:
        """Return the word, if the dictionary has it."""
        return self.words.get(surface)

    def frequency(self, surface: str) -> int:
        """Return how often the word was counted; 0 if never."""
        word = self.words.get(surface)
        return word.frequency if word else 0

    def packed(self) -> bytes:
        """Return the keys of all words, sorted, and a byte of weight for each."""
        kept = sorted((key_of(w), weight_of(word)) for w, word in self.words.items() if len(w) <= LONGEST)
        keys = array("Q", (key for key, _ in kept))
        return len(keys).to_bytes(4, "little") + little_endian(keys) + bytes(weight for _, weight in kept)


def little_endian(keys: array[int]) -> bytes:
    """Return the keys as bytes, lowest first whatever the machine."""
    if sys.byteorder == "big":
        keys = array("Q", keys)
        keys.byteswap()
    return keys.tobytes()


def key_of(word: str) -> int:
    """Return a word of up to four characters as one number; words that begin alike have numbers that begin alike."""
    return int.from_bytes(word.encode("utf-16-be", "replace").ljust(2 * LONGEST, b"\0"), "big")


def spelled(half: int) -> str:
    """Return what the lower half of a key spells: the third and fourth characters, where there are any."""
    third, fourth = half >> 16, half & 0xFFFF
    return chr(third) + chr(fourth) if fourth else chr(third) if third else ""


def weight_of(word: Word) -> int:
    """Return the logarithm of the frequency on a scale of a byte."""
    verb = word.tag in {"v", "d"} and word.frequency >= COMMON
    return min(127, round(log(word.frequency) * 8)) | (128 if verb else 0)


def read_jieba() -> Lexicon:
    """Return jieba's dictionary."""
    lines = (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines()
    return Lexicon({w: Word(int(n), tag) for w, n, tag in (line.split(" ") for line in lines)})


def risky_neighbours(lexicon: Lexicon, surfaces: Collection[str]) -> str:
    """Return the characters beside the ends of names with which a common word runs across the border.

    A word that holds a name inside counts however rare it is: 阳高 in 艳阳高照.
    """
    firsts, lasts = {s[0] for s in surfaces}, {s[-1] for s in surfaces}
    before: dict[str, set[str]] = defaultdict(set)
    after: dict[str, set[str]] = defaultdict(set)
    for text, word in lexicon.words.items():
        if not 2 <= len(text) <= LONGEST:
            continue
        common = word.frequency >= (COMMON if word.tag in PERSONAL else CROSSING)
        for i in range(1, len(text)):
            if text[i] in firsts and (common or text[i : i + 2] in surfaces):
                before[text[i]].add(text[i - 1])
            if text[i - 1] in lasts and (common or (i >= 2 and text[i - 2 : i] in surfaces)):
                after[text[i - 1]].add(text[i])
    lines = [f"<{c}{''.join(sorted(b))}" for c, b in sorted(before.items())]
    return "\n".join([*lines, *(f">{c}{''.join(sorted(a))}" for c, a in sorted(after.items()))]) + "\n"


class Words:
    """The packed dictionary: keys in the order of the text that they spell, a weight each."""

    def __init__(self, packed: bytes | mmap) -> None:
        count = int.from_bytes(packed[:4], "little")
        self.keys: Sequence[int] = memoryview(packed)[4 : 4 + 8 * count].cast("Q")
        if sys.byteorder == "big":
            swapped = array("Q", self.keys)
            swapped.byteswap()
            self.keys = swapped
        self.bytes = packed[4 + 8 * count :]
        self.known: dict[str, int] = {}
        """Words asked for before: a page asks for the same ones again and again."""
        self.opened: dict[str, dict[str, int]] = {}
        """Two characters → the words that they open: most pairs open none, and no longer one need be looked up."""

    def byte(self, word: str) -> int:
        """Return the packed byte of a word, -1 if it is none."""
        found = self.known.get(word)
        if found is None:
            if len(self.known) > MANY:
                self.known.clear()
            key = key_of(word)
            at = bisect_left(self.keys, key)
            found = self.bytes[at] if at < len(self.keys) and self.keys[at] == key else -1
            self.known[word] = found
        return found

    def opened_by(self, pair: str) -> dict[str, int]:
        """Return the words that two characters open: what follows the two in each, with its packed byte."""
        found = self.opened.get(pair)
        if found is None:
            if len(self.opened) > MANY:
                self.opened.clear()
            found = {}
            low = key_of(pair)
            at = bisect_left(self.keys, low)
            while at < len(self.keys) and (half := self.keys[at] - low) < UNDER_PAIR:
                found[spelled(half)] = self.bytes[at]
                at += 1
            self.opened[pair] = found = found or NONE
        return found

    def weight(self, word: str) -> int:
        """Return the weight of a word, -1 if it is none."""
        byte = self.known.get(word)
        if byte is None:
            byte = self.byte(word)
        return byte & 127 if byte >= 0 else -1

    def is_verb(self, word: str) -> bool:
        """Return whether a word is a common verb or adverb, with which no name goes on: 疏散, 通报."""
        byte = self.known.get(word)
        return (self.byte(word) if byte is None else byte) >= 128

    def spans(self, text: str, at: int, name: tuple[int, int]) -> bool:
        """Return whether any word runs across an offset, words that only add to the name left aside."""
        for begin in range(max(0, at - LONGEST + 1), at):
            rests = self.opened_by(text[begin : begin + 2])
            for stop in range(at + 1, min(len(text), begin + LONGEST) + 1) if rests else ():
                if text[begin + 2 : stop] in rests and not self.is_compound(text, (begin, stop), name):
                    return True
        return False

    def stands(self, text: str, start: int, end: int, *, alone: bool = False) -> bool:
        """Return whether the likeliest segmentation around a name has a border at both of its ends."""
        name = (start, end)
        if not self.spans(text, end, name) and (alone or not self.spans(text, start, name)):
            return True
        low, high = start if alone else max(0, start - REACH), min(len(text), end + REACH)
        borders = self.segment(text, (low, high), name)
        return start in borders and end in borders

    def first(self, text: str, start: int) -> int:
        """Return the length of the first word of the likeliest segmentation from an offset."""
        return min(self.segment(text, (start, min(len(text), start + REACH + 1)), (-1, -1)) - {start}) - start

    def segment(self, text: str, reach: tuple[int, int], name: tuple[int, int]) -> set[int]:
        """Return the borders of the likeliest segmentation, a name taken for a word of some weight."""
        low, high = reach
        costs, origins = [0] + [UNSEEN * LONGEST * (high - low)] * (high - low), [low] * (high - low + 1)
        for begin in range(low, high):
            cost = costs[begin - low] + TOTAL
            for stop, byte in self.words_from(text, begin, high):
                if begin <= name[0] and stop >= name[1] and self.is_compound(text, (begin, stop), name):
                    continue
                weight = byte & 127
                if cost - weight < costs[stop - low]:
                    costs[stop - low], origins[stop - low] = cost - weight, begin
            if begin == name[0]:
                weight = max(self.weight(text[begin : name[1]]), PLACE)
                if cost - weight < costs[name[1] - low]:
                    costs[name[1] - low], origins[name[1] - low] = cost - weight, begin
        borders, at = {low}, high
        while at > low:
            borders.add(at)
            at = origins[at - low]
        return borders

    def words_from(self, text: str, begin: int, high: int) -> list[tuple[int, int]]:
        """Return where the words that begin at an offset end, with their bytes; any character makes one."""
        found = [(begin + 1, max(self.byte(text[begin]), 0))]
        rests = self.opened_by(text[begin : begin + 2])
        for stop in range(begin + 2, min(high, begin + LONGEST) + 1) if rests else ():
            byte = rests.get(text[begin + 2 : stop])
            if byte is not None:
                found.append((stop, byte))
        return found

    def is_compound(self, text: str, word: tuple[int, int], name: tuple[int, int]) -> bool:
        """Return whether a dictionary word is only a name and more: 浙江大学, 香港市民, 新中国; but not 三明治."""
        if word[0] == name[0]:
            rest = text[name[1] : word[1]]
        elif word[1] == name[1]:
            rest = text[word[0] : name[0]]
        else:
            return False
        if word[0] > name[0] or word[1] < name[1]:
            return False
        margin = self.weight(text[name[0] : name[1]]) - self.weight(text[word[0] : word[1]])
        return margin > MUCH or (margin >= 0 and len(rest) > 1 and self.weight(rest) > 0)


@cache
def words() -> Words:
    """Return the packed dictionary, mapped on first use: a page looks at a hundredth of its three megabytes."""
    with as_file(files(PACKED) / "packed" / "words.bin") as path, path.open("rb") as packed:
        return Words(mmap(packed.fileno(), 0, access=ACCESS_READ))

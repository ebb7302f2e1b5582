"""The division of a stretch of text into words, where the linker would spend most of its time.

Nearly everywhere the words of the table stand side by side (营业|收入|同比), and a look at the next characters settles a word;
ways are weighed only where words overlap (停止|止供|供热). All pairs of characters of a stretch are looked up in one go
before the first is needed, because that costs less than to ask each time which pair to look up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import add
from typing import NamedTuple

Entry = tuple[int, str, int]
"""Cost, tag, and the length of the longest word that begins with these two characters (0 where there is none)."""
Word = tuple[int, int, str]
"""Start, end and tag."""
NEVER = 1 << 20
"""Cost of two characters that only begin a word."""
UNKNOWN: Entry = (100, "x", 0)
"""A character that no word of the table accounts for."""
BLANK = "\n"
"""What stands for a mention: a line end, which no word holds and which stands in a sentence only after all its mentions."""
EDGE: Word = (0, 0, "")
"""Where no word leads."""
FOREIGN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.&+/-]*|\S")
"""What the table does not hold: a word in Latin letters, a sign, a rare character."""
SPACED = re.compile(FOREIGN.pattern + "| ")
"""The same in a heading, where a space divides what a comma would: 办理建议8108件 提案4115件."""


class Stretch(NamedTuple):
    """A part of the flow to be divided, with the pattern of what the table does not hold."""

    text: str
    start: int
    end: int
    foreign: re.Pattern[str] = FOREIGN


class Run(NamedTuple):
    """A stretch of text with what the table of words says of each two characters of it."""

    text: str
    """Each mention is one blank, and one more stands at the end, so that no word reaches over either."""
    pairs: list[Entry | None]
    words: dict[str, Entry]
    foreign: re.Pattern[str]

    def divide(self, start: int, marks: Sequence[Word]) -> list[Word]:
        """Return the cheapest division into words, with the marks between them; ``start`` is where the stretch begins."""
        text, pairs, words, foreign = self
        found: list[Word] = []
        at, size, ahead = 0, len(text) - 1, iter(marks)
        while at < size:
            entry = pairs[at]
            if entry is not None:
                cost, tag, longest = entry
                if longest and self.reaches(at, longest):
                    at = self.weigh(at, start, found)
                    continue
                if cost < NEVER:
                    follower = pairs[at + 1]
                    if follower is None or (follower[0] == NEVER and not self.reaches(at + 1, follower[2])):
                        found.append((start + at, start + at + 2, tag))
                        at += 2
                    else:
                        at = self.weigh(at, start, found)
                    continue
            character = text[at]
            entry = words.get(character)
            at += 1
            if entry is not None:
                found.append((start + at - 1, start + at, entry[1]))
            elif character == BLANK:
                mark = next(ahead, None)
                if mark is not None:
                    found.append(mark)
                    start = mark[1] - at
            elif (match := foreign.match(text, at - 1)) is not None:
                found.append((start + at - 1, start + match.end(), tag_of(character)))
                at = match.end()
        return found

    def reaches(self, at: int, longest: int) -> bool:
        """Return whether a word of three characters or more begins here."""
        text, words = self.text, self.words
        if text[at : at + 3] in words:
            return True
        return longest > 3 and any(text[at:end] in words for end in range(at + 4, at + longest + 1))

    def weigh(self, first: int, start: int, found: list[Word]) -> int:
        """Append the cheapest words from ``first`` up to where no word crosses; return where that is."""
        text, pairs, words, _ = self
        costs, last, reach = [0, NEVER], [EDGE, EDGE], 1
        """The cost of the cheapest way to each character that words reach, and the last word on that way."""
        nth, at = 0, first
        while nth < reach:
            base, here, pair = costs[nth], start + at, pairs[at]
            nth += 1
            cost, tag, _ = words.get(text[at], UNKNOWN)
            if base + cost < costs[nth]:
                costs[nth], last[nth] = base + cost, (here, here + 1, tag)
            for length in range(2, (pair[2] or 2) + 1) if pair else ():
                entry = words.get(text[at : at + length]) if length > 2 else pair
                if entry is None or entry[0] == NEVER:
                    continue
                end = nth + length - 1
                while reach < end:
                    reach += 1
                    costs.append(NEVER)
                    last.append(EDGE)
                if base + entry[0] < costs[end]:
                    costs[end], last[end] = base + entry[0], (here, here + length, entry[1])
            at += 1
        way = []
        while nth > 0:
            way.append(last[nth])
            nth -= way[-1][1] - way[-1][0]
        found += reversed(way)
        return at


def tag_of(character: str) -> str:
    """Return what a character is that no table knows: a rare hanzi, a letter, the space of a heading, a sign."""
    if "\u4e00" <= character <= "\u9fff":
        return UNKNOWN[1]
    return "X" if character.isalnum() else "," if character == " " else "-"


def divide(words: dict[str, Entry], stretch: Stretch, marks: Sequence[Word]) -> list[Word]:
    """Return the words and signs of a stretch; ``marks`` are the mentions in it as words, in order and apart."""
    text, start, end, foreign = stretch
    pieces, at = [], start
    for first, last, _ in marks:
        pieces.append(text[at:first])
        at = last
    pieces += text[at:end], ""
    run = BLANK.join(pieces)
    pairs: list[Entry | None] = [*map(words.get, map(add, run, run[1:])), None]
    return Run(run, pairs, words, foreign).divide(start, marks)

"""The division of a stretch of text into words, where the linker would spend most of its time.

One pass of the automaton finds every word of two characters and more. Nearly everywhere they stand side by side (营业|收入|同比);
ways are weighed only where they overlap (停止|止供|供热). What lies between them is taken character by character.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newscli.linking.lexicon import UNKNOWN, Lexicon
from newscli.rules.automaton import Occurrence

Word = tuple[int, int, str]
"""Start, end and tag."""
BLANK = "\n"
"""What stands for a mention: a line end, which no word holds and which stands in a sentence only after all its mentions."""
EDGE: Word = (0, 0, "")
"""Where no word leads."""
PLAIN = 2
"""Characters of a word that is cheaper than they are apart, so that it stands where nothing overlaps it."""
NEVER = 1 << 20
"""The cost of a way that is not found yet."""
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


class Division:
    """The words of a stretch, as far as it is divided."""

    def __init__(self, lexicon: Lexicon, stretch: Stretch, marks: Sequence[Word]) -> None:
        text, self.shift, end, self.foreign = stretch
        pieces, at = [], self.shift
        for first, last, _ in marks:
            pieces.append(text[at:first])
            at = last
        pieces.append(text[at:end])
        self.run = BLANK.join(pieces)
        """The text, each mention one blank, so that no word reaches over any."""
        self.lexicon = lexicon
        self.marks = iter(marks)
        self.found: list[Word] = []

    def divide(self) -> list[Word]:
        """Return the cheapest division into words, with the marks between them."""
        found, tags = self.found, self.lexicon.tags
        size = len(self.run)
        words = [*self.lexicon.automaton.find(self.run), (size, size, 0)]
        at = nth = 0
        while True:
            start, end, number = words[nth]
            if at < start:
                self.spell(at, start)
            if start == size:
                return found
            first, nth = nth, nth + 1
            if words[nth][0] >= end and end - start == PLAIN:
                found.append((self.shift + start, self.shift + end, tags[number]))
            else:
                while words[nth][0] < end:
                    end = max(end, words[nth][1])
                    nth += 1
                self.weigh(words[first:nth], end)
            at = end

    def spell(self, at: int, end: int) -> None:
        """Append what stands between words: single characters, marks, and what no table knows."""
        run, singles, found, shift = self.run, self.lexicon.singles, self.found, self.shift
        while at < end:
            character = run[at]
            entry = singles.get(character)
            here = shift + at
            at += 1
            if entry is not None:
                found.append((here, here + 1, entry[1]))
            elif character == BLANK:
                mark = next(self.marks, None)
                if mark is not None:
                    found.append(mark)
                    shift = self.shift = mark[1] - at
            elif (match := self.foreign.match(run, at - 1)) is not None:
                found.append((here, shift + match.end(), tag_of(character)))
                at = match.end()

    def weigh(self, words: Sequence[Occurrence], end: int) -> None:
        """Append the cheapest of the words that overlap, up to where the last of them ends."""
        _, tags, prices, singles = self.lexicon
        begin = words[0][0]
        costs = [0] + [NEVER] * (end - begin)
        """The cost of the cheapest way to each character, and the last word on that way."""
        last = [EDGE] * (end - begin + 1)
        ahead = iter((*words, (end, end, 0)))
        start, stop, number = next(ahead)
        for at in range(begin, end):
            base, here = costs[at - begin], self.shift + at
            price, tag = singles.get(self.run[at], UNKNOWN)
            if base + price < costs[at - begin + 1]:
                costs[at - begin + 1], last[at - begin + 1] = base + price, (here, here + 1, tag)
            while start == at:
                if base + prices[number] < costs[stop - begin]:
                    costs[stop - begin] = base + prices[number]
                    last[stop - begin] = (here, self.shift + stop, tags[number])
                start, stop, number = next(ahead)
        self.found += walk_back(last)


def walk_back(last: Sequence[Word]) -> list[Word]:
    """Return the words of the cheapest way, first to last."""
    way: list[Word] = []
    at = len(last) - 1
    while at > 0:
        way.append(last[at])
        at -= last[at][1] - last[at][0]
    way.reverse()
    return way


def tag_of(character: str) -> str:
    """Return what a character is that no table knows: a rare hanzi, a letter, the space of a heading, a sign."""
    if "\u4e00" <= character <= "\u9fff":
        return UNKNOWN[1]
    return "X" if character.isalnum() else "," if character == " " else "-"


def divide(lexicon: Lexicon, stretch: Stretch, marks: Sequence[Word]) -> list[Word]:
    """Return the words and signs of a stretch; ``marks`` are the mentions in it as words, in order and apart."""
    return Division(lexicon, stretch, marks).divide()

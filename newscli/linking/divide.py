"""The division of text into words, where the linker would spend most of its time.

What an article needs divided is divided at once. Its stretches are joined to one run, with a blank in place of each mention and
behind each stretch, and one pass of the automaton finds every word of two characters and more. Nearly everywhere words stand
side by side (营业|收入|同比) or inside a longer one (管理 in 管理局); ways are weighed only where words overlap (停止|止供|供热).
What no word covers, a quarter of the characters, is spelled: each has the tag that it has by itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, repeat
from typing import Final

from newscli.linking.lexicon import BLANK, UNKNOWN, Lexicon, read_tags
from newscli.rules.automaton import Occurrence

Word = tuple[int, int, str]
"""Start, end and tag."""
END: Final = "\n"
"""The tag of the blank behind a stretch."""
NAME: Final = ord("X")
LATIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.&+/-]+")
"""A word in Latin letters; no word of the table holds one of them."""


Marks = tuple[Sequence[Word], Sequence[int]]
"""The mentions of a text as words, in order and apart, and where they begin."""
Piece = tuple[int, int, str]
"""What stands between mentions: where it begins in the flow, how long it is, and the tag of the blank behind it."""


class Stretch:
    """A part of the flow to be divided."""

    __slots__ = ("end", "heading", "start", "text")

    def __init__(self, text: str, start: int, end: int, *, heading: bool = False) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.heading = heading
        """In a heading a space divides what a comma would: 办理建议8108件 提案4115件."""


def divide(lexicon: Lexicon, stretches: Iterable[Stretch], marks: Marks) -> tuple[str, list[int]]:
    """Return tags and starts of the tokens of some stretches; each ends where the next begins, the last of a stretch at an END."""
    run, pieces = join(stretches, marks)
    tags = tagged(lexicon, run)
    starts: list[int] = []
    begin = 0
    for at, size, blank in pieces:
        tags[begin + size] = ord(blank)
        starts += [at + n for n in range(size + 1) if tags[begin + n]]
        begin += size + 1
    return read_tags(bytes(tags)), starts


def join(stretches: Iterable[Stretch], marks: Marks) -> tuple[str, list[Piece]]:
    """Return stretches of a text as one run and in pieces; no word reaches over a mention or out of its stretch."""
    words, starts = marks
    said: list[str] = []
    pieces: list[Piece] = []
    for stretch in stretches:
        text, at, end = stretch.text, stretch.start, stretch.end
        for first, last, tag in words[bisect_left(starts, at) : bisect_left(starts, end)]:
            said.append(text[at:first])
            pieces.append((at, first - at, tag))
            at = last
        said.append(text[at:end])
        pieces.append((at, max(end - at, 0), END))
    return BLANK.join(said) + BLANK, pieces


def tagged(lexicon: Lexicon, run: str) -> list[int]:
    """Return by character the tag of the token that begins there; a character within a token has none."""
    named, spell = lexicon.tags, lexicon.spelling.__getitem__
    tags = [0] * len(run)
    words = [(0, 0, 0), *lexicon.automaton.ending(run)]
    nth, done = len(words) - 1, len(run)
    while nth > 0:
        start, end, number = words[nth]
        if words[nth - 1][1] > start:
            nth = settle(lexicon, run, words, nth)
            continue
        tags[start] = named[number]
        while end < done:
            done -= 1
            tags[done] = spell(run[done])
        done = start
        nth -= 1
    tags[:done] = map(spell, run[:done])
    for word in LATIN.finditer(run):
        tags[word.start() : word.end()] = [NAME, *repeat(0, len(word[0]) - 1)]
    return tags


def settle(lexicon: Lexicon, run: str, words: list[Occurrence], last: int) -> int:
    """Leave of the last words of a list, which overlap, those that stand in the text; return which is the last of them."""
    nth, word = last - 1, words[last]
    since, end, _ = word
    while words[nth][1] > since:
        other = words[nth]
        nth -= 1
        if other[0] < since:
            since = other[0]
            if other[1] == end:
                word = other
    whole = word[0] == since
    words[nth + 1 :] = [word] if whole else best(lexicon, run[since:end], since, words[nth + 1 : last + 1])
    return len(words) - 1


def best(lexicon: Lexicon, text: str, begin: int, words: Sequence[Occurrence]) -> Sequence[Occurrence]:
    """Return those of words that overlap with which their text is cheapest; they come in the order in which they end."""
    prices, singles = lexicon.costs, lexicon.singles
    alone = [singles.get(character, UNKNOWN)[0] for character in text]
    costs = list(accumulate(alone, initial=0))
    """The cost of the cheapest way to each character, at first that of characters alone, and the word that ends it there."""
    last: list[Occurrence | None] = [None] * len(costs)
    for word in words:
        start, stop, number = word
        at = stop - begin
        cost = costs[start - begin] + prices[number]
        if cost < costs[at] or (cost == costs[at] and last[at] is None):
            costs[at], last[at] = cost, word
            while at < len(alone) and costs[at] + alone[at] < costs[at + 1]:
                costs[at + 1], last[at + 1] = costs[at] + alone[at], None
                at += 1
    return walk_back(last)


def walk_back(last: Sequence[Occurrence | None]) -> list[Occurrence]:
    """Return the words of the cheapest way."""
    way: list[Occurrence] = []
    at = len(last) - 1
    while at > 0:
        word = last[at]
        if word is None:
            at -= 1
        else:
            way.append(word)
            at -= word[1] - word[0]
    return way[::-1]

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
from itertools import accumulate, chain, compress
from typing import Final, NamedTuple

from newscli.linking.lexicon import BLANK, UNKNOWN, Lexicon, read_tags
from newscli.rules.automaton import Occurrence

Word = tuple[int, int, str]
"""Start, end and tag."""
END: Final = "\n"
"""The tag of the blank behind a stretch."""
NO_TOKEN: Final = b"\0"
"""What a character within a token has in place of a tag."""
LATIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.&+/-]+")
"""A word in Latin letters; no word of the table holds one of them."""


class Marks(NamedTuple):
    """The mentions of a text as words, in order and apart."""

    words: Sequence[Word]
    starts: Sequence[int]


class Stretch(NamedTuple):
    """A part of the flow to be divided."""

    text: str
    start: int
    end: int
    heading: bool = False
    """In a heading a space divides what a comma would: 办理建议8108件 提案4115件."""


class Run(NamedTuple):
    """Stretches of a text, joined."""

    text: str
    offsets: list[range]
    """The flow offsets of each piece between mentions and of the blank behind it."""
    blanks: list[str]
    """The tag of each blank: that of the mention, or END."""


def divide(lexicon: Lexicon, stretches: Iterable[Stretch], marks: Marks) -> tuple[str, list[int]]:
    """Return tags and starts of the tokens of some stretches; each ends where the next begins, the last of a stretch at an END."""
    run, offsets, blanks = join(stretches, marks)
    tags = tagged(lexicon, run)
    for behind, tag in zip(accumulate(map(len, offsets)), blanks, strict=True):
        tags[behind - 1] = ord(tag)
    return read_tags(tags), list(compress(chain.from_iterable(offsets), tags))


def join(stretches: Iterable[Stretch], marks: Marks) -> Run:
    """Return stretches of a text as one run, so that no word reaches over a mention or out of its stretch."""
    words, starts = marks
    pieces: list[str] = []
    offsets: list[range] = []
    blanks: list[str] = []
    for text, start, end, _ in stretches:
        at = start
        for first, last, tag in words[bisect_left(starts, start) : bisect_left(starts, end)]:
            pieces.append(text[at:first])
            offsets.append(range(at, first + 1))
            blanks.append(tag)
            at = last
        pieces.append(text[at:end])
        offsets.append(range(at, max(at, end) + 1))
        blanks.append(END)
    return Run(BLANK.join(pieces) + BLANK, offsets, blanks)


def tagged(lexicon: Lexicon, run: str) -> bytearray:
    """Return by character the tag of the token that begins there; a character within a token has none."""
    tags, named, spell = bytearray(len(run)), lexicon.tags, lexicon.spelling.__getitem__
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
    tags[:done] = bytes(map(spell, run[:done]))
    for word in LATIN.finditer(run):
        tags[word.start() : word.end()] = b"X".ljust(len(word[0]), NO_TOKEN)
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

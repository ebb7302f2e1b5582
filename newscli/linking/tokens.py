"""A sentence with a number in it, as tokens: words with tags, and mentions as one opaque token each.

The tags of a sentence are one string, a character a token, so that the shapes around a number are looked for with patterns.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import Final

from newscli.linking.divide import END, Marks, Stretch, Word, divide
from newscli.linking.lexicon import GAP, SPACE, Lexicon

NUMBER: Final = "N"
PERIOD: Final = "@"
PLACE: Final = "#"
WHITE: Final = SPACE + GAP


class Tokens:
    """The tokens of one sentence: ``tags[i]`` says what stands at ``starts[i]``–``ends[i]`` of the flow."""

    __slots__ = ("ends", "starts", "tags", "text")

    def __init__(self, text: str, tags: str, starts: list[int], ends: list[int]) -> None:
        self.text = text
        self.tags = tags
        self.starts = starts
        self.ends = ends

    def say(self, first: int, last: int) -> str:
        """Return the text of tokens ``first`` to ``last``, both included."""
        return self.text[self.starts[first] : self.ends[last]]


def read_tokens(stretch: Stretch, marks: Sequence[Word], lexicon: Lexicon) -> Tokens:
    """Return a stretch of the flow as tokens; ``marks`` are the mentions, in order and apart."""
    return read_all([stretch], (marks, [start for start, _, _ in marks]), lexicon)[0]


def read_all(stretches: Sequence[Stretch], marks: Marks, lexicon: Lexicon) -> list[Tokens]:
    """Return stretches of the flow as tokens."""
    spelled, starts = divide(lexicon, stretches, marks)
    found: list[Tokens] = []
    at = 0
    for stretch, own in zip(stretches, spelled.split(END), strict=False):
        tags = (own.replace(SPACE, ",") if stretch.heading else own).rstrip(WHITE)
        end = at + len(tags)
        tokens = Tokens(stretch.text, tags, starts[at:end], starts[at + 1 : end + 1])
        found.append(without_white(tokens) if SPACE in tags or GAP in tags else tokens)
        at += len(own) + 1
    return found


def without_white(tokens: Tokens) -> Tokens:
    """Return tokens without white space, each of which ends where that begins."""
    kept = [tag not in WHITE for tag in tokens.tags]
    tags = tokens.tags.replace(SPACE, "").replace(GAP, "")
    return Tokens(tokens.text, tags, list(compress(tokens.starts, kept)), list(compress(tokens.ends, kept)))

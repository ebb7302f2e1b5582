"""A sentence with a number in it, as tokens: words with tags, and mentions as one opaque token each.

The tags of a sentence are one string, a character a token, so that the shapes around a number are looked for with patterns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from newscli.linking.lexicon import Lexicon

NUMBER, PERIOD, PLACE = "N", "@", "#"
RUN = re.compile(r"[\u4e00-\u9fff]+|[A-Za-z0-9][A-Za-z0-9.&+/-]*|\S")
HEADING_RUN = re.compile(RUN.pattern + "| ")
"""In a heading a space divides what a comma would: 办理建议8108件 提案4115件."""
MARKS = {
    ",": ",", "。": ".", ";": ";", ":": ":", "!": ".", "?": ".", "、": "、", "…": ",", "(": "(", ")": ")", "[": "(", "]": ")",
    "“": "<", "”": ">", "‘": "<", "’": ">", "《": "<", "》": ">", "「": "<", "」": ">", "『": "<", "』": ">", "【": ".", "】": ".", "—": ",", " ": ",",
}  # fmt: skip
"""Punctuation by what it does: < > quote, ( ) set aside, the rest divide."""


class Stretch(NamedTuple):
    """A run of the flow to be divided, with the pattern of the runs in it."""

    text: str
    start: int
    end: int
    run: re.Pattern[str] = RUN


class Mark(NamedTuple):
    """A mention as a token: where it stands, its tag, and which number of the story it is."""

    start: int
    end: int
    tag: str
    nth: int = -1


@dataclass(slots=True)
class Tokens:
    """The tokens of one sentence: ``tags[i]`` says what stands at ``starts[i]``–``ends[i]`` of the flow."""

    text: str
    start: int
    end: int
    tags: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    marks: dict[int, Mark] = field(default_factory=dict)
    """The mention behind each opaque token."""

    def say(self, first: int, last: int) -> str:
        """Return the text of tokens ``first`` to ``last``, both included."""
        return self.text[self.starts[first] : self.ends[last]]


def read_tokens(stretch: Stretch, marks: list[Mark], lexicon: Lexicon) -> Tokens:
    """Return a stretch of the flow as tokens; ``marks`` are the mentions inside it, in order and apart."""
    words: list[tuple[int, int, str]] = []
    found: dict[int, Mark] = {}
    at = stretch.start
    for mark in marks:
        if at < mark.start:
            add_words(words, stretch, (at, mark.start), lexicon)
        found[len(words)] = mark
        words.append((mark.start, mark.end, mark.tag))
        at = mark.end
    if at < stretch.end:
        add_words(words, stretch, (at, stretch.end), lexicon)
    starts, ends, tags = map(list, zip(*words, strict=True)) if words else ([], [], [])
    return Tokens(stretch.text, stretch.start, stretch.end, "".join(tags), starts, ends, found)


def add_words(words: list[tuple[int, int, str]], stretch: Stretch, span: tuple[int, int], lexicon: Lexicon) -> None:
    """Append the words and punctuation of a part of a stretch."""
    text, divide, tag_of = stretch.text, lexicon.divide, MARKS.get
    for found in stretch.run.finditer(text, *span):
        first, last = found.span()
        character = text[first]
        if "\u4e00" <= character <= "\u9fff":
            words += divide(text, first, last)
        else:
            words.append((first, last, tag_of(character) or ("X" if character.isalnum() else "-")))

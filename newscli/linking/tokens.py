"""A sentence with a number in it, as tokens: words with tags, and mentions as one opaque token each.

The tags of a sentence are one string, a character a token, so that the shapes around a number are looked for with patterns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newscli.linking.lexicon import Lexicon

NUMBER, PERIOD, PLACE = "N", "@", "#"
RUN = re.compile(r"[\u4e00-\u9fff]+|[A-Za-z0-9][A-Za-z0-9.&+/]*|\S")
HEADING_RUN = re.compile(RUN.pattern + "| ")
"""In a heading a space divides what a comma would: 办理建议8108件 提案4115件."""
MARKS = {
    ",": ",", "。": ".", ";": ";", ":": ":", "!": ".", "?": ".", "、": "、", "…": ",", "(": "(", ")": ")", "[": "(", "]": ")",
    "“": "<", "”": ">", "‘": "<", "’": ">", "《": "<", "》": ">", "「": "<", "」": ">", "『": "<", "』": ">", "【": ".", "】": ".", "—": ",", " ": ",",
}  # fmt: skip
"""Punctuation by what it does: < > quote, ( ) set aside, the rest divide."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention as a token: where it stands, its tag, and its index among the mentions of its sort."""

    start: int
    end: int
    tag: str
    index: int


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


def read_tokens(
    text: str, start: int, end: int, marks: list[Mark], lexicon: Lexicon, run: re.Pattern[str] = RUN
) -> Tokens:
    """Return a sentence of the flow as tokens; ``marks`` are the mentions inside it, in order and apart."""
    words: list[tuple[int, int, str]] = []
    found: dict[int, Mark] = {}
    at = start
    for mark in marks:
        add_words(words, text, (at, mark.start), lexicon, run)
        found[len(words)] = mark
        words.append((mark.start, mark.end, mark.tag))
        at = mark.end
    add_words(words, text, (at, end), lexicon, run)
    starts, ends, tags = map(list, zip(*words, strict=True)) if words else ([], [], [])
    return Tokens(text, start, end, "".join(tags), starts, ends, found)


def add_words(
    words: list[tuple[int, int, str]], text: str, span: tuple[int, int], lexicon: Lexicon, run: re.Pattern[str]
) -> None:
    """Append the words and punctuation of a stretch of the flow."""
    for found in run.finditer(text, *span):
        first, last = found.span()
        character = text[first]
        if "\u4e00" <= character <= "\u9fff":
            words += lexicon.divide(text, first, last)
        else:
            words.append((first, last, MARKS.get(character, "X" if character.isalnum() else "-")))

"""Segmentation (分词): the only module that knows a segmenter, and loads it when first asked to divide something.

The linker decides on its own table of words; this serves whoever wants the words of a text. rjieba (Rust) is used where it
is installed, else jieba with a tokenizer of its own, never the library's global one. The two hold the same dictionary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from newscli.lazy import installed

Pairs = Callable[[str], "list[tuple[str, str]]"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word where it stands, with its part of speech (词性)."""

    start: int
    end: int
    text: str
    tag: str


@dataclass(frozen=True, slots=True)
class Segmenter:
    """A segmenter by name; ``pairs`` gives words and tags in the order of the text."""

    name: str
    pairs: Pairs

    def tag(self, text: str) -> tuple[Token, ...]:
        """Return the words of a text with their parts of speech."""
        return tuple(self.walk(text))

    def walk(self, text: str) -> Iterator[Token]:
        """Yield the words with their places; a segmenter drops no character, so places add up."""
        at = 0
        for word, tag in self.pairs(text):
            yield Token(at, at + len(word), word, tag)
            at += len(word)


@lru_cache(maxsize=1)
def load_segmenter() -> Segmenter:
    """Return the fastest segmenter that is installed."""
    return load_rjieba() if installed("rjieba") else load_jieba()


@lru_cache(maxsize=1)
def load_rjieba() -> Segmenter:
    """Return the segmenter written in Rust."""
    tokenizer = import_module("rjieba").Jieba()
    return Segmenter("rjieba", tokenizer.tag)


@lru_cache(maxsize=1)
def load_jieba() -> Segmenter:
    """Return the segmenter written in Python, with a dictionary of its own."""
    tokenizer = import_module("jieba").Tokenizer()
    tags = import_module("jieba.posseg").POSTokenizer(tokenizer).word_tag_tab

    def pairs(text: str) -> list[tuple[str, str]]:
        return [(word, tags.get(word) or tag_of_unknown(word)) for word in tokenizer.cut(text)]

    return Segmenter("jieba", pairs)


def tag_of_unknown(word: str) -> str:
    """Return the tag of what no dictionary holds: number, Latin letters, or unknown."""
    if word.isascii() and word.replace(".", "", 1).isdigit():
        return "m"
    return "eng" if word.isascii() and word.isalnum() else "x"

"""Expressions that point to a place without naming it (全省, 该县, 我国), and abbreviations in a licensing context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from newscli.extractors.place.borders import is_hanzi
from newscli.extractors.place.found import Found
from newscli.extractors.place.lexicon import words
from newscli.extractors.place.tables import toml_table

COMMON = 30
"""From this weight on a word beside an abbreviation takes its character away: 在京剧院, 台商标."""


Spans = Mapping[str, Sequence[tuple[int, int]]]
"""The kind of an expression → where on the page such expressions are spelled."""


def find_references(text: str, spelled: Spans) -> Iterator[Found]:
    """Yield pointers and abbreviations, each with the level or the code that it stands for."""
    yield from find_pointers(text, spelled)
    yield from find_abbreviations(text, spelled)
    yield from find_countries(text, spelled)


def find_abbreviations(text: str, spelled: Spans) -> Iterator[Found]:
    """Yield provinces and cities named by one character: 赴沪, 在京, 浙商. They point to a place, and name none."""
    codes = toml_table("references.toml")["abbreviation"]
    for before, end in spelled["before"]:
        at = before + 1
        if not taken(text, at):
            yield Found(at, end, (codes[text[at]],), "reference.abbreviation")
    for at, _ in spelled["after"]:
        if not is_hanzi(text[at - 1 : at]) and words().weight(text[at + 1 : at + 3]) < COMMON:
            yield Found(at, at + 1, (codes[text[at]],), "reference.abbreviation")


def find_pointers(text: str, spelled: Spans) -> Iterator[Found]:
    """Yield 全省, 该县 and their like with the level they point to."""
    pointers, last = pointer_table(), 0
    for start, end in spelled["pointer"]:
        if start < last:
            continue  # 省会 of 全省会计
        last = end
        level, not_before = pointers[text[start:end]]
        if not text.startswith(not_before, end):
            found = Found(start, end, ("CN",) if level == "country" else (), "reference.pointer")
            found.pointer = level
            yield found


def find_countries(text: str, spelled: Spans) -> Iterator[Found]:
    """Yield countries named by one character: both of 中美关系, the last of 访华."""
    codes, dealings = toml_table("references.toml")["country"], pair_words()
    for at, end in spelled["pair"]:
        if text.startswith(dealings, end) and text[at - 1 : at] not in codes:
            yield Found(at, at + 1, (codes[text[at]],), "reference.country")
            yield Found(at + 1, end, (codes[text[at + 1]],), "reference.country")
    for verb, end in spelled["travel"]:
        at = verb + 1
        if not taken(text, at):
            yield Found(at, end, (codes.get(text[at], "CN"),), "reference.country")


def taken(text: str, at: int) -> bool:
    """Return whether the character rather opens a common word: 在京剧院, 对美好生活."""
    after = text[at + 1 : at + 2]
    return (
        bool(after)
        and is_hanzi(after)
        and max(words().weight(text[at : at + 2]), words().weight(text[at : at + 3])) >= COMMON
    )


@cache
def pointer_table() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return the level of each pointer, and what may not follow it."""
    rows = toml_table("references.toml")["pointer"]
    return {surface: (row["level"], tuple(row["not_before"])) for row in rows for surface in row["surfaces"]}


@cache
def pair_words() -> tuple[str, ...]:
    """Return the words of dealings before which two countries stand."""
    return tuple(toml_table("references.toml")["pair"]["after"])

"""Expressions that point to a place without naming it (全省, 该县, 我国), and abbreviations in a licensing context."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newscli.extractors.place.borders import is_hanzi
from newscli.extractors.place.found import Found
from newscli.extractors.place.lexicon import words
from newscli.extractors.place.tables import toml_table

COMMON = 30
"""From this weight on a word beside an abbreviation takes its character away: 在京剧院, 台商标."""


def find_references(text: str) -> Iterator[Found]:
    """Yield pointers and abbreviations, each with the level or the code that it stands for."""
    yield from find_pointers(text)
    yield from find_abbreviations(text)
    yield from find_countries(text)


def find_abbreviations(text: str) -> Iterator[Found]:
    """Yield provinces and cities named by one character: 赴沪, 在京, 浙商. They point to a place, and name none."""
    codes = toml_table("references.toml")["abbreviation"]
    before, after = licensed_patterns()
    for match in before.finditer(text):
        at = match.start() + 1
        if not taken(text, at):
            yield Found(at, at + 1, (codes[text[at]],), "reference.abbreviation")
    for match in after.finditer(text):
        at = match.start()
        if not is_hanzi(text[at - 1 : at]) and words().weight(text[at + 1 : at + 3]) < COMMON:
            yield Found(at, at + 1, (codes[text[at]],), "reference.abbreviation")


def find_pointers(text: str) -> Iterator[Found]:
    """Yield 全省, 该县 and their like with the level they point to."""
    pointers = pointer_table()
    for match in POINTER.finditer(text):
        held = pointers.get(match[0]) or pointers.get(text[match.start() : match.end() + 1])
        if held is not None and not text.startswith(held[1], match.end()):
            ids = ("CN",) if held[0] == "country" else ()
            end = match.end() + (match[0] not in pointers)
            yield Found(match.start(), end, ids, "reference.pointer", pointer=held[0])


def find_countries(text: str) -> Iterator[Found]:
    """Yield countries named by one character: both of 中美关系, the last of 访华."""
    codes = toml_table("references.toml")["country"]
    pair, travel = country_patterns()
    for match in pair.finditer(text):
        at = match.start()
        if text[at - 1 : at] not in codes:
            yield Found(at, at + 1, (codes[text[at]],), "reference.country")
            yield Found(at + 1, at + 2, (codes[text[at + 1]],), "reference.country")
    for match in travel.finditer(text):
        at = match.start() + 1
        if not taken(text, at):
            yield Found(at, at + 1, (codes.get(text[at], "CN"),), "reference.country")


def taken(text: str, at: int) -> bool:
    """Return whether the character rather opens a common word: 在京剧院, 对美好生活."""
    after = text[at + 1 : at + 2]
    return (
        bool(after)
        and is_hanzi(after)
        and max(words().weight(text[at : at + 2]), words().weight(text[at : at + 3])) >= COMMON
    )


POINTER = re.compile("[我全本该省][国省市县区镇乡街城会]")
"""Every pointer begins so; each pattern here begins with a class of characters, which is what makes the search fast."""


@cache
def pointer_table() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return the level of each pointer, and what may not follow it."""
    rows = toml_table("references.toml")["pointer"]
    return {surface: (row["level"], tuple(row["not_before"])) for row in rows for surface in row["surfaces"]}


@cache
def licensed_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a one-character abbreviation after a licensing character, and before one."""
    table = toml_table("references.toml")["license"]
    before, after = "".join(table["before"]), "".join(table["after"])
    return re.compile(f"[{before}][{table['before_of']}]"), re.compile(f"[{table['after_of']}][{after}]")


@cache
def country_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of two countries before a word of their dealings, and of one after a word of travel."""
    table = toml_table("references.toml")
    pair, codes = table["pair"], "".join(table["country"])
    visited = f"[{''.join(pair['verbs'])}][{''.join(pair['before'])}]"
    return re.compile(f"[{codes}][{codes}](?={'|'.join(pair['after'])})"), re.compile(visited)

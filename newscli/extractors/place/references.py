"""Expressions that point to a place without naming it (全省, 该县, 我国), and abbreviations in a licensing context."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from newscli.extractors.place.borders import is_hanzi
from newscli.extractors.place.found import Found
from newscli.extractors.place.lexicon import LONGEST, words
from newscli.extractors.place.tables import characters, toml_table

AROUND: Final = 400
"""How far from a doubtful character its place may be named."""
COMMON: Final = 30
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
        if not taken(text, at) and stands_alone(text, at) and vouched(text, at, text[before:end]):
            yield Found(at, end, (codes[text[at]],), "reference.abbreviation")
    for at, _ in spelled["after"]:
        free = not is_hanzi(text[at - 1 : at]) and words().weight(text[at + 1 : at + 3]) < COMMON
        if free and vouched(text, at, text[at : at + 2]):
            yield Found(at, at + 1, (codes[text[at]],), "reference.abbreviation")


def stands_alone(text: str, at: int) -> bool:
    """Return whether verb and character are no parts of other words: 推进|沪苏, 十来|台, 入|台账, 在|沪蓉快线."""
    whole, routes = license_words()
    verb = at - 1
    before = text[max(0, verb - 1) : at]
    if len(before) == 2 and before not in whole and words().weight(before) >= COMMON:
        return False
    if text[verb] == "来" and before[0] in characters("numeral"):
        return False
    if text.startswith(routes, at + 2) or inside_word(text, at):
        return False
    return not is_hanzi(text[at + 1 : at + 2]) or words().first(text, at) == 1


def inside_word(text: str, at: int) -> bool:
    """Return whether a word that begins before the verb holds the character, and is not a word and the two: 下不来台."""
    for begin in range(max(0, at - 3), at - 1):
        rest = text[begin : at - 1]
        if any(words().weight(text[begin:stop]) >= 0 for stop in range(at + 1, begin + LONGEST + 1)):
            return len(rest) == 1 or words().weight(rest) < 0
    return False


def vouched(text: str, at: int, pair: str) -> bool:
    """Return whether the text around speaks of the place, where the character may be a word: 港 of 抵港 is a port as well."""
    row = doubtful().get(pair)
    if row is None:
        return True
    if text.startswith(row.not_before, at + 1):
        return False
    around = text[max(0, at - AROUND) : at + AROUND]
    return any(name in around for name in row.names) and not any(name in around for name in row.against)


class Doubt(NamedTuple):
    """What decides about a character that is a word as well."""

    names: tuple[str, ...]
    """One of these must be near."""
    against: tuple[str, ...]
    """None of these may be near."""
    not_before: tuple[str, ...]
    """None of these may follow."""


@cache
def doubtful() -> dict[str, Doubt]:
    """Return characters that are words as well, each with the one that licenses it, and what decides about them."""
    return {
        pair: Doubt(tuple(row["names"]), tuple(row["against"]), tuple(row["not_before"]))
        for row in toml_table("references.toml")["doubtful"]
        for pair in (
            *(verb + row["character"] for verb in row["after"]),
            *(row["character"] + noun for noun in row.get("before", "")),
        )
    }


@cache
def license_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words that end in a licensing verb and mean the same, and how the name of a line goes on."""
    licensed = toml_table("references.toml")["license"]
    return frozenset(licensed["whole"]), tuple(licensed["routes"])


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
    pair = toml_table("references.toml")["pair"]
    loose, going_on = pair["loose"], characters("function").union(codes, pair["leagues"])
    for at, end in spelled["pair"]:
        if text.startswith(dealings, end) and opens_pair(text, at, codes):
            yield Found(at, at + 1, (codes[text[at]],), "reference.country")
            yield Found(at + 1, end, (codes[text[at + 1]],), "reference.country")
    for verb, end in spelled["travel"]:
        at = verb + 1
        if not taken(text, at) and (text[verb] not in loose or parts(text, end, going_on)):
            yield Found(at, end, (codes.get(text[at], "CN"),), "reference.country")


def opens_pair(text: str, at: int, codes: Collection[str]) -> bool:
    """Return whether the first of two countries is no end of a word (其中|以文化为主), nor the second of two others."""
    if words().weight(text[at - 1 : at + 1]) >= COMMON:
        return False
    return text[at - 1 : at] not in codes or words().weight(text[max(0, at - 2) : at]) >= COMMON  # 近日|中美关系


def parts(text: str, end: int, going_on: Collection[str]) -> bool:
    """Return whether what goes on behind a character is another word: 对德|宣战, 对美|日韩, but not 对法拉第."""
    after = text[end : end + 1]
    return not is_hanzi(after) or after in going_on or words().first(text, end) > 1


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

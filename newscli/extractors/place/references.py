"""Expressions that point to a place without spelling its name: 全省, 该县, 我国; and abbreviations where a context licenses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newscli.extractors.place.borders import CJK
from newscli.extractors.place.found import Found
from newscli.extractors.place.lexicon import words
from newscli.extractors.place.tables import toml_table


def find_references(text: str) -> Iterator[Found]:
    """Yield pointers and abbreviations, each with the level or the code that it stands for."""
    yield from find_pointers(text)
    yield from find_abbreviations(text)
    yield from find_countries(text)


def find_abbreviations(text: str) -> Iterator[Found]:
    """Yield provinces and cities named by one character: 赴沪, 在京, 浙商."""
    codes = toml_table("references.toml")["abbreviation"]
    for match in licensed_pattern().finditer(text):
        at = match.start()
        if not taken(text, at):
            yield Found(at, at + 1, (codes[text[at]],), "place.abbreviation")


def find_pointers(text: str) -> Iterator[Found]:
    """Yield 全省, 该县 and their like with the level they point to."""
    pattern, levels = pointer_pattern()
    for match in pattern.finditer(text):
        level = levels[match[0]]
        ids = ("CN",) if level == "country" else ()
        yield Found(match.start(), match.end(), ids, "reference.pointer", pointer=level)


def find_countries(text: str) -> Iterator[Found]:
    """Yield countries named by one character: both of 中美关系, the last of 访华."""
    codes = toml_table("references.toml")["country"]
    for match in country_pattern().finditer(text):
        for group in ("one", "other", "visited"):
            if match[group]:
                at = match.start(group)
                if group != "visited" or not taken(text, at):
                    yield Found(at, at + 1, (codes.get(match[group], "CN"),), "reference.country")


def taken(text: str, at: int) -> bool:
    """Return whether the character rather opens a common word: 在京剧院, 对美好生活."""
    after = text[at + 1 : at + 2]
    return (
        bool(after)
        and bool(CJK.match(after))
        and (words().weight(text[at : at + 2]) >= 0 or words().weight(text[at : at + 3]) >= 0)
    )


@cache
def pointer_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of all pointers, and the level of each."""
    parts, levels = [], {}
    for row in toml_table("references.toml")["pointer"]:
        levels.update(dict.fromkeys(row["surfaces"], row["level"]))
        guard = f"(?!{'|'.join(row['not_before'])})" if row["not_before"] else ""
        parts.append(f"(?:{'|'.join(row['surfaces'])}){guard}")
    return re.compile("|".join(parts)), levels


@cache
def licensed_pattern() -> re.Pattern[str]:
    """Return the pattern of a one-character abbreviation in a context that licenses it."""
    table = toml_table("references.toml")["license"]
    before = f"(?<=[{''.join(table['before'])}])[{table['before_of']}]"
    after = f"(?<![一-鿿])[{table['after_of']}](?=[{''.join(table['after'])}])"
    return re.compile(f"{before}|{after}")


@cache
def country_pattern() -> re.Pattern[str]:
    """Return the pattern of countries in pairs and after words of travel."""
    table = toml_table("references.toml")
    pair, codes = table["pair"], "".join(table["country"])
    dealings = "|".join(pair["after"])
    travel = f"(?<=[{''.join(pair['verbs'])}])(?P<visited>[{''.join(pair['before'])}])"
    return re.compile(f"(?<![一-鿿][{codes}])(?P<one>[{codes}])(?P<other>[{codes}])(?={dealings})|{travel}")

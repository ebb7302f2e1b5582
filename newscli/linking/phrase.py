"""Noun phrases beside a number, found as shapes over the tags of a sentence."""

from __future__ import annotations

import re

from newscli.linking.tokens import Tokens

HEADS = frozenset("nwxXGR>")
"""What a noun phrase may end with."""
INSIDE = frozenset("nwaxXGRm#")
"""What may stand in one anywhere."""
LONGEST = 14
"""Characters that still read as a table cell; a longer phrase keeps its last words."""
QUOTED = r"<[^>.]{0,16}>[^,.;:N、()<VLUWpDu]{0,3}(?=[nwxX])|<[^>.]{0,16}>"
RIGHT = re.compile(
    rf"(?:{QUOTED}|[nxXGRam#wSft]|(?<=[nxXGRwa#])c(?=[nxG][^N]?[,.;:、])|(?<![nxXGR>#w])v(?=[nwxXGR<v])|v(?=[nxXG][,.;:、)]))+"
)
RELATIVE = re.compile(r"[^,.;:N、]{1,14}?D(?=[nwxXGRav<#])")
"""A clause before the noun counted: 12名来自北京的学生."""


def phrase_after(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return first and last token of the noun phrase that begins at token ``at``."""
    match = RIGHT.match(tokens.tags, at)
    if match is None:
        return None
    first, last = at, match.end() - 1
    tags = tokens.tags
    follows = tags[last + 1 : last + 2]
    if tags[last] == "w" and last > first and follows in {"N", "p", "u", "d", "V"}:
        last -= 1  # 10家企业投资5亿元: the firms are counted, investing is what they did
    while last >= first and tags[last] not in HEADS:
        last -= 1
    while first <= last and tags[first] in "Sft#r" and first < last:
        first += 1
    return (first, last) if first <= last else None


def phrase_before(tokens: Tokens, at: int, floor: int) -> tuple[int, int] | None:
    """Return first and last token of the noun phrase that ends at token ``at``, looking no further left than ``floor``."""
    tags = tokens.tags
    last = at
    while last >= floor and tags[last] in "ftS" and tags[last] != ">":
        last -= 1
    if last < floor or tags[last] not in HEADS:
        return None
    first = last
    if tags[last] == ">":
        first = opening(tags, last, floor)
    while first > floor:
        before = tags[first - 1]
        if before == ">":
            first = opening(tags, first - 1, floor)
        elif before in INSIDE or (before == "v" and tags[first] in "nwxXG" and continues(tags, first - 2, floor)):
            first -= 1
        else:
            break
    return trimmed(tokens, first, last)


def continues(tags: str, at: int, floor: int) -> bool:
    """Return whether a verb is part of a compound: a noun stands before it too (产业孵化基地)."""
    return at >= floor and tags[at] in "nxXGw"


def opening(tags: str, at: int, floor: int) -> int:
    """Return the token that opens the quotation closed at ``at``."""
    found = tags.rfind("<", floor, at)
    return found if found >= 0 else at


def trimmed(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Return the phrase without words that only place it, and short enough for a table cell."""
    tags = tokens.tags
    while (
        first < last
        and (tags[first] in "Sftm#" or tokens.ends[last] - tokens.starts[first] > LONGEST)
        and tags[first] != "<"
    ):
        first += 1
    return first, last

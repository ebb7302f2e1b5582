"""The noun phrase that opens a clause, which is what the clause is about."""

from __future__ import annotations

import re
from typing import Final

from newscli.linking.phrase import RIGHT, carried_on, lone, phrase_before
from newscli.linking.tokens import Tokens

TRIES: Final = 12
"""Brackets, adjuncts and words that are no phrase which may stand before the phrase that opens a clause."""
PASSED: Final = re.compile(r"(?:[^(pVvLUWJEDnwxXGRk>a#S<]|[#S][#Smft]*+(?=[N,.;:、]|$))*+")
"""What neither opens the phrase that a clause is about nor says that there is none: all of 1家、金华1家、1家、…"""


def first_phrase(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """Return the noun phrase that opens a clause, which is what the clause is about."""
    tags, at = tokens.tags, first
    closing = tags.find(")", first, last)
    if closing >= 0 and "(" not in tags[first:closing]:
        at = first = closing + 1  # the names of reporters, whose bracket opens before the story
    if tags[first : first + 2] == "mL":
        at += 2  # 三是礼金越来越多
    for _ in range(TRIES):
        passed = PASSED.match(tags, at, last)
        if passed is None or passed.end() == last:
            return None
        at = passed.end()
        tag = tags[at]
        if tag == "(":
            at = max(tags.find(")", at, last), at) + 1
        elif tag == "p":
            at = after_prepositional(tags, at, last)
        elif tag in "VvLUWJED":
            return None
        else:
            found, at = phrase_from(tokens, at, first, last)
            if found is not None:
                return found
    return None


def phrase_from(tokens: Tokens, at: int, first: int, last: int) -> tuple[tuple[int, int] | None, int]:
    """Return the noun phrase that opens at a token of a clause, and where to look on where there is none."""
    tags = tokens.tags
    match = RIGHT.match(tags, at, last)
    if match is None:
        return None, at + 1
    opened = at > first and tags[at - 1] == "m" and lone(tokens, at - 1) and lone(tokens, at)  # 年票
    end = min(carried_on(tokens, match.end()), last) - 1
    while end > at and tags[end] in "mq":
        end -= 1  # 果农一天能摘三百斤
    found = phrase_before(tokens, end, at - opened)
    if found is not None and tags[found[1] + 1 : found[1] + 2] not in ("f", ">"):
        return found, at
    return None, match.end()


def after_prepositional(tags: str, at: int, last: int) -> int:
    """Return the token after a prepositional phrase."""
    i = at + 1
    while i < last and tags[i] not in "fdVvLUWJN@":
        i += 1
    return i

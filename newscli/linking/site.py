"""A number in its sentence, and the subject that is found for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from newscli.linking.divide import Stretch
from newscli.linking.governor import Governor
from newscli.linking.lexicon import load_lexicon
from newscli.linking.phrase import phrase_before
from newscli.linking.tokens import NUMBER, Tokens, read_tokens
from newscli.model import Change, Quantity

MOST_JOINED = 6
"""How many numbers without a gap may count one noun; a longer row of them, 1家1家1家…, counts nothing."""


class Subject(NamedTuple):
    """A subject with the evidence that gave it; ``base`` is what a rate after it speaks of."""

    text: str
    how: str
    base: str
    sure: bool = True


class Heard(NamedTuple):
    """What an earlier number of the paragraph was about, and where it stood."""

    subject: Subject
    quantity: Quantity
    sentence: int
    at: int
    change: Change | None = None


class LineAbove:
    """A line that may say what the lines of a list under it count; it is read when the first of them asks."""

    def __init__(self, line: Stretch) -> None:
        self.line = line

    @cached_property
    def noun(self) -> str | None:
        """The last noun of the line, before brackets."""
        tokens = read_tokens(self.line, [], load_lexicon())
        plain = tokens.tags.rstrip(":")
        end = plain.rfind("(") if plain.endswith(")") else len(plain)
        phrases = (phrase_before(tokens, at, 0) for at in range(end - 1, -1, -1))
        found = next(filter(None, phrases), None)
        return tokens.say(*found) if found else None


class Site(NamedTuple):
    """A number in its sentence, with what governs it and what was heard before."""

    tokens: Tokens
    at: int
    quantity: Quantity
    governor: Governor
    heard: Sequence[Heard]
    sentence: int
    above: LineAbove | None = None
    """The line above a list that may say what its numbers are: 各站雨量如下:."""

    def last(self, unit: str | None = None) -> Heard | None:
        """Return the last number heard, or the last counted with a unit."""
        if unit is None:
            return self.heard[-1] if self.heard else None
        return next((h for h in reversed(self.heard) if h.quantity.unit == unit), None)


def joined_number(site: Site) -> bool:
    """Return whether another number follows without a gap."""
    tokens, after = site.tokens, site.at + 1
    return tokens.tags[after : after + 1] == NUMBER and tokens.starts[after] == tokens.ends[site.at]


def last_joined(site: Site) -> int:
    """Return the last of the numbers that follow one another without a gap, or one at the limit."""
    tokens, at = site.tokens, site.at
    furthest = min(at + MOST_JOINED, len(tokens.tags) - 1)
    while at < furthest and tokens.tags[at + 1] == NUMBER and tokens.starts[at + 1] == tokens.ends[at]:
        at += 1
    return at

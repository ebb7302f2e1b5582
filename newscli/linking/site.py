"""A number in its sentence, and the subject that is found for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from newscli.linking.divide import Stretch
from newscli.linking.governor import Governor
from newscli.linking.lexicon import load_lexicon
from newscli.linking.phrase import is_property, phrase_before
from newscli.linking.tokens import NUMBER, Tokens, read_tokens
from newscli.model import Change, Quantity

MOST_JOINED: Final = 6
"""How many numbers without a gap may count one noun; a longer row of them, 1家1家1家…, counts nothing."""
SHORT: Final = 6
"""Characters of a property that stands beside the name of a row."""
JOINTS: Final = "、c"
"""What ties the nouns of a list together."""


class Subject:
    """A subject with the evidence that gave it; ``base`` is what a rate after it speaks of."""

    __slots__ = ("base", "how", "sure", "text")

    def __init__(self, text: str, how: str, base: str, *, sure: bool = True) -> None:
        self.text = text
        self.how = how
        self.base = base
        self.sure = sure


class Heard:
    """What an earlier number of the paragraph was about, and where it stood."""

    __slots__ = ("at", "change", "quantity", "sentence", "subject")

    def __init__(self, subject: Subject, quantity: Quantity, sentence: int, at: int, change: Change | None) -> None:
        self.subject = subject
        self.quantity = quantity
        self.sentence = sentence
        self.at = at
        self.change = change


class LineAbove:
    """A line that may say what the lines of a list under it count; it is read when the first of them asks."""

    def __init__(self, line: Stretch) -> None:
        self.line = line

    @cached_property
    def noun(self) -> str | None:
        """The last noun of the line, before brackets."""
        return self.tokens.say(*self.phrases[0]) if self.phrases else None

    @cached_property
    def properties(self) -> tuple[str, ...]:
        """What the line names that is measured, in its order: 水位 and 蓄水率 of 各水库水位及蓄水率."""
        measured = [found for found in self.phrases if is_property(self.tokens, found[1])]
        return tuple(self.tokens.say(self.shortened(*found), found[1]) for found in reversed(measured))

    def shortened(self, first: int, last: int) -> int:
        """Return where the words begin that suffice beside the name of a row: 水位 of 主要江河控制站水位."""
        while first < last and self.tokens.ends[last] - self.tokens.starts[first] > SHORT:
            first += 1
        return first

    @cached_property
    def tokens(self) -> Tokens:
        """The line as tokens."""
        return read_tokens(self.line, [], load_lexicon())

    @cached_property
    def phrases(self) -> list[tuple[int, int]]:
        """The noun with which the line ends, brackets aside, and those that a joint ties to it; the last first."""
        plain = self.tokens.tags.rstrip(":")
        end = plain.rfind("(") if plain.endswith(")") else len(plain)
        last = (phrase_before(self.tokens, at, 0) for at in range(end - 1, -1, -1))
        found, phrases = next(filter(None, last), None), []
        while found is not None:
            phrases.append(found)
            joined = found[0] > 1 and plain[found[0] - 1] in JOINTS
            found = phrase_before(self.tokens, found[0] - 2, 0) if joined else None
        return phrases


class Site:
    """A number in its sentence, with what governs it and what was heard before."""

    __slots__ = ("above", "at", "governor", "heard", "quantity", "sentence", "tags", "tokens")

    def __init__(  # noqa: PLR0913, PLR0917 — so many parts it has
        self,
        tokens: Tokens,
        at: int,
        quantity: Quantity,
        governor: Governor,
        sentence: int,
        heard: Sequence[Heard],
        above: LineAbove | None,
    ) -> None:
        self.tokens = tokens
        self.tags = tokens.tags
        self.at = at
        self.quantity = quantity
        self.governor = governor
        self.sentence = sentence
        self.heard = heard
        self.above = above
        """The line above a list that may say what its numbers are: 各站雨量如下:."""

    def moved(self, at: int) -> Site:
        """Return the site with the number at another token: the last of 58批86人次 says what is counted."""
        return Site(self.tokens, at, self.quantity, self.governor, self.sentence, self.heard, self.above)

    def last(self) -> Heard | None:
        """Return the last number heard."""
        return self.heard[-1] if self.heard else None

    def last_here(self) -> Heard | None:
        """Return the last number heard where it stands in the same sentence."""
        heard = self.heard[-1] if self.heard else None
        return heard if heard is not None and heard.sentence == self.sentence else None

    def last_of_unit(self) -> Heard | None:
        """Return the last number heard that was counted with the same unit, or just the last where this one has none."""
        unit = self.quantity.unit
        if unit is None:
            return self.last()
        for heard in reversed(self.heard):
            if heard.quantity.unit == unit:
                return heard
        return None


def joined_number(site: Site) -> bool:
    """Return whether another number follows without a gap."""
    tokens, after = site.tokens, site.at + 1
    return site.tags[after : after + 1] == NUMBER and tokens.starts[after] == tokens.ends[site.at]


def last_joined(site: Site) -> int:
    """Return the last of the numbers that follow one another without a gap, or one at the limit."""
    tokens, tags, at = site.tokens, site.tags, site.at
    furthest = min(at + MOST_JOINED, len(tags) - 1)
    while at < furthest and tags[at + 1] == NUMBER and tokens.starts[at + 1] == tokens.ends[at]:
        at += 1
    return at

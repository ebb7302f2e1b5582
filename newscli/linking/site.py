"""A number in its sentence, and the subject that is found for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newscli.linking.governor import BREAKS, Governor
from newscli.linking.tokens import Tokens
from newscli.model import Change, Quantity


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


class Site(NamedTuple):
    """A number in its sentence, with what governs it and what was heard before."""

    tokens: Tokens
    at: int
    quantity: Quantity
    governor: Governor
    heard: Sequence[Heard]
    sentence: int
    announced: str | None = None
    """What the line above a list says that its numbers are: 各站雨量如下:."""

    def last(self, unit: str | None = None) -> Heard | None:
        """Return the last number heard, or the last counted with a unit."""
        if unit is None:
            return self.heard[-1] if self.heard else None
        return next((h for h in reversed(self.heard) if h.quantity.unit == unit), None)


LONGEST_CLAUSE = 120
"""Tokens that a clause is looked back over: no reader holds more, and a page of 1家、2家、3家… has no end."""


def clause_start(tags: str, at: int) -> int:
    """Return the first token of the clause that ends before token ``at``."""
    floor = max(at - LONGEST_CLAUSE, 0)
    return max(floor - 1, *[tags.rfind(end, floor, at) for end in BREAKS]) + 1

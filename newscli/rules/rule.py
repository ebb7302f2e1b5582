"""A rule: a pattern with a name, a builder from captures to a value, and the sentences that hold it to its word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Example(NamedTuple):
    """A sentence and the one-line rendering of what the rule must read in it."""

    text: str
    reads: str


class Found(NamedTuple, Generic[T]):
    """What a builder made of a match; the span may reach beyond it, and a value of ``None`` claims the text for no row."""

    start: int
    end: int
    value: T | None


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """What must be matched, and what comes of it. A builder may return ``None`` to decline."""

    name: str
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], Found[T] | None]
    triggers: str
    """The characters that a match can begin with: where none stands, the pattern is not tried."""
    examples: tuple[Example, ...]
    rejects: tuple[str, ...] = ()
    followers: str = ""
    """The characters of which one must stand behind the anchor; any may, when empty."""
    claims: tuple[str, ...] = ()
    """For a rule that only claims text (names, set words): what it claims, in place of examples."""
    priority: int = field(default=0, compare=False)
    """Decides between spans of equal length; the larger wins. Never a matter of order in the source."""


class Case(NamedTuple):
    """One sentence of a rule or a table record, as a test runs it: ``reads`` is what comes back, ``None`` for a reject."""

    owner: str
    text: str
    reads: str | None


def rule_cases(rules: Iterable[Rule[T]]) -> Iterator[Case]:
    """Yield the examples and rejects of rules."""
    for rule in rules:
        for example in rule.examples:
            yield Case(rule.name, example.text, example.reads)
        for text in rule.rejects:
            yield Case(rule.name, text, None)

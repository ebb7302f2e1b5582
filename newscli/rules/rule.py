"""A rule: a pattern with a name, a builder from captures to a value, and the sentences that hold it to its word."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Example(NamedTuple):
    """A sentence and the one-line rendering of what the rule must read in it."""

    text: str
    reads: str


Found = tuple[int, int, T | None]
"""Start, end and value of what a rule read; the span may begin before the anchor, and a value of ``None`` claims the text for no row.

A plain tuple: one is made for most anchors of a page, and few of them leave the matcher.
"""
Reader = Callable[[str, int, int], Found[T] | None]
"""What a rule reads in a text from where an anchor begins, or ``None`` to decline; where the anchor ends, is told.

The text is closed by line ends (:func:`newscli.rules.match.closed`): a reader may look three letters beyond either end of it.
"""


def built(pattern: str, build: Callable[[re.Match[str]], Found[T] | None]) -> Reader[T]:
    """Return the reader that tries a pattern and builds from its captures; the pattern is compiled when first tried.

    >>> built("(?P<number>[0-9]+) km", lambda match: (match.start(), match.end(), match["number"]))("at 30 km", 3, 5)
    (3, 8, '30')
    """
    compiled: re.Pattern[str] | None = None

    def read(text: str, at: int, _: int) -> Found[T] | None:
        nonlocal compiled
        if compiled is None:
            compiled = re.compile(pattern)
        match = compiled.match(text, at)
        return None if match is None else build(match)

    return read


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """What must be matched, and what comes of it. Its reader may return ``None`` to decline.

    What can be told from the letters round an anchor is told beside the rule, in ``triggers``, ``openings`` and ``followers``:
    where they do not fit, the reader is not even called.
    """

    name: str
    read: Reader[T]
    examples: tuple[Example, ...]
    rejects: tuple[str, ...] = ()
    triggers: str = ""
    """The characters that a match can begin with, whatever stands behind them."""
    openings: Callable[[], Mapping[str, Container[str]]] = dict
    """Where the first character says too little, the second ones by the first; asked for when a page needs them."""
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

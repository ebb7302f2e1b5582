"""A rule: a pattern with a name, a builder from captures to a value, and the sentences that hold it to its word."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and the one-line rendering of what the rule must read in it."""

    text: str
    reads: str


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """What must be matched, and what comes of it. A builder may return ``None`` to decline."""

    name: str
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], T | None]
    examples: tuple[Example, ...]
    rejects: tuple[str, ...] = ()
    priority: int = field(default=0, compare=False)
    """Decides between spans of equal length; the larger wins. Never a matter of order in the source."""

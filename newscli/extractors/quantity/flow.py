"""Letters of time and area that what follows makes a rate: 年产, 日最大供气量, 亩收益."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from newscli.rules.hanzi import HANZI
from newscli.rules.packed import load_table
from newscli.rules.pattern import alternation


@cache
def table() -> dict[str, Any]:
    """Return ``rates.toml``."""
    return load_table("newscli.extractors.quantity", "rates.toml")


class Flow(NamedTuple):
    """A letter that what follows it makes a rate: 年产, 日最大供气量, 亩收益."""

    per: str
    not_after: frozenset[str]
    """Letters before it that take the rate away."""
    nouns: tuple[str, ...]
    """Nouns and verbs of flow."""
    not_before: frozenset[str]
    """Letters behind it that open another word."""
    loose: re.Pattern[str] | None
    """What else may follow: a noun of a few letters by what closes it, or any word; nothing where null."""

    def opens(self, text: str, start: int) -> bool:
        """Whether what follows the letter at a place makes a rate of it."""
        if text.startswith(self.nouns, start + 1):
            return True
        if self.loose is None or text[start + 1] in self.not_before:
            return False
        return self.loose.match(text, start + 1) is not None


def flows() -> dict[str, Flow]:
    """Return the letters of flow with what makes a rate of each."""
    flow = table()["flow"]
    closed = rf"(?:(?!的|大量|力量){HANZI}){{1,{flow['closing_reach']}}}?(?:{alternation(flow['closings'])})"
    found = {}
    for name, way in flow["letters"].items():
        loose = "" if "any_word" in way else rf"(?<=[,。;、\n]{name})|{closed}" if "head" in way else closed
        found[name] = Flow(
            way["per"],
            frozenset(way["not_after"]),
            tuple(way.get("only", flow["words"])),
            frozenset(way["not_before"]),
            None if "only" in way else re.compile(loose),
        )
    return found


def flow_pattern(letters: dict[str, Flow]) -> str:
    """Return the pattern of the letters of flow, as far as one glance tells; their nouns took a pattern seven milliseconds."""
    never = "".join(sorted(frozenset.intersection(*(flow.not_after for flow in letters.values()))))
    return "|".join(f"{name}(?<![{never}]{name})(?={HANZI})" for name in letters)

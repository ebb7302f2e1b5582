"""The grammar of rate words, made from the tables: the pattern that finds them, and what each kind of them asks for."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from newscli.extractors.quantity.flow import Flow, flow_pattern, flows, table
from newscli.rules.pattern import alternation, branches

EACH: Final = "每"
ONE: Final = "一"


class Grammar(NamedTuple):
    """The tables as the walk over a text needs them."""

    pattern: re.Pattern[str]
    mean: dict[str, str]
    mean_not_after: frozenset[str]
    flow: dict[str, Flow]
    names: tuple[str, ...]
    done: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]
    time: frozenset[str]
    one_not_after: frozenset[str]
    one_not_before: frozenset[str]
    one_verbs: re.Pattern[str]
    times: tuple[str, ...]
    freeing: frozenset[str]
    changes: tuple[str, ...]
    priced: frozenset[str]
    yields: tuple[str, ...]
    """What a rate of time goes on to count behind its first number: 年节煤5万吨,减排二氧化碳14万吨."""


@cache
def grammar() -> Grammar:
    """Return the grammar of rates, made from the tables."""
    rates, letters = table(), flows()
    mean, flow, each, one = rates["mean"]["words"], rates["flow"], rates["each"], rates["one"]
    pieces = [*one["time"], *one["pieces"]]
    figure = branches(unit for unit in pieces if unit not in one["dates"])
    opener = rf"{ONE}(?:{branches(pieces)})|1(?:{figure})"
    return Grammar(
        re.compile(f"{EACH}|{branches(mean)}|{opener}|{flow_pattern(letters)}"),
        mean,
        frozenset(rates["mean"]["not_after"]),
        letters,
        tuple(flow["names"]["words"]),
        frozenset(flow["names"]["done"]),
        frozenset(each["nouns"]),
        frozenset(each["verbs"]),
        frozenset(one["time"]),
        frozenset(one["not_after"]),
        frozenset(one["not_before"]),
        re.compile(alternation(one["verbs"])),
        tuple(one["times"]),
        frozenset(one["freeing"]),
        tuple(one["changes"]),
        frozenset(one["priced"]),
        (*flow["words"], *flow["yields"]),
    )

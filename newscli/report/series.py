"""Series: the same measure at several times (4.94% in 2021, 9.17% in 2023), which a line may join."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, pairwise

from newscli.model import NumericFact

SHORTEST = 2
"""A line needs two ends."""

Key = tuple[int, str, str, str, str, str, str]


def find_series(facts: Sequence[NumericFact]) -> list[list[int]]:
    """Return the series among a page's facts, as positions in time order.

    One sentence, subject, place, kind and unit make a series when every member is a level with one exact reading
    at its own time. Two readings at one time mean that the subject's words hide two measures: then nothing is joined.
    Nor is anything where one time lies in another (2012年至2020年, 2016年至2019年): those are a sum and its part.
    """
    candidates = sorted((key, n) for n, fact in enumerate(facts) if (key := series_key(fact)) is not None)
    groups = [[n for _, n in members] for _, members in groupby(candidates, key=lambda pair: pair[0])]
    return sorted(in_time_order(group, facts) for group in groups if is_series(group, facts))


def series_key(fact: NumericFact) -> Key | None:
    """Return what the members of a series share, or nothing for a fact that cannot be one."""
    quantity = fact.quantity
    if fact.change or quantity.value is None or not fact.subject or not fact.period or not fact.period.since:
        return None
    if quantity.kind == "rank":
        return None
    return (
        fact.article,
        fact.sentence,
        fact.subject,
        fact.place or "",
        quantity.kind,
        quantity.unit or "",
        quantity.per or "",
    )


def is_series(group: Iterable[int], facts: Sequence[NumericFact]) -> bool:
    """Tell whether the facts stand at different times, one each."""
    readings = {(*days_of(facts[n]), facts[n].quantity.value) for n in group}
    days = sorted((since, until) for since, until, _ in readings)
    apart = all(earlier[1] < later[0] for earlier, later in pairwise(days))
    return len(days) >= SHORTEST and apart


def in_time_order(group: Iterable[int], facts: Sequence[NumericFact]) -> list[int]:
    """Return the facts by their time, a second printing of the same reading left out."""
    first = {days_of(facts[n]): n for n in sorted(group, reverse=True)}
    return [first[days] for days in sorted(first)]


def days_of(fact: NumericFact) -> tuple[date, date]:
    """Return the first and the last day of a fact's period; one that names no end is a day."""
    since = (fact.period and fact.period.since) or date.min
    return since, (fact.period and fact.period.until) or since

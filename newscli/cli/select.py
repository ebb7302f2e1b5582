"""Which facts are wanted: by place, kind, size and time; and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from newscli.cli.areas import Bounds
from newscli.cli.commands.facts import KINDS, Selection
from newscli.errors import UnknownColumn, WrongUsage
from newscli.extractors.quantity import find_quantities
from newscli.output.rows import Row
from newscli.output.sheet import read_schema
from newscli.reading.records import parse_day

Test = Callable[[Row], bool]
NUMBERS = frozenset({"value", "low", "high", "largest"})


class Bound(NamedTuple):
    """A number from the command line, and the unit that goes with it, if any."""

    number: Fraction
    unit: str | None = None
    currency: str | None = None

    def fits(self, row: Row) -> bool:
        """Return whether a fact is counted in the same unit."""
        if self.currency:
            return bool(row["currency"] == self.currency)
        return self.unit is None or bool(row["unit"] == self.unit)


def parse_bound(text: str, option: str) -> Bound:
    """Return the number that ``100``, ``1亿元`` or ``30%`` stands for, read as the pages are read."""
    try:
        return Bound(Fraction(text.replace(",", "")))
    except (ValueError, ZeroDivisionError):
        pass
    whole = [m.value for m in find_quantities(text) if (m.start, m.end) == (0, len(text))]
    if not whole or whole[0].value is None:
        raise WrongUsage(f"{option} {text!r} is no number", cure="try 100, 1亿元 or 30%")
    if whole[0].implied:  # 3亿 alone is three hundred million of anything
        return Bound(Fraction(whole[0].value))
    return Bound(Fraction(whole[0].value), whole[0].unit, whole[0].currency)


def at_least(bound: Bound) -> Test:
    """Return the test that a fact's number, or some of its range, is not below the bound."""

    def test(row: Row) -> bool:
        top = next((row[c] for c in ("value", "high", "low") if row[c] is not None), None)
        return top is not None and bound.fits(row) and Fraction(top) >= bound.number

    return test


def at_most(bound: Bound) -> Test:
    """Return the test that a fact's number, or some of its range, is not above the bound."""

    def test(row: Row) -> bool:
        bottom = next((row[c] for c in ("value", "low", "high") if row[c] is not None), None)
        return bottom is not None and bound.fits(row) and Fraction(bottom) <= bound.number

    return test


def parse_time(text: str, option: str) -> str:
    """Return a day as ISO text, which sorts as days do."""
    day = parse_day(text)
    if day is None:
        raise WrongUsage(f"no day in {option} {text!r}", cure="write it as 2024-01-31")
    return day.isoformat()


def not_before(day: str) -> Test:
    """Return the test that a fact's period reaches to a day or beyond."""
    return lambda row: (row["until"] or row["since"] or "") >= day


def not_after(day: str) -> Test:
    """Return the test that a fact's period begins by a day."""
    return lambda row: "" < (row["since"] or row["until"] or "") <= day


def of_kinds(kinds: list[str]) -> Test:
    """Return the test that a fact is of one of the kinds."""
    for kind in kinds:
        if kind not in KINDS:
            near = get_close_matches(kind, KINDS, n=1)
            raise WrongUsage(
                f"unknown kind {kind!r}", cure=f"did you mean {near[0]}?" if near else "try " + ", ".join(KINDS)
            )
    return lambda row: row["kind"] in kinds


@dataclass(frozen=True, slots=True)
class Wanted:
    """A test for facts: all of several tests."""

    tests: tuple[Test, ...]

    @classmethod
    def of(cls, selection: Selection, bounds: Bounds) -> Wanted:
        """Return the test that the options ask for."""
        tests: list[Test] = []
        if bounds.given:
            tests.append(lambda row: bounds.hold(row["code"], row["place"]))
        if selection.kind:
            tests.append(of_kinds(selection.kind))
        if selection.minimum:
            tests.append(at_least(parse_bound(selection.minimum, "--min")))
        if selection.maximum:
            tests.append(at_most(parse_bound(selection.maximum, "--max")))
        if selection.since:
            tests.append(not_before(parse_time(selection.since, "--since")))
        if selection.until:
            tests.append(not_after(parse_time(selection.until, "--until")))
        return cls(tuple(tests))

    def __call__(self, row: Row) -> bool:
        """Return whether a fact is wanted."""
        return all(test(row) for test in self.tests)


def sorted_batches(
    batches: Iterable[Iterable[Row]], column: str | None, sheet: str = "facts"
) -> Iterator[Iterable[Row]]:
    """Return the batches as they come, or all their rows in one, sorted by a column; rows without a value come last."""
    if column is None:
        return iter(batches)
    name = column.removeprefix("-")
    if name not in read_schema(sheet)["properties"]:
        near = get_close_matches(name, read_schema(sheet)["properties"], n=3)
        raise UnknownColumn(
            f"{sheet} has no column {name!r} to sort by",
            cure="try " + ", ".join(near or read_schema(sheet)["properties"]),
        )
    return iter([ordered(list(chain.from_iterable(batches)), name, downwards=column.startswith("-"))])


def ordered(rows: list[Row], column: str, *, downwards: bool) -> list[Row]:
    """Return rows by a column, as numbers where it holds numbers."""
    known = [row for row in rows if row[column] is not None]
    known.sort(key=lambda row: Fraction(row[column]) if column in NUMBERS else row[column], reverse=downwards)
    return known + [row for row in rows if row[column] is None]

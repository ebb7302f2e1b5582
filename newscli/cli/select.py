"""Which facts are wanted: by place, kind, size and time; and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from newscli.cli.areas import Bounds
from newscli.cli.commands.facts import KINDS, Selection
from newscli.cli.messages import Messages
from newscli.cli.options import listed
from newscli.errors import WrongUsage, instead_of
from newscli.extractors.quantity import find_quantities
from newscli.output.rows import Row
from newscli.output.sheet import named_columns
from newscli.pipeline import Reading
from newscli.reading.days import parse_days

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


def parse_time(text: str, option: str) -> tuple[str, str]:
    """Return the first and the last day that a day, month or year stands for, as ISO text, which sorts as days do."""
    days = parse_days(text)
    if days is None:
        raise WrongUsage(f"no day, month or year in {option} {text!r}", cure="write it as 2024-01-31, 2024-01 or 2024")
    return days[0].isoformat(), days[1].isoformat()


def not_before(day: str) -> Test:
    """Return the test that a fact's period reaches to a day or beyond."""
    return lambda row: (row["until"] or row["since"] or "") >= day


def not_after(day: str) -> Test:
    """Return the test that a fact's period begins by a day."""
    return lambda row: "" < (row["since"] or row["until"] or "") <= day


def of_kinds(named: Iterable[str]) -> Test:
    """Return the test that a fact is of one of the kinds, named one by one or with commas."""
    kinds = {kind for names in named for kind in listed(names)}
    for kind in sorted(kinds):
        if kind not in KINDS:
            raise WrongUsage(f"unknown kind {kind!r}", cure=instead_of(kind, KINDS))
    return lambda row: row["kind"] in kinds


def sized(minimum: str | None, maximum: str | None) -> Iterator[Test]:
    """Yield the tests that ``--min`` and ``--max`` ask for; raises if nothing could pass both."""
    least = parse_bound(minimum, "--min") if minimum else None
    most = parse_bound(maximum, "--max") if maximum else None
    if least and most and least.number > most.number:
        raise WrongUsage(f"--min {minimum} is more than --max {maximum}", cure="exchange them")
    if least:
        yield at_least(least)
    if most:
        yield at_most(most)


def timed(since: str | None, until: str | None) -> Iterator[Test]:
    """Yield the tests that ``--since`` and ``--until`` ask for; raises if nothing could pass both."""
    first = parse_time(since, "--since")[0] if since else None
    last = parse_time(until, "--until")[1] if until else None
    if first and last and first > last:
        raise WrongUsage(f"--since {since} is after --until {until}", cure="exchange them")
    if first:
        yield not_before(first)
    if last:
        yield not_after(last)


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
        tests += sized(selection.minimum, selection.maximum)
        tests += timed(selection.since, selection.until)
        return cls(tuple(tests))

    def __call__(self, row: Row) -> bool:
        """Return whether a fact is wanted."""
        return all(test(row) for test in self.tests)


def noting_undated(readings: Iterable[Reading], messages: Messages) -> Iterator[Reading]:
    """Yield the readings; say it at the first whose day is not known, as none of its 今年 or 上月 can be placed in time."""
    for reading in readings:
        document = reading.layout.document
        if document.date is None:
            messages.once(
                f"{document.source}: its day is not known, so 今年 and the like match no time", cure="add --date"
            )
        yield reading


def sorted_batches(
    batches: Iterable[Iterable[Row]], column: str | None, sheet: str = "facts"
) -> Iterator[Iterable[Row]]:
    """Return the batches as they come, or all their rows in one, sorted by a column; rows without a value come last."""
    if column is None:
        return iter(batches)
    (name,) = named_columns(sheet, [column.removeprefix("-")])
    return iter([ordered(list(chain.from_iterable(batches)), name, downwards=column.startswith("-"))])


def ordered(rows: list[Row], column: str, *, downwards: bool) -> list[Row]:
    """Return rows by a column, as numbers where it holds numbers."""
    known = [row for row in rows if row[column] is not None]
    known.sort(key=lambda row: Fraction(row[column]) if column in NUMBERS else row[column], reverse=downwards)
    return known + [row for row in rows if row[column] is None]

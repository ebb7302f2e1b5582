"""The tables of this extractor, loaded once: units, classifiers, hedges, currencies and rates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Final, NamedTuple, cast

from newscli.extractors.quantity.numerals import FIGURES, NUMERAL_LETTERS
from newscli.model import Hedge, QuantityKind
from newscli.rules.packed import load_table
from newscli.rules.tables import Record, Schema, read_records, read_rows, table_text

UNIT: Final = Schema(
    frozenset({"id", "kind", "surfaces", "examples"}),
    frozenset({"unit", "currency", "measures", "base", "factor", "scale", "shy", "unless_before", "rejects"}),
)
HEDGE: Final = Schema(
    frozenset({"id", "before", "after", "examples"}), frozenset({"apart", "joined", "joins", "rejects"})
)
CLASSIFIER: Final = ("classifier", "unless_before", "shy", "example")


@dataclass(slots=True)
class Unit:
    """What one surface behind a number means; not frozen, as a thousand are made at each start."""

    kind: QuantityKind
    prints: str
    currency: str | None = None
    scale: int = 1
    shy: str = ""
    """``digits``, ``lone`` or ``adverb``: which numerals it may not follow; see the tables' headers."""
    blocked: str = ""
    """Letters that, following, make the surface the beginning of another word."""


class Surfaces(NamedTuple):
    """Units by surface, and the lengths to try for each first letter, longest first."""

    units: dict[str, Unit]
    lengths: dict[str, tuple[int, ...]]
    coins: frozenset[str]
    """What the money of other nations begins with."""


def unit_records() -> list[Record]:
    """Return the records of ``units.toml``, checked."""
    return read_records(table_text(__package__, "units.toml"), "units.toml", "unit", UNIT)


def classifier_rows() -> list[tuple[str, ...]]:
    """Return the rows of ``classifiers.tsv``, checked."""
    return list(read_rows(table_text(__package__, "classifiers.tsv"), "classifiers.tsv", CLASSIFIER))


def lengths_of(words: Any) -> dict[str, tuple[int, ...]]:
    """Return for each first letter the lengths of the words that it opens, longest first."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[0], set()).add(len(word))
    return {letter: tuple(sorted(sizes, reverse=True)) for letter, sizes in found.items()}


def endings_of(words: Any) -> dict[str, tuple[int, ...]]:
    """Return for each last letter the lengths of the words that it closes, longest first."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[-1], set()).add(len(word))
    return {letter: tuple(sorted(sizes, reverse=True)) for letter, sizes in found.items()}


@cache
def units() -> Surfaces:
    """Return every unit and classifier by its surface."""
    table = {row[0]: Unit("count", row[0], shy=row[2], blocked=row[1]) for row in classifier_rows()}
    for line in table_text(__package__, PACKED).splitlines()[PACKED_HEADER:]:
        surface, kind, prints, currency, scale, shy, blocked = line.split("\t")
        table[surface] = Unit(cast("QuantityKind", kind), prints, currency or None, int(scale), shy, blocked)
    coins = frozenset(name[0] for name, unit in table.items() if unit.kind == "money" and unit.currency != "CNY")
    return Surfaces(table, lengths_of(table), coins)


PACKED: Final = "units.packed.tsv"
PACKED_HEADER: Final = 2
"""Lines above the rows: where they come from, and their columns."""


def packed_units() -> str:
    """Return ``units.toml`` as the rows that are read at run time: TOML takes ten times as long to parse."""
    rows = []
    for record in unit_records():
        for surface, unit in surfaces_of(record).items():
            fields = (surface, unit.kind, unit.prints, unit.currency or "", str(unit.scale), unit.shy, unit.blocked)
            rows.append("\t".join(fields))
    columns = "\t".join(("surface", "kind", "unit", "currency", "scale", "shy", "unless_before"))
    return "\n".join(["# Built from units.toml by pack_units.py; edit there.", columns, *sorted(rows)]) + "\n"


def surfaces_of(record: Any) -> dict[str, Unit]:
    """Return the surfaces of one record of ``units.toml``."""
    rest = (record.get("currency"), int(record.get("scale", 1)), record.get("shy", ""), record.get("unless_before", ""))
    return {s: Unit(record["kind"], s if is_latin(s) else record.get("unit", s), *rest) for s in record["surfaces"]}


def is_latin(surface: str) -> bool:
    """Whether a unit is written in Latin letters, which are printed as they stand: 300ms, 5h."""
    return surface.isascii() and surface.isalpha()


class Step(NamedTuple):
    """One way in which a smaller unit follows a larger one, and what the sum is counted in."""

    second: str
    unit: str
    times: Decimal
    factor: Fraction


class Words(NamedTuple):
    """Hedges, currencies and compounds."""

    before: dict[str, Hedge]
    before_endings: dict[str, tuple[int, ...]]
    after: dict[str, Hedge | None]
    after_lengths: dict[str, tuple[int, ...]]
    apart: dict[str, Hedge]
    guard: dict[str, str]
    free: dict[str, tuple[str, ...]]
    """Words that end in a letter of the guard and leave the hedge its own."""
    after_guard: dict[str, str]
    currency: dict[str, str]
    currency_units: dict[str, str]
    currency_endings: dict[str, tuple[int, ...]]
    compound: dict[str, tuple[Step, ...]]
    stretch: dict[str, tuple[str, int]]
    """By unit of time, what it is counted in and how many it is: 年 is 12 months."""
    bare: dict[str, list[str]]
    nation: dict[str, dict[str, str]]
    """For money whose name several nations share, the currency of each."""
    counted: frozenset[str]
    counted_lengths: dict[str, tuple[int, ...]]
    people: tuple[str, ...]
    named: frozenset[str]
    """Counted nouns whose numbers of three figures are names: 985高校."""
    noun_not_before: str
    names: dict[str, tuple[str, ...]]
    link: dict[str, list[str]]
    """What may part a hedge from its number: 最高可达5万元."""
    unblocked: tuple[str, ...]
    """Words that free a classifier before them: 5部长篇小说."""
    toll: dict[str, Any]
    """Numbers straight before what befell people: 6死9伤."""
    ranking: dict[str, list[str]]
    """What stands before a rank: the words of a ranking, verbs of place in an order, fields."""


class Bonds(NamedTuple):
    """Letters that make one word with the Chinese digit behind them."""

    one: str
    digit: dict[str, str]
    """By letter, the letters before it that dissolve the bond (提 of 提高三成)."""


@cache
def bonds() -> Bonds:
    """Return the bonds of ``words.toml``."""
    table = load_table("newscli.extractors.quantity", "words.toml")["bond"]
    return Bonds(table["one"], table["digit"])


def hedge_records() -> list[Record]:
    """Return the hedges of ``words.toml``, checked."""
    return read_records(table_text(__package__, "words.toml"), "words.toml", "hedge", HEDGE)


def steps(records: list[dict[str, str]]) -> dict[str, tuple[Step, ...]]:
    """Return the compounds by the last letter of their larger unit, those with a named second unit first."""
    found: dict[str, list[Step]] = {}
    for r in sorted(records, key=lambda r: -len(r["second"])):
        found.setdefault(r["first"], []).append(
            Step(r["second"], r["unit"], Decimal(r["times"]), Fraction(r["factor"]))
        )
    return {first: tuple(ways) for first, ways in found.items()}


def hedges(
    records: Sequence[Mapping[str, Any]],
) -> tuple[dict[str, Hedge], dict[str, Hedge | None], dict[str, Hedge]]:
    """Return the hedges by their words: those before a number, behind it, and apart from it."""
    before: dict[str, Hedge] = {}
    after: dict[str, Hedge | None] = {}
    apart: dict[str, Hedge] = {}
    for record in records:
        hedge, joins = record["id"], record.get("joins", ())
        before.update(
            dict.fromkeys([*record["before"], *(w + verb for w in joins for verb in record["joined"])], hedge)
        )
        after.update(dict.fromkeys(record["after"], None if hedge == "none" else hedge))
        apart.update(dict.fromkeys(record.get("apart", ()), hedge))
    return before, after, apart


@cache
def words() -> Words:
    """Return the words around a number."""
    table = load_table("newscli.extractors.quantity", "words.toml")
    before, after, apart = hedges(table["hedge"])
    currency = table["currency"]
    counted = [*table["counted"]["nouns"], *table["counted"]["people"]]
    return Words(
        before,
        endings_of(before),
        after,
        lengths_of(after),
        apart,
        table["guard"],
        {hedge: tuple(words) for hedge, words in table["free"].items()},
        table["after_guard"],
        currency,
        table["currency_unit"],
        endings_of(currency),
        steps(table["compound"]),
        {unit: (of, size) for of, sizes in table["stretch"].items() for unit, size in sizes.items()},
        table["bare"],
        table["nation"],
        frozenset(counted),
        lengths_of(counted),
        tuple(table["counted"]["people"]),
        frozenset(table["counted"]["named"]),
        table["counted"]["not_before"],
        {kind: tuple(listed) for kind, listed in table["names"].items()},
        table["link"],
        tuple(table["unblocked"]["words"]),
        table["toll"],
        {part: [*listed] for part, listed in table["ranking"].items()},
    )


@cache
def set_words() -> dict[str, dict[str, dict[int, tuple[str, ...]]]]:
    """Return words and names that hold a numeral and count nothing, longest first.

    They are given by the two letters from the numeral on, and by where in the word the numeral stands.
    """
    found: dict[str, dict[str, dict[int, tuple[str, ...]]]] = {}
    for name, column in (("set_words.tsv", "word"), ("phrases.tsv", "phrase")):
        for (word,) in read_rows(table_text(__package__, name), name, (column,)):
            for at, letter in enumerate(word[:-1]):
                if letter in NUMERAL_LETTERS or (letter in FIGURES and (not at or word[at - 1] not in FIGURES)):
                    alike = found.setdefault(letter, {}).setdefault(word[at + 1], {})
                    alike[at] = tuple(sorted((*alike.get(at, ()), word), key=len, reverse=True))
    return found

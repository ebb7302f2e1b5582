"""What the shell completes (补全): values of options, as far as they are typed, each with a word on it where shells show one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from newscli.lazy import lazily
from newscli.output.formats import WRITERS
from newscli.output.sheet import SCHEMAS, read_schema

if TYPE_CHECKING:
    import newscli.extractors.place.gazetteer as book
    from newscli.extractors.place import query
else:
    book = lazily("newscli.extractors.place.gazetteer")
    query = lazily("newscli.extractors.place.query")

Offers = list[tuple[str, str]]
LEVELS = ("country", "province", "prefecture", "county")
"""What is offered, largest first; townships would be forty thousand."""
MOST = 3
"""Homes of one name that are told: the word on an offer stays on a line."""
PROVINCE = 2
"""Digits of a code that tell the province."""


def among(values: Iterable[str]) -> Callable[[], list[str]]:
    """Return the completion by one of some values."""
    offers = list(values)
    return lambda: offers


def several(values: Iterable[str]) -> Callable[[str], list[str]]:
    """Return the completion by lists of some values: facts,p → facts,places and facts,parse."""
    offers = [(value, "") for value in values]

    def complete(incomplete: str) -> list[str]:
        return [offer for offer, _ in continued(incomplete, offers)]

    return complete


def formats() -> Offers:
    """Return the formats, with what each is."""
    return [(name, form.description) for name, form in WRITERS.items()]


def columns(ctx: typer.Context, incomplete: str) -> Offers:
    """Return lists of the command's columns that go on from what is typed, by field name or by Chinese heading."""
    known = headed(ctx)
    return continued(incomplete, known if incomplete.rpartition(",")[2].isascii() else [(b, a) for a, b in known])


def sorting(ctx: typer.Context) -> Offers:
    """Return the columns to sort by."""
    return list(headed(ctx))


def headed(ctx: typer.Context) -> Iterator[tuple[str, str]]:
    """Yield the columns of a command's rows with their Chinese headings."""
    name = ctx.command.name
    properties = read_schema(name)["properties"] if name in SCHEMAS else {}
    yield from ((column, schema["title"]) for column, schema in properties.items())


def continued(incomplete: str, offers: Iterable[tuple[str, str]]) -> Offers:
    """Return a list with commas, its last name completed by one that it does not hold yet."""
    head, comma, _ = incomplete.rpartition(",")
    given = set(head.split(","))
    return [(head + comma + name, word) for name, word in offers if name not in given]


def places(incomplete: str) -> Offers:
    """Return lists of places in force whose last name goes on from what is typed.

    >>> [name for name, _ in places("杭州,金华")]
    ['杭州,金华市']
    """
    head, comma, last = incomplete.rpartition(",")
    return [(head + comma + name, where) for name, where in places_from(last)]


def places_from(incomplete: str) -> Offers:
    """Return places in force whose name, chain of names or code goes on from what is typed, largest first.

    >>> [name for name, _ in places_from("金华")]
    ['金华市']
    >>> [name for name, _ in places_from("浙江金")]
    ['浙江金华市', '浙江金东区']
    >>> places_from("33070")[1]
    ('330702', '浙江省/金华市/婺城区')
    """
    if incomplete.isdecimal() or not incomplete:
        return coded(incomplete)
    known = book.gazetteer()
    ids = {i for name in known.surfaces if name.startswith(incomplete) for i in known.ids(name)}
    found = offered((i, "") for i in ids)
    if not found or incomplete in dict(found):
        found += offered(chained(incomplete))
    return [(name, where) for name, where in found if name.startswith(incomplete)]


def coded(incomplete: str) -> Offers:
    """Return the codes of GB/T 2260 that go on from some digits, and the provinces by name when nothing is typed."""
    known = book.gazetteer()
    digits = PROVINCE if len(incomplete) < PROVINCE else 6
    codes = [code for code in known.records.below(incomplete) if code.isdecimal() and in_force(code)]
    if not incomplete:
        return [(known.division(c).name, c) for c in codes if known.division(c).level == "province"]
    return [(c, "/".join(known.path(c))) for c in codes if not c[digits:].strip("0")]


def chained(text: str) -> Iterator[tuple[str, str]]:
    """Yield the ids of the divisions that a chain of names may go on with, and the part of it that is typed before."""
    known = book.gazetteer()
    for cut in range(len(text), 1, -1):
        heads = next(filter(None, query.readings(known, text[:cut])), ())
        outer = {i for i in heads if i.isdecimal() and in_force(i)}
        inner = {i for o in outer for i in known.records.below(o[:PROVINCE]) if i not in outer and known.contains(o, i)}
        inner = {i for i in inner if known.division(i).name.startswith(text[cut:])}
        if cut == len(text):  # 浙江省 goes on with its prefectures, not with all its counties
            inner = {i for i in inner if known.division(i).parent in outer}
        if inner:
            yield from ((i, text[:cut]) for i in inner)
            return


def in_force(identity: str) -> bool:
    """Return whether a division exists today and is large enough to be offered."""
    division = book.gazetteer().division(identity)
    return division.level in LEVELS and division.in_force(book.NOW)


def offered(ids: Iterable[tuple[str, str]]) -> Offers:
    """Return the names of places behind what is typed, each with where it lies: more than one path if several bear it."""
    known = book.gazetteer()
    present = [(known.division(i), head) for i, head in ids if in_force(i)]
    present.sort(key=lambda one: (LEVELS.index(one[0].level), one[0].id))
    homes: dict[str, list[str]] = {}
    for division, head in present:
        homes.setdefault(head + division.name, []).append("/".join(known.path(division.id)[-3:-1]) or division.level)
    return [(name, ", ".join(paths[:MOST]) + ", …" * (len(paths) > MOST)) for name, paths in homes.items()]

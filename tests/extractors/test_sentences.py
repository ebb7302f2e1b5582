"""Sentences of many fields with every quantity that a reader finds in them, and phrases with every time expression."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newscli.extractors.period import find_periods
from newscli.extractors.quantity import find_quantities, reading
from newscli.reading.fold import fold

HERE = Path(__file__).parent


def rows(name: str) -> Iterator[tuple[str, str]]:
    """Yield the rows of a table beside this file."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    for line in [line for line in lines if not line.startswith("#")][1:]:
        text, _, expected = line.partition("\t")
        yield text, expected


def listed(expected: str) -> tuple[set[str], set[str]]:
    """Return what must be found, and what may be."""
    parts = [part.strip() for part in expected.split("|") if part.strip()]
    return {p for p in parts if not p.startswith("?")}, {p.removeprefix("?").strip() for p in parts}


@pytest.mark.parametrize(("text", "expected"), list(rows("sentences.tsv")))
def test_a_sentence_reads_as_a_reader_reads_it(text: str, expected: str) -> None:
    folded = fold(text)
    taken = [(m.start, m.end) for m in find_periods(folded)]
    found = [
        (m, f"{folded[m.start : m.end]} = {reading(m.value._replace(implied=False, weak=False))}")
        for m in find_quantities(folded, taken)
    ]
    required, allowed = listed(fold(expected))
    loose = {entry.partition(" = ")[0] for entry in allowed - required}
    assert required <= {entry for _, entry in found}
    surplus = {entry for mention, entry in found if not mention.value.weak and entry.partition(" = ")[0] not in loose}
    assert surplus <= required


@pytest.mark.parametrize(("text", "expected"), list(rows("moments.tsv")))
def test_a_phrase_says_when_as_a_reader_hears_it(text: str, expected: str) -> None:
    folded = fold(text)
    found = {folded[m.start : m.end] for m in find_periods(folded)}
    required, allowed = listed(fold(expected))
    assert required <= found <= allowed

"""Every example and counter-example of every rule and every table record, through the whole pipeline."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files

import pytest

import newscli.extractors
from newscli.extractors.quantity import reading
from newscli.extractors.quantity.lexicon import hedge_records
from newscli.model import Document, Mention, Quantity
from newscli.pipeline import Reading
from newscli.rules.rule import Case, Rule, rule_cases
from newscli.rules.tables import read_rows, read_toml, record_cases

COLUMNS = ("classifier", "unless_before", "shy", "example")


def rules() -> Iterator[Rule[Quantity]]:
    """Yield every rule that a module of the extractors holds, each once."""
    seen = set()
    for module in pkgutil.walk_packages(newscli.extractors.__path__, "newscli.extractors."):
        if module.name.endswith(".__main__"):
            continue
        for value in vars(import_module(module.name)).values():
            if isinstance(value, Rule) and value.name not in seen:
                seen.add(value.name)
                yield value


def table(name: str) -> str:
    """Return a table of the quantities."""
    return (files("newscli.extractors.quantity") / name).read_text(encoding="utf-8")


def unit_cases() -> Iterator[Case]:
    """Yield the cases of the units."""
    records = read_toml(table("units.toml"), "units.toml")["unit"]
    assert isinstance(records, list)
    yield from record_cases(records, "unit")


def quantities(text: str) -> list[Mention[Quantity]]:
    """Return the quantities of a text that goes the whole way of a page."""
    return Reading(Document("example", text)).quantities


def explain(text: str) -> str:
    """Return what was found, as ``explain`` would show it."""
    found = [f"{reading(m.value)} ({m.rule}, {m.start}-{m.end})" for m in quantities(text)]
    return f"{text}\n  " + ("\n  ".join(found) or "nothing found")


QUANTITY_RULES = [rule for rule in rules() if rule.name.startswith("quantity.")]
PARTS = ("unit.", "hedge.")
"""Owners that are parts of a reading, found by whichever rule reads the whole."""
CASES = [*rule_cases(QUANTITY_RULES), *unit_cases(), *record_cases(hedge_records(), "hedge")]
EXAMPLES = [case for case in CASES if case.reads is not None]
REJECTS = [case for case in CASES if case.reads is None and not case.owner.startswith(PARTS)]


# Examples that the program does not follow yet; each is to be mended or, if the example is wrong, rewritten.
WAITING: set[str] = set()


def name_of(case: Case) -> str:
    """Return what a case is called in the list of tests."""
    return f"{case.owner}: {case.text}"


def waiting(value: object, *names: str) -> object:
    """Return a parameter, marked when it is known to fail."""
    return pytest.param(value, marks=[pytest.mark.xfail(reason="waiting")] if WAITING & set(names) else [], id=names[0])


@pytest.mark.parametrize("case", [waiting(case, name_of(case), case.owner) for case in EXAMPLES])
def test_an_example_is_read_once_and_by_its_rule(case: Case) -> None:
    found = [m for m in quantities(case.text) if reading(m.value) == case.reads]
    assert len(found) == 1, explain(case.text)
    if not case.owner.startswith(PARTS):
        assert found[0].rule == case.owner, explain(case.text)


@pytest.mark.parametrize("case", REJECTS, ids=name_of)
def test_a_counter_example_is_left_alone_by_its_rule(case: Case) -> None:
    assert case.owner not in {m.rule for m in quantities(case.text)}, explain(case.text)


@pytest.mark.parametrize("rule", [waiting(rule, rule.name) for rule in QUANTITY_RULES])
def test_every_rule_has_an_example_and_a_counter_example(rule: Rule[Quantity]) -> None:
    assert rule.examples or rule.claims
    assert rule.rejects


@pytest.mark.parametrize("case", [case for case in unit_cases() if case.reads is None], ids=name_of)
def test_a_counter_example_of_a_unit_gives_no_quantity_of_it(case: Case) -> None:
    records = read_toml(table("units.toml"), "units.toml")["unit"]
    assert isinstance(records, list)
    record = next(record for record in records if case.owner == f"unit.{record['id']}")
    units = {record.get("unit"), *record["surfaces"]}
    assert not units & {m.value.unit for m in quantities(case.text)}, explain(case.text)


CLASSIFIERS = [*read_rows(table("classifiers.tsv"), "classifiers.tsv", COLUMNS)]


@pytest.mark.parametrize("row", [waiting(row, f"{row[0]}: {row[3]}", row[0]) for row in CLASSIFIERS])
def test_a_classifier_is_read_in_its_example(row: tuple[str, ...]) -> None:
    surface, _, _, example = row
    found = [m for m in quantities(example) if m.value.kind == "count"]
    assert len(found) == 1, explain(example)
    assert surface in example[found[0].start : found[0].end], explain(example)


LETTERS = [(row[0], letter) for row in CLASSIFIERS for letter in row[1]]


@pytest.mark.parametrize("pair", [waiting(pair, "-".join(pair), pair[0]) for pair in LETTERS])
def test_a_letter_that_makes_another_word_keeps_the_classifier_out(pair: tuple[str, str]) -> None:
    surface, letter = pair
    text = f"涉及3{surface}{letter}"
    assert surface not in {m.value.unit for m in quantities(text)}, explain(text)

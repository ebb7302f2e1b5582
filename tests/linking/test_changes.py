"""Numbers that are the size of a change, and levels, rates and weather that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linking.reading import changes_of

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("changes.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("text", "changes"), ROWS)
def test_a_number_is_the_size_of_a_change_only_after_a_verb_of_change(text: str, changes: str) -> None:
    assert changes_of(text).replace(" | ", " ") == changes

"""The fuzz target itself works: it accepts pages and broken bytes, and would notice a wrong offset."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz import read_bytes as target
from tests.gold.pages import SEEDS


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_page_passes_the_target_in_every_encoding(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for encoding in ("utf-8", "gb18030", "utf-16"):
        target.read_bytes(text.encode(encoding))


@pytest.mark.parametrize("digits", ["", "fffe", "000000000000000000", "81", "e4b8bde6b0"])
def test_broken_bytes_are_an_error_of_ours(digits: str) -> None:
    target.read_bytes(bytes.fromhex(digits))


def test_a_row_at_a_wrong_place_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{"start": 0, "end": 2, "surface": "丽水", "rule": "test"}]
    monkeypatch.setattr(target, "fact_rows", lambda _: rows)
    with pytest.raises(AssertionError, match="does not stand"):
        target.read_bytes("本报讯，丽水市。".encode())

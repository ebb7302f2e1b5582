"""The packed tables: current, equal to their TOML, and never believed when they are not."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files

import pytest

from newscli.rules import packed
from newscli.rules.packed import PACK, load_table, pack, packed_tables


def test_pack_is_current() -> None:
    held = (files("newscli.rules") / PACK).read_text(encoding="utf-8")
    assert held == pack(), "a table was edited: run python -m newscli.rules.packed"


@pytest.mark.parametrize("path", sorted(packed_tables()))
def test_packed_table_says_what_its_toml_says(path: str) -> None:
    assert json.loads(packed_tables()[path][1]) == tomllib.loads((files("newscli") / path).read_text("utf-8"))


def test_edited_table_is_read_from_its_toml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "packed_tables", lambda: {"linking/cues.toml": ("00000000", '{"stale": 1}')})
    assert "stale" not in load_table("newscli.linking", "cues.toml")

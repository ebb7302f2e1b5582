"""What makes of a place name another word: peoples, languages, currencies (朝鲜族, 印尼盾)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def beyond() -> tuple[str, ...]:
    """Return the words that, following a place name, make another word of it."""
    raw = tomllib.loads((files("newscli.extractors.place") / "tables" / "names.toml").read_text(encoding="utf-8"))
    return tuple(raw["beyond"]["words"])

"""Blocks: what the report embeds, written so that no input text can ever be read as markup."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from markupsafe import Markup

from newscli.output.safe import json_safe

Scalar = str | int | bool | None
Column = dict[str, Any]
BlockType = Literal["application/json", "application/gzip"]

COMPRESS_FROM = 1_500_000
"""Characters of JSON above which blocks are compressed: some hundred pages, too long to read as source anyway."""

ACTIVE_CHARACTERS = {c: f"\\u{ord(c):04x}" for c in "<>&'"}


@dataclass(frozen=True, slots=True)
class Block:
    """One ``<script>`` element that holds values and no program."""

    id: str
    type: BlockType
    body: Markup


def json_text(value: object) -> str:
    """Return JSON in which what means something to HTML, and what cannot be seen or encoded, is escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escape in ACTIVE_CHARACTERS.items():
        text = text.replace(character, escape)
    return json_safe(text)


def encode_blocks(named: Sequence[tuple[str, object]]) -> Iterator[Block]:
    """Yield the values as blocks: plain JSON while they are small, compressed when the report would grow heavy."""
    texts = [(name, json_text(value)) for name, value in named]
    heavy = sum(len(text) for _, text in texts) >= COMPRESS_FROM
    for name, text in texts:
        yield compressed_block(name, text) if heavy else Block(name, "application/json", Markup(text))  # noqa: S704


def compressed_block(name: str, text: str) -> Block:
    """Return a block of gzip in base64; the same text gives the same bytes."""
    packed = gzip.compress(text.encode(), compresslevel=6, mtime=0)
    return Block(name, "application/gzip", Markup(base64.b64encode(packed).decode("ascii")))  # noqa: S704


def encode_columns(rows: Sequence[dict[str, Any]]) -> dict[str, Column]:
    """Return rows column by column, each in the shortest of three spellings: constant, listed, or as they are."""
    return {name: encode_column([row[name] for row in rows]) for name in rows[0]} if rows else {}


def encode_column(cells: list[Scalar]) -> Column:
    """Return one column; ``listed`` gives each distinct value once and then its number, cell by cell.

    >>> encode_column(["money", "money"])
    {'constant': 'money'}
    >>> encode_column(["count", "money", "count", "count"])
    {'listed': ['count', 'money'], 'cells': [0, 1, 0, 0]}
    """
    keys = [(type(cell).__name__, cell) for cell in cells]
    order = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    if len(order) == 1:
        return {"constant": cells[0]}
    if len(order) * 2 > len(cells) or all(type(cell) is int for cell in cells):
        return {"plain": cells}
    return {"listed": [value for _, value in order], "cells": [order[key] for key in keys]}

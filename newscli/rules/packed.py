"""TOML tables in the form in which they are read at run time: JSON, a line a table, made by ``python -m newscli.rules.packed``.

Parsing a dozen tables with ``tomllib``, which is written in Python, took ten milliseconds of every start; ``json`` takes less
than one. Each line holds the checksum of the table that it was made from: a table edited since is read from its TOML, so the
pack can make a start slow but never wrong.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from newscli.lazy import lazily

if TYPE_CHECKING:
    import tomllib
else:
    tomllib = lazily("tomllib")

PACKAGE = Path(__file__).parent.parent
PACK = "tables.packed.tsv"
HEADER = "# Built from the TOML tables by packed.py; edit there. A line: table, checksum, JSON.\n"
APART = frozenset({"units.toml"})
"""Tables with a packed form of their own."""


@cache
def packed_tables() -> dict[str, tuple[str, str]]:
    """Return checksum and JSON of each packed table by its path in the package."""
    lines = (files(__package__) / PACK).read_text(encoding="utf-8").splitlines()[1:]
    return {path: (checksum, text) for path, checksum, text in (line.split("\t") for line in lines)}


def load_table(package: str, name: str) -> dict[str, Any]:
    """Return a TOML table that ships inside a package."""
    source = (files(package) / name).read_bytes()
    path = f"{package.removeprefix('newscli.').replace('.', '/')}/{name}"
    checksum, text = packed_tables().get(path, ("", ""))
    return json.loads(text) if checksum == checksum_of(source) else tomllib.loads(source.decode())


def checksum_of(source: bytes) -> str:
    """Return what tells one state of a table from another."""
    return f"{crc32(source):08x}"


def pack() -> str:
    """Return all tables, packed."""
    lines = [HEADER]
    for path in sorted(PACKAGE.rglob("*.toml")):
        if path.name not in APART:
            source = path.read_bytes()
            text = json.dumps(tomllib.loads(source.decode()), ensure_ascii=False, separators=(",", ":"))
            lines.append(f"{path.relative_to(PACKAGE).as_posix()}\t{checksum_of(source)}\t{text}\n")
    return "".join(lines)


if __name__ == "__main__":
    (Path(__file__).parent / PACK).write_text(pack(), encoding="utf-8")

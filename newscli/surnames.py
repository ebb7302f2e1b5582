"""Chinese surnames (姓氏), which say that the characters after them may be a person's name and no place's."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

COMMON = frozenset({"most", "many", "some", "few"})


@cache
def surname_ranks() -> Mapping[str, str]:
    """Return each surname with its rank: ``most``, ``many``, ``some``, ``few``, ``seldom``, ``rare``; ``compound`` of two characters."""
    ranks: dict[str, str] = {}
    for line in files(__package__).joinpath("surnames.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            rank, surnames = line.split("\t")
            ranks.update(dict.fromkeys(surnames.split(" ") if rank == "compound" else surnames, rank))
    return ranks


@cache
def common_surnames() -> frozenset[str]:
    """Return the surnames of one character that many people bear; the others are words more often than names (年, 来)."""
    return frozenset(surname for surname, rank in surname_ranks().items() if rank in COMMON)

"""The small tables of this folder, each read on first use."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any, Final

from newscli.rules.packed import load_table

BELONGING: Final = "belonging"
"""The kind of what is only described by its place: 上海杂技团."""
TABLES: Final = files("newscli.extractors.place") / "tables"


@cache
def toml_table(name: str) -> dict[str, Any]:
    """Return a TOML table of this folder."""
    return load_table("newscli.extractors.place", f"tables/{name}")


@cache
def characters(name: str) -> frozenset[str]:
    """Return one class of characters."""
    return frozenset(toml_table("characters.toml")[name]["members"])


@cache
def tails() -> dict[str, str]:
    """Return how names end (大学, 公司, 局), with the kind of each that they end, or ``BELONGING``."""
    table = toml_table("names.toml")
    kinds = {tail: k["id"] for k in reversed(table["kind"]) for tail in (*k["long"], *k["short"])}
    return kinds | dict.fromkeys(table["belonging"]["tails"], BELONGING)


@cache
def references() -> tuple[tuple[str, str], ...]:
    """Return how what only points to a place may be spelled, the kind of each spelling and the spelling."""
    table = toml_table("references.toml")
    licensed, codes, pair = table["license"], table["country"], table["pair"]
    pointers = (("pointer", surface) for row in table["pointer"] for surface in row["surfaces"])
    combined = {
        "before": product(licensed["before"], licensed["before_of"]),
        "after": product(licensed["after_of"], licensed["after"]),
        "pair": product(codes, codes),
        "travel": product(pair["verbs"], pair["before"]),
    }
    return (*pointers, *((kind, "".join(two)) for kind, pairs in combined.items() for two in pairs))


@cache
def endings() -> tuple[tuple[str, str], ...]:
    """Return how places end that no list holds, the kind of each ending and the ending; some end more than one kind."""
    table = toml_table("settlements.toml")
    address, zone = table["address"], table["zone"]
    combined = {
        "address": product(address["roads"], address["digits"]),
        "zone": product(zone["openings"], zone["rests"]),
    }
    return (
        *((row["kind"], surface) for row in table["ending"] for surface in row["surfaces"]),
        *((kind, "".join(two)) for kind, pairs in combined.items() for two in pairs),
    )


@cache
def not_before(kind: str) -> dict[str, tuple[str, ...]]:
    """Return what may not follow each ending of a kind."""
    rows = [row for row in toml_table("settlements.toml")["ending"] if row["kind"] == kind]
    return {surface: tuple(row.get("not_before", ())) for row in rows for surface in row["surfaces"]}


@cache
def levels(kind: str) -> dict[str, str]:
    """Return the level that each ending of a kind tells."""
    rows = [row for row in toml_table("settlements.toml")["ending"] if row["kind"] == kind]
    return {surface: row["level"] for row in rows for surface in row["surfaces"]}


@cache
def beyond() -> tuple[str, ...]:
    """Return the words that make another word of a place name that they follow: 朝鲜族, 印尼盾."""
    return tuple(toml_table("names.toml")["beyond"]["words"])


@cache
def urban() -> frozenset[str]:
    """Return how words of a city begin that leave its suffix to no name: 汕头|市区."""
    return frozenset(toml_table("names.toml")["urban"]["words"])


@cache
def founded() -> tuple[str, ...]:
    """Return how institutions go on behind the suffix of the state or city that founded them: 州|立大学."""
    return tuple(toml_table("names.toml")["founded"]["openings"])


@cache
def not_beyond() -> tuple[str, ...]:
    """Return the words that begin like one of them and leave the name alone: 广东话剧."""
    return tuple(toml_table("names.toml")["beyond"]["not_before"])

"""Names that a place is only part of: 浙江大学, 浙江日报, 杜金华. They are reported with ``in_name`` set.

A name of a country keeps its own standing inside the name of an institution (中国 in 中国队, 法国 in 法国政府): it names the country all
the same. It does not locate there either.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from newscli.extractors.place.find import CJK, Found
from newscli.extractors.place.lexicon import words

STOP = (
    "的了是在和与及把被将从由到等这那其也都就还又再已正要能之以于则或至让使给并且而但因各每某该我你他她它们个一两几多"
)
REACH = 18
"""How long the rest of a name may be after its place."""


@dataclass(frozen=True, slots=True)
class NameTails:
    """How the names of one kind end."""

    kind: str
    long: frozenset[str]
    short: frozenset[str]


@dataclass(frozen=True, slots=True)
class NameTable:
    """All tails, and the words before which a name ends."""

    kinds: tuple[NameTails, ...]
    tail: re.Pattern[str]
    run: re.Pattern[str]

    def kind_of(self, tail: str) -> str | None:
        """Return the kind of a tail."""
        return next((k.kind for k in self.kinds if tail in k.long or tail in k.short), None)


def alternatives(surfaces: set[str]) -> str:
    """Return a pattern for any of the surfaces, longest first."""
    return "|".join(sorted(map(re.escape, surfaces), key=len, reverse=True))


@cache
def name_table() -> NameTable:
    """Return the table of names, read on first use."""
    raw = tomllib.loads((files("newscli.extractors.place") / "tables" / "names.toml").read_text(encoding="utf-8"))
    kinds = tuple(NameTails(k["id"], frozenset(k["long"]), frozenset(k["short"])) for k in raw["kind"])
    long = {t for k in kinds for t in k.long}
    short = {t for k in kinds for t in k.short}
    tail = re.compile(f"{alternatives(long)}|[{''.join(sorted(short))}]")
    stops = alternatives(set(raw["verbs"]["words"]))
    run = re.compile(
        f"(?:(?!{stops})(?:[A-Za-z0-9()“”·]|(?![{STOP}])[一-鿿]|第[一二三四五六七八九十百0-9]+)){{1,{REACH}}}"
    )
    return NameTable(kinds, tail, run)


def mark(text: str, mentions: list[Found], countries: frozenset[str]) -> None:
    """Set ``in_name`` of each mention that is part of a name."""
    table = name_table()
    for number, found in enumerate(mentions):
        following = mentions[number + 1 : number + 4]
        kind = person_kind(text, found) or tail_kind(text, found, table, following)
        if kind is None:
            continue
        found.locates = kind == "body"
        if found.level == "" and found.ids[0] in countries and kind != "person":
            continue
        found.in_name = "org" if kind == "body" else kind


def tail_kind(text: str, place: Found, table: NameTable, following: Sequence[Found]) -> str | None:
    """Return the kind of the name that a place begins, if it begins one."""
    end = place.end
    if text[end - 1] in "省市县区州旗" and (joined := table.kind_of(text[end - 1 : end + 1])):
        return joined
    run = table.run.match(text, end)
    if run is None:
        return None
    for tail in table.tail.finditer(text, end, run.end()):
        if any(f.start < tail.end() and tail.start() < f.end for f in following):
            continue
        if len(tail[0]) > 1 or closes(text, end, tail):
            return table.kind_of(tail[0])
    return None


def closes(text: str, end: int, tail: re.Match[str]) -> bool:
    """Return whether a tail of one character ends a word and the name: 地矿厅, but not 社 of 社会."""
    at = tail.start()
    after = text[at + 1 : at + 2]
    if (at == end and tail[0] not in "队局港站") or at - end > 8:
        return False
    return not CJK.match(after) or after == "长" or words().weight(text[at : at + 2]) < 0


def person_kind(text: str, found: Found) -> str | None:
    """Return ``person`` for a given name that happens to spell a place: 杜金华, 许广平."""
    start, end = found.start, found.end
    if end - start != 2 or start == 0 or found.level:
        return None
    surname = text[start - 1]
    before = text[start - 2] if start > 1 else "\n"
    if surname not in surnames():
        return "person" if begins_person(text, found, surname) else None
    free = not CJK.match(before) or before in TITLE_ENDS
    if surname in WORDLIKE:
        return "person" if free and not CJK.match(text[end : end + 1]) else None
    return "person" if free or words().weight(text[start - 2 : start]) < 0 else None


def begins_person(text: str, found: Found, before: str) -> bool:
    """Return whether a surname opens the two characters and a title stands before them: 主席周宁一."""
    small = all(i[0].isdigit() and not i.endswith("00") for i in found.ids)
    return small and before in TITLE_ENDS and text[found.start] in surnames()


TITLE_ENDS = frozenset("者员长记席理任师授生士手兵演家监官")
WORDLIKE = frozenset("于向任和何时安石江万成方常连关单路水经应明全都边段党国官米花权帅阳温房乐冷谈盖位强盛满景解商游仇")


@cache
def surnames() -> frozenset[str]:
    """Return the common surnames (姓)."""
    text = (files("newscli.extractors.place") / "tables" / "surnames.txt").read_text(encoding="utf-8")
    return frozenset("".join(line for line in text.split("\n") if not line.startswith("#")))

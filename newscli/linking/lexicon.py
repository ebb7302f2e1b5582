"""Words with part of speech and cost.

A segmenter's model is more than the linker needs: it asks where a noun phrase beside a number begins and ends. A table of the
frequent words answers that, loads in some ten milliseconds and divides only the sentences that hold a number.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from newscli.linking.divide import NEVER, Entry
from newscli.rules.packed import load_table

MARKS = {
    ",": ",", "。": ".", ";": ";", ":": ":", "!": ".", "?": ".", "、": "、", "…": ",", "(": "(", ")": ")", "[": "(", "]": ")",
    "“": "<", "”": ">", "‘": "<", "’": ">", "《": "<", "》": ">", "「": "<", "」": ">", "『": "<", "』": ">", "【": ".", "】": ".", "—": ",",
}  # fmt: skip
"""Punctuation by what it does: < > quote, ( ) set aside, the rest divide."""
NEW = {1: 46, 2: 60, 3: 66}
"""Cost by length of a word that only the table of roles knows; 72 for longer ones."""


class Lexicon(NamedTuple):
    """Every word, every two characters with which a longer one begins, and punctuation by what it does."""

    words: dict[str, Entry]


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Return the packed lexicon with the roles of ``roles.toml`` laid over it."""
    listed: list[str] = []
    entries: list[Entry] = []
    for line in files(__package__).joinpath("lexicon.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            tag, bits, longest, words_of_entry = line.split(" ", 3)
            spelt = words_of_entry.split(" ")
            listed += spelt
            entries += [(int(bits), tag, int(longest))] * len(spelt)
    words = dict(zip(listed, entries, strict=True))  # made at once, in half the time of a thousand updates
    lay_roles_over(words)
    words.update({mark: (NEVER, tag, 0) for mark, tag in MARKS.items()})
    return Lexicon(words)


def lay_roles_over(words: dict[str, Entry]) -> None:
    """Enter the words of ``roles.toml`` with their tags, at the cost that they have or that words of their length have."""
    for role in load_roles():
        spoken = role["words"].split()
        for word in spoken:
            cost, _, opens = words.get(word, (NEVER, "x", 0))
            words[word] = (cost if cost < NEVER else NEW.get(len(word), 72), role["tag"], opens)
        enter_openings(words, spoken)


def enter_openings(words: dict[str, Entry], openers: Iterable[str]) -> None:
    """Enter the lengths of longer words at the two characters that begin them."""
    for word in openers:
        length = len(word)
        if length > 2:
            cost, tag, longest = words.get(word[:2], (NEVER, "x", 0))
            if longest < length:
                words[word[:2]] = (cost, tag, length)


@lru_cache(maxsize=1)
def load_roles() -> list[dict[str, Any]]:
    """Return the records of ``roles.toml``."""
    roles: list[dict[str, Any]] = load_table("newscli.linking", "roles.toml")["role"]
    return roles


@lru_cache(maxsize=1)
def load_endings() -> frozenset[str]:
    """Return the characters in which names of measured things end: 率, 额, 量."""
    return frozenset(next(role["endings"] for role in load_roles() if role["id"] == "suffix").split())


@lru_cache(maxsize=1)
def load_transitive() -> frozenset[str]:
    """Return the verbs of change whose object may stand before the number: 新增贷款2万亿元."""
    return frozenset(" ".join(role.get("transitive", "") for role in load_roles()).split())


@lru_cache(maxsize=1)
def load_grounds() -> frozenset[str]:
    """Return the nouns that only say where: 地区, 一带."""
    return frozenset(next(role["grounds"] for role in load_roles() if role["id"] == "scope").split())


@lru_cache(maxsize=1)
def load_sizes() -> frozenset[str]:
    """Return the nouns that only say of a change how large it is: 幅度, 目标."""
    return frozenset(next(role["sizes"] for role in load_roles() if role["id"] == "rate").split())


@lru_cache(maxsize=1)
def load_holding() -> frozenset[str]:
    """Return the verbs of level whose object may stand behind the number: 有30万亩耕地."""
    return frozenset(next(role["holding"] for role in load_roles() if role["id"] == "level").split())


@lru_cache(maxsize=1)
def load_ages() -> frozenset[str]:
    """Return the units of age, whose bearer may stand before the bracket: 叶某(男,26岁)."""
    return frozenset(next(role["ages"] for role in load_roles() if role["id"] == "suffix").split())


@lru_cache(maxsize=1)
def load_people() -> frozenset[str]:
    """Return the units that count people without saying which: 人."""
    return frozenset(next(role["people"] for role in load_roles() if role["id"] == "suffix").split())


@lru_cache(maxsize=1)
def load_directions() -> frozenset[str]:
    """Return the particles that make one word with the verb before them: 转出, 挖来."""
    return frozenset(next(role["directions"] for role in load_roles() if role["id"] == "particle").split())


@lru_cache(maxsize=1)
def load_growing() -> frozenset[str]:
    """Return the units that are growth in themselves: 番."""
    return frozenset(next(role["units"] for role in load_roles() if role["id"] == "increase").split())


@lru_cache(maxsize=1)
def load_naming() -> frozenset[str]:
    """Return the characters with which a verb of change says itself what changes: 提价, 增收, 裁员."""
    return frozenset(next(role["naming"] for role in load_roles() if role["id"] == "increase").split())

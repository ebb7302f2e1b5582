"""Words with part of speech and cost.

A segmenter's model is more than the linker needs: it asks where a noun phrase beside a number begins and ends. A table of the
frequent words answers that; packed as an automaton it is ready in a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import repeat
from typing import Any, Final, NamedTuple

from newscli.rules.automaton import Automaton, build_automaton, read_automaton
from newscli.rules.packed import load_table

Entry = tuple[int, str]
"""Cost and tag."""
UNKNOWN: Final[Entry] = (100, "x")
"""A character that no word of the table accounts for."""
BLANK: Final = "\n"
"""What stands for a mention and behind a stretch that is divided: a line end, which no word holds."""
SPACE: Final = " "
GAP: Final = "\t"
"""The tags of a space and of any other white space, which are no tokens."""

MARKS: Final = {
    ",": ",", "。": ".", ";": ";", ":": ":", "!": ".", "?": ".", "、": "、", "…": ",", "(": "(", ")": ")", "[": "(", "]": ")",
    "“": "<", "”": ">", "‘": "<", "’": ">", "《": "<", "》": ">", "「": "<", "」": ">", "『": "<", "』": ">", "【": ".", "】": ".", "—": ",",
}  # fmt: skip
"""Punctuation by what it does: < > quote, ( ) set aside, the rest divide."""
NEW: Final = {1: 46, 2: 60, 3: 66}
"""Cost by length of a word that only the table of roles knows; 72 for longer ones."""


PAUSE: Final = "、"
PAUSE_BYTE: Final = "/"
"""The one tag that is no ASCII character, and what stands for it where tags are bytes."""


def read_tags(tags: bytes) -> str:
    """Return tags as text, without the noughts that stand where no token begins."""
    return tags.translate(None, b"\0").decode("ascii").replace(PAUSE_BYTE, PAUSE)


class Spelling(dict[str, int]):
    """The tag of each character that stands by itself, as a byte; filled as characters are asked for."""

    def __init__(self, singles: Mapping[str, Entry]) -> None:
        super().__init__()
        self.singles = singles

    def __missing__(self, character: str) -> int:
        """Return the tag of a character that was never asked for: as listed, else a rare hanzi, a letter or a sign."""
        _, tag = self.singles.get(character) or (0, tag_of(character))
        self[character] = byte = ord(PAUSE_BYTE if tag == PAUSE else tag)
        return byte


def tag_of(character: str) -> str:
    """Return what a character is that no table knows."""
    if "\u4e00" <= character <= "\u9fff":
        return UNKNOWN[1]
    if character.isspace():
        return SPACE if character == SPACE else GAP
    return "X" if character.isalnum() else "-"


class Lexicon(NamedTuple):
    """The words of two characters and more, their tags and costs by number, and single characters and punctuation."""

    automaton: Automaton
    tags: bytes
    costs: bytes
    singles: dict[str, Entry]
    spelling: Spelling


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Return the lexicon as packed: the words of ``lexicon.txt`` with the roles of ``roles.toml`` laid over them."""
    packed = files(__package__).joinpath("packed")
    lines = packed.joinpath("words.txt").read_text(encoding="utf-8").splitlines()
    tags, costs, *singles = (line for line in lines if not line.startswith("#"))
    automaton = read_automaton(packed.joinpath("words.automaton").read_bytes(), lambda: longer(read_words()))
    entries = dict(read_singles(singles))
    return Lexicon(automaton, tags.encode("ascii"), bytes.fromhex(costs), entries, Spelling(entries))


def read_singles(lines: Iterable[str]) -> Iterator[tuple[str, Entry]]:
    """Yield single characters with their entries, and punctuation with what it does."""
    for line in lines:
        tag, cost, characters = line.split(" ")
        yield from zip(characters, repeat((int(cost), tag)), strict=False)
    for mark, tag in MARKS.items():
        yield mark, (0, tag)


def make_lexicon(words: dict[str, Entry]) -> Lexicon:
    """Return a lexicon of some words, not packed."""
    listed = longer(words)
    tags, costs = "".join(words[word][1] for word in listed), bytes(words[word][0] for word in listed)
    singles = {word: entry for word, entry in words.items() if len(word) == 1}
    return Lexicon(build_automaton(listed), tags.encode("ascii"), costs, singles, Spelling(singles))


def longer(words: Iterable[str]) -> list[str]:
    """Return the words of two characters and more, by number."""
    return [word for word in words if len(word) > 1]


def read_words() -> dict[str, Entry]:
    """Return the words of ``lexicon.txt`` with the roles laid over them."""
    words: dict[str, Entry] = {}
    for line in files(__package__).joinpath("lexicon.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            tag, cost, listed = line.split(" ", 2)
            words.update(dict.fromkeys(listed.split(" "), (int(cost), tag)))
    lay_roles_over(words)
    return words


def lay_roles_over(words: dict[str, Entry]) -> None:
    """Enter the words of ``roles.toml`` with their tags, at the cost that they have or, if lower, that words of their length have.

    What the dictionary counted seldom the press may use daily: 派发|现金 is no 派|发现|金.
    """
    for role in load_roles():
        for word in role["words"].split():
            usual = NEW.get(len(word), 72)
            known = words[word][0] if word in words else usual
            words[word] = (min(known, usual) if len(word) > 1 else known, role["tag"])


@lru_cache(maxsize=1)
def load_roles() -> list[dict[str, Any]]:
    """Return the records of ``roles.toml``."""
    roles: list[dict[str, Any]] = load_table("newscli.linking", "roles.toml")["role"]
    return roles


def listed(identity: str, field: str) -> frozenset[str]:
    """Return the words that a role lists for one purpose."""
    return frozenset(next(role[field] for role in load_roles() if role["id"] == identity).split())


@lru_cache(maxsize=1)
def load_endings() -> frozenset[str]:
    """Return the characters in which names of measured things end: 率, 额, 量."""
    return listed("suffix", "endings")


@lru_cache(maxsize=1)
def load_transitive() -> frozenset[str]:
    """Return the verbs of change whose object may stand before the number: 新增贷款2万亿元."""
    return frozenset(" ".join(role.get("transitive", "") for role in load_roles()).split())


@lru_cache(maxsize=1)
def load_grounds() -> frozenset[str]:
    """Return the nouns that only say where: 地区, 一带."""
    return listed("scope", "grounds")


@lru_cache(maxsize=1)
def load_sizes() -> frozenset[str]:
    """Return the nouns that only say of a change how large it is: 幅度, 目标."""
    return listed("rate", "sizes")


@lru_cache(maxsize=1)
def load_spans() -> frozenset[str]:
    """Return the nouns that only say when: 年份, 时段."""
    return listed("scope", "spans")


@lru_cache(maxsize=1)
def load_reaching() -> frozenset[str]:
    """Return the verbs of level that may follow a verb of change and leave it one: 增长高达."""
    return listed("level", "reaching")


@lru_cache(maxsize=1)
def load_holding() -> frozenset[str]:
    """Return the verbs of level whose object may stand behind the number: 有30万亩耕地."""
    return listed("level", "holding")


@lru_cache(maxsize=1)
def load_spending() -> frozenset[str]:
    """Return the words that bring in the time in which something is done: 用7个月完成设计."""
    return listed("level", "spending")


@lru_cache(maxsize=1)
def load_idle() -> frozenset[str]:
    """Return the nouns that only say again that a length of time is one: 一年的时间."""
    return listed("level", "idle")


@lru_cache(maxsize=1)
def load_toward() -> frozenset[str]:
    """Return the words between the two ends of a way: 江城到上海."""
    return listed("level", "toward")


@lru_cache(maxsize=1)
def load_causing() -> frozenset[str]:
    """Return the verbs after which a number of people opens what befell them: 致5人死亡."""
    return listed("predicate", "causing")


@lru_cache(maxsize=1)
def load_giving() -> frozenset[str]:
    """Return how a verb ends that has its receiver straight after it: 送给某人2万元."""
    return listed("predicate", "giving")


@lru_cache(maxsize=1)
def load_ages() -> frozenset[str]:
    """Return the units of age, whose bearer may stand before the bracket: 叶某(男,26岁)."""
    return listed("suffix", "ages")


@lru_cache(maxsize=1)
def load_sexes() -> frozenset[str]:
    """Return what may stand between a name and an age: 叶某(男,26岁)."""
    return listed("suffix", "sexes")


@lru_cache(maxsize=1)
def load_averages() -> frozenset[str]:
    """Return the words after a noun that share out what is said next: 农民人均增收."""
    return listed("suffix", "averages")


@lru_cache(maxsize=1)
def load_unsaid() -> frozenset[str]:
    """Return the words that stand where a subject would and are none: 据介绍, 即."""
    return listed("suffix", "unsaid")


@lru_cache(maxsize=1)
def load_people() -> frozenset[str]:
    """Return the units that count people without saying which: 人."""
    return listed("suffix", "people")


@lru_cache(maxsize=1)
def load_fitting() -> dict[str, tuple[str, ...]]:
    """Return by classifier how the words for what it counts end: 企业 and 单位 by 家."""
    fitting = next(role["fitting"] for role in load_roles() if role["id"] == "suffix")
    kinds = {unit: tuple(words.split()) for unit, words in fitting.items()}
    return kinds | dict.fromkeys(load_heads() | load_people(), load_persons())


@lru_cache(maxsize=1)
def load_heads() -> frozenset[str]:
    """Return the units that count persons only: 名, 位."""
    return listed("suffix", "heads")


@lru_cache(maxsize=1)
def load_persons() -> tuple[str, ...]:
    """Return how the words for persons end: 员, 者, 代表."""
    return tuple(listed("suffix", "persons"))


@lru_cache(maxsize=1)
def load_occasions() -> frozenset[str]:
    """Return the units that count how often something is done: 次."""
    return listed("predicate", "occasions")


@lru_cache(maxsize=1)
def load_directions() -> frozenset[str]:
    """Return the particles that make one word with the verb before them: 转出, 挖来."""
    return listed("particle", "directions")


@lru_cache(maxsize=1)
def load_growing() -> frozenset[str]:
    """Return the units that are growth in themselves: 番."""
    return listed("increase", "units")


@lru_cache(maxsize=1)
def load_naming() -> frozenset[str]:
    """Return the characters with which a verb of change says itself what changes: 提价, 增收, 裁员."""
    return listed("increase", "naming")

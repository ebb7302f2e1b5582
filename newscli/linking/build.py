"""Packs the frequent words of jieba's dictionary (MIT licence) into ``newscli/linking/lexicon.txt``.

Run it after an upgrade of jieba, and after every edit of ``roles.toml`` (once ``python -m newscli.rules.packed`` has packed that):
``python -m newscli.linking.build``. It packs both as an automaton that is ready in a few milliseconds, where loading a segmenter
costs a hundred.
"""

from __future__ import annotations

import importlib.util
import math
from collections import defaultdict
from pathlib import Path

from newscli.linking.divide import Stretch
from newscli.linking.lexicon import UNKNOWN, Entry, Lexicon, lay_roles_over, longer, make_lexicon, read_words
from newscli.linking.tokens import read_tokens
from newscli.rules.automaton import pack

TABLE = Path(__file__).with_name("lexicon.txt")
PACKED = Path(__file__).with_name("packed")
LONGEST = 4
"""Longer words of the dictionary are names and sayings, which divide into shorter ones without harm."""
RAREST = {1: 300, 2: 20, 3: 10, 4: 30}
"""How often a word of each length must have been counted to be worth its place."""
RAREST_COMPOUND = 3
"""The same for a noun of three characters that would else be divided into what is no noun: 用|水量, 慰问|金, 下|议院."""
COMPOUND = 3
STEPS_PER_BIT = 4
COMMON = frozenset({"n", "nz", "vn"})
"""The dictionary's tags of common nouns."""
COMPARING = frozenset("比较")
"""What ends no rare noun, because it opens a comparison after common ones: 产量|比去年."""
COUNTING = frozenset("一二三四五六七八九十两几数百千万亿前第")
"""What begins no word that a number is needed for."""
NOMINAL = frozenset("nwaxXGRkmvq")
"""What the parts of a compound may be, because phrases join them."""
PARTS = {
    "n": "n nz nt nr nrt nrfg ns j l i s ng vq an o",
    "w": "vn",
    "v": "v vg vd vi",
    "a": "a b z ag",
    "d": "d ad dg df",
    "p": "p",
    "c": "c",
    "u": "u ul uz ug uv ud y e k",
    "D": "uj",
    "t": "t tg",
    "r": "r rr rz rg",
    "f": "f",
    "m": "m mq mg",
    "q": "q",
    "x": "zg g h x",
}
HEADER = """\
# Words of modern Chinese with part of speech and cost, for the linker.
# Source: the dictionary of jieba 0.42.1, https://github.com/fxsjy/jieba, MIT licence, (c) 2013 Sun Junyi.
# Made by newscli/linking/build.py; do not edit: a word's part in linking is said in roles.toml.
# Each line: part of speech, cost (quarter bits of surprise), words.
"""
PACKED_HEADER = """\
# The words of ../lexicon.txt and ../roles.toml, packed by newscli/linking/build.py; do not edit.
# Tags of the words by their number in words.automaton; their costs, two figures each; then single characters: tag, cost, characters.
"""


def dictionary() -> Path:
    """Return where jieba keeps its word list."""
    spec = importlib.util.find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("jieba is not installed: pip install jieba")
    return Path(spec.submodule_search_locations[0]) / "dict.txt"


def simplified(word: str) -> bool:
    """Return whether every character is a hanzi of GB 2312; the dictionary holds debris outside of it."""
    try:
        return all("\u4e00" <= c <= "\u9fff" for c in word) and bool(word.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def undercut(words: dict[str, Entry], word: str) -> bool:
    """Return whether a word costs more than its parts do (高|个, 学习|部): no division ever holds it."""
    costs = [0]
    for end in range(1, len(word) + 1):
        ways = [costs[-1] + words.get(word[end - 1], UNKNOWN)[0]]
        ways += [
            costs[start] + words[part][0]
            for start in range(end - 1)
            if (part := word[start:end]) in words and part != word
        ]
        costs.append(min(ways))
    return len(word) > 1 and costs[-1] < words[word][0]


def whole(word: str) -> bool:
    """Return whether a word of three characters is one: not 产量|比, which opens a comparison, nor 一|年度."""
    return len(word) != COMPOUND or (word[-1] not in COMPARING and word[0] not in COUNTING)


def cost_of(count: str, total: int) -> int:
    """Return the cost of a word counted so often."""
    return round(-math.log2(int(count) / total) * STEPS_PER_BIT)


def rare_noun(word: str, count: str, tag: str) -> bool:
    """Return whether a word is a common noun of three characters, however rare."""
    return (
        len(word) == COMPOUND
        and tag in COMMON
        and word[-1] not in COMPARING
        and int(count) >= RAREST_COMPOUND
        and simplified(word)
    )


def broken_up(lexicon: Lexicon, word: str) -> bool:
    """Return whether a word would be divided into what no noun phrase holds."""
    return not NOMINAL.issuperset(read_tokens(Stretch(word, 0, len(word)), (), lexicon).tags)


def build() -> str:
    """Return the table as text."""
    part = {tag: letter for letter, tags in PARTS.items() for tag in tags.split()}
    counted = [line.split() for line in dictionary().read_text(encoding="utf-8").splitlines()]
    total = sum(int(count) for _, count, _ in counted)
    words: dict[str, Entry] = {}
    for word, count, tag in counted:
        if (
            len(word) <= LONGEST
            and int(count) >= RAREST[len(word)]
            and tag in part
            and simplified(word)
            and whole(word)
        ):
            words[word] = (cost_of(count, total), part[tag])
    words = {word: entry for word, entry in words.items() if not undercut(words, word)}
    compounds = [(word, cost_of(count, total)) for word, count, tag in counted if rare_noun(word, count, tag)]
    known = dict(words)
    lay_roles_over(known)
    lexicon = make_lexicon(known)
    words.update((word, (cost, "n")) for word, cost in compounds if word not in known and broken_up(lexicon, word))
    known |= words
    lay_roles_over(known)
    words = {word: entry for word, entry in words.items() if not undercut(known, word)}
    groups: dict[Entry, list[str]] = defaultdict(list)
    for word, entry in words.items():
        groups[entry].append(word)
    rows = sorted((tag, cost, sorted(listed)) for (cost, tag), listed in groups.items())
    return HEADER + "".join(f"{tag} {cost} {' '.join(listed)}\n" for tag, cost, listed in rows)


def packed_words(words: dict[str, Entry]) -> str:
    """Return tags and costs of the words by number, and the single characters."""
    listed = longer(words)
    tags, costs = "".join(words[word][1] for word in listed), bytes(words[word][0] for word in listed).hex()
    groups: dict[Entry, str] = defaultdict(str)
    for word in sorted(word for word in words if len(word) == 1):
        groups[words[word]] += word
    singles = (f"{tag} {cost} {characters}" for (cost, tag), characters in sorted(groups.items()))
    return PACKED_HEADER + "\n".join((tags, costs, *singles)) + "\n"


if __name__ == "__main__":
    TABLE.write_text(build(), encoding="utf-8")
    spoken = read_words()
    PACKED.mkdir(exist_ok=True)
    (PACKED / "words.txt").write_text(packed_words(spoken), encoding="utf-8")
    (PACKED / "words.automaton").write_bytes(pack(longer(spoken)))

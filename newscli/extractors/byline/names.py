"""Chinese personal names (人名): what may be one, and where several written without a gap are cut."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

from newscli.rules.hanzi import HANZI
from newscli.surnames import surname_ranks

SURNAME_COST: Final = {"most": 0.0, "many": 0.5, "some": 1.2, "few": 2.5, "seldom": 2.5, "rare": 4.0, "compound": 0.6}
NO_SURNAME: Final = 7.0
LENGTH_COST: Final = {2: 1.0, 3: 0.0, 4: 6.0}
DOUBLE_SURNAME_COST: Final = 3.0
"""A name of four characters that opens with two surnames (陈郑慧娟) is rarer than two names of two (李娜王芳)."""
COMPOUND_LENGTH_COST: Final = {3: 0.2, 4: 0.0}
FOREIGN_SOUNDS_COST: Final = 5.0
"""Four to six characters that all serve to write the sounds of other languages: 巴桑次仁, 阿拉坦仓, 娜仁图雅."""
LONGEST_FOREIGN: Final = 6
FEW_STRANGE: Final = 3
"""Of a name with dots, one character in so many may be another."""
PLAUSIBLE_COST: Final = 5.5
"""Up to this cost each, characters with no role word near them are believed to be names."""
LONGEST_CHINESE: Final = 4
LONGEST_RUN: Final = 24
HAN_RUN: Final = re.compile(HANZI + "+")
FOREIGN: Final = re.compile(rf"{HANZI}{{1,7}}(?:[·•・‧.][^\W\d_]{{1,8}}){{1,4}}")
DOTS: Final = re.compile(r"[·•・‧.]")
LATIN: Final = re.compile(r"[A-Z][A-Za-z.'-]{0,20}(?: [A-Z][A-Za-z.'-]{0,20}){0,3}")


@cache
def surname_costs() -> dict[str, float]:
    """Return what it costs to read a name that opens with each surname: less for those that more people bear."""
    return {surname: SURNAME_COST[rank] for surname, rank in surname_ranks().items()}


@cache
def foreign_sounds() -> frozenset[str]:
    """Return the characters with which names of other languages are written."""
    text = files("newscli.extractors.byline").joinpath("transliteration.tsv").read_text("utf-8")
    rows = [line.partition("\t")[2] for line in text.splitlines() if not line.startswith("#")]
    return frozenset("".join(rows[1:]))


def sounds_foreign(name: str) -> bool:
    """Return whether the characters of a name serve to write other languages' sounds; between dots most of them will do.

    >>> [sounds_foreign(name) for name in ("阿布都热合曼·吾守尔", "巴桑次仁", "丝路·新疆")]
    [True, True, False]
    """
    bare = DOTS.sub("", name)
    strange = sum(character not in foreign_sounds() for character in bare)
    return strange == 0 or (len(bare) < len(name) and strange * FEW_STRANGE <= len(bare))


def name_cost(name: str) -> float:
    """Return how hard it is to read two to six characters as one name."""
    costs = surname_costs()
    length = len(name)
    if length > LONGEST_CHINESE:
        return FOREIGN_SOUNDS_COST if sounds_foreign(name) else NO_SURNAME * 2
    plain = costs.get(name[0], NO_SURNAME) + LENGTH_COST[length]
    if length == 4 and name[0] in costs and name[1] in costs:
        plain = min(plain, costs[name[0]] + costs[name[1]] + DOUBLE_SURNAME_COST)
    if length > 2 and name[:2] in costs:
        plain = min(plain, costs[name[:2]] + COMPOUND_LENGTH_COST[length])
    if length == LONGEST_CHINESE and plain > FOREIGN_SOUNDS_COST and sounds_foreign(name):
        return FOREIGN_SOUNDS_COST
    return plain


def cut_names(run: str) -> tuple[tuple[str, ...], float]:
    """Return the best cut of a run of characters into names, with its mean cost; no names where there is no cut.

    >>> cut_names("李丹丹李婷婷")[0]
    ('李丹丹', '李婷婷')
    >>> cut_names("欧阳雪梅王芳")[0]
    ('欧阳雪梅', '王芳')
    >>> cut_names("巴桑次仁")[0]
    ('巴桑次仁',)
    """
    if not 2 <= len(run) <= LONGEST_RUN:
        return (), NO_SURNAME
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * len(run)
    for end in range(2, len(run) + 1):
        for length in range(2, LONGEST_FOREIGN + 1):
            start = end - length
            if start >= 0 and best[start][0] < float("inf"):
                # Each name costs a little, so that few long names beat many short ones.
                best[end] = min(best[end], (best[start][0] + name_cost(run[start:end]) + 0.5, start))
    total, names, end = best[-1][0], [], len(run)
    while end:
        start = best[end][1]
        names.append(run[start:end])
        end = start
    return tuple(reversed(names)), total / max(len(names), 1) - 0.5

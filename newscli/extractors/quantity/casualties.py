"""Tolls (伤亡): numbers straight before what befell people, their 人 left out (6死9伤, 致3死)."""

from __future__ import annotations

import re
from typing import Final

from newscli.extractors.quantity.lexicon import words
from newscli.extractors.quantity.numerals import CLOSES, FIGURES, HAN_LETTERS, SEVERAL, numeral_end
from newscli.rules.pattern import alternation

TOLL: Final = words().toll
HARMS: Final = tuple(TOLL["harms"])
HARM_FIRSTS: Final = frozenset(word[0] for word in HARMS)
HARM: Final = alternation(HARMS)
ONE_BEFORE: Final = re.compile(rf"[{FIGURES}{HAN_LETTERS}{SEVERAL}](?:{HARM})[、,]? ?$")
CAUSED: Final = re.compile(rf"(?:{alternation(TOLL['causes'])})$")


def is_toll(text: str, begin: int, start: int, end: int) -> bool:
    """Whether a number counts the dead or the hurt: one of two such (6死9伤), or behind a cause (致3死); not 九死一生, 三伤员.

    ``begin`` is where the hedge before the number begins, ``start`` and ``end`` are where the number does and where it ends.
    """
    harm = next((word for word in HARMS if text.startswith(word, end)), None)
    if harm is None:
        return False
    behind = end + len(harm)
    if is_harmed(text, behind):
        return True
    if text[behind] not in CLOSES and text[behind] not in TOLL["after"]:
        return False
    return bool(ONE_BEFORE.search(text, max(0, start - 6), start) or CAUSED.search(text, max(0, begin - 4), begin))


def is_harmed(text: str, at: int) -> bool:
    """Whether a second number with its harm stands at a place: 9伤 of 6死9伤."""
    start = at + 1 if text[at] in "、," else at
    start += text[start] == " "
    end = numeral_end(text, start)
    return end > start and text.startswith(HARMS, end)

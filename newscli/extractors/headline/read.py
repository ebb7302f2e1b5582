"""Headlines (标题): kicker (引题), main line (主题), deck (副题), column name (栏目)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscli.model import Headline

SECTION_TAIL = re.compile(r"[(（]([^()（）]{2,24})[)）]$")
SECTION_HEAD = re.compile(r"[(（【\[]([^()（）【】\[\]]{2,10})[)）】\]](?=.{4})")
DECK_HEAD = re.compile(r"——|--|—")
KICKER_TAIL = re.compile(r"(?:强调|指出|时|要求|提出|会见|——|:|：|,|，)$")


def read_headline(lines: Sequence[str]) -> Headline | None:
    """Return the headline block of its printed lines.

    >>> read_headline(("“账本”里看变化（人民时评）",)).section
    '人民时评'
    """
    if not lines:
        return None
    kicker = lines[0] if len(lines) > 2 or (len(lines) > 1 and KICKER_TAIL.search(lines[0])) else None
    decks = [line for line in lines[1:] if DECK_HEAD.match(line)]
    deck = decks[0] if decks else lines[-1] if len(lines) > 1 and not (kicker and len(lines) == 2) else None
    match = SECTION_TAIL.search(lines[-1]) or SECTION_HEAD.match(lines[0])
    return Headline(tuple(lines), kicker, deck, match[1] if match else None)

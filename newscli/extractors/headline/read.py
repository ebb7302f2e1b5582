"""Headlines (标题): kicker (引题), main line (主题), deck (副题), column name (栏目)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newscli.model import Headline

SECTION_TAIL: Final = re.compile(r"[(（]([^()（）]{2,24})[)）]$")
SECTION_HEAD: Final = re.compile(r"[(（【\[]([^()（）【】\[\]]{2,10})[)）】\]](?=.{4})")
DECK_HEAD: Final = re.compile(r"——|--|—")
POINTS: Final = frozenset("●■◆▲★◎□○◇△☆▶►◼◾▪")
"""What opens the points of a summary (提要), which stands for the deck where there is no other, and the items of lists."""
KICKER_TAIL: Final = re.compile(r"(?:强调|指出|时|要求|提出|会见|——|:|：|,|，)$")


def read_headline(lines: Sequence[str]) -> Headline | None:
    """Return the headline block of its printed lines.

    >>> read_headline(("“账本”里看变化（人民时评）",)).section
    '人民时评'
    >>> read_headline(("住房建设提速", "●四年投资542亿元●竣工8012万平方米", "●人均面积翻番")).deck
    '●四年投资542亿元●竣工8012万平方米 ●人均面积翻番'
    """
    if not lines:
        return None
    match = SECTION_TAIL.search(lines[-1]) or SECTION_HEAD.match(lines[0])
    section = match[1] if match else None
    if len(lines) == 1:
        return Headline(tuple(lines), section=section)
    plain = [line for line in lines[1:] if line[0] not in POINTS]
    kicker, deck = read_parts([lines[0], *plain])
    summary = " ".join([line for line in lines[1:] if line[0] in POINTS])
    return Headline(tuple(lines), kicker, deck or summary or None, section)


def read_parts(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """Return kicker and deck of a headline's lines, its summary left out."""
    kicker = lines[0] if len(lines) > 2 or (len(lines) > 1 and KICKER_TAIL.search(lines[0])) else None
    decks = [line for line in lines[1:] if DECK_HEAD.match(line)]
    deck = decks[0] if decks else lines[-1] if len(lines) > 1 and not (kicker and len(lines) == 2) else None
    return kicker, deck

"""Datelines that a column broke in two, put together before anything is asked of their blocks."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newscli.extractors.dateline import BRACKETED_LEAD, LEAD_WORD, find_lead, find_leads, opens_like_lead
from newscli.page.wrap import Block, read_block

LONGEST_LEAD: Final = 30


def rejoin_leads(blocks: list[Block]) -> tuple[list[Block], list[str]]:
    """Return the blocks and their texts, with datelines that a column broke in two put together: 新华社北京2月18日体育专⏎⏎电(记者王镜宇)."""
    texts = list(map(read_block, blocks))
    if not any([len(above) <= LONGEST_LEAD and parts_lead(above, text) for above, text in pairwise(texts)]):  # noqa: C419 - quicker
        return blocks, texts
    joined: list[Block] = []
    above = ""
    for block, text in zip(blocks, texts):
        if len(above) <= LONGEST_LEAD and joined and parts_lead(above, text):
            above += text
            joined[-1] += block
        else:
            above = text
            joined.append(block)
    return joined, list(map(read_block, joined))


def parts_lead(above: str, text: str) -> bool:
    """Return whether a dateline begins in one text and ends in the next."""
    whole = above + text[:BRACKETED_LEAD]
    if (
        not LEAD_WORD.match(whole, 0, BRACKETED_LEAD)
        or not opens_like_lead(above)
        or find_leads(above)
        or find_leads(text)
    ):
        return False
    lead = find_lead(whole)
    return lead is not None and lead.end > len(above)

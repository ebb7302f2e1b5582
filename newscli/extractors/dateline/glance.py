"""A glance that sends most texts away before a dateline is looked for."""

from __future__ import annotations

import re
from typing import Final

from newscli.extractors.dateline.read import COUNTRY, Lead, find_lead

NO_LEAD_WORD: Final = r"[^,。;!?:()\[\]【】〔〕电讯稿消报]*+"
LEAD_WORD: Final = re.compile(
    rf".{NO_LEAD_WORD}(?:(?:消(?!息)|报(?![道导])){NO_LEAD_WORD})*+(?:{COUNTRY}{NO_LEAD_WORD})?[电讯稿消报]"
)
"""The word that ends a dateline, in the first clause: no dateline reaches over a bracket but that of a country and one it opens with."""
LEAD_ENDS: Final = tuple("报讯电消稿")
"""The last letters of such words."""
BRACKETED_LEAD: Final = 40


def find_leads(text: str) -> Lead | None:
    """Return the dateline that opens a text; most texts are sent away by a glance."""
    head = text[:BRACKETED_LEAD]
    return find_lead(text) if any(end in head for end in LEAD_ENDS) and LEAD_WORD.match(head) else None

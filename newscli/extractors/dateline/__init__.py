"""Datelines (电头): 本报嘉兴1月31日电 and its kin."""

from newscli.extractors.dateline.glance import BRACKETED_LEAD, LEAD_WORD, find_leads
from newscli.extractors.dateline.read import Lead, find_end_lead, find_lead, opens_like_lead

__all__ = ["BRACKETED_LEAD", "LEAD_WORD", "Lead", "find_end_lead", "find_lead", "find_leads", "opens_like_lead"]

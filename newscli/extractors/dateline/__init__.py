"""Datelines (电头): 本报嘉兴1月31日电 and its kin."""

from newscli.extractors.dateline.read import COUNTRY, Lead, find_end_lead, find_lead, opens_like_lead

__all__ = ["COUNTRY", "Lead", "find_end_lead", "find_lead", "opens_like_lead"]

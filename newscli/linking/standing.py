"""What a place named in the text can do for a number: its standing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from newscli.linking.cues import load_cues
from newscli.model import Toponym

Standing = Literal["own", "modifier", "part", "aside"]
"""``own`` names a place; ``modifier`` stands before a noun (中国高校); ``part`` belongs to an organisation's name;
``aside`` says where something goes or comes from, or in what field a rank or share holds."""


def is_name(text: str, span: tuple[int, int], place: Toponym) -> bool:
    """Return whether a mention names a place at all: not the grade in 世界级, not a village that no gazetteer knows."""
    cues, (start, end) = load_cues(), span
    if place.in_name in ("media", "person") or text.startswith(cues.graded, end):
        return False
    if place.level == "country" and text.endswith(cues.styled, max(start - 2, 0), start):
        return False
    return place.level not in ("village", "township") or place.code is not None


def standing_of(text: str, span: tuple[int, int], place: Toponym, ranks: Mapping[int, bool]) -> Standing:
    """Return what a place can do for a number; ``ranks`` holds where ranks begin, and whether they are a first."""
    cues = load_cues()
    start, end = span
    everywhere = place.level == "world" or (text[start:end] in cues.everywhere and text[start:end] != place.name)
    if end in ranks and (not ranks[end] or everywhere or cues.stand_ins.fullmatch(text, start, end)):
        return "aside"  # 全省首例 is found where the case was, but 中国首部电影 is a film of China
    if text.endswith(cues.share, max(start - 3, 0), start) or text.startswith(cues.hailing, end):
        return "aside"
    if not everywhere and text.endswith(cues.toward, max(start - 3, 0), start):
        return "aside"
    if place.in_name in ("org", "body") and text.endswith(cues.source, max(start - 3, 0), start):
        return "part"
    if place.locates:
        return "own"
    return "modifier" if place.in_name is None else "part"

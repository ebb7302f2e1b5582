"""What a place named in the text can do for a number: its standing."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from newscli.linking.cues import load_cues
from newscli.model import Toponym

Standing = Literal["own", "modifier", "part", "aside"]
"""``own`` names a place; ``modifier`` stands before a noun (中国高校); ``part`` belongs to an organisation's name;
``aside`` says where something goes or comes from, or in what field a rank or share holds."""


def is_name(text: str, end: int, place: Toponym) -> bool:
    """Return whether a mention names a place at all: not the grade in 世界级, not a village that no gazetteer knows."""
    if place.in_name in ("media", "person") or text.startswith(load_cues().graded, end):
        return False
    return place.level not in ("village", "township") or place.code is not None


def standing_of(text: str, span: tuple[int, int], place: Toponym, ranks: Collection[int]) -> Standing:
    """Return what a place can do for a number; ``ranks`` are the offsets at which ranks begin."""
    cues = load_cues()
    start, end = span
    everywhere = place.level == "world" or text[start:end] in cues.everywhere
    if end in ranks or text.endswith(cues.share, max(start - 3, 0), start) or text.startswith(cues.hailing, end):
        return "aside"
    if not everywhere and text.endswith(cues.toward, max(start - 3, 0), start):
        return "aside"
    if place.in_name in ("org", "body") and text.endswith(cues.source, max(start - 3, 0), start):
        return "part"
    if place.locates:
        return "own"
    return "modifier" if place.in_name is None else "part"

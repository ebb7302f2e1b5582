"""The working value of this folder: a name accepted as a place, on its way to becoming a mention."""

from __future__ import annotations

from dataclasses import dataclass

from newscli.model import NameKind


@dataclass(slots=True)
class Found:
    """A name accepted as a place, its possible ids not yet narrowed down."""

    start: int
    end: int
    ids: tuple[str, ...]
    rule: str
    level: str = ""
    """Set where the place is not the division itself: a zone, village or road of it."""
    name: str = ""
    """Set where the name as written says more than the division's: 麻铺村."""
    chosen: str | None = None
    in_name: NameKind | None = None
    locates: bool = True
    describes: bool = False
    pointer: str = ""
    """The level that an expression without a name points to: 全省 → province."""

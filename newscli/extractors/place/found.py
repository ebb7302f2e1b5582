"""The working value of this folder: a name accepted as a place, on its way to becoming a mention."""

from __future__ import annotations

from newscli.model import NameKind


class Found:
    """A name accepted as a place, its possible ids not yet narrowed down; most are names and nothing more."""

    __slots__ = (
        "chosen",
        "describes",
        "end",
        "ids",
        "in_name",
        "level",
        "locates",
        "name",
        "pointer",
        "rule",
        "start",
    )

    def __init__(self, start: int, end: int, ids: tuple[str, ...], rule: str) -> None:
        self.start = start
        self.end = end
        self.ids = ids
        self.rule = rule
        self.level = ""
        """Set where the place is not the division itself: a zone, village or road of it."""
        self.name = ""
        """Set where the name as written says more than the division's: 麻铺村."""
        self.chosen: str | None = None
        self.in_name: NameKind | None = None
        self.locates = True
        self.describes = False
        self.pointer = ""
        """The level that an expression without a name points to: 全省 → province."""

    def called(self, level: str, name: str) -> Found:
        """Return the same, of another level than the division's and with a name of its own."""
        self.level, self.name = level, name
        return self

    def unlocated(self) -> Found:
        """Return the same, as what says more than where."""
        self.locates = False
        return self

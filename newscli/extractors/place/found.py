"""The working value of this folder: a name accepted as a place, on its way to becoming a mention."""

from __future__ import annotations

from newscli.model import NameKind


class Found:
    """A name accepted as a place, its possible ids not yet narrowed down.

    Most are names and nothing more: what is said here for all of them is written only where it is otherwise.
    """

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

    def __init__(self, start: int, end: int, ids: tuple[str, ...], rule: str) -> None:
        self.start = start
        self.end = end
        self.ids = ids
        self.rule = rule

    def called(self, level: str, name: str) -> Found:
        """Return the same, of another level than the division's and with a name of its own."""
        self.level, self.name = level, name
        return self

    def unlocated(self) -> Found:
        """Return the same, as what says more than where."""
        self.locates = False
        return self

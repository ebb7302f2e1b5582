"""What the story above a line is like, as far as its signatures tell: a signed feature has subheads, a brief has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newscli.extractors.byline import read_signed_tail
from newscli.extractors.dateline import find_end_lead
from newscli.page.features import Features

BRIEF: Final = 3
"""A story that opens with a dateline and has had so few paragraphs, none of them a heading, is a brief so far."""
SIGNATURE_REACH: Final = 10
"""So many blocks below a heading a signature is looked for."""
LONGEST_HEADING: Final = 24


@dataclass(slots=True)
class Above:
    """The story so far above a block, kept up to date from block to block."""

    opened: str = ""
    """``byline`` line, ``jump`` line, ``lead`` or ``name``; nothing before the first of them and after the end of a story."""
    paragraphs: int = 0
    """Paragraphs since."""
    headings: int = 0
    """Lines like subheads since."""
    dated: bool = False
    """It has a dateline in front."""

    def enter(self, opened: str, paragraphs: int, *, dated: bool) -> None:
        """Begin anew with a sign of a story's beginning, or with none."""
        self.opened, self.paragraphs, self.headings, self.dated = opened, paragraphs, 0, dated

    def pass_over(self, look: Features) -> None:
        """Take in a further block."""
        opened = "" if look.plain else opening_of(look)
        if look.closes:
            self.enter("", 0, dated=False)
        elif opened == "lead":
            self.enter("lead", 1, dated=True)
        elif opened:
            self.enter(opened, 0, dated=self.dated and self.paragraphs == 1)
        elif look.title_like and look.length <= LONGEST_HEADING:
            self.headings += 1
        elif self.opened:
            self.paragraphs += 1


def opening_of(look: Features) -> str:
    """Return which sign of a story's beginning a block is."""
    if look.lead:
        return "lead"
    if look.jump_in:
        return "jump"
    if look.byline and not look.closes:
        return "byline" if look.signed else "name"
    return ""


def signed_below(looks: Sequence[Features], index: int, above: Above) -> bool:
    """Return whether the text right below a line ends with its writer or, under a dateline story, with a dateline of its own.

    河南鄢陵县  邢先生 is a writer. A feature signed in its second line may end with (本报雅加达10月18日电) itself.
    """
    headed = True
    for look in looks[index + 1 : index + 1 + SIGNATURE_REACH]:
        if look.byline:
            return look.closes
        headed = headed and look.title_like and not (look.lead or look.jump_in)
        if headed:
            continue  # the headline's other lines
        if above.dated and look.text.endswith(("电)", "讯)")) and find_end_lead(look.text):
            return True
        if look.title_like or look.lead or look.jump_in:
            return False
        if look.closes:
            return bool(read_signed_tail(look.text))
    return False


def is_anchor(look: Features) -> bool:
    """Return whether a block shows by itself that a story begins above it."""
    return bool(look.lead or look.jump_in or look.signed)


def context_evidence(above: Above, *, signed: bool, broken: bool) -> tuple[str, ...]:
    """Return what a signed story above says about a story's beginning at a line over plain text."""
    if signed:
        return ("the story above is signed, and so is the text below",)
    if above.opened in ("byline", "jump") and above.paragraphs:
        return ("a signed story has subheads",)
    if above.opened == "lead" and above.paragraphs == 1 and not above.headings and not broken:
        return ("a single paragraph has no subheads",)
    if above.opened == "lead" and 0 < above.paragraphs <= BRIEF and not above.headings:
        return ("a brief has no subheads",)
    return ()

"""From labelled blocks to stories: headline lines, signatures, paragraphs with their pieces rejoined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from newscli.extractors.byline import read_bracket
from newscli.page import marks
from newscli.page.evidence import Habits
from newscli.page.features import Features, is_balanced
from newscli.page.stories import BEFORE_TEXT, Labelling

BRACKETS: Final = ")]】〕"
PAIR_OF_PHRASES: Final = 16
SHORT_SUBHEAD, SET_OF_SUBHEADS = 14, 2
"""Subheads come in sets: two such lines in a story are no pieces of paragraphs."""
SUBHEAD: Final = 30
"""A subhead has fewer characters; a longer line without a stop is the piece of a paragraph."""


class Passage:
    """A paragraph in the making: blocks to be printed as one, from a given character of the first to one of the last."""

    def __init__(self, look: Features) -> None:
        self.looks = [look]
        self.skip = look.jump_in
        """Characters of a jump line at the head, with the spaces after it."""
        self.drop = look.jump_out
        """Characters of a jump line at the tail, with the spaces before it."""

    @property
    def text(self) -> str:
        """The folded text."""
        whole = self.looks[0].text if len(self.looks) == 1 else "".join([look.text for look in self.looks])
        return whole[self.skip : len(whole) - self.drop] if self.skip or self.drop else whole

    def runs(self) -> list[tuple[int, int]]:
        """Return the runs of the document that the paragraph is made of."""
        runs = [(line.start, line.end) for look in self.looks for line in look.block]
        return clip(runs, self.skip, self.drop) if self.skip or self.drop else runs

    def printed(self, document: str) -> str:
        """Return the text as the document prints it."""
        if len(self.looks) == len(self.looks[0].block) == 1 and not (self.skip or self.drop):
            line = self.looks[0].first
            return document[line.start : line.end]
        return "".join([document[start:end] for start, end in self.runs()])


def clip(runs: Sequence[tuple[int, int]], skip: int, drop: int) -> list[tuple[int, int]]:
    """Return runs without so many characters at the head and at the tail, which may reach over the end of a line.

    >>> clip([(0, 20), (21, 24)], 0, 7)
    [(0, 16), (21, 21)]
    """
    clipped: list[tuple[int, int]] = []
    place, last = 0, sum(end - start for start, end in runs) - drop
    for start, end in runs:
        head = min(start + max(skip - place, 0), end)
        clipped.append((head, max(head, min(end, start + last - place))))
        place += end - start
    return clipped


class Draft:
    """A story in the making."""

    def __init__(self, looks: Sequence[Features], labels: str, evidence: list[str], passages: list[Passage]) -> None:
        self.looks = looks
        self.labels = labels
        """The labels of its blocks, one character each."""
        self.evidence = evidence
        """Why it begins where it does: the evidence of its headline, or of its first block."""
        self.passages = passages
        self.repeats = any([look.repeated for look in looks])  # noqa: C419 - quicker
        """The page has printed one of its blocks before."""

    def labelled(self, labels: str) -> list[Features]:
        """Return the blocks that bear one of the labels, given as one string."""
        return [look for look, label in zip(self.looks, self.labels) if label in labels]

    def bears(self, labels: frozenset[str]) -> bool:
        """Return whether a block bears one of the labels."""
        return not labels.isdisjoint(self.labels)


def group(looks: Sequence[Features], labelling: Labelling, habits: Habits) -> list[Draft]:
    """Return the stories of a page, in order."""
    starts = [0, *[index for index in labelling.openings if index]]
    drafts: list[Draft] = []
    for start, end in pairwise([*starts, len(looks)]) if looks else ():
        own, labels = looks[start:end], labelling.labels[start:end]
        evidence: list[str] = []
        heads = len(labels) - len(labels.lstrip(BEFORE_TEXT))
        for index in range(start, min(start + heads + 1, end)):
            evidence += labelling.evidence.get(index, ())
        drafts.append(Draft(own, labels, evidence, join_passages(own, labels, habits)))
    return drafts


def join_passages(looks: Sequence[Features], labels: str, habits: Habits) -> list[Passage]:
    """Return the paragraphs of a story, pieces that columns and wraps had parted rejoined."""
    passages: list[Passage] = []
    above: Features | None = None
    closed = "" if habits.indented else "stop"
    if habits.broken and count_subheads(looks, labels) >= SET_OF_SUBHEADS:
        habits = replace(habits, broken=False)
    for look, label in zip(looks, labels):
        if label not in "LBDP" and not (label == "E" and is_note(look)):
            above = None
            continue
        if above is None or (above.plain and above.ending == closed):
            # A finished paragraph, where the page does not tell paragraphs apart by their indents.
            passages.append(Passage(look))
        elif belongs(passages[-1].looks[0], above, look, habits):
            passages[-1].looks.append(look)
            passages[-1].drop = look.jump_out
        else:
            passages.append(Passage(look))
        above = look
    return passages


def count_subheads(looks: Sequence[Features], labels: str) -> int:
    """Return how many short lines of a story have the shape of subheads."""
    short = [look for look, label in zip(looks, labels) if look.length <= SHORT_SUBHEAD and label == "B"]
    return sum(map(is_plain, short))


def is_note(look: Features) -> bool:
    """Return whether an end line is part of the text: (本报平壤9月8日电), (石  鸣), and neither a byline line nor a jump line."""
    return (not look.byline or look.text[0] == "(") and look.jump_out < look.length


def is_plain(look: Features) -> bool:
    """Return whether a line has the shape of a subhead, in one phrase or two (产业旺了,日子甜了), and not of running text."""
    if not look.title_like or look.length > SUBHEAD or marks.running_head().match(look.text):
        return False
    return (
        is_balanced(look.text)
        and look.text.count(",") <= (look.length <= PAIR_OF_PHRASES)
        and not any(mark in look.text for mark in "。;")
    )


def is_bare_lead(look: Features) -> bool:
    """Return whether a block holds a dateline with its signatures and no text yet: 扬子晚报网7月24日讯(记者范晓林)."""
    if look.lead is None or not (look.length == look.lead.end or look.text[-1] in BRACKETS):
        return False
    return look.length == max(look.lead.end, read_bracket(look.text, look.lead.after)[1])


def belongs(first: Features, above: Features, look: Features, habits: Habits) -> bool:
    """Return whether a block is the next piece of the paragraph that begins with ``first`` and so far ends with ``above``."""
    if look.row or look.lead or look.signed or marks.counts_item(look.text) or above.jump_out:
        return False
    if is_bare_lead(above):
        return True
    if habits.indented and (first.first.indent >= 2 or look.first.indent >= 2):
        return look.first.indent < 2 and not (look.title_like and above.ending == "stop")
    if look.title_like and above is first and marks.counts_item(above.text):
        return False  # 2.习水县:24.85万吨,增长0.8% is an item, and the short line under it no piece of it
    if above.ending in ("open", "comma"):
        # Verses and the rows of a table stay lines; on a page whose columns break, one such line is a piece.
        return not (is_plain(above) and (is_plain(look) or not habits.broken))
    return above.ending in ("colon", "closer") and habits.broken and not above.captioned

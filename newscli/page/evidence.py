"""What speaks for and against each label that a block of a page may bear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from newscli.extractors.headline import POINTS
from newscli.page import marks
from newscli.page.cohesion import Overlap, Recurrence
from newscli.page.context import is_anchor
from newscli.page.features import LEADING_OVER, Features, is_balanced, is_notice, is_series

Label = str
"""Headline line, anchor (byline or jump line), lead paragraph, body, lead without a headline, caption, credit, photo title, end line."""

SELDOM, SOMETIMES, RARELY, OFTEN, MOSTLY = 0.05, 0.15, 0.2, 0.4, 0.6
OVERLAPS: Final = (
    (0.025, "other words below than above"),
    (0.05, "few words in common"),
    (0.08, "as many words in common as may be"),
    (0.12, "some words in common"),
)
SIGNED_STORIES: Final = 2
FEWEST_PARAGRAPHS: Final = 3
"""On a page with fewer long paragraphs, every sentence tells whether paragraphs are indented."""
PARAGRAPH_INDENT: Final = 2
"""Characters by which a paragraph is indented at least."""
INDENTED_BELOW: Final = ("indented below a line that is not",)
DEEPEST_INDENT: Final = 5
"""Paragraphs are indented by two full-width characters at most; what stands further in is centred."""
SHORT_TITLE, LONG_TITLE, PARAGRAPH, COMMON_SUBHEAD, LONG_SUBHEAD = 6, 45, 46, 15, 20


TORN: Final = frozenset({"open", "comma"})


@dataclass(frozen=True, slots=True)
class Habits:
    """How a page sets its text, as far as its stories' limits depend on it."""

    gap: int
    """Blank lines between two paragraphs."""
    indented: bool
    """Paragraphs open with an indent."""
    broken: bool
    """Columns break its paragraphs."""
    signed: bool
    """Stories of the page have datelines or byline lines."""


def find_habits(looks: Sequence[Features]) -> Habits:
    """Return how the page sets its text."""
    gaps = Counter([look.first.gap for look in looks[1:]])
    long = [look for look in looks if look.length > PARAGRAPH]
    if len(long) < FEWEST_PARAGRAPHS:
        long = [look for look in looks if look.length > PARAGRAPH or "。" in look.text]
    indented = sum([look.first.indent >= 2 for look in long])
    torn = [
        look
        for look, below in pairwise(looks)
        if look.ending in TORN and (below.plain or not (below.byline or is_anchor(below)))
    ]
    broken = (
        any(look.length > PARAGRAPH for look in torn)
        or sum("," in look.text and look.length > LONG_SUBHEAD for look in torn) > 1
    )
    gap = gaps.most_common(1)[0][0] if gaps else 0
    headed = sum([look.title_like and look.first.gap > gap and not above.title_like for above, look in pairwise(looks)])
    heads = len([look for look in looks if look.lead or (look.signed and not look.closes)])
    signed = heads >= SIGNED_STORIES and 2 * heads >= headed
    return Habits(gap, 2 * indented >= len(long) > 0, broken, signed)


Names = tuple[str, ...]
"""What speaks for or against something, by the names of its weights; what is usual is made once for all blocks."""
NOTHING: Final[Names] = ()
HEADLINE: Final[Names] = ("short line without a stop",)
PARAGRAPH_LINE: Final[Names] = ("paragraph",)
QUESTION: Final[Names] = ("question or cry",)
SENTENCE: Final[Names] = ("sentence",)
OPEN_LINE: Final[Names] = ("line without a stop in the text",)


def headline_evidence(look: Features) -> Names:
    """Return what speaks for a block as the first line of a headline."""
    text, evidence = look.text, HEADLINE
    if " " in text[2:-2] and not text.isascii():
        evidence += ("two halves with a space",)
    if text[0] == "(" and marks.LABEL_HEAD.match(text):
        evidence += ("label in brackets",)
    if look.length > COMMON_SUBHEAD:
        evidence += ("longer than subheads are",)
    if text.startswith(("—", "--")):
        evidence += ("deck alone",)
    return evidence


def title_evidence(look: Features) -> Names:
    """Return what speaks for and against a block as any line of a headline."""
    return border_evidence(look) + kind_evidence(look) + shape_evidence(look)


def border_evidence(look: Features) -> Names:
    """Return what the first and the last character of a line and its quotes say of it as a line of a headline."""
    text, evidence = look.text, NOTHING
    if text[-1] == ")" and marks.COLUMN_TAIL.search(text, 1):
        evidence += ("column name in brackets",)
    if not is_balanced(text):
        evidence += ("open quote",)
    if text[0] in ",。、;:!?)”’》%" or text[-1] in "、;":
        evidence += ("starts inside a sentence",)
    if text[-1] == ":":
        evidence += ("ends in a colon",)
    if text[-1] == ",":
        evidence += ("ends in a comma",)
    if text.endswith(LEADING_OVER):
        evidence += ("leads over to the next line",)
    return evidence


def kind_evidence(look: Features) -> Names:
    """Return what a line is by its words, that is no headline or a very common one."""
    text, evidence = look.text, NOTHING
    if ":" in text and marks.SPEAKER.match(text):
        evidence += ("line of an interview",)
    if ":" in text and marks.contact().search(text):
        evidence += ("where to write or call",)
    if look.length <= LONG_SUBHEAD and is_notice(text):
        evidence += ("title of a notice",)
    if is_series(text):
        evidence += ("name of a series",)
    if marks.PHOTO_TITLE.match(text):
        evidence += ("title of a photo report",)
    return evidence


def shape_evidence(look: Features) -> Names:
    """Return what the length of a line, its stops and its first words say of it as a line of a headline."""
    text, evidence = look.text, NOTHING
    if "。" in text and "。" in text.rstrip("”’」』)》")[:-1]:
        evidence += ("holds a sentence",)
    if look.length < SHORT_TITLE:
        evidence += ("very short",)
    if look.length > LONG_TITLE:
        evidence += ("long for a headline",)
    if marks.counts_item(text):
        evidence += ("counts an item",)
    if text[-1] in "?!":
        evidence += ("ends in a question or cry",)
    if "," in text:
        evidence += ("has commas",)
    if marks.running_head().match(text):
        evidence += ("reads like running text",)
    return evidence


def indent_evidence(look: Features, above: Features | None, habits: Habits) -> Names:
    """Return what the indent says of a block as a further line of a headline: the text may break off after its first line."""
    if not habits.indented or above is None or not above.title_like or above.first.indent >= PARAGRAPH_INDENT:
        return NOTHING
    return INDENTED_BELOW if PARAGRAPH_INDENT <= look.first.indent <= DEEPEST_INDENT else NOTHING


def opening_evidence(look: Features, above: Features | None, habits: Habits) -> Names:
    """Return what speaks for and against a story's beginning with this block."""
    if above is None:
        return ("opens the page",)
    gap, evidence = look.first.gap, NOTHING
    if look.first.parted:
        evidence += ("follows the paper's line",)
    elif above.closes:
        evidence += ("follows its writer's name" if above.byline else "follows the end of a story",)
    elif above.ending == "stop":
        evidence += ("follows a finished sentence",)
    elif above.repeated:
        evidence += ("follows a repeated passage",)
    elif above.ending != "closer" and (above.length > PARAGRAPH or above.ending != "open"):
        evidence += ("breaks off the text above",)
    elif above.title_like and not above.byline:
        evidence += ("follows an open line",)
    if look.first.number - above.block[-1].number - 1 > gap:
        evidence += ("follows furniture",)
    if gap > habits.gap:
        evidence += ("follows a wider gap",)
    if habits.indented:
        paragraph = PARAGRAPH_INDENT <= look.first.indent <= DEEPEST_INDENT
        evidence += ("indented like a paragraph" if paragraph else "stands out of the indent",)
    return evidence


def flow_evidence(above: Features | None, habits: Habits) -> Names:
    """Return what the text above says for a block's going on with it."""
    if above is None or above.repeated or above.ending not in ("open", "comma"):
        return NOTHING
    if above.length > PARAGRAPH or not above.title_like:
        return ("goes on with the text above",)
    return ("may go on with the line above",) if habits.broken else NOTHING


def text_evidence(look: Features, above: Features | None, habits: Habits) -> Names:
    """Return what speaks for and against a block as running text."""
    if look.length > PARAGRAPH:
        evidence = PARAGRAPH_LINE
    elif look.ending == "stop":
        evidence = QUESTION if look.text[-1] in "!?" else SENTENCE
    else:
        evidence = OPEN_LINE
    unindented = habits.indented and above is not None and above.ending == "stop" and look.first.indent < 2
    if unindented and not look.title_like:
        evidence += ("not indented like the paragraphs",)
    if look.length <= LONG_TITLE and not look.plain and marks.LEGEND.search(look.text[-4:]):
        evidence += ("legend of a picture in the text",)
    return evidence


def body_evidence(look: Features, above: Features | None, habits: Habits) -> Names:
    """Return what speaks against a block's being inside a story."""
    evidence = NOTHING
    if look.first.gap > habits.gap and above is not None and above.complete:
        evidence += ("wider gap inside the text",)
    if look.lead:
        evidence += ("another dateline inside the story",)
    return evidence


def headless_evidence(look: Features) -> Names:
    """Return what speaks for and against a story's opening with this text and no headline."""
    if look.jump_in:
        return ("no headline", "jump line opens the text")
    if look.lead is None:
        return ("no headline and nothing else",)
    dated = look.lead.dateline.date is not None
    return ("no headline", "dateline without a headline" if dated else "brief of the paper without a headline")


def under_evidence(look: Features, label: Label, habits: Habits) -> Names:
    """Return what a block below a headline says for it."""
    if label == "A":
        if look.jump_in:
            return ("jump line under it",)
        return ("names under it" if look.byline and not look.signed else "byline under it",)
    if label in "PK":
        return ("photo under it",)
    if look.lead:
        return ("dateline under it",)
    if look.jump_in:
        return ("jump line under it",)
    if look.text[0] in POINTS and (look.complete or look.length > PARAGRAPH):
        return ("pieces under it",)
    if look.ending == "colon" and marks.salutation().match(look.text):
        return ("letter under it",)
    return (
        "no dateline or byline on a page that has them" if habits.signed else "no dateline or byline under it",
        "long paragraph under it"
        if look.length > PARAGRAPH
        else "sentence under it"
        if look.ending == "stop" and look.length > LONG_SUBHEAD
        else "short line under it",
    )


def overlap_evidence(overlap: Overlap | None) -> Names:
    """Return what the words on both sides of a limit say about it."""
    if overlap is None:
        return NOTHING
    if not overlap.sure and overlap.share < OVERLAPS[1][0]:
        return ("few words in common",)
    return (next((name for limit, name in OVERLAPS if overlap.share < limit), "same words above and below"),)


def word_evidence(words: Recurrence | None) -> Names:
    """Return what the words on both sides of a line, and its own, say about a limit there."""
    if words is None:
        return NOTHING
    evidence = overlap_evidence(words.across)
    if (words.above < SELDOM and words.below >= OFTEN) or (words.above < SOMETIMES and words.below >= MOSTLY):
        evidence += ("its words come again below only",)
    elif words.above >= SOMETIMES or (words.above >= SELDOM and words.below < OFTEN):
        evidence += ("its words stand above",)
    elif words.below < RARELY:
        evidence += ("its words do not come again",)
    return evidence

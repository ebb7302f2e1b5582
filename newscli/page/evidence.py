"""What speaks for and against each label that a block of a page may bear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from newscli.page import marks
from newscli.page.cohesion import Recurrence, find_recurrence
from newscli.page.features import Features

Label = str
"""Headline line, anchor (byline or jump line), lead paragraph, body, lead without a headline, caption, credit, photo title, end line."""

SELDOM, SOMETIMES, RARELY, OFTEN, MOSTLY = 0.05, 0.15, 0.2, 0.4, 0.6
OVERLAPS = (
    (0.025, "other words below than above"),
    (0.05, "few words in common"),
    (0.08, "as many words in common as may be"),
    (0.12, "some words in common"),
)
HOPELESS = frozenset(
    {"breaks off the text above", "starts inside a sentence", "holds a sentence", "line of an interview"}
)
"""Where one of these speaks, no words make a line the beginning of a story."""
SIGNED_STORIES = 2
DEEPEST_INDENT = 5
"""Paragraphs are indented by two full-width characters at most; what stands further in is centred."""
PHOTO_TITLE = 14
SHORT_TITLE, LONG_TITLE, PARAGRAPH, COMMON_SUBHEAD, LONG_SUBHEAD = 6, 45, 46, 15, 20


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


@dataclass(slots=True)
class Step:
    """A block with its looks, its neighbours' effect, and the evidence for each label it may bear."""

    features: Features
    gap: int
    opening: list[str]
    labels: dict[Label, list[str]]
    under: dict[Label, list[str]]
    flow: list[str]
    """What the text above says for going on with it."""


def find_habits(looks: Sequence[Features]) -> Habits:
    """Return how the page sets its text."""
    gaps = Counter(look.block.first.gap for look in looks[1:])
    long = [look for look in looks if look.length > PARAGRAPH]
    indented = sum(look.block.first.indent >= 2 for look in long)
    torn = [
        look
        for look, below in pairwise(looks)
        if look.ending in ("open", "comma") and not (below.byline or is_anchor(below))
    ]
    broken = (
        any(look.length > PARAGRAPH for look in torn)
        or sum("," in look.text and look.length > LONG_SUBHEAD for look in torn) > 1
    )
    signed = sum(bool(look.lead or look.signed) for look in looks) >= SIGNED_STORIES
    return Habits(gaps.most_common(1)[0][0] if gaps else 0, 2 * indented >= len(long) > 0, broken, signed)


def headline_evidence(look: Features) -> list[str]:
    """Return what speaks for a block as the first line of a headline."""
    text = look.text
    tests = (
        ("short line without a stop", True),
        ("two halves with a space", " " in text[2:-2] and not text.isascii()),
        ("label in brackets", bool(marks.LABEL_HEAD.match(text))),
        ("longer than subheads are", look.length > COMMON_SUBHEAD),
    )
    return [name for name, holds in tests if holds]


def title_evidence(look: Features) -> list[str]:
    """Return what speaks for and against a block as any line of a headline."""
    text = look.text
    bare = text.rstrip("”’」』)》")
    tests = (
        ("column name in brackets", bool(marks.COLUMN_TAIL.search(text))),
        ("open quote", not look.balanced),
        ("starts inside a sentence", text[0] in ",。、;:!?)”’》%" or text[-1] in "、;:"),
        ("ends in a comma", text[-1] == ","),
        ("line of an interview", bool(marks.SPEAKER.match(text))),
        ("title of a notice", look.length <= LONG_SUBHEAD and bool(marks.NOTICE_TITLE.match(text))),
        ("title of a photo report", bool(marks.PHOTO_TITLE.match(text))),
        ("holds a sentence", "。" in bare[:-1]),
        ("very short", look.length < SHORT_TITLE),
        ("long for a headline", look.length > LONG_TITLE),
        ("counts an item", bool(marks.LIST_HEAD.match(text))),
        ("ends in a question or cry", text[-1] in "?!"),
        ("has commas", "," in text),
        ("reads like running text", bool(marks.RUNNING_HEAD.match(text))),
    )
    return [name for name, holds in tests if holds]


def opening_evidence(look: Features, above: Features | None, gap: int, habits: Habits) -> list[str]:
    """Return what speaks for and against a story's beginning with this block."""
    if above is None:
        return ["opens the page"]
    evidence: list[str] = []
    if above.closes:
        evidence.append("follows the end of a story")
    elif above.ending == "stop":
        evidence.append("follows a finished sentence")
    elif above.repeated:
        evidence.append("follows a repeated passage")
    elif above.ending != "closer" and (above.length > PARAGRAPH or above.ending != "open"):
        evidence.append("breaks off the text above")
    elif above.title_like and not above.byline:
        evidence.append("follows an open line")
    if look.block.first.number - above.block.last.number - 1 > gap:
        evidence.append("follows furniture")
    if gap > habits.gap:
        evidence.append("follows a wider gap")
    if habits.indented:
        evidence.append(
            "indented like a paragraph"
            if 2 <= look.block.first.indent <= DEEPEST_INDENT
            else "stands out of the indent"
        )
    return evidence


def flow_evidence(above: Features | None, habits: Habits) -> list[str]:
    """Return what the text above says for a block's going on with it."""
    if above is None or above.repeated or above.ending not in ("open", "comma"):
        return []
    if above.length > PARAGRAPH or not above.title_like:
        return ["goes on with the text above"]
    return ["may go on with the line above"] if habits.broken else []


def text_evidence(look: Features, above: Features | None, habits: Habits) -> list[str]:
    """Return what speaks for and against a block as running text."""
    if look.length > PARAGRAPH:
        evidence = ["paragraph"]
    elif look.ending == "stop":
        evidence = ["question or cry" if look.text[-1] in "!?" else "sentence"]
    else:
        evidence = ["line without a stop in the text"]
    unindented = habits.indented and above is not None and above.ending == "stop" and look.block.first.indent < 2
    if unindented and not look.title_like:
        evidence.append("not indented like the paragraphs")
    if look.length <= LONG_TITLE and marks.LEGEND.search(look.text[-4:]):
        evidence.append("legend of a picture in the text")
    return evidence


def body_evidence(look: Features, above: Features | None, habits: Habits) -> list[str]:
    """Return what speaks against a block's being inside a story."""
    evidence = []
    if above is not None and above.complete and look.block.first.gap > habits.gap:
        evidence.append("wider gap inside the text")
    if look.lead:
        evidence.append("another dateline inside the story")
    return evidence


def headless_evidence(look: Features) -> list[str]:
    """Return what speaks for and against a story's opening with this text and no headline."""
    if look.jump_in:
        return ["no headline", "jump line opens the text"]
    return ["no headline", "dateline without a headline"] if look.lead else ["no headline and nothing else"]


def under_evidence(look: Features, label: Label, habits: Habits) -> list[str]:
    """Return what a block below a headline says for it."""
    if label == "A":
        if look.jump_in:
            return ["jump line under it"]
        return ["names under it" if look.byline and not look.signed else "byline under it"]
    if label in "PK":
        return ["photo under it"]
    if look.lead:
        return ["dateline under it"]
    if look.jump_in:
        return ["jump line under it"]
    return [
        "no dateline or byline on a page that has them" if habits.signed else "no dateline or byline under it",
        "long paragraph under it" if look.length > PARAGRAPH else "short line under it",
    ]


def prepare(looks: Sequence[Features], habits: Habits) -> list[Step]:
    """Return each block with the labels it may bear and the evidence for each."""
    steps: list[Step] = []
    above: Features | None = None
    text: Features | None = None
    before_photo: Features | None = None
    for look in looks:
        step = Step(look, look.block.first.gap, [], {}, {}, flow_evidence(text, habits))
        add_labels(step, above, text, habits)
        if not step.labels.keys().isdisjoint("HDP"):
            step.opening += opening_evidence(look, above, step.gap, habits)
        steps.append(step)
        above = look
        # Under a credit the text goes on from above the photo: its caption is the block before the credit.
        before_photo, text = (before_photo, before_photo) if look.credit else (text, look)
    weigh_words(steps, looks)
    for step, following in pairwise(steps):
        if following.features.lead and not step.features.signed:
            # A line that only looks like a name (万人) over a dateline, which holds the names.
            step.labels.pop("E", None)
            if not step.features.jump_in:
                step.labels.pop("A", None)
        if following.features.credit and "P" not in step.labels and step.features.complete:
            step.labels["P"] = ["caption", "credit under it"]
    return steps


def weigh_words(steps: Sequence[Step], looks: Sequence[Features]) -> None:
    """Enter what the words around a line say, where no dateline or byline under it settles the matter."""
    for index, step in enumerate(steps):
        if "H" not in step.labels or not HOPELESS.isdisjoint(step.opening + step.labels["h"]):
            continue
        if index + 1 < len(looks) and is_anchor(looks[index + 1]):
            continue
        words = find_recurrence(looks, index)
        step.opening += word_evidence(words)
        if "T" in step.labels and words and words.above >= SOMETIMES and words.below < RARELY:
            step.labels["T"].append("its words stand in the caption")


def is_anchor(look: Features) -> bool:
    """Return whether a block shows by itself that a story begins above it."""
    return bool(look.lead or look.jump_in or look.signed)


def word_evidence(words: Recurrence | None) -> list[str]:
    """Return what the words on both sides of a line, and its own, say about a limit there."""
    if words is None:
        return []
    evidence = [next((name for limit, name in OVERLAPS if words.across < limit), "same words above and below")]
    if not words.sure and words.across < OVERLAPS[1][0]:
        evidence = ["few words in common"]
    if (words.above < SELDOM and words.below >= OFTEN) or (words.above < SOMETIMES and words.below >= MOSTLY):
        evidence.append("its words come again below only")
    elif words.above >= SOMETIMES or (words.above >= SELDOM and words.below < OFTEN):
        evidence.append("its words stand above")
    elif words.below < RARELY:
        evidence.append("its words do not come again")
    return evidence


def add_labels(step: Step, above: Features | None, text: Features | None, habits: Habits) -> None:
    """Enter the labels that a block may bear."""
    look, labels = step.features, step.labels
    whole_jump = look.length in {look.jump_in, look.jump_out}
    labels.update(sign_labels(look, whole_jump=whole_jump))
    if look.title_like and not whole_jump and not look.signed:
        labels["h"] = title_evidence(look)
        labels["H"] = headline_evidence(look) + labels["h"]
        if above is not None and (above.credit or above.captioned) and look.length <= PHOTO_TITLE:
            labels["T"] = ["title under a photo"]
    if not whole_jump and not look.credit:
        base = text_evidence(look, text, habits)
        labels["B"] = base + body_evidence(look, text, habits)
        if above is not None and (above.title_like or above.byline or above.jump_in == above.length):
            labels["L"] = base
        if above is None or look.jump_in or look.lead:
            labels["D"] = base + headless_evidence(look)
    step.under = {label: under_evidence(look, label, habits) for label in ("A", "L", "P", "K") if label in labels}


def sign_labels(look: Features, *, whole_jump: bool) -> dict[Label, list[str]]:
    """Return the labels that a block shows by itself: credit, caption, signature, closing note, jump line."""
    labels: dict[Label, list[str]] = {}
    if look.credit:
        labels["K"] = ["photo credit"]
    if look.byline or marks.DESK.match(look.text):
        labels["A"] = labels["E"] = ["signature"]
    if marks.CLOSING_NOTE.match(look.text):
        labels["E"] = ["closing note"]
    if whole_jump:
        labels["A" if look.jump_in else "E"] = ["jump line"]
    elif look.captioned and not look.credit:
        labels["P"] = ["caption", "reads like a caption"]
    return labels

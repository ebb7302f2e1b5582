"""The blocks of a page as steps of its reading: the labels that each may bear, with the evidence for them."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from newscli.extractors.byline import read_signed_tail
from newscli.extractors.headline import POINTS
from newscli.page import marks
from newscli.page.cohesion import Recurrence, find_overlap, find_recurrence, share_below
from newscli.page.context import Above, context_evidence, is_anchor, signed_below
from newscli.page.evidence import (
    NOTHING,
    OFTEN,
    RARELY,
    SOMETIMES,
    Habits,
    Label,
    Names,
    body_evidence,
    flow_evidence,
    headless_evidence,
    headline_evidence,
    indent_evidence,
    opening_evidence,
    overlap_evidence,
    text_evidence,
    title_evidence,
    under_evidence,
    word_evidence,
)
from newscli.page.features import Features
from newscli.page.weights import W, score

SETTLED: Final = frozenset(
    {
        "breaks off the text above",
        "starts inside a sentence",
        "holds a sentence",
        "line of an interview",
        "name of a series",
        "follows the paper's line",
        "follows its writer's name",
    }
)
"""Where one of these speaks, words say nothing: no story begins there, or one surely does."""
PHOTO_TITLE: Final = 14
ROW: Final = attrgetter("row")
MOST_FROM_OVERLAP: Final = W["other words below than above"]
MOST_FROM_WORDS: Final = MOST_FROM_OVERLAP + W["its words come again below only"]
HEADLINE_OR_TEXT: Final = frozenset("HhB")
TEXT: Final = frozenset("LBD")
"""The labels of running text."""
Evidence = dict[Label, Names]
"""What speaks for and against each label."""


class Step:
    """A block with its neighbours' effect, and the evidence for each label it may bear."""

    __slots__ = ("flow", "gap", "labels", "opening", "point", "under")

    def __init__(
        self, gap: int, labels: Evidence, opening: Names, flow: Names, under: Evidence, *, point: bool = False
    ) -> None:
        self.gap = gap
        self.labels = labels
        self.opening = opening
        self.flow = flow
        """What the text above says for going on with it."""
        self.under = under
        """What it says for a headline above it, by the label that it would bear."""
        self.point = point
        """It opens like a point of a headline's summary (提要): ●竣工8012万平方米."""


def prepare(looks: Sequence[Features], habits: Habits) -> list[Step | None]:
    """Return each block with the labels it may bear and the evidence for each; nothing where there is no choice.

    A plain paragraph under what is text in any case can only go on with it. Half of the blocks are such; whatever speaks for
    or against them adds the same to every reading of the page, and what follows text costs the same after a lede as after it.
    """
    steps: list[Step | None] = []
    above: Features | None = None
    text: Features | None = None
    before_photo: Features | None = None
    story = Above()
    step: Step | None = None
    runs_on = ran_on = False
    for index, look in enumerate(looks):
        below = looks[index + 1] if index + 1 < len(looks) else None
        if runs_on and look.plain and not (below and below.credit):
            step = None
            story.paragraphs += 1
        else:
            title, step = step, take_step(look, above, text, habits)
            if below is not None:
                weigh_below(step, look, below)
            if "H" in step.labels and not is_settled(looks[index + 1 : index + 3]):
                weigh_story(step, looks, index, story, habits)
                if words_tell(step) and not (runs_on and below and stays_text(step, looks, index, habits)):
                    weigh_words(step, find_recurrence(looks, index))
            elif look.lead and story.opened and not (ran_on and title and stays_headed(title, step)):
                step.opening += overlap_evidence(find_overlap(looks, index))
            ran_on, runs_on = runs_on, step.labels.keys() <= TEXT
            story.pass_over(look)
        steps.append(step)
        above = look
        # Under a credit the text goes on from above the photo: its caption is the block before the credit.
        before_photo, text = (before_photo, before_photo) if look.credit else (text, look)
    if any(map(ROW, looks)):
        weigh_tables(steps, looks)
    return steps


def weigh_tables(steps: Sequence[Step | None], looks: Sequence[Features]) -> None:
    """Enter that a table at the end of a text may have a headline of its own, which no other text under it would need."""
    below: Features | None = None
    for step, look, above in zip(reversed(steps[1:]), reversed(looks[1:]), reversed(looks[:-1])):
        if not look.row:
            below = look
        elif step is not None and not above.row and "L" in step.labels and (below is None or not below.plain):
            step.under["L"] = ("table under it",)


def weigh_below(step: Step, look: Features, below: Features) -> None:
    """Enter what the block below says of the labels that a block may bear."""
    labels = step.labels
    if below.lead and not (look.signed or look.closes):
        # A line that only looks like a name (万人) over a dateline, which holds the names.
        labels.pop("E", None)
        if not look.jump_in:
            labels.pop("A", None)
    if below.title_like and "H" in labels and not below.byline and marks.COLUMN.fullmatch(look.text):
        labels["H"] += ("label of a column",)
    if below.credit and "P" not in labels and look.complete:
        labels["P"] = ("caption", "credit under it")


def is_settled(below: Sequence[Features]) -> bool:
    """Return whether the two blocks below a line settle what it is: a dateline or byline, or the caption and credit of a photo.

    A caption is too short for the words of its title.
    """
    return bool(below) and (is_anchor(below[0]) or (len(below) > 1 and below[1].credit and below[0].complete))


def weigh_story(step: Step, looks: Sequence[Features], index: int, story: Above, habits: Habits) -> None:
    """Enter what the story above says of a line over plain text."""
    ended = "follows the end of a story" in step.opening and bool(read_signed_tail(looks[index - 1].text))
    if (story.opened or ended) and index + 1 < len(looks) and "follows furniture" not in step.opening:
        signed = signed_below(looks, index, story)
        step.opening += context_evidence(story, signed=signed, broken=habits.broken)


def words_tell(step: Step) -> bool:
    """Return whether the words around a line can say what is not known without them."""
    return SETTLED.isdisjoint(step.opening) and SETTLED.isdisjoint(step.labels["h"])


def stays_text(step: Step, looks: Sequence[Features], index: int, habits: Habits) -> bool:
    """Return whether a line in running text and over plain text is part of it, whatever the words around it say.

    It and the block below are text, or a headline and its text: no other reading is open, both cost the same above and below,
    and the second falls short of the first even with all that words can say for it.
    """
    look, below = looks[index], looks[index + 1]
    if step.labels.keys() != HEADLINE_OR_TEXT or not below.plain:
        return False
    headline = (step.opening, step.labels["H"], under_evidence(below, "L", habits))
    text = (step.flow, step.labels["B"], flow_evidence(look, habits), body_evidence(below, look, habits))
    ahead = sum(map(score, text)) - sum(map(score, headline))
    return ahead >= MOST_FROM_WORDS or (ahead >= MOST_FROM_OVERLAP and share_below(looks, index) < OFTEN)


def stays_headed(title: Step, step: Step) -> bool:
    """Return whether a dateline opens the text of a headline that stands in running text, whatever the words around it say.

    The other way is a line of text and a story without a headline; the two cost the same above and below.
    """
    if title.labels.keys() != HEADLINE_OR_TEXT or step.labels.keys() != TEXT:
        return False
    headed = (title.opening, title.labels["H"], step.under["L"], step.labels["L"])
    headless = (title.flow, title.labels["B"], step.opening, step.labels["D"])
    return sum(map(score, headed)) >= sum(map(score, headless)) + MOST_FROM_OVERLAP


def weigh_words(step: Step, words: Recurrence | None) -> None:
    """Enter what the words around a line say."""
    step.opening += word_evidence(words)
    if "T" in step.labels and words and words.above >= SOMETIMES and words.below < RARELY:
        step.labels["T"] += ("its words stand in the caption",)


def take_step(look: Features, above: Features | None, text: Features | None, habits: Habits) -> Step:
    """Return a block with the labels that it may bear, given the block above it and the text that it may go on with."""
    labels: Evidence = {}
    under: Evidence = {}
    opening = NOTHING
    plain = look.plain and above is not None  # and may be nothing but text
    is_jump = not plain and look.is_jump
    if not plain:
        enter_signs(labels, look, is_jump=is_jump)
        for label in labels:
            under[label] = under_evidence(look, label, habits)
        if look.title_like and not (is_jump or look.signed or look.row):
            enter_titles(labels, look, above)
            labels["h"] += indent_evidence(look, above, habits)
            if above is not None and above.title_like and above.ending == "colon":
                labels["h"] += ("kicker above it",)
    if not is_jump and not look.credit:
        base, body = text_evidence(look, text, habits), body_evidence(look, text, habits)
        labels["B"] = base + body
        if above is not None and (above.title_like or above.byline or above.jump_in == above.length):
            labels["L"] = base
            under["L"] = under_evidence(look, "L", habits)
        if above is None or look.jump_in or look.lead:
            labels["D"] = base + headless_evidence(look)
    if not plain and ("H" in labels or "D" in labels or "P" in labels):
        opening = opening_evidence(look, above, habits)
    return Step(look.first.gap, labels, opening, flow_evidence(text, habits), under, point=look.text[0] in POINTS)


def enter_signs(labels: Evidence, look: Features, *, is_jump: bool) -> None:
    """Enter the labels that a block shows by itself: credit, caption, signature, closing note, jump line."""
    text = look.text
    if look.credit:
        labels["K"] = ("photo credit",)
    if look.byline or (text[-1] in marks.desk_ends() and look.ending != "stop" and marks.desk().match(text)):
        labels["A"] = labels["E"] = ("signature",)
    if text[0] in "(《" and marks.CLOSING_NOTE.match(text):
        labels["E"] = ("closing note",)
    if is_jump:
        labels["A" if look.jump_in else "E"] = ("jump line",)
    elif look.captioned and not look.credit:
        labels["P"] = ("caption", "reads like a caption")


def enter_titles(labels: Evidence, look: Features, above: Features | None) -> None:
    """Enter what speaks for and against a block as a line of a headline or as the title of a photo."""
    labels["h"] = title_evidence(look)
    labels["H"] = headline_evidence(look) + labels["h"]
    if above is not None and (above.credit or above.captioned) and look.length <= PHOTO_TITLE:
        labels["T"] = ("title under a photo",)

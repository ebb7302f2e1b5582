"""Cutting a page into stories: the labels of all its blocks are chosen together, so that their evidence adds up best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from newscli.page.evidence import Habits, Label, Names
from newscli.page.features import Features
from newscli.page.steps import Step, prepare
from newscli.page.weights import TENTHS, W, score

HEADLINE: Final = frozenset("Hh")
INDENT: Final = frozenset({"indented like a paragraph", "stands out of the indent"})
"""What the indent says of a headline; captions stand either way."""
FLOWS: Final = frozenset("LBDK")
"""Text may go on from these."""
START: Final = "^"
"""Stands for what is before the first block of a page."""
BEFORE_TEXT: Final = "HhA"
"""What stands over a story's first paragraph."""
HEADS: Final = frozenset(BEFORE_TEXT)
Row = tuple[str, list[int], str]
"""The labels that a block may bear, the best score of the page down to it with each, and the label before it on that way."""
AFTER_TEXT: Final[dict[Label, float]] = {"H": 0.0, "B": 0.0, "D": 0.0, "P": -0.5, "E": 0.0, "A": -5.0, "K": -4.0}
TRANSITIONS: Final[dict[str, dict[Label, float]]] = {
    START: {"H": 0.0, "D": 0.0, "A": 0.0, "P": 0.0, "K": -3.0},
    "H": {"h": 0.0, "A": 0.0, "L": 0.0, "P": 0.0, "K": -2.0},
    "h": {"h": -1.0, "A": 0.0, "L": 0.0, "P": 0.0, "K": -2.0},
    "A": {"A": -0.5, "L": 0.0, "h": -2.0, "P": -3.0},
    "L": AFTER_TEXT,
    "B": AFTER_TEXT,
    "D": AFTER_TEXT,
    "P": {"P": -1.0, "K": 0.0, "H": 0.0, "D": 0.0, "B": -4.0, "T": -1.0},
    "K": {"K": -0.5, "T": 0.0, "H": 0.0, "D": 0.0, "P": 0.0, "B": -4.0},
    "T": {"H": 0.0, "P": 0.0, "D": 0.0, "B": -6.0, "T": -2.0},
    "E": {"H": 0.0, "P": 0.0, "D": 0.0, "E": -0.5, "A": -3.0, "B": -6.0},
}
"""What it costs that one label follows another; what is missing cannot be."""


def joint_of(before: Label, label: Label) -> str:
    """Return which evidence a label's following another brings beyond what the block itself shows; empty where there is none.

    A label's own name stands for what its block says for the headline above it.
    """
    if before in HEADLINE:
        return "more" if label == "h" else label if label in "ALPK" else ""
    if label == "B":
        return "flow" if before in FLOWS else ""
    return {"H": "opening", "D": "opening", "P": "photo", "T": "near"}.get(label, "")


EDGES: Final = {
    label: {
        before: (round(TENTHS * costs[label]), joint_of(before, label))
        for before, costs in TRANSITIONS.items()
        if label in costs
    }
    for label in "HhALBDPKTE"
}
"""By the label that follows: what it costs after each other, in tenths, and the evidence that it brings."""
OPENINGS: Final = {
    (before, label)
    for before in TRANSITIONS
    for label in EDGES
    if before == START or (before not in HEADS and label in "HDPA" and (before, label) != ("P", "P"))
}
"""Which label opens a story after which."""
NEVER: Final = -(10**9)
LAST_RESORT: Final = -20 * TENTHS
"""That a block is text although nothing lets it follow."""
LAST: Final = {"h": W["nothing under it"], "H": W["nothing under it"], "A": W["nothing under it"]}


@dataclass(slots=True)
class Labelling:
    """The labels of the blocks of a page."""

    labels: str
    """One character each."""
    openings: list[int]
    """Which blocks open a story, in order."""
    evidence: dict[int, tuple[str, ...]]
    """What counts for a block where a story begins; inside a text nobody asks for it."""


def connect(joint: str, step: Step, habits: Habits) -> Names:
    """Return the evidence of a joint between two labels."""
    if joint == "opening":
        return step.opening
    if joint == "flow":
        return step.flow
    if joint == "photo":
        return tuple([name for name in step.opening if name not in INDENT])
    if joint == "near":
        return ("near the photo",) if step.gap <= habits.gap else ()
    if joint == "more":
        gap = ("gap inside the headline",) if step.gap > habits.gap else ()
        return ("another line of the headline", *gap, *(("point of a summary",) if step.point else ()))
    return step.under.get(joint, ())


def label_blocks(looks: Sequence[Features], habits: Habits) -> Labelling:
    """Return the labels whose evidence adds up best over the whole page."""
    steps = prepare(looks, habits)
    table: list[Row] = []
    row: Row = START, [0], ""
    for step in steps:
        if step is not None:
            row = follow(row, step, habits)
        table.append(row)
    return trace(steps, table, habits)


Ways = list[tuple[str, list[tuple[int, int]]]]
"""By the joint that it brings: the place of each label that another can follow, and the cost."""


@cache
def ways(before: str, labels: str) -> list[tuple[Label, Ways]]:
    """Return those of a block's labels that can follow one of those before it, with the ways to each.

    The labels that two neighbours may bear are few in all, and the same from page to page.
    """
    found: list[tuple[Label, Ways]] = []
    for label in labels:
        joints: dict[str, list[tuple[int, int]]] = {}
        for place, other in enumerate(before):
            if other in EDGES[label]:
                cost, joint = EDGES[label][other]
                joints.setdefault(joint, []).append((place, cost))
        if joints:
            found.append((label, list(joints.items())))
    return found


def follow(previous: Row, step: Step, habits: Habits) -> Row:
    """Return the best score with which a block may bear each label, and the label of the block before it."""
    before, totals, _ = previous
    own = labels = origins = ""
    for label in step.labels:
        own += label
    bests: list[int] = []
    for label, joints in ways(before, own):
        best, origin = NEVER, 0
        for joint, edges in joints:
            weight = score(connect(joint, step, habits)) if joint else 0
            for place, cost in edges:
                value = totals[place] + cost + weight
                if value > best or (value == best and place < origin):
                    best, origin = value, place
        labels += label
        origins += before[origin]
        bests.append(best + score(step.labels[label]))
    return (labels, bests, origins) if labels else resort_to_text(previous, step)


def resort_to_text(previous: Row, step: Step) -> Row:
    """Return the row of a block that nothing lets follow: it is taken as text, so that every page comes back."""
    before, totals, _ = previous
    best = max(totals)
    step.labels.setdefault("B", ())
    return "B", [best + LAST_RESORT], before[totals.index(best)]


def trace(steps: Sequence[Step | None], table: Sequence[Row], habits: Habits) -> Labelling:
    """Return the best path through the table, with its evidence where a story begins."""
    if not steps:
        return Labelling("", [], {})
    ends, totals, _ = table[-1]
    finals = [total + LAST.get(end, 0) for end, total in zip(ends, totals)]
    label = ends[finals.index(max(finals))]
    labels: list[Label] = []
    openings: list[int] = []
    evidence: dict[int, tuple[str, ...]] = {}
    for index in range(len(steps) - 1, -1, -1):
        step = steps[index]
        if step is None:
            labels.append("B")
            continue
        labels.append(label)
        known, _, origins = table[index]
        before = origins[known.find(label)]
        opens = (before, label) in OPENINGS
        if opens:
            openings.append(index)
        if opens or before in HEADS:
            joint = EDGES[label].get(before, (0, ""))[1]
            evidence[index] = step.labels[label] + (connect(joint, step, habits) if joint else ())
        label = before
    return Labelling("".join(reversed(labels)), openings[::-1], evidence)

"""Cutting a page into stories: the labels of all its blocks are chosen together, so that their evidence adds up best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newscli.page.evidence import Habits, Label
from newscli.page.features import Features
from newscli.page.steps import Step, prepare
from newscli.page.weights import TENTHS, W

HEADLINE = frozenset("Hh")
INDENT = frozenset({"indented like a paragraph", "stands out of the indent"})
"""What the indent says of a headline; captions stand either way."""
FLOWS = frozenset("LBDK")
"""Text may go on from these."""
UNDER = "under "
"""Opens the name of what a block says for the headline above it."""
BEFORE_TEXT = "HhA"
"""What stands over a story's first paragraph."""
HEADS = frozenset(BEFORE_TEXT)
Row = dict[Label, tuple[int, Label]]
"""The labels that a block may bear, each with the best score of the page down to it and the label before."""
AFTER_TEXT: dict[Label, float] = {"H": 0.0, "B": 0.0, "D": 0.0, "P": -0.5, "E": 0.0, "A": -5.0, "K": -4.0}
TRANSITIONS: dict[str, dict[Label, float]] = {
    "": {"H": 0.0, "D": 0.0, "A": 0.0, "P": 0.0, "K": -3.0},
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
    """Return which evidence a label's following another brings beyond what the block itself shows; empty where there is none."""
    if before in HEADLINE:
        return "more" if label == "h" else UNDER + label if label in "ALPK" else ""
    if label == "B":
        return "flow" if before in FLOWS else ""
    return {"H": "opening", "D": "opening", "P": "photo", "T": "near"}.get(label, "")


EDGES = {
    label: {
        before: (round(TENTHS * costs[label]), joint_of(before, label))
        for before, costs in TRANSITIONS.items()
        if label in costs
    }
    for label in "HhALBDPKTE"
}
"""By the label that follows: what it costs after each other, in tenths, and the evidence that it brings."""
OPENINGS = {
    (before, label)
    for before in TRANSITIONS
    for label in EDGES
    if before == "" or (before not in HEADS and label in "HDPA" and (before, label) != ("P", "P"))
}
"""Which label opens a story after which."""
WEIGHT = W.__getitem__
LAST_RESORT = -20 * TENTHS
"""That a block is text although nothing lets it follow."""
LAST = {"h": W["nothing under it"], "H": W["nothing under it"], "A": W["nothing under it"]}


@dataclass(slots=True)
class Labelling:
    """The labels of the blocks of a page."""

    labels: str
    """One character each."""
    openings: list[int]
    """Which blocks open a story, in order."""
    evidence: dict[int, tuple[str, ...]]
    """What counts for a block where a story begins; inside a text nobody asks for it."""


def score(names: Sequence[str]) -> int:
    """Return the sum of the weights of named evidence."""
    return sum(map(WEIGHT, names))


def connect(joint: str, step: Step, habits: Habits) -> list[str]:
    """Return the evidence of a joint between two labels."""
    if joint == "opening":
        return step.opening
    if joint == "flow":
        return step.flow
    if joint == "photo":
        return [name for name in step.opening if name not in INDENT]
    if joint == "near":
        return ["near the photo"] if step.gap <= habits.gap else []
    if joint == "more":
        return [
            "another line of the headline",
            *(["gap inside the headline"] if step.gap > habits.gap else []),
            *(["point of a summary"] if step.point else []),
        ]
    return step.under.get(joint.removeprefix(UNDER), [])


def label_blocks(looks: Sequence[Features], habits: Habits) -> Labelling:
    """Return the labels whose evidence adds up best over the whole page."""
    steps = prepare(looks, habits)
    table: list[Row] = []
    row: Row = {"": (0, "")}
    for step in steps:
        if step is not None:
            row = follow(row, step, habits) or resort_to_text(row, step)
        table.append(row)
    return trace(steps, table, habits)


def resort_to_text(previous: Row, step: Step) -> Row:
    """Return the row of a block that nothing lets follow: it is taken as text, so that every page comes back."""
    before = max(previous, key=lambda key: previous[key][0])
    step.labels.setdefault("B", [])
    return {"B": (previous[before][0] + LAST_RESORT, before)}


def follow(previous: Row, step: Step, habits: Habits) -> Row:
    """Return the best score with which a block may bear each label, and the label of the block before it."""
    row: Row = {}
    joints = {"": 0}  # the weight of each joint, asked once for all labels that share it
    for label, names in step.labels.items():
        edges = EDGES[label]
        best: int | None = None
        for before, (total, _) in previous.items():
            if before in edges:
                cost, joint = edges[before]
                if joint not in joints:
                    joints[joint] = score(connect(joint, step, habits))
                value = total + cost + joints[joint]
                if best is None or value > best:
                    best, origin = value, before
        if best is not None:
            row[label] = (best + score(names), origin)
    return row


def trace(steps: Sequence[Step | None], table: Sequence[Row], habits: Habits) -> Labelling:
    """Return the best path through the table, with its evidence where a story begins."""
    if not steps:
        return Labelling("", [], {})
    label = max(table[-1], key=lambda key: table[-1][key][0] + LAST.get(key, 0))
    labels: list[Label] = []
    openings: list[int] = []
    evidence: dict[int, tuple[str, ...]] = {}
    for index in range(len(steps) - 1, -1, -1):
        step = steps[index]
        if step is None:
            labels.append("B")
            continue
        labels.append(label)
        before = table[index][label][1]
        opens = (before, label) in OPENINGS
        if opens:
            openings.append(index)
        if opens or before in HEADS:
            joint = EDGES[label].get(before, (0, ""))[1]
            evidence[index] = (*step.labels[label], *(connect(joint, step, habits) if joint else ()))
        label = before
    return Labelling("".join(reversed(labels)), openings[::-1], evidence)

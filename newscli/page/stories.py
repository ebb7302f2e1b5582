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
OPENS = frozenset("HDP")
FLOWS = frozenset("LBDK")
"""Text may go on from these."""
BEFORE_TEXT = frozenset("HhA")
"""What stands over a story's first paragraph."""
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
COSTS = {
    label: {before: round(TENTHS * costs[label]) for before, costs in TRANSITIONS.items() if label in costs}
    for label in "HhALBDPKTE"
}
"""The same by the label that follows, in tenths."""
KINDS = {before: "head" if before in HEADLINE else "text" if before in FLOWS else "else" for before in TRANSITIONS}
"""Of the label before, no more makes a difference to the evidence of following it."""
LAST_RESORT = -20 * TENTHS
"""That a block is text although nothing lets it follow."""
LAST = {"h": W["nothing under it"], "H": W["nothing under it"], "A": W["nothing under it"]}


@dataclass(slots=True)
class Labelled:
    """A block with its label and the evidence that counts for it."""

    features: Features
    label: Label
    opens: bool = False
    evidence: tuple[str, ...] = ()
    """Nothing inside a text, where nobody asks for it."""


def score(names: Sequence[str]) -> int:
    """Return the sum of the weights of named evidence."""
    return sum(map(W.__getitem__, names))


def connect(before: str, step: Step, label: Label, habits: Habits) -> list[str]:
    """Return the evidence of a label's following another, beyond what the block itself shows."""
    if before in HEADLINE:
        if label == "h":
            return [
                "another line of the headline",
                *(["gap inside the headline"] if step.gap > habits.gap else []),
                *(["point of a summary"] if step.point else []),
            ]
        return step.under.get(label, [])
    if label == "B":
        return step.flow if before in FLOWS else []
    if label == "T":
        return ["near the photo"] if step.gap <= habits.gap else []
    if label == "P":
        return [name for name in step.opening if name not in INDENT]
    return step.opening if label in OPENS else []


def label_blocks(looks: Sequence[Features], habits: Habits) -> list[Labelled]:
    """Return the blocks with the labels whose evidence adds up best over the whole page."""
    steps = prepare(looks, habits)
    table: list[Row] = []
    previous: Row = {"": (0, "")}
    for step in steps:
        if step is None:
            table.append(previous)
            continue
        current: Row = {}
        for label in step.labels:
            best = follow(previous, step, label, habits)
            if best is not None:
                current[label] = best
        if not current:
            # Nothing may follow: the block is taken as text, so that every page comes back.
            before = max(previous, key=lambda key: previous[key][0])
            current["B"] = (previous[before][0] + LAST_RESORT, before)
            step.labels.setdefault("B", [])
        table.append(current)
        previous = current
    return trace(steps, looks, table, habits)


def follow(previous: Row, step: Step, label: Label, habits: Habits) -> tuple[int, Label] | None:
    """Return the best score with which a block may bear a label, and the label of the block before it."""
    own = score(step.labels[label])
    costs = COSTS[label]
    joints: dict[str, int] = {}
    best: tuple[int, Label] | None = None
    for before, (total, _) in previous.items():
        if before in costs:
            kind = KINDS[before]
            if kind not in joints:
                joints[kind] = score(connect(before, step, label, habits))
            value = total + costs[before] + own + joints[kind]
            if best is None or value > best[0]:
                best = (value, before)
    return best


def trace(
    steps: Sequence[Step | None], looks: Sequence[Features], table: Sequence[Row], habits: Habits
) -> list[Labelled]:
    """Return the best path through the table, with its evidence where a story begins."""
    if not steps:
        return []
    label = max(table[-1], key=lambda key: table[-1][key][0] + LAST.get(key, 0))
    found: list[Labelled] = []
    for step, look, row in zip(reversed(steps), reversed(looks), reversed(table), strict=True):
        if step is None:
            found.append(Labelled(look, "B"))
            continue
        before = row[label][1]
        heads = before not in BEFORE_TEXT
        opens = before == "" or (heads and (label == "A" or (label in OPENS and not (label == "P" and before == "P"))))
        evidence = () if heads and not opens else (*step.labels[label], *connect(before, step, label, habits))
        found.append(Labelled(look, label, opens, evidence))
        label = before
    found.reverse()
    return found

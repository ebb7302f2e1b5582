"""How far the evidence of a fact carries, in one word, and what the evidence was."""

from __future__ import annotations

from functools import lru_cache

from newscli.linking.site import Subject
from newscli.linking.topic import Located
from newscli.linking.when import Timed
from newscli.model import Change, Confidence, Quantity

NEAR = frozenset({
    "noun after number", "noun before number", "noun before verb", "verb and object before number",
    "noun before verb of change", "carried from the level before", "rate noun with what it is a rate of",
})  # fmt: skip
"""Evidence of a subject that stands beside its number or beside the level that the number changes."""
CARRIED = frozenset({
    "carried from the number before", "carried along a list", "dealt out by order", "noun before the bracket",
    "name with the property the list announces", "noun after rank", "noun and verb before number", "dimension before number",
    "verb before number", "label before the colon", "line above the list", "head of the column",
})  # fmt: skip
"""Evidence of a subject that takes a step of reasoning."""
STATED = frozenset({"clause", "sentence"})
"""Evidence of a place or period that the sentence states for the number; a headline may be that of another story (转第二版)."""


def confidence(quantity: Quantity, subject: Subject | None, where: Located | None, when: Timed | None) -> Confidence:
    """Return how far the evidence carries: high where the text states all, low where the subject is a guess."""
    if subject is None or (subject.how not in NEAR and subject.how not in CARRIED):
        return "low"
    stated = subject.sure and subject.how in NEAR and not quantity.weak and not quantity.implied
    stated = stated and where is not None and where.sure and where.how in STATED
    stated = stated and when is not None and when.sure and when.how in STATED
    return "high" if stated else "medium"


def evidence(
    subject: Subject | None, where: Located | None, when: Timed | None, change: Change | None
) -> tuple[str, ...]:
    """Return what decided subject, place, period and change, in words."""
    return worded(subject and subject.how, where and where.how, when and when.how, change)


@lru_cache(maxsize=1024)
def worded(subject: str | None, place: str | None, period: str | None, change: Change | None) -> tuple[str, ...]:
    """Return evidence in words; there are some hundred sorts of it, and thousands of facts."""
    found = (
        f"subject: {subject}" if subject else "",
        f"place: {place}" if place else "",
        f"period: {period}" if period else "",
        f"change: verb of {change}" if change else "",
    )
    return tuple(filter(None, found))

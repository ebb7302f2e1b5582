"""How far the evidence of a fact carries, in one word, and what the evidence was."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from newscli.linking.site import Subject
from newscli.linking.topic import Located
from newscli.linking.when import Timed
from newscli.model import Change, Confidence, Quantity

NEAR: Final = frozenset({
    "noun after number", "noun before number", "noun before verb", "verb and object before number",
    "noun before verb of change", "carried from the level before", "rate noun with what it is a rate of",
})  # fmt: skip
"""Evidence of a subject that stands beside its number or beside the level that the number changes."""
CARRIED: Final = frozenset({
    "carried from the number before", "carried along a list", "dealt out by order", "noun before the bracket",
    "name with the property the list announces", "noun after rank", "noun and verb before number", "dimension before number",
    "verb before number", "label before the colon", "line above the list", "head of the column",
})  # fmt: skip
"""Evidence of a subject that takes a step of reasoning."""
STATED: Final = frozenset({"clause", "sentence"})
"""Evidence of a place or period that the sentence states for the number; a headline may be that of another story (转第二版)."""


Sort = tuple[str | None, bool | None, str | None, bool | None, str | None, bool | None, Change | None, bool]
"""The evidence of subject, place and period, each with whether it is sure; the change; whether the number is a slight one."""
Judgement = tuple[Confidence, tuple[str, ...]]
"""How far the evidence carries, and the evidence."""


def judged(
    quantity: Quantity, subject: Subject | None, where: Located | None, when: Timed | None, change: Change | None
) -> Judgement:
    """Return how far the evidence of a fact carries, and what decided subject, place, period and change, in words."""
    return judgement((
        subject and subject.how, subject and subject.sure,
        where and where.how, where and where.sure,
        when and when.how, when and when.sure,
        change,
        quantity.weak or quantity.implied,
    ))  # fmt: skip


@lru_cache(maxsize=4096)
def judgement(sort: Sort) -> Judgement:
    """Return the same for a sort of evidence, of which there are some hundred; facts there are thousands."""
    subject, subject_sure, place, place_sure, period, period_sure, change, slight = sort
    stated = subject_sure and subject in NEAR and not slight
    stated = stated and place_sure and place in STATED and period_sure and period in STATED
    guessed = subject not in NEAR and subject not in CARRIED
    return "low" if guessed else "high" if stated else "medium", worded(subject, place, period, change)


def worded(subject: str | None, place: str | None, period: str | None, change: Change | None) -> tuple[str, ...]:
    """Return evidence in words."""
    found = (
        f"subject: {subject}" if subject else "",
        f"place: {place}" if place else "",
        f"period: {period}" if period else "",
        f"change: verb of {change}" if change else "",
    )
    return tuple(filter(None, found))

"""How far the evidence of a fact carries, in one word, and what the evidence was."""

from __future__ import annotations

from newscli.linking.site import Subject
from newscli.linking.topic import Located
from newscli.linking.when import Timed
from newscli.model import Change, Confidence


def confidence(subject: Subject | None, where: Located | None, when: Timed | None) -> Confidence:
    """Return how far the evidence carries."""
    if subject is None or not subject.sure:
        return "low"
    doubts = (where is not None and not where.sure) + (when is not None and not when.sure)
    return "high" if doubts == 0 else "medium"


def evidence(
    subject: Subject | None, where: Located | None, when: Timed | None, change: Change | None
) -> tuple[str, ...]:
    """Return what decided subject, place, period and change, in words."""
    found = (
        f"subject: {subject.how}" if subject else "",
        f"place: {where.how}" if where else "",
        f"period: {when.how}" if when else "",
        f"change: verb of {change}" if change else "",
    )
    return tuple(filter(None, found))

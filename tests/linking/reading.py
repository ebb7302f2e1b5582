"""A short way from a phrase to its facts, through the whole pipeline."""

from __future__ import annotations

from newscli.model import Document, NumericFact
from newscli.pipeline import Reading


def facts_of(text: str) -> tuple[NumericFact, ...]:
    """Return the facts of a text."""
    return Reading(Document("test", text)).facts


def subjects_of(text: str) -> str:
    """Return the subjects of a text's facts, divided by bars."""
    return " | ".join(fact.subject or "-" for fact in facts_of(text))


def places_of(text: str) -> str:
    """Return the places of a text's facts, divided by bars."""
    return " | ".join(fact.place or "-" for fact in facts_of(text))


def periods_of(text: str) -> str:
    """Return the periods of a text's facts, divided by bars."""
    return " | ".join(fact.period.text if fact.period else "-" for fact in facts_of(text))


def changes_of(text: str) -> str:
    """Return the directions of change of a text's facts, divided by bars."""
    return " | ".join(fact.change or "-" for fact in facts_of(text))

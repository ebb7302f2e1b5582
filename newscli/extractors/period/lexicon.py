"""The table of time words, loaded once, and ways to look words up at a place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from newscli.rules.packed import load_table
from newscli.rules.pattern import alternation


class WordSet:
    """Words with the lengths to try for each first letter, longest first.

    Most places begin none: ``text[at] in words.lengths`` says so at a fraction of a call, and is asked first where it matters.
    """

    __slots__ = ("lengths", "words")

    def __init__(self, words: frozenset[str], lengths: dict[str, tuple[int, ...]]) -> None:
        self.words = words
        self.lengths = lengths

    def end(self, text: str, at: int) -> int:
        """Return where the longest word at a place of a closed text ends, the place itself when there is none."""
        for size in self.lengths.get(text[at], ()):
            if text[at : at + size] in self.words:
                return at + size
        return at


def word_set(words: Iterable[str]) -> WordSet:
    """Return words ready for look-up."""
    listed = frozenset(words)
    lengths: dict[str, set[int]] = {}
    for word in listed:
        lengths.setdefault(word[0], set()).add(len(word))
    return WordSet(listed, {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()})


def seconds(*sets: WordSet) -> dict[str, str]:
    """Return the second letters of words by their first.

    >>> seconds(word_set(["今天", "今年", "近日"])) == {"今": "天年", "近": "日"}
    True
    """
    found: dict[str, str] = {}
    for first, second in sorted({(word[0], word[1]) for listed in sets for word in listed.words}):
        found[first] = found.get(first, "") + second
    return found


@cache
def table() -> dict[str, Any]:
    """Return ``words.toml``."""
    return load_table("newscli.extractors.period", "words.toml")


T = table()
YEARS: Final[WordSet] = word_set(T["year"])
MONTHS: Final[WordSet] = word_set(T["month"])
DAYS: Final[WordSet] = word_set(T["day"])
WEEKS: Final[WordSet] = word_set(T["week"])
DAY_PARTS: Final[WordSet] = word_set(T["part"]["day"])
YEAR_PARTS: Final[WordSet] = word_set(T["part"]["year"])
MONTH_PARTS: Final[WordSet] = word_set(T["part"]["month"])
BOUNDS: Final[WordSet] = word_set(T["part"]["bound"])
FEASTS: Final[WordSet] = word_set(T["feast"]["names"])
FEAST_TAILS: Final[WordSet] = word_set(T["feast"]["after"])
HEADS: Final[WordSet] = word_set([*T["year"], *T["month"], *T["day"], *T["week"], *T["feast"]["names"]])
AROUND: Final[WordSet] = word_set(T["feast"]["around"])
AROUND_AFTER: Final = frozenset(T["feast"]["around_after"])
FEAST_AFTER: Final = AROUND_AFTER.union(T["feast"]["around_feast"])
NOT_FRONT: Final = frozenset(T["feast"]["not_before"])
"""Letters that make another word of 前 and 后: 春节前往."""
BARE_FEASTS: Final = frozenset(T["feast"]["bare"])
VAGUE: Final[WordSet] = word_set(T["vague"]["words"])
PLAIN_HEADS: Final = frozenset(T["vague"]["plain_heads"])
OPENERS: Final[WordSet] = word_set(T["vague"]["heads"])
ERAS: Final[WordSet] = word_set(T["era"]["names"])
ERA_YEARS: Final[WordSet] = word_set(T["era"]["years"])
COMMON_ERA: Final[WordSet] = word_set(T["era"]["common"])
PLANS: Final[WordSet] = word_set(T["plan"])
PLAN_TAILS: Final[WordSet] = word_set(T["plan_tail"]["words"])
SUFFIXES: Final[WordSet] = word_set(T["suffix"]["words"])
NEXT: Final[WordSet] = word_set(T["next"]["words"])
TODAY: Final[WordSet] = word_set(T["next"]["today"])
EVENTS: Final[str] = alternation(T["short_year"]["events"])
"""What happened in a year that goes without its century: 98年大洪水."""
OF_YEARS: Final[str] = T["short_year"]["before"]
OF_SIZES: Final[str] = T["short_year"]["sizes"]
NO_EVENT: Final = frozenset(T["since"]["no_event"])
NO_EVENT_END: Final = frozenset(T["since"]["no_event_end"])
OFFICE_ENDS: Final = frozenset(T["since"]["office_ends"])
OFFICE_VERBS: Final = frozenset(T["since"]["office_verbs"])
EVENT_NOUNS: Final = frozenset(T["since"]["event_nouns"])
LEADS: Final = frozenset(T["vague"]["leads"])
LASTING: Final = tuple(T["stretch"]["lasting"])
"""Words behind which 近 says nearly, not lately: 早了近半个月."""
THROUGH: Final = tuple(T["stretch"]["through"])
LASTED: Final[WordSet] = word_set(T["stretch"]["lasted"])
STRETCH: Final = (*T["stretch"]["before"], *LASTING)
"""Words behind which a number of days is a stretch and no day of the month: 拘留十五日."""
THAT_YEAR: Final = frozenset(T["vague"]["years"])
BEFORE: Final[Mapping[str, str]] = T["cut"]["before"]
"""Letters that, in front of a word of time, make it a piece of another word: 光明日报."""
BEHIND: Final = {word: tuple(tails) for word, tails in T["cut"]["behind"].items()}
NOT_BEHIND: Final[Mapping[str, str]] = T["cut"]["letters"]


@cache
def head_openings() -> dict[str, str]:
    """Return what a date in words begins with: 今年, 春节."""
    return seconds(HEADS)


@cache
def moment_openings() -> dict[str, str]:
    """Return what a moment without a date of its own begins with: 目前, 年底."""
    return seconds(VAGUE, BOUNDS, OPENERS, AROUND)


@cache
def era_openings() -> dict[str, str]:
    """Return what a year of an era begins with: 光绪, 公元."""
    return seconds(ERAS, COMMON_ERA)


def openings() -> list[str]:
    """Return the words with which a time expression may begin."""
    groups = (YEARS, MONTHS, DAYS, WEEKS, BOUNDS, FEASTS, AROUND, VAGUE, OPENERS, DAY_PARTS, ERAS, COMMON_ERA)
    return [word for group in groups for word in group.words if len(word) > 1]

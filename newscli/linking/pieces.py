"""How a text falls into lines, sentences and clauses: where the pieces begin, and where the last of them ends.

One mark is looked for many times as fast as any of several; so the marks that end a piece are made one first.
"""

from __future__ import annotations

from typing import Final

from newscli.rules.per_text import PerText

LONGEST: Final = 1200
"""Characters at which a sentence without an end is cut, so that no text costs more than its length."""
LINE_END: Final = "\n"
STOP: Final = "。"
STOPS: Final = "。!?"
"""What ends a sentence, as a line end does."""
CLOSING: Final = "”’」』)"
"""What a sentence takes in behind its stops."""


@PerText
def with_one_stop(text: str) -> str:
    """Return a text with a full stop wherever a sentence may end."""
    return with_one_mark(text, "!?\n", STOP)


def with_one_pause(text: str, marks: str) -> str:
    """Return a text with a full stop wherever a sentence may end or one of some marks ends a clause."""
    return with_one_mark(with_one_stop(text), marks, STOP)


def with_one_mark(text: str, marks: str, mark: str) -> str:
    """Return a text with one mark in place of some."""
    for other in marks:
        text = text.replace(other, mark)
    return text


def cut_behind(mark: str, text: str, start: int, end: int) -> list[int]:
    """Return where the pieces of a stretch of text begin that a mark ends, and where the last ends."""
    found = [start]
    at = text.find(mark, start, end)
    while at >= 0:
        found.append(at + 1)
        at = text.find(mark, at + 1, end)
    if found[-1] < end:
        found.append(end)
    return found


def sentences_of(text: str, start: int, end: int) -> list[int]:
    """Return where the sentences of a stretch of text begin, and where the last ends."""
    stopped = with_one_stop(text)
    found = [start]
    at = start
    while at < end:
        last = min(at + LONGEST, end)
        stop = stopped.find(STOP, at, last)
        if stop == at:
            while at < end and stopped[at] == STOP:
                at += 1  # marks that end nothing
        else:
            at = closed_at(text, stop if stop > at else last, end)
        found.append(at)
    return found


def closed_at(text: str, at: int, end: int) -> int:
    """Return where a sentence ends whose words end at a place: behind its stops, its closing quotes and one line end."""
    stop = at
    while at < end and text[at] in STOPS:
        at += 1
    while stop < at < end and text[at] in CLOSING:
        at += 1
    return at + 1 if at < end and text[at] == LINE_END else at

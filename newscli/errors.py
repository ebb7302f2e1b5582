"""What can go wrong, in a form that a person can act on."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class NewscliError(Exception):
    """Base of every error that newscli raises on purpose: what happened, where, and what to try."""

    def __init__(self, what: str, *, where: str | None = None, cure: str | None = None) -> None:
        self.what = what
        self.where = where
        self.cure = cure
        super().__init__(str(self))

    def __str__(self) -> str:
        """Return where, what and the cure on one line."""
        place = f"{self.where}: " if self.where else ""
        return place + self.what + (f"; {self.cure}" if self.cure else "")


class DecodeError(NewscliError):
    """Bytes that no accepted encoding reads."""


class TableError(NewscliError):
    """A table that ships with the package is malformed: names file, line and cure."""


class WrongUsage(NewscliError):  # noqa: N818 - named as the field's other errors are, by what is wrong
    """An option or argument that cannot mean anything."""


class UnknownPlace(WrongUsage):
    """A place name on the command line that the gazetteer does not hold."""


class AmbiguousPlace(WrongUsage):
    """A place name on the command line that several divisions bear."""


class UnknownFormat(WrongUsage):
    """A format that no writer is registered for."""


class UnknownColumn(WrongUsage):
    """A column name that a command's rows do not have."""


class UnknownEncoding(WrongUsage):
    """A name of no encoding for text."""


def instead_of(name: str, known: Iterable[str]) -> str:
    """Return the cure for a wrong name: the known one that it nearly is, or else all of them.

    >>> instead_of("Mony", ["count", "money"]), instead_of("x", ["count", "money"])
    ('did you mean money?', 'try count, money')
    """
    known = list(known)
    near = get_close_matches(name.lower(), known, n=1)
    return f"did you mean {near[0]}?" if near else "try " + ", ".join(known)

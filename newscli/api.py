"""Two ways in from Python: a file, and a text that is at hand. Everything that a command does can be done with what they give."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812 - `date` is the name that a caller writes
from os import PathLike
from pathlib import Path

from newscli.model import Document
from newscli.pipeline import Reading
from newscli.reading.decode import decode


def read(
    path: str | PathLike[str], *, encoding: str | None = None, date: Date | None = None, home: str | None = None
) -> Reading:
    """Return a page file as read; its encoding is recognised unless named.

    Raises :class:`OSError` when the file cannot be read and :class:`newscli.errors.DecodeError` when its bytes are no text.
    """
    decoded = decode(Path(path).read_bytes(), source=str(path), encoding=encoding)
    return Reading(Document(str(path), decoded.text, decoded.encoding, date=date), home=home)


def read_text(text: str, *, date: Date | None = None, home: str | None = None) -> Reading:
    r"""Return a text as read; ``date`` is its day of publication, ``home`` the area (浙江) that its paper writes for.

    >>> [byline.name for article in read_text("新桥通车\n本报讯(记者 李明)昨天，新桥通车。").articles for byline in article.bylines]
    ['李明']
    """
    return Reading(Document("-", text, date=date), home=home)

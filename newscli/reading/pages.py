"""Pages of one text, parted by form feeds (换页符) as pdftotext writes them: a document a page, read as they come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from newscli.errors import NewscliError
from newscli.model import Document
from newscli.reading.decode import decode
from newscli.reading.records import recoded

FORM_FEED = b"\f"
"""Part of no character in any of the encodings but UTF-16, whose stream is read as UTF-8."""
PIECE = 1 << 16


def read_pages(stream: IO[bytes], *, source: str, encoding: str | None) -> Iterator[Document | NewscliError]:
    """Yield the document of each page with text in it, named by its number from 1, or what is wrong with the page."""
    for number, data in enumerate(parted(recoded(stream, encoding, source=source)), 1):
        name = f"{source}:{number}"
        try:
            page = decode(data, source=name, encoding="utf-8" if encoding else None)
        except NewscliError as error:
            yield error
            continue
        if page.text.strip():
            yield Document(name, page.text, encoding or page.encoding)


def parted(stream: IO[bytes]) -> Iterator[bytes]:
    r"""Yield what stands between form feeds.

    >>> import io
    >>> list(parted(io.BytesIO(b"one\ftwo\f")))
    [b'one', b'two', b'']
    """
    held: list[bytes] = []
    while piece := stream.read(PIECE):
        first, *others = piece.split(FORM_FEED)
        held.append(first)
        for other in others:
            yield b"".join(held)
            held = [other]
    yield b"".join(held)

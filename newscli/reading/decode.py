"""Bytes to text: the encoding is recognised and reported, and a byte that does not fit is an error, never a ``�``.

The order is from the certain to the likely: what the caller says, a byte-order mark, UTF-8 (which random bytes do not
imitate), UTF-16 without a mark (:mod:`newscli.reading.wide`), and then the two legacy families, GB18030 — which
holds GBK and GB2312 — and Big5. Those two accept almost any pairs of bytes, so they are believed only when the
characters that come out are ones that people write.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from newscli.errors import DecodeError, UnknownEncoding
from newscli.lazy import lazily

if TYPE_CHECKING:
    from newscli.reading import legacy, wide
else:
    legacy = lazily("newscli.reading.legacy")
    wide = lazily("newscli.reading.wide")

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
UTF8_PAIRS = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
ASCII = bytes(range(0x80))
CONTROL = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1b"})
MOSTLY = 0.9
"""The share of high bytes in well-formed UTF-8 sequences from which a broken file is called broken UTF-8."""
BINARY = 0.01
"""The share of control bytes from which a file is no text; tab, line ends and escape are not counted."""
STRAY = 8
"""Control bytes that may have strayed into the shortest text."""
NAME_IT = "name its encoding with --input-encoding if it is text"


class Decoded(NamedTuple):
    """The text of some bytes, without its byte-order mark, and the encoding that gave it."""

    text: str
    encoding: str


def decode(data: bytes, *, source: str, encoding: str | None = None) -> Decoded:
    """Return the text of the bytes, or raise :class:`DecodeError` with the offset of the byte that does not fit."""
    mark, marked = next(((m, name) for m, name in MARKS if data.startswith(m)), (b"", None))
    if encoding:
        return forced(data, mark, source=source, encoding=encoding)
    if marked:
        return Decoded(strictly(data, marked, source=source, skip=len(mark)), marked)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return legacy_or_wide(data, error, source=source)
    if "\0" in text:
        return wide.decode_zeros(data, source=source)
    refuse_binary(data, source=source)
    return Decoded(text, "utf-8")


def forced(data: bytes, mark: bytes, *, source: str, encoding: str) -> Decoded:
    """Return the text in the encoding that the caller named; a mark of that encoding is removed."""
    name = canonical(encoding)
    family = name.removesuffix("-sig").removesuffix("-le").removesuffix("-be")
    skip = len(mark) if mark and any(m == mark and n.startswith(family) for m, n in MARKS) else 0
    if skip and name in {"utf-16", "utf-32"}:
        name = next(n for m, n in MARKS if m == mark)
    return Decoded(strictly(data, name, source=source, skip=skip), name)


def canonical(encoding: str) -> str:
    """Return the name under which an encoding is used here: gbk and gb2312 are read as gb18030, which contains them."""
    try:
        name = codecs.lookup(encoding).name
        "".encode(name)  # refuses the codecs that are no text encodings: hex, rot13, zip
    except LookupError as error:
        raise UnknownEncoding(f"unknown encoding {encoding!r}", cure="try utf-8, gb18030, big5 or utf-16") from error
    return "gb18030" if name in {"gbk", "gb2312"} else "utf-8" if name == "utf-8-sig" else name


def strictly(data: bytes, encoding: str, *, source: str, skip: int = 0) -> str:
    """Return the text of the bytes after a mark, every one of them valid."""
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        raise misfit(data, skip + error.start, encoding, source=source) from error


def misfit(data: bytes, offset: int, encoding: str, *, source: str) -> DecodeError:
    """Return the error for one byte that an encoding does not allow where it stands."""
    what = f"byte 0x{data[offset]:02x} at offset {offset} is not {encoding}"
    return DecodeError(what, where=source, cure="mend the file, or name its encoding with --input-encoding")


def legacy_or_wide(data: bytes, error: UnicodeDecodeError, *, source: str) -> Decoded:
    """Return the text of bytes that are no UTF-8."""
    if b"\0" in data:
        return wide.decode_zeros(data, source=source)
    if chinese := wide.pure_chinese(data, source=source):
        return chinese
    refuse_binary(data, source=source)
    high = len(data.translate(None, ASCII))
    if sum(map(len, UTF8_PAIRS.findall(data))) >= MOSTLY * high:
        raise misfit(data, error.start, "utf-8", source=source) from error
    return legacy.decode_legacy(data, source=source)


def refuse_binary(data: bytes, *, source: str) -> None:
    """Raise if too many bytes are control characters for this to be text."""
    sample = data[:65536]
    if len(sample) - len(sample.translate(None, CONTROL)) > STRAY + BINARY * len(sample):
        raise DecodeError("is not text (it holds control bytes)", where=source, cure=NAME_IT)

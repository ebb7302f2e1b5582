"""UTF-16 without a byte-order mark: with zero bytes, which ASCII leaves in it, or without any, in pure Chinese.

Bytes of another kind read as UTF-16 give characters too, only not the ones that people write: ``12`` is U+3132, and GB18030 lands
among syllables of Hangul and private characters. So what comes out must look like a page, in its blocks and in its everyday characters.
"""

from __future__ import annotations

import re

from newscli.errors import DecodeError
from newscli.reading.decode import MOSTLY, NAME_IT, Decoded, misfit
from newscli.reading.legacy import BELIEVED, BIG5_COMMON, BIG5_PAIR, GB_COMMON, GB_PAIR, share

WRITTEN = re.compile(r"[\t\n\r -~\u2010-\u2040\u3000-\u9fff\uff00-\uffef]")
UNLIKELY = bytes({*range(256)} - {0x20, 0x30, 0xFF, *range(0x4E, 0xA0)})
"""High bytes that no hanzi, no 。、《》 and no full-width sign has."""
LEAST = 8
"""Bytes of the shortest text that is believed: two bytes of Big5 make a hanzi of UTF-16 too."""
SAMPLE = 1 << 16
"""Bytes that decide; an even number of them."""


def decode_zeros(data: bytes, *, source: str) -> Decoded:
    """Return the text of bytes with zeros among them, or say that they are none."""
    little_endian = data[1::2].count(0) >= data[0::2].count(0)  # the high byte of ASCII is the zero one
    whole = len(data) - len(data) % 2
    for encoding in ("utf-16-le", "utf-16-be") if little_endian else ("utf-16-be", "utf-16-le"):
        try:
            text = data[:whole].decode(encoding)
        except UnicodeDecodeError:
            continue
        if reads_well(text):
            if whole < len(data):
                raise misfit(data, whole, encoding, source=source)
            return Decoded(text, encoding)
    raise DecodeError("is not text (it holds zero bytes)", where=source, cure=NAME_IT)


def pure_chinese(data: bytes, *, source: str) -> Decoded | None:
    """Return the text of UTF-16 in which no byte is zero, as 今年金华市新增企业三千家。 without a line end; nothing if it is none."""
    head = data[:SAMPLE]
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        likely = head[first::2].translate(None, UNLIKELY)
        if len(data) < LEAST or len(likely) * 2 < MOSTLY * len(head) or not everyday(head.decode(encoding, "ignore")):
            continue
        if len(data) % 2:
            raise misfit(data, len(data) - 1, encoding, source=source)
        try:
            return Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError as error:
            raise misfit(data, error.start, encoding, source=source) from error
    return None


def reads_well(text: str) -> bool:
    """Return whether nearly all characters are ones that Chinese or English text is written in."""
    return len(WRITTEN.findall(text)) >= MOSTLY * len(text)


def everyday(text: str) -> bool:
    """Return whether most characters are of the everyday part of GB2312 or Big5, as few are that other bytes give."""
    simplified = share(text.encode("gb18030", "ignore"), GB_PAIR, GB_COMMON)
    return max(simplified, share(text.encode("big5", "replace"), BIG5_PAIR, BIG5_COMMON)) >= BELIEVED

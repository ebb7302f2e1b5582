"""GB18030 or Big5: told apart by which of the two gives characters that people write.

GB2312 put the 3,755 characters of everyday use first (rows 16–55, lead bytes B0–D7), and Big5 its 5,401 (lead bytes
A4–C6). In real text of one family nine characters in ten come from its own first part; read as the other family, few
do.
"""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from newscli.errors import DecodeError
from newscli.reading.decode import NAME_IT, Decoded, misfit

GB_COMMON = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]|[\xa1-\xa3][\xa1-\xfe]")
BIG5_COMMON = re.compile(rb"[\xa4-\xc6][\x40-\x7e\xa1-\xfe]|[\xa1-\xa3][\x40-\x7e\xa1-\xfe]")
GB_PAIR = re.compile(rb"[\x81-\xfe][\x40-\xfe]")
BIG5_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\xa1-\xfe]")
BELIEVED = 0.75
"""The share of everyday characters from which an encoding is believed."""
APART = 0.1
"""How much larger one share must be than the other to decide without asking further."""
TOO_SHORT = 64
"""Below this many bytes a tie is nobody's to settle, and most text of our kind is simplified."""
SAMPLE = 1 << 18


def share(data: bytes, pair: re.Pattern[bytes], common: re.Pattern[bytes]) -> float:
    """Return which part of the two-byte characters are everyday ones, read from the start as the encoding would."""
    pairs = pair.findall(data[:SAMPLE])
    return sum(1 for p in pairs if common.fullmatch(p)) / len(pairs) if pairs else 0.0


def decode_legacy(data: bytes, *, source: str) -> Decoded:
    """Return the text of bytes in GB18030 or Big5, or raise with the first byte that the likelier forbids."""
    encoding = likelier(data)
    if encoding is None:
        raise DecodeError("is in no encoding that is recognised", where=source, cure=NAME_IT)
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise misfit(data, error.start, encoding, source=source) from error


def likelier(data: bytes) -> str | None:
    """Return the encoding whose everyday characters make up the text."""
    gb, big5 = share(data, GB_PAIR, GB_COMMON), share(data, BIG5_PAIR, BIG5_COMMON)
    if max(gb, big5) < BELIEVED:
        return detected(data)
    if abs(gb - big5) >= APART:
        return "gb18030" if gb > big5 else "big5hkscs"
    if len(data) < TOO_SHORT:
        return "gb18030"
    return detected(data) or ("gb18030" if gb >= big5 else "big5hkscs")


def detected(data: bytes) -> str | None:
    """Return which of the two the general detector finds, if it finds either."""
    best = from_bytes(data[:SAMPLE], cp_isolation=["gb18030", "big5", "big5hkscs"]).best()
    names: dict[str, str] = {"gb18030": "gb18030", "big5": "big5hkscs", "big5hkscs": "big5hkscs"}
    return names.get(best.encoding) if best else None

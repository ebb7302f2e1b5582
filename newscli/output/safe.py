"""Text made harmless: a page may hold terminal escapes, invisible direction marks, or spreadsheet formulas.

The page's text is shown, never obeyed. What a person looks at (tables, Markdown, messages) and what a spreadsheet
opens (CSV, TSV, XLSX) gets the visible forms; JSON escapes them and keeps the value; ``--raw`` turns the
spreadsheets' part off.
"""

from __future__ import annotations

import re

UNSEEN = "\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
"""Marks that turn the direction of text or cannot be seen: ``U+202E`` makes 100 read as 001."""
HARMFUL = rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff{UNSEEN}]"
HARMFUL_OR_BREAK = rf"[\x00-\x1f\x7f-\x9f\ud800-\udfff{UNSEEN}]"
JSON_HARMFUL = rf"[\x7f-\x9f\ud800-\udfff{UNSEEN}]"
"""Patterns that ``re`` compiles when they are first used, and keeps: a format needs one of the three, ``--help`` none.

Nearly all text is printable throughout, which Python tells several times faster than a pattern does: none of what these look for is.
"""
FORMULA = re.compile(r"[ \n\u3000]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
"""What makes a spreadsheet calculate, the full-width forms included, which Excel in China takes too."""
HARMLESS = re.compile(r"[+-]?\d+(?:\.\d+)?|-:\d+")
"""Plain numbers, and the source of a record that standard input brought (``-:12``), by which rows are joined."""


def picture(match: re.Match[str]) -> str:
    """Return a visible stand-in: the control picture ``␛`` for escape, ``<U+202E>`` for what has none."""
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"


def visible(text: str) -> str:
    r"""Return the text with control and direction characters made visible; line ends and tabs stay.

    >>> visible("a\x1b[31mb")
    'a␛[31mb'
    """
    return text if text.isprintable() else re.sub(HARMFUL, picture, text)


def one_line(text: str) -> str:
    r"""Return the text on one line, for messages and table cells.

    >>> one_line("丽\n水\u202e")
    '丽␊水<U+202E>'
    """
    return text if text.isprintable() else re.sub(HARMFUL_OR_BREAK, picture, text)


def json_safe(text: str) -> str:
    r"""Return JSON whose strings hold the same values with no character that a terminal would obey.

    >>> json_safe('"\u202e"')
    '"\\u202e"'
    """
    return text if text.isprintable() else re.sub(JSON_HARMFUL, lambda m: json_escape(ord(m[0])), text)


def json_escape(code: int) -> str:
    """Return a character's JSON escape, a surrogate pair beyond the basic plane."""
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def spreadsheet_safe(text: str) -> str:
    """Return the text with an apostrophe before what a spreadsheet would calculate; plain numbers stay, and a lone sign.

    >>> spreadsheet_safe("=1+1"), spreadsheet_safe("-3.5"), spreadsheet_safe("-2+3"), spreadsheet_safe("-")
    ("'=1+1", '-3.5', "'-2+3", '-')
    """
    shown = visible(text)
    if len(text) > 1 and FORMULA.match(text) and not HARMLESS.fullmatch(text):
        return "'" + shown
    return shown

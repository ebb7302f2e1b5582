"""Bylines (署名): roles, outlets and names, wherever a story carries them."""

from newscli.extractors.byline.people import read_people
from newscli.extractors.byline.read import (
    author_hint,
    read_bracket,
    read_credit,
    read_line,
    read_pen_name,
    read_sign_off,
    read_signed_tail,
    read_tail,
    signs,
)

__all__ = [
    "author_hint",
    "read_bracket",
    "read_credit",
    "read_line",
    "read_pen_name",
    "read_people",
    "read_sign_off",
    "read_signed_tail",
    "read_tail",
    "signs",
]

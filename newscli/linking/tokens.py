"""A sentence with a number in it, as tokens: words with tags, and mentions as one opaque token each.

The tags of a sentence are one string, a character a token, so that the shapes around a number are looked for with patterns.
"""

from __future__ import annotations

from dataclasses import dataclass

from newscli.linking.divide import Stretch, Word, divide
from newscli.linking.lexicon import Lexicon

NUMBER, PERIOD, PLACE = "N", "@", "#"


@dataclass(slots=True)
class Tokens:
    """The tokens of one sentence: ``tags[i]`` says what stands at ``starts[i]``–``ends[i]`` of the flow."""

    text: str
    tags: str = ""
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def say(self, first: int, last: int) -> str:
        """Return the text of tokens ``first`` to ``last``, both included."""
        return self.text[self.starts[first] : self.ends[last]]


def read_tokens(stretch: Stretch, marks: list[Word], lexicon: Lexicon) -> Tokens:
    """Return a stretch of the flow as tokens; ``marks`` are the mentions inside it, in order and apart."""
    words = divide(lexicon, stretch, marks)
    if not words:
        return Tokens(stretch.text)
    starts, ends, tags = zip(*words, strict=True)
    return Tokens(stretch.text, "".join(tags), starts, ends)

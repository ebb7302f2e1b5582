"""Hard wraps: lines that were cut at the width of a column are put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import Final

from newscli.extractors.headline import POINTS
from newscli.page.lines import Line

NARROWEST, WIDEST = 8, 60
"""A column of newsprint holds about so many characters; longer lines are paragraphs."""
HANGING: Final = 3
"""Punctuation may hang over the edge, and a number or word is not broken: a full line may differ by so much."""
FULL_SHARE: Final = 0.5
"""At least so many of the lines are full on a page that is wrapped."""
BROKEN_SHARE: Final = 0.3
"""Fewer will do where so many are full and stop inside a sentence: a page of letters and briefs."""
FEWEST_LINES: Final = 8
STOPS: Final = frozenset("。!?”…")
"""A line that ends a sentence one short of the edge ends the paragraph."""
ENDS: Final = STOPS | {")"}
BREAKS: Final = frozenset(",、;:")
PARAGRAPH_HEAD: Final = re.compile(
    r"[^,。“”]{2,16}?(?:说|表示|指出|强调|认为|介绍|称|透露|提到|要求),|“[^”]{12,}|另?据[^,。]{0,14},|此外,|同时,|目前,|近年来,|下一步,|截至"
)
"""How paragraphs begin more often than other sentences: decides where a full line ends a sentence."""
NEVER_FIRST: Final = frozenset("。,、;:!?)]》”’%")
TEXT: Final = attrgetter("text")


Block = tuple[Line, ...]
"""Lines that are one run of text: a headline line, a paragraph, or the piece of one that a column holds."""


def read_block(block: Block) -> str:
    """Return the folded text of a block, wraps rejoined."""
    return block[0].text if len(block) == 1 else "".join([line.text for line in block])


def display_width(line: Line) -> int:
    """Return the width in half-width cells, the indent included."""
    return line.indent + 2 * len(line.text) - len(line.text.encode("ascii", "ignore"))


def character_width(line: Line) -> int:
    """Return the width in characters, the indent included as full-width spaces."""
    return line.indent // 2 + len(line.text)


@dataclass(frozen=True, slots=True)
class Measure:
    """How wide the columns of a wrapped page are, and how that is counted."""

    width: int
    count: Callable[[Line], int]
    slack: int
    indented: bool
    """Whether paragraphs open with an indent."""

    def is_full(self, line: Line) -> bool:
        """Return whether a line reaches the edge of the column."""
        return self.count(line) >= self.width - (0 if line.text[-1] in STOPS else self.slack)


def find_measure(lines: list[Line]) -> Measure | None:
    """Return the column width of a page that is hard-wrapped; nothing for any other page."""
    if len(lines) < FEWEST_LINES or max(map(len, map(TEXT, lines))) > 2 * WIDEST:
        return None
    for count, scale in ((character_width, 1), (display_width, 2)):
        widths = Counter(map(count, lines))
        width = max(widths, key=lambda w: (widths[w], w))
        near = sum(widths[w] for w in range(width - scale, width + scale * HANGING + 1))
        wider = sum(n for w, n in widths.items() if w > width + scale * HANGING)
        if (
            scale * NARROWEST <= width <= scale * WIDEST
            and wider <= 0.1 * len(lines)
            and (near >= FULL_SHARE * len(lines) or are_broken(lines, count, width, scale))
        ):
            indented = sum(line.indent >= 2 for line in lines) * 20 >= len(lines)
            return Measure(width, count, scale, indented)
    return None


def are_broken(lines: list[Line], count: Callable[[Line], int], width: int, scale: int) -> bool:
    """Return whether many lines reach the edge inside a sentence, and so few that stop before it are no ends."""
    broken = sum(width - scale <= count(line) <= width + scale and line.text[-1] not in ENDS for line in lines)
    return broken >= max(FEWEST_LINES, BROKEN_SHARE * len(lines))


def unwrap(lines: list[Line], opens: Callable[[str], bool], alone: Callable[[str], bool]) -> list[Block]:
    """Return the page's blocks; a line that ``opens`` a text is joined to nothing above, one that stands ``alone`` to nothing."""
    measure = find_measure(lines)
    if measure is None:
        return [(line,) for line in lines]
    wide = headline_width(lines, measure)
    groups: list[list[Line]] = []
    for line in lines:
        above = groups[-1] if groups else []
        goes_on = above and (
            continues(above[-1], line, measure) or (line.gap == 0 and line.indent < 2 and is_wide(above, wide, measure))
        )
        # Two lines that are joined stand alone neither of them: of a longer run, the first has been asked already.
        if goes_on and not alone(line.text) and not (len(above) == 1 and alone(above[0].text)) and not opens(line.text):
            above.append(line)
        else:
            groups.append([line])
    return list(map(tuple, groups))


def continues(above: Line, line: Line, measure: Measure) -> bool:
    """Return whether a line goes on with the paragraph of the line above it."""
    if line.gap or line.parted or line.text[0] in POINTS or (measure.indented and line.indent >= 2):
        return False
    if above.text[-1] in STOPS and PARAGRAPH_HEAD.match(line.text):
        return False
    if above.text[-1] in ENDS and (line.number > above.number + 1 or is_heading(line, measure)):
        return False
    return measure.is_full(above) or line.text[0] in NEVER_FIRST


def is_heading(line: Line, measure: Measure) -> bool:
    """Return whether a line is short and ends no sentence, as the last line of a paragraph would; with a comma it is a piece."""
    short = "," not in line.text and measure.count(line) <= measure.width - HANGING * measure.slack
    return short and line.text[-1] not in BREAKS and line.text.rstrip("”’」』)》")[-1:] not in ENDS


def headline_width(lines: list[Line], measure: Measure) -> int | None:
    """Return the width at which the page wraps its headlines, which are set larger; nothing where none shows."""
    widths = Counter(
        measure.count(line)
        for line, below in pairwise(lines)
        if line.gap
        and line.indent < 2
        and not measure.is_full(line)
        and not below.gap
        and below.indent < 2
        and line.text[-1] not in STOPS
    )
    wide = max(widths, default=0)
    return wide if 2 * wide > measure.width and (widths[wide] > 1 or wide >= 0.75 * measure.width) else None


def is_wide(group: list[Line], wide: int | None, measure: Measure) -> bool:
    """Return whether all lines of a group reach the width of the page's headlines, so that the next may go on with them."""
    return wide is not None and all(measure.count(line) == wide and not measure.is_full(line) for line in group)

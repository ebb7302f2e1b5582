"""Furniture: the lines that belong to the page and to no story."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import compress, pairwise
from typing import Final

from newscli.extractors.byline import signs
from newscli.page import marks, titles
from newscli.page.features import LONGEST_SIGN, STOPS
from newscli.page.lines import Line

LONGEST_FURNITURE: Final = 160
LONGEST_SERIES: Final = 16
SHORT_LINE: Final = 40
HEADER_LINES: Final = 4
LONGEST_SECTION: Final = 8
HEADER_WORDS: Final = ("版", "星期")
"""No header is without one of these."""
SIGNED_ENDS: Final = ("版", "报", "报纸")
SIGNS: Final = ("(", "星期", "content_", "/enpproperty")
"""Furniture that may open with anything has one of these ends or signs: a glance that spares most lines the search."""
RUNNING_ENDS: Final = frozenset("。,、;”!?")
"""No furniture ends so."""


def part_header(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with a header parted from the dateline that some dumps print behind it: …校对:朱 葆【本报讯】."""
    parted = list(lines)
    for index, line in enumerate(lines[:HEADER_LINES]):
        match = marks.lead_after_header().match(line.text) if "星期" in line.text else None
        if match:
            cut = match.end(1)
            middle = line.start + cut
            head = Line(line.number, line.start, middle, line.indent, line.gap, line.text[:cut])
            rest = Line(line.number, middle, line.end, 0, 0, line.text[cut:])
            parted[index : index + 1] = [head, rest]
            break
    return parted


def part_jumps(lines: list[Line], folded: str) -> list[Line]:
    """Return the lines with jump lines inside them parted from what runs on: …的诊室。(下转第四版)|戈壁滩上果飘香."""
    cuts: dict[int, list[int]] = {}
    starts: list[int] = []
    for match in find_inner_jumps(folded):
        starts = starts or [line.start for line in lines]
        index = bisect_right(starts, match.start()) - 1
        cuts.setdefault(index, []).append((match.end() if match["out"] else match.start()) - starts[index])
    pieces: list[Line] = []
    done = 0
    for index, places in cuts.items():
        pieces += lines[done:index]
        pieces += cut_line(lines[index], places)
        done = index + 1
    return pieces + lines[done:]


def find_inner_jumps(folded: str) -> list[re.Match[str]]:
    """Return the jump lines in brackets of a page, in order; their verbs are found much faster than any bracket."""
    found: list[re.Match[str]] = []
    for verb in marks.JUMP_VERBS:
        at = folded.find(verb)
        while at > 1:
            match = marks.JUMP_INSIDE.match(folded, at - (3 if folded[at - 2] == " " and at > 2 else 2))
            found += [match] if match else []
            at = folded.find(verb, at + 1)
    return sorted(found, key=re.Match.start)


def cut_line(line: Line, cuts: Sequence[int]) -> list[Line]:
    """Return a line cut at the given places, spaces between the pieces left out."""
    pieces: list[Line] = []
    for start, end in pairwise([0, *cuts, len(line.text)]):
        text = line.text[start:end].strip()
        if text:
            begin = line.start + start + len(line.text[start:end]) - len(line.text[start:end].lstrip())
            whole = not pieces
            pieces.append(
                Line(line.number, begin, begin + len(text), line.indent if whole else 0, line.gap if whole else 0, text)
            )
    return pieces


def is_furniture(text: str) -> bool:
    """Return whether a line is furniture wherever it stands: 本版责编:江  舟, 2025年3月2日 星期日, 《人民日报》(2025年10月20日 第 04 版)."""
    if (text[0] in marks.furniture_heads() or not text[0].isalpha()) and marks.furniture().match(text):
        return True
    signed = text.endswith(SIGNED_ENDS) or any(sign in text for sign in SIGNS)
    if not (signed and marks.FURNITURE_SIGN.search(text)):
        return False
    return any(sign in text and marks.furniture_with(sign).match(text) for sign in marks.FURNITURE_SIGNS)


def is_source(text: str) -> bool:
    """Return whether a line says where a text was taken from: 来源:人民网."""
    return len(text) <= marks.LONGEST_SOURCE and marks.SOURCE_LINE.match(text) is not None and not signs(text)


def find_furniture(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that belong to the page and to no story: 本版责编:江  舟, 11 综合 at the edge of the page."""
    label_ends = titles.label_ends()
    sure = [
        line.text[-1] not in RUNNING_ENDS
        and len(line.text) <= LONGEST_FURNITURE
        and (is_furniture(line.text) or (line.text[-1] in label_ends and is_label(line, lines[number : number + 1])))
        for number, line in enumerate(lines, 1)
    ]
    crown(lines, sure)
    spread(lines, sure, 0, 1)
    spread(lines, sure, len(lines) - 1, -1)
    return list(compress(lines, sure))


def crown(lines: Sequence[Line], sure: list[bool]) -> None:
    """Mark the name of a section that stands above the page's header: 读者来信 over 第05版  2022年9月6日  星期二."""
    header = next((index for index in range(min(HEADER_LINES, len(lines))) if sure[index]), 0)
    named = [len(line.text) <= LONGEST_SECTION and marks.NAME.fullmatch(line.text) for line in lines[:header]]
    if named and all(named) and any(word in lines[header].text for word in HEADER_WORDS):
        sure[:header] = [True] * header


def spread(lines: Sequence[Line], sure: list[bool], edge: int, step: int) -> None:
    """Mark what is furniture only beside other furniture, from the edge of the page and from each line marked."""
    for start in [edge, *[index + step for index in compress(range(len(lines)), sure)]]:
        index = start
        while 0 <= index < len(lines) and not sure[index] and is_marginal(lines[index].text):
            sure[index] = True
            index += step


def is_marginal(text: str) -> bool:
    """Return whether a line is furniture if it stands at the edge of a page: 11 综合, 江南日报, A3."""
    return len(text) <= LONGEST_SIGN and marks.marginal().match(text) is not None


def drop_furniture(lines: Sequence[Line], furniture: Sequence[Line]) -> list[Line]:
    """Return the other lines; the first below 《人民日报》(2025年10月20日 第 04 版) knows that the text above has ended."""
    if not furniture:
        return list(lines)
    dropped = {line.start for line in furniture}
    if not any(marks.ISSUE_END.match(line.text) for line in furniture):
        return [line for line in lines if line.start not in dropped]
    kept: list[Line] = []
    parted = False
    for line in lines:
        if line.start in dropped:
            parted = (parted or bool(kept)) and (parted or bool(marks.ISSUE_END.match(line.text)))
            continue
        line.parted = line.parted or parted
        kept.append(line)
        parted = False
    return kept


def is_label(line: Line, below: Sequence[Line]) -> bool:
    """Return whether a line is the label of a series or of an advertisement, and not its headline, as it is over plain text."""
    text = line.text
    if len(text) > LONGEST_SERIES or not (titles.series().match(text) or titles.ADVERTISEMENT.match(text)):
        return False
    return not any(map(runs_on, below))


def runs_on(line: Line) -> bool:
    """Return whether a line is running text: long, a sentence, or a piece of one with an indent or a stop inside."""
    text = line.text
    return len(text) > SHORT_LINE or text[-1] in STOPS or "。" in text or (line.indent >= 2 and "," in text)

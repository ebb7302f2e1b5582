"""What the furniture of a page says of the issue: the day and the paper."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final

from newscli.page.marks import any_word
from newscli.reading.fold import fold
from newscli.rules.hanzi import HANZI

FULL_DATE: Final = re.compile(r"((?:19|20)\d\d) ?[年./-] ?(\d{1,2}) ?[月./-] ?(\d{1,2})")


@cache
def paper() -> re.Pattern[str]:
    """Return the pattern of a newspaper's name in a line of the page."""
    return re.compile(
        rf"《([^》]{{2,12}}(?:报|Daily|时报|周刊))》|(?:^|[ |])({HANZI}{{2,8}}(?:{any_word('paper')}))(?=[ |:]|数字|电子|$)"
    )


def read_date(lines: Iterable[str]) -> date | None:
    """Return the first full date in the folded lines."""
    for line in lines:
        for match in FULL_DATE.finditer(line):
            try:
                return date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                continue
    return None


PAGE_NAME: Final = (
    rf"第? ?([A-Z]{{0,2}}\d{{1,5}}|[一二三四五六七八九十]{{1,3}}|头) ?版|^ ?([A-Z]{{0,2}}\d{{1,3}}) ?{HANZI}"
)
JUMP_WORD: Final = r"[接转见刊]"
EDGE_LINES: Final = 4
LONGEST_HEADER: Final = 100


def read_page(text: str) -> str | None:
    """Return the page's number as its first or last lines print it: 第05版, A10, 00003版."""
    lines = [line for line in fold(text[:2000] + "\n" + text[-500:]).splitlines() if line.strip()]
    for line in lines[:EDGE_LINES] + lines[-EDGE_LINES:]:
        match = re.search(PAGE_NAME, line) if len(line) <= LONGEST_HEADER and not re.search(JUMP_WORD, line) else None
        if match:
            return match[1] or match[2]
    return None


def read_paper(lines: Iterable[str]) -> str | None:
    """Return the name of the newspaper, where the furniture gives it."""
    for line in lines:
        match = paper().search(line)
        if match:
            return match[1] or match[2]
    return None

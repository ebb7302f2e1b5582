"""What the furniture of a page says of the issue: the day and the paper."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

FULL_DATE = re.compile(r"((?:19|20)\d\d) ?[年./-] ?(\d{1,2}) ?[月./-] ?(\d{1,2})")
PAPER = re.compile(
    r"《([^》]{2,12}(?:报|Daily|时报|周刊))》|(?:^|[ |])([\u4e00-\u9fff]{2,8}(?:日报|晚报|早报|时报|商报|都市报|晨报|快报|青年报|导报))(?=[ |:]|数字|电子|$)"
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


def read_paper(lines: Iterable[str]) -> str | None:
    """Return the name of the newspaper, where the furniture gives it."""
    for line in lines:
        match = PAPER.search(line)
        if match:
            return match[1] or match[2]
    return None

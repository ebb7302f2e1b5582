"""The patterns of time expressions, generated from the table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from newscli.rules.tables import read_toml, table_text


@cache
def table() -> dict[str, Any]:
    """Return ``words.toml``."""
    return dict(read_toml(table_text(__package__, "words.toml"), "words.toml"))


def one_of(words: Iterable[str]) -> str:
    """Return an alternation, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


T = table()
HAN = "〇零○一二三四五六七八九十"
YEAR = rf"(?:(?:1[6-9]|20|21)\d\d|[一二][〇零○九八七一二]{{1}}[{HAN[:-1]}]{{2}})(?: ?年|财年)"
SHORT_YEAR = r"\d\d年(?=\d{1,2}月)"
RELATIVE_YEAR = one_of(T["year"])
MONTH = rf"(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十正腊])月份?"
DAY = rf"(?:[12]\d|3[01]|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:日|号(?![楼线院馆文厅门机店站房池井令台车]))"
PART = one_of(T["part"]["day"])
CLOCK = rf"(?:[01]?\d|2[0-4])(?:[::][0-5]\d(?:[::][0-5]\d)?(?!\d)|(?:时|点(?!多|位|半?[以左]|[击名赞燃评亮缀子滴]))(?:(?:[0-5]?\d|[一二三四五]?十[一二三四五六七八九]?)分(?!之)|半|许|整|多|(?=[,。至到—\-]))?(?:[0-5]?\d秒)?)"

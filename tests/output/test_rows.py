"""What rows say of where things stand."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newscli.model import Document
from newscli.output.rows import Lines, place_rows
from newscli.pipeline import Reading


@given(st.text(alphabet="甲\r\n", max_size=30), st.lists(st.integers(0, 29), max_size=20))
def test_a_character_knows_its_line_in_whatever_order_it_is_asked(text: str, offsets: list[int]) -> None:
    lines = Lines(text)
    for offset in [*sorted(offsets), *offsets]:
        if offset < len(text):
            ended = [end.end() for end in re.finditer(r"\r\n|\r|\n", text) if end.end() <= offset]
            assert lines.of(offset) == len(ended) + 1


def test_rows_of_one_place_say_each_where_it_stands() -> None:
    page = "大桥合龙\n\n本报讯（记者 李明）金华市的大桥昨天合龙。\n金华市表示，桥长2600米。\n"
    rows = list(place_rows(Reading(Document("page", page))))
    assert [(row["name"], row["line"], page[row["start"] : row["end"]]) for row in rows] == [
        ("金华市", 3, "金华市"),
        ("金华市", 4, "金华市"),
    ]

"""The way from the flow back to the document, without a search where runs come in order."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from newscli.model import Flow
from newscli.rules.locate import WayBack

LENGTHS = st.lists(st.tuples(st.integers(1, 9), st.integers(0, 4)), min_size=1, max_size=8)


@given(LENGTHS, st.lists(st.tuples(st.integers(0, 80), st.integers(1, 12)), max_size=20))
def test_it_says_what_a_search_says_in_any_order(pieces: list[tuple[int, int]], runs: list[tuple[int, int]]) -> None:
    starts = (0, *accumulate(length for length, _ in pieces))[:-1]
    origins = (0, *accumulate(length + gap for length, gap in pieces))[:-1]
    flow = Flow("", "", starts, origins)
    way_back = WayBack(flow)
    for start, length in [*sorted(runs), *runs]:
        assert way_back.locate(start, start + length) == flow.locate(start, start + length)

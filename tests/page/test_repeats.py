"""Second printings are found without a look at what is printed once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newscli.page.repeats import FEW, find_repeats

CLAUSES = st.sampled_from(
    ["大桥昨天顺利合龙", "全长二千六百米", "年内可望通车", "跨江而过的桥", "记者", "在现场看到了"]
)
TEXTS = st.lists(st.lists(st.tuples(CLAUSES, st.sampled_from(",。、")), max_size=5), max_size=8)


def repeats_one_by_one(texts: list[list[str]]) -> list[int]:
    """Return what is asked, each text against all clauses above it."""
    repeated = []
    for index, clauses in enumerate(texts):
        long = [clause for clause in clauses if len(clause) >= 6]
        again = [clause for clause in long if any(clause in above for above in texts[:index])]
        if len(again) >= 2 and len("".join(again)) >= 0.7 * len("".join(long)):
            repeated.append(index)
    return repeated


@given(TEXTS)
def test_a_text_is_repeated_where_most_of_its_clauses_stand_above(texts: list[list[tuple[str, str]]]) -> None:
    printed = ["".join(clause + mark for clause, mark in text) for text in texts]
    assert find_repeats(printed) == repeats_one_by_one([[clause for clause, _ in text] for text in texts])


def test_many_clauses_that_come_again_are_found_as_well() -> None:
    texts = [f"第{number}座跨江大桥,昨天上午顺利合龙{number}。" for number in range(FEW + 10)]
    assert find_repeats(texts + texts) == list(range(len(texts), 2 * len(texts)))

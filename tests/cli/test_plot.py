"""``facts --plot``: bars that say in words what their length and colour say."""

from __future__ import annotations

from collections import Counter

import pytest
from rich.cells import cell_len

from newscli.cli.plot import bar, fitted, plotted
from tests.cli.program import SAMPLE, newscli

COUNTS = Counter({("金华市", "count"): 12, ("金华市", "money"): 4, ("丽水市", "percent"): 2, ("—", "count"): 1})


def lines(width: int = 80) -> list[str]:
    return [line.plain for line in plotted(COUNTS, width)]


def test_kinds_come_first_the_most_frequent_on_top() -> None:
    assert [line.split()[0] for line in lines()[1:4]] == ["count", "money", "percent"]
    assert [line.split()[-1] for line in lines()[1:4]] == ["13", "4", "2"]


def test_cities_carry_their_kinds_in_words() -> None:
    assert "金华市" in lines()[6]
    assert lines()[6].endswith("16  count 12 · money 4")
    assert lines()[7].endswith("▎ 2")  # one kind alone is not said again


@pytest.mark.parametrize("width", [40, 80, 200])
def test_longest_bar_keeps_to_half_the_terminal(width: int) -> None:
    assert max(line.count("█") for line in lines(width)) <= max(10, width // 2)


def test_bars_are_drawn_to_one_scale() -> None:
    assert len(bar(Counter({"count": 16}), 2.0)) == 2 * len(bar(Counter({"count": 8}), 2.0))


def test_many_cities_are_cut_and_counted() -> None:
    counts = Counter({(f"地{n:02}市", "count"): 1 for n in range(25)})
    assert [line.plain for line in plotted(counts, 80)][-1] == "… +5  5"


def test_long_names_leave_room_for_bars() -> None:
    assert cell_len(fitted("某" * 40)) <= 24


def test_nothing_to_draw_is_no_error() -> None:
    assert len(list(plotted(Counter(), 80))) == 3


def test_program_draws_the_sample_page() -> None:
    done = newscli("facts", "--plot", SAMPLE)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "金华市" in done.stdout.decode()
    assert b"\x1b" not in done.stdout


def test_plot_in_another_format_is_refused() -> None:
    done = newscli("facts", "--plot", "-f", "csv", SAMPLE)
    assert done.returncode == 2
    assert b"leave out the format" in done.stderr

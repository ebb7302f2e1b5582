"""At a terminal: colours, width, the sample page, the pager; and nothing of the page's that a terminal obeys."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.program import SAMPLE, newscli
from tests.cli.terminal import at_terminal

EVIL = "本报讯 金华市新增企业182家\x1b]0;owned\x07\x1b[2J,\u202e100\u202c户[bold red]红[/]。\n"


def test_without_a_file_the_sample_page_is_read_and_named() -> None:
    status, seen = at_terminal("headlines")
    assert status == 0
    assert "newscli: no file given: reading the bundled sample page 000_c2acb2615f69c0ed.txt" in seen
    assert "丽水打造全生命周期助创平台" in seen


@pytest.mark.parametrize(("columns", "shown"), [(80, False), (120, True)])
def test_the_sentence_is_shown_where_a_row_stays_readable_with_it(columns: int, *, shown: bool) -> None:
    _, seen = at_terminal("facts", SAMPLE, "--city", "金华", "--color", "never", columns=columns)
    assert ("句子" in seen.splitlines()[1]) is shown
    assert max(map(cell_len, seen.splitlines())) <= columns


def test_a_table_of_nothing_is_a_sentence() -> None:
    status, seen = at_terminal("facts", SAMPLE, "--city", "拉萨")
    assert (status, seen) == (0, "newscli: nothing found\n")


@pytest.mark.slow
def test_quiet_says_nothing_of_the_sample_page() -> None:
    assert "no file given" not in at_terminal("headlines", "-q")[1]


@pytest.mark.slow
@pytest.mark.parametrize("columns", [60, 80, 132])
def test_a_table_fits_the_terminal(columns: int) -> None:
    _, seen = at_terminal("parse", SAMPLE, "--color", "never", columns=columns)
    assert max(map(cell_len, seen.splitlines())) <= columns


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "env", "coloured"),
    [
        ((), {}, True),
        ((), {"NO_COLOR": "1"}, False),
        (("--color", "never"), {}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        ((), {"TERM": "dumb"}, False),
    ],
)
def test_colour_follows_the_option_then_the_environment(
    options: tuple[str, ...], env: dict[str, str], *, coloured: bool
) -> None:
    assert ("\x1b[" in at_terminal("headlines", SAMPLE, *options, env=env)[1]) is coloured


def test_no_colour_goes_into_a_pipe() -> None:
    assert b"\x1b[" not in newscli("headlines", SAMPLE).stdout


@pytest.mark.slow
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "tsv", "md"])
@pytest.mark.parametrize("command", ["parse", "places"])
def test_nothing_in_a_page_moves_the_terminal(tmp_path: Path, form: str, command: str) -> None:
    (tmp_path / "p.txt").write_text(EVIL, encoding="utf-8")
    _, seen = at_terminal(command, tmp_path / "p.txt", "-f", form, "--color", "never")
    assert "\x1b" not in seen
    assert "\x07" not in seen
    assert "\u202e" not in seen


def test_an_error_about_an_evil_name_is_harmless() -> None:
    status, seen = at_terminal("parse", "no\x1b[2Jsuch.txt", "--color", "never")
    assert status == 1
    assert "\x1b" not in seen


def test_explain_shows_controls_as_pictures(tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text(EVIL, encoding="utf-8")
    _, seen = at_terminal("explain", tmp_path / "p.txt")
    assert "\x1b" not in seen
    assert "[bold red]" in seen


def test_a_long_table_goes_through_the_pager(tmp_path: Path) -> None:
    shown = tmp_path / "shown"
    at_terminal("headlines", SAMPLE, env={"PAGER": f"tee {shown}"})
    assert "丽水打造全生命周期助创平台" in shown.read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [("--no-pager",), ("-f", "jsonl")])
def test_the_pager_can_be_left_out(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    shown = tmp_path / "shown"
    at_terminal("headlines", SAMPLE, *arguments, env={"PAGER": f"tee {shown}"})
    assert not shown.exists()


@pytest.mark.slow
def test_leaving_the_pager_early_is_no_error() -> None:
    assert at_terminal("facts", SAMPLE, env={"PAGER": "head -n 1"})[0] == 0


@pytest.mark.slow
def test_a_workbook_is_not_thrown_at_the_terminal() -> None:
    status, seen = at_terminal("headlines", SAMPLE, "-f", "xlsx")
    assert (status, seen) == (2, "newscli: xlsx is not for a terminal; name a file with -o\n")

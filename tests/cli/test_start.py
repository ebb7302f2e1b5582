"""The program starts light: what a call does not need, it does not load."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from newscli.cli.app import COMMANDS
from tests.cli.program import SAMPLE, environment

HEAVY = (
    "rjieba",
    "jieba",
    "newscli.extractors",
    "newscli.pipeline",
    "newscli.linking",
    "newscli.page",
    "rich",
    "pydantic",
)
PROBE = """
import sys
from newscli.cli.app import main
try:
    main({arguments!r})
except SystemExit as leaving:
    status = leaving.code
sys.stderr.write("\\n".join([str(status), *sys.modules]))
"""


def loaded(*arguments: str) -> tuple[int, set[str]]:
    """Return the exit status of a call and the modules that it left loaded."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(arguments=list(arguments))],
        capture_output=True, text=True, env=environment(), check=True, encoding="utf-8",
    )  # fmt: skip
    status, *modules = done.stderr.splitlines()
    return int(status), set(modules)


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["schema", "facts"], *([c, "--help"] for c in COMMANDS)], ids=" ".join
)
def test_help_loads_no_segmenter_no_gazetteer_no_extractor(arguments: list[str]) -> None:
    status, modules = loaded(*arguments)
    assert status == 0
    assert not [m for m in modules if m.startswith(HEAVY)]


def test_json_loads_no_drawing_of_tables() -> None:
    _, modules = loaded("headlines", "-f", "jsonl", str(SAMPLE))
    assert "newscli.pipeline" in modules
    assert not [m for m in modules if m.startswith(("rich", "pydantic", "charset_normalizer", "jieba"))]


def test_a_table_in_a_pipe_loads_no_drawing_either() -> None:
    _, modules = loaded("facts", "--city", "金华", str(SAMPLE))
    assert "newscli.linking.link" in modules
    assert not modules & {"rich.console", "rich.table", "tomllib", "jieba", "rjieba", "newscli.report"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "limit"), [(["--help"], 0.15), (["--version"], 0.15), (["facts", "--help"], 0.15)], ids=str
)
def test_help_is_there_at_once(arguments: list[str], limit: float) -> None:
    def once() -> float:
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "newscli", *arguments], capture_output=True, env=environment(), check=True
        )
        return time.perf_counter() - begun

    assert min(once() for _ in range(5)) < limit

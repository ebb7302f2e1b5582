"""Each case is a folder: ``input.txt``, ``command.txt`` (the words after ``newscli``) and ``expected``."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import newscli

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/command.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_output_is_as_recorded(case: Path, *, update_golden: bool) -> None:
    command = shlex.split((case / "command.txt").read_text(encoding="utf-8"))
    result = newscli(*command, cwd=case, env={"COLUMNS": "100"})
    assert result.returncode == 0, result.stderr.decode()
    expected = case / "expected"
    if update_golden:
        expected.write_bytes(result.stdout)
    assert result.stdout == expected.read_bytes(), (
        "review the diff; python -m pytest tests/golden --update-golden records it"
    )


def test_no_case_is_left_half_done() -> None:
    folders = {path for path in Path(__file__).parent.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(CASES)
    for case in CASES:
        assert sorted(path.name for path in case.iterdir()) == ["command.txt", "expected", "input.txt"]


def test_recording_is_refused_in_ci() -> None:
    command = [sys.executable, "-m", "pytest", "--update-golden", "--collect-only", "-q", __file__]
    env = os.environ | {"CI": "1"}
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=env)
    assert result.returncode == pytest.ExitCode.USAGE_ERROR
    assert "refuses to run in CI" in result.stderr

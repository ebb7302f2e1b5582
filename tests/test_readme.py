"""The README keeps its word: its commands run as written, print what it shows, and leave no command out."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscli.cli.app import COMMANDS
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What a README command may need besides newscli; a command that needs more is not run here.
TOOLS = {
    "newscli",
    "head",
    "tail",
    "cat",
    "wc",
    "sort",
    "uniq",
    "cut",
    "find",
    "xargs",
    "grep",
    "echo",
    "printf",
    "jq",
    "sqlite3",
    "zcat",
}


def steps(language: str) -> Iterator[tuple[str, str]]:
    """Yield the commands of the README's blocks in a language, with the output that is shown under each."""
    for match in BLOCK.finditer(README):
        if match[1] != language:
            continue
        if language == "console":
            for part in re.split(r"^\$ ", match[2], flags=re.MULTILINE)[1:]:
                command, _, shown = part.partition("\n")
                yield command, shown
        else:
            for line in match[2].replace("\\\n", " ").splitlines():
                if line and not line.startswith("#"):
                    yield line, ""


def programs(command: str) -> set[str]:
    """Return the programs that a command starts, as far as its pipes and lists show."""
    parts = re.split(r"\|\||&&|[|;]", command)
    return {Path(words[0]).name for part in parts if (words := shlex.split(part, comments=True))}


def runnable(command: str) -> bool:
    """Return whether a command needs nothing but newscli and the tools at hand."""
    try:
        needed = programs(command)
    except ValueError:
        return False
    return "newscli" in needed and needed <= TOOLS and all(shutil.which(name) for name in needed - {"newscli"})


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the README in an empty folder that holds the seeds."""
    (folder / "seeds").symlink_to(ROOT / "seeds")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = os.environ | {"PATH": path, "COLUMNS": "120", "PYTHONIOENCODING": "utf-8"}
    command = command.replace(".venv/bin/", "")
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )


def elided(shown: str, printed: str) -> bool:
    r"""Return whether what was printed is what is shown, where a line of … stands for any lines.

    >>> elided("a\n…\nz\n", "a\nb\nc\nz\n")
    True
    """
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() in {"…", "..."} else re.escape(line) + r"\s*?\n" for line in shown.splitlines()
    )
    return re.fullmatch(pattern, printed) is not None


SHELL = [command for command, _ in steps("sh") if runnable(command.rpartition("&&")[2])]
SHOWN = [(command, shown) for command, shown in steps("console") if runnable(command)]


@pytest.mark.slow
@pytest.mark.parametrize("command", SHELL)
def test_a_command_of_the_readme_runs(command: str, tmp_path: Path) -> None:
    result = run(command.rpartition("&&")[2].strip(), tmp_path)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=[command for command, _ in SHOWN])
def test_the_readme_shows_what_the_program_prints(command: str, shown: str, tmp_path: Path) -> None:
    result = run(command, tmp_path)
    assert elided(shown, result.stdout), result.stdout + result.stderr


def test_the_readme_opens_with_the_facts_of_the_sample_page(tmp_path: Path) -> None:
    shown = next(match[2] for match in BLOCK.finditer(README) if match[1] == "text")
    columns = "--columns line,place,subject,surface,time"  # those that the README shows
    result = run(f"newscli facts --city 金华 {columns} seeds/000_c2acb2615f69c0ed.txt", tmp_path)
    assert [line.rstrip() for line in result.stdout.strip("\n").splitlines()] == shown.splitlines()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"newscli {command}" in README


def test_no_two_batches_of_the_readme_share_a_folder() -> None:
    folders = re.findall(r"^newscli batch .*-o (\S+)", README, flags=re.MULTILINE)
    assert len(folders) > 2
    assert len(set(folders)) == len(folders)


def test_the_readme_names_no_command_that_is_not_there() -> None:
    named = set(re.findall(r"(?:^|[`|$] ?|bin/)newscli ([a-z]+)\b", README, flags=re.MULTILINE))
    assert named <= {*COMMANDS, "reads"}


def test_the_readme_gives_the_test_command_that_ci_runs() -> None:
    lines = [command for command, _ in steps("sh") if "pytest" in command]
    assert len(lines) == 1
    assert re.fullmatch(r"python3 -m venv .+ && .+ && \.venv/bin/python -m pytest.*", lines[0])
    assert r"&& \(\.venv\/bin\/python -m pytest.*\)$/\1/p' README.md" in (ROOT / ".ci" / "run").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\]\(((?!https?:|#)[^)]+)\)", README))))
def test_a_link_of_the_readme_leads_to_a_file(name: str) -> None:
    assert (ROOT / name.partition("#")[0]).exists()

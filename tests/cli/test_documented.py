"""The README tells about every command and option that the program has, and about none that it has not."""

from __future__ import annotations

import re

import pytest
import typer

from newscli.cli.app import COMMANDS, app
from newscli.output.formats import WRITERS
from newscli.output.sheet import SCHEMAS
from tests.cli.program import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### (.+?)\n(.*?)(?=^##)", README, re.MULTILINE | re.DOTALL))
SHARED = SECTIONS["Common options"]
OPTION = re.compile(r"`(--?[a-z][a-z-]*)")


def options(command: str) -> set[str]:
    """Return the options of a command, long and short."""
    group = typer.main.get_command(app)
    context = typer.Context(group)
    found = group.get_command(context, command)  # type: ignore[attr-defined]
    return {name for p in found.get_params(context) for name in (*p.opts, *p.secondary_opts) if name.startswith("-")}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented(command: str) -> None:
    told = set(OPTION.findall(SHARED)) | set(OPTION.findall(SECTIONS[f"newscli {command}"]))
    assert not options(command) - told


@pytest.mark.parametrize("command", COMMANDS)
def test_no_option_is_documented_that_is_not_there(command: str) -> None:
    known = options(command)
    if command == "parse":
        known |= {"-h", "--version", "--install-completion", "--show-completion"}
        assert not set(OPTION.findall(SHARED)) - known
    assert not set(OPTION.findall(SECTIONS[f"newscli {command}"])) - known - options("facts")


def test_formats_and_schemas_are_documented() -> None:
    assert all(f"`{name}`" in SHARED for name in WRITERS)
    assert all(f"`{name}`" in SECTIONS["newscli schema"] for name in SCHEMAS)

"""The program: its commands, loaded when they are asked for, and the one place where errors become messages.

A new command is one line in :data:`COMMANDS` and a module ``newscli/cli/commands/NAME.py`` with a function ``NAME``,
whose docstring is the help that people read. Its options are dataclasses of :mod:`newscli.cli.options`. What it needs
to do its work it imports with :func:`newscli.lazy.lazily`, so that ``--help`` stays fast.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from enum import IntEnum
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from newscli import __version__
from newscli.cli.lean import LeanCommand, PipeClosed, grouped, verbatim, write_commands
from newscli.errors import NewscliError, WrongUsage, instead_of
from newscli.output.safe import one_line

COMMANDS = {
    "parse": "Cut pages into stories (稿件) with headlines, bylines, datelines and paragraphs.",
    "facts": "Find numeric facts (数量事实): number, bounds, unit, subject, place, time.",
    "places": "Find place names (地名) and resolve them to division codes (行政区划代码).",
    "bylines": "List who signs each story (署名): name, role as printed, outlet.",
    "headlines": "List the headlines (标题) with kicker (引题), deck (副题) and section (栏目).",
    "explain": "Show why something was read as it was: text, span, value, rules, evidence.",
    "report": "Write one HTML page on which every number is checked against its sentence (数字核查).",
    "batch": "Read a corpus into sharded files with several processes; resumable.",
    "schema": "Print the JSON Schema (draft 2020-12) of a command's rows.",
}
CURES = {
    errno.ENOENT: "make its folder first",
    errno.ENOTDIR: "name another folder",
    errno.EEXIST: "name another folder",
    errno.EISDIR: "name a file in it",
    errno.EACCES: "check your permission to write there",
    errno.EPERM: "check your permission to write there",
    errno.EROFS: "write to another disk",
    errno.ENOSPC: "free some space and run it again",
    errno.EDQUOT: "free some space and run it again",
    errno.EBADF: "standard output is closed: name a file with -o",
}
"""What to try when the system refuses; inputs that cannot be read are told of where they are read."""
NEAR = 0.75
"""How like an option must be to be offered: --colums is like --columns, and --city not like --quiet."""
HELP = {"help_option_names": ["-h", "--help"]}


class ExitStatus(IntEnum):
    """What the shell is told."""

    DONE = 0
    """Everything was read, even if nothing was found in it."""
    FAILED = 1
    """Some input could not be read; the rest was."""
    USAGE = 2
    """An option or argument cannot mean anything; nothing was read."""
    INTERRUPTED = 130
    """Ctrl-C; another signal that ended the work gives 128 and its number."""


class LateGroup(TyperGroup):
    """The commands by name, each imported when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the commands, in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> LeanCommand | None:
        """Return a command, its module imported now."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"newscli.cli.commands.{cmd_name}")
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(name=cmd_name, cls=LeanCommand, context_settings=HELP)(grouped(getattr(module, cmd_name)))
        command = typer.main.get_command(single)
        assert isinstance(command, LeanCommand)  # noqa: S101 - what the line above asked for
        return command

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the program's own options."""
        return verbatim(super().get_params(ctx))

    def format_commands(self, ctx: Any, formatter: object) -> None:
        """Write the commands with their one-line help, none of them imported."""
        del ctx
        write_commands(formatter, COMMANDS)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, LeanCommand | None, list[str]]:
        """Return the command that the arguments name; the one nearest to a wrong name is offered."""
        if not args[0].startswith("-") and args[0] not in COMMANDS:
            raise WrongUsage(f"no such command {args[0]!r}", cure=instead_of(args[0], COMMANDS))
        return super().resolve_command(ctx, args)  # type: ignore[return-value]


app = typer.Typer(cls=LateGroup, rich_markup_mode=None, context_settings=HELP)


def print_version(wanted: bool) -> None:  # noqa: FBT001 - the shape of an option's callback
    """Print the version and leave."""
    if wanted:
        sys.stdout.write(f"newscli {__version__}\n")
        raise typer.Exit


@app.callback(epilog="Exit status: 0 done, 1 some input failed, 2 wrong usage, 130 interrupted.")
def newscli(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Read Chinese newspaper pages (报纸版面) as tables: stories, bylines, places and numeric facts.

    Every command takes files, directories, archives or standard input. Without any, at a terminal, it reads a bundled
    sample page, so that `newscli parse` and `newscli facts --city 金华` do something useful as typed.
    """
    del version


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit status."""
    reopen_closed()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["help"]:  # as git and others have it
        words = [*words[1:], "--help"]
    try:
        status = typer.main.get_command(app).main(words or ["--help"], prog_name="newscli", standalone_mode=False)
        sys.stdout.flush()
    except NewscliError as error:
        status = complain(str(error), ExitStatus.USAGE if isinstance(error, WrongUsage) else ExitStatus.FAILED)
    except typer.TyperException as error:
        status = complain(usage_message(error), ExitStatus.USAGE)
    except (PipeClosed, BrokenPipeError):
        status = ExitStatus.DONE
        hush()
    except OSError as error:
        status = complain(system_message(error), ExitStatus.FAILED)
        hush()
    except (KeyboardInterrupt, typer.Abort):
        status = ExitStatus.INTERRUPTED
    sys.exit(int(status or 0))


def reopen_closed() -> None:
    """Give a standard stream that the caller closed (``>&-``) its place back: input is empty, output is an error when written.

    Otherwise the next file that is opened would take its number, and be read or written as if it were the stream.
    """
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            os.dup2(os.open(os.devnull, os.O_RDWR if number == 2 else os.O_RDONLY), number)
            setattr(sys, name, open(number, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - it is never closed


def system_message(error: OSError) -> str:
    """Return what the system says against reading or writing, in one line with a cure where one is known."""
    what = f"{error.filename or 'output'}: {(error.strerror or str(error)).lower()}"
    cure = CURES.get(error.errno or 0)
    return f"{what}; {cure}" if cure else what


def complain(message: str, status: ExitStatus) -> ExitStatus:
    """Print one line on standard error and return the status."""
    sys.stderr.write(f"newscli: {one_line(message)}\n")
    return status


def usage_message(error: typer.TyperException) -> str:
    """Return what is wrong with the options in one line: what, and what to try."""
    message = error.format_message().rstrip(".").replace("\n", " ").replace("\t", " ")
    if hasattr(error, "possibilities"):  # there is no such option
        option = str(getattr(error, "option_name", ""))
        near = get_close_matches(option, error.possibilities or (), n=1, cutoff=NEAR)
        elsewhere = [] if near else owners(option)
        cure = f"; did you mean {near[0]}?" if near else f"; it belongs to {', '.join(elsewhere)}" if elsewhere else ""
        message = message.partition(" (")[0] + cure
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "newscli"
    return f"{message[0].lower()}{message[1:]} (see {path} --help)"


def owners(option: str) -> list[str]:
    """Return the commands that have an option."""
    group = LateGroup()
    commands = ((name, group.get_command(None, name)) for name in COMMANDS)
    return [name for name, command in commands if command and any(option in p.opts for p in command.params)]


def hush() -> None:
    """Let nothing more be written to a closed pipe, not even when the interpreter closes its streams."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())

"""What makes the program start fast, and its help read well without rich: a leaner Typer command.

Typer converts every value with pydantic, whose import costs 70 ms, more than the rest of the start. Our options
arrive as text, flags or counts, and are converted where they are used, with messages of our own; so the conversion is
left out.

The other measures, each explained where it is taken: modules are imported when a command uses them (:mod:`newscli.lazy`), tables
read in a packed form (:mod:`newscli.rules.packed`, :mod:`newscli.extractors.place.packing`), hanzi spelt cheaply in patterns
(:mod:`newscli.rules.hanzi`), tables in pipes aligned without rich (:mod:`newscli.output.as_table`), the collector called seldom
(:mod:`newscli.__main__`). Values that stay inside a stage are named tuples: a frozen dataclass with slots takes 0.4 ms to define,
because its methods are written and compiled then, a named tuple 0.06.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, get_type_hints

from typer import Exit, TyperException
from typer.core import TyperArgument, TyperCommand, TyperOption

from newscli.cli.interrupt import Stopped
from newscli.errors import WrongUsage

OTHERS = "General"
SIGNALLED = 128
"""What is added to the number of the signal that ended the work, as shells do: 130 for Ctrl-C, 143 for SIGTERM."""


class PipeClosed(Exception):  # noqa: N818 - no error: whoever read our output has seen enough
    """Standard output is read no further."""


class Verbatim:
    """Stands where Typer keeps a parameter's conversion, and converts nothing."""

    def coerce(self, value: object, param: TyperArgument | TyperOption, ctx: Any) -> object:
        """Return the value as it was given; an empty tuple for a list that was not.

        Raises for an option without text: ``--city "$CITY"`` must not find everything when the variable is not set.
        """
        del ctx
        if isinstance(param, TyperOption) and "" in (value if isinstance(value, (list, tuple)) else (value,)):
            name = next(name for name in param.opts if name.startswith("--"))
            raise WrongUsage(f"{name} is empty", cure="give it a value, or leave it out")
        return () if value is None and (param.multiple or param.nargs == -1) else value


def verbatim(parameters: list[Any]) -> list[Any]:
    """Return the parameters, none of which converts its values any more."""
    for parameter in parameters:
        parameter._runtime_param = Verbatim()
    return parameters


class LeanCommand(TyperCommand):
    """A command whose values stay as given, and whose help has its options in titled groups."""

    def __init__(self, *args: Any, **keywords: Any) -> None:
        super().__init__(*args, **keywords)
        if self.help:
            self.help = self.help.replace(
                "\nExamples:\n", "\n\b\nExamples:\n"
            )  # the mark for lines that are not to be rewrapped

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; an error about them knows which command's help to point to."""
        try:
            return super().parse_args(ctx, args)
        except TyperException as error:
            if getattr(error, "ctx", ctx) is None:
                error.ctx = ctx  # type: ignore[attr-defined]
            raise

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a closed pipe and a signal become ours to answer, which Typer calls a failure and Ctrl-C."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise PipeClosed from error
        except Stopped as stop:
            raise Exit(SIGNALLED + stop.number) from stop

    def get_params(self, ctx: Any) -> list[Any]:
        """Return arguments and options, help among them."""
        return verbatim(super().get_params(ctx))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments, then the options by their groups, each group sorted as declared."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None and isinstance(parameter, TyperArgument):
                record = (f"{parameter.metavar}{'...' * (parameter.nargs == -1)}", record[1])  # not FILE <list[str]>
            if record is not None:
                title = getattr(parameter, "rich_help_panel", None)
                sections.setdefault(title or OTHERS, []).append(record)
        for title, records in sections.items():
            with formatter.section(title):
                formatter.write_dl(records)


def write_commands(formatter: Any, commands: Mapping[str, str]) -> None:
    """Write the names of commands with a line of help each."""
    with formatter.section("Commands"):
        formatter.write_dl(list(commands.items()))


def grouped(function: Callable[..., object]) -> Callable[..., object]:
    """Return the function with the fields of its dataclass parameters as parameters of its own, for Typer."""
    groups = {
        name: kind for name, kind in get_type_hints(function).items() if is_dataclass(kind) and isinstance(kind, type)
    }

    def call(**values: object) -> object:
        return function(
            **{name: kind(**{f.name: values[f.name] for f in fields(kind)}) for name, kind in groups.items()}
        )

    hints = {f: hint for kind in groups.values() for f, hint in get_type_hints(kind, include_extras=True).items()}
    defaults = {
        f.name: inspect.Parameter.empty if f.default is MISSING else f.default
        for kind in groups.values()
        for f in fields(kind)
    }
    call.__doc__ = function.__doc__
    call.__annotations__ = hints
    call.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=defaults[name], annotation=hint)
            for name, hint in hints.items()
        ]
    )
    return call

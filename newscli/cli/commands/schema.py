"""``newscli schema``."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated

import typer

from newscli.cli.completion import among
from newscli.errors import WrongUsage
from newscli.output.sheet import SCHEMAS, schema_text


@dataclass(frozen=True, slots=True)
class Which:
    """Which schema is wanted."""

    name: Annotated[
        str,
        typer.Argument(metavar="NAME", autocompletion=among(SCHEMAS), rich_help_panel="Input", help=", ".join(SCHEMAS)),
    ]


def schema(which: Which) -> None:
    """Print the JSON Schema (draft 2020-12) of a command's rows.

    Titles in it are the Chinese headings that tables use.

    Examples:
      newscli schema facts
      newscli schema places | jq '.properties | keys_unsorted'

    """
    if which.name not in SCHEMAS:
        near = get_close_matches(which.name, SCHEMAS, n=1)
        raise WrongUsage(
            f"no schema {which.name!r}", cure=f"did you mean {near[0]}?" if near else "try " + ", ".join(SCHEMAS)
        )
    sys.stdout.write(schema_text(which.name))

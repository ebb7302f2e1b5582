"""``newscli schema``."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Annotated

import typer

from newscli.cli.completion import among
from newscli.errors import WrongUsage, instead_of
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
        raise WrongUsage(f"no schema {which.name!r}", cure=instead_of(which.name, SCHEMAS))
    sys.stdout.write(schema_text(which.name))

"""``newscli bylines``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscli.cli.options import Inputs, Knowledge, Manner, Output
from newscli.lazy import lazily

if TYPE_CHECKING:
    from newscli.cli import run
    from newscli.output import rows
else:
    run = lazily("newscli.cli.run")
    rows = lazily("newscli.output.rows")


def bylines(inputs: Inputs, knowledge: Knowledge, output: Output, manner: Manner) -> int:
    """List who signs each story (署名): name, role as printed, outlet.

    Examples:
      newscli bylines page.txt
      newscli bylines pages/ -f csv --columns name,role,source

    """
    return run.print_rows("bylines", rows.byline_rows, run.Job(inputs, knowledge, output, manner))

"""``newscli headlines``."""

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


def headlines(inputs: Inputs, knowledge: Knowledge, output: Output, manner: Manner) -> int:
    """List the headlines (标题) with kicker (引题), deck (副题) and section (栏目).

    Examples:
      newscli headlines page.txt
      newscli headlines pages/ -f tsv --columns source,line,headline

    """
    return run.print_rows("headlines", rows.headline_rows, run.Job(inputs, knowledge, output, manner))

"""``newscli parse``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from newscli.cli.options import SELECTION, Area, Inputs, Knowledge, Manner, Output
from newscli.lazy import lazily

if TYPE_CHECKING:
    from newscli.cli import run
    from newscli.output import rows
else:
    run = lazily("newscli.cli.run")
    rows = lazily("newscli.output.rows")


@dataclass(frozen=True, slots=True)
class Joining:
    """Whether the pages are one issue."""

    join: Annotated[
        bool,
        typer.Option(
            "--join",
            rich_help_panel=SELECTION,
            help="The pages are one issue: say where a continued story began or goes on; holds all pages in memory.",
        ),
    ] = False


def parse(inputs: Inputs, area: Area, joining: Joining, knowledge: Knowledge, output: Output, manner: Manner) -> int:
    """Cut pages into stories (稿件) with headlines, bylines, datelines and paragraphs.

    One row a story, photo, continuation or notice. Column breaks in the middle of a word and hard wraps are rejoined;
    jump lines (下转第3版) and passages printed twice are recognised.

    Examples:
      newscli parse page.txt
      newscli parse pages/ -f jsonl | jq -r .headline
      newscli parse page.txt --columns article,type,lines,headline
      newscli parse page.txt --city 金华
      newscli parse page1.txt page2.txt --join -f jsonl
      cat page.txt | newscli parse -f json

    """
    job = run.Job(inputs, knowledge, output, manner)
    bounds = job.bounds(area)
    if not joining.join:
        return run.print_rows("parse", bounds.stories, job)
    pages = list(job.readings())
    return run.write_rows("parse", map(bounds.stories, pages, rows.joined_stories(pages)), job)

"""``newscli facts``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from newscli.cli.completion import several, sorting
from newscli.cli.options import SELECTION, Area, Inputs, Knowledge, Manner, Output
from newscli.errors import WrongUsage
from newscli.lazy import lazily

if TYPE_CHECKING:
    from newscli.cli import plot, run, select, summary
    from newscli.output import rows
else:
    plot = lazily("newscli.cli.plot")
    run = lazily("newscli.cli.run")
    rows = lazily("newscli.output.rows")
    select = lazily("newscli.cli.select")
    summary = lazily("newscli.cli.summary")

KINDS = ("count", "money", "percent", "percentage_point", "measure", "duration", "rank", "ratio")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which facts are wanted."""

    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND",
            autocompletion=several(KINDS),
            rich_help_panel=SELECTION,
            help=", ".join(KINDS) + "; several with commas.",
        ),
    ] = None
    minimum: Annotated[
        str | None,
        typer.Option(
            "--min",
            metavar="NUMBER",
            rich_help_panel=SELECTION,
            help="At least this much: 100, 1亿元, 30%. With a unit, only facts in that unit.",
        ),
    ] = None
    maximum: Annotated[
        str | None, typer.Option("--max", metavar="NUMBER", rich_help_panel=SELECTION, help="At most this much.")
    ] = None
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DAY",
            rich_help_panel=SELECTION,
            help="About this day (2024-01-31), month (2024-01), year (2024) or later; needs dated pages.",
        ),
    ] = None
    until: Annotated[
        str | None,
        typer.Option(metavar="DAY", rich_help_panel=SELECTION, help="About this day, month, year or earlier."),
    ] = None
    sort: Annotated[
        str | None,
        typer.Option(
            metavar="COLUMN",
            autocompletion=sorting,
            rich_help_panel=SELECTION,
            help="Sort by a column, -COLUMN downwards; holds all rows in memory.",
        ),
    ] = None
    summary: Annotated[
        bool,
        typer.Option(
            "--summary",
            rich_help_panel=SELECTION,
            help="A row a city and kind: how many, the largest, and where they stand.",
        ),
    ] = False
    plot: Annotated[
        bool,
        typer.Option(
            "--plot", rich_help_panel=SELECTION, help="Bars instead of rows: how many of each kind, and where."
        ),
    ] = False


def facts(
    inputs: Inputs, area: Area, selection: Selection, knowledge: Knowledge, output: Output, manner: Manner
) -> int:
    """Find numeric facts (数量事实): number, bounds, unit, subject, place, time.

    One row a fact, with the sentence it stands in, its offsets (text[start:end] == surface) and the rule that found
    it. Ranges have low and high and no value; 近, 超, 约 and the like are in hedge.

    Examples:
      newscli facts --city 金华 page.txt
      newscli facts --kind money --min 1亿元 pages/ -f csv --bom -o money.csv
      newscli facts --city 浙江 --exclude 杭州 --sort -value page.txt
      newscli facts --summary pages/
      newscli facts --plot --city 浙江 pages/
      newscli facts --from jsonl news.jsonl --since 2023-01 -f jsonl

    """
    job = run.Job(inputs, knowledge, output, manner)
    wanted = select.Wanted.of(selection, job.bounds(area))
    readings = job.readings()
    if selection.since or selection.until:
        readings = select.noting_undated(readings, job.messages)
    if selection.plot and selection.summary:
        raise WrongUsage("--plot and --summary are two ways to see the facts", cure="leave one of them out")
    found = (filter(wanted, rows.fact_rows(reading)) for reading in readings)
    if selection.plot:
        return plot.write_plot(found, job)
    if selection.summary:
        return run.write_rows("summary", summary.summarised(found, sort=selection.sort), job)
    return run.write_rows("facts", select.sorted_batches(found, selection.sort), job)

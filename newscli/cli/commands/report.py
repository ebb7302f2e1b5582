"""``newscli report``."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from newscli.cli.options import OUTPUT, Inputs, Knowledge, Manner
from newscli.cli.options import Output as RowOutput
from newscli.errors import WrongUsage
from newscli.lazy import lazily

if TYPE_CHECKING:
    from newscli import report as reports
    from newscli.cli import run
    from newscli.output import target
else:
    reports = lazily("newscli.report")
    run = lazily("newscli.cli.run")
    target = lazily("newscli.output.target")

ENDINGS = ("", ".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class PageOutput:
    """Where the page goes, and what stands at its head."""

    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            rich_help_panel=OUTPUT,
            help="Write the report to a file (report.html), replaced as a whole when all is done.",
        ),
    ] = None
    title: Annotated[
        str | None,
        typer.Option(metavar="TEXT", rich_help_panel=OUTPUT, help="Heading of the report; default: the first source."),
    ] = None


def report(inputs: Inputs, knowledge: Knowledge, output: PageOutput, manner: Manner) -> int:
    """Write one HTML page on which every number is checked against its sentence (数字核查).

    Left the stories with facts, places, names and times marked; right the facts as a table, as plots, on a map.
    Filters by place, kind, story, words and confidence stay in the address. The file needs no network.

    Examples:
      newscli report page.txt -o report.html
      newscli report --home 金华 --date 2024-02-01 pages/ -o february.html

    """
    if output.output is None and sys.stdout.isatty():
        raise WrongUsage("a report is not for a terminal", cure="name a file with -o report.html")
    job = run.Job(inputs, knowledge, RowOutput(output=output.output), manner)
    job.spare_inputs()
    if output.output and PurePath(output.output).suffix.lower() not in ENDINGS:
        raise WrongUsage("a report is HTML", where=output.output, cure="name it report.html")
    page = reports.render_report(job.readings(), title=output.title)
    job.spare_output()
    with target.open_target(output.output) as stream:
        stream.write(page.encode())
    return 1 if job.messages.failures else 0

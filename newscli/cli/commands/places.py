"""``newscli places``."""

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
class Sort:
    """Which mentions are wanted."""

    references: Annotated[
        bool,
        typer.Option(
            "--references",
            rich_help_panel=SELECTION,
            help="Also what points to a place unnamed: 全省, 该县, 赴沪, 浙商.",
        ),
    ] = False


def places(inputs: Inputs, area: Area, sort: Sort, knowledge: Knowledge, output: Output, manner: Manner) -> int:
    """Find place names (地名) and resolve them to division codes (行政区划代码).

    One row a mention, with official name, GB/T 2260 code, level and path. A name that several divisions bear keeps
    its candidates until its neighbours, the dateline or --home decide.

    Examples:
      newscli places page.txt
      newscli places page.txt --city 浙江 --exclude 杭州
      newscli places page.txt --references
      newscli places page.txt --home 金华 -f csv -o places.csv
      newscli places --from jsonl news.jsonl -f jsonl | jq -r .path | sort | uniq -c

    """
    job = run.Job(inputs, knowledge, output, manner)
    bounds = job.bounds(area)
    rows_of = rows.pointing_rows if sort.references else rows.place_rows
    found = ((row for row in rows_of(reading) if bounds.hold(row["code"], row["name"])) for reading in job.readings())
    return run.write_rows("places", found, job)

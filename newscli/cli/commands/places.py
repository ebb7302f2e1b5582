"""``newscli places``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscli.cli.options import Area, Inputs, Knowledge, Manner, Output
from newscli.lazy import lazily

if TYPE_CHECKING:
    from newscli.cli import run
    from newscli.output import rows
else:
    run = lazily("newscli.cli.run")
    rows = lazily("newscli.output.rows")


def places(inputs: Inputs, area: Area, knowledge: Knowledge, output: Output, manner: Manner) -> int:
    """Find place names (地名) and resolve them to division codes (行政区划代码).

    One row a mention, with official name, GB/T 2260 code, level and path. A name that several divisions bear keeps
    its candidates until its neighbours, the dateline or --home decide.

    Examples:
      newscli places page.txt
      newscli places page.txt --city 浙江 --exclude 杭州
      newscli places page.txt --home 金华 -f csv -o places.csv
      newscli places --from jsonl news.jsonl -f jsonl | jq -r .path | sort | uniq -c

    """
    job = run.Job(inputs, knowledge, output, manner)
    bounds = job.bounds(area)
    found = (
        (row for row in rows.place_rows(reading) if bounds.hold(row["code"], row["name"])) for reading in job.readings()
    )
    return run.write_rows("places", found, job)

"""``newscli places``."""

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


def places(inputs: Inputs, knowledge: Knowledge, output: Output, manner: Manner) -> int:
    """Find place names (地名) and resolve them to division codes (行政区划代码).

    One row a mention, with official name, GB/T 2260 code, level and path. A name that several divisions bear keeps
    its candidates until its neighbours, the dateline or --home decide.

    Examples:
      newscli places page.txt
      newscli places page.txt --home 金华 -f csv -o places.csv
      newscli places --from jsonl news.jsonl -f jsonl | jq -r .path | sort | uniq -c

    """
    return run.print_rows("places", rows.place_rows, run.Job(inputs, knowledge, output, manner))

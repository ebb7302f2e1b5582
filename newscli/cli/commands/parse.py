"""``newscli parse``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscli.cli.options import Area, Inputs, Knowledge, Manner, Output
from newscli.lazy import lazily

if TYPE_CHECKING:
    from newscli.cli import run
else:
    run = lazily("newscli.cli.run")


def parse(inputs: Inputs, area: Area, knowledge: Knowledge, output: Output, manner: Manner) -> int:
    """Cut pages into stories (稿件) with headlines, bylines, datelines and paragraphs.

    One row a story, photo, continuation or notice. Column breaks in the middle of a word and hard wraps are rejoined;
    jump lines (下转第3版) and passages printed twice are recognised.

    Examples:
      newscli parse page.txt
      newscli parse pages/ -f jsonl | jq -r .headline
      newscli parse page.txt --columns article,type,lines,headline
      newscli parse page.txt --city 金华
      cat page.txt | newscli parse -f json

    """
    job = run.Job(inputs, knowledge, output, manner)
    return run.print_rows("parse", job.bounds(area).stories, job)

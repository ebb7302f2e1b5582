"""``newscli explain``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from newscli.cli.options import SELECTION, Inputs, Knowledge, Manner, Output
from newscli.lazy import lazily

if TYPE_CHECKING:
    from newscli import segment
    from newscli.cli import explaining, run
else:
    explaining = lazily("newscli.cli.explaining")
    run = lazily("newscli.cli.run")
    segment = lazily("newscli.segment")


@dataclass(frozen=True, slots=True)
class Aim:
    """Which sentences are to be explained."""

    at: Annotated[
        str | None,
        typer.Option(
            metavar="OFFSET", rich_help_panel=SELECTION, help="The sentence with this character, counted from 0."
        ),
    ] = None
    grep: Annotated[
        str | None, typer.Option(metavar="TEXT", rich_help_panel=SELECTION, help="The sentences that hold this text.")
    ] = None
    words: Annotated[
        bool,
        typer.Option("--words", rich_help_panel=SELECTION, help="Also the words (分词) with their parts of speech."),
    ] = False


def explain(inputs: Inputs, aim: Aim, knowledge: Knowledge, manner: Manner) -> int:
    """Show why something was read as it was: text, span, value, rules, evidence.

    Each sentence is printed with every span underlined: quantities, time expressions (时间), places (地名). Below
    stand the value, the rule that found it, the evidence that linked subject, place and time, and what lost its text
    to another rule. A story's first sentence comes with the evidence that cut the page there.

    Examples:
      newscli explain page.txt --grep 182家
      newscli explain page.txt --at 1024
      newscli explain page.txt --grep 182家 --words
      newscli explain page.txt | less

    """
    job = run.Job(inputs, knowledge, Output(), manner)
    choice = explaining.Choice(explaining.parse_offset(aim.at), aim.grep)
    return explaining.explain_readings(job, choice, segmenter=segment.load_segmenter() if aim.words else None)

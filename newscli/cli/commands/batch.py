"""``newscli batch``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from newscli.cli.completion import among, several
from newscli.cli.options import Inputs, Knowledge, Manner
from newscli.lazy import lazily

if TYPE_CHECKING:
    from newscli.cli import batching
else:
    batching = lazily("newscli.cli.batching")

CORPUS = "Corpus"
TABLES = ("facts", "places", "parse", "bylines", "headlines")
FORMATS = ("jsonl", "parquet")


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is written, where, and by how many."""

    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="FOLDER",
            rich_help_panel=CORPUS,
            help="The folder to write to; it must be empty or new.",
        ),
    ]
    what: Annotated[
        str,
        typer.Option(
            metavar="A,B,…",
            autocompletion=several(TABLES),
            rich_help_panel=CORPUS,
            help="Tables to write: " + ", ".join(TABLES) + ".",
        ),
    ] = "facts"
    fmt: Annotated[
        str,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT",
            autocompletion=among(FORMATS),
            rich_help_panel=CORPUS,
            help="Format of the shards: " + " or ".join(FORMATS) + ".",
        ),
    ] = "jsonl"
    jobs: Annotated[
        str | None,
        typer.Option("-j", "--jobs", metavar="N", rich_help_panel=CORPUS, help="Processes; default: one a core."),
    ] = None
    resume: Annotated[
        bool,
        typer.Option(
            "--resume", rich_help_panel=CORPUS, help="Go on where an interrupted batch stopped; begin if there is none."
        ),
    ] = False
    timeout: Annotated[
        str, typer.Option(metavar="SECONDS", rich_help_panel=CORPUS, help="Give a document up after so long.")
    ] = "60"
    shard_size: Annotated[str, typer.Option(metavar="N", rich_help_panel=CORPUS, help="Documents in a shard.")] = (
        "10000"
    )
    progress: Annotated[
        bool,
        typer.Option("--progress", rich_help_panel=CORPUS, help="Show progress even if standard error is no terminal."),
    ] = False


def batch(inputs: Inputs, corpus: Corpus, knowledge: Knowledge, manner: Manner) -> int:
    """Read a corpus into sharded files with several processes; resumable.

    Rows come in the order of the input, whatever the number of processes. A document that fails, hangs or crashes its
    process is a line of errors.jsonl, and the rest goes on. manifest.json lists inputs, options, versions, counts and
    the SHA-256 of every file. After an interruption of any kind, kill -9 included, the same command with --resume
    goes on where the journal stops, and the files are those of an uninterrupted run, byte for byte.

    Examples:
      newscli batch pages/ -o out/
      newscli batch --from jsonl news.jsonl.gz -o out/ --what facts,places -f parquet
      newscli batch @list.txt -o out/ --resume --jobs 8

    """
    return batching.run(inputs, corpus, knowledge, manner)

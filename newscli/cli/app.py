"""The command line: a first, thin one over files and JSONL."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from newscli.model import Document
from newscli.output.rows import Row, article_rows, fact_rows, place_rows
from newscli.pipeline import Reading

app = typer.Typer(no_args_is_help=True)

Files = Annotated[list[str], typer.Argument()]


def documents(files: list[str], layout: str) -> Iterator[Document]:
    for name in files:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        text = raw.decode("utf-8-sig")
        if layout == "jsonl":
            for line in text.splitlines():
                record = json.loads(line)
                day = date.fromisoformat(record["date"]) if record.get("date") else None
                yield Document(record["id"], record["text"], date=day)
        else:
            yield Document(name, text)


def print_rows(rows: Callable[[Reading], Iterator[Row]], files: list[str], layout: str) -> None:
    for document in documents(files, layout):
        for row in rows(Reading(document)):
            print(json.dumps(row, ensure_ascii=False))


@app.command()
def parse(files: Files, fmt: Annotated[str, typer.Option("-f", "--format")] = "jsonl", layout: Annotated[str, typer.Option("--from")] = "text") -> None:
    print_rows(article_rows, files, layout)


@app.command()
def facts(files: Files, fmt: Annotated[str, typer.Option("-f", "--format")] = "jsonl", layout: Annotated[str, typer.Option("--from")] = "text") -> None:
    print_rows(fact_rows, files, layout)


@app.command()
def places(files: Files, fmt: Annotated[str, typer.Option("-f", "--format")] = "jsonl", layout: Annotated[str, typer.Option("--from")] = "text") -> None:
    print_rows(place_rows, files, layout)

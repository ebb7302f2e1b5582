"""A process that reads documents for the batch: handed a few at a time, it answers with the rows of each."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection

from newscli.errors import NewscliError
from newscli.output import rows
from newscli.output.as_jsonl import line
from newscli.output.rows import Row
from newscli.output.sheet import make_sheet
from newscli.pipeline import Reading
from newscli.reading.sources import Intake, Pending

ROWS_OF: dict[str, Callable[[Reading], Iterator[Row]]] = {
    "facts": rows.fact_rows,
    "places": rows.place_rows,
    "parse": rows.article_rows,
    "bylines": rows.byline_rows,
    "headlines": rows.headline_rows,
}
ORPHANED = 2.0
"""Seconds between two looks at whether the batch itself is still alive."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be found in every document."""

    what: tuple[str, ...]
    intake: Intake
    home: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What a document gave: for each table its rows as JSON lines, and their number."""

    source: str
    tables: tuple[tuple[bytes, int], ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a document gave nothing: ``failed``, ``timeout`` or ``died``."""

    source: str | None
    error: str
    message: str


def read_one(pending: Pending, task: Task) -> Done | Failed:
    """Return the rows of one document, or why there are none."""
    try:
        reading = Reading(pending.document(task.intake), home=task.home)
        return Done(pending.source, tuple(table(ROWS_OF[what](reading), what) for what in task.what))
    except NewscliError as error:
        return Failed(pending.source, "failed", str(error))


def table(found: Iterable[Row], what: str) -> tuple[bytes, int]:
    """Return rows as JSON lines, and their number."""
    sheet = make_sheet(what)
    lines = [line(row, sheet) for row in found]
    return b"".join(lines), len(lines)


def serve(connection: Connection, others: Sequence[Connection], task: Task) -> None:
    """Answer documents until the batch closes the connection, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the batch decides what becomes of it
    for inherited in others:
        inherited.close()
    threading.Thread(target=leave_with_parent, args=(os.getppid(),), daemon=True).start()
    try:
        while True:
            for pending in connection.recv():
                connection.send(read_one(pending, task))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        os._exit(0)


def leave_with_parent(parent: int) -> None:
    """End this process when its parent is gone, even while it hangs in a document."""
    while os.getppid() == parent:
        time.sleep(ORPHANED)
    os._exit(1)

"""The files of a batch: parts that grow while documents come in, shards that are finished, errors, and the manifest.

A shard holds the documents from one number to another, so which rows go where depends on nothing but the input.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from newscli.batch.journal import Checkpoint, Journal
from newscli.batch.pool import Outcome
from newscli.batch.worker import Done
from newscli.errors import NewscliError
from newscli.output.formats import load_writer
from newscli.output.safe import json_safe
from newscli.output.sheet import Row, make_sheet
from newscli.output.target import replacing, sync_folder

ERRORS = "errors"


@dataclass(frozen=True, slots=True)
class Plan:
    """Which tables a batch writes, where, in which format, and how many documents share a shard."""

    folder: Path
    what: tuple[str, ...]
    format: str
    size: int

    def part(self, table: str) -> Path:
        """Return the file that grows while documents come in."""
        return self.folder / (f"{ERRORS}.jsonl" if table == ERRORS else f".{table}.part")

    def shard(self, table: str, number: int) -> Path:
        """Return the file of a finished shard."""
        return self.folder / f"{table}-{number:05}.{self.format}"


class Shards:
    """The open files of a batch, at the point that the journal tells."""

    def __init__(self, plan: Plan, state: Checkpoint, journal: Journal) -> None:
        self.plan, self.state, self.journal = plan, state, journal
        self.parts: dict[str, IO[bytes]] = {}
        for stray in set(plan.folder.glob(".*.part")) - {plan.part(table) for table in plan.what}:
            stray.unlink()  # half a file, left by an interruption
        if self.due():  # interrupted at the very end of a shard, whose parts may be in place already
            self.finish()
        for table in {*plan.what, ERRORS} - self.parts.keys():
            self.open(table)

    def open(self, table: str) -> None:
        """Open a part to go on where the journal says that it ends."""
        path = self.plan.part(table)
        path.touch()
        size = self.state.sizes.get(table, 0)
        if path.stat().st_size < size:
            raise NewscliError("is shorter than the journal says", where=str(path), cure="begin a new batch")
        stream = path.open("r+b")
        stream.truncate(size)
        stream.seek(0, os.SEEK_END)
        self.parts[table] = stream

    def add(self, outcome: Outcome) -> None:
        """Write what a document gave; finish the shard when it is full."""
        state = self.state
        if isinstance(outcome, Done):
            for table, (lines, count) in zip(self.plan.what, outcome.tables, strict=True):
                self.write(table, lines, count)
        else:
            record = {
                "index": state.documents,
                "source": outcome.source,
                "error": outcome.error,
                "message": outcome.message,
            }
            self.write(ERRORS, json_safe(json.dumps(record, ensure_ascii=False)).encode() + b"\n", 1)
            state.failed += 1
        state.documents += 1
        state.last = outcome.source
        if self.due():
            self.checkpoint()
            self.finish()

    def write(self, table: str, lines: bytes, count: int) -> None:
        """Write lines to a part and count them."""
        self.parts[table].write(lines)
        self.state.sizes[table] = self.state.sizes.get(table, 0) + len(lines)
        self.state.rows[table] = self.state.rows.get(table, 0) + count

    def checkpoint(self) -> None:
        """Have everything on the disk, then say so in the journal."""
        for stream in self.parts.values():
            stream.flush()
            os.fsync(stream.fileno())
        self.journal.checkpoint(self.state)

    def due(self) -> bool:
        """Return whether the documents read so far end a shard that is not finished."""
        state = self.state
        if not state.documents or not (state.over or state.documents % self.plan.size == 0):
            return False
        return self.number() not in {file["shard"] for file in state.files}

    def number(self) -> int:
        """Return the number of the shard that the last document is in."""
        return (self.state.documents - 1) // self.plan.size

    def finish(self) -> None:
        """Turn the parts into the shard that ends with the last document, and begin new ones."""
        number = self.number()
        finished = []
        for table in self.plan.what:
            if stream := self.parts.pop(table, None):
                stream.close()
            finished.append(self.finished(table, number))
        sync_folder(self.plan.folder)
        self.journal.write({"shard": finished})
        self.state.files.extend(finished)
        self.state.begin_shard(self.plan.what)
        for table in self.plan.what:
            self.open(table)

    def finished(self, table: str, number: int) -> dict[str, Any]:
        """Return what the manifest says of a shard, its file in place; the part may be gone if that was already so."""
        part, shard = self.plan.part(table), self.plan.shard(table, number)
        if part.exists() and self.plan.format == "jsonl":
            os.truncate(part, self.state.sizes.get(table, 0))
            part.replace(shard)
        elif part.exists():
            self.convert(part, shard, table)
            part.unlink()
        first = number * self.plan.size
        told = {
            "shard": number,
            "name": shard.name,
            "table": table,
            "first": first,
            "documents": self.state.documents - first,
        }
        return {**told, "rows": self.state.rows.get(table, 0), "bytes": shard.stat().st_size, "sha256": digest(shard)}

    def convert(self, part: Path, shard: Path, table: str) -> None:
        """Write a part's rows in the format of the shards."""
        os.truncate(part, self.state.sizes.get(table, 0))
        with part.open("rb") as lines, replacing(shard) as stream:
            load_writer(self.plan.format).write(rows_in(lines), stream, make_sheet(table))

    def close(self) -> None:
        """Close all parts."""
        for stream in self.parts.values():
            stream.close()


def rows_in(lines: IO[bytes]) -> Iterator[Row]:
    """Yield the rows of JSON lines."""
    for line in lines:
        yield json.loads(line)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()

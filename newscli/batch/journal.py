"""The journal of a batch: what is safely on the disk, so that after any interruption the work goes on exactly there.

A line is added only when all that it tells of has been synced. On resuming, the last whole line counts; bytes of the
parts beyond what it tells are cut off, and the documents after it are read again. Nothing is lost, nothing comes twice.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from newscli.lazy import installed, lazily
from newscli.output.safe import json_safe

if TYPE_CHECKING:
    import fcntl
else:
    fcntl = lazily("fcntl")

NAME = "journal.jsonl"


@dataclass(slots=True)
class Checkpoint:
    """How far the work has come."""

    documents: int = 0
    failed: int = 0
    last: str | None = None
    """The source of the last document."""
    sizes: dict[str, int] = field(default_factory=dict)
    """Bytes in the part of each table, and of the errors."""
    rows: dict[str, int] = field(default_factory=dict)
    """Rows in them."""
    over: bool = False
    """Whether the input is at its end, and only the last shard and the manifest are left to write."""
    files: list[dict[str, Any]] = field(default_factory=list)
    """What is known of the shards that are finished, for the manifest; journalled apart, a line a shard."""

    def begin_shard(self, tables: Iterable[str]) -> None:
        """Count from nothing again: the parts of these tables have become a shard."""
        for table in tables:
            self.sizes[table] = self.rows[table] = 0


class Journal:
    """The open journal."""

    def __init__(self, path: Path, mode: str) -> None:
        self.stream: IO[bytes] = path.open(mode)
        lock(self.stream)

    def write(self, record: Mapping[str, Any]) -> None:
        """Add a line and have it on the disk."""
        self.stream.write(json_safe(json.dumps(record, ensure_ascii=False)).encode() + b"\n")
        self.stream.flush()
        os.fsync(self.stream.fileno())

    def checkpoint(self, state: Checkpoint) -> None:
        """Add how far the work has come; all of it must be on the disk already."""
        self.write({key: value for key, value in asdict(state).items() if key != "files"})

    def close(self) -> None:
        """Close it."""
        self.stream.close()


def lock(stream: IO[bytes]) -> None:
    """Keep other batches out of the folder while this one is alive, where the system can."""
    if installed("fcntl"):  # which Windows lacks
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)


def read_journal(path: Path) -> tuple[dict[str, Any] | None, Checkpoint, int]:
    """Return the header, the last checkpoint, and how many bytes of whole lines the journal has."""
    header: dict[str, Any] | None = None
    state = Checkpoint()
    size = 0
    for line in path.read_bytes().splitlines(keepends=True):
        if not line.endswith(b"\n"):
            break  # torn by the interruption
        record = json.loads(line)
        size += len(line)
        if header is None:
            header = record
        elif "shard" in record:
            state.files.extend(record["shard"])
            state.begin_shard([file["table"] for file in record["shard"]])
        else:
            state = Checkpoint(**record, files=state.files)
    return header, state, size

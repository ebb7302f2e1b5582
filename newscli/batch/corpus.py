"""A batch from beginning to end: plan or resume, read in order, write, checkpoint, and close with a manifest."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from newscli import __version__
from newscli.batch import journal
from newscli.batch.journal import Checkpoint, Journal, read_journal
from newscli.batch.pool import Pool
from newscli.batch.shards import ERRORS, Plan, Shards, digest
from newscli.batch.worker import Task
from newscli.errors import NewscliError, WrongUsage
from newscli.output.safe import json_safe
from newscli.output.target import replacing
from newscli.reading.sources import Pending, find_sources

MANIFEST = "manifest.json"
EVERY = 1.0
"""Seconds between checkpoints: what an interruption costs at most."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be read, and what for."""

    names: tuple[str, ...]
    task: Task
    plan: Plan
    jobs: int = 1
    timeout: float = 60.0

    def header(self) -> dict[str, Any]:
        """Return what must not change between an interruption and its resumption; the number of processes may."""
        intake = {key: value if value is None else str(value) for key, value in asdict(self.task.intake).items()}
        options = {
            **intake,
            "home": self.task.home,
            "what": list(self.plan.what),
            "format": self.plan.format,
            "shard_size": self.plan.size,
        }
        versions = {"newscli": __version__, "python": ".".join(map(str, sys.version_info[:3]))}
        return {"inputs": list(self.names), "options": options, "versions": versions}


def run_batch(batch: Batch, *, resume: bool, watch: Callable[[Checkpoint], None]) -> Checkpoint:
    """Read everything, telling ``watch`` after each document, and return how it ended."""
    folder = batch.plan.folder
    if (folder / MANIFEST).exists() and resume:
        (folder / journal.NAME).unlink(missing_ok=True)
        return finished_before(batch)
    log, state = resumed(batch) if resume and (folder / journal.NAME).exists() else begun(batch)
    shards = Shards(batch.plan, state, log)
    try:
        if not state.over:
            read_all(batch, shards, watch)
        write_manifest(batch, state)
        (folder / journal.NAME).unlink()
    finally:
        shards.close()
        log.close()
    return state


def begun(batch: Batch) -> tuple[Journal, Checkpoint]:
    """Return a new journal in an empty folder."""
    folder = batch.plan.folder
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / journal.NAME).exists():
        raise WrongUsage(
            "holds an unfinished batch", where=str(folder), cure="go on with --resume, or name another folder"
        )
    if any(folder.iterdir()):
        raise WrongUsage(
            "is not empty", where=str(folder), cure="name another folder, so that nothing of yours is mixed up"
        )
    log = Journal(folder / journal.NAME, "xb")
    log.write(batch.header())
    return log, Checkpoint()


def resumed(batch: Batch) -> tuple[Journal, Checkpoint]:
    """Return the journal of an interrupted batch, cut back to whole lines, and how far it came."""
    path = batch.plan.folder / journal.NAME
    try:
        log = Journal(path, "r+b")
    except BlockingIOError as error:
        raise WrongUsage(
            "another batch is writing here", where=str(batch.plan.folder), cure="wait for it to end"
        ) from error
    header, state, size = read_journal(path)
    log.stream.truncate(size)
    log.stream.seek(size)
    if header is None:
        log.write(batch.header())
    else:
        refuse_change(header, batch.header(), batch.plan.folder)
    return log, state


def refuse_change(before: dict[str, Any], now: dict[str, Any], folder: Path) -> None:
    """Raise if a batch would go on with other inputs, options or versions than it began with."""
    for key, value in now.items():
        if before.get(key) != value:
            raise WrongUsage(
                f"was begun with other {key}",
                where=str(folder),
                cure="repeat the command line that began it, or name another folder",
            )


def read_all(batch: Batch, shards: Shards, watch: Callable[[Checkpoint], None]) -> None:
    """Read the documents that are left and write what they give."""
    state = shards.state
    synced = time.monotonic()
    with Pool(batch.task, jobs=batch.jobs, timeout=batch.timeout) as pool:
        try:
            for outcome in pool.read(left(batch, state)):
                shards.add(outcome)
                watch(state)
                if time.monotonic() - synced > EVERY:
                    shards.checkpoint()
                    synced = time.monotonic()
        except KeyboardInterrupt:
            shards.checkpoint()
            raise
    state.over = True
    shards.checkpoint()
    if shards.due():
        shards.finish()


def left(batch: Batch, state: Checkpoint) -> Iterator[Pending | NewscliError]:
    """Yield the sources after those that are done; raises if the last of those is another than it was."""
    sources = find_sources(batch.names, batch.task.intake)
    if state.documents:
        last = next(islice(sources, state.documents - 1, None), None)
        name = last.source if isinstance(last, Pending) else last.where if last else None
        if last is None or name != state.last:
            raise NewscliError(
                f"document {state.documents} was {state.last}, and is {name} now",
                where=str(batch.plan.folder),
                cure="restore the inputs, or begin a new batch",
            )
    yield from sources


def write_manifest(batch: Batch, state: Checkpoint) -> None:
    """Write what the batch read and wrote; the same for the same input, however often it was interrupted."""
    plan = batch.plan
    for table in plan.what:
        plan.part(table).unlink(missing_ok=True)
    errors = plan.part(ERRORS)
    totals = {table: sum(file["rows"] for file in state.files if file["table"] == table) for table in plan.what}
    told = {"name": errors.name, "rows": state.failed, "bytes": errors.stat().st_size, "sha256": digest(errors)}
    manifest = {
        **batch.header(),
        "documents": state.documents,
        "failed": state.failed,
        "rows": totals,
        "files": state.files,
        "errors": told,
    }
    with replacing(plan.folder / MANIFEST) as stream:
        stream.write(json_safe(json.dumps(manifest, ensure_ascii=False, indent=1)).encode() + b"\n")


def finished_before(batch: Batch) -> Checkpoint:
    """Return how a batch ended that was complete already."""
    manifest = json.loads((batch.plan.folder / MANIFEST).read_bytes())
    refuse_change({key: manifest[key] for key in batch.header()}, batch.header(), batch.plan.folder)
    return Checkpoint(manifest["documents"], manifest["failed"], files=manifest["files"])

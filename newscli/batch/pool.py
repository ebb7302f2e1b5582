"""Documents through several processes, and out again in their order; one that hangs or crashes costs itself alone.

The standard library's pools cannot stop a task that hangs. Here each worker has a pipe of its own and is handed a few
documents only when it waits for them, so that neither side can block the other; it answers document by document, and
one that does not answer in time is ended and replaced.
"""

from __future__ import annotations

import multiprocessing as mp
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Self

from newscli.batch.worker import Done, Failed, Task, serve
from newscli.errors import NewscliError
from newscli.reading.sources import Pending

Outcome = Done | Failed
Numbered = tuple[int, Pending]
AHEAD = 256
"""How many documents may be done, or under way, before the one that is next in order."""
HANDFUL = 16
"""Documents handed over at once, at most."""
ENOUGH = 30_000
"""Characters handed over at once, about; an unread file counts as a page."""
PAGE = 8_000


@dataclass(slots=True, eq=False)
class Worker:
    """A process, its end of the pipe, and what it has in hand."""

    process: BaseProcess
    connection: Connection
    hand: deque[Numbered] = field(default_factory=deque)
    since: float = 0.0
    """When it began with the first of them."""


class Pool:
    """Workers that read documents; use as a context, so that they are ended with it."""

    def __init__(self, task: Task, *, jobs: int, timeout: float) -> None:
        self.task = task
        self.timeout = timeout
        self.workers: list[Worker] = []
        for _ in range(jobs):
            self.workers.append(self.start())

    def __enter__(self) -> Self:
        """Give the pool."""
        return self

    def __exit__(self, *error: object) -> None:
        """End all workers."""
        for worker in self.workers:
            end(worker)

    def start(self) -> Worker:
        """Return a new worker."""
        context = starting()
        ours, theirs = context.Pipe()
        others = [ours, *(worker.connection for worker in self.workers)] if context.get_start_method() == "fork" else []
        process = context.Process(target=serve, args=(theirs, others, self.task), daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        return Worker(process, ours)

    def read(self, sources: Iterable[Pending | NewscliError]) -> Iterator[Outcome]:
        """Yield what each source gave, in their order."""
        coming = Coming(sources)
        done: dict[int, Outcome] = {}
        turn = 0
        while True:
            for worker in self.workers:
                if not worker.hand and (handful := coming.handful(turn + AHEAD)):
                    self.hand_over(worker, handful)
            done.update(coming.failures())
            while turn in done:
                yield done.pop(turn)
                turn += 1
            busy = [worker for worker in self.workers if worker.hand]
            for worker in self.answering(busy):
                self.collect(worker, done, coming)
            if not busy and coming.over and not coming.back:
                return

    def hand_over(self, worker: Worker, handful: list[Numbered]) -> None:
        """Give documents to a worker that waits for some."""
        worker.hand.extend(handful)
        worker.since = time.monotonic()
        worker.connection.send([pending for _, pending in handful])

    def answering(self, busy: list[Worker]) -> list[Worker]:
        """Return the workers that have answered, died, or run out of time, when there are any."""
        if not busy:
            return []
        left = min(worker.since for worker in busy) + self.timeout - time.monotonic()
        ready = set(wait([worker.connection for worker in busy], timeout=max(left, 0)))
        now = time.monotonic()
        return [w for w in busy if w.connection in ready or now - w.since >= self.timeout]

    def collect(self, worker: Worker, done: dict[int, Outcome], coming: Coming) -> None:
        """Take one answer, or replace a worker that cannot give any and hand back what it had not begun."""
        number, pending = worker.hand[0]
        try:
            if worker.connection.poll():
                done[number] = worker.connection.recv()
                worker.hand.popleft()
                worker.since = time.monotonic()
                return
            trouble = Failed(
                pending.source, "timeout", f"{pending.source}: not done after {self.timeout:g} s; try --timeout"
            )
        except (EOFError, ConnectionResetError):
            trouble = Failed(
                pending.source, "died", f"{pending.source}: the process reading it died; report it as a bug"
            )
        done[number] = trouble
        worker.hand.popleft()
        coming.back.extend(worker.hand)
        end(worker)
        self.workers.remove(worker)
        self.workers.append(self.start())


class Coming:
    """The sources not handed out yet, numbered; those that failed before they could be read are set aside."""

    def __init__(self, sources: Iterable[Pending | NewscliError]) -> None:
        self.sources = enumerate(sources)
        self.back: deque[Numbered] = deque()
        """Handed out once, and not begun."""
        self.failed: dict[int, Outcome] = {}
        self.over = False
        self.number = -1

    def handful(self, limit: int) -> list[Numbered]:
        """Return the next documents, numbered below the limit: not too many, not too large."""
        taken: list[Numbered] = []
        size = 0
        while len(taken) < HANDFUL and size < ENOUGH and (one := self.next(limit)):
            taken.append(one)
            size += len(one[1].ready.text) if one[1].ready else PAGE
        return taken

    def failures(self) -> dict[int, Outcome]:
        """Return those set aside since the last call."""
        failed, self.failed = self.failed, {}
        return failed

    def next(self, limit: int) -> Numbered | None:
        """Return the next document, if there is one below the limit."""
        if self.back:
            return self.back.popleft()
        while not self.over and self.number + 1 < limit:
            number, one = next(self.sources, (0, None))
            if one is None:
                self.over = True
                break
            self.number = number
            if isinstance(one, Pending):
                return number, one
            self.failed[number] = Failed(one.where, "failed", str(one))
        return None


def starting() -> BaseContext:
    """Return how processes are started: by a fork where that is safe, which shares the tables that are loaded."""
    return mp.get_context("fork" if sys.platform == "linux" else "spawn")


def end(worker: Worker) -> None:
    """End a worker at once, and wait until it is gone."""
    worker.connection.close()
    worker.process.kill()
    worker.process.join()

"""What ``newscli batch`` does with its options: checks them, shows progress, and says how it ended."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from newscli.batch.corpus import Batch, run_batch
from newscli.batch.journal import Checkpoint
from newscli.batch.shards import Plan
from newscli.batch.worker import ROWS_OF
from newscli.batch.worker import Task as Work
from newscli.cli.commands.batch import FORMATS, Corpus
from newscli.cli.options import Inputs, Knowledge, Manner, Output, listed
from newscli.cli.run import Job
from newscli.errors import WrongUsage, instead_of
from newscli.output.formats import load_writer
from newscli.reading.sources import STDIN, Intake, find_sources, reads

REDRAW = 0.1


def run(inputs: Inputs, corpus: Corpus, knowledge: Knowledge, manner: Manner) -> int:
    """Run a batch and return its exit status."""
    job = Job(inputs, knowledge, Output(), manner)
    batch = planned(job, corpus)
    try:
        with watching(batch, wanted=corpus.progress or (sys.stderr.isatty() and not manner.quiet)) as watch:
            end = run_batch(batch, resume=corpus.resume, watch=watch)
    except KeyboardInterrupt:
        job.messages.note(f"{batch.plan.folder}: interrupted; the same command with --resume goes on")
        raise
    rows = ", ".join(f"{sum(f['rows'] for f in end.files if f['table'] == table)} {table}" for table in batch.plan.what)
    job.messages.note(f"{batch.plan.folder}: {documents(end.documents)}, rows: {rows}")
    if end.failed:
        job.messages.say(f"{documents(end.failed)} failed; see {batch.plan.folder / 'errors.jsonl'}")
    return 1 if end.failed else 0


def documents(count: int) -> str:
    """Return how many documents there are, in words."""
    return f"{count} document" + "s" * (count != 1)


def planned(job: Job, corpus: Corpus) -> Batch:
    """Return the batch that the options ask for."""
    names = tuple(job.inputs.files or ())
    if not names:
        raise WrongUsage("batch needs inputs", cure="name files, directories or @list.txt, or - for standard input")
    what = tuple(dict.fromkeys(listed(corpus.what)))
    unknown = next((name for name in what or (corpus.what,) if name not in ROWS_OF), None)
    if unknown is not None:
        raise WrongUsage(f"unknown table {unknown!r} for --what", cure=instead_of(unknown, ROWS_OF))
    if reads(names, Path(corpus.output) / "errors.jsonl", job.intake.form):
        raise WrongUsage("lies in a folder that is read", where=corpus.output, cure="write beside it")
    if corpus.fmt not in FORMATS:
        raise WrongUsage(f"shards cannot be {corpus.fmt!r}", cure="try " + " or ".join(FORMATS))
    load_writer(corpus.fmt)
    plan = Plan(Path(corpus.output), what, corpus.fmt, positive(corpus.shard_size, "--shard-size"))
    jobs = positive(corpus.jobs, "--jobs") if corpus.jobs else cores()
    return Batch(names, Work(what, job.intake, job.home), plan, jobs, seconds(corpus.timeout))


def positive(text: str, option: str) -> int:
    """Return a whole number above zero."""
    if not (text.isascii() and text.isdecimal() and int(text)):
        raise WrongUsage(f"{option} {text!r} is no number of things", cure="give a whole number from 1")
    return int(text)


def seconds(text: str) -> float:
    """Return a span of time."""
    if not (text.isascii() and text.replace(".", "", 1).isdecimal() and float(text)):
        raise WrongUsage(f"--timeout {text!r} is no time", cure="give seconds, such as 60 or 0.5")
    return float(text)


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Rate(ProgressColumn):
    """Documents a second."""

    def render(self, task: Task) -> Text:
        """Return the rate, once there is one."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.1f}/s" if speed else "")


@contextmanager
def watching(batch: Batch, *, wanted: bool) -> Iterator[Callable[[Checkpoint], None]]:
    """Give what is told after each document: a progress bar on standard error, or nothing."""
    if not wanted:
        yield lambda _: None
        return
    total = count(batch.names, batch.task.intake)
    console = Console(stderr=True, force_terminal=True)
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]} failed"),
    )
    with Progress(*columns, console=console, auto_refresh=False) as progress:  # a thread would not survive the forks
        bar = progress.add_task("", total=total, failed=0)
        drawn = 0.0

        def watch(state: Checkpoint) -> None:
            nonlocal drawn
            if state.documents == total or time.monotonic() - drawn > REDRAW:
                progress.update(bar, completed=state.documents, failed=state.failed, refresh=True)
                drawn = time.monotonic()

        yield watch
        progress.refresh()


def count(names: tuple[str, ...], intake: Intake) -> int | None:
    """Return how many documents there will be, where that can be told without reading them twice."""
    if STDIN in names or any(name.endswith((".zip", ".gz", ".zst")) or name.startswith("@-") for name in names):
        return None
    if intake.form == "text":
        return sum(1 for _ in find_sources(names, intake))
    files = [Path(name) for name in names]
    if intake.form == "pages" or not all(file.is_file() for file in files):
        return None
    return sum(lines_in(file) for file in files) - (len(files) if intake.form == "csv" else 0)


def lines_in(file: Path) -> int:
    """Return how many lines a file has, about: text in CSV may hold some of its own."""
    with file.open("rb") as stream:
        return sum(piece.count(b"\n") for piece in iter(lambda: stream.read(1 << 20), b""))

"""What the commands that print rows have in common: documents in, one by one, rows out as each is done."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO, cast

from newscli.cli.areas import Bounds, read_bounds
from newscli.cli.config import Config, read_config
from newscli.cli.interrupt import Interruptible
from newscli.cli.messages import Messages
from newscli.cli.options import COLOURING, ENCODINGS, FORMS, Area, Inputs, Knowledge, Manner, Output, listed
from newscli.cli.paging import open_paged
from newscli.errors import NewscliError, WrongUsage
from newscli.extractors.place import find_division
from newscli.model import Document
from newscli.output.formats import find_format, format_of, load_writer
from newscli.output.rows import Row
from newscli.output.sheet import Sheet, make_sheet
from newscli.output.target import STDOUT, open_target
from newscli.pipeline import Reading
from newscli.reading.days import parse_day
from newscli.reading.decode import canonical
from newscli.reading.records import Fields
from newscli.reading.sample import sample_page
from newscli.reading.sources import ENDINGS, STDIN, Form, Intake, read_documents, reads

RowsOf = Callable[[Reading], Iterator[Row]]
TABLE_COLUMNS = {
    "facts": ("line", "place", "subject", "surface", "time", "change", "sentence"),
    "places": ("line", "surface", "name", "code", "level", "path"),
    "parse": ("article", "type", "lines", "headline", "bylines", "dateline"),
    "bylines": ("article", "name", "role", "outlet", "headline"),
    "headlines": ("article", "line", "type", "kicker", "headline", "deck"),
    "summary": ("city", "kind", "unit", "facts", "largest", "surface", "subject", "where"),
}
"""What a table shows when nobody asks for columns."""
RECORDS = tuple(
    ending + packed
    for endings in (ENDINGS["jsonl"], ENDINGS["csv"])
    for ending in endings
    for packed in ("", ".gz", ".zst")
)
"""How files of records end: one that is read as text is hardly meant so."""
ROOMY = 100
"""Columns of a terminal from which a sentence has room beside the rest; in fewer it would be folded to a word a line."""


@dataclass(frozen=True)
class Job:
    """One call of a command that prints rows, its options worked out."""

    inputs: Inputs
    knowledge: Knowledge
    output: Output
    manner: Manner
    messages: Messages = field(init=False)

    def __post_init__(self) -> None:
        """Make the voice in which this call speaks."""
        object.__setattr__(self, "messages", Messages(self.manner.verbose, self.manner.quiet))

    @cached_property
    def config(self) -> Config:
        """The standing choices."""
        return read_config()

    @cached_property
    def home(self) -> str | None:
        """Where the paper is printed; raises for a place that there is not, before anything is read."""
        home = self.knowledge.home or self.config.home
        if home:
            with nullcontext() if self.knowledge.home else self.config.blamed("home"):
                find_division(home)
        return home

    @cached_property
    def intake(self) -> Intake:
        """How the sources are read."""
        inputs, day = self.inputs, self.knowledge.date
        if inputs.form not in FORMS:
            raise WrongUsage(f"unknown form {inputs.form!r} for --from", cure="try " + ", ".join(FORMS))
        published = parse_day(day) if day else None
        if day and not published:
            raise WrongUsage(f"no day in --date {day!r}", cure="write it as 2024-01-31")
        fields = (inputs.text_field, inputs.id_field, inputs.title_field, inputs.date_field)
        if inputs.form in {"text", "pages"} and fields != Fields():
            raise WrongUsage("fields are those of records", cure="add --from jsonl or csv, or leave --…-field out")
        encoding = canonical(inputs.input_encoding) if inputs.input_encoding else None
        return Intake(
            cast("Form", inputs.form),
            encoding,
            *fields,
            published,
            self.knowledge.paper,
        )

    @cached_property
    def format(self) -> str:
        """The name of the format: as asked, by the ending of the file, as configured, or a table."""
        out = self.output.output
        named = self.output.fmt or (format_of(out) if out else None)
        with nullcontext() if named else self.config.blamed("format"):
            named = named or self.config.fmt or "table"
            find_format(named)
        return named

    def sheet(self, name: str) -> Sheet:
        """Return how rows of a command are written."""
        out = self.output
        asked = listed(out.columns) if out.columns else self.config.columns.get(name, ())
        if self.format == "table" and not asked:
            asked = self.usual_columns(name)
        if out.headers not in {None, "zh", "en"}:
            raise WrongUsage(f"unknown language {out.headers!r} for --headers", cure="try zh or en")
        if out.headers == "zh" and not find_format(self.format).headed:
            raise WrongUsage(f"{self.format} has field names, no headings", cure="leave --headers out")
        chinese = out.headers == "zh" or (out.headers is None and self.format == "table")
        with nullcontext() if out.columns else self.config.blamed(name):
            sheet = make_sheet(name, asked, chinese=chinese)
        return sheet._replace(raw=out.raw, encoding=self.encoding, bom=out.bom, colour=self.colour, width=self.width)

    def usual_columns(self, name: str) -> tuple[str, ...]:
        """Return what a table shows when nobody asks for columns: the source where there are several, the sentence where it fits."""
        narrow = self.width is not None and self.width < ROOMY
        shown = tuple(c for c in TABLE_COLUMNS[name] if c != "sentence" or not narrow)
        files = self.inputs.files or ()
        several = len(files) > 1 or any(f != STDIN and (f.endswith(".zip") or not Path(f).is_file()) for f in files)
        named = name != "summary" and (several or self.inputs.form != "text")
        return ("source", *shown) if named else shown

    @property
    def encoding(self) -> str:
        """The encoding that text is written in."""
        out = self.output
        if (out.encoding or out.bom) and not find_format(self.format).recodable:
            raise WrongUsage(f"--encoding and --bom mean nothing for {self.format}", cure="leave them out")
        name = canonical(out.encoding) if out.encoding else "utf-8"
        if name not in ENCODINGS:
            raise WrongUsage(
                f"--encoding {out.encoding} cannot hold every character", cure="try " + ", ".join(ENCODINGS)
            )
        return name

    @property
    def to_terminal(self) -> bool:
        """Whether a person looks at the output."""
        return self.output.output in {None, "-"} and sys.stdout.isatty()

    @property
    def width(self) -> int | None:
        """Columns of the terminal, or those that ``COLUMNS`` asks for."""
        return shutil.get_terminal_size().columns if self.to_terminal or os.environ.get("COLUMNS") else None

    @property
    def colour(self) -> bool:
        """Whether to colour."""
        if self.output.color not in COLOURING:
            raise WrongUsage(f"--color {self.output.color!r} is unknown", cure="try " + ", ".join(COLOURING))
        wanted = self.to_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return self.output.color == "always" or (self.output.color == "auto" and wanted)

    def spare_inputs(self) -> None:
        """Raise if the output would replace one of the inputs, be it in a directory or list that is named."""
        out = self.output.output
        if out and out != STDOUT and reads(self.inputs.files or (), Path(out), self.intake.form):
            raise WrongUsage("is an input as well", where=out, cure="write to another file")

    def spare_output(self) -> None:
        """Raise if no input at all could be read: what a file holds from last time is not to be replaced by nothing."""
        out = self.output.output
        if out and out != STDOUT and self.messages.failures and not self.messages.documents:
            left = "is left as it was" if Path(out).exists() else "is not written"
            raise NewscliError(left, where=out, cure="no input could be read")

    def target(self) -> AbstractContextManager[IO[bytes]]:
        """Return where the rows go: a file, standard output, or a pager before a person."""
        if self.to_terminal and self.output.pager and self.format == "table":
            return open_paged()
        return open_target(self.output.output)

    def bounds(self, area: Area) -> Bounds:
        """Return which places are wanted."""
        return read_bounds(area.city, area.exclude, home=self.home, on=self.intake.date)

    def readings(self) -> Iterator[Reading]:
        """Return the documents as read; the options are checked now, the documents looked for later."""
        intake, home = self.intake, self.home
        return (Reading(document, home=home) for document in self.documents(intake))

    def documents(self, intake: Intake) -> Iterator[Document]:
        """Yield the documents, and report those that cannot be read."""
        names = self.inputs.files or []
        if not names and sys.stdin is not None and not sys.stdin.isatty():
            names = [STDIN]
        if not names:
            sample = sample_page()
            self.messages.note(f"no file given: reading the bundled sample page {sample.source}")
        for one in read_documents(names, intake) if names else (sample.document(intake),):
            if isinstance(one, NewscliError):
                self.messages.failed(one)
                continue
            self.messages.read(one)
            if intake.form == "text":
                self.note_form(one)
            yield one

    def note_form(self, document: Document) -> None:
        """Say what a document that was read as one text may be instead."""
        if document.source.lower().endswith(RECORDS):
            self.messages.note(f"{document.source}: read as one text; add --from jsonl or csv for its records")
        elif "\f" in document.text.strip():
            self.messages.once(
                f"{document.source}: read as one text", cure="add --from pages to part it at its form feeds"
            )


def print_rows(name: str, rows_of: RowsOf, job: Job) -> int:
    """Print a command's rows and return its exit status."""
    return write_rows(name, map(rows_of, job.readings()), job)


def write_rows(name: str, batches: Iterable[Iterable[Row]], job: Job) -> int:
    """Write rows, a batch a document, in the format asked for; return the exit status."""
    job.spare_inputs()
    sheet, writer = job.sheet(name), load_writer(job.format)
    if job.to_terminal and not find_format(job.format).text:
        raise WrongUsage(f"{job.format} is not for a terminal", cure="name a file with -o")
    with Interruptible() as interruptible, job.target() as stream:
        writer.write(interruptible.whole(counted(flushing(batches, stream), job)), stream, sheet)
        job.spare_output()
    return 1 if job.messages.failures else 0


def counted(rows: Iterable[Row], job: Job) -> Iterator[Row]:
    """Yield the rows; say so where a person would otherwise see an empty table."""
    number = 0
    for number, row in enumerate(rows, 1):  # noqa: B007 - asked below
        yield row
    if not number and job.format == "table" and not job.messages.failures:
        job.messages.note("nothing found")


def flushing(batches: Iterable[Iterable[Row]], stream: IO[bytes]) -> Iterator[Row]:
    """Yield the rows, and let those of a document be seen as soon as it is done."""
    for batch in batches:
        yield from batch
        stream.flush()

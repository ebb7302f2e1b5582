"""What a person names — files, globs, directories, ``-``, ``@list.txt``, archives, records — as documents.

A source that cannot be read comes out as its error, in its place, and the rest goes on.
"""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from io import BufferedReader
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal, cast

from newscli.errors import NewscliError
from newscli.lazy import lazily
from newscli.model import Document
from newscli.reading.decode import decode

if TYPE_CHECKING:
    from newscli.reading import archives, pages, records
else:
    archives = lazily("newscli.reading.archives")
    pages = lazily("newscli.reading.pages")
    records = lazily("newscli.reading.records")

Form = Literal["text", "pages", "jsonl", "csv"]
ENDINGS: dict[Form, tuple[str, ...]] = {
    "text": (".txt",),
    "pages": (".txt",),
    "jsonl": (".jsonl", ".ndjson"),
    "csv": (".csv",),
}
STDIN = "-"
PACKED = {b"\x1f\x8b": ".gz", b"\x28\xb5\x2f\xfd": ".zst"}
"""How compressed bytes begin, and the ending that a file of them would have; a pipe has no name to tell it."""


@dataclass(frozen=True, slots=True)
class Intake:
    """How sources are read: form, encoding, where records keep their text, what is known of all of them."""

    form: Form = "text"
    encoding: str | None = None
    text_field: str = "text"
    id_field: str = "id"
    title_field: str = "title"
    date_field: str = "date"
    date: date | None = None
    paper: str | None = None

    def complete(self, document: Document) -> Document:
        """Return the document with the day and paper that it does not state itself."""
        if self.date is None and self.paper is None:
            return document
        return replace(document, date=document.date or self.date, paper=document.paper or self.paper)


@dataclass(frozen=True, slots=True)
class Pending:
    """A document that has been named but not yet read: cheap to keep, and to hand to another process."""

    source: str
    path: str | None = None
    data: bytes | None = field(default=None, repr=False)
    ready: Document | None = field(default=None, repr=False)

    def document(self, intake: Intake) -> Document:
        """Return the document, read and decoded now; raises :class:`NewscliError`."""
        if self.ready is not None:
            return intake.complete(self.ready)
        data = read_bytes(self.path, source=self.source) if self.path is not None else self.data or b""
        decoded = decode(data, source=self.source, encoding=intake.encoding)
        if not decoded.text.strip():
            raise NewscliError("is empty", where=self.source, cure="name a file with text in it")
        return intake.complete(Document(self.source, decoded.text, encoding=decoded.encoding))


def reads(names: Iterable[str], path: Path, form: Form) -> bool:
    """Return whether some names stand for a file that is there, or for one that may be written there while they are read."""
    for name in names:
        if name.startswith("@") and not Path(name).exists():
            found = name != "@-" and reads(read_list(name[1:]), path, form)
        elif Path(name).is_dir():
            below = path.resolve().is_relative_to(Path(name).resolve())
            found = below and path.name.lower().endswith(ENDINGS[form])
        else:
            found = path.exists() and any(map(path.samefile, filter(os.path.exists, [name, *matching(name)])))
        if found:
            return True
    return False


def matching(pattern: str) -> list[str]:
    """Return the names that a pattern stands for, in order."""
    return sorted(glob.glob(pattern, recursive=True)) if glob.has_magic(pattern) else []  # noqa: PTH207 - Path.glob cannot '/data/*/x'


def read_documents(names: Iterable[str], intake: Intake | None = None) -> Iterator[Document | NewscliError]:
    """Yield the document of every source named, in order, or the error in its place."""
    intake = intake or Intake()
    for one in find_sources(names, intake):
        try:
            yield one.document(intake) if isinstance(one, Pending) else one
        except NewscliError as error:
            yield error


def find_sources(names: Iterable[str], intake: Intake) -> Iterator[Pending | NewscliError]:
    """Yield what each name stands for, in order: files by name, directories and archives by their contents."""
    for name in names:
        try:
            yield from expand(name, intake)
        except NewscliError as error:
            yield error
        except OSError as error:
            yield unreadable(error, source=name)


def expand(name: str, intake: Intake) -> Iterator[Pending | NewscliError]:
    """Yield the sources behind one name."""
    path = Path(name)
    if not name:
        raise NewscliError("is no name", where="''", cure="name a file, or - for standard input")
    if name == STDIN:
        yield from piped(cast("BufferedReader", sys.stdin.buffer), intake)
    elif name.startswith("@") and not path.exists():
        yield from find_sources(read_list(name[1:]), intake)
    elif path.is_dir():
        yield from in_directory(name, intake)
    elif path.exists() or not glob.has_magic(name):
        yield from in_file(name, intake)
    else:
        yield from in_glob(name, intake)


def piped(stream: BufferedReader, intake: Intake) -> Iterator[Pending | NewscliError]:
    """Yield what standard input holds, unpacked if it is compressed: curl … | newscli facts."""
    head = stream.peek(4)
    ending = next((ending for mark, ending in PACKED.items() if head.startswith(mark)), None)
    if ending is None:
        yield from opened(stream, intake, source=STDIN)
        return
    inside = archives.unpacked(stream, ending, size=archives.LARGEST, source=STDIN)
    if intake.form == "text":
        yield Pending(STDIN, data=archives.read_whole(inside, source=STDIN))
    else:
        yield from opened(inside, intake, source=STDIN)


def read_list(name: str) -> Iterator[str]:
    """Yield the names that a list file holds, one a line; empty lines and ``#`` comments are passed over."""
    data = sys.stdin.buffer.read() if name == STDIN else read_bytes(name, source="@" + name)
    for line in decode(data, source="@" + name).text.splitlines():
        entry = line.strip()
        if entry.startswith("@"):
            raise NewscliError("names another list", where="@" + name, cure="name that list on the command line")
        if entry and not entry.startswith("#"):
            yield entry


def in_directory(name: str, intake: Intake) -> Iterator[Pending | NewscliError]:
    """Yield the files with the form's ending below a directory, in the order of their names."""
    found = False
    for folder, folders, files in os.walk(name):
        folders.sort()
        for file in sorted(files):
            if file.lower().endswith(ENDINGS[intake.form]):
                found = True
                yield from in_file(str(Path(folder) / file), intake)
    if not found:
        wanted = " or ".join("*" + ending for ending in ENDINGS[intake.form])
        raise NewscliError(f"is a directory without {wanted}", where=name, cure="name files, or another directory")


def in_glob(pattern: str, intake: Intake) -> Iterator[Pending | NewscliError]:
    """Yield the sources that a pattern matches, in the order of their names."""
    names = matching(pattern)
    if not names:
        raise NewscliError("no file has such a name", where=pattern, cure="check the pattern")
    for name in names:
        yield from in_directory(name, intake) if Path(name).is_dir() else in_file(name, intake)


def in_file(name: str, intake: Intake) -> Iterator[Pending | NewscliError]:
    """Yield what a file holds: one text, the members of an archive, or records."""
    path, source = Path(name), readable(name)
    try:
        if path.suffix.lower() == ".zip":
            yield from in_zip(path, intake, source=source)
        elif intake.form == "text":
            yield Pending(source, path=name)
        else:
            compressed = path.suffix.lower() in archives.COMPRESSED
            with archives.open_compressed(path, source=source) if compressed else path.open("rb") as stream:
                yield from opened(stream, intake, source=source)
    except NewscliError as error:
        yield error
    except OSError as error:
        yield unreadable(error, source=source)


def readable(name: str) -> str:
    r"""Return a file's name as text: bytes that are none in this system's encoding as escapes (版\xff.txt)."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def in_zip(path: Path, intake: Intake, *, source: str) -> Iterator[Pending | NewscliError]:
    """Yield the members of a zip file, named ``archive.zip/member.txt``."""
    for member in archives.members(path, ENDINGS[intake.form], source=source):
        if isinstance(member, NewscliError):
            yield member
            continue
        name, stream = member
        with stream:
            try:
                yield from opened(stream, intake, source=name)
            except NewscliError as error:
                yield error


def opened(stream: IO[bytes], intake: Intake, *, source: str) -> Iterator[Pending | NewscliError]:
    """Yield what an open stream holds: one text, or a document a page or record."""
    if intake.form == "text":
        yield Pending(source, data=stream.read())
        return
    for one in documents_in(stream, intake, source=source):
        yield one if isinstance(one, NewscliError) else Pending(one.source, ready=one)


def documents_in(stream: IO[bytes], intake: Intake, *, source: str) -> Iterator[Document | NewscliError]:
    """Return the documents of a stream that holds several."""
    if intake.form == "pages":
        return pages.read_pages(stream, source=source, encoding=intake.encoding)
    fields = records.Fields(intake.text_field, intake.id_field, intake.title_field, intake.date_field)
    read = records.read_jsonl if intake.form == "jsonl" else records.read_csv
    return read(stream, fields, source=source, encoding=intake.encoding)


def read_bytes(name: str, *, source: str) -> bytes:
    """Return the bytes of a file, unpacked where its ending says so."""
    path = Path(name)
    try:
        if path.suffix.lower() in {".gz", ".zst"}:
            return archives.read_compressed(path, source=source)
        return path.read_bytes()
    except OSError as error:
        raise unreadable(error, source=source) from error


def renamed(name: str) -> str:
    r"""Return what to try for a name that no file has: without a space at its end, or with the slashes of this system (.\p.txt)."""
    meant = next((other for other in (name.strip(), name.replace("\\", "/")) if Path(other).exists()), None)
    return f"did you mean {meant}?" if meant else "check its name"


def unreadable(error: OSError, *, source: str) -> NewscliError:
    """Return what the system says against reading a file, as one of our errors."""
    cure = renamed(source) if isinstance(error, FileNotFoundError) else "check the file and your permission to read it"
    return NewscliError((error.strerror or str(error)).lower(), where=source, cure=cure)

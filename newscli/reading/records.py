"""Records: documents that come one a line as JSON, or one a row as CSV, with day and headline beside."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import IO, TYPE_CHECKING, NamedTuple

from newscli.errors import NewscliError
from newscli.model import Document
from newscli.reading.days import parse_day
from newscli.reading.decode import MARKS, canonical

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LONGEST = 64 << 20
"""Bytes that one record may have."""
DELIMITERS = (",", "\t", ";")
"""What spreadsheets write between columns, Excel's text export a tab, and in some countries a semicolon."""


WHOLE = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]\s*")
"""The first line of an array or object that goes over several: one error about it is enough, not one a line."""


class Fields(NamedTuple):
    """The names under which a record holds its text, id, headline and day of publication."""

    text: str = "text"
    id: str = "id"
    title: str = "title"
    date: str = "date"


def read_jsonl(
    stream: IO[bytes], fields: Fields, *, source: str, encoding: str | None
) -> Iterator[Document | NewscliError]:
    """Yield the document of each line of JSON, or what is wrong with the line."""
    lines = recoded(stream, encoding, source=source)
    number = 0
    while line := lines.readline(LONGEST):
        number += 1
        if number == 1 and WHOLE.fullmatch(line):
            parts = "'.[]'" if b"[" in line else "."
            yield NewscliError("is JSON, but no object a line", where=source, cure=f"jq -c {parts} makes lines of it")
            return
        if len(line) == LONGEST and not line.endswith(b"\n"):
            yield NewscliError(
                f"is longer than {LONGEST >> 20} MiB", where=f"{source}:{number}", cure="split the file by lines"
            )
            return
        if not line.isspace():
            yield json_document(line, fields, where=f"{source}:{number}")


def json_document(line: bytes, fields: Fields, *, where: str) -> Document | NewscliError:
    """Return the document of one line of JSON, or what is wrong with it."""
    try:
        record = json.loads(line.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    except UnicodeDecodeError as error:
        return NewscliError(
            f"byte 0x{line[error.start]:02x} at offset {error.start} of the line is not utf-8",
            where=where,
            cure="try --input-encoding",
        )
    except (ValueError, RecursionError) as error:
        return NewscliError(f"is no JSON ({error})", where=where, cure="one object a line is expected")
    if not isinstance(record, dict):
        return NewscliError("is no JSON object", where=where, cure="jq -c '.[]' makes lines of an array")
    return record_document(record, fields, where=where)


def read_csv(
    stream: IO[bytes], fields: Fields, *, source: str, encoding: str | None
) -> Iterator[Document | NewscliError]:
    """Yield the document of each row of a CSV file with a header, or what is wrong with the row."""
    csv.field_size_limit(LONGEST)  # for all readers, as it must be; 131,072 otherwise, less than a long page
    text = io.TextIOWrapper(recoded(stream, encoding, source=source), "utf-8-sig", newline="")
    done = 0
    try:
        header = text.readline(LONGEST)
        rows = csv.DictReader(chain([header], text), delimiter=delimiter_of(header, fields, source=source), strict=True)
        for row in rows:
            done = rows.line_num
            yield record_document(row, fields, where=f"{source}:{done}")
    except csv.Error as error:
        yield NewscliError(f"is no CSV ({error})", where=f"{source}:{done + 1}", cure="check its quotes")
    except UnicodeDecodeError as error:
        what = f"byte 0x{error.object[error.start]:02x} after line {done} is not utf-8"
        yield NewscliError(what, where=source, cure="try --input-encoding gb18030")
    finally:
        text.detach()  # whoever opened the stream closes it


def delimiter_of(header: str, fields: Fields, *, source: str) -> str:
    """Return what stands between the columns: what cuts the header so that the text's column is one; raises if nothing does."""
    for delimiter in DELIMITERS:
        if fields.text in next(csv.reader([header], delimiter=delimiter), ()):
            return delimiter
    columns = next(csv.reader([header]), [])
    raise NewscliError(
        f"has no column {fields.text!r}",
        where=source,
        cure=f"name the column of the text with --text-field, one of: {', '.join(columns)}",
    )


def recoded(stream: IO[bytes], encoding: str | None, *, source: str) -> IO[bytes]:
    """Return the stream in UTF-8: records are UTF-8 unless the caller or a byte-order mark says otherwise."""
    head = stream.peek(4)[:4] if isinstance(stream, io.BufferedReader) else b""
    marked = next((name for mark, name in MARKS if head.startswith(mark)), "utf-8")
    name = canonical(encoding) if encoding else marked
    if name == "utf-8":
        return stream
    return Recoded(stream, name, source=source).buffered()


class Recoded(io.RawIOBase):
    """A stream of UTF-8 made from one in another encoding, a piece at a time; a bad byte is an error."""

    def __init__(self, stream: IO[bytes], encoding: str, *, source: str) -> None:
        super().__init__()
        self.stream, self.encoding, self.source = stream, encoding, source
        self.decoder = codecs.getincrementaldecoder(encoding)("strict")
        self.ready = b""
        self.offset = 0

    def buffered(self) -> io.BufferedReader:
        """Return this stream with a buffer."""
        return io.BufferedReader(self)

    def readable(self) -> bool:
        """Return that this is for reading."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill the buffer with text in UTF-8."""
        while not self.ready:
            raw = self.stream.read(65536)
            self.ready = self.decoded(raw).encode("utf-8")
            if not raw:
                break
        room = memoryview(buffer)
        size = min(len(room), len(self.ready))
        room[:size], self.ready = self.ready[:size], self.ready[size:]
        return size

    def decoded(self, raw: bytes) -> str:
        """Return the text of the next piece."""
        held = len(self.decoder.getstate()[0])
        try:
            text = self.decoder.decode(raw, final=not raw)
        except UnicodeDecodeError as error:
            at = self.offset - held + error.start
            raise NewscliError(
                f"byte 0x{error.object[error.start]:02x} at offset {at} is not {self.encoding}",
                where=self.source,
                cure="name its encoding with --input-encoding",
            ) from error
        self.offset += len(raw)
        return text


def record_document(record: Mapping[str, object], fields: Fields, *, where: str) -> Document | NewscliError:
    """Return the document of a record, or what is missing in it."""
    text = record.get(fields.text)
    if not isinstance(text, str):
        return NewscliError(
            f"has no text in {fields.text!r}",
            where=where,
            cure=f"name the field with --text-field, one of: {', '.join(map(str, record))}",
        )
    day = record.get(fields.date)
    published = parse_day(str(day)) if day else None
    if day and published is None:
        return NewscliError(
            f"has no day in {fields.date!r}: {str(day)[:40]!r}", where=where, cure="write it as 2024-01-31"
        )
    name, title = record.get(fields.id), record.get(fields.title)
    return Document(
        where if name is None or name == "" else str(name), text, date=published, title=str(title) if title else None
    )

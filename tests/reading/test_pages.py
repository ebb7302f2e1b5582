"""Pages parted by form feeds: a document each, named by its number, read as the stream brings them."""

from __future__ import annotations

import gzip
import io
from pathlib import Path
from typing import get_args

import pytest

from newscli.cli.options import FORMS
from newscli.errors import NewscliError
from newscli.model import Document
from newscli.reading.pages import PIECE, parted, read_pages
from newscli.reading.sources import Form, Intake, read_documents
from tests.cli.program import newscli

FIRST, THIRD = "今年，金华市新增企业182家。\n", "去年，丽水市新增企业20家。\n"
PAPER = f"{FIRST}\f \n\f{THIRD}\f"


def pages(data: bytes, encoding: str | None = None) -> list[Document | NewscliError]:
    """Return the pages of some bytes."""
    return list(read_pages(io.BufferedReader(io.BytesIO(data)), source="p", encoding=encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_each_page_is_a_document_and_blank_ones_count_but_give_none(encoding: str) -> None:
    found = pages(PAPER.encode(encoding))
    assert [(one.source, one.text) for one in found if isinstance(one, Document)] == [("p:1", FIRST), ("p:3", THIRD)]


def test_the_encoding_that_is_named_holds_for_every_page() -> None:
    found = pages(PAPER.encode("big5", "replace"), "big5")
    assert [one.encoding for one in found if isinstance(one, Document)] == ["big5", "big5"]


def test_a_page_that_is_no_text_is_an_error_in_its_place() -> None:
    bad, good = pages(b"\x00\x01\x02\x03" * 20 + b"\f" + THIRD.encode())
    assert isinstance(bad, NewscliError)
    assert bad.where == "p:1"
    assert isinstance(good, Document)


@pytest.mark.parametrize("length", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_a_page_may_go_over_pieces_of_the_stream(length: int) -> None:
    whole = [b"x" * length, b"y" * length, b"z"]
    assert list(parted(io.BytesIO(b"\f".join(whole)))) == whole


def test_pages_come_from_compressed_files_too(tmp_path: Path) -> None:
    (tmp_path / "p.txt.gz").write_bytes(gzip.compress(PAPER.encode()))
    found = list(read_documents([str(tmp_path / "p.txt.gz")], Intake("pages")))
    assert [one.source[-2:] for one in found if isinstance(one, Document)] == [":1", ":3"]


def test_the_program_reads_pages_from_a_pipe_and_offers_to_when_it_reads_one_text() -> None:
    columns = ("-f", "csv", "--columns", "source,start,place")
    assert newscli("facts", "--from", "pages", *columns, stdin=PAPER).stdout.decode().splitlines()[1:] == [
        "-:1,10,金华市",
        "-:3,10,丽水市",
    ]
    whole = newscli("facts", *columns, stdin=PAPER)
    assert whole.stderr.decode() == "newscli: -: read as one text; add --from pages to part it at its form feeds\n"


def test_every_form_can_be_asked_for() -> None:
    assert get_args(Form) == FORMS

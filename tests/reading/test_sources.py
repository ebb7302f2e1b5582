"""What a name on the command line stands for, and what becomes of names that stand for nothing."""

from __future__ import annotations

import gzip
import io
import json
import os
import zipfile
from datetime import date
from pathlib import Path

import pytest
import zstandard

from newscli.errors import NewscliError
from newscli.model import Document
from newscli.reading import archives
from newscli.reading.sources import Intake, read_documents

TEXT = "本报讯 金华市新增企业182家。\n"


def read(*names: str | Path, **intake: object) -> list[Document | NewscliError]:
    return list(read_documents(map(str, names), Intake(**intake)))  # type: ignore[arg-type]


def sources(found: list[Document | NewscliError]) -> list[str]:
    return [one.source if isinstance(one, Document) else f"error: {one}" for one in found]


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("pages/b.txt", "pages/a.txt", "pages/sub/c.txt", "pages/note.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.skipif(os.sep != "/", reason="is a name there")
@pytest.mark.parametrize("name", ["pages\\a.txt", "pages/a.txt ", ".\\pages\\a.txt"])
def test_a_name_as_windows_writes_it_is_answered_with_the_one_that_is_meant(pages: Path, name: str) -> None:
    del pages
    meant = name.strip().replace("\\", "/")
    assert sources(read(name)) == [f"error: {name}: no such file or directory; did you mean {meant}?"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('[\n {"text": "x"},\n {"text": "y"}\n]\n', "'.[]'"),
        ('{\n "text": "x"\n}\n', "."),
    ],
)
def test_json_that_is_no_object_a_line_is_one_error(pages: Path, text: str, parts: str) -> None:
    (pages / "a.jsonl").write_text(text, encoding="utf-8")
    assert sources(read("a.jsonl", form="jsonl")) == [
        f"error: a.jsonl: is JSON, but no object a line; jq -c {parts} makes lines of it"
    ]


def test_a_directory_stands_for_the_text_files_below_it_by_name(pages: Path) -> None:
    del pages
    assert sources(read("pages")) == ["pages/a.txt", "pages/b.txt", "pages/sub/c.txt"]


def test_the_folders_of_a_directory_come_by_name(pages: Path) -> None:
    folders = [f"{number:02}" for number in (7, 3, 9, 1, 8, 2, 6, 4, 0, 5)]
    for folder in folders:
        (pages / "years" / folder).mkdir(parents=True)
        (pages / "years" / folder / "p.txt").write_text(TEXT, encoding="utf-8")
    assert sources(read("years")) == [f"years/{folder}/p.txt" for folder in sorted(folders)]


def test_a_glob_stands_for_what_it_matches(pages: Path) -> None:
    del pages
    assert sources(read("pages/*.txt")) == ["pages/a.txt", "pages/b.txt"]
    assert sources(read("pages/**/c.txt")) == ["pages/sub/c.txt"]


def test_a_list_stands_for_the_names_in_it(pages: Path) -> None:
    (pages / "list.txt").write_text("# mine\npages/b.txt\n\npages/sub\n", encoding="utf-8")
    assert sources(read("@list.txt")) == ["pages/b.txt", "pages/sub/c.txt"]


def test_a_list_that_names_a_list_is_refused(pages: Path) -> None:
    (pages / "list.txt").write_text("@list.txt\n", encoding="utf-8")
    assert sources(read("@list.txt")) == ["error: @list.txt: names another list; name that list on the command line"]


def test_names_that_stand_for_nothing_are_errors_in_their_place(pages: Path) -> None:
    (pages / "bare").mkdir()
    (pages / "empty.txt").write_bytes(b"")
    found = sources(read("no.txt", "pages/a.txt", "bare", "no*.txt", "empty.txt", "pages/b.txt"))
    assert found[1::4] == ["pages/a.txt", "pages/b.txt"]
    assert [one.split(";")[0] for one in found if one.startswith("error")] == [
        "error: no.txt: no such file or directory",
        "error: bare: is a directory without *.txt",
        "error: no*.txt: no file has such a name",
        "error: empty.txt: is empty",
    ]


@pytest.mark.parametrize("name", ["p.txt.gz", "p.txt.zst", "P.TXT.GZ", "P.TXT.ZST"])
def test_a_compressed_text_is_unpacked(pages: Path, name: str) -> None:
    packed = gzip.compress(TEXT.encode()) if name.lower().endswith("gz") else zstandard.compress(TEXT.encode())
    (pages / name).write_bytes(packed)
    assert read(name) == [Document(name, TEXT)]


def test_damage_in_a_compressed_text_is_an_error(pages: Path) -> None:
    (pages / "p.txt.gz").write_bytes(gzip.compress(TEXT.encode() * 50)[:-12])
    (pages / "q.txt.gz").write_bytes(b"no gzip at all")
    assert all("is damaged" in one for one in sources(read("p.txt.gz", "q.txt.gz")))


@pytest.mark.parametrize("name", ["b.txt.gz", "b.txt.zst"])
def test_a_bomb_is_refused_before_it_fills_the_memory(pages: Path, name: str) -> None:
    zeros = bytes(1 << 20)
    if name.endswith("gz"):
        with gzip.open(pages / name, "wb", compresslevel=1) as stream:
            for _ in range(80):
                stream.write(zeros)
    else:
        (pages / name).write_bytes(zstandard.compress(zeros * 80))
    assert "when unpacked" in sources(read(name))[0]


def zipped(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def test_members_of_a_zip_come_by_name_with_the_archive_in_their_source(pages: Path) -> None:
    zipped(pages / "p.zip", {"二版.txt": TEXT.encode("gbk"), "a/1.txt": TEXT.encode(), "read.me": b"no"})
    found = read("p.zip")
    assert sources(found) == ["p.zip/a/1.txt", "p.zip/二版.txt"]
    assert all(isinstance(one, Document) and one.text == TEXT for one in found)


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "..\\evil.txt", "C:/evil.txt"])
def test_a_member_whose_name_leads_out_is_refused_and_the_rest_comes(pages: Path, name: str) -> None:
    zipped(pages / "p.zip", {name: TEXT.encode(), "z.txt": TEXT.encode()})
    found = sources(read("p.zip"))
    assert [one for one in found if not one.startswith("error")] == ["p.zip/z.txt"]
    assert "leads out of the archive" in found[0]


def test_an_encrypted_member_is_refused_and_the_rest_comes(pages: Path) -> None:
    zipped(pages / "p.zip", {"a.txt": TEXT.encode(), "b.txt": TEXT.encode()})
    data = bytearray((pages / "p.zip").read_bytes())
    data[data.index(b"PK\x03\x04") + 6] |= 1  # the flag in the member's own header, and in the list of all
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (pages / "p.zip").write_bytes(data)
    assert sources(read("p.zip")) == ["error: p.zip/a.txt: is encrypted; unpack it yourself", "p.zip/b.txt"]


def test_a_zip_that_promises_too_much_is_refused_unread(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST", 1 << 16)
    zipped(pages / "p.zip", {"z.txt": bytes(1 << 20)})
    assert "would unpack to" in sources(read("p.zip"))[0]


def test_a_zip_that_lies_about_its_size_is_stopped(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST", 1 << 16)
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("z.txt", b"a" * (1 << 18))
    (pages / "p.zip").write_bytes(raw.getvalue())
    assert "when unpacked" in sources(read("p.zip"))[0]


def test_what_is_no_zip_says_so(pages: Path) -> None:
    (pages / "p.zip").write_bytes(b"nothing of the kind")
    assert "is no zip file" in sources(read("p.zip"))[0]


def test_json_lines_bring_id_day_and_headline(pages: Path) -> None:
    record = {"body": TEXT, "key": 7, "head": "标题", "day": "2023-02-01T08:00:00+08:00"}
    (pages / "n.jsonl").write_text(json.dumps(record, ensure_ascii=False) + "\n\n", encoding="utf-8")
    found = read("n.jsonl", form="jsonl", text_field="body", id_field="key", title_field="head", date_field="day")
    assert found == [Document("7", TEXT, date=date(2023, 2, 1), title="标题")]


def test_a_record_without_id_is_named_by_its_line(pages: Path) -> None:
    (pages / "n.jsonl").write_text('\n{"text": "一"}\n', encoding="utf-8")
    assert sources(read("n.jsonl", form="jsonl")) == ["n.jsonl:2"]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{text", "is no JSON"),
        ("[1]", "is no JSON object"),
        ('{"txt": "一"}', "has no text in 'text'; name the field with --text-field, one of: txt"),
        ('{"text": 5}', "has no text"),
        ('{"text": "一", "date": "上周"}', "has no day in 'date'"),
        ('{"text": "一", "date": "2024-02-31"}', "has no day in 'date'"),
        ("[" * 100_000, "is no JSON"),
    ],
)
def test_a_bad_record_is_an_error_with_its_line_and_the_rest_comes(pages: Path, line: str, what: str) -> None:
    (pages / "n.jsonl").write_text(f'{line}\n{{"text": "一", "id": "x"}}\n', encoding="utf-8")
    bad, good = sources(read("n.jsonl", form="jsonl"))
    assert bad.startswith(f"error: n.jsonl:1: {what}")
    assert good == "x"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_csv_is_read_in_the_encodings_that_spreadsheets_write(pages: Path, encoding: str) -> None:
    (pages / "n.csv").write_bytes('id,text,date\r\n1,"一,\n""二""",2024/1/31\r\n'.encode(encoding))
    forced = "gb18030" if encoding == "gb18030" else None
    assert read("n.csv", form="csv", encoding=forced) == [Document("1", '一,\n"二"', date=date(2024, 1, 31))]


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_columns_of_csv_may_be_cut_by_commas_tabs_or_semicolons(pages: Path, delimiter: str) -> None:
    rows = [["id", "正文, 全", "x;y"], ["1", "一,二;三\t四", "五"]]
    (pages / "n.csv").write_text(
        "".join(delimiter.join(f'"{cell}"' for cell in row) + "\n" for row in rows), encoding="utf-8"
    )
    assert read("n.csv", form="csv", text_field="正文, 全") == [Document("1", "一,二;三\t四")]


def test_csv_without_the_column_of_the_text_is_one_error_not_one_a_row(pages: Path) -> None:
    (pages / "n.csv").write_text("id,body\n1,一\n2,二\n", encoding="utf-8")
    assert sources(read("n.csv", form="csv")) == [
        "error: n.csv: has no column 'text'; name the column of the text with --text-field, one of: id, body"
    ]


def test_an_empty_csv_is_an_error(pages: Path) -> None:
    (pages / "n.csv").write_bytes(b"")
    assert "has no column 'text'" in sources(read("n.csv", form="csv"))[0]


def test_a_quote_that_is_not_closed_is_an_error_after_the_rows_before_it(pages: Path) -> None:
    (pages / "n.csv").write_text('id,text\n1,一\n2,"二\n3,三\n', encoding="utf-8")
    good, bad = sources(read("n.csv", form="csv"))
    assert good == "1"
    assert bad.startswith("error: n.csv:3: is no CSV")


def test_a_bad_byte_in_csv_is_an_error(pages: Path) -> None:
    (pages / "n.csv").write_bytes("id,text\n1,金华\n".encode("gb18030"))
    assert "is not utf-8; try --input-encoding gb18030" in sources(read("n.csv", form="csv"))[0]


def test_records_are_read_from_compressed_files_too(pages: Path) -> None:
    (pages / "n.jsonl.gz").write_bytes(gzip.compress(b'{"id": "a", "text": "x"}\n{"id": "b", "text": "y"}\n'))
    assert sources(read("n.jsonl.gz", form="jsonl")) == ["a", "b"]


def test_day_and_paper_of_the_caller_stand_where_the_document_states_none(pages: Path) -> None:
    (pages / "n.jsonl").write_text(
        '{"id":"a","text":"x","date":"2020-01-02"}\n{"id":"b","text":"y"}\n', encoding="utf-8"
    )
    found = read("n.jsonl", form="jsonl", date=date(2024, 1, 1), paper="浙江日报")
    assert [(one.date, one.paper) for one in found if isinstance(one, Document)] == [
        (date(2020, 1, 2), "浙江日报"),
        (date(2024, 1, 1), "浙江日报"),
    ]

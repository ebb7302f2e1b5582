"""``newscli report`` as a command: where the page goes, and what is refused."""

from __future__ import annotations

from pathlib import Path

from tests.cli.program import SAMPLE, newscli


def test_report_goes_to_the_file_named(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    done = newscli("report", SAMPLE, "-o", target)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert target.read_bytes().startswith(b"<!doctype html>")


def test_report_without_a_file_goes_to_standard_output() -> None:
    done = newscli("report", "--title", "二月的数字 <1>", SAMPLE)
    assert done.returncode == 0
    assert "<title>二月的数字 &lt;1&gt;".encode() in done.stdout


def test_missing_page_is_reported_and_the_others_go_on(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    done = newscli("report", SAMPLE, tmp_path / "absent.txt", "-o", target)
    assert done.returncode == 1
    assert b"absent.txt" in done.stderr
    assert target.exists()


def test_a_report_that_is_there_is_not_replaced_by_one_of_nothing(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("of yesterday", encoding="utf-8")
    done = newscli("report", tmp_path / "absent.txt", "-o", target)
    assert done.returncode == 1
    assert f"newscli: {target}: is left as it was; no input could be read\n" in done.stderr.decode()
    assert target.read_text(encoding="utf-8") == "of yesterday"


def test_a_report_is_not_written_under_the_ending_of_something_else(tmp_path: Path) -> None:
    done = newscli("report", SAMPLE, "-o", tmp_path / "report.pdf")
    assert (done.returncode, done.stderr.decode()) == (
        2,
        f"newscli: {tmp_path / 'report.pdf'}: a report is HTML; name it report.html\n",
    )
    assert not list(tmp_path.iterdir())


def test_records_keep_their_names_and_dates() -> None:
    record = '{"id": "n-1", "text": "本报讯 金华市新增企业182家。", "date": "2024-02-01"}\n'
    done = newscli("report", "--from", "jsonl", "-", stdin=record)
    assert b'"source":"n-1"' in done.stdout
    assert b'"date":"2024-02-01"' in done.stdout

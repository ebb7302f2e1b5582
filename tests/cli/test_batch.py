"""Corpora: order, failures, timeouts, shards, and exactness through interruptions at any moment."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.cli.program import COMMAND, SAMPLE, environment, newscli

CITIES = ["杭州", "宁波", "温州", "嘉兴", "湖州", "绍兴", "金华", "衢州", "舟山", "台州", "丽水"]


def text(number: int) -> str:
    """Return a small page that no other is like."""
    city = CITIES[number % len(CITIES)]
    return f"{city}新增企业{number}家\n本报讯 (记者 李明) 去年,{city}市新增企业{number}家,投入{number}.5亿元。\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Write 40 pages, of which one is no text and one is empty."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(40):
        (folder / f"p{number:03}.txt").write_text(text(number + 1), encoding="utf-8")
    (folder / "p007.txt").write_bytes(b"\xff\xfe\x00")
    (folder / "p019.txt").write_bytes(b"")
    return folder


def files_in(folder: Path) -> dict[str, str]:
    """Return every file of a folder with its digest."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def records(path: Path) -> list[dict[str, object]]:
    """Return the objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def rows_of(folder: Path, table: str) -> list[dict[str, object]]:
    """Return the rows of a table, shard by shard."""
    return [row for path in sorted(folder.glob(f"{table}-*.jsonl")) for row in records(path)]


def test_a_batch_keeps_the_order_reports_failures_and_signs_its_files(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = newscli(
        "batch", "in", "-o", "out", "--what", "facts,parse", "--jobs", "2", "--shard-size", "16", cwd=tmp_path
    )
    assert done.returncode == 1
    assert "40 documents" in done.stderr.decode()
    assert "2 documents failed; see out/errors.jsonl" in done.stderr.decode()
    sources = [f"in/{path.name}" for path in sorted(corpus.iterdir()) if path.name not in {"p007.txt", "p019.txt"}]
    assert list(dict.fromkeys(row["source"] for row in rows_of(out, "parse"))) == sources
    errors = records(out / "errors.jsonl")
    assert [(e["index"], e["source"], e["error"]) for e in errors] == [
        (7, "in/p007.txt", "failed"),
        (19, "in/p019.txt", "failed"),
    ]
    manifest = json.loads((out / "manifest.json").read_bytes())
    assert (manifest["documents"], manifest["failed"], manifest["inputs"]) == (40, 2, ["in"])
    assert {f["name"]: f["sha256"] for f in (*manifest["files"], manifest["errors"])} == {
        name: digest for name, digest in files_in(out).items() if name != "manifest.json"
    }
    assert [f["documents"] for f in manifest["files"] if f["table"] == "facts"] == [16, 16, 8]


@pytest.mark.slow
def test_the_number_of_processes_does_not_show_in_the_files(corpus: Path, tmp_path: Path) -> None:
    assert corpus.exists()
    for jobs in ("1", "2", "3"):
        newscli("batch", "in", "-o", jobs, "--jobs", jobs, "--shard-size", "7", cwd=tmp_path)
    assert files_in(tmp_path / "1") == files_in(tmp_path / "2") == files_in(tmp_path / "3")


@pytest.mark.slow
def test_parquet_shards_hold_the_same_rows(corpus: Path, tmp_path: Path) -> None:
    assert corpus.exists()
    newscli("batch", "in", "-o", "lines", "--shard-size", "16", cwd=tmp_path)
    newscli("batch", "in", "-o", "columns", "--shard-size", "16", "-f", "parquet", cwd=tmp_path)
    found = [
        row for path in sorted((tmp_path / "columns").glob("*.parquet")) for row in pq.read_table(path).to_pylist()
    ]
    assert found == rows_of(tmp_path / "lines", "facts")


@pytest.mark.slow
@pytest.mark.parametrize("shards", ["jsonl", "parquet"])
def test_twenty_kills_leave_the_files_of_an_uninterrupted_run(tmp_path: Path, shards: str) -> None:
    lines = [json.dumps({"id": str(n), "text": text(n)}, ensure_ascii=False) for n in range(1, 801)]
    lines[500] = "{"
    (tmp_path / "in.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    line = (
        "batch",
        "--from",
        "jsonl",
        "in.jsonl",
        "--what",
        "facts,places",
        "--jobs",
        "2",
        "--shard-size",
        "90",
        "-q",
        "-f",
        shards,
    )
    begun = time.monotonic()
    assert newscli(*line, "-o", "whole", cwd=tmp_path).returncode == 1
    whole = time.monotonic() - begun
    chance = random.Random(20)  # noqa: S311 - no secret
    kills = 0
    while kills < 20:
        process = subprocess.Popen(
            [*COMMAND, *line, "-o", "out", "--resume"], cwd=tmp_path, env=environment(), stderr=subprocess.DEVNULL
        )
        try:
            process.wait(chance.uniform(0.25, max(0.5, whole * 0.8)))
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            kills += 1
        else:
            assert files_in(tmp_path / "out") == files_in(tmp_path / "whole")
            shutil.rmtree(tmp_path / "out")
    assert newscli(*line, "-o", "out", "--resume", cwd=tmp_path).returncode == 1
    assert files_in(tmp_path / "out") == files_in(tmp_path / "whole")


@pytest.mark.slow
def test_a_document_that_hangs_is_given_up_and_the_rest_comes(corpus: Path, tmp_path: Path) -> None:
    os.mkfifo(corpus / "p003.txt.fifo")
    (corpus / "p003.txt").unlink()
    (corpus / "p003.txt.fifo").rename(corpus / "p003.txt")
    newscli("batch", "in", "-o", "out", "--timeout", "1", "--jobs", "2", "-q", cwd=tmp_path)
    errors = records(tmp_path / "out" / "errors.jsonl")
    assert [(e["source"], e["error"]) for e in errors] == [
        ("in/p003.txt", "timeout"),
        ("in/p007.txt", "failed"),
        ("in/p019.txt", "failed"),
    ]
    assert json.loads((tmp_path / "out" / "manifest.json").read_bytes())["documents"] == 40


@pytest.mark.slow
def test_an_interrupt_can_be_resumed_and_ends_with_130(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": text(n)}, ensure_ascii=False) for n in range(1, 4001)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    line = ("batch", "--from", "jsonl", "in.jsonl", "--jobs", "2")
    process = subprocess.Popen([*COMMAND, *line, "-o", "out"], cwd=tmp_path, env=environment(), stderr=subprocess.PIPE)
    while not (tmp_path / "out" / ".facts.part").exists():
        time.sleep(0.02)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 130
    assert said.decode() == "newscli: out: interrupted; the same command with --resume goes on\n"
    refused = newscli(*line, "-o", "out", cwd=tmp_path)
    assert (refused.returncode, refused.stderr.decode()) == (
        2,
        "newscli: out: holds an unfinished batch; go on with --resume, or name another folder\n",
    )
    assert newscli(*line, "-o", "out", "--resume", cwd=tmp_path).returncode == 0
    assert newscli(*line, "-o", "whole", cwd=tmp_path).returncode == 0
    assert files_in(tmp_path / "out") == files_in(tmp_path / "whole")


def test_a_name_that_is_no_unicode_is_written_with_escapes_and_can_go_on(tmp_path: Path) -> None:
    name = os.fsdecode(b"in/p\xff.txt")
    (tmp_path / "in").mkdir()
    (tmp_path / name).write_text(text(1), encoding="utf-8")
    for _ in range(2):
        assert newscli("batch", name, "in", "no\udcfe.txt", "-o", "out", "--resume", cwd=tmp_path).returncode == 1
    assert {row["source"] for row in rows_of(tmp_path / "out", "facts")} == {"in/p\\xff.txt"}
    assert [error["source"] for error in records(tmp_path / "out" / "errors.jsonl")] == ["no\\xfe.txt"]


@pytest.mark.parametrize("out", ["in", "in/out", "in/sub/out"])
def test_a_batch_does_not_read_what_it_writes(tmp_path: Path, out: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "n.jsonl").write_text('{"text": "金华企业5家。"}\n', encoding="utf-8")
    done = newscli("batch", "in", "--from", "jsonl", "-o", out, cwd=tmp_path)
    assert (done.returncode, done.stderr.decode()) == (
        2,
        f"newscli: {out}: lies in a folder that is read; write beside it\n",
    )
    assert [path.name for path in (tmp_path / "in").iterdir()] == ["n.jsonl"]


def test_a_table_that_there_is_not_is_answered_with_the_nearest(tmp_path: Path) -> None:
    done = newscli("batch", "in", "-o", "out", "--what", "facts,place", cwd=tmp_path)
    assert done.stderr.decode() == "newscli: unknown table 'place' for --what; did you mean places?\n"
    assert not (tmp_path / "out").exists()


def test_a_folder_with_anything_in_it_is_left_alone(corpus: Path, tmp_path: Path) -> None:
    done = newscli("batch", "in", "-o", "in", cwd=tmp_path)
    assert done.returncode == 2
    assert "is not empty" in done.stderr.decode()
    assert len(list(corpus.iterdir())) == 40


@pytest.mark.slow
def test_other_options_cannot_go_on_with_a_batch_and_a_finished_one_is_left_as_it_is(
    corpus: Path, tmp_path: Path
) -> None:
    assert corpus.exists()
    newscli("batch", "in", "-o", "out", cwd=tmp_path)
    before = files_in(tmp_path / "out")
    assert newscli("batch", "in", "-o", "out", "--resume", cwd=tmp_path).returncode == 1
    other = newscli("batch", "in", "-o", "out", "--resume", "--what", "places", cwd=tmp_path)
    assert (other.returncode, "was begun with other options" in other.stderr.decode()) == (2, True)
    assert files_in(tmp_path / "out") == before


@pytest.mark.slow
def test_progress_is_shown_only_when_forced_or_at_a_terminal(corpus: Path, tmp_path: Path) -> None:
    assert corpus.exists()
    assert b"/40" not in newscli("batch", "in", "-o", "a", cwd=tmp_path).stderr
    assert b"40/40" in newscli("batch", "in", "-o", "b", "--progress", cwd=tmp_path).stderr


PROBE = """
import resource, sys
from newscli.cli import app, batching, run
begun = resource.getrusage(resource.RUSAGE_SELF)
try:
    app.main(sys.argv[1:])
except SystemExit:
    pass
used, workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime - begun.ru_utime - begun.ru_stime, workers.ru_utime + workers.ru_stime)
"""


@pytest.mark.slow
def test_what_cannot_be_shared_out_leaves_room_for_nearly_twice_the_speed_on_two_cores(tmp_path: Path) -> None:
    page = SAMPLE.read_text(encoding="utf-8")
    lines = [json.dumps({"id": str(n), "text": page}, ensure_ascii=False) for n in range(100)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    arguments = ["batch", "--from", "jsonl", "in.jsonl", "-o", "out", "--jobs", "2", "-q"]
    probe = [sys.executable, "-c", PROBE, *arguments]
    told = subprocess.run(probe, cwd=tmp_path, env=environment(), capture_output=True, check=True).stdout
    alone, shared = map(float, told.split())
    assert (alone + shared) / (alone + shared / 2) > 1.8

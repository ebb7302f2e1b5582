"""Pipes and signals: rows come as they are found, and whoever stops listening, or stops us, gets whole rows."""

from __future__ import annotations

import contextlib
import gzip
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from newscli.cli.interrupt import Interruptible, Stopped
from tests.cli.program import COMMAND, SAMPLE, environment, newscli

CITIES = ["杭州", "宁波", "温州", "嘉兴", "湖州", "绍兴", "金华", "衢州", "舟山", "台州", "丽水"]
SENTENCES = [f"去年,{city}市新增企业{number}家,完成了全年任务。\n" for number, city in enumerate(CITIES, 182)]
RECORD = json.dumps({"id": "r", "text": "本报讯 " + "".join(SENTENCES)}, ensure_ascii=False) + "\n"


def started(*arguments: str) -> subprocess.Popen[bytes]:
    """Start the program with pipes at all three ends."""
    return subprocess.Popen(
        [*COMMAND, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )


@pytest.mark.parametrize("form", ["jsonl", pytest.param("csv", marks=pytest.mark.slow)])
def test_rows_come_out_while_the_input_is_still_open(form: str) -> None:
    with started("places", "--from", "jsonl", "-f", form, "-") as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(RECORD.encode())
        process.stdin.flush()
        assert process.stdout.readline()
        process.stdin.close()
        process.stdout.read()
    assert process.returncode == 0


@pytest.mark.slow
def test_a_closed_pipe_ends_the_work_quietly() -> None:
    with started("places", "--from", "jsonl", "-f", "jsonl", "-") as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(RECORD.encode())
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            for _ in range(2000):
                process.stdin.write(RECORD.encode())
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_head_of_a_pipeline_is_quiet() -> None:
    line = f"{sys.executable} -m newscli places -f jsonl {SAMPLE} {SAMPLE} | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", line], capture_output=True, env=environment(), check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"\n") == 1


def test_a_signal_waits_for_the_row_that_is_written_and_a_second_one_does_not() -> None:
    interruptible = Interruptible()
    rows = interruptible.whole(["one", "two"])
    assert next(rows) == "one"
    interruptible.interrupted(signal.SIGINT, None)
    with pytest.raises(Stopped):
        next(rows)
    second = Interruptible()
    assert next(second.whole(["one"])) == "one"
    second.interrupted(signal.SIGTERM, None)
    with pytest.raises(Stopped) as stopped:
        second.interrupted(signal.SIGTERM, None)
    assert stopped.value.number == signal.SIGTERM


@pytest.mark.parametrize("command", ["facts --plot", "facts --color always", "explain", "report", "schema"])
def test_a_pipe_that_nobody_reads_is_no_failure(command: str) -> None:
    what = "facts" if command == "schema" else SAMPLE
    line = f"{sys.executable} -m newscli {command} {what} | true"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", line], capture_output=True, env=environment(), check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "form", ["jsonl", pytest.param("json", marks=pytest.mark.slow), pytest.param("csv", marks=pytest.mark.slow)]
)
def test_an_interrupt_leaves_whole_rows_and_status_130(form: str) -> None:
    with started("places", "--from", "jsonl", "-f", form, "-") as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(RECORD.encode() * 3)
        process.stdin.flush()
        first = process.stdout.readline() + process.stdout.readline()
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read()
        assert process.stderr
        assert b"Traceback" not in process.stderr.read()
    assert process.returncode == 130
    written = (first + rest).decode()
    assert written.endswith("\n")
    if form == "json":
        assert json.loads(written)
    if form == "jsonl":
        assert all(json.loads(line) for line in written.splitlines())


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_named_file_as_it_was(tmp_path: Path, number: signal.Signals) -> None:
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip(f"whoever runs the tests has {number.name} ignored, as nohup does")
    out = tmp_path / "out.jsonl"
    out.write_text("before", encoding="utf-8")
    with started("places", "--from", "jsonl", "-o", str(out), "-v", "-") as process:
        assert process.stdin
        assert process.stderr
        process.stdin.write(RECORD.encode())
        process.stdin.flush()
        process.stderr.readline()
        process.send_signal(number)
        process.communicate()
    assert process.returncode == 128 + number
    assert out.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.slow
def test_a_signal_that_the_caller_wants_ignored_is_ignored() -> None:
    line = f"trap '' HUP; exec {sys.executable} -m newscli places --from jsonl -f jsonl -v -"
    with subprocess.Popen(
        ["bash", "-c", line], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdin
        assert process.stderr
        process.stdin.write(RECORD.encode())
        process.stdin.flush()
        process.stderr.readline()
        process.send_signal(signal.SIGHUP)
        out, _ = process.communicate(RECORD.encode())
    assert process.returncode == 0
    assert out.count(b"\n") == 2 * len(CITIES)


def test_an_empty_standard_input_is_reported() -> None:
    done = newscli("facts", "-f", "jsonl")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == "newscli: -: is empty; name a file with text in it\n"


@pytest.mark.parametrize("form", ["text", "jsonl"])
@pytest.mark.parametrize("compress", [gzip.compress, zstandard.compress], ids=["gzip", "zstd"])
def test_compressed_bytes_in_a_pipe_are_unpacked(compress: Callable[[bytes], bytes], form: str) -> None:
    plain = RECORD if form == "jsonl" else "本报讯 " + "".join(SENTENCES)
    done = newscli("places", "--from", form, "-f", "jsonl", "-", stdin=compress(plain.encode()))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == newscli("places", "--from", form, "-f", "jsonl", stdin=plain).stdout


def test_a_torn_archive_in_a_pipe_is_an_error() -> None:
    done = newscli("places", "-f", "jsonl", stdin=gzip.compress(RECORD.encode())[:-9])
    assert done.returncode == 1
    assert b"newscli: -: is damaged" in done.stderr


def test_a_process_substitution_is_a_file_like_any_other() -> None:
    line = f"{sys.executable} -m newscli headlines -f jsonl <(cat {SAMPLE})"
    done = subprocess.run(["bash", "-c", line], capture_output=True, env=environment(), check=True)
    assert done.stdout.count(b"\n") > 5


@pytest.mark.slow
def test_memory_does_not_grow_with_the_corpus(tmp_path: Path) -> None:
    def peak(records: int) -> int:
        """Return the peak memory of a run, in kilobytes."""
        corpus = tmp_path / f"{records}.jsonl"
        corpus.write_text(RECORD * records, encoding="utf-8")
        probe = (
            "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        )
        line = [sys.executable, "-c", probe, *COMMAND, "places", "--from", "jsonl", "-f", "csv", str(corpus)]
        return int(subprocess.run(line, capture_output=True, env=environment(), check=True).stdout)

    assert peak(3000) < peak(150) * 1.15


@pytest.mark.slow
def test_a_slow_reader_does_not_lose_rows(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(RECORD, encoding="utf-8")
    one = newscli("places", "--from", "jsonl", "-f", "jsonl", corpus).stdout
    corpus.write_text(RECORD * 100, encoding="utf-8")
    with started("places", "--from", "jsonl", "-f", "jsonl", str(corpus)) as process:
        assert process.stdout
        time.sleep(1.5)
        assert process.stdout.read() == one * 100

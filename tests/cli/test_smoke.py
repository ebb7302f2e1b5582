"""Every command runs on the sample page and says so in its exit status."""

from __future__ import annotations

import json

import pytest

from tests.cli.program import SAMPLE, newscli


@pytest.mark.parametrize("command", ["parse", "facts", "places", "bylines", "headlines"])
def test_command_reads_the_sample_page(command: str) -> None:
    done = newscli(command, "-f", "jsonl", SAMPLE)
    assert (done.returncode, done.stderr) == (0, b"")
    assert all(json.loads(line)["source"] == str(SAMPLE) for line in done.stdout.splitlines())


def test_standard_input_is_named_by_a_dash() -> None:
    done = newscli("parse", "-f", "jsonl", stdin="本报讯 金华市新增企业182家。\n")
    assert json.loads(done.stdout)["source"] == "-"

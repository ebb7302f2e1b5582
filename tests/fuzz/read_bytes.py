"""A coverage-guided fuzz target: bytes in, rows out, every surface at its place.

Not part of the test run. atheris has wheels for CPython on Linux::

    .venv/bin/pip install atheris
    .venv/bin/python -m tests.fuzz.read_bytes -max_total_time=600 -max_len=4096 corpus/

``corpus/`` collects inputs that reach new code; start it with a few seeds (``cp seeds/*.txt corpus/``). A finding is
written to ``crash-…``; ``python -m tests.fuzz.read_bytes crash-…`` runs it again. Make it a case of
``tests/test_properties.py`` or an example beside the rule before mending it.
"""

from __future__ import annotations

import importlib
import sys

from newscli.errors import NewscliError
from newscli.model import Document
from newscli.output.rows import article_rows, fact_rows, place_rows
from newscli.pipeline import Reading
from newscli.reading.decode import decode


def read_bytes(data: bytes) -> None:
    """Read bytes as a page; fail on any exception but ours, and on a row that does not stand where it says."""
    try:
        text = decode(data, source="fuzz").text
    except NewscliError:
        return
    reading = Reading(Document("fuzz", text))
    for _ in article_rows(reading):
        pass
    for row in (*fact_rows(reading), *place_rows(reading)):
        if text[row["start"] : row["end"]] != row["surface"]:
            raise AssertionError(f"{row['rule']}: {row['surface']!r} does not stand at {row['start']}")


def main() -> None:
    """Run the fuzzer on the arguments of libFuzzer."""
    try:
        atheris = importlib.import_module("atheris")
    except ModuleNotFoundError:
        sys.exit("atheris is not installed: pip install atheris")
    atheris.instrument_all()
    atheris.Setup(sys.argv, read_bytes)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

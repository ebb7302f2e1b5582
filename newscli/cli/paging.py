"""A pager (分页程序) between a long table and a person, as git does it: at a terminal, if there is one."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO

from newscli.output.target import open_target


def pager_command(environment: Mapping[str, str]) -> list[str]:
    """Return the pager that the person chose, or less; nothing if that is ``cat`` or not there."""
    chosen = environment.get("NEWSCLI_PAGER", environment.get("PAGER", "less"))
    words = shlex.split(chosen)
    return words if words and words[0] != "cat" and shutil.which(words[0]) else []


@contextmanager
def open_paged() -> Iterator[IO[bytes]]:
    """Give a stream into the pager; without one, standard output. A reader who leaves early ends the work quietly."""
    command = pager_command(os.environ)
    if not command:
        with open_target(None) as stream:
            yield stream
        return
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as pager:  # noqa: S603 - the person's own
        assert pager.stdin  # noqa: S101 - it is a pipe
        with contextlib.suppress(BrokenPipeError), pager.stdin:
            yield pager.stdin

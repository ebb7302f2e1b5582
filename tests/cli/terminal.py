"""A pseudo-terminal for the program: what a person at a terminal would see."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import termios
from collections.abc import Mapping
from pathlib import Path

from tests.cli.program import COMMAND, environment


def at_terminal(
    *arguments: object, columns: int = 100, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """Run the program with all three streams on a terminal; return its status and what the terminal got."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    with subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=cwd,
        env=environment(**{"TERM": "xterm-256color", "PAGER": "cat", **(env or {})}),
    ) as process:
        os.close(theirs)
        seen = read_all(ours)
    os.close(ours)
    return process.returncode, seen.decode().replace("\r\n", "\n")


def read_all(terminal: int) -> bytes:
    """Return everything that comes until the other side is closed."""
    seen = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # which is how Linux says that the other side is closed
            return seen
        if not piece:
            return seen
        seen += piece

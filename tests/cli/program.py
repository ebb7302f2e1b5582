"""The program as a user runs it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "seeds" / "000_c2acb2615f69c0ed.txt"
COMMAND = (sys.executable, "-m", "newscli")


def environment(**more: str) -> dict[str, str]:
    """Return the caller's environment without what would colour or configure the program."""
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("NEWSCLI", "NO_COLOR", "PAGER"))}
    return {**ours, "PYTHONIOENCODING": "utf-8", **more}


def newscli(
    *arguments: object,
    stdin: bytes | str = b"",
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    timeout: float = 60,
) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        input=given,
        capture_output=True,
        cwd=cwd,
        env=environment(**(env or {})),
        timeout=timeout,
        check=False,
    )

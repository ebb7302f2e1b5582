"""Where rows go: standard output, or a file that is replaced as a whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

STDOUT = "-"


@contextmanager
def open_target(name: str | None) -> Iterator[IO[bytes]]:
    """Give the stream to write to; a file gets its name only when everything is on the disk."""
    if name is None or name == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(name).resolve()  # a link keeps pointing to the file that it names
    if path.exists() and not path.is_file():
        with path.open("wb") as device:
            yield device
        return
    with replacing(path) as stream:
        yield stream


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Give a temporary file that takes the place of the path at the end, and leaves no trace before."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with opened(part, path) as stream:
            yield stream
            stream.flush()
            if path.exists():
                part.chmod(stat.S_IMODE(path.stat().st_mode))
            os.fsync(stream.fileno())
        part.replace(path)
        sync_folder(path.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def opened(part: Path, path: Path) -> IO[bytes]:
    """Return the new temporary file; an error names the file that was asked for."""
    try:
        return part.open("xb")
    except OSError as error:
        error.filename = str(path)
        raise


def sync_folder(folder: Path) -> None:
    """Write a folder's names to the disk, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

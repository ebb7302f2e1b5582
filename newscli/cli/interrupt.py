"""Ctrl-C, or a polite request to end, between rows: what was printed is whole rows, whenever it comes."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from types import FrameType, TracebackType
from typing import Any, Self, TypeVar

T = TypeVar("T")
STOPPING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""Interrupted by the person, ended by the system, left by a terminal that closed; a file begun is taken away again."""


class Stopped(KeyboardInterrupt):
    """The work was stopped by a signal."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class Interruptible:
    """A signal that comes while a row is being written waits for its end; a second one does not."""

    def __init__(self) -> None:
        self.writing = False
        self.pending = 0
        self.before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        """Take over the signals, but for those that the caller wants ignored, as nohup does."""
        for number in STOPPING:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self.before[number] = signal.signal(number, self.interrupted)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the signals back."""
        for number, handler in self.before.items():
            signal.signal(number, handler)

    def interrupted(self, number: int, frame: FrameType | None) -> None:
        """Stop now, or after the row that is being written."""
        del frame
        if not self.writing or self.pending:
            raise Stopped(number)
        self.pending = number

    def whole(self, rows: Iterable[T]) -> Iterator[T]:
        """Yield the rows; whoever takes them is left in peace until it asks for the next."""
        for row in rows:
            self.writing = True
            yield row
            self.writing = False
            if self.pending:
                raise Stopped(self.pending)

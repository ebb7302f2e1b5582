"""Ctrl-C between rows: what was printed is whole rows, whenever it comes."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from types import FrameType, TracebackType
from typing import Self, TypeVar

T = TypeVar("T")


class Interruptible:
    """An interrupt that comes while a row is being written waits for its end; a second one does not."""

    def __init__(self) -> None:
        self.writing = False
        self.pending = False
        self.before: Callable[[int, FrameType | None], object] | int | None = None

    def __enter__(self) -> Self:
        """Take over the interrupt signal."""
        self.before = signal.signal(signal.SIGINT, self.interrupted)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the signal back."""
        signal.signal(signal.SIGINT, self.before)

    def interrupted(self, number: int, frame: FrameType | None) -> None:
        """Stop now, or after the row that is being written."""
        del number, frame
        if not self.writing or self.pending:
            raise KeyboardInterrupt
        self.pending = True

    def whole(self, rows: Iterable[T]) -> Iterator[T]:
        """Yield the rows; whoever takes them is left in peace until it asks for the next."""
        for row in rows:
            self.writing = True
            yield row
            self.writing = False
            if self.pending:
                raise KeyboardInterrupt

"""What is said on standard error: one line a message, harmless whatever the input put into it."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from newscli.errors import NewscliError
from newscli.output.safe import one_line


@dataclass(slots=True)
class Messages:
    """Says what happens, as loudly as asked, and remembers whether anything failed."""

    verbose: int = 0
    quiet: bool = False
    failures: int = 0

    def failed(self, error: NewscliError) -> None:
        """Report an input that could not be read."""
        self.failures += 1
        self.say(str(error))

    def note(self, text: str) -> None:
        """Say something that the person may want to know, unless asked to be quiet."""
        if not self.quiet:
            self.say(text)

    def detail(self, text: str) -> None:
        """Say something for those who asked with ``-v``."""
        if self.verbose:
            self.say(text)

    def say(self, text: str) -> None:
        """Print one line."""
        sys.stderr.write(f"newscli: {one_line(text)}\n")
        sys.stderr.flush()

"""What is said on standard error: one line a message, harmless whatever the input put into it."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

from newscli.errors import NewscliError
from newscli.model import Document
from newscli.output.safe import one_line


@dataclass(slots=True)
class Messages:
    """Says what happens, as loudly as asked, and counts what could be read and what could not."""

    verbose: int = 0
    quiet: bool = False
    documents: int = 0
    """How many inputs could be read."""
    failures: int = 0
    """How many could not."""
    noted: set[str] = field(default_factory=set)
    """Cures that were told."""

    def read(self, document: Document) -> None:
        """Count an input that could be read, and describe it to those who asked with ``-v``."""
        self.documents += 1
        if self.verbose:
            self.say(f"{document.source}: {document.encoding}, {len(document.text)} characters")

    def failed(self, error: NewscliError) -> None:
        """Report an input that could not be read."""
        self.failures += 1
        self.say(str(error))

    def note(self, text: str) -> None:
        """Say something that the person may want to know, unless asked to be quiet."""
        if not self.quiet:
            self.say(text)

    def once(self, text: str, *, cure: str) -> None:
        """Note something about the first input that it is true of, and what to try."""
        if cure not in self.noted:
            self.noted.add(cure)
            self.note(f"{text}; {cure}")

    def say(self, text: str) -> None:
        """Print one line."""
        sys.stderr.write(f"newscli: {one_line(text)}\n")
        sys.stderr.flush()

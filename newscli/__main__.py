"""What ``newscli`` and ``python -m newscli`` run."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from newscli.lazy import lazily

if TYPE_CHECKING:
    from newscli.cli import app
else:
    app = lazily("newscli.cli.app")

SELDOM = (100_000, 50, 50)
"""New containers after which the collector looks for cycles, instead of 700, and how often it looks at older ones, instead of 10.

A start makes 45,000 that all live as long as the process (modules, tables, patterns): looking them through sixty times in
vain costs ten milliseconds. Reading a page makes hardly any cycles, so that memory stays the same.
"""


def main() -> None:
    """Run the command line; leave without a last search for cycles.

    On its way out the interpreter looks three times through everything that is still there. What is frozen is passed over:
    25 ms, as everything is given back to the system the moment after.
    """
    gc.set_threshold(*SELDOM)
    try:
        app.main()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()

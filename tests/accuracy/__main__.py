"""``python -m tests.accuracy`` prints the figures beside their floors.

``-v FIGURE…`` prints the errors of these figures; they show lines of the gold pages. Writers of rules read those of
``--group open`` and leave the others unread. ``--raise`` lifts every floor to just under what is measured; only an
editor lowers one, with a sentence.
"""

from __future__ import annotations

import argparse

from tests.accuracy.floors import FLOORS, raise_floors
from tests.accuracy.gold import of_group
from tests.accuracy.score import score


def main() -> None:
    """Print figures, and errors where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "-v", "--verbose", metavar="FIGURE", nargs="*", default=[], help="print the errors of these figures"
    )
    parser.add_argument("--group", choices=sorted(FLOORS), action="append", help="only these pages")
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise the floors to what is measured")
    options = parser.parse_args()
    for group in options.group or FLOORS:
        tally = score(of_group(group))
        print(f"[{group}]")
        for name, figure in tally.figures().items():
            counts = f"{tally.right[name]:5} of {tally.of[name]:5}"
            print(f"{name:32} {figure:7.4f} {counts}   floor {FLOORS[group].get(name, '-')}")
            if name in options.verbose:
                print(*(f"    {error}" for error in tally.errors[name]), sep="\n")
        if options.lift:
            raise_floors(group, tally.figures())


if __name__ == "__main__":
    main()

"""``python -m tests.accuracy`` prints the figures beside their floors; ``-v`` the errors of the figures named."""

from __future__ import annotations

import argparse

from tests.accuracy.floors import FLOORS, floors
from tests.accuracy.gold import of_group
from tests.accuracy.score import score


def main() -> None:
    """Print figures, and errors where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "-v", "--verbose", metavar="FIGURE", nargs="*", help="print the errors of these figures; all if none is named"
    )
    parser.add_argument("--group", choices=sorted(FLOORS), action="append")
    options = parser.parse_args()
    for group in options.group or FLOORS:
        tally = score(of_group(group))
        print(f"[{group}]")
        for name, figure in tally.figures().items():
            print(
                f"{name:32} {figure:7.4f}   {tally.right[name]:5} of {tally.of[name]:5}   floor {floors(group).get(name, '-')}"
            )
            if options.verbose is not None and (name in options.verbose or not options.verbose):
                print(*(f"    {error}" for error in tally.errors[name]), sep="\n")


if __name__ == "__main__":
    main()

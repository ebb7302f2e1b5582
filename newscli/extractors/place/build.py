"""Builds the packed gazetteer: ``python -m newscli.extractors.place.build SOURCE_DIR``.

``SOURCE_DIR`` holds ``divisions.tsv`` and ``foreign.tsv``. Beside them go the hand-written ``tables/landmarks.tsv`` and
the dictionary that ships with jieba, which says how common a word is. What every page needs is packed in two
halves, names and rows, a line each, and as an automaton that finds the names. What a page asks little of (records,
townships) is packed as sorted lines, which are searched as they stand.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from hashlib import sha256
from pathlib import Path

from newscli.extractors.place.gazetteer import spellings
from newscli.extractors.place.grading import NAME_TAGS, grade, ordinary
from newscli.extractors.place.lexicon import Lexicon, read_jieba, risky_neighbours
from newscli.extractors.place.packing import pack_halves, pack_rows
from newscli.extractors.place.source import SourceRow, read_divisions
from newscli.extractors.place.tables import characters
from newscli.rules import automaton

HERE = Path(__file__).parent
PACKED = HERE / "packed"
LANDMARKS = HERE / "tables" / "landmarks.tsv"
ORDER = "aspdw"
"""Grades, freest first."""


class Packer:
    """Gathers surfaces and records from every source."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.records: dict[str, str] = {}
        self.surfaces: dict[str, list[str]] = defaultdict(list)
        self.grades: dict[str, str] = {}
        self.townships: dict[str, list[str]] = defaultdict(list)
        self.children: dict[str, list[str]] = defaultdict(list)

    def name(self, surface: str, identity: str, graded: str) -> None:
        """Enter one surface of a record; the freest grade of its bearers holds."""
        if identity not in self.surfaces[surface]:
            self.surfaces[surface].append(identity)
        held = self.grades.get(surface, "w")
        self.grades[surface] = min(held, graded, key=ORDER.index)

    def division(self, row: SourceRow) -> None:
        """Enter a province, prefecture, county or zone."""
        self.records[row.id] = "\t".join((row.name, row.level, row.parent, row.since, row.until, row.successor))
        if row.name.startswith(("市辖", "县")) or row.name == "直辖县级行政单位":
            return
        for surface in (row.name, *row.aliases):
            if len(surface) >= 2:
                self.name(surface, row.id, grade(surface, row, self.lexicon))

    def township(self, row: SourceRow) -> None:
        """Enter a township: found by its full name, or by its short name below a county that the page names."""
        self.townships[row.name].append(row.code)
        self.children[row.parent].append(
            f"{row.name}={row.code[6:]}" + "".join(f"={a}" for a in row.aliases if len(a) >= 2)
        )

    def foreign(self, path: Path) -> None:
        """Enter countries and cities abroad; a city of two characters only if the dictionary has it."""
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines, delimiter="\t", fieldnames=("name", "level", "country", "lon", "lat")))
        codes = {r["name"]: r["country"] for r in rows if r["level"] == "country"}
        for row in rows:
            country = row["country"] if row["country"].isascii() else codes.get(row["country"], "")
            if row["level"] == "city":
                if row["country"].isascii():
                    self.city(row["name"], country)
                else:
                    self.entry(row["name"], "city", country, "a")
            elif country not in {"CN", "HK", "MO", "TW"}:
                self.entry(row["name"], "country", country, "a")

    def city(self, name: str, country: str) -> None:
        """Enter a city abroad."""
        word = self.lexicon.get(name)
        if name in self.surfaces or len(name) < 2:
            return
        if len(name) == 2 and not (word and word.tag == "ns" and word.frequency >= 10):
            return
        if word and word.tag != "ns" and (len(name) < 4 or word.tag not in NAME_TAGS) and word.frequency >= 20:
            return
        self.entry(name, "city", country, "a")

    def entry(self, name: str, level: str, within: str, graded: str) -> None:
        """Enter a place that is no division of China."""
        if level != "country" and any(":" in i for i in self.surfaces.get(name, ())):
            return
        identity = within if level == "country" and within else f"{within}:{name}"
        if identity not in self.records:
            self.records[identity] = "\t".join((name, level, within, "", "", ""))
        self.name(name, identity, "w" if name in ordinary() else graded)

    def landmarks(self, path: Path) -> None:
        """Enter regions, waters, mountains and landmarks."""
        with path.open(encoding="utf-8") as lines:
            for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"):
                self.entry(row["name"], row["level"], row["within"] or "", "a")

    def row(self, surface: str, ids: list[str]) -> str:
        """Return the packed row of a surface: its grade, in capitals where nothing but its borders can be wrong."""
        graded = self.grades[surface]
        plain = (
            graded == "a"
            and not any(i.startswith(":") or self.records[i].split("\t")[1] == "city" for i in ids)
            and surface[-1] not in characters("unit_suffix")
            and surface[0] not in characters("conjunction")
            and not (len(surface) <= 3 and characters("transliteration").issuperset(surface))
        )
        return (graded.upper() if plain else graded) + " " + " ".join(ids)

    def texts(self) -> dict[str, str]:
        """Return the packed files by name."""
        return {
            "surfaces.txt": pack_halves({s: self.row(s, ids) for s, ids in self.surfaces.items()}),
            "records.txt": pack_rows(self.records),
            "townships.txt": pack_rows({s: " ".join(codes) for s, codes in self.townships.items()}),
            "children.txt": pack_rows({c: " ".join(parts) for c, parts in self.children.items()}),
        }


def build(source: Path) -> dict[str, bytes]:
    """Return every packed file, from the source tables."""
    lexicon = read_jieba()
    packer = Packer(lexicon)
    packer.entry("中国", "country", "CN", "a")
    for row in read_divisions(source / "divisions.tsv"):
        (packer.township if row.level == "township" else packer.division)(row)
    packer.foreign(source / "foreign.tsv")
    packer.landmarks(LANDMARKS)
    files = {name: text.encode() for name, text in packer.texts().items()}
    files["surfaces.automaton"] = automaton.pack(spellings(sorted(packer.surfaces)))
    files["neighbours.txt"] = risky_neighbours(lexicon, packer.surfaces).encode()
    files["words.bin"] = lexicon.packed()
    return files


def main(arguments: list[str]) -> int:
    """Write the packed files and their checksums."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m newscli.extractors.place.build SOURCE_DIR\n")
        return 2
    PACKED.mkdir(exist_ok=True)
    files = build(Path(arguments[0]))
    sums = [f"{sha256(content).hexdigest()}  {name}" for name, content in sorted(files.items())]
    for name, content in files.items():
        (PACKED / name).write_bytes(content)
    (PACKED / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

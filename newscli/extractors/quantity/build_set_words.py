"""Write set_words.tsv: words and place names in which a reader of quantities would see a number.

Usage: python -m newscli.extractors.quantity.build_set_words DIVISIONS.tsv DICTIONARY.txt
The dictionary is that of jieba (MIT), dict.txt: word, count and tag a line. A word goes in when the finder, without this table,
reads a quantity in it that does not fill it (三门峡, 二手车, 一家之言), and the dictionary does not call it a number or a time.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from newscli.extractors.quantity.rules import ANCHOR, RULES, SET_WORD
from newscli.rules.match import Matcher

TARGET = Path(__file__).parent / "set_words.tsv"
SURE = {"i", "l", "n", "ns", "d", "v", "vn", "b", "c", "s", "z", "a"}
RARE = {"nz", "nr", "j", "nt", "nrt"}
"""Tags under which the dictionary also files mere counts (十杯水, 五小时): taken when the word is common."""
COMMON = 20
MATCHER = Matcher(ANCHOR, [rule for rule in RULES if rule is not SET_WORD])


PLAIN = {"l", "v", "vn", "nz", "j"}
"""Tags under which phrases are filed that do count (增加三倍, 七亿人, 八岁时): left out when they measure, or begin like a count."""
ENDS = ("万", "亿")
SHARES = ("过半", "半数")
"""What a word ends or begins with that does count, whatever its tag: 月入数万, 过半数."""
THIS = "这"
"""What the dictionary files with a number as one word (这三只) counts all the same."""
COUNTING = ("无数", "上万", "上千", "几万", "数十", "数百", "十几", "几十", "成千", "上百")


def dictionary(path: Path) -> Iterator[str]:
    """Yield the words that are neither numbers nor rare."""
    for line in path.read_text("utf-8").splitlines():
        word, count, tag = line.split()
        if tag in PLAIN and (word.startswith(COUNTING) or measures(word)):
            continue
        if word.endswith(ENDS) or word.startswith((*SHARES, THIS)):
            continue
        if tag in SURE or (tag in RARE and int(count) >= COMMON):
            yield word


def divisions(path: Path) -> Iterator[str]:
    """Yield the names of counties and townships."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["level"] in {"2", "3", "4"} and 3 <= len(row["name"]) <= 6:
                yield row["name"]


def measures(word: str) -> bool:
    """Whether a phrase holds a quantity that is more than a count of one to ten things."""
    found = [value for _, _, value, _ in MATCHER.find(word)]
    return any(
        q.kind in {"ratio", "money", "duration", "percent"} or "亿" in word or "万" in word or q.unit == "岁"
        for q in found
    )


def is_misread(word: str) -> bool:
    """Whether the finder reads a quantity in a word that does not fill it."""
    text = f"了{word}的"
    spans = [(start, end) for start, end, _, _ in MATCHER.find(text)]
    return any(end <= len(word) + 1 and (start, end) != (1, len(word) + 1) for start, end in spans)


def main() -> None:
    """Write the table."""
    names = {name for name in divisions(Path(sys.argv[1])) if is_misread(name)}
    words = names | {word for word in dictionary(Path(sys.argv[2])) if is_misread(word)}
    header = [line for line in TARGET.read_text("utf-8").splitlines() if line.startswith("#")]
    TARGET.write_text("\n".join([*header, "word", *sorted(words)]) + "\n", "utf-8")
    print(len(words), "words", file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    main()

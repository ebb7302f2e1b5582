"""How fast newscli is beside the segmenter that others start from: ``python -m tests.benchmark``.

Every figure is a ratio of medians of paired runs on the same text in the same run, because machines differ and drift; the
characters per second are given for orientation only. Peers are measured where they are installed (the ``bench`` extra).
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from newscli.model import Document
from newscli.output.rows import article_rows, fact_rows, place_rows
from newscli.pipeline import Reading

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
Pages = list[str]


@dataclass(frozen=True, slots=True)
class Contender:
    """Something that reads pages: a label, what it does, and the call that does it."""

    label: str
    does: str
    read: Callable[[Pages], object]


def read_pages(folder: Path) -> Pages:
    """Return the pages of a folder."""
    pages = [path.read_text(encoding="utf-8-sig") for path in sorted(folder.glob("*.txt"))]
    if not pages:
        raise FileNotFoundError(folder)
    return pages


def page_sized(characters: int, originals: Pages) -> Pages:
    """Return the pages, over and over, each with a number of its own so that no cache may help."""
    pages: Pages = []
    total = 0
    for number, page in enumerate(cycle(originals)):
        if total >= characters:
            break
        pages.append(f"{page}\n\n本报讯 第{number}次印刷的版面到此为止。\n")
        total += len(pages[-1])
    return pages


def read_with(rows: Callable[[Reading], Iterator[object]]) -> Callable[[Pages], int]:
    """Return a call that reads pages as a command does, rows included."""

    def read(pages: Pages) -> int:
        return sum(1 for number, page in enumerate(pages) for _ in rows(Reading(Document(str(number), page))))

    return read


def jieba_cut(pages: Pages) -> int:
    """Segment with jieba, as the yardstick."""
    import jieba  # noqa: PLC0415 - a peer: loaded only to be measured

    jieba.setLogLevel(60)
    jieba.initialize()
    return sum(len(jieba.lcut(page)) for page in pages)


def jionlp_places(pages: Pages) -> int:
    """Find places with JioNLP's location recogniser."""
    import jionlp  # noqa: PLC0415

    return sum(len(jionlp.recognize_location(page)) for page in pages)


def recognizers_numbers(pages: Pages) -> int:
    """Find numbers with Recognizers-Text."""
    from recognizers_number import Culture, recognize_number  # noqa: PLC0415

    return sum(len(recognize_number(page, Culture.Chinese)) for page in pages)


def cpca_places(pages: Pages) -> int:
    """Find the division of each line with cpca."""
    import cpca  # noqa: PLC0415

    return sum(len(cpca.transform(page.splitlines())) for page in pages)


OURS = (
    Contender("newscli facts", "stories, quantities, places, linking", read_with(fact_rows)),
    Contender("newscli places", "stories, places with codes", read_with(place_rows)),
    Contender("newscli parse", "stories, headlines, bylines", read_with(article_rows)),
)
YARDSTICK = Contender("jieba.lcut", "words", jieba_cut)
PEERS = {
    "recognizers_number": Contender("Recognizers-Text", "numbers only", recognizers_numbers),
    "jionlp": Contender("JioNLP", "places only", jionlp_places),
    "cpca": Contender("cpca", "places only", cpca_places),
}


def seconds(contender: Contender, pages: Pages) -> float:
    """Return the processor time that one reading takes."""
    start = time.process_time()
    contender.read(pages)
    return time.process_time() - start


def paired(contender: Contender, pages: Pages, runs: int) -> tuple[float, float]:
    """Return the contender's speed over the yardstick's (median of pairs) and its characters per second."""
    size = sum(map(len, pages))
    ratios, speeds = [], []
    for _ in range(runs):
        yard, own = seconds(YARDSTICK, pages), seconds(contender, pages)
        ratios.append(yard / own)
        speeds.append(size / own)
    return statistics.median(ratios), statistics.median(speeds)


def cold(arguments: list[str], runs: int) -> float:
    """Return the median wall seconds of a whole process; compiled modules may be kept, as they are for a user."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    laps = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment)
        laps.append(time.perf_counter() - start)
    return statistics.median(laps[1:])


def machine() -> str:
    """Name the machine and the build of newscli in one line."""
    spec = importlib.util.find_spec("newscli.rules.match")
    build = "plain" if spec and spec.origin and spec.origin.endswith(".py") else "compiled"
    python = f"Python {platform.python_version()}, {platform.system()}"
    return f"{platform.machine()}, {os.cpu_count()} cores, {python}, newscli {build}"


def print_throughput(pages: Pages, runs: int) -> None:
    """Print the table of speeds."""
    YARDSTICK.read(pages[:1])
    found = [peer for module, peer in PEERS.items() if importlib.util.find_spec(module)]
    print(f"{'':18}{'does':42}{'× jieba.lcut':>14}{'chars/s':>14}")
    for contender in (*OURS, *found):
        share = pages if contender in OURS else pages[: max(1, len(pages) // 20)]
        contender.read(share[:1])
        ratio, speed = paired(contender, share, runs)
        print(f"{contender.label:18}{contender.does:42}{ratio:14.2f}{speed:14,.0f}")


def print_cold(runs: int) -> None:
    """Print the table of whole-process starts."""
    yard = cold(["-c", "import jieba; jieba.initialize()"], runs)
    sample = str(SEEDS / "000_c2acb2615f69c0ed.txt")
    print(f"\n{'whole process':46}{'÷ jieba.initialize':>20}{'seconds':>10}")
    for label, arguments in {
        "newscli --version": ["--version"],
        "newscli --help": ["--help"],
        "newscli facts --city 金华 (sample page)": ["facts", "--city", "金华", sample],
    }.items():
        lap = cold(["-m", "newscli", *arguments], runs)
        print(f"{label:46}{lap / yard:20.2f}{lap:10.3f}")


def print_growth(originals: Pages, sizes: tuple[int, ...]) -> None:
    """Print time per character at several sizes, in one document and in many: the same pages, as some are denser than others."""
    print(f"\n{'characters':>12}{'one document, µs/char':>26}{'page-sized, µs/char':>24}")
    first = page_sized(sizes[0], originals)
    for size in sizes:
        pages = page_sized(size, first)
        rounds = max(1, 200_000 // size)
        cells = []
        for batch in (["\n\n".join(pages)], pages):
            laps = [seconds(OURS[0], batch * rounds) for _ in range(3)]
            cells.append(statistics.median(laps) / (rounds * sum(map(len, batch))) * 1e6)
        print(f"{size:12,}{cells[0]:26.3f}{cells[1]:24.3f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--corpus", type=Path, default=SEEDS, help="a folder of .txt pages (default: the seeds)")
    chosen = parser.parse_args()
    originals = read_pages(chosen.corpus)
    pages = page_sized(chosen.characters, originals)
    print(f"{machine()}; {sum(map(len, pages)):,} characters in {len(pages)} pages, {chosen.runs} paired runs\n")
    print_throughput(pages, chosen.runs)
    print_cold(chosen.runs)
    print_growth(originals, (10_000, 100_000, chosen.characters))


if __name__ == "__main__":
    main()

"""``facts --plot``: how many facts of each kind there are, and where, as bars for those who stay in the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from rich.cells import cell_len
from rich.text import Text

from newscli.cli.areas import city_of
from newscli.cli.run import Job
from newscli.errors import WrongUsage
from newscli.output.drawn_table import drawn
from newscli.output.rows import Row
from newscli.output.safe import one_line
from newscli.output.sheet import read_schema
from newscli.output.target import open_target
from newscli.output.text import text_stream

COLOURS = {
    "count": "blue",
    "money": "green",
    "percent": "magenta",
    "percentage_point": "bright_magenta",
    "measure": "cyan",
    "duration": "yellow",
    "rank": "red",
    "ratio": "bright_yellow",
}
MOST_CITIES = 20
LONGEST_LABEL = 24
WIDTH = 100
"""Columns where no terminal says how many there are."""
EIGHTHS = " ▏▎▍▌▋▊▉"
NOWHERE = "—"

Counts = Counter[tuple[str, str]]
"""Facts by city and kind."""


def write_plot(batches: Iterable[Iterable[Row]], job: Job) -> int:
    """Draw all facts by kind and by city, and return the exit status."""
    if job.format != "table":
        raise WrongUsage(f"--plot draws, and cannot be {job.format}", cure="leave out the format or --plot")
    job.spare_inputs()
    sheet = job.sheet("facts")
    counts: Counts = Counter((city_name(row), row["kind"]) for row in chain.from_iterable(batches))
    job.spare_output()
    with open_target(job.output.output) as stream, text_stream(stream, sheet) as text:
        text.write(drawn(plotted(counts, sheet.width or WIDTH), sheet))
    return 1 if job.messages.failures else 0


def city_name(row: Row) -> str:
    """Return the prefecture-level division that a fact's place lies in, or the place itself."""
    city = city_of(row["code"]) if row["code"] else None
    return city[0] if city else row["place"] or NOWHERE


def plotted(counts: Counts, width: int) -> Iterator[Text]:
    """Yield the lines of the plot: a block by kind, and one by city with its kinds in words."""
    kinds = totals(counts, 1)
    cities = totals(counts, 0)
    yield heading("kind", sum(kinds.values()))
    yield from bars({kind: Counter({kind: count}) for kind, count in kinds.most_common()}, width)
    yield Text()
    yield heading("place", len(cities))
    shown = [city for city, _ in cities.most_common(MOST_CITIES)]
    yield from bars({city: Counter({k: n for (c, k), n in counts.items() if c == city}) for city in shown}, width)
    if len(cities) > MOST_CITIES:
        rest = sum(cities.values()) - sum(cities[city] for city in shown)
        yield Text(f"… +{len(cities) - MOST_CITIES}  {rest}", style="dim")


def totals(counts: Counts, part: int) -> Counter[str]:
    """Return the counts added up by one part of their keys."""
    added: Counter[str] = Counter()
    for key, count in sorted(counts.items()):
        added[key[part]] += count
    return added


def heading(column: str, count: int) -> Text:
    """Return the title of a block, in the words of the table's headings."""
    return Text(f"{read_schema('facts')['properties'][column]['title']} {count}", style="bold")


def bars(rows: Mapping[str, Counter[str]], width: int) -> Iterator[Text]:
    """Yield a bar a row, all to one scale, with its total and, where there are several, its kinds."""
    labels = {name: fitted(one_line(name)) for name in rows}
    room = max(map(cell_len, labels.values()), default=0)
    most = max((kinds.total() for kinds in rows.values()), default=1)
    length = max(10, width // 2 - room)
    for name, kinds in rows.items():
        pad = " " * (room - cell_len(labels[name]))
        yield Text.assemble(pad, labels[name], " ", bar(kinds, length / most), f" {kinds.total()}", words(kinds))


def fitted(label: str) -> str:
    """Return a label short enough to leave room for the bars."""
    while cell_len(label) > LONGEST_LABEL:
        label = label[:-2] + "…"
    return label


def bar(kinds: Counter[str], scale: float) -> Text:
    """Return a bar of the kinds side by side, to an eighth of a column at its end."""
    drawn_bar, reached = Text(), 0
    for kind, count in kinds.most_common():
        start, reached = round(reached * scale), reached + count
        drawn_bar.append("█" * (round(reached * scale) - start), style=COLOURS.get(kind, ""))
    eighths = int(reached * scale * 8) - 8 * len(drawn_bar)
    if 0 < eighths < 8:
        drawn_bar.append(EIGHTHS[eighths], style=COLOURS.get(kinds.most_common()[-1][0], ""))
    return drawn_bar


def words(kinds: Counter[str]) -> Text:
    """Return the kinds of a bar with their counts, which colour alone may not say."""
    if len(kinds) < 2:
        return Text()
    return Text("  " + " · ".join(f"{kind} {count}" for kind, count in kinds.most_common()), style="dim")

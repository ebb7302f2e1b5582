"""Writing the report: one HTML file with style, program and values inside, and no way out to the network."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import takewhile

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from newscli.output.safe import one_line
from newscli.pipeline import Reading
from newscli.report.coordinates import Point, points_on_path
from newscli.report.encode import encode_blocks, encode_columns
from newscli.report.payload import Page, is_division, read_page

STYLES = ("base.css", "controls.css", "page.css", "table.css", "plots.css", "narrow.css", "print.css")
PROGRAM = (
    "dom.js",
    "numbers.js",
    "store.js",
    "filter.js",
    "page.js",
    "words.js",
    "index.js",
    "table.js",
    "tree.js",
    "controls.js",
    "svg.js",
    "plots.js",
    "map.js",
    "export.js",
    "main.js",
)
PAGES_A_BLOCK = 20
"""Pages are unpacked by the block: large enough to compress well, small enough to open at once."""


def render_report(readings: Iterable[Reading], *, title: str | None = None) -> str:
    """Return the report on some documents as one HTML file."""
    pages = [read_page(reading) for reading in readings]
    style, program = assemble(STYLES), assemble(PROGRAM)
    template = environment().get_template("report.html.j2")
    return template.render(
        title=title or default_title([page.summary["source"] for page in pages]),
        pages=[page.summary for page in pages],
        style=style,
        program=program,
        policy=content_policy(style, program),
        blocks=list(encode_blocks(list(named_values(pages)))),
    )


@cache
def environment() -> Environment:
    """Return the template environment: everything is escaped unless it says otherwise."""
    made = Environment(
        loader=PackageLoader("newscli.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["one_line"] = one_line
    return made


@cache
def assemble(names: Sequence[str]) -> Markup:
    """Return files of the package joined into one element's text."""
    folder = files("newscli.report").joinpath("assets")
    return Markup("\n" + "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names))  # noqa: S704


def content_policy(style: str, program: str) -> str:
    """Return a Content-Security-Policy under which only this style and this program run, and nothing is fetched."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {source_hash(program)}",
            f"style-src {source_hash(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ]
    )


def source_hash(text: str) -> str:
    """Return an element's text as a policy names it."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def named_values(pages: list[Page]) -> Iterator[tuple[str, object]]:
    """Yield what the program reads, by the ids of the blocks."""
    names = country_names(pages)
    yield (
        "index",
        {
            "pages": [page.summary for page in pages],
            "block": PAGES_A_BLOCK,
            "folder": common_folder([page.summary["source"] for page in pages]),
            "points": points_of(pages),
        },
    )
    for number, first in enumerate(range(0, len(pages), PAGES_A_BLOCK)):
        group = pages[first : first + PAGES_A_BLOCK]
        yield f"facts-{number}", facts_of(group, first, names)
        yield f"texts-{number}", [page.text for page in group]


def facts_of(pages: Sequence[Page], first: int, countries: dict[str, str]) -> dict[str, object]:
    """Return the rows of some pages column by column, and which of them form series."""
    rows = [{**row, "path": countries.get(row["code"], row["path"])} for page in pages for row in page.rows]
    counts = [len(page.rows) for page in pages]
    starts = [sum(counts[:n]) for n in range(len(counts))]
    series = [[start + n for n in line] for start, page in zip(starts, pages, strict=True) for line in page.series]
    return {"first": first, "counts": counts, "columns": encode_columns(rows), "series": series}


def country_names(pages: list[Page]) -> dict[str, str]:
    """Return one name for each country, the most frequent.

    中国, 全国 and 我国 are one place to a reader who filters.
    """
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for page in pages:
        for row in page.rows:
            if row["code"] and not is_division(row["code"]):
                names[row["code"]][row["place"]] += 1
    return {code: counts.most_common(1)[0][0] for code, counts in names.items()}


def common_folder(sources: Sequence[str]) -> str:
    """Return the folders that all sources share.

    >>> common_folder(["news/2024/01.txt", "news/2024/02.txt"])
    'news/2024/'
    """
    levels = zip(*(source.split("/")[:-1] for source in sources), strict=False)
    shared = takewhile(lambda names: len(set(names)) == 1, levels)
    return "".join(f"{names[0]}/" for names in shared)


def default_title(sources: Sequence[str]) -> str:
    """Return a heading made of the sources: the file, or the folder of many.

    >>> default_title(["news/01.txt"]), default_title(["news/01.txt", "news/02.txt"]), default_title(["a", "b"])
    ('01.txt', 'news', 'a … b')
    """
    folder = common_folder(sources)
    if len(sources) > 1:
        return folder.rstrip("/").rpartition("/")[2] or f"{sources[0]} … {sources[-1]}"
    return "".join(sources)[len(folder) :]


def points_of(pages: list[Page]) -> dict[str, Point]:
    """Return the coordinates of every division that a row names, and of those above it."""
    codes = {row["code"] for page in pages for row in page.rows if is_division(row["code"])}
    return {path: point for code in sorted(codes) for path, point in points_on_path(code).items()}

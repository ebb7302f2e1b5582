"""The options that commands share, in groups; a command takes the groups it needs as parameters.

Values stay text here: what they mean is worked out by the methods, whose errors name the option and a cure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

import typer

from newscli.cli.completion import among, columns, formats, places
from newscli.output.formats import WRITERS

INPUT, SELECTION, OUTPUT, READING, GENERAL = "Input", "Selection", "Output", "Reading", "General"
FORMS = ("text", "pages", "jsonl", "csv")
READABLE = ("utf-8", "gb18030", "big5", "utf-16")
ENCODINGS = ("utf-8", "gb18030", "utf-16")
"""What text is written in; other encodings cannot hold every character."""
COMMA = re.compile("[,，、]")
COLOURING = ("auto", "always", "never")


def listed(text: str) -> tuple[str, ...]:
    """Return the names in a list with commas, Chinese ones too.

    >>> listed("place, value,"), listed("杭州、金华，丽水")
    (('place', 'value'), ('杭州', '金华', '丽水'))
    """
    return tuple(name for part in COMMA.split(text) if (name := part.strip()))


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is read, and how."""

    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE",
            show_default=False,
            rich_help_panel=INPUT,
            help="Files, 'globs', directories (*.txt below them), .gz/.zst/.zip archives, @list.txt (a name a line), "
            "- for standard input.",
        ),
    ] = None
    form: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="FORM",
            autocompletion=among(FORMS),
            rich_help_panel=INPUT,
            help="text, pages (parted by form feeds), jsonl (one object a line) or csv (with a header).",
        ),
    ] = "text"
    text_field: Annotated[
        str, typer.Option(metavar="NAME", rich_help_panel=INPUT, help="Field of a record that holds the text.")
    ] = "text"
    id_field: Annotated[
        str,
        typer.Option(
            metavar="NAME", rich_help_panel=INPUT, help="Field that names the record; it becomes the rows' source."
        ),
    ] = "id"
    title_field: Annotated[
        str, typer.Option(metavar="NAME", rich_help_panel=INPUT, help="Field with a headline (标题).")
    ] = "title"
    date_field: Annotated[
        str, typer.Option(metavar="NAME", rich_help_panel=INPUT, help="Field with the day of publication (出版日期).")
    ] = "date"
    input_encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            autocompletion=among(READABLE),
            rich_help_panel=INPUT,
            help="Read the input as utf-8, gb18030, big5, utf-16 …; recognised otherwise.",
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class Area:
    """Which part of the world is wanted."""

    city: Annotated[
        list[str] | None,
        typer.Option(
            "--city",
            "--place",
            metavar="PLACE",
            autocompletion=places,
            rich_help_panel=SELECTION,
            help="What is about this place and all below it, by name or code; several with commas.",
        ),
    ] = None
    exclude: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PLACE",
            autocompletion=places,
            rich_help_panel=SELECTION,
            help="Nothing about this place or any below it; several with commas.",
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the caller knows of the pages."""

    home: Annotated[
        str | None,
        typer.Option(
            metavar="PLACE",
            autocompletion=places,
            rich_help_panel=READING,
            help="Where the paper is printed (金华): decides between places of one name.",
        ),
    ] = None
    date: Annotated[
        str | None,
        typer.Option(
            metavar="DAY",
            rich_help_panel=READING,
            help="Day of publication (2024-01-31): dates 今年, 去年9月 and the like.",
        ),
    ] = None
    paper: Annotated[
        str | None, typer.Option(metavar="NAME", rich_help_panel=READING, help="The newspaper (报名), for 本报.")
    ] = None


@dataclass(frozen=True, slots=True)
class Output:
    """Where rows go, and in which form."""

    fmt: Annotated[
        str | None,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT",
            autocompletion=formats,
            rich_help_panel=OUTPUT,
            show_default=False,
            help=", ".join(WRITERS) + "; default: table, or by the ending of -o.",
        ),
    ] = None
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            rich_help_panel=OUTPUT,
            help="Write to a file, replaced as a whole when all is done.",
        ),
    ] = None
    columns: Annotated[
        str | None,
        typer.Option(
            metavar="A,B,…", autocompletion=columns, rich_help_panel=OUTPUT, help="Only these columns, in this order."
        ),
    ] = None
    headers: Annotated[
        str | None,
        typer.Option(
            metavar="zh|en",
            autocompletion=among(("zh", "en")),
            rich_help_panel=OUTPUT,
            help="Language of headings; default: zh in tables, field names elsewhere.",
        ),
    ] = None
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            autocompletion=among(ENCODINGS),
            rich_help_panel=OUTPUT,
            help="Write text as utf-8, gb18030 or utf-16.",
        ),
    ] = None
    bom: Annotated[
        bool,
        typer.Option(
            "--bom", rich_help_panel=OUTPUT, help="Begin with a byte-order mark, which Excel needs for UTF-8."
        ),
    ] = False
    raw: Annotated[
        bool,
        typer.Option(
            "--raw",
            rich_help_panel=OUTPUT,
            help="Write csv, tsv and xlsx cells as they are, even if a spreadsheet may take them for formulas.",
        ),
    ] = False
    color: Annotated[
        str,
        typer.Option(
            metavar="WHEN",
            autocompletion=among(COLOURING),
            rich_help_panel=OUTPUT,
            help="auto, always or never; NO_COLOR is obeyed.",
        ),
    ] = "auto"
    pager: Annotated[
        bool,
        typer.Option(
            "--pager/--no-pager", rich_help_panel=OUTPUT, help="Page long tables at a terminal, with $PAGER or less."
        ),
    ] = True


@dataclass(frozen=True, slots=True)
class Manner:
    """How much is said on standard error."""

    verbose: Annotated[
        int,
        typer.Option(
            "-v",
            "--verbose",
            count=True,
            rich_help_panel=GENERAL,
            show_default=False,
            help="Report each input: its encoding and length.",
        ),
    ] = 0
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", rich_help_panel=GENERAL, help="Report nothing but errors.")
    ] = False

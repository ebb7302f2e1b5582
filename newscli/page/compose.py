"""From drafts to articles and the flow: what is printed, where it stands, and how it reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from newscli.extractors.byline import read_bracket, read_credit, read_tail
from newscli.extractors.dateline import Lead, find_end_lead
from newscli.extractors.headline import read_headline
from newscli.model import Article, ArticleType, Byline, Dateline, Document, Flow, Paragraph, make_paragraph
from newscli.page import marks
from newscli.page.drafts import Draft, Passage
from newscli.page.features import STOPS, is_notice
from newscli.page.repeats import find_repeats
from newscli.page.steps import TEXT
from newscli.page.weights import WEAKEST_LAST
from newscli.page.wrap import Block, read_block

SIGNATURES, BODY, PICTURES, OPENINGS = map(frozenset, ("AE", "LB", "PK", "DA"))
"""Labels of blocks."""
LEAD_REACH: Final = 240
"""A dateline with its signatures ends within so many characters."""
LONGEST_NOTICE: Final = 20
"""The title of a notice has fewer characters; a longer line is a headline that speaks of one."""


class FlowWriter:
    """Collects the flow line by line."""

    def __init__(self, text: str, folded: str) -> None:
        self.text = text
        self.folded = folded
        self.printed: list[str] = []
        self.reading: list[str] = []
        self.starts: list[int] = []
        self.origins: list[int] = []
        self.length = 0

    def write(self, block: Block, text: str) -> str:
        """Add a block as one line, given its folded text, and return what it prints."""
        if len(block) > 1:
            return self.write_runs([(line.start, line.end) for line in block])
        first = block[0]
        printed = self.text[first.start : first.end]
        self.starts.append(self.length)
        self.origins.append(first.start)
        self.printed.append(printed)
        self.reading.append(text)
        self.length += len(text) + 1
        return printed

    def write_runs(self, runs: Sequence[tuple[int, int]]) -> str:
        """Add runs of the document as one line, and return what they print."""
        length = self.length
        for start, end in runs:
            self.starts.append(length)
            self.origins.append(start)
            length += end - start
        self.length = length + 1
        printed = "".join([self.text[start:end] for start, end in runs])
        self.printed.append(printed)
        self.reading.append("".join([self.folded[start:end] for start, end in runs]))
        return printed

    def end_article(self) -> None:
        """Add an empty line."""
        self.printed.append("")
        self.reading.append("")
        self.length += 1

    def flow(self) -> Flow:
        """Return the flow as written."""
        printed, reading = "\n".join([*self.printed, ""]), "\n".join([*self.reading, ""])
        return Flow(printed, reading, tuple(self.starts), tuple(self.origins))


def compose(document: Document, folded: str, drafts: Sequence[Draft]) -> tuple[Flow, tuple[Article, ...]]:
    """Return the flow of the page, and its articles with their places in it."""
    writer = FlowWriter(document.text, folded)
    articles = tuple(compose_article(draft, number, writer) for number, draft in enumerate(drafts, 1))
    return writer.flow(), articles


def compose_article(draft: Draft, number: int, writer: FlowWriter) -> Article:
    """Return a story as an article, its text written to the flow."""
    start = writer.length
    titles = draft.labelled("HhT")
    lines = tuple([writer.write(look.block, look.text) for look in titles])
    headline_end = writer.length
    repeated = find_again(draft) if draft.repeats else []
    paragraphs = tuple([write_paragraph(passage, repeated, writer) for passage in draft.passages])
    end = writer.length
    writer.end_article()
    dateline, bylines = read_signatures(draft, writer.text)
    jump_in, jump_out = read_jumps(draft)
    return Article(
        number=number,
        type=type_of(draft, jump_in),
        lines=(draft.looks[0].first.number, draft.looks[-1].block[-1].number),
        start=start,
        end=end,
        headline=read_headline(lines) if lines else None,
        headline_end=headline_end,
        dateline=dateline,
        bylines=bylines,
        continued_from=jump_in,
        continued_to=jump_out,
        paragraphs=paragraphs,
        repeats=tuple([(block[0].number, block[-1].number) for block in repeated]),
        evidence=tuple(sorted(draft.evidence, key=WEAKEST_LAST.__getitem__)),
    )


def find_again(draft: Draft) -> list[Block]:
    """Return the blocks of a story's text that it prints a second time."""
    blocks = [look.block for passage in draft.passages for look in passage.looks]
    return [blocks[index] for index in find_repeats(list(map(read_block, blocks)))]


def write_paragraph(passage: Passage, repeated: Sequence[Block], writer: FlowWriter) -> Paragraph:
    """Return a paragraph, written to the flow unless it is the second printing of a passage."""
    start = writer.length
    if repeated and all(any(look.block is block for block in repeated) for look in passage.looks):
        return make_paragraph((start, start, passage.printed(writer.text)))
    if passage.skip or passage.drop or len(passage.looks) > 1:
        text = writer.write_runs(passage.runs())
    else:
        text = writer.write(passage.looks[0].block, passage.looks[0].text)
    return make_paragraph((start, writer.length - 1, text))


def read_signatures(draft: Draft, document: str) -> tuple[Dateline | None, tuple[Byline, ...]]:
    """Return the dateline of a story and who signed it, each name once, as printed."""
    dateline: Dateline | None = None
    found: dict[str, Byline] = {}
    if draft.bears(SIGNATURES):
        for look in draft.labelled("AE"):
            sign(found, look.byline, look.text, print_block(look.block, document))
    for number, passage in enumerate(draft.passages):
        first = passage.looks[0]
        signed = number == 1 and first.signed
        if number and not (first.lead or signed) and passage.looks[-1].text[-1] in STOPS:
            continue
        text, lead = passage.text, first.lead
        # 新华社日内瓦10月18日电  题:…, and in the next line who wrote it.
        signatures = first.byline if signed else ()
        if lead or number == 0:
            signatures += read_bracket(text[:LEAD_REACH], lead.after if lead else 0)[0]
        signatures += read_tail(text)
        lead = (lead or find_end_lead(text)) if dateline is None else None
        if lead or signatures:
            printed = passage.printed(document)
            dateline = print_dateline(lead, text, printed) if lead else dateline
            sign(found, signatures, text, printed)
    if "K" in draft.labels and not draft.bears(TEXT):
        for look in draft.labelled("K"):
            sign(found, read_credit(look.text), look.text, print_block(look.block, document))
    return dateline, tuple(found.values())


def sign(found: dict[str, Byline], bylines: Iterable[Byline], folded: str, printed: str) -> None:
    """Enter who signs a text, in the characters of the print, unless the name has been found before."""
    for byline in bylines:
        if byline.name not in found:
            found[byline.name] = unfold(byline, folded, printed)


def print_block(block: Block, document: str) -> str:
    """Return a block as the document prints it."""
    return "".join([document[line.start : line.end] for line in block])


def as_printed(word: str, folded: str, printed: str) -> str:
    """Return how a word of the folded text is printed, its spaces left out: 陈大文 → 陳大文, 程龙 → 程龙."""
    if word in printed:
        return word
    places = [index for index, character in enumerate(folded) if character != " "]
    start = "".join(folded[index] for index in places).find(word)
    return "".join(printed[index] for index in places[start : start + len(word)]) if start >= 0 else word


def unfold(byline: Byline, folded: str, printed: str) -> Byline:
    """Return a byline in the characters of the print."""
    outlet = as_printed(byline.outlet, folded, printed) if byline.outlet else None
    role = as_printed(byline.role, folded, printed) if byline.role else None
    name = as_printed(byline.name, folded, printed)
    if (name, role, outlet) == (byline.name, byline.role, byline.outlet):
        return byline
    return byline._replace(name=name, role=role, outlet=outlet)


def print_dateline(lead: Lead, folded: str, printed: str) -> Dateline:
    """Return a dateline in the characters of the print; the day stays in half-width digits."""
    found = lead.dateline
    outlet = as_printed(found.outlet, folded, printed) if found.outlet else None
    place = as_printed(found.place, folded, printed) if found.place else None
    return Dateline(printed[lead.start : lead.end], outlet, place, found.date)


def read_jumps(draft: Draft) -> tuple[str | None, str | None]:
    """Return the pages that a story comes from and goes to."""
    jump_in = jump_out = None
    for look, label in zip(draft.looks, draft.labels):
        if not (look.jump_in or look.jump_out) or label not in "ALDBE":
            continue
        if look.jump_in and jump_in is None:
            match = marks.JUMP_IN.match(look.text)
            jump_in = match["page"] if match else None
        if look.jump_out:
            match = marks.JUMP_OUT.search(look.text[-24:])
            jump_out = match["page"] if match else jump_out
    return jump_in, jump_out


def type_of(draft: Draft, jump_in: str | None) -> ArticleType:
    """Return what kind of entry a story is."""
    if jump_in:
        return "continuation"
    titles = draft.labelled("Hh")
    if titles and titles[0].length <= LONGEST_NOTICE and is_notice(titles[0].text):
        return "notice"
    text = draft.bears(BODY)
    if titles and text and draft.passages[0].looks[0].row and all(look.row for look in draft.labelled("LBDAPE")):
        return "notice"
    if not text and draft.bears(PICTURES) and not draft.bears(OPENINGS):
        return "photo"
    return "article"

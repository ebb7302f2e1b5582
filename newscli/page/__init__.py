"""From a document to its articles (稿件): lines, blocks, stories, rejoined columns and wraps."""

from __future__ import annotations

from dataclasses import replace

from newscli.model import Document, Layout
from newscli.page.compose import compose
from newscli.page.continuations import Joint, join_layouts
from newscli.page.drafts import group
from newscli.page.evidence import find_habits
from newscli.page.features import look_over, opens_text, stands_alone
from newscli.page.furniture import drop_furniture, find_furniture, is_source, part_header, part_jumps
from newscli.page.header import read_date, read_paper
from newscli.page.lines import read_lines
from newscli.page.stories import label_blocks
from newscli.page.torn import rejoin_leads
from newscli.page.wrap import unwrap
from newscli.reading.fold import fold

__all__ = ["Joint", "join_layouts", "lay_out"]


def lay_out(document: Document) -> Layout:
    """Return the page's articles and the flow of its text; the document with date and paper where the page gives them."""
    folded = fold(document.text)
    lines = part_jumps(part_header(read_lines(document.text, folded)), folded)
    furniture = find_furniture(lines) + [line for line in lines if ":" in line.text and is_source(line.text)]
    looks = look_over(*rejoin_leads(unwrap(drop_furniture(lines, furniture), opens_text, stands_alone)))
    habits = find_habits(looks)
    flow, articles = compose(document, folded, group(looks, label_blocks(looks, habits), habits))
    texts = [line.text for line in furniture]
    dated = replace(document, date=document.date or read_date(texts), paper=document.paper or read_paper(texts))
    return Layout(dated, flow, articles)

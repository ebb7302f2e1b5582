"""From a document to its articles (稿件): lines, blocks, stories, rejoined columns and wraps."""

from __future__ import annotations

from newscli.model import Article, Document, Flow, Layout, Paragraph


def lay_out(document: Document) -> Layout:
    """Return the page's articles and the flow of its text."""
    text = document.text
    article = Article(number=1, type="article", lines=(1, text.count("\n") + 1), start=0, end=len(text),
                      paragraphs=(Paragraph(0, len(text), text),))
    return Layout(document, Flow(text, text, (0,), (0,)), (article,) if text else ())

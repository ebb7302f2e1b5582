"""Whose money a story counts in: 元 in a story of a Taiwanese paper are New Taiwan dollars."""

from __future__ import annotations

from collections.abc import Sequence

from newscli.linking.cues import load_cues
from newscli.model import Article, Flow, Mention, Quantity

PLAIN = "CNY"
"""What 元 are read as."""


def in_local_money(
    flow: Flow, article: Article, quantities: Sequence[Mention[Quantity]]
) -> Sequence[Mention[Quantity]]:
    """Return the quantities of a story with plain 元 in New Taiwan dollars, where it names them in the letters of Taiwan (新台幣).

    A story that names 人民币 too tells them apart itself, and one in the letters of the mainland counts in its own money.
    """
    cues = load_cues()
    at = flow.text.find(cues.dollar, article.start, article.end)
    told = at >= 0 and not flow.printed.startswith(cues.dollar, at)
    if not told or flow.text.find(cues.yuan, article.start, article.end) >= 0:
        return quantities
    return [
        mention._replace(value=mention.value._replace(currency=cues.dollar_code))
        if mention.value.currency == PLAIN
        else mention
        for mention in quantities
    ]

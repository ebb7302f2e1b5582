"""What stands beside a number: hedges on both sides, a currency in front, and the bounds that a hedge sets."""

from __future__ import annotations

from typing import Final

from newscli.extractors.quantity.lexicon import words
from newscli.extractors.quantity.numerals import Amount, numeral_end
from newscli.model import Hedge

W: Final = words()
BARE_ONLY: Final = frozenset("过破上")
"""Hedges in front of large numbers alone: 过百, 破亿, 上千; before others they end a verb (通过3项, 碰上2次)."""
AMONG: Final = "其中"
"""A word of its own in front of a hedge: 其中超1.1万辆 has no 中超."""
GRAND: Final = frozenset("百千万亿")


def after_hedge(text: str, at: int) -> tuple[Hedge | None, int]:
    """Return the hedge that stands behind a unit (以上, 左右, 多) and where it ends."""
    for size in W.after_lengths.get(text[at], ()):
        word = text[at : at + size]
        if word in W.after and at + size <= len(text) and text[at + size] not in W.after_guard.get(word, ""):
            if word in W.before and numeral_end(text, at + size) > at + size:  # 一个不足30名职工的单位
                continue
            return W.after[word], at + size
    return None, at


def before_hedge(text: str, at: int) -> tuple[Hedge | None, int]:
    """Return the hedge that stands in front of a number (近, 不超过) and where it begins."""
    if text[at - 1] == " " and text[at - 2] in W.before_endings:  # 不超过 80亿元, set with spaces
        hedge, begin = before_hedge(text, at - 1)
        return hedge, begin if hedge else at
    sizes = W.before_endings.get(text[at - 1])
    if sizes is None:
        return None, at
    for size in sizes:
        word = text[at - size : at] if at >= size else ""
        if word in BARE_ONLY and not is_grand(text, at):
            continue
        if word in W.before and not is_guarded(text, at - size, word):
            return W.before[word], at - size
    return None, at


def is_guarded(text: str, start: int, word: str) -> bool:
    """Whether the letter before a hedge makes another word of it: 节约5吨, but 损失约5吨, 其中近5吨."""
    if text[start - 1] not in W.guard.get(word, ""):
        return False
    return not (text.startswith(AMONG, max(0, start - 2)) or text.endswith(W.free.get(word, ()), 0, start))


def is_grand(text: str, at: int) -> bool:
    """Whether the number at a place is large enough for 过 and 破 to be hedges: 过百, 破1.2万列, 过八成."""
    end = numeral_end(text, at)
    return any(c in GRAND for c in text[at:end]) or text[end] in "成%"


def before_currency(text: str, at: int) -> tuple[str | None, int]:
    """Return the currency that stands in front of a number (人民币, $) and where it begins."""
    if text[at - 1] == " " and text[at - 2] in W.currency_endings:  # 人民币 5 亿元
        currency, begin = before_currency(text, at - 1)
        return currency, begin if currency else at
    for size in W.currency_endings.get(text[at - 1], ()):
        word = text[at - size : at] if at >= size else ""
        if word in W.currency:
            return W.currency[word], at - size
    return None, at


def bounded(amount: Amount, hedge: Hedge | None) -> Amount:
    """Return an amount under a hedge; one that is vague in itself (数千万) keeps its own bounds."""
    if hedge is None or amount.value is None:
        return amount
    value = amount.value
    if amount.hedge == "over" and hedge in ("about", "over", "nearly"):
        return amount
    if hedge in ("over", "at_least"):
        return Amount(value, value, None, hedge)
    if hedge in ("nearly", "under", "at_most"):
        return Amount(value, None, value, hedge)
    return Amount(value, value, value, hedge)

"""Ranks: 居全省第二, 前三, 150强, 全省首例, 居榜首; other ordinals claim their text and count nothing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from newscli.extractors.quantity import context
from newscli.extractors.quantity.guards import STOP, is_inside_word
from newscli.extractors.quantity.lexicon import words
from newscli.extractors.quantity.numerals import MORE, Amount, exactly, numeral_end, read_numeral
from newscli.model import Quantity
from newscli.rules.pattern import alternation
from newscli.rules.rule import Found

Built = Found[Quantity] | None
RANKING: Final = words().ranking


def ranked(amount: Amount, *, weak: bool = False) -> Quantity:
    """Return a rank; all ranks are counted in 位."""
    return Quantity("rank", amount.value, amount.low, amount.high, amount.hedge, "位", weak=weak)


ORDER: Final = alternation([*RANKING["verbs"], *RANKING["fields"]])
RANK_VERB: Final = re.compile(rf"(?:{ORDER})[^,。;!?\n]{{0,4}}$|第[^,。;!?\n]{{1,4}}[和、与及]$")
BY_RANK: Final = re.compile(r"[居列排名获夺得跻升至为][^,。;!?\n的]{0,4}$")
"""Before 第四位 with a noun behind it: 居第四位的省; 第四位君主 is an ordinal in passing."""
RANK_STOP: Final = STOP.union("为是达")
"""What may stand behind a rank that leaves 位 out: 居全省第二,…, 排名第三的企业."""


def ordinal(match: re.Match[str]) -> Built:
    """Build a rank (居全省第二, 第13位); other ordinals (第二天, 第四中学, 第一版) claim their text."""
    text, start, at = match.string, match.start(), match.end()
    end = numeral_end(text, at)
    if text[end - 1] in MORE and end - at > 1:  # 历史同期第二多
        end -= 1
    if end == at:
        return None
    claim: Built = (start, row_end(text, end), None)
    word, after = text[end], text[end + 1]
    large = word not in BEHIND_RANK and is_large_in(text, end)
    if not (large or word in BEHIND_RANK) or is_named(text, start) or (value := read_numeral(text[at:end])) is None:
        return claim
    if large:
        return start, end, ranked(exactly(value))
    if word in "至到" and (whole := ordinal_range(text, start, end, value)) is not None:
        return whole
    rank = ranked(exactly(value))
    if word in RANK_STOP:
        return (start, end, rank) if is_in_order(text, start) else claim
    if word in RANKING["measures"] and is_superlative(text, end) and is_in_order(text, start):
        return start, end + 1, rank
    if (
        (word == "大" and after not in STREETS)
        or (word in "位名" and after in RANK_STOP)
        or (word in "位名" and BY_RANK.search(text, max(0, start - 8), start))
    ):
        return start, end + 1, rank
    return (start, end + 1, rank._replace(weak=True)) if word in MEMBER else claim


def is_named(text: str, start: int) -> bool:
    """Whether an ordinal is part of a quotation, or of a manner of speaking: 摆到工作的第一位."""
    return context.is_quoted(text, start) or PLACED.search(text, max(0, start - 12), start) is not None


def is_in_order(text: str, start: int) -> bool:
    """Whether what stands before an ordinal puts things in an order: 排名第三, 20强:深圳第四."""
    return RANK_VERB.search(text, max(0, start - 10), start) is not None or is_ranking(text, start)


def is_superlative(text: str, at: int) -> bool:
    """Whether what a rank measures closes a phrase, or stands before a noun: 历史同期第二多, 世界第三高峰; not 市第一高中, 第二多媒体教室."""
    return text[at + 1] in RANK_STOP or text.startswith(SUPERLATIVE_NOUNS, at + 1)


LARGE: Final = "大"
DIVISIONS: Final = frozenset(RANKING["divisions"])
LEAST_FIELD, LONGEST_FIELD = 2, 4
"""How many characters say in what a division is large."""


def is_large_in(text: str, at: int) -> bool:
    """Whether a rank says in what a division is large: 江苏第一农业大市, 全国第二产粮大省."""
    end = text.find(LARGE, at + LEAST_FIELD, at + LONGEST_FIELD + 1) + 1
    return end > 0 and text[end] in DIVISIONS and text[end + 1] in RANK_STOP and text[at:end].isalpha()


STREETS: Final = frozenset("道厦街厅")
"""第一大道, 第二大厦: names."""
SUPERLATIVE_NOUNS: Final = tuple(RANKING["nouns"])


def ordinal_range(text: str, start: int, end: int, low: Decimal) -> Built:
    """Build the ranks from one to another: 第二至第七名."""
    at = end + 2 if text.startswith("第", end + 1) else end + 1
    last = numeral_end(text, at)
    high = read_numeral(text[at:last]) if last > at else None
    if high is None or text[last] not in "名位":
        return None
    return start, last + 1, ranked(Amount(None, low, high, "range"))


IN_RANKING: Final = re.compile(f"{alternation(RANKING['words'])}|[0-9]强")


def is_ranking(text: str, start: int) -> bool:
    """Whether the line speaks of a ranking and the name of what is ranked stands straight before (20强:深圳第四)."""
    return text[start - 1].isalpha() and IN_RANKING.search(text, context.reach_back(text, start, 20), start) is not None


PLACED: Final = re.compile(r"[放摆置](?:在|到|于)[^,。;!?\n]{0,8}$")
"""放在首位, 摆到工作的第一位: a manner of speaking, no rank."""


def row_end(text: str, end: int) -> int:
    """Return where a row of ordinals ends that share one 第: 第一、二、三次反围剿."""
    while text[end] in "、和" and (last := numeral_end(text, end + 1)) > end + 1:
        end = last
    return end


MEMBER: Final = frozenset("个位名家座例批")
"""Classifiers behind an ordinal that numbers things in passing (第二个, 第三批): a rank, but a weak one."""


BEHIND_RANK: Final = RANK_STOP.union(RANKING["measures"], MEMBER, "大位名至到")
"""What stands behind an ordinal that may be a rank; most are none: 第二天, 第三届."""


SCOPE: Final = re.compile(
    r"(?:全[国省市县区州球县域行]|世界|国内|中国|我国|我省|我市|省内|市内|亚洲|国际|行业|业内|业界|历史|[省市县区国洲界州])(?:上|的|内|范围内?)?$"
)


def first(match: re.Match[str]) -> Built:
    """Build a first of its kind: 全省首例, 中国首部; without a scope, and for 首次 or 首批, a weak one."""
    text, start, end = match.string, match.start(), match.end()
    if is_named(text, start):
        return start, end, None
    word = match["word"]
    strong = word not in ("次", "批", "台", "届") and SCOPE.search(text, max(0, start - 6), start) is not None
    if word == "创" and not strong:
        return None
    if word == "位":
        strong = RANK_VERB.search(text, max(0, start - 6), start) is not None
    return (start, end, ranked(exactly(Decimal(1)), weak=not strong))


def top(match: re.Match[str]) -> Built:
    """Build a top group: 前三, 前10名, 150强."""
    text, start, end = match.string, match.start(), match.end()
    value = read_numeral(match["number"])
    after = text[end]
    if value is None or value < 2 or context.is_quoted(text, start):
        return None
    word = match.groupdict().get("word")
    if match[0][-1] == "强":
        if is_inside_word(text, start, end) or after in "度化调势省市县大盗震烈赛":
            return None
        return (start, end, ranked(Amount(None, Decimal(1), value, "top")))
    if not word and (after not in RANK_STOP or text[start - 1] in "提超空史眼目以从之此先面生"):
        return None
    return (start, end, ranked(Amount(None, Decimal(1), value, "top")))


def leader(match: re.Match[str]) -> Built:
    """Build a first place in words: 居榜首, 夺得冠军, 居全国之首."""
    text, start, end = match.string, match.start(), match.end()
    if context.is_quoted(text, start):
        return None
    place = {"亚军": 2, "季军": 3}.get(match[0], 1)
    if not LEADING.search(text, max(0, start - 12), start) or TITLES.search(text, max(0, start - 8), start):
        return None
    return (start, end, ranked(exactly(Decimal(place))))


TITLES: Final = re.compile(r"[个项次枚][^,。;!?\n]{0,5}$")
"""夺得92个世界冠军 counts titles."""
LEADING: Final = re.compile(r"[居列占登夺获摘得排位登顶雄踞跃][^,。;!?\n]{0,10}$")

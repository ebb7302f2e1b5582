"""Rate words (率): 每小时, 人均, 年产, 一碗面卖; where they stand in a text, and the denominator that each names."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newscli.extractors.quantity.lexicon import Unit, units, words
from newscli.extractors.quantity.numerals import FIGURES, HALF, HAN_DIGITS, NUMBER, SHY, numeral_end, read_numeral
from newscli.extractors.quantity.rate_grammar import EACH, ONE, Grammar, grammar
from newscli.extractors.quantity.reader import JOINT, PREFIXES, read_unit
from newscli.model import QuantityKind
from newscli.rules.hanzi import HANZI

U: Final = units()
W: Final = words()
ENDS: Final = frozenset(",;。!?:\n、…“”()《》")
ENDS_OF_LISTS: Final = ENDS - {"、"}
"""每 reaches over a list of nouns: 每亩节省种子、农药等成本120元."""
OF: Final = "的"
AFTER_NEXT: Final = "后"
REACH: Final = 32
"""How many characters a rate word may stand before its number: 每天向周边企业供应蒸汽量达3000多吨."""


class RateWord(NamedTuple):
    """One rate word in a text."""

    end: int
    per: str
    opener: str = ""
    """``each`` for 每; for a rate that 一 opens, its class: ``time``, ``piece`` (a measure word) or ``priced`` (for a price alone)."""


CLAUSE: Final = 64
"""How many characters of a clause are looked through for rate words, those included that others adjoin."""
LONGEST_WORD: Final = 10
"""No rate word has more letters: 万元工业增加值."""


def rate_words(text: str, limit: int) -> list[tuple[int, RateWord]]:
    """Return the rate words that begin in a clause up to a place, each with its place.

    Between numbers and the beginnings of their clauses stands a tenth of a page: it is not searched whole.
    """
    left = limit - CLAUSE if limit > CLAUSE else 0
    comma, full_stop = text.rfind(",", left, limit), text.rfind("。", left, limit)
    end = comma if comma > full_stop else full_stop
    if end >= 0 and text[end + 1] not in FIGURES and text[end - 1] != EACH:
        left = end + 1  # the comma of 1,000 ends no clause, nor does a mark behind 每
    grams, stop = grammar(), limit + LONGEST_WORD
    match = grams.pattern.search(text, left, stop)
    found: list[tuple[int, RateWord]] = []
    while match is not None and match.start() < limit:
        word = read_rate(text, match, grams)
        if word is not None:
            found.append((match.start(), word))
        match = grams.pattern.search(text, match.end(), stop)
    return found


def read_rate(text: str, match: re.Match[str], grams: Grammar) -> RateWord | None:
    """Return the rate word that a match holds, if it is one where it stands."""
    start, end, word = match.start(), match.end(), match[0]
    if word == EACH:
        per, end = denominator(text, start)
        return RateWord(end, per, "each") if per else None
    if word in grams.mean:
        return RateWord(end, grams.mean[word]) if text[start - 1] not in grams.mean_not_after else None
    if word in grams.flow:
        return RateWord(end, grams.flow[word].per) if is_flow(text, start, grams) else None
    return opened(text, start, end, grams)


def is_flow(text: str, start: int, grams: Grammar) -> bool:
    """Whether the 年, 月 or 日 in front of a noun is no part of a date or a name: not 去年产值, 日产汽车."""
    before, flow = text[start - 1], grams.flow[text[start]]
    done = before == AFTER_NEXT and text[start - 2] in grams.done
    if not done and (before in flow.not_after or text.startswith(grams.names, start)):
        return False
    return flow.opens(text, start)


IN_SUM: Final = re.compile(r"零?(?:\d{1,2}|[一二三四五六七八九十两]{1,3})(?:分(?!之)|秒|个月|[日号])")
"""A smaller time goes on with the first: 1小时47分 is one time, 一月十二日 a day."""
IN_NUMBER: Final = frozenset(FIGURES + ".,-—/:·%~～至到")
"""Before the figure 1 these go on with a number or a range: 21次, 3—1场."""


def opened(text: str, start: int, end: int, grams: Grammar) -> RateWord | None:
    """Return the rate that 一 opens (一天能卖, 一碗面卖), unless it is a stretch of time or a plain count."""
    before, after = text[start - 1], text[end]
    if (text[start] != ONE and before in IN_NUMBER) or IN_SUM.match(text, end):
        return None
    unit = text[start + 1 : end]
    time = unit in grams.time
    if (before in grams.one_not_after and not is_freed(text, start, end, time=time)) or (
        after in grams.one_not_before and not (after == ONE and not time)
    ):
        return None
    if time and after == OF and grams.one_verbs.search(text, end, end + 6) is None:
        return None
    per = (unit.removeprefix("个") or unit).removesuffix("地").removesuffix("田")
    return RateWord(end, per, "time" if time else "priced" if unit in grams.priced else "piece")


def is_freed(text: str, start: int, end: int, *, time: bool) -> bool:
    """Whether what follows makes a rate of 一 behind a letter that takes it: 卖到一斤5元, 节前一天能卖4车; not 节前一天, 最后一件."""
    if time:
        return text.startswith(grammar().times, start - 2) and grammar().one_verbs.match(text, end) is not None
    return text[end] in FIGURES and text[start - 1] in grammar().freeing and text[start - 2] != LAST


LAST: Final = "最"


def denominator(text: str, at: int) -> tuple[str, int]:
    """Return what follows 每 as a denominator (小时, 2公里, 10万人, 孩), with its end; empty when it is no unit."""
    verb = next((size for size in (3, 2, 1) if text[at + 1 : at + 1 + size] in grammar().verbs), 0)
    if verb:
        behind = at + 1 + verb
        return unit_after(text, behind) if numeral_end(text, behind) > behind else ("", at)
    direct = unit_after(text, at + 1)
    if direct[0]:
        return whose(text, at + 1, direct)
    for size in (1, 2, 3):
        follower = text[at + 1 + size]
        if follower in ENDS:
            break
        if follower == EACH or (size > 1 and follower in FIGURES):
            return text[at + 1 : at + 1 + size], at + 1 + size
    for gap in range(2, 5):
        if text[at + gap] in ONES:
            return unit_after(text, at + gap)
        if text[at + gap] in ENDS:
            break
    return "", at


COUNTED: Final = frozenset(FIGURES + "百千万")
"""What a denominator begins with that has a number of its own: 2公里, 百公里."""
ONES: Final = frozenset("一两123456789")
"""What opens the unit when a verb that is not listed parts it from 每: 每检查1次."""
WHOSE: Final = re.compile(rf"{HANZI}{{2,4}}?(?=每)")


def whose(text: str, at: int, direct: tuple[str, int]) -> tuple[str, int]:
    """Return the noun behind a bare 每个 where it stands straight before what it is counted by: 每个家庭每年."""
    noun = WHOSE.match(text, direct[1]) if direct[0] == "个" and text[at] == "个" else None
    return (noun[0], noun.end()) if noun else direct


def unit_after(text: str, at: int) -> tuple[str, int]:
    """Return a denominator that begins at a place, with its end; empty when there is none."""
    plain = read_unit(text, at, "1") if text[at] in PREFIXES else None
    if plain is not None:  # 每千瓦时: no thousand of 瓦时
        return plain[0].prints, plain[1]
    start = numeral_end(text, at)
    nouns = grammar().nouns
    for size in range(4, 0, -1):
        word = text[start : start + size]
        unit = U.units.get(word)
        if unit is not None or word in nouns:
            prints = unit.prints if unit is not None and word != "日" else word
            return as_written(text[at:start]) + prints, start + size
    return "", at


def as_written(numeral: str) -> str:
    """Return the number of a denominator: a few in figures (每三天 is 3天), 10万 and 百 as they stand, one left out."""
    value = read_numeral(numeral) if numeral else None
    if value is None:
        return numeral if numeral == HALF else ""
    if value == 1:
        return ""
    return format(value, "f") if all(c in HAN_DIGITS for c in numeral) else numeral


AVERAGED: Final = frozenset(("", "平均", "约", "大约"))
"""What may stand between two rate words of one rate: 每人平均每月."""
ADJOINING: Final = frozenset("每年月日周季人户村场")


def rate_before(text: str, start: int, kind: QuantityKind) -> tuple[str | None, int, int]:
    """Return the denominator that a number has from rate words before it, where an adjacent one begins, and their gap."""
    found = rate_words(text, start) if text[start - 1] not in ENDS or text[start - 1] == "(" else []
    if not found:
        return None, start, 0
    first, word = found.pop()
    if first < start - REACH or word.end > start or not reaches(text, word, (start, kind)):
        return None, start, 0
    gap = len(text[word.end : start].strip(" "))
    parts = [word.per]
    while found and found[-1][1].end <= first and text[found[-1][1].end : first] in AVERAGED:
        first, word = found.pop()
        parts.insert(0, word.per)
    return "/".join(dict.fromkeys(parts)), (first if not gap and text[first] in ADJOINING else start), gap


def reaches(text: str, word: RateWord, number: tuple[int, QuantityKind]) -> bool:
    """Whether no clause ends and no other number stands between a rate word and a number, and 一碗 has its verb."""
    start, kind = number
    gap = text[word.end : start].removesuffix("(")
    over_list = word.opener == "each" and OF not in gap  # 每年公布的排名用教学、研究等4个方面的指标
    if not (ENDS_OF_LISTS if over_list else ENDS).isdisjoint(gap) or counts(text, word.end, start):
        return False
    if word.opener in ("", "each"):
        return True
    if word.opener == "time":
        return not gap.startswith(grammar().changes) and (kind != "duration" or is_part(text, start, word.per))
    if kind == "duration" or (word.opener == "priced" and kind != "money"):
        return False
    if not gap:
        return text[numeral_end(text, start) + 1] != OF  # 一张100元的钞票
    if grammar().one_verbs.search(gap):
        return True
    return kind == "money" and len(gap) <= NAMED and text[word.end - len(word.per) - 2] in ENDS


LONG: Final = "months"
"""What years and months are counted in: any of them is longer than hours and days."""


def is_part(text: str, start: int, per: str) -> bool:
    """Whether the duration at a place is shorter than the time that it is told of: 一天工作12小时, not 充电1小时续航2个月."""
    end = numeral_end(text, start)
    found = read_unit(text, end, text[start:end]) if end > start else None
    part, whole = W.stretch.get(found[0].prints if found else ""), W.stretch.get(per)
    if part is None or whole is None:
        return False
    return part[1] < whole[1] if part[0] == whole[0] else whole[0] == LONG


NAMED: Final = 4
"""How many letters may name the thing that a price is for: 一张门票120元, at the head of a clause."""


DATED: Final = re.compile(r"(?:1[89]|20)\d\d ?年|(?:1[0-2]|0?[1-9]) ?月|(?:3[01]|[12]\d|0?[1-9]) ?日")
"""A date between a rate word and its number: 人均住房由1993年底的6.9平方米提高到1997年底的8.4平方米."""


def counts(text: str, at: int, end: int) -> bool:
    """Whether a number with a unit stands in a stretch of text: 一 of 一般 and 百 of 百货 are none."""
    for match in NUMBER.finditer(text, at, end):
        if match[0].isascii():
            if DATED.match(text, match.start()) is None:
                return True
            continue
        found = read_unit(text, match.end(), match[0]) if match[0] != ONE and match.end() < end else None
        if found is not None:
            return True
    return False


def is_opener(text: str, start: int) -> bool:
    """Whether the number at a place says per what the next one is counted: 一天 of 一天能卖300碗, 一公里 of 每跑一公里."""
    found = rate_words(text, start + 1)
    if not found:
        return False
    first, word = found[-1]
    if word.end <= start:
        return False
    if first < start:
        return word.per[0] not in COUNTED
    following = NUMBER.search(text, word.end, min(len(text), word.end + REACH))
    unit = unit_behind(text, *following.span()) if following else None
    return following is not None and unit is not None and reaches(text, word, (following.start(), unit.kind))


def unit_behind(text: str, start: int, end: int) -> Unit | None:
    """Return the unit of a number, that of a range from its second: 一斤70~80元; 拾 of 拾到 begins none."""
    found = read_unit(text, end, text[start:end])
    if found is None and text[start] not in SHY and (joint := JOINT.match(text, end)) is not None:
        last = numeral_end(text, joint.end())
        found = read_unit(text, last, text[joint.end() : last]) if last > joint.end() else None
    return found[0] if found else None

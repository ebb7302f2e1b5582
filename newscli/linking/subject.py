"""What a number counts or measures (计量对象), read from both sides of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from newscli.linking.governor import BREAKS, Governor, governor, passed_over
from newscli.linking.phrase import LAST_NOUN, LONGEST, RELATIVE, first_phrase, phrase_after, phrase_before
from newscli.linking.tokens import NUMBER, Tokens
from newscli.model import Change, Quantity

CHANGES: dict[str, Change] = {"U": "increase", "W": "decrease"}
LOOSE = frozenset({"", "V", "p", "v", "L", "c", "r", "y"})
"""Governors that leave a number free to modify the noun after it: 投入5000万元资金."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject with the evidence that gave it; ``base`` is what a rate after it speaks of."""

    text: str
    how: str
    base: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Heard:
    """What an earlier number of the paragraph was about, and where it stood."""

    subject: Subject
    quantity: Quantity
    sentence: int
    at: int


@dataclass(frozen=True, slots=True)
class Site:
    """A number in its sentence, with what governs it and what was heard before."""

    tokens: Tokens
    at: int
    quantity: Quantity
    governor: Governor
    heard: list[Heard]
    sentence: int

    def last(self, unit: str | None = None) -> Heard | None:
        """Return the last number heard, or the last counted with a unit."""
        return next((h for h in reversed(self.heard) if unit is None or h.quantity.unit == unit), None)


Reader = Callable[[Site], Subject | None]


class SubjectFinder:
    """Finds the subjects of the numbers of a story, in order, remembering what was said in the paragraph."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self.sentence = 0

    def paragraph(self) -> None:
        """Forget what was heard: a new paragraph begins."""
        self.heard.clear()

    def find(self, tokens: Tokens, at: int, quantity: Quantity) -> tuple[Subject | None, Change | None, Governor]:
        """Return subject, direction of change and governor of the number at token ``at``."""
        site = Site(tokens, at, quantity, governor(tokens, at, rank=quantity.kind == "rank"), self.heard, self.sentence)
        change = None if quantity.kind == "rank" else CHANGES.get(site.governor.tag)
        subject = next(filter(None, (read(site) for read in READERS[quantity.kind])), None)
        if subject is not None:
            self.heard.append(Heard(subject, quantity, self.sentence, at))
        return subject, change, site.governor


def noun_after(site: Site) -> Subject | None:
    """Read 企业 in 182家企业, 学生 in 12名来自北京的学生."""
    tokens, tags, i = site.tokens, site.tokens.tags, site.at + 1
    if tags[i : i + 1] == "D":
        i += 1
    elif tags[i : i + 1] == NUMBER and tokens.starts[i] == tokens.ends[site.at] and site.quantity.kind == "count":
        return noun_after(replace(site, at=i))  # 58批86人次
    if tags[i : i + 1] == "p" and tags[i + 1 : i + 2] in {"w", "v", "V"}:
        i += 1  # 被帮扶学校
    found = phrase_after(tokens, i)
    relative = RELATIVE.match(tags, i)
    if relative and (found is None or tags[i] in "ft"):
        end = relative.end() + (tags[relative.end()] == "p")
        found = phrase_after(tokens, end) or found
    if found is None:
        return None
    text = tokens.say(*found)
    return Subject(text, "noun after number", text)


def first_of_kind(site: Site) -> Subject | None:
    """Read 首例企业档案进馆交接: the noun phrase after 首例 is long, and its head comes last."""
    if site.quantity.hedge != "exact" or site.quantity.value != 1:
        return None
    match = LAST_NOUN.match(site.tokens.tags, site.at + 1)
    if match is None:
        return None
    first, last = match.span(1)
    while first < last - 1 and site.tokens.ends[last - 1] - site.tokens.starts[first] > LONGEST:
        first += 1
    text = site.tokens.say(first, last - 1)
    return Subject(text, "noun after rank", text)


def modified_noun(site: Site) -> Subject | None:
    """Read 空间 in 协调出2700平方米左右的空间, 重大项目 in 50亿元以上重大项目."""
    if site.governor.tag in LOOSE:
        if site.governor.tag == "L" and site.tokens.tags[site.at + 1 : site.at + 2] != "D":
            return None
        return noun_after(site)
    return None


def rate_after_preposition(site: Site) -> Subject | None:
    """Read 测算 in 在中央每生每年2000元测算的基础上: what stands before is a phrase of its own."""
    tokens, gov = site.tokens, site.governor
    if site.quantity.per is None or gov.tag not in ("n", "x"):
        return None
    found = phrase_before(tokens, gov.before, gov.floor)
    if found is None or found[0] <= gov.floor or tokens.tags[found[0] - 1] != "p":
        return None
    after = noun_after(site)
    if after is None and tokens.tags[site.at + 1 : site.at + 2] in {"v", "w"}:
        text = tokens.say(site.at + 1, site.at + 1)
        after = Subject(text, "noun after number", text, sure=False)
    return after


def property_before(site: Site) -> Subject | None:
    """Read 营业收入 in 营业收入达2万亿元, 技术交易额 in 技术交易额376亿元."""
    tokens, gov, tags = site.tokens, site.governor, site.tokens.tags
    found = phrase_before(tokens, gov.before, gov.floor)
    if found is None:
        return None
    first, last = found
    text = tokens.say(first, last)
    if first == last and tags[first] == "R":
        owner = owner_of_rate(site, first)
        if owner:
            return Subject(owner + text, "rate noun with what it is a rate of", owner)
    if first == last and tags[first] in "GR" and first > gov.floor + 1 and tags[first - 1] == "D":
        text = with_owner(tokens, first, gov.floor) or text
    if gov.tag in ("n", "X", "x") and tags[last] in "nxX":
        shared = announced(site, last)
        if shared:
            return Subject(text + shared, "name with the property the list announces", text + shared)
    return Subject(text, "noun before " + ("number" if gov.at == gov.before else "verb"), text)


def with_owner(tokens: Tokens, head: int, floor: int) -> str | None:
    """Return a generic head with what it belongs to: 设备的数量."""
    owner = phrase_before(tokens, head - 2, floor)
    if owner and tokens.ends[head] - tokens.starts[owner[0]] <= LONGEST:
        return tokens.say(owner[0], head)
    return None


def announced(site: Site, last: int) -> str | None:
    """Return the property that a list states once before its colon: 净利润如下:甲行743亿元;乙行670亿元."""
    tokens = site.tokens
    colon = tokens.tags.rfind(":", 0, site.governor.floor)
    if colon < 1 or tokens.tags[last] in "GRw":
        return None
    end = passed_over(tokens.tags, colon - 1, 0)
    found = phrase_before(tokens, end, 0)
    if found is None or NUMBER in tokens.tags[found[0] : colon]:
        return None
    text = tokens.say(*found)
    return text if not tokens.say(last, last).endswith(text[-1]) else None


def owner_of_rate(site: Site, rate: int) -> str:
    """Return what a bare 增速 or 比重 speaks of."""
    tokens, tags, floor = site.tokens, site.tokens.tags, site.governor.floor
    i = passed_over(tags, rate - 1, floor)
    while i >= floor and tags[i] in "SDf#":
        i -= 1
    if i >= floor and tags[i] in "Lv":
        owner = phrase_before(tokens, passed_over(tags, i - 1, floor), floor)
        if owner:
            return tokens.say(*owner)
    heard = site.last()
    return heard.subject.base if heard else ""


def object_before(site: Site) -> Subject | None:
    """Read 收集问题 in 收集问题63个, 经营主体 in 新设经营主体6万户."""
    tokens, gov = site.tokens, site.governor
    if gov.tag in ("V", "v"):
        return None
    found = phrase_before(tokens, gov.before, gov.floor)
    if found is None:
        return None
    first, last = found
    noun = tokens.say(first, last)
    if first > gov.floor and tokens.tags[first - 1] == "V" and gov.at == gov.before and len(noun) <= 4:
        verb = tokens.say(first - 1, first - 1)
        if len(verb) == 2:
            return Subject(verb + noun, "verb and object before number", noun)
    return Subject(noun, "noun before " + ("number" if gov.at == gov.before else "verb"), noun)


def named_by_verb(site: Site) -> Subject | None:
    """Read 取酬 in 取酬126万元, where nothing but a verb says what the money was."""
    tokens, gov = site.tokens, site.governor
    if gov.tag not in ("v", "w", "V"):
        return None
    verb = tokens.say(gov.at, gov.at)
    if len(verb) > 1:
        return Subject(verb, "verb before number", verb)
    return None


def same_unit(site: Site) -> Subject | None:
    """Read 问题 in 收集问题63个,解决61个: what the verb acts on was counted just before."""
    heard = site.last(site.quantity.unit)
    if heard is None or (heard.sentence != site.sentence and not site.governor.listed):
        return None
    return Subject(heard.subject.base, "carried from the number before", heard.subject.base)


def summed_up(site: Site) -> Subject | None:
    """Read 项目 in 筛选项目40项,其中甲、乙、丙等三项."""
    tags = site.tokens.tags
    among = "g" in tags[clause_start(tags, site.at) : site.at]
    return same_unit(site) if site.governor.listed and among else None


def changed(site: Site) -> Subject | None:
    """Read the level before it in 同比增长5%."""
    tokens, gov = site.tokens, site.governor
    if gov.tag not in ("U", "W"):
        return None
    found = phrase_before(tokens, gov.before, gov.floor)
    if found is not None:
        text = tokens.say(*found)
        if found[0] == found[1] and tokens.tags[found[0]] == "R" and site.last():
            text = owner_of_rate(site, found[0]) + text
        return Subject(text, "noun before verb of change", text)
    if gov.before >= gov.floor and tokens.ends[gov.before] - tokens.starts[gov.floor] <= 8:
        text = tokens.say(gov.floor, gov.before)  # 特斯拉跌超1%: a name that no table knows
        return Subject(text, "words before verb of change", text, sure=False)
    heard = site.last()
    if heard is not None:
        return Subject(heard.subject.base, "carried from the level before", heard.subject.base)
    return None


def ranked_alike(site: Site) -> Subject | None:
    """Read what the first rank of a list spoke of: 居全国第一、全球第三."""
    heard = site.last()
    if heard is None or heard.quantity.kind != "rank" or heard.sentence != site.sentence:
        return None
    if site.tokens.tags[site.governor.floor - 1 : site.governor.floor] != "、":
        return None
    return Subject(heard.subject.base, "carried from the number before", heard.subject.base)


def ranked(site: Site) -> Subject | None:
    """Read 总产量 in 总产量居全国第二: the scope between verb and rank is passed over."""
    gov = site.governor
    if gov.tag not in ("J", "L"):
        return None
    found = phrase_before(site.tokens, gov.before, gov.floor)
    if found is None:
        return carried(site)
    text = site.tokens.say(*found)
    return Subject(text, "noun before verb", text)


def carried(site: Site) -> Subject | None:
    """Read what the clause before spoke of, by its number or by the noun that opens it: 居第二, 均不达2%."""
    tokens = site.tokens
    heard = site.last()
    here = heard is not None and heard.sentence == site.sentence
    last = site.governor.floor - 1
    while last > (heard.at if heard and here else 0):
        first = clause_start(tokens.tags, last)
        found = first_phrase(tokens, max(first, heard.at + 1 if heard and here else 0), last)
        if found is not None:
            text = tokens.say(*found)
            return Subject(text, "noun that opens the clause before", text, sure=False)
        last = first - 1
    if heard is None:
        return None
    return Subject(heard.subject.base, "carried from the number before", heard.subject.base, sure=here)


def clause_start(tags: str, at: int) -> int:
    """Return the first token of the clause that ends before token ``at``."""
    while at > 0 and tags[at - 1] not in BREAKS:
        at -= 1
    return at


def topic(site: Site) -> Subject | None:
    """Read the noun that opens the clause: 车辆充一次电可以跑200公里."""
    found = first_phrase(site.tokens, site.governor.floor, site.at)
    if found is None:
        return None
    text = site.tokens.say(*found)
    return Subject(text, "noun that opens the clause", text, sure=False)


def nearest(site: Site) -> Subject | None:
    """Read the nearest noun to the left, for want of anything better."""
    for i in range(site.at - 1, max(site.at - 20, -1), -1):
        found = phrase_before(site.tokens, i, 0)
        if found is not None:
            text = site.tokens.say(*found)
            return Subject(text, "nearest noun", text, sure=False)
    return None


READERS: dict[str, tuple[Reader, ...]] = {
    "count": (summed_up, noun_after, object_before, same_unit, named_by_verb, carried, topic, nearest),
    "money": (
        changed, rate_after_preposition, modified_noun, property_before, named_by_verb, noun_after, topic, carried, nearest,
    ),
    "percent": (changed, modified_noun, property_before, carried, noun_after, topic, nearest),
    "percentage_point": (changed, property_before, carried, topic, nearest),
    "measure": (changed, modified_noun, property_before, named_by_verb, topic, carried, noun_after, nearest),
    "duration": (modified_noun, property_before, noun_after, topic, named_by_verb, carried, nearest),
    "rank": (ranked, ranked_alike, first_of_kind, property_before, noun_after, carried, topic, nearest),
    "ratio": (changed, modified_noun, property_before, carried, noun_after, topic, nearest),
}  # fmt: skip
"""By kind of number, where its subject is looked for, first to last."""

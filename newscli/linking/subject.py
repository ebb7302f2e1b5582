"""What a number counts or measures (计量对象), read from both sides of it."""

from __future__ import annotations

from dataclasses import dataclass

from newscli.linking.phrase import RELATIVE, phrase_after, phrase_before
from newscli.linking.tokens import Tokens
from newscli.model import Change, Quantity

STOPS = frozenset(",.;:N、-")
BREAKS = frozenset(",.;:")
PASSED = frozenset("du@trpfc)q")
"""What may stand between a subject, its verb and the number."""
CHANGES: dict[str, Change] = {"U": "increase", "W": "decrease"}


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject with the evidence that gave it; ``base`` is what a rate after it speaks of."""

    text: str
    how: str
    base: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Heard:
    """What an earlier number of the paragraph was about."""

    subject: Subject
    quantity: Quantity
    clause: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Governor:
    """The words straight before a number, walked back: what they are and where the phrase before them ends."""

    tag: str
    at: int
    """The token of the governing verb, or the last token before the number where there is none."""
    before: int
    """The token at which a noun phrase before the verb would end."""
    floor: int


def floor_of(tags: str, at: int) -> int:
    """Return the first token of the clause part in which token ``at`` stands."""
    i = at - 1
    depth = 0
    while i >= 0:
        tag = tags[i]
        if tag == ")":
            depth += 1
        elif tag == "(":
            if depth == 0:
                break
            depth -= 1
        elif depth == 0 and (tag in STOPS):
            break
        i -= 1
    return i + 1


def passed_over(tags: str, at: int, floor: int) -> int:
    """Return the last token at or before ``at`` that is no adverb, period, particle or bracket."""
    while at >= floor:
        if tags[at] == ")":
            at = max(tags.rfind("(", floor, at), floor) - 1
        elif tags[at] in PASSED or (tags[at] == "D" and at and tags[at - 1] in "@t"):
            at -= 1
        else:
            break
    return at


def governor(tokens: Tokens, at: int) -> Governor:
    """Return what governs the number at token ``at``."""
    tags = tokens.tags
    floor = floor_of(tags, at)
    i = passed_over(tags, at - 1, floor)
    if i < floor:
        return Governor("", i, i, floor)
    tag = tags[i]
    verb = i
    if tag == "S":  # 居全国第二
        j = i
        while j >= floor and tags[j] in "S#nfD":
            j -= 1
        if j >= floor and tags[j] in "JL":
            return Governor("J", j, passed_over(tags, j - 1, floor), floor)
    if (
        tag == "L"
        and i > floor
        and tags[i - 1] in "UW"
        and tokens.text[tokens.starts[i] : tokens.ends[i]] in ("至", "到", "为")
    ):
        i -= 1
    if tag in "LUWJ":
        j = i - 1
        while True:
            j = passed_over(tags, j, floor)
            if j >= floor and tags[j] in "LJUW" and tag == "L":
                j -= 1
                continue
            break
        return Governor(tag, verb, j, floor)
    return Governor(tag, i, i, floor)


class SubjectFinder:
    """Finds the subjects of the numbers of a paragraph, in order, remembering what was said."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self.sentence = 0

    def paragraph(self) -> None:
        """Forget: a new paragraph begins."""
        self.heard.clear()

    def find(self, tokens: Tokens, at: int, quantity: Quantity) -> tuple[Subject | None, Change | None]:
        """Return the subject and the direction of change of the number at token ``at``."""
        gov = governor(tokens, at)
        change = CHANGES.get(gov.tag) if quantity.kind != "rank" else None
        subject = self.decide(tokens, at, quantity, gov)
        if subject is not None:
            clause = sum(tokens.tags.count(mark, 0, at) for mark in BREAKS)
            self.heard.append(Heard(subject, quantity, clause, self.sentence))
        return subject, change

    def decide(self, tokens: Tokens, at: int, quantity: Quantity, gov: Governor) -> Subject | None:
        """Return the subject by the kind of number."""
        for reader in ORDER[quantity.kind]:
            subject = reader(self, tokens, at, quantity, gov)
            if subject is not None:
                return subject
        return None

    def last(self, *, unit: str | None = None) -> Heard | None:
        """Return the last number heard, or the last with a unit."""
        for heard in reversed(self.heard):
            if unit is None or heard.quantity.unit == unit:
                return heard
        return None

    # Readers: each returns a subject or declines.

    def noun_after(self, tokens: Tokens, at: int, quantity: Quantity, gov: Governor) -> Subject | None:
        """182家企业 → 企业; 12名来自北京的学生 → 学生."""
        tags = tokens.tags
        i = at + 1
        if tags[i : i + 1] == "D":
            i += 1
        elif tags[i : i + 1] == "N" and tokens.starts[i] == tokens.ends[at]:
            return self.noun_after(tokens, i, quantity, gov) if quantity.kind == "count" else None  # 58批86人次
        found = phrase_after(tokens, i)
        relative = RELATIVE.match(tags, i)
        if relative and (found is None or tags[i] in "ft"):
            found = phrase_after(tokens, relative.end()) or found
        if found is None:
            return None
        text = tokens.say(*found)
        return Subject(text, "noun after number", text)

    def modified_noun(self, tokens: Tokens, at: int, quantity: Quantity, gov: Governor) -> Subject | None:
        """2700平方米左右的空间 → 空间; 50亿元以上重大项目 → 重大项目."""
        tags = tokens.tags
        if gov.tag and gov.tag in "LUWJ" and tags[at + 1 : at + 2] != "D":
            return None
        if tags[at + 1 : at + 2] == "D" or gov.tag in ("", "V", "p", "v", "L"):
            return self.noun_after(tokens, at, quantity, gov)
        return None

    def property_before(self, tokens: Tokens, at: int, quantity: Quantity, gov: Governor) -> Subject | None:
        """营业收入达2万亿元 → 营业收入; 技术交易额376亿元 → 技术交易额."""
        found = phrase_before(tokens, gov.before, gov.floor)
        if found is None:
            return None
        first, last = found
        tags = tokens.tags
        text = tokens.say(first, last)
        if first == last and tags[first] in "R":
            share = self.shared(tokens, first, gov)
            if share:
                return Subject(share + text, "rate noun with the level before it", share)
        if first == last and tags[first] in "GR" and first > gov.floor + 1 and tags[first - 1] == "D":
            owner = phrase_before(tokens, first - 2, gov.floor)
            if owner and tokens.ends[first] - tokens.starts[owner[0]] <= 14:
                text = tokens.say(owner[0], last)
        if gov.tag in ("n", "X", "x") and self.heard and quantity.kind in ("money", "percent"):
            text = self.with_property(tokens, first, last, text)
        return Subject(text, "noun before " + ("number" if gov.at == gov.before else "verb"), text)

    def with_property(self, tokens: Tokens, first: int, last: int, text: str) -> str:
        """In a parallel list the property is said once: 工商银行743亿元;建设银行670亿元."""
        return text

    def shared(self, tokens: Tokens, first: int, gov: Governor) -> str:
        """Return what a bare 增速 or 比重 speaks of."""
        tags = tokens.tags
        i = passed_over(tags, first - 1, gov.floor)
        while i >= gov.floor and tags[i] in "SDf#":
            i -= 1
        if i >= gov.floor and tags[i] in "Lv":
            owner = phrase_before(tokens, passed_over(tags, i - 1, gov.floor), gov.floor)
            if owner:
                return tokens.say(*owner)
        heard = self.last()
        return heard.subject.base if heard else ""

    def object_before(self, tokens: Tokens, at: int, quantity: Quantity, gov: Governor) -> Subject | None:
        """收集问题63个 → 收集问题; 经营主体6万户 → 经营主体."""
        if gov.tag in ("V", "v"):
            return None
        found = phrase_before(tokens, gov.before, gov.floor)
        if found is None:
            return None
        first, last = found
        if first > gov.floor and tokens.tags[first - 1] == "V" and gov.at == gov.before:
            verb = tokens.say(first - 1, first - 1)
            if len(verb) == 2 and tokens.ends[last] - tokens.starts[first] <= 4:
                return Subject(tokens.say(first - 1, last), "verb and object before number", tokens.say(first, last))
        text = tokens.say(first, last)
        return Subject(text, "noun before " + ("number" if gov.at == gov.before else "verb"), text)

    def named_by_verb(self, tokens: Tokens, at: int, quantity: Quantity, gov: Governor) -> Subject | None:
        """取酬126万元 → 取酬, where nothing but a verb says what the money was."""
        if gov.tag not in ("v", "w", "V"):
            return None
        text = tokens.say(gov.at, gov.at)
        topic = phrase_before(tokens, passed_over(tokens.tags, gov.at - 1, gov.floor), gov.floor)
        if len(text) == 1 and topic:
            name = tokens.say(*topic)
            return Subject(name, "topic of the clause", name, sure=False)
        return Subject(text, "verb before number", text, sure=len(text) > 1)

    def same_as_before(self, tokens: Tokens, at: int, quantity: Quantity, gov: Governor) -> Subject | None:
        """收集问题63个,解决61个: what the verb acts on was counted just before."""
        heard = self.last(unit=quantity.unit)
        if heard is None or heard.sentence != self.sentence:
            return None
        return Subject(heard.subject.base, "carried from the number before", heard.subject.base)

    def changed(self, tokens: Tokens, at: int, quantity: Quantity, gov: Governor) -> Subject | None:
        """同比增长5%: the level before it."""
        if gov.tag not in ("U", "W"):
            return None
        found = phrase_before(tokens, gov.before, gov.floor)
        if found is not None:
            text = tokens.say(*found)
            return Subject(text, "noun before verb of change", text)
        heard = self.last()
        if heard is not None:
            return Subject(heard.subject.base, "carried from the level before", heard.subject.base)
        return None

    def carried(self, tokens: Tokens, at: int, quantity: Quantity, gov: Governor) -> Subject | None:
        """占全省65%, 居第二: the number before in the paragraph says of what."""
        heard = self.last()
        if heard is None:
            return None
        return Subject(heard.subject.base, "carried from the number before", heard.subject.base, sure=False)

    def topic(self, tokens: Tokens, at: int, quantity: Quantity, gov: Governor) -> Subject | None:
        """The nearest noun phrase to the left in the sentence."""
        i = at - 1
        while i >= 0:
            if tokens.tags[i] in "nwGRX>":
                found = phrase_before(tokens, i, 0)
                if found is not None:
                    return Subject(tokens.say(*found), "nearest noun", tokens.say(*found), sure=False)
            i -= 1
        return None


S = SubjectFinder
ORDER = {
    "count": (S.noun_after, S.object_before, S.same_as_before, S.named_by_verb, S.topic, S.carried),
    "money": (S.changed, S.modified_noun, S.property_before, S.named_by_verb, S.noun_after, S.carried, S.topic),
    "percent": (S.changed, S.modified_noun, S.property_before, S.carried, S.noun_after, S.topic),
    "percentage_point": (S.changed, S.property_before, S.carried, S.topic),
    "measure": (S.changed, S.modified_noun, S.property_before, S.named_by_verb, S.noun_after, S.carried, S.topic),
    "duration": (S.modified_noun, S.property_before, S.noun_after, S.named_by_verb, S.topic, S.carried),
    "rank": (S.property_before, S.noun_after, S.carried, S.topic),
    "ratio": (S.changed, S.modified_noun, S.property_before, S.carried, S.noun_after, S.topic),
}
"""By kind of number, where its subject is looked for, first to last."""

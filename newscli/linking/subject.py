"""What a number counts or measures (计量对象), read from both sides of it."""

from __future__ import annotations

from collections import deque
from typing import Final

from newscli.linking.governor import Governor, governor
from newscli.linking.lexicon import load_growing, load_reaching, load_transitive, load_unsaid
from newscli.linking.readers import choose, in_sentence
from newscli.linking.site import Heard, LineAbove, Site, Subject
from newscli.linking.tokens import Tokens
from newscli.model import Change, Quantity

CHANGES: Final[dict[str, Change]] = {"U": "increase", "W": "decrease"}
MEMORY: Final = 60
"""How many numbers of a paragraph are remembered."""
WORDLESS: Final = "N,.;:、()"
"""Numbers and what divides them: 1家、2家、3家 alone does not say what is counted."""
OBJECT: Final = frozenset("nwaxvVLGkRq")
"""What may stand between a verb of change and the number, as its object: 多完成任务110万吨."""
FIRST_HANZI: Final = "㐀"
"""Where the Chinese characters begin; the text is folded, so figures and letters stand before it."""
CARRYING: Final = frozenset({"carried along a list", "dealt out by order"})
"""How subjects are found whose numbers may share a verb of change: 分别增长31%和36%."""


class SubjectFinder:
    """Finds the subjects of the numbers of a story, in order, remembering what was said in the paragraph."""

    def __init__(self) -> None:
        self.heard: deque[Heard] = deque(maxlen=MEMORY)
        self.sentence = 0
        self.above: LineAbove | None = None
        self.tokens: Tokens | None = None
        """The sentence of the last number; what is asked of a sentence is asked once for all its numbers."""
        self.readers = 0
        """Those that may answer somewhere in it."""
        self.changing = False
        """Whether a verb of change stands in it."""

    def paragraph(self) -> None:
        """Forget what was heard: a new paragraph begins."""
        self.heard.clear()

    def enter(self, tokens: Tokens) -> None:
        """Ask of a sentence what holds for all its numbers."""
        tags = tokens.tags
        self.tokens = tokens
        self.changing = "U" in tags or "W" in tags
        self.readers = in_sentence(tokens, self.above)

    def find(self, tokens: Tokens, at: int, quantity: Quantity) -> tuple[Subject | None, Change | None, Governor]:
        """Return subject, direction of change and governor of the number at token ``at``."""
        if tokens is not self.tokens:
            self.enter(tokens)
        governed = governor(tokens, at, quantity.kind)
        site = Site(tokens, at, quantity, governed, self.sentence, self.heard, self.above)
        change = change_of(site) if self.changing or quantity.unit in load_growing() else None
        subject = self.subject(site)
        if subject is not None:
            if change is None and subject.how in CARRYING:
                change = self.listed_change(tokens, at)
            self.heard.append(Heard(subject, quantity, self.sentence, at, change))
        return subject, change, governed

    def subject(self, site: Site) -> Subject | None:
        """Return what the first reader finds; where there are no words, here or before, there is nothing to find."""
        if self.heard or site.tags.strip(WORDLESS):
            for read in choose(site, self.readers):
                subject = read(site)
                if subject is not None and is_sound(subject):
                    return subject
        return None

    def listed_change(self, tokens: Tokens, at: int) -> Change | None:
        """Return the direction that a list of changes states once: 分别增长31%和36%."""
        heard = self.heard[-1] if self.heard else None
        joined = heard is not None and heard.sentence == self.sentence and heard.at == at - 2
        return heard.change if heard and joined and tokens.tags[at - 1] in "、c(" else None


def is_sound(subject: Subject) -> bool:
    """Return whether a subject says what is counted: not 据介绍 or 即, nor the one letter of a name or a score."""
    return subject.text not in load_unsaid() and not (len(subject.text) == 1 and subject.text < FIRST_HANZI)


def change_of(site: Site) -> Change | None:
    """Return increase or decrease where the number is the size of a change: 增长5%, 新增贷款2万亿元."""
    tags, gov = site.tags, site.governor
    if site.quantity.kind == "rank":
        return None
    if gov.tag in CHANGES:
        return CHANGES[gov.tag]
    if site.quantity.unit in load_growing():
        return "increase"
    leaning = leaning_on(site)
    if leaning in CHANGES:
        return CHANGES[leaning]
    i = gov.at  # 多完成任务110万吨
    if i != gov.before:
        return None
    while i >= gov.floor and tags[i] in OBJECT:
        i -= 1
    if i < gov.floor or i == gov.at or tags[i] not in CHANGES:
        return None
    verb = site.tokens.say(i, i)
    if verb in load_transitive() or (len(verb) == 1 and tags[i + 1] in "vVL" and i + 1 < gov.at):
        return CHANGES[tags[i]]
    return None


def leaning_on(site: Site) -> str:
    """Return the tag of the verb that a level leans on or a bracket follows: 增长高达17%, 下滑(超过30%)."""
    tokens, gov, tags = site.tokens, site.governor, site.tags
    if gov.tag == "L" and gov.at > gov.floor and tokens.say(gov.at, gov.at) in load_reaching():
        return tags[gov.at - 1]
    return tags[site.at - 2] if site.at > 1 and tags[site.at - 1] == "(" else ""

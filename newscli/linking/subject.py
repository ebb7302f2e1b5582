"""What a number counts or measures (计量对象), read from both sides of it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable

from newscli.linking.behind import first_of_kind, listed_ahead, modified_noun, noun_after, noun_changed
from newscli.linking.beside import (
    before_bracket,
    dimension,
    item,
    object_before,
    property_before,
    rate_after_preposition,
)
from newscli.linking.carried import (
    among,
    carried,
    changed,
    labelled,
    listed_with,
    nearest,
    ranked,
    ranked_alike,
    same_unit,
    second_level,
    summed_up,
    topic,
)
from newscli.linking.dealt import dealt
from newscli.linking.deed import (
    changed_itself,
    done_in,
    identified,
    lone_verb,
    named_by_verb,
    people,
    predicate,
    share_done,
    spell,
    spent_on,
    verb_alone,
)
from newscli.linking.governor import Governor, governor
from newscli.linking.lexicon import load_growing, load_reaching, load_transitive
from newscli.linking.site import Heard, LineAbove, Site, Subject
from newscli.linking.table import cell, under_line
from newscli.linking.tokens import Tokens
from newscli.model import Change, Quantity

CHANGES: dict[str, Change] = {"U": "increase", "W": "decrease"}


MEMORY = 60
"""How many numbers of a paragraph are remembered."""
WORD = re.compile(r"[^N,.;:、()]")
"""A token other than numbers and what divides them: 1家、2家、3家 alone does not say what is counted."""
Reader = Callable[[Site], Subject | None]


class SubjectFinder:
    """Finds the subjects of the numbers of a story, in order, remembering what was said in the paragraph."""

    def __init__(self) -> None:
        self.heard: deque[Heard] = deque(maxlen=MEMORY)
        self.sentence = 0
        self.above: LineAbove | None = None

    def paragraph(self) -> None:
        """Forget what was heard: a new paragraph begins."""
        self.heard.clear()

    def find(self, tokens: Tokens, at: int, quantity: Quantity) -> tuple[Subject | None, Change | None, Governor]:
        """Return subject, direction of change and governor of the number at token ``at``."""
        governed = governor(tokens, at, rank=quantity.kind == "rank")
        site = Site(tokens, at, quantity, governed, self.heard, self.sentence, self.above)
        change = None if quantity.kind == "rank" else change_of(site)
        subject = self.subject(site)
        if subject is not None:
            if change is None and subject.how in ("carried along a list", "dealt out by order"):
                change = self.listed_change(tokens, at)
            self.heard.append(Heard(subject, quantity, self.sentence, at, change))
        return subject, change, site.governor

    def subject(self, site: Site) -> Subject | None:
        """Return what the first reader finds; where there are no words, here or before, there is nothing to find."""
        if self.heard or WORD.search(site.tokens.tags):
            for read in READERS[site.quantity.kind]:
                subject = read(site)
                if subject is not None:
                    return subject
        return None

    def listed_change(self, tokens: Tokens, at: int) -> Change | None:
        """Return the direction that a list of changes states once: 分别增长31%和36%."""
        heard = self.heard[-1] if self.heard else None
        joined = heard is not None and heard.sentence == self.sentence and heard.at == at - 2
        return heard.change if heard and joined and tokens.tags[at - 1] in "、c(" else None


def change_of(site: Site) -> Change | None:
    """Return increase or decrease where the number is the size of a change: 增长5%, 新增贷款2万亿元."""
    tags, gov = site.tokens.tags, site.governor
    if gov.tag in CHANGES:
        return CHANGES[gov.tag]
    if site.quantity.unit in load_growing():
        return "increase"
    leaning = leaning_on(site)
    if leaning in CHANGES:
        return CHANGES[leaning]
    i = gov.at  # 多完成任务110万吨
    while i >= gov.floor and tags[i] in "nwaxvVLGkRq":
        i -= 1
    if i < gov.floor or gov.at != gov.before or i == gov.at or tags[i] not in CHANGES:
        return None
    verb = site.tokens.say(i, i)
    return (
        CHANGES[tags[i]]
        if verb in load_transitive() or (len(verb) == 1 and tags[i + 1] in "vVL" and i + 1 < gov.at)
        else None
    )


def leaning_on(site: Site) -> str:
    """Return the tag of the verb that a level leans on or a bracket follows: 增长高达17%, 下滑(超过30%)."""
    tokens, gov, tags = site.tokens, site.governor, site.tokens.tags
    if gov.tag == "L" and gov.at > gov.floor and tokens.say(gov.at, gov.at) in load_reaching():
        return tags[gov.at - 1]
    return tags[site.at - 2] if site.at > 1 and tags[site.at - 1] == "(" else ""


READERS: dict[str, tuple[Reader, ...]] = {
    "count": (
        cell, dealt, listed_with, second_level, summed_up, among, changed_itself, noun_after, before_bracket,
        labelled, predicate, object_before, item, people, identified, same_unit, named_by_verb, carried, topic,
        lone_verb, nearest, under_line,
    ),
    "money": (
        cell, dealt, listed_with, second_level, before_bracket, labelled, noun_changed, changed,
        rate_after_preposition, listed_ahead, modified_noun, property_before, named_by_verb, noun_after, spent_on,
        topic, lone_verb, carried, nearest, under_line,
    ),
    "percent": (
        cell, dealt, listed_with, second_level, before_bracket, labelled, noun_changed, changed, modified_noun,
        property_before, share_done, identified, carried, noun_after, topic, lone_verb, nearest, under_line,
    ),
    "percentage_point": (
        cell, dealt, listed_with, labelled, noun_changed, changed, property_before, carried, topic, lone_verb,
        nearest, under_line,
    ),
    "measure": (
        cell, dealt, listed_with, second_level, before_bracket, labelled, noun_changed, changed, dimension,
        listed_ahead, modified_noun, property_before, verb_alone, named_by_verb, topic, noun_after, carried,
        lone_verb, nearest, under_line,
    ),
    "duration": (
        labelled, done_in, modified_noun, spell, property_before, named_by_verb, topic, lone_verb, carried,
        noun_after, nearest,
    ),
    "rank": (
        first_of_kind, labelled, ranked, ranked_alike, property_before, noun_after, carried, topic, lone_verb,
        nearest,
    ),
    "ratio": (
        cell, dealt, listed_with, labelled, noun_changed, changed, modified_noun, property_before, identified, topic, carried,
        noun_after, lone_verb, nearest,
    ),
}  # fmt: skip
"""By kind of number, where its subject is looked for, first to last."""

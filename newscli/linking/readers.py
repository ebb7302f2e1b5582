"""The readers of subjects: in what order a number of each kind asks them, and what each must see before it can answer.

Some twenty readers could say what a number counts, and most of them have nothing to say of most numbers. A look at a few tags shows
it: the governor's, those on either side of the number, and the marks of the sentence. Each reader has a bit of its own; what is seen
masks the bits of those that it leaves without an answer, and only the readers whose bits remain are asked, in the order of the kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from newscli.linking.behind import first_of_kind, modified_noun, noun_after, noun_changed
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
from newscli.linking.dealt import dealt, listed_ahead, shared_behind
from newscli.linking.deed import (
    changed_itself,
    identified,
    lone_verb,
    named_by_verb,
    people,
    predicate,
    share_done,
    spent_on,
    times,
    verb_alone,
)
from newscli.linking.governor import TAGS
from newscli.linking.persons import aged
from newscli.linking.site import LineAbove, Site, Subject
from newscli.linking.spans import done_in, route, spell
from newscli.linking.table import PROSE, cell, under_line
from newscli.linking.tokens import PLACE, Tokens
from newscli.model import QuantityKind

Read = Callable[[Site], Subject | None]
EDGE: Final = ""
"""What stands beside a number that opens or ends its sentence, and governs one that opens its clause."""
ANYTHING: Final = TAGS | {EDGE}
GOVERNED: Final = TAGS
VERBS: Final = "vwV"
OPEN: Final = ANYTHING - {",", ".", ";", ":", EDGE}
"""What may stand between a number and its noun, or be it; across a comma that is the space of a heading, only after a verb."""
WORDED: Final = OPEN - set("、()<cdpueg")
"""What may open the noun phrase after a rank."""


class Reader(NamedTuple):
    """A reader, and outside of what it has no answer."""

    read: Read
    governors: Iterable[str] = ANYTHING
    """Tags of the governor."""
    before: Iterable[str] = ANYTHING
    """Tags straight before the number."""
    after: Iterable[str] = ANYTHING
    """Tags straight after the number."""
    needs: str = ""
    """A tag that stands somewhere in the sentence."""
    tabled: bool = False
    """The line may be a row of a table, under a line that heads it."""


AGED: Final = Reader(aged, before=",(n")
CELL: Final = Reader(cell, tabled=True)
DEALT: Final = Reader(dealt, needs="i")
SHARED_BEHIND: Final = Reader(shared_behind, before=PLACE, after="、c,")
LISTED_WITH: Final = Reader(listed_with, before="、c")
SECOND_LEVEL: Final = Reader(second_level, governors="L")
SUMMED_UP: Final = Reader(summed_up, needs="g")
AMONG: Final = Reader(among, before="g")
CHANGED_ITSELF: Final = Reader(changed_itself, governors="UW")
NOUN_AFTER: Final = Reader(noun_after, after=OPEN)
SHARE_OF: Final = Reader(noun_after, governors=(EDGE, "#", "S", "c"), after="n")
NOUN_ACROSS: Final = Reader(noun_after, governors="vV", after=",")
BEFORE_BRACKET: Final = Reader(before_bracket, needs="(")
LABELLED: Final = Reader(labelled, needs=":")
PREDICATE: Final = Reader(predicate, after="dtfnvVwUWJp")
TIMES: Final = Reader(times, after="dvVUWJE")
OBJECT_BEFORE: Final = Reader(object_before, governors=GOVERNED - {"v", "V"})
ITEM: Final = Reader(item, governors=GOVERNED)
PEOPLE: Final = Reader(people, governors=VERBS)
IDENTIFIED: Final = Reader(identified, after="L")
SAME_UNIT: Final = Reader(same_unit)
NAMED_BY_VERB: Final = Reader(named_by_verb, governors=VERBS)
CARRIED: Final = Reader(carried)
TOPIC: Final = Reader(topic)
LONE_VERB: Final = Reader(lone_verb, governors=VERBS)
NEAREST: Final = Reader(nearest)
UNDER_LINE: Final = Reader(under_line)
NOUN_CHANGED: Final = Reader(noun_changed, governors="UW", after="D")
CHANGED: Final = Reader(changed, governors="UW")
RATE_AFTER_PREPOSITION: Final = Reader(rate_after_preposition, governors="nx")
LISTED_AHEAD: Final = Reader(listed_ahead, governors=(EDGE, "V", "v", "L"), after="、c")
MODIFIED_NOUN: Final = Reader(modified_noun, after=OPEN)
MODIFIED_ACROSS: Final = Reader(modified_noun, governors="vV", after=",")
PROPERTY_BEFORE: Final = Reader(property_before, governors=GOVERNED)
SPENT_ON: Final = Reader(spent_on, after="V")
SHARE_DONE: Final = Reader(share_done, governors=VERBS)
VERB_ALONE: Final = Reader(verb_alone, governors=VERBS)
DIMENSION: Final = Reader(dimension, governors="h")
DONE_IN: Final = Reader(done_in, before="pLuvd")
SPELL: Final = Reader(spell, governors="L")
ROUTE: Final = Reader(route)
FIRST_OF_KIND: Final = Reader(first_of_kind, after=WORDED)
RANKED: Final = Reader(ranked, governors="JL")
RANKED_ALIKE: Final = Reader(ranked_alike)

READERS: Final[dict[QuantityKind, tuple[Reader, ...]]] = {
    "count": (
        CELL, DEALT, SHARED_BEHIND, LISTED_WITH, SECOND_LEVEL, SUMMED_UP, AMONG, CHANGED_ITSELF, NOUN_AFTER, NOUN_ACROSS, BEFORE_BRACKET,
        LABELLED, PREDICATE, TIMES, OBJECT_BEFORE, ITEM, PEOPLE, IDENTIFIED, SAME_UNIT, NAMED_BY_VERB, CARRIED, TOPIC,
        LONE_VERB, NEAREST, UNDER_LINE,
    ),
    "money": (
        CELL, DEALT, LISTED_WITH, SECOND_LEVEL, BEFORE_BRACKET, LABELLED, NOUN_CHANGED, CHANGED,
        RATE_AFTER_PREPOSITION, LISTED_AHEAD, MODIFIED_NOUN, MODIFIED_ACROSS, PROPERTY_BEFORE, NAMED_BY_VERB, NOUN_AFTER, NOUN_ACROSS, SPENT_ON,
        TOPIC, LONE_VERB, CARRIED, NEAREST, UNDER_LINE,
    ),
    "percent": (
        CELL, DEALT, LISTED_WITH, SECOND_LEVEL, BEFORE_BRACKET, LABELLED, NOUN_CHANGED, CHANGED, MODIFIED_NOUN, MODIFIED_ACROSS,
        PROPERTY_BEFORE, SHARE_DONE, IDENTIFIED, SHARE_OF, CARRIED, NOUN_AFTER, NOUN_ACROSS, TOPIC, LONE_VERB, NEAREST, UNDER_LINE,
    ),
    "percentage_point": (
        CELL, DEALT, LISTED_WITH, LABELLED, NOUN_CHANGED, CHANGED, PROPERTY_BEFORE, CARRIED, TOPIC, LONE_VERB,
        NEAREST, UNDER_LINE,
    ),
    "measure": (
        CELL, AGED, DEALT, LISTED_WITH, SECOND_LEVEL, BEFORE_BRACKET, LABELLED, NOUN_CHANGED, CHANGED, DIMENSION,
        LISTED_AHEAD, MODIFIED_NOUN, MODIFIED_ACROSS, PROPERTY_BEFORE, VERB_ALONE, NAMED_BY_VERB, TOPIC, NOUN_AFTER, NOUN_ACROSS, CARRIED,
        LONE_VERB, NEAREST, UNDER_LINE,
    ),
    "duration": (
        LABELLED, DONE_IN, ROUTE, MODIFIED_NOUN, MODIFIED_ACROSS, SPELL, PROPERTY_BEFORE, NAMED_BY_VERB, TOPIC, LONE_VERB, CARRIED,
        NOUN_AFTER, NOUN_ACROSS, NEAREST,
    ),
    "rank": (
        FIRST_OF_KIND, LABELLED, RANKED, RANKED_ALIKE, PROPERTY_BEFORE, NOUN_AFTER, NOUN_ACROSS, CARRIED, TOPIC, LONE_VERB,
        NEAREST,
    ),
    "ratio": (
        CELL, DEALT, LISTED_WITH, LABELLED, NOUN_CHANGED, CHANGED, MODIFIED_NOUN, MODIFIED_ACROSS, PROPERTY_BEFORE, IDENTIFIED, TOPIC, SHARE_OF, CARRIED,
        NOUN_AFTER, NOUN_ACROSS, LONE_VERB, NEAREST,
    ),
}  # fmt: skip
"""By kind of number, where its subject is looked for, first to last."""

BITS: Final = {reader: 1 << place for place, reader in enumerate(dict.fromkeys(chain.from_iterable(READERS.values())))}
ALL: Final = (1 << len(BITS)) - 1
ORDER: Final = {kind: [(BITS[reader], reader.read) for reader in readers] for kind, readers in READERS.items()}


def by_tag(seen: Callable[[Reader], Iterable[str]]) -> dict[str, int]:
    """Return by tag the bits of those that may answer where it is seen in one place."""
    found = dict.fromkeys(ANYTHING, sum(bit for reader, bit in BITS.items() if seen(reader) is ANYTHING))
    for reader, bit in BITS.items():
        if seen(reader) is not ANYTHING:
            for tag in seen(reader):
                found[tag] |= bit
    return found


BEFORE: Final = by_tag(lambda reader: reader.before)
AFTER: Final = by_tag(lambda reader: reader.after)
GOVERNING: Final = by_tag(lambda reader: reader.governors)
UNTABLED: Final = sum(bit for reader, bit in BITS.items() if not reader.tabled)
WITHOUT: Final = {reader.needs: ALL - bit for reader, bit in BITS.items() if reader.needs}
"""By tag that only one needs, the bits of the others."""


def in_sentence(tokens: Tokens, above: LineAbove | None) -> int:
    """Return the bits of those that may answer somewhere in a sentence; one that ends as prose does is no row of a table."""
    tags = tokens.tags
    found = UNTABLED if above is None or tokens.text[tokens.ends[-1] - 1] in PROSE else ALL
    for mark, others in WITHOUT.items():
        if mark not in tags:
            found &= others
    return found


def choose(site: Site, readers: int) -> tuple[Read, ...]:
    """Return which of the readers to ask for a number, in the order of its kind: those that what stands beside it leaves."""
    tags, at = site.tags, site.at  # before a number that opens its sentence, its last tag is seen: that asks no fewer
    beside = AFTER[tags[at + 1 : at + 2]] & BEFORE[tags[at - 1]]
    return in_order(site.quantity.kind, readers & GOVERNING[site.governor.tag] & beside)


@lru_cache(maxsize=4096)
def in_order(kind: QuantityKind, readers: int) -> tuple[Read, ...]:
    """Return readers in the order in which a kind of number asks them."""
    return tuple(read for bit, read in ORDER[kind] if readers & bit)

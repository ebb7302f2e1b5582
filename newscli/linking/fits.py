"""Nouns with a verb in them, told by the classifier: it says what kind of thing is counted, and that stands behind the verb."""

from __future__ import annotations

from newscli.linking.lexicon import load_fitting
from newscli.linking.persons import VERBS
from newscli.linking.phrase import LONGEST, phrase_after
from newscli.linking.site import Site, Subject


def fitting(site: Site, at: int) -> Subject | None:
    """Read 参展企业 in 38家参展企业: a verb before a noun that the classifier counts describes it."""
    last = kind_behind(site, at, at) if site.tags[at : at + 1] in VERBS else None
    if last is None:
        return None
    text = site.tokens.say(at, last)
    return Subject(text, "noun after number", text)


def past_participle(site: Site, first: int, last: int) -> int:
    """Return where a noun ends that a verb in it seems to cut off: 1例本土确诊病例, but 12名医生治疗患者."""
    kinds = load_fitting().get(site.quantity.unit or "", ())
    if not kinds or site.tokens.say(first, last).endswith(kinds):
        return last
    return kind_behind(site, first, last + 1) or last


def kind_behind(site: Site, first: int, verb: int) -> int | None:
    """Return the last token of the phrase straight behind a verb, if the classifier counts what it names."""
    kinds = load_fitting().get(site.quantity.unit or "")
    found = phrase_after(site.tokens, verb + 1) if kinds else None
    if not kinds or found is None or found[0] != verb + 1:
        return None
    text = site.tokens.say(first, found[1])
    return found[1] if len(text) <= LONGEST and text.endswith(kinds) else None

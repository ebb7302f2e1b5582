"""Stories that one page begins and another ends: a continuation (转版) finds its beginning by headline or page number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newscli.model import Article, Layout
from newscli.page.cohesion import character_pairs
from newscli.page.header import read_page
from newscli.reading.fold import fold

NO_LETTERS: Final = r"[\W_]+"
NUMERALS: Final = {character: value for value, character in enumerate("一二三四五六七八九", 1)} | {"头": 1}
REACH: Final = 400
SAME_WORDS: Final = 0.5
"""A continuation often has a shorter headline: half of its words stand in the headline, or in the text, of its beginning."""


class Joint(NamedTuple):
    """A continuation and its beginning, each as the place of its page among the layouts and of the story on that page."""

    beginning: tuple[int, int]
    continuation: tuple[int, int]
    reason: str
    """``headline``, ``page`` or ``words``: what said so."""


def page_number(name: str | None) -> str | None:
    """Return the bare number of a page: 第一版 → 1, A02版 → A2.

    >>> [page_number(name) for name in ("第一版", "A02版", "十二版", "头版", None)]
    ['1', 'A2', '12', '1', None]
    """
    if not name:
        return None
    match = re.search(r"([A-Z]*)0*(\d+)", name)
    if match:
        return match[1] + match[2]
    digits = [character for character in name if character in NUMERALS or character == "十"]
    if not digits:
        return None
    tens, _, units = "".join(digits).rpartition("十")
    if "十" in digits:
        return str((NUMERALS.get(tens, 1)) * 10 + NUMERALS.get(units, 0))
    return str(NUMERALS[digits[0]])


def letters_of(article: Article) -> str:
    """Return a headline's letters, without signs and column names."""
    if article.headline is None:
        return ""
    text = fold(article.headline.text)
    return re.sub(NO_LETTERS, "", text.removesuffix(f"({article.headline.section})"))


class Story(NamedTuple):
    """A story of an issue, with its page."""

    place: tuple[int, int]
    article: Article
    page: str | None
    layout: Layout


def join_layouts(layouts: Sequence[Layout]) -> tuple[Joint, ...]:
    """Return which continuation belongs to which beginning, over the pages of one issue.

    A continuation is joined once, to the story that agrees best: the same headline first, then the page that both jump lines
    name, then the words they share. What nothing speaks for stays alone.
    """
    everything = list(stories(layouts))
    taken: set[tuple[int, int]] = set()
    joints: list[Joint] = []
    for later in everything:
        if later.article.type != "continuation":
            continue
        offers = [
            (*weigh(story, later), story.place)
            for story in everything
            if story.article.type != "continuation" and story.place[0] != later.place[0] and story.place not in taken
        ]
        strength, reason, place = max(offers, default=(0, "", (0, 0)))
        if strength > 0:
            taken.add(place)
            joints.append(Joint(place, later.place, reason))
    return tuple(joints)


def stories(layouts: Sequence[Layout]) -> Iterator[Story]:
    """Yield the stories of all pages."""
    for number, layout in enumerate(layouts):
        page = page_number(read_page(layout.document.text))
        for index, article in enumerate(layout.articles):
            yield Story((number, index), article, page, layout)


def weigh(story: Story, later: Story) -> tuple[float, str]:
    """Return how much speaks for a story's being the beginning of a continuation, and what."""
    head, other = letters_of(story.article), letters_of(later.article)
    named, onward = page_number(later.article.continued_from), page_number(story.article.continued_to)
    if story.page and named and named != story.page:
        return 0, ""
    pages = (named is not None and named == story.page) + (onward is not None and onward == later.page)
    if head and other and (head in other or other in head):
        return 10 + pages, "headline"
    if onward is None or (later.page and onward != later.page):
        return 0, ""
    words = shared_words(story, later)
    if words >= SAME_WORDS:
        return 5 + pages + words, "words"
    return (pages + words, "page") if pages else (0, "")


def shared_words(story: Story, later: Story) -> float:
    """Return the share of a continuation's first words that stand in the story too."""
    words = character_pairs(later.layout.flow.text[later.article.start : later.article.start + REACH])
    known = character_pairs(story.layout.flow.text[story.article.start : story.article.end])
    return len(words & known) / len(words) if words else 0.0

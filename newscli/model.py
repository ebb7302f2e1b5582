"""The values that pass between the stages.

Two coordinates are in use, and only two:

* *document offsets* count characters of :attr:`Document.text`. Every value that leaves the library carries these, and
  ``document.text[span.start : span.end] == surface`` holds for all of them.
* *flow offsets* count characters of :attr:`Flow.text`, the page as it is read: columns and wraps rejoined, furniture and
  second printings left out. The extractors work here, so that ``丽⏎⏎水`` is one word to them; :meth:`Flow.locate` leads back.

Values are frozen dataclasses. Those of which a page has many (:class:`Span`, :class:`Mention`, :class:`NumericFact`,
:class:`PlaceMention`, :class:`Paragraph` and what signs and heads a story) are named tuples, which are as immutable and cost a
quarter of the time to make.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any, Generic, Literal, NamedTuple, TypeVar

QuantityKind = Literal["count", "money", "percent", "percentage_point", "measure", "duration", "rank", "ratio"]
Hedge = Literal["exact", "about", "nearly", "under", "over", "at_least", "at_most", "range", "several", "top"]
Change = Literal["increase", "decrease"]
ArticleType = Literal["article", "photo", "continuation", "notice"]
NameKind = Literal["org", "person", "media", "event", "road", "body"]
PlaceLevel = Literal[
    "world",
    "region",
    "country",
    "province",
    "prefecture",
    "county",
    "township",
    "village",
    "zone",
    "water",
    "mountain",
    "landmark",
    "city",
]
Confidence = Literal["high", "medium", "low"]

Number = Decimal | Fraction
"""An exact number: a fraction only where the text states one (三分之一, 1:3)."""

V_co = TypeVar("V_co", covariant=True)


class Span(NamedTuple):
    """A half-open run of characters of ``Document.text``."""

    start: int
    end: int


make_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
"""Makes a span of its two ends in one; the constructor, which is written in Python, takes twice as long."""


@dataclass(frozen=True, slots=True)
class Document:
    """One input as decoded: byte-order mark removed, line ends as they are."""

    source: str
    text: str
    encoding: str = "utf-8"
    date: date | None = None
    """The day of publication (出版日期), when known from the caller or the page."""
    paper: str | None = None
    """The newspaper (报名), when known from the caller or the page."""
    title: str | None = None
    """A headline handed in beside the text, as JSONL input may do."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The page as it is read, with the way back to where each character stands."""

    printed: str
    """The characters as the page prints them."""
    text: str
    """The same, folded to half-width and simplified forms; same length, and what patterns are matched on."""
    starts: tuple[int, ...] = ()
    """Flow offsets at which another piece of the document begins, ascending."""
    origins: tuple[int, ...] = ()
    """The document offset of each of those."""

    def origin(self, offset: int) -> int:
        """Return the document offset of the character at a flow offset."""
        piece = bisect_right(self.starts, offset) - 1
        return self.origins[piece] + offset - self.starts[piece]

    def locate(self, start: int, end: int) -> Span:
        """Return where a non-empty run of the flow stands in the document, breaks inside it included."""
        starts = self.starts
        piece = bisect_right(starts, start) - 1
        if piece + 1 == len(starts) or end <= starts[piece + 1]:  # within one piece, as nearly all are
            shift = self.origins[piece] - starts[piece]
            return make_span((start + shift, end + shift))
        return Span(self.origin(start), self.origin(end - 1) + 1)


class Headline(NamedTuple):
    """The headline block (标题): kicker (引题), main line (主题), deck (副题), column name (栏目)."""

    lines: tuple[str, ...]
    kicker: str | None = None
    deck: str | None = None
    section: str | None = None

    @property
    def text(self) -> str:
        """The lines joined by one space."""
        return " ".join(self.lines)


class Dateline(NamedTuple):
    """The dateline (电头): 本报嘉兴1月31日电 → outlet 本报, place 嘉兴, date 1月31日."""

    text: str
    outlet: str | None = None
    place: str | None = None
    date: str | None = None


class Byline(NamedTuple):
    """One signature (署名) with its role as printed; ``unit`` marks the pen name of an office (江公宣)."""

    name: str
    role: str | None = None
    outlet: str | None = None
    unit: bool = False


class Paragraph(NamedTuple):
    """A paragraph (段落) as flow offsets; ``text`` is what is printed, rejoined."""

    start: int
    end: int
    text: str


make_paragraph: Callable[[tuple[int, int, str]], Paragraph] = partial(tuple.__new__, Paragraph)
"""Makes a paragraph of its three parts in one, for the same reason as :data:`make_span`."""


@dataclass(frozen=True, slots=True)
class Article:
    """A story (稿件), a photo, a continuation or a notice: one entry of the page, in the order of the page."""

    number: int
    """Counts from 1 within a document."""
    type: ArticleType
    lines: tuple[int, int]
    """First and last line, 1-based and inclusive."""
    start: int
    """Flow offsets of the whole article, headline included."""
    end: int
    headline: Headline | None = None
    headline_end: int = 0
    """Flow offset at which the headline ends; equal to ``start`` where there is none."""
    dateline: Dateline | None = None
    bylines: tuple[Byline, ...] = ()
    continued_from: str | None = None
    continued_to: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    repeats: tuple[tuple[int, int], ...] = ()
    evidence: tuple[str, ...] = ()
    """Why the page was cut here, strongest first, for ``explain``."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the page stage hands on."""

    document: Document
    flow: Flow
    articles: tuple[Article, ...]


class Mention(NamedTuple, Generic[V_co]):
    """Something found, in flow offsets, with the name of the rule that found it."""

    start: int
    end: int
    value: V_co
    rule: str


make_mention: Callable[[tuple[int, int, Any, str]], Mention[Any]] = partial(tuple.__new__, Mention)
"""Makes a mention of its four parts in one; the constructor, which is written in Python, takes twice as long."""


class Quantity(NamedTuple):
    """A number with its bounds and unit; ``value`` in the base of ``unit``, magnitudes multiplied out."""

    kind: QuantityKind
    value: Number | None
    low: Number | None
    high: Number | None
    hedge: Hedge
    unit: str | None
    currency: str | None = None
    per: str | None = None
    implied: bool = False
    weak: bool = False
    """True for a number used like an article (一家网店) or an ordinal in passing (首次): a fact, but a slight one."""


@dataclass(frozen=True, slots=True)
class Period:
    """A time expression (时间): as written, and as ISO days where the publication date allows."""

    text: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place (地名) as resolved; ``code`` is null while several ``candidates`` remain."""

    name: str
    """The official name (金华市), or the name as written where there is none."""
    code: str | None
    """GB/T 2260 for divisions of China (9 digits for townships), ISO 3166 for countries, null for what has neither."""
    level: PlaceLevel
    path: tuple[str, ...] = ()
    """The names from the province down (浙江省, 金华市, 婺城区)."""
    in_name: NameKind | None = None
    """Set when the place is only part of a name: 浙江大学 ``org``, 浙江日报 ``media``, 杜金华 ``person``."""
    locates: bool = True
    """Whether it says where a fact happens: true for 衢州市档案馆 although that is a name, false for 浙江大学."""
    candidates: tuple[str, ...] = ()
    describes: bool = False
    """Whether it only describes a group or branch, whose name it is no part of (上海杂技团, 农行河南分行), or is a sight (东直门)."""


class NumericFact(NamedTuple):
    """A quantity with what it counts, where and when: one row of ``newscli facts``."""

    article: int
    span: Span
    surface: str
    quantity: Quantity
    rule: str
    sentence: str
    subject: str | None = None
    place: str | None = None
    code: str | None = None
    period: Period | None = None
    change: Change | None = None
    confidence: Confidence = "medium"
    evidence: tuple[str, ...] = ()
    """Which evidence decided subject, place and period, for ``explain``."""


class PlaceMention(NamedTuple):
    """A place where it stands: one row of ``newscli places``."""

    article: int
    span: Span
    surface: str
    place: Toponym
    rule: str


make_place_mention: Callable[[tuple[int, Span, str, Toponym, str]], PlaceMention] = partial(tuple.__new__, PlaceMention)
"""Makes a row of its five parts in one, for the same reason as :data:`make_span`."""

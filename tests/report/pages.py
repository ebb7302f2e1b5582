"""Pages with what was found on them, written by hand: the report is tested apart from the extractors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from newscli.extractors.place import gazetteer
from newscli.model import (
    Article,
    Byline,
    Change,
    Confidence,
    Dateline,
    Document,
    Flow,
    Headline,
    Hedge,
    Layout,
    Mention,
    NumericFact,
    Paragraph,
    Period,
    PlaceMention,
    Quantity,
    QuantityKind,
    Span,
    Toponym,
)
from newscli.pipeline import Reading


@dataclass(frozen=True, slots=True)
class Found:
    """A fact as a test writes it down: where it stands, and what it says."""

    surface: str
    kind: QuantityKind
    value: str | None
    unit: str | None
    subject: str | None = None
    code: str | None = None
    time: Period | None = None
    low: str | None = None
    high: str | None = None
    hedge: Hedge = "exact"
    change: Change | None = None
    confidence: Confidence = "high"


@dataclass(frozen=True, slots=True)
class Story:
    """A story as a test writes it down."""

    headline: str
    body: str
    facts: Sequence[Found] = ()
    places: Sequence[tuple[str, str]] = ()
    """Surfaces with the codes of what they name."""
    writer: str = "沈岳"


def read_by_hand(source: str, *stories: Story) -> Reading:
    """Return a reading that finds what the stories say."""
    text, articles = "", []
    for number, story in enumerate(stories, 1):
        start = len(text)
        text += f"{story.headline}\n{story.body}\n\n"
        body = start + len(story.headline) + 1
        end = body + len(story.body) + 1
        articles.append(
            Article(
                number,
                "article",
                (3 * number - 2, 3 * number - 1),
                start,
                end,
                Headline((story.headline,)),
                body - 1,
                Dateline("本报讯", outlet="本报"),
                (Byline(story.writer, "记者"),),
                paragraphs=(Paragraph(body, end - 1, story.body),),
            )
        )
    document = Document(source, text, date=date(2024, 2, 1), paper="江南晨报")
    reading = Reading(document)
    pairs = list(zip(articles, stories, strict=True))
    vars(reading).update(
        layout=Layout(document, Flow(text, text, (0,), (0,)), tuple(articles)),
        periods=[m for a, s in pairs for m in periods_of(text, a, s)],
        places=tuple(m for a, s in pairs for m in places_of(text, a, s)),
        facts=tuple(f for a, s in pairs for f in facts_of(text, a, s)),
    )
    return reading


def span_of(text: str, surface: str, start: int) -> Span:
    at = text.index(surface, start)
    return Span(at, at + len(surface))


def places_of(text: str, article: Article, story: Story) -> list[PlaceMention]:
    mentions = []
    for surface, code in story.places:
        place = gazetteer().division(code)
        toponym = Toponym(place.name, code, place.level, gazetteer().path(code))
        span = span_of(text, surface, article.start)
        mentions.append(PlaceMention(article.number, span, surface, toponym, "place.by-hand"))
    return mentions


def periods_of(text: str, article: Article, story: Story) -> list[Mention[Period]]:
    spans = [(span_of(text, f.time.text, article.start), f.time) for f in story.facts if f.time]
    return [Mention(span.start, span.end, time, "period.by-hand") for span, time in dict.fromkeys(spans)]


def facts_of(text: str, article: Article, story: Story) -> list[NumericFact]:
    facts, at = [], article.start
    for found in story.facts:
        span = span_of(text, found.surface, at)
        at = span.end
        facts.append(fact_of(found, article, span, sentence_around(text, span)))
    return facts


def sentence_around(text: str, span: Span) -> str:
    start = max(text.rfind(stop, 0, span.start) for stop in "。\n") + 1
    end = min(at for stop in "。\n" if (at := text.find(stop, span.end)) >= 0)
    return text[start : end + 1].strip()


def fact_of(found: Found, article: Article, span: Span, sentence: str) -> NumericFact:
    low, high = found.low or found.value, found.high or found.value
    if found.hedge == "over":
        high = None
    quantity = Quantity(
        found.kind, number(found.value), number(low), number(high), found.hedge, found.unit,
        currency="CNY" if found.kind == "money" else None,
    )  # fmt: skip
    return NumericFact(
        article.number,
        span,
        found.surface,
        quantity,
        "quantity.by-hand",
        sentence,
        found.subject,
        gazetteer().division(found.code).name if found.code else None,
        found.code,
        found.time,
        found.change,
        found.confidence,
    )


def number(digits: str | None) -> Decimal | None:
    return None if digits is None else Decimal(digits)


def year(number: int) -> Period:
    return Period(f"{number}年", date(number, 1, 1), date(number, 12, 31))


JINHUA = Story(
    "金华送服务上门",
    "本报讯（记者 沈岳）金华市今年走访企业182家，其中婺城区40多家。当天收集问题63个。",
    [
        Found("182家", "count", "182", "家", "企业", "330700"),
        Found("40多家", "count", "40", "家", "企业", "330702", hedge="over", confidence="low"),
        Found("63个", "count", "63", "个", "问题", "330700"),
    ],
    [("金华", "330700"), ("婺城区", "330702")],
)
LISHUI = Story(
    "丽水创业贷款回升",
    "本报讯（记者 沈岳）丽水市经营主体增长率从2021年的4.94%提高到2023年的9.17%，贷款余额376亿元。",
    [
        Found("4.94%", "percent", "4.94", "%", "增长率", "331100", year(2021)),
        Found("9.17%", "percent", "9.17", "%", "增长率", "331100", year(2023)),
        Found("376亿元", "money", "37600000000", "元", "贷款余额", "331100"),
    ],
    [("丽水", "331100")],
)
HOSTILE = Story(
    "<script>window.hit = 1</script>",
    "本报讯（记者 沈岳）</p></style></script><img src=x onerror='window.hit = 1'> javascript:hit(1) {{ 7 * 7 }} "
    "共\u202e7家\u202c，=HYPERLINK(1) <a href=https://example.com/>点这里</a>3家。",
    [
        Found("7家", "count", "7", "家", "<img src=x onerror=alert(1)>", "330700"),
        Found("3家", "count", "3", "家", '=HYPERLINK("https://example.com")', "330700"),
    ],
    writer="<b>",
)
RARE = Story("𬭎𬬭新材", "本报讯 𬭎𬬭两种材料产量12吨。", [Found("12吨", "measure", "12", "吨", "产量", "330700")])


def sample() -> Reading:
    """Return a page of two stories with six facts."""
    return read_by_hand("pages/sample.txt", JINHUA, LISHUI)


def hostile() -> Reading:
    """Return a page whose text would like to be a program."""
    return read_by_hand('"><script>window.hit = 1</script>.txt', HOSTILE, RARE)

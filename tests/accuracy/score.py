"""Scoring: each figure is a share of what could have been right, kept as two counts until it is printed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from newscli.reading.fold import fold
from tests.accuracy.gold import Pair, Row

HALF_WIDTH = str.maketrans("，（）：；？！％", ",():;?!%")
DIVISION = re.compile(r"(?<=.)(?:特别行政区|自治区|自治州|街道|省|市|区|县|镇|乡)$")
# 全省 and 我市 stand for a place by reference: right when reported, no fault when not.
REFERENCE = re.compile(r"[全我该本两][国省市区县州镇乡]|省城|市区|城区|当地|国内")


@dataclass
class Tally:
    """Counts by figure: how many were right, of how many; and the errors in words."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    errors: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def count(self, figure: str, *, right: bool, error: str = "") -> None:
        """Count one answer."""
        self.of[figure] += 1
        self.right[figure] += right
        if not right and error:
            self.errors[figure].append(error)

    def sets(self, figure: str, gold: Iterable[object], found: Iterable[object], where: str) -> None:
        """Count recall and precision of one set of answers against another."""
        want, got = Counter(gold), Counter(found)
        for answer, times in (want | got).items():
            hits = min(want[answer], got[answer])
            self.of[f"{figure}.recall"] += want[answer]
            self.of[f"{figure}.precision"] += got[answer]
            self.right[f"{figure}.recall"] += hits
            self.right[f"{figure}.precision"] += hits
            if want[answer] > hits:
                self.errors[f"{figure}.recall"].append(f"{where}: {answer}")
            if got[answer] > hits:
                self.errors[f"{figure}.precision"].append(f"{where}: {answer}")
            assert times

    def figures(self) -> dict[str, float]:
        """Return every figure as a share, in alphabetical order."""
        return {name: round(self.right[name] / self.of[name], 4) for name in sorted(self.of) if self.of[name]}


def squeeze(text: str | None) -> str:
    """Return a text for comparison: no white space, half-width punctuation."""
    return re.sub(r"\s", "", (text or "").translate(HALF_WIDTH))


def plainly(text: str | None) -> str:
    """Return a text for comparison in simplified characters: 損失 is answered by 损失."""
    return squeeze(fold(text or ""))


def exact(number: str | None) -> object:
    """Return a number for comparison: 1.50 is 1.5; a fraction stays as written."""
    try:
        return Decimal(number).normalize() if number else None
    except InvalidOperation:
        return number


def short(place: str | None) -> str:
    """Return a division's name without its class: 金华市 and 金华 are one answer."""
    return DIVISION.sub("", plainly(place))


def shared(a: Row, b: Row) -> int:
    """Return how many characters two spans share."""
    return int(min(a["end"], b["end"]) - max(a["start"], b["start"]))


def couple(gold: list[Row], rows: list[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield gold answers with the row that overlaps each most, every row used once; then the rows left over."""
    free = list(rows)
    for answer in gold:
        best = max(
            (r for r in free if shared(r, answer) > 0), key=lambda r: (shared(r, answer), -r["start"]), default=None
        )
        if best is not None:
            free.remove(best)
        yield answer, best
    for row in free:
        yield None, row


def same_number(gold: Row, row: Row) -> bool:
    """Return whether value, bounds and hedge agree; 三四百 is a range to one reader and several to another."""
    loose = {"range", "several"}
    hedge = gold["hedge"] == row["hedge"] or (gold["low"] and gold["high"] and {gold["hedge"], row["hedge"]} <= loose)
    return bool(hedge) and all(exact(gold[key]) == exact(row[key]) for key in ("value", "low", "high"))


PARTS = ("unit", "currency", "per")
# 块 is how 元 is said; whether the unit is given as said or as meant, the reader is not misled.
UNIT = {"块": "元", "块钱": "元", "元人民币": "元", "钟头": "小时"}


def same_quantity(gold: Row, row: Row) -> bool:
    """Return whether everything about the number agrees: kind, value, bounds, hedge, unit, currency, per."""
    if gold.get("open"):
        return True
    unit = all(UNIT.get(gold[key], squeeze(gold[key])) == UNIT.get(row[key], squeeze(row[key])) for key in PARTS)
    return gold["kind"] == row["kind"] and unit and same_number(gold, row)


AGREE: dict[str, Callable[[list[str], Row], bool]] = {
    "subject": lambda wanted, row: any(plainly(word) in plainly(row["subject"]) for word in wanted),
    "place": lambda wanted, row: short(row["place"]) in {short(name) for name in wanted},
    "time": lambda wanted, row: squeeze(row["time"]) in {squeeze(period) for period in wanted},
}


def describe(text: str, row: Row) -> str:
    """Return a row with the words around it."""
    around = text[max(0, row["start"] - 10) : row["start"]], text[row["end"] : row["end"] + 10]
    return f"{around[0]}«{row['surface']}»{around[1]}".replace("\n", "⏎")


def score_facts(pair: Pair, tally: Tally) -> None:
    """Count numeric facts: found, spurious, and right field by field."""
    used: list[Row] = []
    for gold, row in couple(pair.gold["facts"], pair.facts):
        where = f"{pair.name}: {describe(pair.text, gold or row or {})}"
        if gold is None and any(g["optional"] and row and shared(row, g) > 0 for g in pair.gold["facts"]):
            continue
        if gold is None:
            tally.count("facts.precision", right=False, error=f"{where} ({row and row['rule']})")
            trapped = any(row is not None and shared(row, trap) > 0 for trap in pair.gold["traps"])
            used += [row] if trapped and row else []
        elif not gold["optional"]:
            tally.count("facts.recall", right=row is not None, error=where)
            tally.count(f"facts.recall.{gold['kind']}", right=row is not None)
            if row is not None:
                tally.count("facts.precision", right=True)
                score_fields(gold, row, tally, where)
    for trap in pair.gold["traps"]:
        hit = any(shared(row, trap) > 0 for row in used)
        tally.count("facts.traps_avoided", right=not hit, error=f"{pair.name}: {describe(pair.text, trap)}")


def score_fields(gold: Row, row: Row, tally: Tally, where: str) -> None:
    """Count the fields of one fact that was found."""
    keys = ("kind", "value", "low", "high", "hedge", "unit", "per")
    got = " ".join(f"{key}={row[key]}" for key in keys if gold[key] != row[key])
    quantity = same_quantity(gold, row)
    tally.count("facts.quantity", right=quantity, error=f"{where} {got}")
    tally.count(
        "facts.span",
        right=(gold["start"], gold["end"]) == (row["start"], row["end"]),
        error=f"{where} {row['surface']}",
    )
    tally.count("facts.change", right=gold["change"] == row["change"], error=f"{where} {row['change']}")
    agree = {key: not gold[key] or test(gold[key], row) for key, test in AGREE.items()}
    for key, right in agree.items():
        if gold[key]:
            tally.count(f"facts.{key}", right=right, error=f"{where} want {gold[key]} got {row[key]}")
    whole = quantity and agree["subject"] and agree["place"]
    tally.count("facts.whole", right=whole)
    if row["confidence"] == "high":
        tally.count("facts.high_confidence", right=whole and agree["time"], error=where)


def score_places(pair: Pair, tally: Tally) -> None:
    """Count places: found where a place is meant, left alone inside names, and coded right."""
    free = [row for row in pair.places if not row["in_name"] and not REFERENCE.fullmatch(row["surface"])]
    meant = [gold for gold in pair.gold["places"] if not gold["in_name"]]
    inside = [gold for gold in pair.gold["places"] if gold["in_name"]]
    for gold, row in couple(meant, free):
        where = f"{pair.name}: {describe(pair.text, gold or row or {})}"
        if gold is None and not pair.gold.get("places_complete", True):
            continue
        if gold is None:
            tally.count("places.precision", right=False, error=where)
        elif not gold.get("optional"):
            tally.count("places.recall", right=row is not None, error=where)
            if row is not None:
                tally.count("places.precision", right=True)
                score_code(gold, row, tally, where)
    for gold in inside:
        hit = any((row["start"], row["end"]) == (gold["start"], gold["end"]) for row in free)
        tally.count("places.names_kept", right=not hit, error=f"{pair.name}: {describe(pair.text, gold)}")


def score_code(gold: Row, row: Row, tally: Tally, where: str) -> None:
    """Count the code of one place that was found, where gold gives one."""
    if gold["code"]:
        right = row["code"] in {gold["code"], *gold.get("code_alt", ())}
        tally.count("places.code", right=right, error=f"{where} want {gold['code']} got {row['code']}")


def score_structure(pair: Pair, tally: Tally) -> None:
    """Count stories: begin and end, headlines, datelines, bylines, paragraphs, jump lines, second printings."""
    stories = {"article", "continuation"}
    blocks = [block for block in pair.gold["blocks"] if block["type"] in stories]
    others = {block["line_start"] for block in pair.gold["blocks"] if block["type"] not in stories}
    begins = {row["lines"][0] for row in pair.articles if row["type"] in stories} - others
    begins -= set(pair.gold["non_article_lines"])
    tally.sets("structure.start", {block["line_start"] for block in blocks}, begins, pair.name)
    for block in pair.gold["blocks"]:
        row = max(pair.articles, key=lambda r: lines_shared(r, block), default=None)
        if row is None or lines_shared(row, block) <= 0:
            row = {"lines": [0, 0], "headline": None, "bylines": [], "paragraphs": [], "dateline": None, "repeats": []}
            row |= {"type": None, "continued_from": None, "continued_to": None}
        tally.count(
            "structure.type",
            right=row["type"] == block["type"],
            error=f"{pair.name}:{block['line_start']} {row['type']}",
        )
        if block["type"] in stories:
            score_story(block, row, tally, f"{pair.name}:{block['line_start']}")


def lines_shared(row: Row, block: Row) -> int:
    """Return how many lines an article shares with a gold block."""
    return int(min(row["lines"][1], block["line_end"]) - max(row["lines"][0], block["line_start"]) + 1)


def score_story(block: Row, row: Row, tally: Tally, where: str) -> None:
    """Count the parts of one story."""
    span = [block["line_start"], block["line_end"]]
    tally.count("structure.span", right=list(row["lines"]) == span, error=f"{where}: want {span} got {row['lines']}")
    if block["headline"]:
        right = squeeze(row["headline"]) == squeeze(block["headline"])
        tally.count("structure.headline", right=right, error=f"{where}: want {block['headline']} got {row['headline']}")
    if block["dateline"]:
        got = (row["dateline"] or {}).get("text")
        tally.count(
            "structure.dateline", right=squeeze(got) == squeeze(block["dateline"]["text"]), error=f"{where}: {got}"
        )
    for way in ("continued_from", "continued_to"):
        if block[way] or row[way]:
            tally.count("structure.jumps", right=block[way] == row[way], error=f"{where}: {way} {row[way]}")
    if block["repeats"] or row["repeats"]:
        tally.count("structure.repeats", right=block["repeats"] == row["repeats"], error=f"{where}: {row['repeats']}")
    tally.sets("structure.byline", names(block), names(row), where)
    got_paragraphs = [squeeze(text) for text in row["paragraphs"]]
    for text in block["paragraphs"]:
        tally.count("structure.paragraph", right=squeeze(text) in got_paragraphs, error=f"{where}: {text[:30]}")


def names(row: dict[str, Any]) -> list[str]:
    """Return the names of a row's bylines."""
    return [squeeze(byline["name"]) for byline in row["bylines"]]


def score(pages: Iterable[Pair]) -> Tally:
    """Return the counts over pages."""
    tally = Tally()
    for pair in pages:
        score_structure(pair, tally)
        score_facts(pair, tally)
        score_places(pair, tally)
    return tally

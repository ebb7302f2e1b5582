"""Gold pages: a page written by hand, with its answers marked in the text, becomes ``seeds/NAME.txt`` and ``seeds/NAME.json``.

``python -m tests.gold`` writes both for every ``seeds/marked/*.mark``; a test holds them current. The answers come from a
reader, never from the program: nothing here imports newscli. The marks are described in ``seeds/ORIGIN.md``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

SEEDS = Path(__file__).parent.parent / "seeds"
MARK = re.compile(r"\{!(?P<trap>[^{}|]+)\}|\{(?P<fact>[^{}|]+)\|(?P<spec>[^{}]*)\}|\[(?P<place>[^\]\[|;=]+)(?P<how>[;=][^\]\[]*)?\]")
KINDS = {"c": "count", "m": "money", "%": "percent", "pp": "percentage_point", "u": "measure", "d": "duration", "r": "rank", "x": "ratio"}
CURRENCIES = {"元": "CNY", "美元": "USD", "欧元": "EUR", "港元": "HKD", "日元": "JPY", "英镑": "GBP", "卢布": "RUB", "韩元": "KRW", "新台币": "TWD", "澳元": "AUD"}
HEDGES = {"~": "about", "^": "nearly", ">=": "at_least", "<=": "at_most", ">": "over", "<": "under", "?": "several", "top": "top", "": "exact"}
MAGNITUDES = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "千": 10**3}
Answer = dict[str, Any]


@dataclass
class Page:
    """What grows while a marked page is read: its text, and the answers at their offsets."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    line: int = 1
    facts: list[Answer] = field(default_factory=list)
    places: list[Answer] = field(default_factory=list)
    traps: list[Answer] = field(default_factory=list)
    blocks: list[Answer] = field(default_factory=list)
    furniture: list[int] = field(default_factory=list)
    layout: dict[str, str] = field(default_factory=dict)
    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)

    def put(self, text: str) -> None:
        """Add characters to the page."""
        self.parts.append(text)
        self.length += len(text)
        self.line += text.count("\n")


def number(text: str) -> Fraction:
    """Return the value of a number as written in a mark: ``6.03万``, ``1/3``."""
    for name, factor in MAGNITUDES.items():
        if text.endswith(name):
            return Fraction(Decimal(text.removesuffix(name))) * factor
    return Fraction(text)


def plain(value: Fraction | None) -> str | None:
    """Return a number as the rows print it: plain digits, or a fraction where no decimal is exact."""
    if value is None:
        return None
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator > 1:
        return f"{value.numerator}/{value.denominator}"
    return format((Decimal(value.numerator) / Decimal(value.denominator)).normalize(), "f")


def bounds(text: str) -> Answer:
    """Return value, low, high and hedge of a number in a mark: ``182``, ``~5``, ``^1千``, ``>=10亿``, ``3..6``, ``?2..9``, ``top3``."""
    sign, body = re.fullmatch(r"(>=|<=|top|[~^<>?]?)(.+)", text).groups()  # type: ignore[union-attr]
    if sign == "top":
        return {"value": None, "low": "1", "high": body, "hedge": "top"}
    if ".." in body:
        low, high = (number(end) for end in body.split(".."))
        return {"value": None, "low": plain(low), "high": plain(high), "hedge": HEDGES[sign] if sign else "range"}
    if body == "-":
        return {"value": None, "low": None, "high": None, "hedge": HEDGES[sign]}
    value = plain(number(body))
    low, high = (None if sign in {"^", "<", "<="} else value), (None if sign in {">", ">="} else value)
    if sign == "?":
        return {"value": None, "low": value, "high": None, "hedge": "several"}
    return {"value": value if "/" not in body or value is None else body, "low": low, "high": high, "hedge": HEDGES[sign]}


def listed(text: str) -> list[str]:
    """Return the acceptable answers of a mark; ``-`` stands for an open question."""
    return [] if text in {"-", ""} else text.split(",")


def read_fact(surface: str, spec: str, defaults: dict[str, str]) -> Answer:
    """Return the gold fact of a mark such as ``c 182 家 企业 @金华市,金华 #今年 ↑``."""
    kind, value, unit, *rest = spec.split()
    answer: Answer = {"surface": surface, "kind": KINDS[kind], **bounds(value), "unit": None if unit == "-" else unit}
    if answer["kind"] == "ratio" and "/" in value:
        answer["low"] = answer["high"] = answer["value"]
    answer |= {"currency": CURRENCIES[unit] if kind == "m" else None, "per": None, "subject": []}
    answer |= {"place": listed(defaults.get("place", "-")), "time": listed(defaults.get("time", "-"))}
    answer |= {"change": None, "implied": False, "optional": False}
    flags: dict[str, Answer] = {"↑": {"change": "increase"}, "↓": {"change": "decrease"}, "!": {"implied": True}, "?": {"optional": True}, "°": {"open": True}}
    prefixes = {"@": "place", "#": "time"}
    for token in rest:
        if token in flags:
            answer |= flags[token]
        elif token[0] in prefixes:
            answer[prefixes[token[0]]] = listed(token[1:])
        elif token[0] == "/":
            answer["per"] = token[1:]
        elif token[0] == "~":
            answer["hedge"] = token[1:]
        else:
            answer["subject"] = listed(token)
    return answer


def read_place(page: Page, surface: str, how: str) -> Answer:
    """Return the gold place of a mark: ``[金华]`` as declared, ``[浙江;org]`` inside a name, ``[余村;opt]`` optional, ``[西湖区=330106 西湖区]`` here only."""
    in_name = None
    if how.startswith(";"):
        in_name, _, how = how[1:].partition("=")
    code, name = how.lstrip("=").split(" ") if how.strip("=") else page.names.get(surface.replace("\n", ""), ("", ""))
    if not code and in_name is None:
        raise SystemExit(f"{surface}: declare it with a line `place {surface} CODE NAME`")
    codes = [] if code in {"", "-"} else code.split("/")
    return {"surface": surface, "name": name or None, "code": codes[0] if codes else None, "code_alt": codes[1:]} | (
        {"in_name": None, "optional": True} if in_name == "opt" else {"in_name": in_name, "optional": False}
    )


def add_marked(page: Page, marked: str, *, scored: bool = True) -> str:
    """Add a run of marked text to the page and return it without its marks."""
    begin = page.length
    parts = len(page.parts)
    done = 0
    for match in MARK.finditer(marked):
        page.put(marked[done : match.start()])
        done = match.end()
        start = page.length
        surface = match["trap"] or match["fact"] or match["place"]
        page.put(surface)
        where = {"start": start, "end": page.length, "article": len(page.blocks)}
        if not scored:
            continue
        if match["trap"]:
            page.traps.append({"surface": surface} | where)
        elif match["fact"]:
            page.facts.append(read_fact(surface, match["spec"], page.defaults) | where)
        else:
            page.places.append(read_place(page, surface, match["how"] or "") | where)
    page.put(marked[done:])
    text = "".join(page.parts[parts:])
    if page.length != begin + len(text) or re.search(r"[{}|\[\]]", text):
        raise SystemExit(f"unread marks: {text}")
    return text


def wrap(marked: str, width: int) -> str:
    """Break marked text into lines of a width, inside marks too, as a page that is wrapped hard; the marks count nothing."""
    shown = [True] * len(marked)
    for match in MARK.finditer(marked):
        group = "trap" if match["trap"] else "fact" if match["fact"] else "place"
        for index in (*range(match.start(), match.start(group)), *range(match.end(group), match.end())):
            shown[index] = False
    out, column = [], 0
    for index, (character, counts) in enumerate(zip(marked, shown, strict=True)):
        hidden_before = index > 0 and not shown[index - 1]
        if counts and column == width:
            # Before an opening mark rather than behind it: a surface starts with its first character.
            place = len(out) - next((k for k, c in enumerate(reversed(out)) if c in "{["), 0) - 1 if hidden_before and out[-1] in "{[!" else len(out)
            out.insert(place, "\n")
            column = 0
        out.append(character)
        column += counts
    return "".join(out)


def names_of(line: str) -> list[Answer]:
    """Return the bylines of a line such as ``沈越/记者 许颖佳//共享联盟·南湖``."""
    people = [(name.split("/") + ["", ""])[:3] for name in line.replace("_", "\0").split(" ")]
    return [{"name": n.replace("\0", " "), "role": r.strip("-") or None, "outlet": o or None} for n, r, o in people]


def describe(page: Page, tag: str, rest: str) -> None:
    """Take up a line that describes the page or the article and prints nothing."""
    if tag == "layout":
        page.layout |= dict(pair.split("=") for pair in rest.split(" "))
    elif tag == "place":
        surface, code, name = rest.split(" ")
        page.names[surface] = (code, name)
    elif tag == "=":
        kind, *pairs = rest.split(" ")
        page.defaults = dict(pair.split("=", 1) for pair in pairs)
        page.blocks.append({"type": kind, "line_start": 0, "line_end": 0, "headline": None, "headline_alt": [], "headline_lines": [],
                            "kicker": None, "deck": None, "section": None, "dateline": None, "bylines": [], "continued_from": None,
                            "continued_to": None, "paragraphs": [], "repeats": []})  # fmt: skip
    elif tag == "by":
        page.blocks[-1]["bylines"] = names_of(rest)
    elif tag == "date":
        text, outlet, place, day = (part if part != "-" else None for part in rest.split(" / "))
        page.blocks[-1]["dateline"] = {"text": text, "outlet": outlet, "place": place, "date": day}
    elif tag == "alt":
        page.blocks[-1]["headline_alt"].append(rest)
    elif tag in {"from", "to"}:
        page.blocks[-1][f"continued_{tag}"] = rest
    elif tag == "_":
        page.put("\n" * int(rest or 1))


def show(page: Page, tag: str, marked: str) -> None:
    """Add a printed line and what it means to the article."""
    width = int(page.layout.get("wrap", "0"))
    gap = "\n" * (1 + int(page.layout.get("blank", "1")))
    first = page.line
    if tag in {"P", "X"}:
        marked = page.layout.get("indent", "").replace("_", "\u3000") + marked
        marked = wrap(marked, width) if width else marked.replace("¦", gap)
    text = add_marked(page, marked, scored=tag != "X")
    last = page.line
    page.put(gap)
    if tag == "F":
        page.furniture.extend(range(first, last + 1))
        return
    block = page.blocks[-1]
    block["line_start"] = block["line_start"] or first
    block["line_end"] = last
    if tag in {"K", "H", "D"}:
        block["headline_lines"].append(text)
        block |= {"headline": " ".join(block["headline_lines"])} | {"K": {"kicker": text}, "D": {"deck": text}, "H": {}}[tag]
    elif tag == "C":
        block["section"] = text.strip("（）()【】·■◆ ")
    elif tag in {"P", "S"}:
        block["paragraphs"].append(text.replace("\n", "").strip())
    elif tag == "X":
        block["repeats"].append([first, last])


def build(marked: str, name: str) -> tuple[str, Answer]:
    """Return the text and the answers of a marked page."""
    page = Page()
    for line in marked.splitlines():
        tag, _, rest = line.partition(" ")
        if not line or tag == "#":
            continue
        if re.fullmatch("[KHDCPSXJF]", tag):
            show(page, tag, rest)
        else:
            describe(page, tag, rest)
    text = "".join(page.parts)
    for block in page.blocks:
        block["headline_alt"] = block["headline_alt"] or None
    answers = {"doc": name, "layout": page.layout, "non_article_lines": page.furniture, "blocks": page.blocks, "facts": page.facts,
               "traps": page.traps, "places": page.places}  # fmt: skip
    for mark in page.facts + page.places + page.traps:
        assert text[mark["start"] : mark["end"]] == mark["surface"]
    return text, answers


def as_json(answers: Answer) -> str:
    """Return answers as JSON with one block, fact, trap and place a line, so that a change is read in a diff."""
    parts = []
    for key, value in answers.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            rows = ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in value)
            parts.append(f' "{key}": [\n  {rows}\n ]')
        else:
            parts.append(f' "{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def built() -> Iterator[tuple[Path, str, str]]:
    """Yield for every marked page its path without ending, its text and its answers as JSON."""
    for path in sorted((SEEDS / "marked").glob("*.mark")):
        text, answers = build(path.read_text(encoding="utf-8"), path.stem)
        if answers["layout"].pop("digits", "") == "full":
            raise SystemExit("write full-width digits as they stand")
        yield SEEDS / path.stem, text, as_json(answers)


def main() -> None:
    """Write the text and the answers of every marked page."""
    for path, text, answers in built():
        path.with_suffix(".txt").write_text(text, encoding="utf-8", newline="")
        path.with_suffix(".json").write_text(answers, encoding="utf-8")
        print(f"{path.name}: {answers.count(chr(10))} lines of answers")


if __name__ == "__main__":
    main()

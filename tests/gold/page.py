"""A marked page, and what becomes of it: the text as a program meets it, and the answers at their offsets."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from tests.gold.marks import MARK, Answer, read_fact, read_place

BLOCK: Answer = {
    "type": "article",
    "line_start": 0,
    "line_end": 0,
    "headline": None,
    "headline_lines": [],
    "kicker": None,
    "deck": None,
    "section": None,
    "dateline": None,
    "bylines": [],
    "continued_from": None,
    "continued_to": None,
    "paragraphs": [],
    "repeats": [],
}


@dataclass
class Page:
    """What grows while a marked page is read."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    line: int = 1
    column: int = 0
    width: int = 0
    """Characters a line on a page that is wrapped hard; 0 elsewhere."""
    gap: str = "\n\n"
    """What stands between printed lines, and where a column breaks."""
    indent: str = ""
    declared: dict[str, tuple[str, str]] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    blocks: list[Answer] = field(default_factory=list)
    facts: list[Answer] = field(default_factory=list)
    traps: list[Answer] = field(default_factory=list)
    places: list[Answer] = field(default_factory=list)
    furniture: list[int] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Add characters as they are."""
        self.parts.append(text)
        self.length += len(text)
        self.line += text.count("\n")
        self.column = 0 if text.endswith("\n") else self.column + len(text)

    def make_room(self) -> None:
        """Begin a new line where the present one is full."""
        if self.width and self.column == self.width:
            self.add("\n")

    def put(self, text: str) -> None:
        """Add characters of a paragraph, with column breaks and hard wraps."""
        for character in text:
            self.make_room()
            self.add(self.gap if character == "¦" else character)

    def since(self, parts: int) -> str:
        """Return what was added after a number of parts."""
        return "".join(self.parts[parts:])


def put_marked(page: Page, marked: str, *, scored: bool) -> str:
    """Add marked text to the page, its answers to the answers, and return the text."""
    first, done = len(page.parts), 0
    for mark in MARK.finditer(marked):
        page.put(marked[done : mark.start()])
        done = mark.end()
        page.make_room()
        parts, start = len(page.parts), page.length
        page.put(mark["trap"] or mark["fact"] or mark["place"])
        where = {"surface": page.since(parts), "start": start, "end": page.length, "article": len(page.blocks)}
        if scored:
            answer(page, mark, where)
    page.put(marked[done:])
    text = page.since(first)
    if re.search(r"[{}|\[\]]", text):
        raise SystemExit(f"unread marks: {text}")
    return text


def answer(page: Page, mark: re.Match[str], where: Answer) -> None:
    """Add what a mark says to the answers."""
    if mark["trap"]:
        page.traps.append(where)
    elif mark["fact"]:
        page.facts.append(where | read_fact(mark["spec"], page.defaults))
    else:
        page.places.append(where | read_place(mark, page.declared))


def read_byline(text: str) -> Answer:
    """Return a byline written ``NAME/ROLE/OUTLET``."""
    name, role, outlet = [*text.split("/"), "", ""][:3]
    return {"name": name, "role": role.strip("-") or None, "outlet": outlet or None}


def describe(page: Page, tag: str, rest: str) -> None:
    """Take up a line that prints nothing: it describes the page or an article."""
    if tag == "layout":
        options = dict(pair.split("=") for pair in rest.split())
        page.width = int(options.get("wrap", "0"))
        page.gap = "\n" * (1 + int(options.get("blank", "1")))
        page.indent = options.get("indent", "").replace("_", "\u3000")
    elif tag == "place":
        surface, code, name = rest.split()
        page.declared[surface] = (code, name)
    elif tag == "=":
        kind, *pairs = rest.split()
        page.defaults = dict(pair.split("=", 1) for pair in pairs)
        page.blocks.append({**{k: list(v) if isinstance(v, list) else v for k, v in BLOCK.items()}, "type": kind})
    elif tag == "by":
        page.blocks[-1]["bylines"] = [read_byline(name) for name in rest.split()]
    elif tag == "date":
        text, outlet, place, day = (part if part != "-" else None for part in rest.split(" / "))
        page.blocks[-1]["dateline"] = {"text": text, "outlet": outlet, "place": place, "date": day}
    elif tag in {"from", "to"}:
        page.blocks[-1][f"continued_{tag}"] = rest
    elif tag == "_":
        page.add("\n" * int(rest))
    else:
        raise SystemExit(f"unknown tag {tag!r} before {rest!r}")


def show(page: Page, tag: str, marked: str) -> None:
    """Add a printed line, and what it is to its article."""
    first, width = page.line, page.width
    page.width = width if tag in {"P", "X"} else 0
    text = put_marked(page, (page.indent if tag in {"P", "X"} else "") + marked, scored=tag != "X")
    last, page.width = page.line, width
    page.add(page.gap)
    page.column = 0
    if tag == "F":
        page.furniture.extend(range(first, last + 1))
        return
    block = page.blocks[-1]
    block["line_start"] = block["line_start"] or first
    block["line_end"] = last
    if tag in {"K", "H", "D"}:
        block["headline_lines"].append(text)
        block["headline"] = " ".join(block["headline_lines"])
        block |= {"K": {"kicker": text}, "D": {"deck": text}, "H": {}}[tag]
    elif tag == "C":
        block["section"] = text
    elif tag in {"P", "S"}:
        block["paragraphs"].append(text.replace("\n", "").strip())
    elif tag == "X":
        block["repeats"].append([first, last])


def build(marked: str, name: str) -> tuple[str, str]:
    """Return the text of a marked page and its answers as JSON."""
    page = Page()
    for line in marked.splitlines():
        tag, _, rest = line.partition(" ")
        if re.fullmatch("[KHDCPSXJF]", tag):
            show(page, tag, rest)
        elif tag not in {"", "#"}:
            describe(page, tag, rest)
    answers = {"doc": name, "non_article_lines": page.furniture, "blocks": page.blocks, "facts": page.facts}
    return page.since(0), as_json(answers | {"traps": page.traps, "places": page.places})


def as_json(answers: Answer) -> str:
    """Return answers with one block, fact, trap and place a line, so that a change can be read in a diff."""
    parts = []
    for key, value in answers.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            rows = ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in value)
            parts.append(f' "{key}": [\n  {rows}\n ]')
        else:
            parts.append(f' "{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"

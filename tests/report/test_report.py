"""The report as a file: what is in it, and what cannot be."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newscli.model import Document, Flow, NumericFact, Period, Span
from newscli.output.rows import fact_rows
from newscli.pipeline import Reading
from newscli.report import encode, render_report
from newscli.report.coordinates import find_point, load_coordinates
from newscli.report.marks import FlowIndex, find_marks
from newscli.report.payload import read_page, toponyms_of
from newscli.report.render import PROGRAM, STYLES, assemble, country_names
from newscli.report.series import find_series
from tests.conftest import ROOT
from tests.report.pages import JINHUA, LISHUI, RARE, Found, Story, hostile, read_by_hand, sample, year


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.inside = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = "" if tag == self.inside else self.inside

    def handle_data(self, data: str) -> None:
        if self.inside in {"script", "style", "title"}:
            self.texts.append((self.inside, data))

    def blocks(self) -> dict[str, object]:
        ids = [attrs.get("id") for tag, attrs in self.seen if tag == "script"]
        texts = [text for tag, text in self.texts if tag == "script"]
        return {name: json.loads(text) for name, text in zip(ids, texts, strict=True) if name}


def test_report_names_no_other_file() -> None:
    for tag, attributes in Elements(render_report([sample()])).seen:
        for name in {"src", "srcset", "href", "action", "data", "poster"} & attributes.keys():
            assert re.match(r"#|data:", attributes[name] or ""), (tag, attributes)


def test_style_and_program_reach_for_nothing() -> None:
    assert not re.search(r"url\(|@import|@font-face", assemble(STYLES))
    assert not re.search(
        r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|\bimport\b|innerHTML|\beval\(", assemble(PROGRAM)
    )


def test_policy_admits_this_style_and_this_program_alone() -> None:
    page = Elements(render_report([sample()]))
    policy = next(a["content"] for tag, a in page.seen if a.get("http-equiv") == "Content-Security-Policy") or ""
    style = next(text for tag, text in page.texts if tag == "style")
    program = [text for tag, text in page.texts if tag == "script"][-1]
    for directive, text in (("style-src", style), ("script-src", program)):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_hostile_page_adds_no_element() -> None:
    plain, injected = (Elements(render_report([page])) for page in (sample(), hostile()))
    assert [tag for tag, _ in plain.seen] == [tag for tag, _ in injected.seen]
    assert [sorted(a) for _, a in plain.seen] == [sorted(a) for _, a in injected.seen]


def test_direction_marks_do_not_reach_the_markup() -> None:
    markup = re.sub(r"<script.*?</script>", "", render_report([read_by_hand("a\u202e.txt", JINHUA)]), flags=re.DOTALL)
    assert "\u202e" not in markup
    assert "a&lt;U+202E&gt;.txt" in markup


def test_same_pages_give_the_same_bytes() -> None:
    assert render_report([sample(), hostile()]) == render_report([sample(), hostile()])


def test_report_on_nothing_is_a_report() -> None:
    assert "<title>" in render_report([])


def test_rows_are_those_of_newscli_facts_with_paths() -> None:
    reading = sample()
    rows = [dict(row) for row in read_page(reading).rows]
    paths = [row.pop("path") for row in rows]
    assert rows == list(fact_rows(reading))
    assert paths == ["浙江省/金华市", "浙江省/金华市/婺城区", "浙江省/金华市", *["浙江省/丽水市"] * 3]


def test_text_is_kept_as_printed_with_marks_inside() -> None:
    stories = read_page(sample()).text["stories"]
    text, marks = stories[0]["paragraphs"][0]
    facts = [text[start:end] for start, end, layer, _ in marks if layer == 0]
    assert text == JINHUA.body
    assert facts == ["182家", "40多家", "63个"]


def test_a_report_shows_the_day_and_the_paper_that_the_page_prints() -> None:
    page = read_page(Reading(Document("p.txt", "江城日报 2024年6月18日 星期二\n\n大桥通车\n大桥今天通车，长2600米。")))
    assert (page.text["date"], page.text["paper"], page.summary["date"]) == ("2024-06-18", "江城日报", "2024-06-18")


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_every_fact_of_a_seed_is_marked_in_its_text(path: Path) -> None:
    reading = Reading(Document(path.name, path.read_text(encoding="utf-8")))
    marked: dict[int, str] = {}
    for story in read_page(reading).text["stories"]:
        for text, marks in [*(line[1:] for line in story["headline"]), *story["paragraphs"]]:
            marked |= {target: text[start:end] for start, end, layer, target in marks if layer == 0}
    bare = {number: "".join(text.split()) for number, text in marked.items()}
    assert bare == {number: "".join(fact.surface.split()) for number, fact in enumerate(reading.facts)}


def test_headline_and_writer_are_marked() -> None:
    reading = sample()
    text = reading.layout.flow.printed
    layers = {(m.layer, text[m.start : m.end]) for m in find_marks(reading, toponyms_of(reading))}
    assert {("place", "金华"), ("place", "丽水"), ("name", "沈岳"), ("time", "2021年")} <= layers


def test_flow_index_leads_back_from_document_to_flow() -> None:
    flow = Flow("abcdef", "abcdef", starts=(0, 2, 4), origins=(10, 30, 20))
    index = FlowIndex(flow)
    assert [index.offset(flow.origin(n)) for n in range(6)] == list(range(6))
    assert index.locate(Span(30, 32)) == (2, 4)


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ([None, None], {"constant": None}),
        ([3, 7, 7, 7, 7], {"plain": [3, 7, 7, 7, 7]}),
        (["a", "b"], {"plain": ["a", "b"]}),
        ([True, 1, True, 1], {"listed": [True, 1], "cells": [0, 1, 0, 1]}),
        (["家", None, "家", "家"], {"listed": ["家", None], "cells": [0, 1, 0, 0]}),
    ],
)
def test_column_is_written_in_its_shortest_spelling(cells: list[encode.Scalar], column: encode.Column) -> None:
    assert encode.encode_column(cells) == column


def test_values_survive_the_way_through_html() -> None:
    value = ["</script><!--", "&amp;", "'", "\u2028", "\u202e", "𬭎", "\ud800"]
    (block,) = encode.encode_blocks([("x", value)])
    assert not set("<>&'\u2028\u202e\ud800") & set(block.body)
    assert json.loads(block.body) == value


def test_heavy_blocks_are_compressed() -> None:
    value = ["一" * encode.COMPRESS_FROM]
    (block,) = encode.encode_blocks([("x", value)])
    assert block.type == "application/gzip"
    assert json.loads(gzip.decompress(base64.b64decode(block.body))) == value


def facts_at(*found: Found) -> tuple[NumericFact, ...]:
    body = "".join(f"{f.surface}{f.time.text if f.time else ''}，" for f in found) + "。"
    return read_by_hand("x", Story("标题", body, found)).facts


def test_levels_at_two_times_make_a_series() -> None:
    assert find_series(read_by_hand("x", JINHUA, LISHUI).facts) == [[3, 4]]


def test_series_runs_in_time_order() -> None:
    later, sooner = (Found(f"{n}%", "percent", str(n), "%", "占比", time=year(n + 2015)) for n in (9, 4))
    assert find_series(facts_at(later, sooner)) == [[1, 0]]


@pytest.mark.parametrize(
    "second",
    [
        Found("9%", "percent", "9", "%", "占比", time=year(2021)),
        Found("9%", "percent", "9", "%", "增速", time=year(2023)),
        Found("9%", "percent", "9", "%", "占比", time=year(2023), change="increase"),
        Found("9%", "percent", "9", "%", "占比", time=Period("近期")),
        Found("9%", "percent", "9", "%", "占比", time=Period("2020年至2022年", date(2020, 1, 1), date(2022, 12, 31))),
        Found("9%", "percent", "9", "%", None, time=year(2023)),
    ],
    ids=[
        "two readings at one time",
        "another subject",
        "size of a change",
        "no day",
        "a time around the other",
        "no subject",
    ],
)
def test_what_cannot_be_joined_makes_no_series(second: Found) -> None:
    first = Found("4%", "percent", "4", "%", second.subject and "占比", time=year(2021))
    assert find_series(facts_at(first, second)) == []


def test_ranks_make_no_series() -> None:
    places = [Found(f"第{n}位", "rank", n, None, "总量", time=year(at)) for n, at in (("8", 2021), ("5", 2023))]
    assert find_series(facts_at(*places)) == []


def test_every_prefecture_in_force_has_a_point_in_china() -> None:
    points = load_coordinates()
    assert len(points) > 3000
    assert all(73 < lon < 136 and 3 < lat < 54 for lon, lat in points.values())


def test_township_lies_where_its_county_lies() -> None:
    assert find_point("330702003") == load_coordinates()["330702"]


def test_summary_counts_what_the_page_has() -> None:
    summary = read_page(sample()).summary
    assert (summary["stories"], summary["facts"], summary["places"]) == (2, 6, 3)
    assert summary["kinds"] == {"count": 3, "percent": 2, "money": 1}
    assert summary["title"] == "金华送服务上门"
    assert summary["date"] == date(2024, 2, 1).isoformat()


def test_names_of_one_country_are_one_place() -> None:
    names = ["中国", "全国", "中国"]
    found = [fact._replace(place=name, code="CN") for fact, name in zip(sample().facts, names, strict=False)]
    reading = sample()
    vars(reading)["facts"] = tuple(found)
    assert country_names([read_page(reading)]) == {"CN": "中国"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.text(
        st.characters() | st.sampled_from("\n\r\t 　<>&\"'记者电讯一二两千万亿元%年月日金华市，。（）123"), max_size=400
    )
)
def test_any_text_makes_a_report(text: str) -> None:
    page = render_report([Reading(Document("any.txt", text))])
    assert page.encode().count(b"</html>") == 1


def test_rare_characters_keep_their_offsets() -> None:
    text, marks = read_page(read_by_hand("x", RARE)).text["stories"][0]["paragraphs"][0]
    assert [text[start:end] for start, end, layer, _ in marks if layer == 0] == ["12吨"]

"""The report in a real browser: what an editor does with it, and what a page's text cannot do to it."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newscli.output.rows import fact_rows
from newscli.report import render_report
from tests.cli.program import SAMPLE, newscli
from tests.report.pages import JINHUA, LISHUI, hostile, read_by_hand, sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MISSING = [name for name in ("playwright", "axe_playwright_python") if find_spec(name) is None]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)} (pip install -e '.[test]')"),
]

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - an optional part of the tests

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write reports to files: one page, three pages, one hostile page."""
    folder = tmp_path_factory.mktemp("reports")
    three = [sample(), read_by_hand("pages/second.txt", LISHUI), read_by_hand("pages/third.txt", JINHUA)]
    written = {}
    for name, readings in {"one": [sample()], "three": three, "hostile": [hostile()]}.items():
        written[name] = folder / f"{name}.html"
        written[name].write_text(render_report(readings), encoding="utf-8")
    return written


@pytest.fixture(scope="module")
def program(browser: Browser, reports: dict[str, Path]) -> Iterator[Page]:
    """Open a report whose functions are called from outside."""
    page = browser.new_page()
    page.goto(reports["one"].as_uri())
    page.wait_for_selector("body[data-ready]")
    yield page
    page.close()


@pytest.fixture
def open_report(browser: Browser, reports: dict[str, Path]) -> Iterator[Open]:
    """Open a report and see to it that it asks for nothing and raises nothing."""
    contexts, requests, errors = [], [], []

    def opened(name: str, address: str = "", **options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.goto(reports[name].as_uri() + address)
        page.wait_for_selector("body[data-ready]")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [url for url in requests if not url.startswith(("file:", "data:", "blob:"))] == []
    assert errors == []


def wait_until(page: Page, condition: str) -> None:
    """Wait for a condition to hold; the page's policy refuses the browser library's own way of waiting."""
    deadline = time.monotonic() + 5
    while not page.evaluate(condition):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(20)


def surfaces(page: Page) -> list[str]:
    """Return the facts in the table."""
    return page.locator("#facts .fact-open").all_inner_texts()


def test_filter_by_jinhua_leaves_the_facts_of_jinhua(open_report: Open) -> None:
    page = open_report("one")
    assert surfaces(page) == ["182家", "40多家", "63个", "4.94%", "9.17%", "376亿元"]
    page.click("#city")
    page.fill("#city-search", "金华")
    page.click("#tree .tree-name:text-is('金华市')")
    assert surfaces(page) == ["182家", "40多家", "63个"]
    assert "6 处数字中的 3 处" in page.inner_text("#count")
    assert page.locator("#text mark.fact:not(.off)").all_inner_texts() == ["182家", "40多家", "63个"]


def test_filter_by_county_is_narrower(open_report: Open) -> None:
    assert surfaces(open_report("one", "#city=浙江省/金华市/婺城区")) == ["40多家"]


def test_counts_follow_the_other_filters(open_report: Open) -> None:
    page = open_report("one", "#city=浙江省/丽水市")
    chips = page.locator("#kinds .chip").all_inner_texts()
    assert [re.sub(r"\s+", " ", chip) for chip in chips] == ["金额 1", "百分比 2"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("#kind=money", ["376亿元"]),
        ("#kind=money,percent", ["4.94%", "9.17%", "376亿元"]),
        ("#confidence=low", ["40多家"]),
        ("#story=2", ["4.94%", "9.17%", "376亿元"]),
        ("#q=企业", ["182家", "40多家"]),
        ("#q=贷款余额+2021年", ["4.94%", "9.17%", "376亿元"]),
        ("#q=没有的词", []),
        ("#city=浙江省&kind=count&confidence=high", ["182家", "63个"]),
        ("#kind=nonsense&page=99&fact=x", ["182家", "40多家", "63个", "4.94%", "9.17%", "376亿元"]),
    ],
)
def test_address_restores_the_filter(open_report: Open, address: str, expected: list[str]) -> None:
    assert surfaces(open_report("one", address)) == expected


def test_filter_is_written_to_the_address(open_report: Open) -> None:
    page = open_report("one")
    page.click("#kinds .chip[data-value=percent]")
    page.fill("#search", "丽水")
    wait_until(page, "location.hash.includes('q=')")
    copy = open_report("one", "#" + page.url.partition("#")[2])
    assert surfaces(copy) == ["4.94%", "9.17%"]
    assert copy.input_value("#search") == "丽水"


def test_facts_are_ordered_by_unit_and_size(open_report: Open) -> None:
    page = open_report("one")
    page.select_option("#order", "size")
    assert page.locator("#facts .group").all_inner_texts() == ["%", "家", "个", "元"]
    assert surfaces(page)[:4] == ["9.17%", "4.94%", "182家", "40多家"]
    assert surfaces(open_report("one", "#order=size&kind=percent")) == ["9.17%", "4.94%"]


def test_clearing_brings_everything_back(open_report: Open) -> None:
    page = open_report("one", "#kind=money&q=贷款")
    page.click("#clear")
    assert len(surfaces(page)) == 6
    assert page.input_value("#search") == ""


def test_clicking_a_fact_marks_its_text(open_report: Open) -> None:
    page = open_report("one")
    page.click("#facts .fact-open:text-is('9.17%')")
    assert page.locator("#text mark.selected").all_inner_texts() == ["9.17%"]
    detail = page.inner_text("#facts .detail")
    assert "2023年（2023-01-01 至 2023-12-31）" in detail
    for part in ("浙江省/丽水市 · 331100", "增长率", "quantity.by-hand", "9.17（确数）", "提高到2023年的9.17%"):
        assert part in detail


def test_clicking_text_opens_its_row(open_report: Open) -> None:
    page = open_report("one")
    page.click("#text mark.fact:text-is('40多家')")
    assert page.locator("#facts tr.selected .fact-open").all_inner_texts() == ["40多家"]
    assert "40 至 不限（超过）" in page.inner_text("#facts .detail")
    assert "fact=2" in page.url


def test_pointer_lights_both_ends(open_report: Open) -> None:
    page = open_report("one")
    page.hover("#facts [data-row='3'] .value")
    assert page.locator("#text mark.lit").all_inner_texts() == ["4.94%"]
    page.hover("#text mark.fact:text-is('63个')")
    assert page.locator("#facts tr.lit .fact-open").all_inner_texts() == ["63个"]


def test_keys_alone_choose_and_cross_over(open_report: Open) -> None:
    page = open_report("one")
    page.focus("#facts .fact-open[tabindex='0']")
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    assert page.locator("#text mark.selected").all_inner_texts() == ["63个"]
    page.keyboard.press("t")
    assert page.evaluate("document.activeElement.closest('#text') && document.activeElement.textContent") == "63个"
    page.keyboard.press("j")
    assert page.locator("#text mark.selected").all_inner_texts() == ["4.94%"]
    page.keyboard.press("Escape")
    assert page.locator("#text mark.selected").count() == 0
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"


def test_tree_is_walked_with_arrows(open_report: Open) -> None:
    page = open_report("one")
    page.focus("#city")
    for key in ("Enter", "Tab", "ArrowDown", "ArrowRight", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    assert page.inner_text("#city-label") in {"金华市", "丽水市"}
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "city"


def download(page: Page, button: str) -> bytes:
    with page.expect_download() as waiting:
        page.click(button)
    return Path(waiting.value.path()).read_bytes()


def test_json_export_is_what_newscli_facts_prints(open_report: Open) -> None:
    rows = json.loads(download(open_report("one"), "#json"))
    assert [{k: v for k, v in row.items() if k != "path"} for row in rows] == list(fact_rows(sample()))


def test_csv_export_holds_the_filtered_rows(open_report: Open) -> None:
    raw = download(open_report("one", "#city=浙江省/金华市"), "#csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    expected = [row for row in fact_rows(sample()) if row["code"].startswith("3307")]
    assert [row["surface"] for row in rows] == [row["surface"] for row in expected]
    assert [(row["low"], row["high"], row["path"]) for row in rows][1] == ("40", "", "浙江省/金华市/婺城区")


def test_csv_export_holds_no_formula(open_report: Open) -> None:
    raw = download(open_report("hostile"), "#csv").decode("utf-8-sig")
    subjects = [row["subject"] for row in csv.DictReader(io.StringIO(raw, newline=""))]
    assert '\'=HYPERLINK("https://example.com")' in subjects


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("-2+3", "'-2+3"),
        ("-3.5", "-3.5"),
        ("金华, “四下”", '"金华, “四下”"'),
        ('a"b', '"a""b"'),
        ("a\u202eb", "a<U+202E>b"),
        (None, ""),
    ],
)
def test_csv_cells_are_plain_text(program: Page, cell: str | None, expected: str) -> None:
    assert program.evaluate("cell => csvCell(cell)", cell) == expected


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("37600000000", "376 亿"),
        ("2000000000000", "2 万亿"),
        ("60300", "6.03 万"),
        ("12345", "12,345"),
        ("12300", "1.23 万"),
        ("123456789", "123,456,789"),
        ("182", "182"),
        ("4.94", "4.94"),
        ("-15000", "-1.5 万"),
        ("1/3", "1/3"),
    ],
)
def test_numbers_are_shown_exactly(program: Page, digits: str, expected: str) -> None:
    assert program.evaluate("digits => human(digits)", digits) == expected


@pytest.mark.parametrize(
    "marks",
    [
        [[0, 4, 1, 0], [2, 6, 3, 0]],
        [[0, 6, 1, 0], [1, 3, 3, 0], [2, 3, 2, 0], [5, 6, 3, 0]],
        [[3, 3, 3, 0], [6, 9, 1, 0]],
    ],
    ids=["crossing", "nested", "empty and past the end"],
)
def test_marks_lose_no_text(program: Page, marks: list[list[int]]) -> None:
    shown = """marks => {
      const nodes = markedText("甲𬭎丙丁戊己", marks, { first: 0, places: [["金华市", "", null, null]] });
      return h("p", {}, nodes).textContent;
    }"""
    assert program.evaluate(shown, marks) == "甲𬭎丙丁戊己"


def test_hostile_text_stays_text(open_report: Open) -> None:
    page = open_report("hostile")
    for view in ("plots", "map", "facts"):
        page.click(f"#tab-{view}")
    page.click("#facts .fact-open >> nth=0")
    page.wait_for_timeout(100)
    assert page.evaluate("window.hit") is None
    assert page.locator("main img, main script, main a, main b, main style").count() == 0
    assert "<script>window.hit = 1</script>" in page.inner_text("#story-1 h2")
    assert "<U+202E>7家<U+202C>" in page.inner_text("#story-1")
    assert "{{ 7 * 7 }}" in page.inner_text("#story-1")
    assert "\u202e" not in page.inner_text("body")


INJECTION = """() => {
  try { document.body.innerHTML += '<img src=x onerror="window.hit = 1">' } catch { window.refused = true }
  const script = document.createElement("script");
  try { script.text = "window.hit = 1"; document.body.append(script) } catch { window.refused = true }
}"""


def test_inline_handlers_and_scripts_are_refused(browser: Browser, reports: dict[str, Path]) -> None:
    page = browser.new_page()
    page.goto(reports["one"].as_uri())
    page.wait_for_selector("body[data-ready]")
    page.evaluate(INJECTION)
    assert page.evaluate("window.refused") is True
    assert page.evaluate("window.hit") is None
    page.close()


def test_rare_characters_do_not_shift_marks(open_report: Open) -> None:
    assert "12吨" in open_report("hostile").locator("#story-2 mark.fact").all_inner_texts()


def test_plots_show_cities_sums_and_series(open_report: Open) -> None:
    page = open_report("one", "#view=plots")
    described = [page.locator("#plots svg").nth(n).get_attribute("aria-label") or "" for n in range(3)]
    assert "丽水市 3" in described[0]
    assert "金华市 3" in described[0]
    assert described[2] == "丽水市 增长率：2021年 4.94%，2023年 9.17%"
    page.click("#plots details summary >> nth=2")
    wait_until(page, "document.querySelectorAll('#plots details[open] tbody tr').length === 2")


def test_map_places_divisions_and_filters_by_a_dot(open_report: Open) -> None:
    page = open_report("one", "#view=map")
    assert page.locator("#map circle").count() == 3
    north, south = (page.locator(f"#map circle[data-city='{city}']") for city in ("浙江省/金华市", "浙江省/丽水市"))
    assert float(north.get_attribute("cy") or 0) < float(south.get_attribute("cy") or 0)
    south.dispatch_event("click")
    assert page.inner_text("#city-label") == "丽水市"


def test_many_pages_open_with_an_index(open_report: Open) -> None:
    page = open_report("three")
    assert page.locator("#text tr[data-page]").count() == 3
    assert len(surfaces(page)) == 12
    page.fill("#search", "婺城区")
    wait_until(page, "document.querySelectorAll('#text tr[data-page]').length === 2")
    page.click("#text tr[data-page='2'] button")
    page.wait_for_selector("#story-1")
    assert surfaces(page) == ["182家", "40多家"]
    assert "page=3" in page.url


def test_back_leads_from_a_page_to_the_index(open_report: Open) -> None:
    page = open_report("three", "#kind=percent")
    page.click("#text tr[data-page='1'] button")
    page.wait_for_selector("#story-1")
    page.go_back()
    page.wait_for_selector("#text tr[data-page]")
    assert page.locator("#text tr[data-page]").count() == 2


def test_words_searched_for_are_lit_across_marks(open_report: Open) -> None:
    page = open_report("one", "#q=走访企业182家")
    lit = "[...CSS.highlights.get('found')].map(range => range.toString())"
    assert page.evaluate(lit) == ["走访企业182家"]
    page.click("#clear")
    wait_until(page, "CSS.highlights.get('found').size === 0")


def test_address_of_a_fact_opens_its_page(open_report: Open) -> None:
    page = open_report("three", "#fact=8")
    assert page.locator("#text mark.selected").all_inner_texts() == ["9.17%"]


def test_search_finds_pages_by_words_outside_facts(open_report: Open) -> None:
    page = open_report("three", "#q=回升")
    assert page.locator("#text tr[data-page]").count() == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["#fact=2", "#view=plots", "#view=map", "#kind=count&confidence=low"])
def test_axe_finds_no_fault(open_report: Open, scheme: str, address: str) -> None:
    page = open_report("one", address, color_scheme=scheme, bypass_csp=True)
    assert faults(page) == []


@pytest.mark.parametrize(("name", "address"), [("three", ""), ("hostile", "#fact=1")])
def test_axe_finds_no_fault_in_index_or_on_a_telephone(open_report: Open, name: str, address: str) -> None:
    page = open_report(name, address, viewport={"width": 390, "height": 844}, bypass_csp=True)
    assert faults(page) == []
    page.click("#city")
    page.click("#help", force=True)
    assert faults(page) == []


def faults(page: Page) -> list[tuple[str, str, str]]:
    """Run axe over what is shown; return what it finds wrong, best practices included."""
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [(v["id"], v["impact"], v["nodes"][0]["html"][:160]) for v in found["violations"]]


def test_nothing_runs_off_a_narrow_screen(open_report: Open) -> None:
    for view in ("text", "facts", "plots", "map"):
        page = open_report("one", f"#view={view}", viewport={"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_the_totals_are_there(browser: Browser, reports: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(reports["three"].as_uri())
    assert "pages/second.txt\t丽水创业贷款回升\t1\t3" in page.inner_text("body")
    assert not any(page.is_visible(part) for part in ("main", ".controls", ".actions"))
    context.close()


def test_program_writes_a_report_of_the_sample_page(browser: Browser, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    assert newscli("report", SAMPLE, "-o", target).returncode == 0
    page = browser.new_page()
    page.goto(target.as_uri() + "#city=浙江省/金华市")
    page.wait_for_selector("body[data-ready]")
    assert {"182家", "1665家"} <= set(surfaces(page))
    assert "4.94%" not in surfaces(page)
    page.click("#facts .fact-open:text-is('182家')")
    assert page.locator("#text mark.selected").all_inner_texts() == ["182家"]
    page.close()


def test_print_opens_every_detail(open_report: Open) -> None:
    page = open_report("one", "#view=map")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#facts .detail").count() == 6
    page.emulate_media(media="print")
    assert page.is_visible("#facts .detail >> nth=5")
    assert not page.is_visible(".controls")


def test_thousand_pages_stay_small_and_quick(browser: Browser, tmp_path: Path) -> None:
    readings = [sample_of(n) for n in range(1000)]
    path = tmp_path / "thousand.html"
    path.write_text(render_report(readings), encoding="utf-8")
    assert path.stat().st_size < 2_000_000
    page = browser.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("body[data-ready]")
    assert page.evaluate("document.querySelectorAll('*').length") < 5000
    start = time.perf_counter()
    page.evaluate("update({ query: '第777期' })")
    wait_until(page, "document.querySelectorAll('#text tr[data-page]').length === 1")
    page.evaluate("update({ query: '', city: '浙江省/金华市' })")
    page.evaluate("update({ page: 500 })")
    page.wait_for_selector("#story-2")
    assert time.perf_counter() - start < 5
    page.close()


def sample_of(number: int) -> Any:
    """Return a page of a long run: its own headline, the facts of the sample."""
    dated = replace(JINHUA, headline=f"金华送服务上门 第{number}期")
    return read_by_hand(f"pages/{number:04}.txt", dated, LISHUI)

"""Manners: help, exit statuses, errors in one line with the cure, standing choices, files written whole or not."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from newscli import __version__
from newscli.cli.app import COMMANDS
from newscli.cli.config import Config, read_config
from newscli.errors import WrongUsage
from tests.cli.program import SAMPLE, environment, newscli

CURE = "mend the file, or name its encoding with --input-encoding"
PAGE = "金华新增企业182家\n本报讯 (记者 李明) 去年,金华市新增企业182家。\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_version_is_that_of_the_package() -> None:
    assert newscli("--version").stdout.decode() == f"newscli {__version__}\n"


def test_no_arguments_show_the_help() -> None:
    done = newscli()
    assert done.returncode == 0
    assert all(f"  {command} " in done.stdout.decode() for command in COMMANDS)


@pytest.mark.parametrize("words", [[], ["facts"]])
def test_help_may_be_asked_for_by_its_name(words: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert call(["help", *words]) == call([*words, "--help"]) == 0
    first, second = capfd.readouterr().out.split("Usage: ")[1:]
    assert first == second


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_with_examples(command: str) -> None:
    function = getattr(import_module(f"newscli.cli.commands.{command}"), command)
    first, *rest = (function.__doc__ or "").splitlines()
    assert COMMANDS[command] == first
    examples = [line.strip() for line in rest[rest.index("    Examples:") + 1 :] if line.strip()]
    assert examples
    assert all(f"newscli {command}" in line for line in examples)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_names_things_as_a_person_does(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert call([command, "--help"]) == 0
    assert "<" not in capfd.readouterr().out  # FILE <list[str]>


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["fact"], "no such command 'fact'; did you mean facts?"),
        (["facts", "--colums", "x"], "no such option: --colums; did you mean --columns? (see newscli facts --help)"),
        (["facts", "-f", "jsnl"], "unknown format 'jsnl'; did you mean jsonl?"),
        (["facts", "--columns", "plce"], "facts has no column 'plce'; did you mean place?"),
        (["facts", "--kind", "mony"], "unknown kind 'mony'; did you mean money?"),
        (["facts", "--kind", "count,Money"], "unknown kind 'Money'; did you mean money?"),
        (["facts", "--min", "1亿", "--max", "5000万"], "--min 1亿 is more than --max 5000万; exchange them"),
        (["facts", "--since", "2024", "--until", "2023年"], "--since 2024 is after --until 2023年; exchange them"),
        (
            ["facts", "--plot", "--summary"],
            "--plot and --summary are two ways to see the facts; leave one of them out",
        ),
        (["facts", "--city", ""], "--city is empty; give it a value, or leave it out"),
        (["facts", "--min", ""], "--min is empty; give it a value, or leave it out"),
        (
            ["report", "--city", "金华"],
            "no such option: --city; it belongs to parse, facts, places (see newscli report --help)",
        ),
        (["places", "--kind", "count"], "no such option: --kind; it belongs to facts (see newscli places --help)"),
        (["facts", "--min", "viel"], "--min 'viel' is no number; try 100, 1亿元 or 30%"),
        (
            ["facts", "--since", "gestern"],
            "no day, month or year in --since 'gestern'; write it as 2024-01-31, 2024-01 or 2024",
        ),
        (["facts", "--date", "gestern"], "no day in --date 'gestern'; write it as 2024-01-31"),
        (["facts", "--from", "xml"], "unknown form 'xml' for --from; try text, pages, jsonl, csv"),
        (["facts", "--sort", "valu"], "facts has no column 'valu'; did you mean value?"),
        (["facts", "--headers", "de"], "unknown language 'de' for --headers; try zh or en"),
        (
            ["facts", "--encoding", "latin1", "-f", "csv"],
            "--encoding latin1 cannot hold every character; try utf-8, gb18030, utf-16",
        ),
        (["facts", "--bom", "-f", "json"], "--encoding and --bom mean nothing for json; leave them out"),
        (["facts", "--input-encoding", "utf-99"], "unknown encoding 'utf-99'; try utf-8, gb18030, big5 or utf-16"),
        (["facts", "--home", "金花"], "金花: no such place; did you mean 金华, 金昌, 金东?"),
        (["facts", "-f"], "option '-f' requires an argument (see newscli facts --help)"),
        (
            ["facts", "--text-field", "body"],
            "fields are those of records; add --from jsonl or csv, or leave --…-field out",
        ),
        (["schema", "fact"], "no schema 'fact'; did you mean facts?"),
        (["explain", "--at", "x"], "--at 'x' is no offset; give a number of characters, from 0"),
        (["batch", "-o", "out"], "batch needs inputs; name files, directories or @list.txt, or - for standard input"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_one_line_with_a_cure_and_status_2(
    arguments: list[str], message: str, capfd: pytest.CaptureFixture[str], page: Path
) -> None:
    status = call(
        [
            *arguments,
            *([str(page)] if arguments[0] not in {"schema", "batch", "fact"} and arguments[-1] != "-f" else []),
        ]
    )
    assert (status, *capfd.readouterr()) == (2, "", f"newscli: {message}\n")


def call(arguments: list[str]) -> int:
    """Return the exit status of a call inside this process, which is faster than one of its own."""
    with pytest.raises(SystemExit) as leaving:
        import_module("newscli.cli.app").main(arguments)
    return int(leaving.value.code or 0)


def test_an_unknown_city_is_answered_with_near_names(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert call(["facts", "--city", "金华巿", str(page)]) == 2
    assert "金华市" in capfd.readouterr().err


def test_a_city_typed_in_another_encoding_is_an_unknown_one(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert call(["facts", "--city", "金华".encode("gb18030").decode("utf-8", "surrogateescape"), str(page)]) == 2
    assert "no such place" in capfd.readouterr().err


def test_an_ambiguous_city_is_answered_with_the_possible_ones(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert call(["facts", "--city", "西湖区", str(page)]) == 2
    error = capfd.readouterr().err
    assert "330106" in error
    assert error.count("\n") == 1


def test_the_home_of_the_paper_decides_about_an_ambiguous_city(page: Path) -> None:
    assert call(["facts", "--city", "西湖区", "--home", "杭州", "-q", str(page)]) == 0


def test_bad_inputs_are_reported_and_the_others_come_out(page: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes("金华市去年新增企业一百八十二家".encode()[:-1])
    (tmp_path / "empty.txt").write_bytes(b"")
    done = newscli("facts", "-f", "jsonl", "no.txt", "bad.txt", page, "empty.txt", cwd=tmp_path)
    assert done.returncode == 1
    assert {json.loads(line)["source"] for line in done.stdout.splitlines()} == {str(page)}
    assert done.stderr.decode().splitlines() == [
        "newscli: no.txt: no such file or directory; check its name",
        f"newscli: bad.txt: byte 0xe5 at offset 42 is not utf-8; {CURE}",
        "newscli: empty.txt: is empty; name a file with text in it",
    ]


def test_verbose_reports_encoding_and_length(tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_bytes(PAGE.encode("gbk"))
    assert (
        f"newscli: p.txt: gb18030, {len(PAGE)} characters"
        in newscli("parse", "-v", "p.txt", cwd=tmp_path).stderr.decode()
    )


def test_a_file_is_written_in_the_format_of_its_ending(page: Path, tmp_path: Path) -> None:
    assert call(["parse", str(page), "-o", str(tmp_path / "out.jsonl")]) == 0
    assert json.loads((tmp_path / "out.jsonl").read_bytes())["article"] == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl", "page.txt"]


def test_a_file_is_not_touched_when_the_call_is_wrong(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("mine", encoding="utf-8")
    assert call(["facts", str(page), "-o", str(out), "--city", "金华巿"]) == 2
    assert out.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("options", [[], ["--plot"], ["--summary"]])
def test_a_file_is_not_replaced_by_nothing_when_no_input_could_be_read(
    options: list[str], page: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    target = page.with_name("facts.txt")
    target.write_text("of yesterday", encoding="utf-8")
    assert call(["facts", str(page.with_name("pgae.txt")), "-o", str(target), *options]) == 1
    assert capfd.readouterr().err.splitlines()[-1] == f"newscli: {target}: is left as it was; no input could be read"
    assert target.read_text(encoding="utf-8") == "of yesterday"


def test_a_file_that_is_not_there_is_not_written_when_no_input_could_be_read(
    page: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    target = page.with_name("facts.csv")
    assert call(["facts", str(page.with_name("pgae.txt")), "-o", str(target)]) == 1
    assert capfd.readouterr().err.splitlines()[-1] == f"newscli: {target}: is not written; no input could be read"
    assert not target.exists()


def test_a_replaced_file_keeps_its_mode_and_its_links(page: Path, tmp_path: Path) -> None:
    out, link = tmp_path / "out.csv", tmp_path / "link.csv"
    out.write_text("old", encoding="utf-8")
    out.chmod(0o640)
    link.symlink_to(out)
    assert call(["facts", str(page), "-o", str(link)]) == 0
    assert out.stat().st_mode & 0o777 == 0o640
    assert out.read_text(encoding="utf-8").startswith("source,")
    assert link.is_symlink()


@pytest.mark.parametrize("named", ["{page}", "{folder}", "{folder}/*.txt", "{folder}/../*/page.txt", "@{folder}/names"])
@pytest.mark.parametrize("command", ["facts -f csv", "facts --plot", "report"])
def test_an_input_is_not_overwritten_however_it_is_named(
    command: str, named: str, page: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (page.parent / "names").write_text(f"# mine\n{page}\n", encoding="utf-8")
    name = named.format(page=page, folder=page.parent)
    assert call([*command.split(), name, "-o", str(page)]) == 2
    assert "is an input as well" in capfd.readouterr().err
    assert page.read_text(encoding="utf-8") == PAGE


def test_a_file_beside_the_inputs_is_written(page: Path) -> None:
    assert call(["facts", str(page.parent), "-o", str(page.parent / "page.csv")]) == 0
    assert call(["facts", str(page.parent), "-o", str(page.parent / "page.csv")]) == 0  # and again


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["-o", "out.xls"], "out.xls: .xls is the ending of no format; did you mean .xlsx? (or name one with -f)"),
        (
            ["-o", "out.json5"],
            "out.json5: .json5 is the ending of no format; did you mean .json? (or name one with -f)",
        ),
        (["-o", ""], "--output is empty; give it a value, or leave it out"),
        (["-f", "jsonl", "--headers", "zh"], "jsonl has field names, no headings; leave --headers out"),
        (["--columns", "value,unit,数值"], "column 'value' is named twice; name it once"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_an_output_that_would_surprise_is_refused(
    options: list[str], message: str, page: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(page.parent)
    assert call(["facts", str(page), *options]) == 2
    assert capfd.readouterr().err == f"newscli: {message}\n"
    assert list(page.parent.iterdir()) == [page]


@pytest.mark.parametrize(
    ("names", "named"), [(["page.txt"], False), (["*.txt"], True), (["."], True), (["page.txt"] * 2, True)]
)
def test_a_table_names_the_sources_where_there_may_be_several(
    names: list[str], page: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, named: bool
) -> None:
    monkeypatch.chdir(page.parent)
    assert call(["facts", *names]) == 0
    assert ("page.txt" in capfd.readouterr().out) is named


def test_nothing_found_is_said_to_whoever_looks_at_a_table(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert call(["facts", str(page), "--city", "拉萨"]) == 0
    assert capfd.readouterr() == ("", "newscli: nothing found\n")
    assert call(["facts", str(page), "--city", "拉萨", "-f", "jsonl"]) == 0
    assert call(["facts", str(page), "--city", "拉萨", "-q"]) == 0
    assert capfd.readouterr() == ("", "")


def test_any_ending_will_do_when_the_format_is_named(page: Path, tmp_path: Path) -> None:
    assert call(["facts", str(page), "-o", str(tmp_path / "out.data"), "-f", "csv"]) == 0
    assert (tmp_path / "out.data").read_text(encoding="utf-8").startswith("source,")


def test_empty_names_among_the_columns_are_passed_over(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert call(["facts", str(page), "-f", "csv", "--columns", "value,unit,"]) == 0
    assert capfd.readouterr().out.splitlines()[0] == "value,unit"


def test_an_empty_name_is_no_input(capfd: pytest.CaptureFixture[str]) -> None:
    assert call(["facts", "", "-q"]) == 1
    assert capfd.readouterr().err == "newscli: '': is no name; name a file, or - for standard input\n"


def test_a_file_in_no_folder_is_an_error_in_one_line(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert call(["facts", str(page), "-o", "/no/such/folder/out.csv"]) == 1
    message = "newscli: /no/such/folder/out.csv: no such file or directory; make its folder first\n"
    assert capfd.readouterr().err == message


@pytest.mark.parametrize("redirection", [">&-", "> /dev/full"])
def test_an_output_that_takes_nothing_is_an_error_in_one_line(redirection: str, page: Path) -> None:
    line = f"{sys.executable} -m newscli facts -f jsonl {page} {redirection}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, env=environment(), check=False)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"; " in done.stderr


def test_closed_streams_are_no_reason_not_to_write_a_file(page: Path, tmp_path: Path) -> None:
    line = f"{sys.executable} -m newscli facts {page} no.txt -o {tmp_path / 'out.csv'} <&- >&- 2>&-"
    assert subprocess.run(["bash", "-c", line], env=environment(), check=False).returncode == 1  # there is no no.txt
    assert len((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()) == 3


def test_a_closed_input_is_an_empty_one() -> None:
    line = f"{sys.executable} -m newscli facts <&-"
    done = subprocess.run(["bash", "-c", line], capture_output=True, env=environment(), check=False)
    assert (done.returncode, done.stderr) == (1, b"newscli: -: is empty; name a file with text in it\n")


def test_columns_are_those_asked_for_in_their_order(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert call(["facts", str(page), "-f", "csv", "--columns", "value, surface"]) == 0
    assert capfd.readouterr().out.splitlines()[0] == "value,surface"


def test_columns_are_known_by_their_chinese_headings_too(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert call(["facts", "--columns", "数值,unit", "--sort", "-数值", "-f", "csv", str(page)]) == 0
    assert capfd.readouterr().out.splitlines()[:2] == ["value,unit", "182,家"]


def test_headings_are_chinese_when_asked_for(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert call(["facts", str(page), "-f", "csv", "--columns", "value,surface", "--headers", "zh"]) == 0
    assert capfd.readouterr().out.splitlines()[0] == "数值,原文"


def test_standing_choices_come_from_the_file_and_the_environment_goes_before_it(tmp_path: Path) -> None:
    (tmp_path / "newscli.toml").write_text(
        'home = "金华"\nformat = "csv"\n[columns]\nfacts = ["place", "value"]\n', encoding="utf-8"
    )
    assert read_config(tmp_path, {}) == Config("金华", "csv", {"facts": ("place", "value")})
    environment = {"NEWSCLI_HOME": "杭州", "NEWSCLI_FORMAT": "jsonl", "NEWSCLI_COLUMNS_FACTS": "value"}
    assert read_config(tmp_path, environment) == Config("杭州", "jsonl", {"facts": ("value",)})
    assert read_config(tmp_path / "none", {}) == Config()


@pytest.mark.parametrize("text", ["kind = 'money'", "home = 1", "columns = 'a'", "columns = {facts = 1}", "not toml"])
def test_standing_choices_that_mean_nothing_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "newscli.toml").write_text(text, encoding="utf-8")
    with pytest.raises(WrongUsage):
        read_config(tmp_path, {})


@pytest.mark.parametrize(
    ("settings", "environment", "message"),
    [
        ('home = "金花"', {}, "newscli.toml: 金花: no such place; did you mean 金华"),
        ('format = "jsnl"', {}, "newscli.toml: unknown format 'jsnl'; did you mean jsonl?"),
        ("[columns]\nfacts = ['plce']", {}, "newscli.toml: facts has no column 'plce'; did you mean place?"),
        (
            "[columns]\nfact = ['place']",
            {},
            "newscli.toml: columns for 'fact', which prints no rows; did you mean facts?",
        ),
        ("", {"NEWSCLI_FORMAT": "jsnl"}, "NEWSCLI_FORMAT: unknown format 'jsnl'; did you mean jsonl?"),
        ("", {"NEWSCLI_HOME": "金花"}, "NEWSCLI_HOME: 金花: no such place; did you mean 金华"),
        (
            "",
            {"NEWSCLI_COLUMNS_FACTS": "plce"},
            "NEWSCLI_COLUMNS_FACTS: facts has no column 'plce'; did you mean place?",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith(("newscli", "NEWSCLI")) else "",
)
def test_an_error_about_a_standing_choice_says_where_it_was_made(
    settings: str,
    environment: dict[str, str],
    message: str,
    page: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(page.parent)
    (page.parent / "newscli.toml").write_text(settings, encoding="utf-8")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert call(["facts", str(page)]) == 2
    error = capfd.readouterr().err
    assert error.startswith(f"newscli: {message}")
    assert error.count("\n") == 1


def test_a_file_of_records_that_is_read_as_text_is_remarked_upon(page: Path) -> None:
    (page.parent / "n.jsonl").write_text(json.dumps({"text": PAGE}, ensure_ascii=False), encoding="utf-8")
    done = newscli("parse", "n.jsonl", "-f", "jsonl", cwd=page.parent)
    assert (done.returncode, done.stderr.decode()) == (
        0,
        "newscli: n.jsonl: read as one text; add --from jsonl or csv for its records\n",
    )


def test_the_program_obeys_the_standing_choices(page: Path) -> None:
    (page.parent / "newscli.toml").write_text('format = "csv"\n[columns]\nparse = "headline"\n', encoding="utf-8")
    done = newscli("parse", page.name, cwd=page.parent, env={"NEWSCLI_FORMAT": "tsv"})
    assert done.stdout.decode().splitlines()[0] == "headline"


def test_the_sample_page_is_where_the_package_says() -> None:
    from_package = import_module("newscli.reading.sample").sample_page()
    assert from_package.data == SAMPLE.read_bytes()

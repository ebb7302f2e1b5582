"""The shell's completion, through the protocol that the shells use: the installed script's variables, or bash itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newscli.cli.completion import places
from newscli.errors import AmbiguousPlace
from newscli.extractors.place import find_division
from tests.cli.program import environment, newscli

SHELLS = ["bash", "zsh", "fish"]


def completed(*words: str, shell: str = "bash", env: dict[str, str] | None = None) -> str:
    """Return what the program answers a shell whose user has typed some words and asks about the last."""
    line = " ".join(["newscli", *words])
    asked = {
        "_NEWSCLI_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "\n".join(["newscli", *words]),  # how bash joins them
        "COMP_CWORD": str(len(words)),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    done = newscli(env={**asked, **(env or {})})
    assert done.returncode == 0
    return done.stdout.decode()


def offers(*words: str) -> list[str]:
    """Return the words that bash is offered."""
    return completed(*words).split()


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_is_told_commands_and_formats(shell: str) -> None:
    assert "parse" in completed("pa", shell=shell)
    assert "jsonl" in completed("facts", "-f", "js", shell=shell)


@pytest.mark.parametrize("option", ["--city", "--place", "--exclude", "--home"])
def test_places_are_completed_by_their_official_names(option: str) -> None:
    assert offers("facts", option, "金华") == ["金华市"]


def test_places_come_largest_first_and_none_that_is_gone() -> None:
    found = offers("facts", "--city", "南京")
    assert found == ["南京市"]
    found = offers("facts", "--city", "金")
    assert found[0] == "金华市"
    assert {"金东区", "金坛区", "金门县"} <= set(found)
    assert not {"金华地区", "金华县", "金坛市", "金沙江"} & set(found)  # 1985, 2000, 2015; a river


def test_a_country_is_a_place_too() -> None:
    assert offers("facts", "--city", "日本") == ["日本"]


def test_a_whole_name_goes_on_with_what_lies_below_it() -> None:
    found = offers("places", "--city", "浙江省")
    assert found[:3] == ["浙江省", "浙江省杭州市", "浙江省宁波市"]
    assert len(found) == 12  # the province and its eleven prefectures


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("杭州市西", ["杭州市西湖区"]),
        ("浙江金", ["浙江金华市", "浙江金东区"]),
        ("浙江省金华市婺", ["浙江省金华市婺城区"]),
        ("33070", ["330700", "330702", "330703"]),
        ("32058", ["320581", "320582", "320583", "320585"]),
        ("没有这个地方", []),
        ("=1+1", []),
        ("[", []),
    ],
)
def test_chains_and_codes_are_completed(typed: str, offered: list[str]) -> None:
    assert offers("facts", "--city", typed) == offered


def test_before_anything_is_typed_the_provinces_are_offered() -> None:
    found = offers("facts", "--city", "")
    assert found[0] == "北京市"
    assert "浙江省" in found
    assert len(found) == 34


@pytest.mark.parametrize("typed", ["金", "浙江省", "浙江金", "330", "南"])
def test_every_place_that_is_offered_is_understood_unless_several_bear_its_name(typed: str) -> None:
    for name, where in places(typed):
        if "," in where:
            with pytest.raises(AmbiguousPlace):
                find_division(name)
        else:
            assert find_division(name).name in name or name.isdecimal()


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_shells_that_show_it_are_told_where_a_place_lies(shell: str) -> None:
    assert "江苏省/南京市, 江苏省/徐州市" in completed("facts", "--city", "鼓楼", shell=shell)
    assert completed("facts", "--city", "鼓楼", shell=shell).count("\n") == 1


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("facts", "--columns", "place,su"), ["place,surface", "place,subject"]),
        (("headlines", "--columns", "ki"), ["kicker"]),
        (("facts", "--columns", "place,对"), ["place,对象"]),
        (("facts", "--city", "杭州,金华"), ["杭州,金华市"]),
        (("facts", "--kind", "count,mon"), ["count,money"]),
        (("facts", "--sort", "val"), ["value"]),
        (("facts", "--kind", "m"), ["money", "measure"]),
        (("facts", "--headers", ""), ["zh", "en"]),
        (("facts", "--color", "n"), ["never"]),
        (("facts", "--encoding", "g"), ["gb18030"]),
        (("facts", "--input-encoding", "b"), ["big5"]),
        (("facts", "--from", "j"), ["jsonl"]),
        (("batch", "--what", "facts,p"), ["facts,places", "facts,parse"]),
        (("batch", "--format", "p"), ["parquet"]),
        (("schema", "h"), ["headlines"]),
    ],
    ids=" ".join,
)
def test_values_of_options_are_completed(words: tuple[str, ...], offered: list[str]) -> None:
    assert offers(*words) == offered


def test_a_file_name_is_left_to_the_shell() -> None:
    assert offers("facts", "no-such") == []


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_completes_with_the_script_that_the_program_gives_it(tmp_path: Path) -> None:
    program = tmp_path / "newscli"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newscli "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    typed = """
        source <(newscli --show-completion bash)
        COMP_WORDS=(newscli facts --city 金华) COMP_CWORD=3
        "$(complete -p newscli | sed 's/.*-F \\([^ ]*\\).*/\\1/')" newscli
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--norc", "-c", typed], capture_output=True, env=environment(PATH=path), timeout=60, check=True
    )
    assert done.stdout.decode() == "金华市\n"


def test_completing_a_place_reads_the_gazetteer_and_nothing_of_a_page() -> None:
    asked = {
        "_NEWSCLI_COMPLETE": "complete_bash",
        "COMP_WORDS": "newscli\nfacts\n--city\n金",
        "COMP_CWORD": "3",
        "PYTHONPROFILEIMPORTTIME": "1",
    }
    imported = {line.rpartition("|")[2].strip() for line in newscli(env=asked).stderr.decode().splitlines()}
    assert "newscli.extractors.place.gazetteer" in imported
    heavy = {
        "newscli.pipeline",
        "newscli.linking",
        "newscli.page",
        "newscli.extractors.quantity",
        "rich",
        "regex",
        "jieba",
    }
    assert not imported & heavy

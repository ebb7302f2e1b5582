"""The package as a stranger gets it: a wheel in a clean environment, no checkout beside it; compiled where there is a compiler."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT, SAMPLE

pytestmark = pytest.mark.slow
COMPILER = shutil.which((os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0])
HEADERS = Path(sysconfig.get_paths()["include"]) / "Python.h"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
STORY = "云和木玩走俏海外\n\n本报讯(记者 李晓)去年，云和县木制玩具出口额达12.6亿元。\n"


def run(*command: object, cwd: Path, given: str = "", **settings: str) -> str:
    """Run a command outside the checkout and return what it prints."""
    ours = {"PYTHONPATH", "VIRTUAL_ENV", "PYTEST_ADDOPTS", "NEWSCLI_COMPILE"}
    env = {key: value for key, value in os.environ.items() if key not in ours} | settings
    words = [str(word) for word in command]
    return subprocess.run(
        words, cwd=cwd, env=env, input=given, capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


def is_compiled(wheel: Path) -> bool:
    """Return whether a wheel holds machine code."""
    return not wheel.name.endswith("-py3-none-any.whl")


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """Return the folder of the programs of a clean environment with the wheel installed, without extras."""
    run(sys.executable, "-m", "venv", wheel.parent / "env", cwd=wheel.parent)
    programs = wheel.parent / "env" / "bin"
    run(programs / "python", "-m", "pip", "install", "-q", wheel, cwd=wheel.parent)
    return programs


def test_the_wheel_holds_every_table_the_sample_and_the_licences(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    kinds = {".py", ".toml", ".tsv", ".txt", ".json", ".typed", ".bin", ".md"}
    package = {str(path.relative_to(ROOT)) for path in (ROOT / "newscli").rglob("*") if path.suffix in kinds}
    assert package - held == set()
    assert f"newscli/sample/{SAMPLE.name}" in held
    assert not [name for name in held if name.startswith(("tests/", "seeds/"))]


def test_the_installed_program_extracts_an_article(installed: Path, tmp_path: Path) -> None:
    rows = run(installed / "newscli", "facts", "-f", "jsonl", "-", cwd=tmp_path, given=STORY)
    fact = json.loads(rows)
    assert (fact["surface"], fact["value"], fact["place"], fact["code"]) == (
        "12.6亿元",
        "1260000000",
        "云和县",
        "331125",
    )


def test_the_installed_library_reads_as_the_readme_says(installed: Path, tmp_path: Path) -> None:
    code = f"import newscli; print([f.surface for f in newscli.read_text({STORY!r}).facts])"
    assert run(installed / "python", "-c", code, cwd=tmp_path) == "['12.6亿元']\n"


def test_python_m_newscli_is_the_same_program(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "python", "-m", "newscli", "--version", cwd=tmp_path).startswith("newscli ")


def test_the_stages_can_be_compiled(tmp_path: Path) -> None:
    """The compiler asks for more than the type checker: here it writes its C, which no C compiler sees."""
    pytest.importorskip("setuptools")
    words = [sys.executable, str(ROOT / ".ci" / "compile.py"), str(tmp_path), "--only-c"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(not (COMPILER and HEADERS.exists()), reason="no C compiler or no headers of Python")
def test_the_stages_are_machine_code_where_there_is_a_compiler(wheel: Path, installed: Path, tmp_path: Path) -> None:
    names = ("page.stories", "extractors.quantity.numerals", "extractors.place.find", "linking.divide", "rules.match")
    code = (
        f"from importlib.util import find_spec; print(*[find_spec('newscli.' + n).origin for n in {names}], sep='\\n')"
    )
    kinds = {Path(line).suffix for line in run(installed / "python", "-c", code, cwd=tmp_path).split()}
    assert is_compiled(wheel)
    assert kinds == {Path(sysconfig.get_config_var("EXT_SUFFIX")).suffix}


def test_the_wheel_is_plain_python_where_there_is_none(tmp_path: Path) -> None:
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path, ROOT, cwd=tmp_path, CC="no-such-cc")
    assert not is_compiled(next(tmp_path.glob("*.whl")))


@pytest.mark.parametrize("command", ["facts", "places", "parse", "bylines", "headlines"])
def test_machine_code_prints_what_python_prints(command: str, wheel: Path, installed: Path, tmp_path: Path) -> None:
    if not is_compiled(wheel):
        pytest.skip("no C compiler or no headers of Python")
    arguments = (command, "-f", "jsonl", *SEEDS)
    plain = run(sys.executable, "-m", "newscli", *arguments, cwd=tmp_path)
    assert run(installed / "newscli", *arguments, cwd=tmp_path) == plain
    assert plain.count("\n") > len(SEEDS)

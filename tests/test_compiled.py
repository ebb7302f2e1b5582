"""The wheel with its stages compiled to machine code prints what the plain one prints, byte for byte."""

from __future__ import annotations

import fnmatch
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
HEADERS = Path(sysconfig.get_paths()["include"]) / "Python.h"

HOOK = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"][
    "hooks"
]["mypyc"]
GENERATE = """
import sys
from mypyc.build import mypycify
mypycify(sys.argv[2:], target_dir=sys.argv[1], multi_file=True)
"""

pytestmark = pytest.mark.slow
COMPILED = "NEWSCLI_TEST_COMPILED"


def chosen_modules() -> list[str]:
    """Return the modules that the build compiles, by the lists in ``pyproject.toml``."""
    roots = [ROOT / pattern.lstrip("/") for pattern in HOOK["include"]]
    files = [file for root in roots for file in ([root] if root.is_file() else sorted(root.rglob("*.py")))]
    return [
        str(file.relative_to(ROOT)) for file in files if not any(fnmatch.fnmatch(file.name, p) for p in HOOK["exclude"])
    ]


def test_the_stages_can_be_compiled(tmp_path: Path) -> None:
    """The compiler asks for more than the type checker: here it writes its C, which no C compiler sees."""
    pytest.importorskip("setuptools")
    arguments = (*HOOK["mypy-args"], "--cache-dir", tmp_path / "cache", *chosen_modules())
    words = [sys.executable, "-c", GENERATE, str(tmp_path / "build"), *map(str, arguments)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def run(*command: object, cwd: Path, **settings: str) -> bytes:
    """Run a command outside the checkout and return what it prints."""
    env = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "VIRTUAL_ENV"}} | settings
    return subprocess.run([str(word) for word in command], cwd=cwd, env=env, capture_output=True, check=True).stdout


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the programs of an environment with the compiled wheel."""
    if COMPILED not in os.environ:
        pytest.skip(f"takes minutes: set {COMPILED}=1")
    if not (shutil.which("cc") and HEADERS.exists()):
        pytest.skip("no C compiler or no headers of Python")
    folder = tmp_path_factory.mktemp("compiled")
    run(sys.executable, "-m", "venv", folder / "env", cwd=folder)
    programs = folder / "env" / "bin"
    # The compiler leaves what it makes beside the sources, where it would hide them: never in the checkout itself.
    source = shutil.copytree(ROOT, folder / "source", ignore=shutil.ignore_patterns(".*", "__pycache__"))
    run(programs / "python", "-m", "pip", "install", "-q", source, cwd=folder, HATCH_BUILD_HOOK_ENABLE_MYPYC="1")
    return programs


def test_the_stages_are_machine_code(compiled: Path, tmp_path: Path) -> None:
    names = ("page.stories", "extractors.quantity.numerals", "extractors.place.find", "linking.divide", "rules.match")
    code = (
        f"from importlib.util import find_spec; print(*[find_spec('newscli.' + n).origin for n in {names}], sep='\\n')"
    )
    assert {Path(line).suffix for line in run(compiled / "python", "-c", code, cwd=tmp_path).decode().split()} == {
        ".so"
    }


@pytest.mark.parametrize("command", ["facts", "places", "parse", "bylines", "headlines"])
def test_both_wheels_print_the_same(command: str, compiled: Path, tmp_path: Path) -> None:
    arguments = (command, "-f", "jsonl", *SEEDS)
    plain = run(sys.executable, "-m", "newscli", *arguments, cwd=tmp_path)
    assert run(compiled / "newscli", *arguments, cwd=tmp_path) == plain
    assert plain.count(b"\n") > len(SEEDS)

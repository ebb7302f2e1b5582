"""The shape of the program, read from its sources: who imports whom, where Chinese may stand, how light the start is."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "newscli"
MODULES = sorted(PACKAGE.rglob("*.py"))
CHINESE = re.compile(r"[㐀-鿿]")

# A part of the program, and the parts that it may import besides itself. Longest matching prefix counts.
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "lazy": set(),
    "surnames": set(),
    "model": set(),
    "rules": {"model", "errors", "lazy"},
    "reading": {"model", "errors", "lazy"},
    "segment": {"model", "lazy", "errors"},
    "extractors": {"rules", "surnames", "model", "errors", "lazy", "reading.fold"},
    "page": {"extractors.headline", "extractors.byline", "extractors.dateline", "reading", "segment", "rules", "model", "errors"},
    "linking": {"extractors", "surnames", "segment", "rules", "model", "errors", "lazy", "reading.fold"},
    "pipeline": {"extractors", "page", "linking", "model", "reading.fold", "lazy"},
    "api": {"pipeline", "reading", "model", "errors"},
    "output": {"pipeline", "model", "errors", "lazy"},
    "report": {"output", "pipeline", "extractors.place", "reading", "model", "errors", "lazy"},
    "batch": {"output", "pipeline", "reading", "model", "errors", "lazy", "__init__"},
    "cli": {"batch", "report", "output", "pipeline", "api", "linking", "extractors", "page", "reading", "segment", "rules", "model",
            "errors", "lazy", "__init__"},
    "__init__": {"api", "errors", "model", "pipeline"},
    "__main__": {"cli", "lazy"},
}  # fmt: skip


def name_of(path: Path) -> str:
    """Return a module's name inside the package: ``extractors.place.find``."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


@cache
def tree(path: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def late(node: ast.AST) -> str | None:
    """Return the module that a call of ``lazily`` or ``import_module`` names, as ``newscli.x``."""
    if (
        isinstance(node, ast.Call)
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    ):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        return node.args[0].value if called in {"lazily", "import_module"} else None
    return None


def imports(path: Path) -> Iterator[str]:
    """Yield the names inside the package that a module imports, late ones too."""
    for node in ast.walk(tree(path)):
        found = [late(node)]
        if isinstance(node, ast.ImportFrom) and node.module:
            found = [node.module] if node.module != "newscli" else [f"newscli.{alias.name}" for alias in node.names]
            found += [f"{node.module}.{alias.name}" for alias in node.names if node.module.startswith("newscli.")]
        elif isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        for name in found:
            if name and name.startswith("newscli."):
                inside = name.removeprefix("newscli.")
                yield "__init__" if inside.startswith("__") else inside


def part(name: str) -> str:
    """Return the part of the program that a module belongs to."""
    return name.partition(".")[0]


def allowed(importer: str, imported: str) -> bool:
    """Return whether a module may import another."""
    if part(importer) == part(imported):
        return part(importer) != "extractors" or importer.split(".")[:2] == imported.split(".")[:2]
    return any(f"{imported}.".startswith(f"{ok}.") for ok in MAY_IMPORT[part(importer)])


@pytest.mark.parametrize(
    ("importer", "imported", "may"),
    [
        ("cli.run", "output.rows", True),
        ("output.rows", "cli.run", False),
        ("linking.where", "extractors.place", True),
        ("extractors.place.find", "linking", False),
        ("extractors.place.find", "extractors.place.scan", True),
        ("extractors.byline.rules", "extractors.place", False),
        ("extractors.byline.rules", "reading.fold", True),
        ("extractors.byline.rules", "reading.decode", False),
        ("rules.match", "extractors", False),
        ("model", "errors", False),
    ],
)
def test_the_direction_of_imports_is_told_apart(importer: str, imported: str, *, may: bool) -> None:
    assert allowed(importer, imported) is may


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function of a module, methods and inner ones too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_one_way(path: Path) -> None:
    importer = name_of(path)
    assert part(importer) in MAY_IMPORT, f"{importer}: say in MAY_IMPORT what this part of the program may import"
    names = set(imports(path))
    # ``from newscli.reading import fold`` names a module twice: once as a package, once whole. The whole name decides.
    whole = {name for name in names if not any(other.startswith(f"{name}.") for other in names)}
    wrong = sorted(name for name in whole if not allowed(importer, name))
    assert not wrong, f"{importer} may not import {', '.join(wrong)}"


# The segmenter's own lazy load is the one documented exception.
@pytest.mark.parametrize("path", [p for p in MODULES if name_of(p) != "segment"], ids=name_of)
def test_nothing_is_imported_inside_a_function(path: Path) -> None:
    inner = [
        f"{function.name}: {ast.unparse(node)}"
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not inner


def docstrings(module: ast.Module) -> set[ast.AST]:
    """Return the string nodes that stand alone: docstrings, and the notes under a field."""
    return {
        node.value for node in ast.walk(module) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


# Headings are what these modules print for people; the words are theirs and no knowledge about the language.
HEADINGS = {"output.sheet"}


ENGINE = [p for p in MODULES if part(name_of(p)) in {"rules", "output"} and name_of(p) not in HEADINGS]


@pytest.mark.parametrize("path", ENGINE, ids=name_of)
def test_the_engine_and_the_writers_know_no_chinese(path: Path) -> None:
    apart = docstrings(tree(path))
    literals = [
        node.value
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node not in apart
        and CHINESE.search(node.value)
    ]
    assert not literals, f"move to a table: {literals}"


# Modules that still wait to be split; the list only shrinks.
LONG = {"extractors.quantity.build"}


@pytest.mark.parametrize("path", [p for p in MODULES if name_of(p) not in LONG], ids=name_of)
def test_modules_stay_under_three_hundred_lines(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= 300


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_stay_under_forty_lines(path: Path) -> None:
    long = [
        f"{function.name}: {(function.end_lineno or 0) - function.lineno + 1} lines"
        for function in functions(path)
        if (function.end_lineno or 0) - function.lineno >= 40
    ]
    assert not long


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_float_and_no_catch_all(path: Path) -> None:
    catch_all = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}))
        and not any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
    ]
    assert not catch_all, "never catch Exception"
    if part(name_of(path)) in {"rules", "model", "linking"} or name_of(path).startswith("extractors.quantity"):
        floats = [n.lineno for n in ast.walk(tree(path)) if isinstance(n, ast.Constant) and isinstance(n.value, float)]
        assert not floats, "numbers are Decimal, factors are exact fractions"


HEAVY = ("jieba", "rjieba", "rich", "pyarrow", "xlsxwriter", "charset_normalizer", "jinja2", "newscli.pipeline")


def loaded_by(*arguments: str) -> set[str]:
    """Return which of the heavy modules a run of the program loads."""
    code = (
        f"import sys; sys.argv = ['newscli', *{arguments!r}]\n"
        "from newscli.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print('LOADED', *[m for m in {HEAVY!r} if m in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return set(result.stdout.rpartition("LOADED")[2].split())


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("facts", "--help")], ids=" ".join)
def test_help_loads_no_segmenter_and_no_pipeline(arguments: tuple[str, ...]) -> None:
    assert loaded_by(*arguments) == set()


def test_parse_loads_no_segmenter() -> None:
    sample = str(PACKAGE.parent / "seeds" / "000_c2acb2615f69c0ed.txt")
    assert not loaded_by("parse", "-f", "jsonl", sample) & {"jieba", "rjieba"}


BELONGS = {"newscli", "seeds", "tests", "pyproject.toml", "README.md", "LICENSE"}
LEFT_BY_TOOLS = {"tools", "build", "dist", "newscli.egg-info", "__pycache__", "crash", "corpus"}


def test_the_top_level_holds_the_package_its_seeds_and_its_tests_only() -> None:
    found = {path.name for path in PACKAGE.parent.iterdir() if not path.name.startswith(".")}
    assert found <= BELONGS | LEFT_BY_TOOLS

"""Compile the stages to machine code: ``python .ci/compile.py FOLDER`` writes what belongs into a wheel to ``FOLDER/lib``.

With ``--only-c`` it stops before the C compiler: types that the compiler cannot follow show by then.
"""

from __future__ import annotations

import fnmatch
import sys
from multiprocessing.pool import ThreadPool
from pathlib import Path
from typing import Any

from mypyc.build import mypycify
from setuptools import Distribution
from setuptools.command.build_ext import build_ext

ROOT = Path(__file__).resolve().parent.parent
STAGES = [
    "linking",
    "extractors",
    "page",
    "rules/automaton.py",
    "rules/locate.py",
    "rules/match.py",
    "rules/per_text.py",
    "rules/scout.py",
    "reading/fold.py",
    "output/rows.py",
]
LEFT_OUT = ["__main__.py", "build.py", "build_*.py", "explain.py", "pack_*.py", "query.py", "rules.py"]
"""What runs once (rules are declarations), and what builders and ``explain`` use."""
FLAGS = [] if sys.platform == "win32" else ["-fvisibility=hidden", "-fno-semantic-interposition", "-fno-plt"]
"""Modules that only call each other need no way round by which others could put in calls of their own."""
CHECKS = ["--config-file=", "--ignore-missing-imports", "--python-version=3.11"]
"""The type checker proper has its own settings: here the libraries that the stages use need not be installed."""


def chosen() -> list[str]:
    """Return the modules to compile, as paths below the checkout."""
    tops = [ROOT / "newscli" / name for name in STAGES]
    files = [file for top in tops for file in ([top] if top.is_file() else sorted(top.rglob("*.py")))]
    return [
        str(f.relative_to(ROOT)) for f in files if not any(fnmatch.fnmatch(f.name, pattern) for pattern in LEFT_OUT)
    ]


class Parallel(build_ext):
    """Compiles the files of the extension side by side, on all processors."""

    def build_extension(self, ext: Any) -> None:
        """Build it, each file a job of its own."""
        compile_all = self.compiler.compile

        def compile_each(sources: list[str], **options: Any) -> list[str]:
            with ThreadPool() as pool:
                objects = pool.map(lambda source: compile_all([source], **options), sources, chunksize=1)
            return [name for names in objects for name in names]

        self.compiler.compile = compile_each
        super().build_extension(ext)


def main(folder: Path, *, only_c: bool) -> None:
    """Compile into a folder."""
    extensions = mypycify(
        [*CHECKS, "--cache-dir", str(folder / "cache"), *chosen()],
        opt_level="1",
        debug_level="0",
        multi_file=True,
        target_dir=str(folder / "c"),
        group_name="newscli",
    )
    if only_c:
        return
    for extension in extensions:
        extension.extra_compile_args += FLAGS
    command = Parallel(Distribution({"name": "newscli", "ext_modules": extensions}))
    command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "o")
    command.ensure_finalized()
    command.run()


if __name__ == "__main__":
    main(Path(sys.argv[1]), only_c="--only-c" in sys.argv)

"""Compiles the stages while a wheel is built, where there is a C compiler; elsewhere the wheel is plain Python.

Both print the same bytes; the compiled one reads half as much again in the same time. ``NEWSCLI_COMPILE=0`` leaves it out,
``NEWSCLI_COMPILE=1`` makes it an error where it cannot be done. An editable installation is always plain.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WISH = os.environ.get("NEWSCLI_COMPILE", "")
TOOLS = ["mypy>=2.1", "setuptools>=77"]


def obstacle() -> str | None:
    """Return why nothing can be compiled here; ``None`` where it can."""
    compiler = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]
    if platform.python_implementation() != "CPython":
        return f"{platform.python_implementation()} is not CPython"
    if sys.platform != "win32" and not shutil.which(compiler):
        return f"no C compiler ({compiler})"
    if not Path(sysconfig.get_path("include"), "Python.h").exists():
        return "no headers of Python (python3-dev)"
    return None


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """What hatchling calls."""

    def dependencies(self) -> list[str]:
        """Return what the build needs."""
        return TOOLS if self.target_name == "wheel" and WISH != "0" and obstacle() is None else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and put the machine code beside the sources in the wheel, where Python takes it before them."""
        if self.target_name != "wheel" or version == "editable" or WISH == "0":
            return
        self.folder = Path(tempfile.mkdtemp(prefix="newscli-"))
        trouble = obstacle() or self.compile()
        if trouble and WISH == "1":
            raise RuntimeError(f"cannot compile: {trouble}")
        if trouble:
            self.app.display_warning(f"newscli is installed as plain Python, two thirds as fast: {trouble}")
            return
        libraries = self.folder / "lib"
        built = {str(file): str(file.relative_to(libraries)) for file in sorted(libraries.rglob("*")) if file.is_file()}
        build_data["force_include"] |= built
        build_data["infer_tag"] = True
        build_data["pure_python"] = False

    def compile(self) -> str | None:
        """Compile in a process of its own, and return what went wrong."""
        command = [sys.executable, str(Path(self.root, ".ci", "compile.py")), str(self.folder)]
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=False)
        return (done.stdout + done.stderr)[-2000:] if done.returncode else None

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take away what was made on the way."""
        del version, build_data, artifact_path
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder, ignore_errors=True)

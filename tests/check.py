"""Everything that must pass before a commit, in order: ``python -m tests.check [arguments of pytest]``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STEPS = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))


def main(arguments: list[str]) -> int:
    """Run the steps and return the first failing status, 0 when all pass."""
    for step in (*STEPS, ("pytest", *arguments)):
        print(f"$ {' '.join(step)}", flush=True)
        status = subprocess.run([sys.executable, "-m", *step], cwd=ROOT, check=False).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

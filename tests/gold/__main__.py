"""``python -m tests.gold`` writes ``seeds/NAME.txt`` and ``seeds/NAME.json`` from every ``seeds/marked/NAME.mark``."""

from __future__ import annotations

from tests.gold.page import build
from tests.gold.pages import MARKED, SEEDS


def main() -> None:
    """Write the text and the answers of every marked page."""
    for path in MARKED:
        text, answers = build(path.read_text(encoding="utf-8"), path.stem)
        (SEEDS / f"{path.stem}.txt").write_text(text, encoding="utf-8", newline="")
        (SEEDS / f"{path.stem}.json").write_text(answers, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()

"""The sample page that ships with the program, and that a checkout keeps among its seeds."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from newscli.errors import NewscliError
from newscli.reading.sources import Pending

NAME = "000_c2acb2615f69c0ed.txt"


def sample_page() -> Pending:
    """Return the bundled sample page, of a Zhejiang paper (浙江)."""
    package = files("newscli")
    seeds = Path(str(package)).parent / "seeds"
    for place in (package / "sample" / NAME, seeds / NAME):
        if place.is_file():
            return Pending(NAME, data=place.read_bytes())
    raise NewscliError(
        "the sample page is missing from this installation", cure="install newscli again, or name a file"
    )

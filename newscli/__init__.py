"""newscli reads Chinese newspaper pages: stories, bylines, places and numeric facts.

>>> import newscli
>>> page = newscli.read_text("本报讯(记者 李明)去年，金华市走访企业1665家。")
>>> [(fact.surface, fact.subject, fact.place) for fact in page.facts]
[('1665家', '走访企业', '金华市')]

The names below are the public interface; each is loaded when it is first asked for, so that ``newscli --help`` stays light.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscli.api import read, read_text
    from newscli.errors import NewscliError
    from newscli.model import Article, Byline, Document, NumericFact, PlaceMention, Quantity, Toponym
    from newscli.pipeline import Reading, join_continuations

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Byline",
    "Document",
    "NewscliError",
    "NumericFact",
    "PlaceMention",
    "Quantity",
    "Reading",
    "Toponym",
    "join_continuations",
    "read",
    "read_text",
]

HOMES = {
    "read": "api",
    "read_text": "api",
    "join_continuations": "pipeline",
    "NewscliError": "errors",
    "Reading": "pipeline",
}


def __getattr__(name: str) -> object:
    """Load a public name from the module that defines it."""
    if name not in __all__:
        raise AttributeError(f"module 'newscli' has no attribute {name!r}")
    return getattr(import_module(f"newscli.{HOMES.get(name, 'model')}"), name)


def __dir__() -> list[str]:
    """List the public names."""
    return [*__all__, "__version__"]

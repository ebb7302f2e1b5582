"""The one place where a module is loaded late: what a command may not need, it does not pay for.

``newscli --help`` must not load the gazetteer, and a page in UTF-8 must not load an encoding detector. A module that
is needed late is imported at the top of the file all the same, where a reader looks for it, in two lines that a type
checker follows too::

    if TYPE_CHECKING:
        from newscli.cli import run
    else:
        run = lazily("newscli.cli.run")

Nothing is executed until an attribute of it is first asked for.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType


class LateModule(ModuleType):
    """A stand-in that imports the module of its name when an attribute is first asked for."""

    def __getattr__(self, attribute: str) -> object:
        """Return the attribute of the real module, and keep it so that the next look-up is direct."""
        value = getattr(import_module(self.__name__), attribute)
        setattr(self, attribute, value)
        return value


def lazily(name: str) -> ModuleType:
    """Return a module that loads on first use."""
    return sys.modules.get(name) or LateModule(name)


def installed(name: str) -> bool:
    """Return whether a module could be imported, without importing it."""
    return name in sys.modules or find_spec(name) is not None

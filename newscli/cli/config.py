"""Standing choices: ``newscli.toml`` in the working directory, and the environment, which goes before it.

Three things can be set, those that stay the same from call to call: ``home``, ``format`` and ``columns``. What
decides about single inputs has no place here: the same command line must mean the same tomorrow.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from newscli.cli.options import listed
from newscli.errors import WrongUsage, instead_of
from newscli.lazy import lazily
from newscli.output.sheet import SCHEMAS

if TYPE_CHECKING:
    import tomllib
else:
    tomllib = lazily("tomllib")

FILE = "newscli.toml"
COLUMNS = "NEWSCLI_COLUMNS_"
KEYS = ("home", "format", "columns")


@dataclass(frozen=True, slots=True)
class Config:
    """What was set, each standing behind the option of its name."""

    home: str | None = None
    fmt: str | None = None
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Columns by command."""
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Where each of them was set: an error says so."""

    @contextmanager
    def blamed(self, key: str) -> Iterator[None]:
        """Let an error about a standing choice say where it was made: it is not on the command line."""
        try:
            yield
        except WrongUsage as error:
            error.where = self.origins.get(key)
            raise


def read_config(folder: Path | None = None, environment: Mapping[str, str] | None = None) -> Config:
    """Return the standing choices; raises when the file says something that they do not know."""
    environment = os.environ if environment is None else environment
    settings = read_settings((folder or Path()) / FILE)
    columns = {command: column_names(value, command) for command, value in table(settings).items()}
    origins = {**dict.fromkeys(("home", "format"), FILE), **dict.fromkeys(columns, FILE)}
    for name, value in environment.items():
        if name.startswith(COLUMNS) and value:
            command = name.removeprefix(COLUMNS).lower()
            columns[command], origins[command] = listed(value), name
    origins |= {
        key: name for key, name in (("home", "NEWSCLI_HOME"), ("format", "NEWSCLI_FORMAT")) if environment.get(name)
    }
    for command in columns:
        if command not in SCHEMAS:
            cure = instead_of(command, SCHEMAS)
            raise WrongUsage(f"columns for {command!r}, which prints no rows", where=origins[command], cure=cure)
    home = environment.get("NEWSCLI_HOME") or text(settings, "home")
    fmt = environment.get("NEWSCLI_FORMAT") or text(settings, "format")
    return Config(home, fmt, columns, origins)


def read_settings(path: Path) -> dict[str, object]:
    """Return what the file holds, or nothing when there is none."""
    if not path.is_file():
        return {}
    try:
        settings = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise WrongUsage(f"cannot be read ({error})", where=str(path), cure="mend it or remove it") from error
    unknown = [key for key in settings if key not in KEYS]
    if unknown:
        raise WrongUsage(f"unknown setting {unknown[0]!r}", where=str(path), cure="known are " + ", ".join(KEYS))
    return settings


def text(settings: Mapping[str, object], key: str) -> str | None:
    """Return a setting that must be text."""
    value = settings.get(key)
    if value is None or isinstance(value, str):
        return value
    raise WrongUsage(f"{key} must be text", where=FILE, cure=f'write {key} = "…"')


def table(settings: Mapping[str, object]) -> dict[str, object]:
    """Return the columns by command."""
    value = settings.get("columns", {})
    if isinstance(value, dict):
        return value
    raise WrongUsage(
        "columns must be a table", where=FILE, cure='write [columns] and facts = ["place", "value"] below it'
    )


def column_names(value: object, command: str) -> tuple[str, ...]:
    """Return column names given as a list or with commas."""
    if isinstance(value, str):
        return listed(value)
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return tuple(name.strip() for name in value if name.strip())
    raise WrongUsage(f"columns of {command} must be names", where=FILE, cure=f'write {command} = ["source", "line"]')

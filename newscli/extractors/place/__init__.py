"""Places (地名): found on characters, resolved to a division by their neighbours."""

from __future__ import annotations

from newscli.model import Layout, Mention, Toponym


def find_places(layout: Layout, *, home: str | None = None) -> list[Mention[Toponym]]:
    """Return the place names of a page, in order, in flow offsets."""
    del layout, home
    return []

"""Coordinates of provinces, prefectures and counties, for the map of the report."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from newscli.extractors.place import gazetteer

Point = tuple[float, float]
"""Longitude and latitude in degrees: a place on a drawing, never a figure that is reported."""

HEADER_MARK = "#"


@cache
def load_coordinates() -> dict[str, Point]:
    """Return longitude and latitude by division code."""
    text = files("newscli.report").joinpath("coordinates.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith(HEADER_MARK))
    return {code: (float(lon), float(lat)) for code, lon, lat in rows}


def find_point(code: str) -> Point | None:
    """Return where a division lies, or else where the nearest division above it lies.

    >>> find_point("330702003") == find_point("330702")
    True
    """
    known = load_coordinates()
    return next((known[rung] for rung in reversed(gazetteer().ancestors(code)) if rung in known), None)


def points_on_path(code: str) -> dict[str, Point]:
    """Return the point of a division and of each one above it, by path.

    >>> sorted(points_on_path("110101"))
    ['北京市', '北京市/东城区']
    """
    names = gazetteer().path(code)
    prefixes = ("/".join(names[: n + 1]) for n in range(len(names)))
    pairs = zip(prefixes, map(find_point, gazetteer().ancestors(code)), strict=True)
    return {prefix: point for prefix, point in pairs if point}

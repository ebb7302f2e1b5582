"""Coordinates of provinces, prefectures and counties, for the map of the report."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

Point = tuple[float, float]
"""Longitude and latitude in degrees: a place on a drawing, never a figure that is reported."""

HEADER_MARK = "#"


@cache
def load_coordinates() -> dict[str, Point]:
    """Return longitude and latitude by division code."""
    text = files("newscli.report").joinpath("coordinates.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith(HEADER_MARK))
    return {code: (float(lon), float(lat)) for code, lon, lat in rows}


def superior_codes(code: str) -> list[str]:
    """Return the codes of the divisions that a GB/T 2260 code stands in, from the province down to itself.

    >>> superior_codes("330702")
    ['330000', '330700', '330702']
    """
    ladder = [code[:2] + "0000", code[:4] + "00", code[:6], code]
    return list(dict.fromkeys(ladder))


def find_point(code: str) -> Point | None:
    """Return where a division lies, or else where the nearest division above it lies.

    >>> find_point("330702003") == find_point("330702")
    True
    """
    known = load_coordinates()
    return next((known[rung] for rung in reversed(superior_codes(code)) if rung in known), None)


def points_on_path(path: str, code: str) -> dict[str, Point]:
    """Return the point of a division and of each one above it, by path.

    >>> sorted(points_on_path("北京市/东城区", "110101"))
    ['北京市', '北京市/东城区']
    """
    names, codes = path.split("/"), superior_codes(code)
    if len(names) < len(codes):
        # 北京市/东城区 and 河南省/济源市 have no prefecture between them.
        codes = [rung for rung in codes if not (rung.endswith("00") and not rung.endswith("0000") and rung != code)]
    pairs = (("/".join(names[: n + 1]), find_point(rung)) for n, rung in enumerate(codes[: len(names)]))
    return {prefix: point for prefix, point in pairs if point}

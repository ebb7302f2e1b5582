"""The marks inside a printed line: ``{182家|c 182 家 企业}``, ``{!四下基层}``, ``[金华]``; see ``seeds/ORIGIN.md``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

Answer = dict[str, Any]
MARK = re.compile(
    r"\{!(?P<trap>[^{}|]+)\}"
    r"|\{(?P<fact>[^{}|]+)\|(?P<spec>[^{}]*)\}"
    r"|\[(?P<place>[^\]\[|;=]+)(?:;(?P<inside>[a-z]+))?(?:=(?P<code>[^\]\[ ]+) (?P<name>[^\]\[]+))?\]"
)
KINDS = {
    "c": "count",
    "m": "money",
    "%": "percent",
    "pp": "percentage_point",
    "u": "measure",
    "d": "duration",
    "r": "rank",
    "x": "ratio",
}
CURRENCIES = {
    "元": "CNY",
    "美元": "USD",
    "港元": "HKD",
    "新台币": "TWD",
    "欧元": "EUR",
    "韩元": "KRW",
    "日元": "JPY",
    "雷亚尔": "BRL",
}
HEDGES = {"~": "about", "^": "nearly", ">=": "at_least", "<=": "at_most", ">": "over", "<": "under", "?": "several"}
MAGNITUDES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}
FLAGS: dict[str, Answer] = {
    "↑": {"change": "increase"},
    "↓": {"change": "decrease"},
    "!": {"implied": True},
    "?": {"optional": True},
    "°": {"open": True},
}


def number(text: str) -> Fraction:
    """Return the value of a number in a mark.

    >>> number("6.03万"), number("1/3")
    (Fraction(60300, 1), Fraction(1, 3))
    """
    for name, factor in MAGNITUDES.items():
        if text.endswith(name):
            return Fraction(Decimal(text.removesuffix(name))) * factor
    return Fraction(text)


def plain(value: Fraction) -> str:
    """Return a number in plain digits, or as a fraction where no decimal is exact.

    >>> plain(Fraction(603, 10)), plain(Fraction(1, 3))
    ('60.3', '1/3')
    """
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest > 1:
        return str(value)
    return format((Decimal(value.numerator) / Decimal(value.denominator)).normalize(), "f")


def bounds(text: str) -> Answer:
    """Return value, low, high and hedge of a number in a mark.

    >>> bounds("^1万")
    {'value': '10000', 'low': None, 'high': '10000', 'hedge': 'nearly'}
    >>> bounds("?2..9")
    {'value': None, 'low': '2', 'high': '9', 'hedge': 'several'}
    """
    if text.startswith("top"):
        return {"value": None, "low": "1", "high": text.removeprefix("top"), "hedge": "top"}
    sign = next((sign for sign in HEDGES if text.startswith(sign)), "")
    body = text.removeprefix(sign)
    if body == "-":
        return {"value": None, "low": None, "high": None, "hedge": HEDGES.get(sign, "exact")}
    if ".." in body:
        low, high = body.split("..")
        return {
            "value": None,
            "low": plain(number(low)),
            "high": plain(number(high)),
            "hedge": HEDGES.get(sign, "range"),
        }
    # A fraction is written as a fraction, also where a decimal would be exact: 四分之一 is 1/4.
    value = body if "/" in body else plain(number(body))
    ends = {"low": None if sign in {"^", "<", "<="} else value, "high": None if sign in {">", ">="} else value}
    return {"value": value, **ends, "hedge": HEDGES.get(sign, "exact")}


def listed(text: str) -> list[str]:
    """Return the acceptable answers of a mark; ``-`` leaves the question open."""
    return [] if text in {"-", ""} else text.split(",")


def read_fact(spec: str, defaults: Mapping[str, str]) -> Answer:
    """Return the fields of a marked fact.

    >>> fact = read_fact("c 182 家 企业 @金华市,金华 #今年", {})
    >>> fact["value"], fact["subject"], fact["place"], fact["time"]
    ('182', ['企业'], ['金华市', '金华'], ['今年'])
    """
    kind, value, unit, *rest = spec.split()
    answer: Answer = {"kind": KINDS[kind], **bounds(value), "unit": None if unit == "-" else unit}
    answer |= {"currency": CURRENCIES[unit] if kind == "m" else None, "per": None, "subject": []}
    answer |= {key: listed(defaults.get(key, "-")) for key in ("place", "time")}
    answer |= {"change": None, "implied": False, "optional": False}
    for token in rest:
        answer |= FLAGS.get(token) or read_option(token)
    return answer


def read_option(token: str) -> Answer:
    """Return the field that a further word of a fact's mark sets."""
    sign, rest = token[0], token[1:]
    if sign in {"@", "#"}:
        return {"place" if sign == "@" else "time": listed(rest)}
    if sign in {"/", "~"}:
        return {"per" if sign == "/" else "hedge": rest}
    return {"subject": listed(token)}


def read_place(mark: re.Match[str], declared: Mapping[str, tuple[str, str]]) -> Answer:
    """Return the fields of a marked place; its code is declared for the page or in the mark."""
    code, name = (
        (mark["code"], mark["name"]) if mark["code"] else declared.get(mark["place"].replace("¦", ""), ("", ""))
    )
    if not code and not mark["inside"]:
        raise SystemExit(f"{mark['place']}: declare it with a line `place {mark['place']} CODE NAME`")
    codes = code.split("/") if code not in {"", "-"} else [None]
    optional = mark["inside"] == "opt"
    inside = None if optional else mark["inside"]
    return {"name": name or None, "code": codes[0], "code_alt": codes[1:], "in_name": inside, "optional": optional}

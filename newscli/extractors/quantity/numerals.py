"""Numerals (数字): from 1,234.5万, 三千零五十, 十几万 or 数千万 to exact numbers and their bounds.

Two readers, one evaluator: :func:`read_numeral` reads what is exact, :func:`read_amount` also what is vague.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, NamedTuple

from newscli.model import Hedge
from newscli.rules.packed import load_table

LONGEST: Final = 40
"""A numeral with more characters than this is beyond sense (a run of digits in a table, a broken code)."""


class Words(NamedTuple):
    """The characters of the grammar, by what they mean."""

    digits: dict[str, int]
    small: dict[str, int]
    large: dict[str, int]
    tens: dict[str, int]
    vague: dict[str, str]
    shy: str


@cache
def words() -> Words:
    """Return the table of numeral characters."""
    table = load_table("newscli.extractors.quantity", "numerals.toml")
    section: dict[str, dict[str, str]] = {k: v for k, v in table.items() if isinstance(v, dict)}

    def values(name: str) -> dict[str, int]:
        return {c: int(Decimal(value)) for value, letters in section[name].items() for c in letters}

    vague = dict(section["vague"])
    return Words(values("digit"), values("small"), values("large"), values("tens"), vague, section["shy"]["letters"])


W: Final = words()
DIGITS: Final = W.digits
SMALL: Final = W.small
LARGE: Final = W.large
TENS: Final = W.tens
SHY: Final = W.shy
SEVERAL: Final = W.vague["several"]
MORE: Final = W.vague["more"]
AROUND: Final = W.vague["around"]
HALF: Final = W.vague["half"]
POINT: Final = W.vague["point"]
LOOSE: Final = frozenset(W.vague["loose"].split())
HAN_DIGITS: Final = "".join(c for c in DIGITS if not c.isascii())
MAGNITUDES: Final = "".join([*SMALL, *LARGE])
HAN_LETTERS: Final = HAN_DIGITS + MAGNITUDES + "".join(TENS)

NUMERAL_LETTERS: Final = frozenset(HAN_LETTERS + SEVERAL + HALF)

MIDDLE_DOT: Final = "·"
"""The decimal point of older papers: 6·2级. Without a unit behind it the numeral names a day: 3·15晚会."""
ARABIC: Final = rf"[0-9]\d*+(?:,\d{{3}}(?!\d))*+(?:[.{MIDDLE_DOT}]\d++)?+"
DIGIT_RUN: Final = (
    rf"{ARABIC}(?:(?: (?=[{MORE}{AROUND}{SEVERAL}]?[{''.join(LARGE)}]))?+[{MORE}{AROUND}{SEVERAL}]?[{MAGNITUDES}]++(?:\d++(?:\.\d++)?+[{MAGNITUDES}]++)*+(?:\d(?![\d.,]))?+)?+"
    rf"(?:(?: (?=[{MORE}]))?+[{MORE}{AROUND}{SEVERAL}][{''.join(LARGE)}]*+)?+"
)
HAN_TAIL: Final = rf"[{HAN_LETTERS}{SEVERAL}]*+(?:[{POINT}{MIDDLE_DOT}][{HAN_DIGITS}]++[{MAGNITUDES}]*+)?+(?:[{MORE}{AROUND}][{''.join(LARGE)}]*+)?+"
NO_SEVERAL: Final = f"(?<![{SEVERAL}](?=[{HAN_DIGITS}]))"
"""数 before a digit closes a word (总数一千): it says several before a magnitude alone."""
HAN_RUN: Final = rf"[{HAN_LETTERS}{SEVERAL}]{NO_SEVERAL}{HAN_TAIL}"
NUMERAL: Final = rf"(?:{DIGIT_RUN}|{HAN_RUN})"

NUMBER: Final = re.compile(rf"{NUMERAL}|{HALF}")
"""One pattern for all that begins with a number; compiled once, for patterns of so many letters cost a millisecond each."""


def numeral_end(text: str, at: int) -> int:
    """Return where the numeral at a place ends, the place itself when there is none."""
    match = NUMBER.match(text, at)
    return match.end() if match else at


FIGURES: Final = "0123456789"
COMMAS: Final = str.maketrans(MIDDLE_DOT, ".", ", ")


CLOSES: Final = frozenset(",。;!?、:\n)”》 ")
"""What ends a phrase: what stands before one of these is complete in itself."""


class Amount(NamedTuple):
    """A numeral as read: ``value`` is null where only bounds are stated."""

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    hedge: Hedge


def exactly(value: Decimal) -> Amount:
    """Return an amount without doubt."""
    return Amount(value, value, value, "exact")


@lru_cache(maxsize=4096)
def read_numeral(text: str) -> Decimal | None:
    """Return the exact value of a numeral, or null when the text is none.

    >>> read_numeral("1.2万亿"), read_numeral("三万五"), read_numeral("二〇二三"), read_numeral("3万5千")
    (Decimal('1200000000000'), Decimal('35000'), Decimal('2023'), Decimal('35000'))
    """
    text = text.translate(COMMAS)
    if not text or len(text) > LONGEST:
        return None
    if text.isascii():
        return Decimal(text) if re.fullmatch(r"\d+(?:\.\d+)?", text) else None
    if all(c in DIGITS for c in text):
        return Decimal("".join(str(DIGITS[c]) for c in text))
    return evaluate(text)


def evaluate(text: str) -> Decimal | None:
    """Return the value of a numeral with magnitudes (十 百 千 万 亿 兆), sections of four digits at a time."""
    total = section = Decimal(0)
    digit: Decimal | None = None
    unit, zero, large = 1, False, 0
    for piece in TOKENS.findall(text):
        if piece in SMALL:
            if digit is None and section and SMALL[piece] >= unit:
                return None
            unit = SMALL[piece]
            section += (1 if digit is None else digit) * unit
            digit, zero = None, False
        elif piece in LARGE:
            part = section + (digit or 0)
            if not part and digit is None:
                part = Decimal(0) if total else Decimal(1)
            size = LARGE[piece]
            total = (total + part) * size if size > large or not part else total + part * size
            unit, large, section, digit, zero = size, size, Decimal(0), None, False
        elif piece in TENS:
            section, unit, digit = section + TENS[piece], 10, None
        elif DIGITS.get(piece) == 0 and digit is None:
            zero = True
        elif digit is not None:
            return None
        else:
            digit = token_value(piece)
            if digit is None:
                return None
    return strip(total + section + tail(digit, unit, zero=zero))


TOKENS: Final = re.compile(rf"\d+(?:\.\d+)?|[{HAN_DIGITS}][{POINT}][{HAN_DIGITS}]+|.")


def token_value(piece: str) -> Decimal | None:
    """Return the value of one digit, an Arabic run, or a spoken decimal (三点五)."""
    if len(piece) == 1:
        return Decimal(DIGITS[piece]) if piece in DIGITS else Decimal(piece) if piece in "123456789" else None
    if piece[0] in DIGITS and piece[1] in POINT:
        return Decimal("".join(str(DIGITS[c]) if c in DIGITS else "." for c in piece))
    return Decimal(piece)


def tail(digit: Decimal | None, unit: int, *, zero: bool) -> Decimal:
    """Return what a last digit adds: 三万五 is 35000, 三万零五 is 30005."""
    if digit is None:
        return Decimal(0)
    return digit * unit / 10 if unit > 10 and not zero and digit < 10 else digit


def strip(value: Decimal) -> Decimal:
    """Return a number without an exponent: 5000, not 5E+3; one beyond exact arithmetic stays as it is."""
    return value.quantize(Decimal(1)) if is_exact(value) and value == value.to_integral_value() else value


def is_exact(value: Decimal | None) -> bool:
    """Return whether arithmetic keeps every digit of a number: 千万亿千万亿 is beyond that."""
    return value is None or value.adjusted() < DIGITS_KEPT


DIGITS_KEPT: Final = 27
"""Decimal arithmetic keeps 28 digits unless told otherwise."""
BEYOND_SENSE: Final = Amount(None, None, None, "exact")


def read_amount(text: str) -> Amount | None:
    """Return what a numeral states, exact or vague; a numeral beyond sense has no value; null when the text is none.

    >>> read_amount("十几万")
    Amount(value=None, low=Decimal('110000'), high=Decimal('190000'), hedge='several')
    >>> read_amount("3000多万").low, read_amount("三四百").high, read_amount("数百").low
    (Decimal('30000000'), Decimal('400'), Decimal('200'))
    """
    return BEYOND_SENSE if len(text) > LONGEST else read_short(text)


@lru_cache(maxsize=4096)
def read_short(text: str) -> Amount | None:
    """Return what a numeral of sensible length states, beyond sense where decimals cannot hold it."""
    amount = stated(text)
    return amount if amount is None or (is_exact(amount.low) and is_exact(amount.high)) else BEYOND_SENSE


def stated(text: str) -> Amount | None:
    """Return what a numeral states, exact or vague, or null when the text is none."""
    if text == HALF:
        return exactly(Decimal("0.5"))
    for c in SEVERAL:
        if c in text:
            return several(text, text.index(c))
    for c in MORE:
        if c in text:
            value = read_numeral(text.replace(c, "", 1))
            return None if value is None else Amount(value, value, None, "over")
    for c in AROUND:
        if c in text:
            value = read_numeral(text.replace(c, "", 1))
            return None if value is None else Amount(value, value, value, "about")
    return neighbours(text) or spoken(text)


def spoken(text: str) -> Amount | None:
    """Return an exact numeral, spoken decimals included (三点五亿, 三·八)."""
    for c in POINT if text.isascii() or MIDDLE_DOT not in text or text[0].isdigit() else POINT + MIDDLE_DOT:
        if c in text:
            whole, _, rest = text.partition(c)
            decimals = re.match(rf"[{HAN_DIGITS}]+", rest)
            base = read_numeral(whole)
            if not decimals or base is None:
                return None
            part = Decimal("0." + "".join(str(DIGITS[d]) for d in decimals[0]))
            scale = read_numeral(rest[decimals.end() :]) if rest[decimals.end() :] else Decimal(1)
            return None if scale is None else exactly(strip((base + part) * scale))
    value = read_numeral(text)
    return None if value is None else exactly(value)


def several(text: str, at: int) -> Amount | None:
    """Return the bounds of 几 and 数: 几十 20 to 90, 十几 11 to 19, 数千万 20000000 to 90000000."""
    before, after = text[:at], text[at + 1 :].rstrip(MORE + AROUND)
    if before[-1:] in DIGITS:
        return None  # 这一数字
    least = "一" if before else "二"
    low, high = read_numeral(before + least + after), read_numeral(before + "九" + after)
    return None if low is None or high is None else Amount(None, low, high, "several")


NEIGHBOURS: Final = re.compile(rf"(.*?)([{HAN_DIGITS}])([{HAN_DIGITS}])([{MAGNITUDES}]*)$")


def neighbours(text: str) -> Amount | None:
    """Return the bounds of two neighbouring digits: 三四百, 十七八, 两三千, 三五, 三两."""
    pair = NEIGHBOURS.match(text) if len(text) < LONGEST else None
    if pair is None:
        return None
    loose = pair[2] + pair[3] in LOOSE
    if not (loose or (DIGITS[pair[2]] and DIGITS[pair[3]] - DIGITS[pair[2]] == 1)) or (
        pair[1] and pair[1][-1] not in MAGNITUDES
    ):
        return None
    first, second = sorted((pair[2], pair[3]), key=DIGITS.__getitem__)
    low, high = read_numeral(pair[1] + first + pair[4]), read_numeral(pair[1] + second + pair[4])
    return None if low is None or high is None else Amount(None, low, high, "range")


def write_numeral(value: int) -> str:
    """Return an integer in Chinese numerals: 30005 is 三万零五. The inverse of :func:`read_numeral`."""
    if value < 10_000:
        return write_section(value) or "零"
    size, letter = next((s, c) for s, c in ((10**12, "兆"), (10**8, "亿"), (10**4, "万")) if value >= s)
    head, rest = divmod(value, size)
    gap = "零" if rest and rest < size // 10 else ""
    return write_numeral(head) + letter + (gap + write_numeral(rest) if rest else "")


def write_section(value: int) -> str:
    """Return a number below 10000 in Chinese numerals, the empty string for 0."""
    digits, out, zero = "〇一二三四五六七八九", "", False
    for size, letter in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            out += ("零" if zero and out else "") + digits[digit] + letter
        zero = not digit
    return out

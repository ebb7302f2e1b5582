"""Who signs a story: the inside of a byline bracket or a byline line, as roles, outlets and names."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from newscli.extractors.byline.names import (
    FOREIGN,
    HAN_RUN,
    LATIN,
    LONGEST_CHINESE,
    PLAUSIBLE_COST,
    cut_names,
    name_cost,
    sounds_foreign,
)
from newscli.model import Byline
from newscli.rules.hanzi import HANZI
from newscli.rules.packed import load_table

LONGEST_BYLINE: Final = 160
"""A signature of more characters than this is a sentence."""
FILED_FROM: Final = re.compile(
    rf"[/ ]{HANZI}{{2,5}}(?:\d{{1,2}}日|[一二三十四五六七八九]{{1,3}}日)?(?:综合|连线|现场)?(?:报导|报道|电)$"
)
FILED_GLUED: Final = re.compile(
    rf"记者({HANZI}{{4,8}}?)(?:\d{{1,2}}日|[一二三]?十?[一二三四五六七八九十]日)?(?:综合|连线|现场)?(?:报导|报道|电)$"
)
UNSIGNED_COST: Final = 2.6
"""Without a role word only a name with a usual surname and length is believed (李  斌, 任仲平, not 在行动)."""
PADDED_COST: Final = 3.6
"""Two characters set to the width of three are set like a name: a rarer surname will do."""
TOKEN: Final = re.compile(r"[^ \t、,;|/&:\[\]《》\"“”]+")
"""What stands between separators."""
INNER_DOT: Final = re.compile(r"[·•・]")
OWN_OUTLETS: Final = ("本报", "本网", "本刊", "本台")
FILED_ENDS: Final = ("报导", "报道", "电")
DEED_HEAD: Final = re.compile(r"(?:文字?|摄影?|图片?)(?:[/、并·&]|和)(?:文字?|摄影?|图片?|视频)(?: *[:|/]| ) *")
"""文/图  陶永军  方园: who wrote it took the pictures too."""
SLASH_ROLE: Final = re.compile(
    rf"(?:文|图|摄)字?(?:[、/]|并)?(?:图|摄|文|视频)?[ ]?[/:|][ ]?|[/](?:文|图|摄)(?!{HANZI})"
)


class Vocabulary(NamedTuple):
    """The role words, and the patterns that are generated from them."""

    role: re.Pattern[str]
    editor: re.Pattern[str]
    credit: re.Pattern[str]
    closing: re.Pattern[str]
    closings: tuple[str, ...]
    verbs: tuple[str, ...]
    outlets: tuple[str, ...]
    photographer: re.Pattern[str]
    labels: frozenset[str]
    homes: tuple[tuple[str, ...], tuple[str, ...]]
    """The provinces, and the ends of the names of smaller divisions."""
    honorifics: tuple[str, ...]
    deed: re.Pattern[str]
    office: re.Pattern[str]
    unsigned: frozenset[str]
    """Words in a bracket at the end of a text that are no name."""
    unsigned_letters: frozenset[str]
    """What no pen name has in it."""
    heard: str
    """Verbs of one who was told something, as alternatives of a pattern."""
    moments: frozenset[str]
    """Letters of a time that may stand between 记者 and 从."""
    hint: re.Pattern[str]
    """Words without which a line of other words is no byline."""
    drawn: re.Pattern[str]
    """How a picture is credited that no camera took."""
    credit_word: re.Pattern[str]
    """What stands before and behind the name in the credit of a picture."""


def alternation(words: list[str]) -> str:
    """Return a pattern for any of the words, longest first; a role may be set with spaces (通 讯 员)."""
    return "|".join(" ?".join(map(re.escape, word)) for word in sorted(words, key=len, reverse=True))


@cache
def vocabulary() -> Vocabulary:
    """Return the role words as shipped."""
    table = load_table("newscli.extractors.byline", "roles.toml")
    qualifying = [word for word in table["qualifiers"] if len(word) > 1]
    qualifiers, authors = alternation(qualifying), alternation(table["authors"])
    drawings = "|".join(table["drawings"])
    first = "".join({word[0] for word in qualifying + table["authors"]})
    return Vocabulary(
        # The pattern opens with what may be missing: without a look at the first character it is tried everywhere.
        role=re.compile(rf"(?=[{first}])(?:(?:{qualifiers}) ?){{0,4}}(?:{authors})"),
        editor=re.compile(rf"(?:{alternation(table['editors'])})"),
        credit=re.compile(rf"[ /(]?(?:{alternation(table['credits'])})$"),
        closing=re.compile(
            rf"(?:[ (/]+(?:{alternation(table['closings'])})|(?:{alternation([w for w in table['closings'] if len(w) > 1])}))[ )]*$"
        ),
        closings=tuple(table["closings"]),
        verbs=tuple(table["verbs"]),
        outlets=tuple(table["outlets"]),
        honorifics=tuple(table["honorifics"]),
        unsigned=frozenset(table["unsigned"]),
        unsigned_letters=frozenset(table["unsigned_letters"]),
        heard=alternation(table["heard"]),
        moments=frozenset(table["moments"]),
        photographer=re.compile(rf"(?:{alternation(table['photographers'])}) *"),
        labels=frozenset(table["labels"] + table["provinces"]),
        homes=(tuple(table["provinces"]), tuple(table["divisions"])),
        deed=re.compile(rf"(?P<who>[^ ,].*?) ?(?P<deed>{alternation(table['deeds'])})"),
        office=re.compile(
            rf"[{table['office_spheres']}].?[{table['office_words']}]$|.[{table['office_spheres']}][{table['office_words']}]$"
        ),
        # Each alternative opens with a character: only where one of those stands is any tried.
        hint=re.compile("|".join([alternation(table["spaced_hints"]), *table["hints"], "文[/:|｜、]"])),
        drawn=re.compile(rf"{drawings}|绘$"),
        credit_word=re.compile(
            rf"^(?:{drawings}|摄影|图表|图)[ :/|]"
            r"|[(]?(?:摄影报道|摄影|摄|供图|漫画|绘画|插画|制图|图片?|绘图?|发|作)+[)]? ?$"
        ),
    )


@cache
def letter_writer() -> re.Pattern[str]:
    """Return the pattern of a letter's last line: a place, a gap, a name, which one space parts only from a full place."""
    words = vocabulary()
    provinces, ends = alternation([*words.homes[0]]), "".join(words.homes[1])
    place = (
        rf"(?:(?P<full>(?:{provinces}){HANZI}{{1,9}}[{ends}])|(?:{provinces}){HANZI}{{0,9}}|{HANZI}{{2,12}}[{ends}])"
    )
    name = rf"(?P<name>{HANZI}(?: {{0,3}}{HANZI}){{1,2}})(?<![{ends}])"
    kept = rf"(?P<kept>{HANZI}{{1,2}}(?:{alternation([*words.honorifics])}))"
    return re.compile(rf"(?:读者 ?)?{place}(?: {{2,4}}|(?(full) |(?!)))(?:读者 ?)?(?:{kept}|{name})")


def compact(text: str) -> str:
    """Return the text without spaces."""
    return text.replace(" ", "")


def is_outlet(token: str) -> bool:
    """Return whether a token names a newspaper, agency or desk: 共享联盟·南湖, 极目新闻, 本报."""
    words = vocabulary().outlets
    if (len(token) > 2 and token.endswith(words)) or token.startswith(OWN_OUTLETS):
        return True
    dot = INNER_DOT.search(token)
    return dot is not None and token.endswith(words, 0, dot.start())


def read_token(token: str, *, signed: bool) -> tuple[str, ...]:
    """Return the names that a token without separators holds; ``signed`` when a role word stands before it."""
    if not HAN_RUN.fullmatch(token):
        if FOREIGN.fullmatch(token):
            return (token,) if signed or sounds_foreign(token) else ()
        return (token,) if LATIN.fullmatch(token) else ()
    if not signed and token in vocabulary().labels:
        return ()
    if token.startswith(vocabulary().verbs) and not is_usual_name(token):
        return ()
    if signed and len(token) in (2, 3):
        return (token,)
    if not signed and len(token) > LONGEST_CHINESE:
        return ()  # 上接第一版: no longer name is usual enough to be believed without a role word
    names, cost = cut_names(token)
    if not signed:
        return names if len(names) == 1 and cost <= UNSIGNED_COST else ()
    return names if cost <= PLAUSIBLE_COST else ()


def is_usual_name(token: str) -> bool:
    """Return whether two or three characters open with a usual surname: 于山, although 于 opens sentences too."""
    return len(token) in (2, 3) and name_cost(token) <= UNSIGNED_COST


def is_padded_name(token: str) -> bool:
    """Return whether two characters set to the width of three are a name (海  东) and no label of the page (书  讯)."""
    return len(token) == 2 and token not in vocabulary().labels and name_cost(token) <= PADDED_COST


def join_padded(tokens: list[str]) -> list[str]:
    """Return the tokens with single characters joined to the next: 程  龙 is a name set to the width of three."""
    joined: list[str] = []
    single = ""
    for token in tokens:
        if single and len(token) <= 2:
            joined.append(single + token)
            single = ""
        elif single:
            return []
        elif len(token) == 1:
            single = token
        else:
            joined.append(token)
    return [] if single else joined


class NotByline(Exception):  # noqa: N818
    """The text has a part that is neither role, name nor outlet."""


def read_part(part: str, role: str | None, outlet: str | None) -> tuple[list[Byline], str | None]:
    """Return the signatures after one role word, and an outlet left over for the next."""
    signatures: list[Byline] = []
    pending: str | None = outlet
    tokens = TOKEN.findall(part)
    if not tokens:
        return [], None
    if min(map(len, tokens)) == 1:
        tokens = join_padded(tokens)
        if not tokens:
            raise NotByline
        if role is None and len(tokens) == 1 and is_padded_name(tokens[0]):
            return [Byline(tokens[0], None, outlet)], None
    for token in tokens:
        if is_outlet(token):
            pending, role = token, None
            continue
        names = read_token(token, signed=bool(role))
        if not names:
            raise NotByline
        signatures += [Byline(name, role, pending, unit=is_office(name, role)) for name in names]
    left = pending if pending != outlet and (not signatures or signatures[-1].outlet != pending) else None
    return signatures, left


def is_office(name: str, role: str | None) -> bool:
    """Return whether a name is the pen name of an office: 江公宣, as a correspondent's alone may be."""
    return role is not None and "通讯员" in role and vocabulary().office.search(name) is not None


def split_before_role(text: str) -> tuple[str, str | None]:
    """Return what stands before a role word, cut into names and the outlet glued to the role: 赵贝 + 极目新闻 + 记者."""
    head, gap, glued = text.rpartition(" ")
    cut = max(map(glued.rfind, "、,;/")) + 1
    tail = glued[cut:]
    if not tail:
        return text, None
    if is_outlet(tail) or not HAN_RUN.fullmatch(tail) or cut_names(tail)[1] > PLAUSIBLE_COST:
        return head + gap + glued[:cut], tail.strip("《》") or None
    return text, None


def drop_place(text: str) -> str:
    """Return a signature without the place it was filed from: 记者王小明/高雄报导, 记者李美华台北报导, 记者 文森 北京报道."""
    if not text.endswith(FILED_ENDS):
        return text
    match = FILED_FROM.search(text)
    if match:
        head = text[: match.start()]
        role = vocabulary().role
        named = role.match(match[0], 1) or any(found.end() == len(head) for found in role.finditer(head))
        return text if named else head  # 通讯员 王薇报道 has no place
    match = FILED_GLUED.search(text)
    # A name has three characters as a rule, and a place two at least.
    return text[: match.start(1) + min(3, len(match[1]) - 2)] if match else text


def read_people(text: str) -> tuple[Byline, ...]:
    """Return the signatures that a folded text holds and nothing else; none where something else stands in it.

    >>> [f"{b.role} {b.name}" for b in read_people("见习记者 高心同 通 讯 员 丁少华")]
    ['见习记者 高心同', '通讯员 丁少华']
    """
    if len(text) > LONGEST_BYLINE:
        return ()
    words = vocabulary()
    text = drop_place(text).strip(" ()[]")
    if text.endswith(words.closings):
        text = words.closing.sub("", text)
    deed = DEED_HEAD.match(text)
    if deed:
        text = text[deed.end() :]
    if "/" in text or ":" in text or "|" in text:
        text = SLASH_ROLE.sub(" ", text)
    try:
        return tuple(walk_roles(text))
    except NotByline:
        return ()


def walk_roles(text: str) -> list[Byline]:
    """Return the signatures role by role; a name before the first role counts too (鞠德岩 记者邱国强)."""
    signatures: list[Byline] = []
    role: str | None = None
    outlet: str | None = None
    position = 0
    for match in [*vocabulary().role.finditer(text), None]:
        part = text[position : match.start() if match else len(text)]
        part, next_outlet = split_before_role(part) if match and part else (part, None)
        found, left = read_part(part, role, outlet) if part else ([], None)
        signatures += found
        if match:
            role, outlet, position = compact(match[0]), next_outlet or left, match.end()
    return signatures

"""Where signatures stand: behind a dateline, on a line of their own, at the end of a story, under a photo."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newscli.extractors.byline.names import sounds_foreign
from newscli.extractors.byline.people import (
    LONGEST_BYLINE,
    compact,
    is_outlet,
    is_usual_name,
    letter_writer,
    read_people,
    vocabulary,
)
from newscli.model import Byline
from newscli.rules.hanzi import HANZI

SLASHED: Final = re.compile(
    rf" *(?P<who>[^/|]{{2,40}}?) ?[/|] ?(?P<deed>文字|图片|摄影|图文|文图|文|图|摄|译|绘)(?!{HANZI})"
)
"""Who did what: 王珏/文 李舸远/图."""
WHOLE_BRACKET: Final = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
MARK: Final = re.compile(r"[□■○●◎▲△◆◇★☆※▶▌|｜/·#>— ]+")
LONGEST_LETTER_LINE: Final = 24
NO_SIGNATURE: Final = ("。", "!", "?", ";")
NAMES: Final = re.compile(rf"{HANZI}{{1,7}}(?:[ 、·•]{{1,4}}{HANZI}{{1,6}}){{0,11}}")
"""The shape of a line of names without a role word."""
LONGEST_SINGLE: Final = 7
"""Of a name without a gap, a dot or a comma."""
APART: Final = re.compile(r"[ 、·•/|]")
"""What stands between names, and between a name and what it did."""
BRACKET: Final = re.compile(r"[ \])】〕]*[(\[<【〔] ?([^()\[\]<>【】〔〕。!?;]{2,150})[)\]>】〕]")
SPACED: Final = re.compile(
    rf" ((?:{HANZI}{{1,8}}(?:、{HANZI}{{2,4}}){{0,2}} ){{1,6}}?)(?={HANZI}{{0,8}}[^ ]{{9}}|{HANZI}+[,。:“《\d])"
)
"""Words with spaces between, and behind them the text."""
TAIL_BRACKET: Final = re.compile(r"[(\[]([^()\[\]。!?;]{2,100})[)\]] ?(?:[(\[]?完[)\]]?)?$")
FULL_STOP: Final = "。"
PEN_NAME: Final = re.compile(rf"{HANZI}{{2,3}}")
TAIL_ENDS: Final = frozenset(")] 完")
SIGNED_TAIL: Final = re.compile(rf"[。!?”…] {{0,4}}[(\[] ?({NAMES.pattern}) ?[)\]]$")
"""A writer's name alone, behind the last sentence: …全部整改。(刘婷)."""
SOURCE_HEAD: Final = re.compile(
    r"(?:来源|稿源|文章来源|信息来源) ?[:/|] ?[^ ]{2,16} {1,4}(?=(?:本文)?(?:作者|记者|通讯员))"
)
"""来源:江城晚报 作者:白雪."""
TAKING_PART: Final = re.compile(r"(?:参与|亦有).{0,4}(?:采写|报道|贡献|采访|摄影|写作)$")
ABOUT_AUTHOR: Final = re.compile(r"作者(?:为|系|单位|是)")
TAIL_SIGNED: Final = re.compile(
    r"(?:[。!?”)] ?|^)(?:作者|采写|撰文|执笔|撰稿|文|采写/[^ ]{1,8})[::/|｜] ?([^。!?;()]{2,60})$"
)


MARKED: Final = re.compile(r"[:/|｜]")
"""What follows the word for what the writer did."""
CREDIT_AGENCY: Final = re.compile(r"新华社发|(?:影像中国|人民视觉|视觉中国|东方IC|CFP)(?:发|供图)?|[()▲△↑↓|:/]")


def author_hint() -> re.Pattern[str]:
    """Return the pattern of words without which a line of other words is no byline."""
    return vocabulary().hint


@cache
def unbracketed() -> re.Pattern[str]:
    """Return the pattern of who reports behind a dateline without a bracket."""
    return re.compile(
        r"[ \]):]*([^。!?;,()]{2,80}?(?:记者|通讯员|评论员|特派员)?[^。!?;,()]{0,60}?) ?(?:摄影|综合|整理|发自.{1,8})?(?:报道|报导)[ :,。]"
    )


@cache
def learning() -> re.Pattern[str]:
    """Return the pattern of who heard it, where the report itself says so: 本报讯 记者梅洪如从总公司获悉."""
    return re.compile(rf" ?(?P<who>记者(?P<name>{HANZI}{{2,3}}))从[^。]{{2,60}}?(?:{vocabulary().heard})")


def read_bracket(text: str, start: int = 0) -> tuple[tuple[Byline, ...], int]:
    """Return the signatures in the bracket right behind a dateline, and where the bracket ends.

    >>> [b.name for b in read_bracket("本报嘉兴1月31日电(记者 李茸 徐惠文)无人车", 10)[0]]
    ['李茸', '徐惠文']
    """
    match = BRACKET.match(text, start)
    if match:
        # Behind a dateline bare names will do: 中新网三明7月28日电 (廖贞冰).
        found = read_people(match[1]) if start or author_hint().search(match[1]) else ()
        return (found, match.end()) if found else ((), start)
    match = unbracketed().match(text, start) if "报道" in text or "报导" in text else None
    if match and author_hint().search(match[1]):
        return read_people(match[1]), match.end()
    if not start:
        return (), start
    heard = learning().match(text, start) if text.startswith("记者", start + text.startswith(" ", start)) else None
    if heard and is_usual_name(heard["name"]) and vocabulary().moments.isdisjoint(heard["name"]):
        return read_people(heard["who"]), heard.end("who")
    return read_spaced(text, start)


def read_spaced(text: str, start: int) -> tuple[tuple[Byline, ...], int]:
    """Return the signatures that nothing but spaces part from dateline and text, and where they end.

    >>> [b.name for b in read_spaced("江都讯 记者张艳芬 实习生张琦 曾昊然 离春节还有3天", 3)[0]]
    ['张艳芬', '张琦', '曾昊然']
    """
    match = SPACED.match(text, start)
    if match is None or vocabulary().role.match(match[1]) is None:
        return (), start
    found = read_people(match[1].rstrip())
    believed = found and all(byline.unit or is_usual_name(byline.name) for byline in found)
    return (found, match.end()) if believed else ((), start)


def read_line(text: str) -> tuple[Byline, ...]:
    """Return the signatures of a line that holds nothing else.

    >>> [b.name for b in read_line("本报记者  程  龙  潘俊强")]
    ['程龙', '潘俊强']
    """
    if not 2 <= len(text) <= LONGEST_BYLINE or text[-1] in ",:" or any(stop in text for stop in NO_SIGNATURE):
        return ()
    if len(text) > LONGEST_SINGLE and text[0].isalpha() and not APART.search(text) and not author_hint().search(text):
        return ()  # as most headlines: one run of letters, longer than any name, with no role word in it
    signed_off = read_sign_off(text) or (read_slashed(text) if "/" in text or "|" in text else ())
    if signed_off:
        return signed_off
    mark = SOURCE_HEAD.match(text) or MARK.match(text)
    bare = text[mark.end() :] if mark else text
    if not (author_hint().search(bare) or NAMES.fullmatch(bare)) or TAKING_PART.search(bare.rstrip(")]")):
        return ()
    if (vocabulary().credit.search(bare) and "文" not in bare[-6:]) or vocabulary().editor.match(bare):
        return ()
    return read_people(bare)


def read_sign_off(text: str) -> tuple[Byline, ...]:
    """Return who signs at the end of a text only: (石  鸣), (李明译), and the writer of a letter (河南鄢陵县  邢先生).

    >>> [b.name for line in ("(石  鸣)", "(李明译)", "山东青州市  温  良") for b in read_sign_off(line)]
    ['石鸣', '李明', '温良']
    """
    bracket = WHOLE_BRACKET.fullmatch(text) if text[0] in "([" else None
    if bracket:
        inside = bracket[1]
        done = vocabulary().deed.fullmatch(inside)
        found = read_worker(done["who"]) if done else ()
        if found and done:
            return tuple(Byline(b.name, b.role or done["deed"], b.outlet) for b in found)
        return read_people(inside) if NAMES.fullmatch(inside) and inside not in vocabulary().unsigned else ()
    letter = (
        letter_writer().fullmatch(text)
        if " " in text and len(text) <= LONGEST_LETTER_LINE and opens_with_home(text)
        else None
    )
    if letter is None:
        return ()
    if letter["kept"]:
        return (Byline(letter["kept"]),)
    name = compact(letter["name"])
    return (Byline(name),) if is_usual_name(name) else ()


def opens_with_home(text: str) -> bool:
    """Return whether the first word of a line may be the place that a letter comes from: most lines need no closer look."""
    provinces, ends = vocabulary().homes
    home = text.removeprefix("读者").lstrip().partition(" ")[0]
    return len(home) < len(text) and (home.startswith(provinces) or home.endswith(ends))


def read_worker(who: str) -> tuple[Byline, ...]:
    """Return the names before a word for what was done (李明 of 李明译, 艾尼瓦尔 of 艾尼瓦尔译)."""
    foreign = len(who) in (3, 4, 5, 6) and sounds_foreign(who)
    return read_people(who) or ((Byline(who),) if foreign else ())


def read_slashed(text: str) -> tuple[Byline, ...]:
    """Return the signatures of a line that tells what each did: 王  珏/文  李舸远/图."""
    signatures: list[Byline] = []
    position = 0
    while match := SLASHED.match(text, position):
        found = read_people(match["who"])
        if not found:
            return ()
        signatures += [Byline(b.name, b.role or match["deed"], b.outlet) for b in found]
        position = match.end()
    return tuple(signatures) if position == len(text) else ()


def signs(text: str) -> bool:
    """Return whether a line is a signature with a role word in it."""
    return (
        not any(stop in text for stop in NO_SIGNATURE)
        and author_hint().search(text) is not None
        and any(byline.role for byline in read_line(text))
    )


def read_tail(text: str) -> tuple[Byline, ...]:
    """Return the signatures at the end of a paragraph: (总台记者 孙宇), 作者:焦小新."""
    if text[-1:] in "。!?”":
        return ()
    tail = text[-LONGEST_BYLINE:]
    match = TAIL_BRACKET.search(tail) if text[-1:] in TAIL_ENDS else None
    if match and author_hint().search(match[1]) and not vocabulary().credit.search(match[1]):
        # Who took part (刘张烨参与采写) has not signed; whom an expert was recorded by has (作者为…,本报记者王珂采访整理).
        return (
            ()
            if TAKING_PART.search(match[1])
            else read_people(match[1].rpartition(",")[2] if ABOUT_AUTHOR.match(match[1]) else match[1])
        )
    match = TAIL_SIGNED.search(tail) if MARKED.search(tail) else None
    return read_people("作者 " + match[1]) if match else read_signed_tail(tail)


def read_signed_tail(text: str) -> tuple[Byline, ...]:
    """Return whose name alone stands in brackets behind the last sentence of a text.

    >>> [b.name for text in ("隐患已全部整改。(刘婷)", "他摆摆手。(笑)") for b in read_signed_tail(text)]
    ['刘婷']
    """
    match = SIGNED_TAIL.search(text[-LONGEST_LETTER_LINE:]) if text[-1:] in ")]" else None
    if match is None or len(match[1]) < 2 or match[1] in vocabulary().unsigned:
        return ()  # (完) ends every story of some pages
    # 西部小城何以成“算力先锋”(微观) is a headline with its column.
    return read_people(match[1]) or (read_pen_name(match[1]) if match[0][0] == FULL_STOP else ())


def read_pen_name(text: str) -> tuple[Byline, ...]:
    """Return who signs with a name that no family bears (笔名): 晓王, 维瑜; not 待续, 人民网."""
    words = vocabulary()
    if not PEN_NAME.fullmatch(text) or not words.unsigned_letters.isdisjoint(text):
        return ()
    return () if text in words.unsigned or text in words.labels or is_outlet(text) else (Byline(text),)


def read_credit(text: str) -> tuple[Byline, ...]:
    """Return who took the photo, with the role as printed: 拍友 倪立芳 朱森泉 摄.

    >>> [b.name for b in read_credit("周社根摄(影像中国)")]
    ['周社根']
    """
    bare = vocabulary().credit_word.sub("", CREDIT_AGENCY.sub(" ", text).strip()).strip()
    role = vocabulary().photographer.match(bare)
    bare = bare[role.end() :] if role else bare
    found = read_people(compact(bare) if len(bare) < 5 else bare)
    drawn = vocabulary().drawn.search(text)
    deed = drawn[0] if drawn else "作" if text.endswith("作") else "摄"
    return tuple(Byline(b.name, b.role or deed, b.outlet) for b in found)

"""What can be seen of a block before its neighbours are weighed."""

from __future__ import annotations

import re
from functools import cache
from operator import attrgetter
from typing import Final

from newscli.extractors.byline import (
    author_hint,
    read_credit,
    read_line,
    read_pen_name,
    read_sign_off,
    read_signed_tail,
    signs,
)
from newscli.extractors.dateline import LEAD_WORD, Lead, find_leads
from newscli.model import Byline
from newscli.page import marks, titles
from newscli.page.repeats import find_repeats
from newscli.page.tables import find_rows
from newscli.page.wrap import Block

LONGEST_TITLE: Final = 80
"""Longer headlines lines do not occur; the longest of 4,400 counted had 119 characters in all its lines."""
LONGEST_PEN_NAME: Final = 7
"""With its brackets, and spaces in them."""
LONGEST_CRY: Final = 36
"""A headline line that ends in a question, a cry or a comma is shorter than this."""
LONGEST_KICKER: Final = 14
"""A kicker that ends in a colon is shorter than this: 内蒙古乌海:, “国五条”落地满月:."""
LONGEST_SIGN: Final = 90
"""Jump lines, credits and byline lines are shorter than this."""

HEAD_REACH: Final = 40
HEAD_SIGN: Final = re.compile(rf"[(《]|[^接]{{0,{HEAD_REACH - 1}}}+接|{marks.CAPTION_HEAD.pattern}|{LEAD_WORD.pattern}")
"""What a block may open with that ends with a full stop and is not plain text: a glance, with which most are done."""
CREDIT_REACH: Final = 60
JUMP_REACH: Final = 40
JUMP_HEAD: Final = len("( 上接")
"""Within so many characters a jump line at the head has its verb."""
NOTE_SIGNS: Final = (" ", ":", "/", "|", "记者")
"""No note ends a line without one of these."""
CREDIT_CHARACTERS: Final = tuple("摄图发作供片像画绘源版觉FC")
"""No credit is without one of these."""
CREDIT_ENDS: Final = frozenset(") 摄影道图绘画源片发供作国觉PCo")
"""One of these ends every credit, unless it opens as one (图/王芳) or has a bracket in it."""
CREDIT_OPENS: Final = frozenset("图摄文漫绘插制")
FINISHED_ENDS: Final = frozenset(")]①②③④⑤⑥⑦⑧⑨⑩0123456789■□◆●▲")
JUMP_ENDS: Final = frozenset("版面)]> ")
STOPS: Final = frozenset("。!?…")
LEADING_OVER: Final = "——"
"""How a line over a headline ends that leads over to it: 垃圾分类、车位共享,江城——; and a sentence to the paragraph below it."""
ENDINGS: Final = {":": "colon", ",": "comma", "、": "comma", ";": "comma", "—": "colon"}
CLOSERS: Final = "”’」』)]》】"
OPENERS: Final = {"“": "”", "‘": "’", "(": ")", "《": "》", "「": "」", "『": "』", "[": "]", "【": "】"}
ROLE: Final = attrgetter("role")
PAIRS: Final = frozenset({"", *map("".join, OPENERS.items())})
"""The signs of nearly all lines that have as many of one kind as of the other."""
PAIRED: Final = re.compile(r"[“”‘’()《》「」『』\[\]【】]")


class Features:
    """The looks of a block; what a block seldom shows stands here for all, and in one of its own where it differs."""

    plain = False
    """It shows no sign of anything but running text, as most blocks of a page do."""
    title_like = False
    """It could be a line of a headline."""
    captioned = False
    """It reads as a caption: it opens like one, or has a credit at its tail."""
    jump_out = 0
    """How many characters at the tail are a jump line (下转第四版)."""
    closes = False
    """The end of a story shows: (完), a note, a credit, a jump line."""
    byline: tuple[Byline, ...] = ()
    signed = False
    """It is a byline line with a role word."""
    credit = False
    """The whole block is a photo credit."""
    repeated = False
    """The page has printed it before."""
    row = False
    """It is a row of a table."""

    def __init__(self, block: Block, text: str, ending: str, lead: Lead | None = None, jump_in: int = 0) -> None:
        self.block = block
        self.first = block[0]
        """The first line of the block."""
        self.text = text
        """Folded."""
        self.length = len(text)
        self.ending = ending
        """``stop`` after a sentence, ``closer`` after a quote or bracket with none, ``colon``, ``comma``, else ``open``."""
        self.lead = lead
        self.jump_in = jump_in
        """How many characters at the head are a jump line (上接第一版); the whole block where it is a line of its own."""

    @property
    def is_jump(self) -> bool:
        """Whether the whole block is a jump line."""
        return self.length in (self.jump_in, self.jump_out)

    @property
    def complete(self) -> bool:
        """Whether the text may end here: a sentence does, or a quote or bracket closes."""
        return self.ending in ("stop", "closer")


def ending_of(text: str) -> str:
    """Return how a text ends.

    >>> [ending_of(text) for text in ("不多。”", "称“行动”", "要求:", "其中,", "眼")]
    ['stop', 'closer', 'colon', 'comma', 'open']
    """
    bare = text.rstrip(CLOSERS)
    if not bare or bare[-1] in STOPS:
        return "stop"
    if len(bare) < len(text):
        return "closer"
    return ENDINGS.get(bare[-1], "open")


def ends_with_note(text: str) -> bool:
    """Return whether a note on the story closes it: 校对 王菲, (记者 孙宇), 《人民日报》(2023年8月10日 第11版)."""
    first, last = text[0], text[-1]
    if last in "。!?”":
        return False
    # ▲ 便民菜店开进老小区 ▲ is set between two marks, and the second ends no story.
    if (last in FINISHED_ENDS and last != first and marks.FINISHED.search(text[-8:])) or (
        first in "(《" and marks.CLOSING_NOTE.match(text)
    ):
        return True
    tail = text[-48:]
    signed = last == ")" and (read_signed_tail(tail) or marks.ISSUE_END.search(tail))
    return bool(signed or (any(sign in tail for sign in NOTE_SIGNS) and marks.END_NOTE.search(tail)))


def is_balanced(text: str) -> bool:
    """Return whether as many quotes and brackets of each kind close as open; most lines have none."""
    signs = "".join(PAIRED.findall(text))
    return signs in PAIRS or all(signs.count(opener) == signs.count(closer) for opener, closer in OPENERS.items())


def look_at(block: Block, text: str) -> Features:
    """Return the looks of a block."""
    # Half of all blocks end so, and are nothing but text: no credit, signature, jump line or headline ends with a full stop.
    sentence = text[-1] == "。"
    if sentence and not HEAD_SIGN.match(text, 0, HEAD_REACH):
        look = Features(block, text, "stop")
        look.plain = True
        return look
    lead = find_leads(text)
    jump_in = measure_jump_in(text) if "接" in text[:JUMP_REACH] else 0
    if sentence:
        look = Features(block, text, "stop", lead, jump_in)
        look.captioned = lead is None and marks.CAPTION_HEAD.match(text) is not None  # ▲本报讯 is a brief
        look.plain = not (look.captioned or lead or jump_in or text[0] in "(《")
        return look
    return look_closely(block, text, lead, jump_in)


def look_closely(block: Block, text: str, lead: Lead | None, jump_in: int) -> Features:
    """Return the looks of a block that may be anything."""
    length, last = len(text), text[-1]
    short = length <= LONGEST_SIGN and lead is None
    jump_out = find_jump_out(text) if last in JUMP_ENDS else None
    credit = short and jump_in < length and is_credit(text)
    credited = last in CREDIT_ENDS and has_credit(text)
    noted = ends_with_note(text)
    ending = "stop" if noted or credited else ending_of(text)
    byline = read_line(text) if short and not credit else ()
    signed_off = signs_off(text, byline)
    bracketed = signed_off and text[0] in "(["
    look = Features(block, text, ending, lead, jump_in)
    look.title_like = not (credit or lead or bracketed) and length <= LONGEST_TITLE and ends_like_title(text, ending)
    look.captioned = credited or (lead is None and text[0] != last and marks.CAPTION_HEAD.match(text) is not None)
    look.jump_out = length - len(text[: length - len(jump_out[0])].rstrip()) if jump_out else 0
    look.closes = signed_off or bool(noted or credited or credit or jump_out)
    look.byline = byline
    look.signed = bool(byline) and any(map(ROLE, byline))
    look.credit = credit
    shows = look.title_like or lead or jump_in or look.closes or look.captioned or byline
    look.plain = not (shows or text[0] in "(《")
    return look


def signs_off(text: str, byline: tuple[Byline, ...]) -> bool:
    """Return whether a line is a signature that only stands under a text: (石  鸣), ——编  者."""
    return bool(byline and read_sign_off(text)) or (text[0] == "—" and bool(marks.desk().match(text)))


def measure_jump_in(text: str) -> int:
    """Return how many characters at the head are a jump line, with the spaces after it."""
    match = marks.JUMP_IN.match(text)
    return len(text) - len(text[match.end() :].lstrip()) if match else 0


def ends_like_title(text: str, ending: str) -> bool:
    """Return whether the end of a text lets it be a line of a headline."""
    if ending == "colon":
        return len(text) <= LONGEST_KICKER and text[-1] == ":"
    return ending in ("open", "closer") or (len(text) <= LONGEST_CRY and text[-1] in "!?…,")


def find_jump_out(text: str) -> re.Match[str] | None:
    """Return the jump line at the end of a text: (下转第四版), (详见第3版)."""
    tail = text[-JUMP_REACH:]
    found = marks.JUMP_OUT.search(tail) if "转" in tail else None
    return found or (marks.SEE_PAGE.search(tail) if "见" in tail or "刊" in tail else None)


def has_credit(text: str) -> bool:
    """Return whether a caption ends with its credit: …秋收正忙。新华社发(王芳摄)."""
    tail = text[-CREDIT_REACH:]
    return any(mark in tail for mark in CREDIT_CHARACTERS) and bool(marks.credit_tail().search(tail))


def is_credit(text: str) -> bool:
    """Return whether a line says who took a photo and no more: 拍友 倪立芳 朱森泉 摄, 新华社发."""
    shown = text[-1] in CREDIT_ENDS or text[0] in CREDIT_OPENS or "(" in text
    if not (shown and any(mark in text for mark in CREDIT_CHARACTERS)):
        return False
    if marks.agency_credit().match(text):
        return True
    if text[-1] == "作":
        return bool(marks.WORK.fullmatch(text) and read_credit(text))
    end = max(0, len(text) - marks.LONGEST_CREDIT_END)
    return bool(marks.credit_end().search(text, end) or marks.credit_head().match(text)) and bool(read_credit(text))


def is_notice(text: str) -> bool:
    """Return whether a line is the title of what is no story: 遗失声明, 公 告, 招聘启事."""
    return text[-1] in titles.notice_ends() and titles.notice_title().match(text) is not None


def is_series(text: str) -> bool:
    """Return whether a line is the name of a series of short pieces: 经济短波, 【今日看点】."""
    return text[-1] in titles.series_ends() and titles.series().fullmatch(text) is not None


def opens_text(text: str) -> bool:
    """Return whether a line never goes on with the line above: a dateline or a glued jump line opens it."""
    head = text[:JUMP_HEAD]
    jump = ("接" in head or "转" in head) and marks.JUMP_IN.match(text)
    return bool(jump or find_leads(text))


def stands_alone(text: str) -> bool:
    """Return whether a line is a text of its own: a credit, a byline line with its role, a jump line."""
    if text[-1] in "。,、;:" or not shows_owner(text):
        return False
    jump = marks.JUMP_IN.match(text) or marks.JUMP_OUT.match(text)
    if jump and jump.end() == len(text):
        return is_balanced(text)  # 转第四版) under …重回故里。(下 is half of one
    return is_credit(text) or (not find_leads(text) and signs(text))


@cache
def owner_sign() -> re.Pattern[str]:
    """Return the pattern of what a line is not without that is a jump line, a credit in brackets or a byline line."""
    # Each alternative opens with a character and none with a class, so that only where one of those stands is any tried.
    return re.compile(rf"接|转|\(|{author_hint().pattern}")


def shows_owner(text: str) -> bool:
    """Return whether a line may be a text of its own: a glance that passes over the running lines of a wrapped page."""
    return text[-1] in CREDIT_ENDS or text[0] in CREDIT_OPENS or owner_sign().search(text) is not None


def sign_with_pen_name(look: Features) -> None:
    """Enter that a bracket signs the text above with a pen name: (晓王); under a headline, (纵横) is the name of a column."""
    look.byline = read_pen_name(look.text[1:-1].strip()) if look.text[-1] == ")" else ()
    if look.byline:
        look.closes, look.title_like = True, False


def look_over(blocks: list[Block], texts: list[str]) -> list[Features]:
    """Return the looks of each block, given its text."""
    looks = [look_at(block, text) for block, text in zip(blocks, texts)]
    for index, look in enumerate(looks[1:]):
        above = looks[index]
        if look.title_like and above.text.endswith(LEADING_OVER) and above.length <= LONGEST_TITLE and not above.lead:
            above.title_like, above.plain = True, False
        if look.length <= LONGEST_PEN_NAME and look.text[0] == "(" and above.ending == "stop" and not look.byline:
            sign_with_pen_name(look)
    again = {blocks[index][0].number for index in find_repeats(texts)}
    for look in looks if again else ():
        look.repeated = look.first.number in again
    lines = [(index, look.text) for index, look in enumerate(looks) if look.title_like and not look.byline]
    for row in find_rows(lines):
        looks[row].row = True
    return looks

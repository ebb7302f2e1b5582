"""Signs that a line gives away by itself: furniture, jump lines, photo credits, section labels, list numbers."""

from __future__ import annotations

import re
from functools import cache
from string import ascii_letters
from typing import Any, Final

from newscli.rules.hanzi import HANZI, NO_HANZI
from newscli.rules.packed import load_table
from newscli.rules.pattern import alternation


@cache
def words() -> dict[str, Any]:
    """Return the words that give a line away, by kind."""
    return load_table("newscli.page", "words.toml")


def any_word(kind: str) -> str:
    """Return a pattern for the words of a kind, longest first."""
    return alternation(words()[kind]["words"])


@cache
def editors() -> str:
    """Return a pattern for who made the page: 本版责编, 二版责编, 视觉."""
    # 人民视觉 and 视觉中国 sell pictures.
    return rf"(?:本?[版期]?(?<!人民)(?:{any_word('editor')})(?!中国)|[一二三四五六七八九十]{{1,3}}版责编)"


PAGE: Final = r"(?:第? ?(?:[A-Z]{0,2}\d{1,3}|[一二三四五六七八九十]{1,4}|头) ?[版面])"
JUMP_IN: Final = re.compile(
    rf"[(\[<]? ?(?:上接|紧接|接|承接|续接|上转) ?本?报? ?(?P<page>{PAGE}(?:[、,/~—-]{PAGE})?) ?(?:(?![)\]>]){NO_HANZI}){{0,4}}?[)\]>]?"
)
JUMP_OUT: Final = re.compile(rf"[(\[<▶►→]? ?(?:下转|转|紧转) ?(?P<page>{PAGE}(?:[、,/~—-]{PAGE})?) ?[)\]>]?$")
SEE_PAGE: Final = re.compile(
    rf"[(\[] ?(?:相关|报道|详|全文|图片|评论|更多)?[^()]{{0,10}}?[见刊]{PAGE}(?:[、,/~—-]{PAGE})? ?[)\]]$"
)

JUMP_INSIDE: Final = re.compile(rf"[(\[] ?(?:(?P<out>下转|紧转)|上接|紧接) ?本?报? ?{PAGE}(?:[、,/~—-]{PAGE})? ?[)\]]")
"""A jump line in brackets that a page without line ends between its texts runs into them."""
JUMP_VERBS: Final = "接转"
"""What one of stands third or fourth in each."""

WEEKDAY: Final = r"星期[一二三四五六日天]"
FULL_DATE: Final = r"(?:19|20)\d\d ?[年./-] ?\d{1,2} ?[月./-] ?\d{1,2} ?日?"
HAN_DATE: Final = (
    r"[一二][九〇○零][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿]{1,3}日"
)
ISSUE: Final = rf"《? ?{HANZI}{{2,10}} ?》? ?\( ?{FULL_DATE}[^()]{{0,20}}\)"


@cache
def furniture() -> re.Pattern[str]:
    """Return the pattern of furniture that its first characters tell."""
    return re.compile(
        rf"(?:"
        rf"{editors()} ?[:/| ][^。!?;]{{0,90}}$"
        rf"|第 ?[A-Z]{{0,2}}\d{{1,5}} ?版 ?[::|·-]? ?(?:{HANZI}|[·、A-Z ()]){{0,16}}(?:PDF版)?$"
        rf"|第[一二三四五六七八九十]{{1,3}}版(?: ?[:|·-] ?| )(?:{HANZI}|[·、]){{2,10}}$"
        rf"|专栏 ?:.{{0,20}}$"
        rf"|[A-Z]{{0,2}}\d{{2,5}} ?版 ?[::|·-] ?(?:{HANZI}|[·、A-Z ]){{0,16}}(?:PDF版)?$"
        rf"|(?:农历|夏历)[^。!?;,]{{4,60}}$|今日 ?\d{{1,3}} ?版[^。!?;,]{{0,40}}$|(?:总)?第 ?\d{{3,6}} ?期[^。!?;,]{{0,40}}$|网址 ?:.{{0,60}}$"
        rf"|征 ?集$|(?:扫描|扫一扫|长按|识别)[^。]{{0,12}}(?:二维码|扫码|公众号)[^。]{{0,20}}$"
        rf"|(?:{any_word('navigation')})[^。]{{0,30}}$"
        rf"|(?:{any_word('margin')}|代号 ?[:\d]|CN ?\d\d-\d{{4}}|ISSN|邮编 ?[:\d]|[Ee]-?mail ?:)[^。]{{0,120}}$"
        rf"|(?:https?://|www\.)\S+$"
        rf"|[-=_*—·•.~◆■□☆★ ]{{2,}}$"
        rf")",
    )


@cache
def no_occasion() -> str:
    """Return a pattern that refuses the day of an event: 活动时间:2024年6月18日 星期二 上午9时."""
    return rf"(?!.*(?:{any_word('occasion')}|\d ?[时点:]))"


@cache
def furniture_heads() -> frozenset[str]:
    """Return the letters that furniture opens with which its first characters tell; what is no letter may open it too."""
    listed = {word[0] for kind in ("editor", "navigation", "margin") for word in words()[kind]["words"]}
    return frozenset(listed) | set(ascii_letters + "本版期一二三四五六七八九十第专农夏今总网征扫长识代邮")


FURNITURE_SIGNS: Final = ("(", "星期", "版", "报", "content_", "/enpproperty")
"""What furniture is never without that may open with anything."""
FURNITURE_SIGN: Final = re.compile(r"\( ?(?:19|20)|星期|content_|/enpproperty|版$|报纸?$")
"""The same, with what stands behind it."""


@cache
def furniture_with(sign: str) -> re.Pattern[str]:
    """Return the pattern of the furniture that shows a sign: few lines do, and the patterns are slow."""
    day = rf"(?:{FULL_DATE}|{HAN_DATE})"
    pattern = {
        "(": rf"{ISSUE}$",
        "星期": rf"{no_occasion()}[^。!?;,]{{0,40}}(?:{day}[^。!?;,]{{0,12}}{WEEKDAY}|{WEEKDAY}[^。!?;,]{{0,12}}{day})[^。!?;,]{{0,80}}$",
        "版": rf"[^。!?]{{4,40}}[….· ]{{2,}} ?第? ?[A-Z]?[\d一二三四五六七八九十]{{1,3}} ?版$|(?:{HANZI}| ){{0,16}}多媒体数字版$",
        "报": rf"(?:{HANZI}| ){{0,16}}(?:数字报纸?|电子报)$",
        "content_": r"\S{0,40}content_\d+.{0,80}$",
        "/enpproperty": r".{0,10}/enpproperty-->.{0,80}$",
    }
    return re.compile(pattern[sign])


@cache
def lead_after_header() -> re.Pattern[str]:
    """Return the pattern of a header with a dateline behind it."""
    return re.compile(
        rf"([^。!?]{{0,40}}(?:{FULL_DATE})[^。!?]{{0,12}}{WEEKDAY}[^。!?【〔]{{0,80}})(?=[【〔]?本[报刊]{HANZI}{{0,6}}[讯电])"
    )


@cache
def marginal() -> re.Pattern[str]:
    """Return the pattern of furniture that is so only at the edge of a page, or beside other furniture."""
    return re.compile(
        rf"(?:"
        rf"(?:第 ?)?[A-Z]{{0,2}}\d{{1,5}} ?版?[::|·/ -]{{0,3}}(?:{HANZI}[ ·]?){{2,6}}$"
        rf"|第 ?[一二三四五六七八九十]{{1,3}} ?版(?:[::|·/ -]{{0,3}}(?:{HANZI}[ ·]?){{2,6}})?$"
        rf"|(?:{HANZI} ?){{2,6}}[|·/ -]{{0,3}}(?:第 ?)?[A-Z]{{0,2}}\d{{1,3}} ?版?$"
        rf"|[-—–·. ]*(?:第 ?)?[A-Z]?\d{{1,4}}(?: ?[页版])?[-—–·. ]*$"
        rf"|{no_occasion()}(?:{HANZI}|[A-Z\d|·/: -]){{0,24}}?(?:(?<!{HANZI})|(?<=[报版刊]))(?:{FULL_DATE}|{HAN_DATE})(?=[ (|/·第]|{WEEKDAY}|农历|$)[^。!?;,]{{0,32}}$|{WEEKDAY}$|农历[^。]{{4,16}}$"
        rf"|(?:{HANZI} ?){{2,6}}(?:{any_word('paper')})$"
        rf"|[^。!?,]{{4,24}}\((?:第 ?)?(?:[A-Z]?\d{{1,2}}|[一二三四五六七八九十]{{1,3}}) ?版\)$"
        rf"|(?:{editors()})$|[^。!?,]{{0,20}}(?:{editors()})[ :/|][^。!?,]{{0,60}}$"
        rf")"
    )


LONGEST_SOURCE: Final = 80
SOURCE_LINE: Final = re.compile(
    r"[(\[]? ?(?:原标题|来源|转自|文章来源|稿源|原题|信息来源|本文来源|本文转自) ?[::].{0,60}$"
)

WORK: Final = re.compile(rf"{HANZI}(?: {{0,3}}{HANZI}){{1,2}} ?作")
"""Who made a picture: 龙开胜作."""


@cache
def credit_end() -> re.Pattern[str]:
    """Return the pattern of the end of a line that says who made a picture."""
    return re.compile(
        rf"(?: |/|\)|(?<={HANZI}))(?:{any_word('credit')}) ?(?:\((?:{HANZI}|[·. ]){{2,14}}\))?\)?$|(?:{HANZI}|[ )(])/(?:图|摄|文图)\)?$"
    )


LONGEST_CREDIT_END: Final = 24


@cache
def credit_head() -> re.Pattern[str]:
    """Return the pattern of a credit that begins with what was made."""
    return re.compile(rf"\(?(?:(?:图|摄影?|图片|文并?图)[/:|]|(?:{any_word('drawn')})(?:[/:|]| ) *)[^。,]{{2,30}}$")


@cache
def agency_credit() -> re.Pattern[str]:
    """Return the pattern of a credit that names who sells or lends pictures, and perhaps who took them."""
    agencies, libraries = any_word("agency"), any_word("library")
    return re.compile(
        rf"\(?(?:{agencies}|{libraries}|{any_word('lender')})[^。!?;,记\d]{{0,8}}?(?:发|供图|图片?|照片|提供)\)?(?: ?\([^()。]{{1,24}}\)?)?\)?$"
        rf"|\(?(?:资料图片?|资料照片|(?:{agencies})发|{libraries}|图片由.{{2,20}}提供|.{{2,16}}供图)\)?$",
    )


@cache
def credit_tail() -> re.Pattern[str]:
    """Return the pattern of a caption's end with its credit."""
    agencies, libraries = any_word("agency"), any_word("library")
    return re.compile(
        rf"[。!?”)] ?[(]?(?:[^。!?;,]{{0,28}}?) ?(?:{any_word('credit')}) ?(?:[(]?{HANZI}{{2,6}}发?[)])?[)]?$|[。!?”] ?[(]?(?:{agencies})发? ?[(][^()]{{2,20}}摄?[)]$"
        rf"|[。!?”] ?[(]?(?:(?:{agencies})发|资料图片?|资料照片|{libraries})(?: ?/ ?(?:{libraries}))?[)]?$"
    )


CAPTION_HEAD: Final = re.compile(
    r"[▲△↑↓←→▼]|(?:(?:上|下|左|右|本版|题|大|小|中)图[:为是,]|图[①②③④⑤⑥⑦⑧⑨一二三四1-9]?[为:](?!了)|这是.{2,30}拍摄的)"
)

LEGEND: Final = re.compile(r"(?:截图|示意图|效果图|资料图|海报|供图)$")

LIST_HEAD: Final = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.是要]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?!\d)|第[一二三四五六七八九十]{1,3}[条章节、,]|[①②③④⑤⑥⑦⑧⑨⑩]|[■●◆▲★◎□○◇△☆▪◼◾•·※▶►]|其[一二三四五])"
)
LIST_OPENS: Final = frozenset("(一二三四五六七八九十第其①②③④⑤⑥⑦⑧⑨⑩■●◆▲★◎□○◇△☆▪◼◾•·※▶►")
COLUMN: Final = re.compile(rf"[【〔\[](?:{HANZI}|[·“”]){{2,10}}[】〕\]]")
"""The name of a column on a line of its own: 【数说】, over a headline part of it, over text a heading of the story."""
COLUMN_TAIL: Final = re.compile(r"\([^()\d版]{2,24}\)$")
ISSUE_END: Final = re.compile(rf"{ISSUE}$")
LABEL_HEAD: Final = re.compile(r"\((?:[^()]{2,10})\)(?=.{4})")
FINISHED: Final = re.compile(r"[(\[]?(?:完|本文完)[)\]]$|[①②③④⑤⑥⑦⑧⑨⑩]\d?$|[■□◆●▲]$")
END_NOTE: Final = re.compile(
    r"[。!?”)】\]] ?[(\[]? ?(?:校对|责任编辑|责编|编辑|作者|来源|采写|撰文|文|图|一审|二审|三审|终审|审核|监制|编译|综合)[ :/|][^。!?]{2,40}$|[。!?”)】\]] ?[(\[](?:本报|新华社|总台|通讯员|特约|见习)?[^()。!?]{0,12}记者 ?[^()。!?]{2,24}\)$"
)
CLOSING_NOTE: Final = re.compile(
    r"\((?:作者|执笔|据|综合|本报|新华社|记者|本文|摘自|原载|一审|二审|三审|终审|责编|责任编辑|编辑|校对|来源|[^()。]{0,12}(?:记者|通讯员|参与|采写|整理|供稿|译))[^()]{1,80}\)$"
    rf"|《[^》]{{2,12}}》 ?\(?{FULL_DATE} ?第? ?[A-Z\d]{{1,4}} ?版.{{0,40}}$"
)


@cache
def desk() -> re.Pattern[str]:
    """Return the pattern of a desk that signs as such: 本报评论员."""
    return re.compile(rf"(?:—+ ?)?(?:{any_word('desk')})(?:特约)?(?:{any_word('bureau')})$|—+ ?编 {{0,4}}者$")


@cache
def desk_ends() -> frozenset[str]:
    """Return how such a signature ends."""
    return frozenset({word[-1] for word in words()["bureau"]["words"]} | {"者"})


SPEAKER: Final = re.compile(r"(?:记者|本报记者|笔者|问|答|主持人|采访者|受访者|[QA]) ?:")
"""Who speaks in an interview."""


@cache
def contact() -> re.Pattern[str]:
    """Return the pattern of whom to write to or call: 联系人:吕先生 电话:0311-7654321."""
    return re.compile(rf"(?:^| )(?:{any_word('contact')}) ?:")


@cache
def salutation() -> re.Pattern[str]:
    """Return the pattern of whom a letter to the paper speaks to: 编辑同志:."""
    return re.compile(rf"(?:尊敬的|亲爱的)?(?:{any_word('addressee')}) ?:$")


def counts_item(text: str) -> bool:
    """Return whether a line opens as the items of a list do: 一、 or 1. or ■ in front."""
    return (text[0] in LIST_OPENS or text[0].isdigit()) and LIST_HEAD.match(text) is not None


NAME: Final = re.compile(rf"{HANZI}(?: ?{HANZI})*")
PHOTO_TITLE: Final = re.compile(r"图片(?:报道|新闻|故事)$|图说.{0,6}$|光影.{0,6}$|视觉.{0,4}$|新华社照片$|镜头$|定格$")


@cache
def running_head() -> re.Pattern[str]:
    """Return the pattern of how paragraphs start, and headlines do not."""
    return re.compile(
        rf"另?据(?:悉|了解|介绍|报道|统计|[^,]{{2,14}}(?:报道|消息|统计|介绍|透露))|(?:本报|[^,]{{0,4}})记者(?:{any_word('saw')})"
        rf"|(?:他|她|他们|双方|会议|[^,]{{2,10}})(?:{any_word('told')}),|(?:{any_word('opener')})|(?:{any_word('connective')}),"
        r"|\d{1,2}月\d{1,2}日|\d{1,2}日"
    )

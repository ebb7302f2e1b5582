"""Signs that a line gives away by itself: furniture, jump lines, photo credits, section labels, list numbers."""

from __future__ import annotations

import re

from newscli.rules.hanzi import HANZI, NO_HANZI
from newscli.rules.packed import load_table
from newscli.rules.pattern import alternation

PAGE = r"(?:第? ?(?:[A-Z]{0,2}\d{1,3}|[一二三四五六七八九十]{1,4}|头) ?[版面])"
JUMP_IN = re.compile(
    rf"[(\[<]? ?(?:上接|紧接|接|承接|续接|上转) ?本?报? ?(?P<page>{PAGE}(?:[、,/~—-]{PAGE})?) ?(?:(?![)\]>]){NO_HANZI}){{0,4}}?[)\]>]?"
)
JUMP_OUT = re.compile(rf"[(\[<▶►→]? ?(?:下转|转|紧转) ?(?P<page>{PAGE}(?:[、,/~—-]{PAGE})?) ?[)\]>]?$")
SEE_PAGE = re.compile(
    rf"[(\[] ?(?:相关|报道|详|全文|图片|评论|更多)?[^()]{{0,10}}?[见刊]{PAGE}(?:[、,/~—-]{PAGE})? ?[)\]]$"
)

JUMP_INSIDE = re.compile(rf"[(\[] ?(?:(?P<out>下转|紧转)|上接|紧接) ?本?报? ?{PAGE}(?:[、,/~—-]{PAGE})? ?[)\]]")
"""A jump line in brackets that a page without line ends between its texts runs into them."""

WEEKDAY = r"星期[一二三四五六日天]"
FULL_DATE = r"(?:19|20)\d\d ?[年./-] ?\d{1,2} ?[月./-] ?\d{1,2} ?日?"
HAN_DATE = r"[一二][九〇○零][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿]{1,3}日"
NO_OCCASION = r"(?!.*(?:时间|上午|下午|中午|\d ?[时点:]))"
"""活动时间:2024年6月18日 星期二 上午9时 is no line of the page."""
EDITORS = (
    r"(?:本?[版期]?(?:责任编辑|责编|编辑|统筹|组版|校对|版式|美编|制图|值班主任|值班编委|值班编辑|值班总编|主编|审读|检校|排版|编审|签发|终审|监制|版面设计|版式设计|(?<!人民)视觉(?!中国)|图编"
    r"|数据来源|数据整理|邮箱|电子信箱|投稿邮箱|策划|设计|编辑邮箱)|[一二三四五六七八九十]{1,3}版责编)"
)
ISSUE = rf"《? ?{HANZI}{{2,10}} ?》? ?\( ?{FULL_DATE}[^()]{{0,20}}\)"
FURNITURE = re.compile(
    rf"(?:"
    rf"{EDITORS} ?[:/| ][^。!?;]{{0,90}}$"
    rf"|第 ?[A-Z]{{0,2}}\d{{1,5}} ?版 ?[::|·-]? ?(?:{HANZI}|[·、A-Z ()]){{0,16}}(?:PDF版)?$"
    rf"|专栏 ?:.{{0,20}}$"
    rf"|[A-Z]{{0,2}}\d{{2,5}} ?版 ?[::|·-] ?(?:{HANZI}|[·、A-Z ]){{0,16}}(?:PDF版)?$"
    rf"|(?:农历|夏历)[^。!?;,]{{4,60}}$|今日 ?\d{{1,3}} ?版[^。!?;,]{{0,40}}$|(?:总)?第 ?\d{{3,6}} ?期[^。!?;,]{{0,40}}$|网址 ?:.{{0,60}}$"
    rf"|征 ?集$|(?:扫描|扫一扫|长按|识别)[^。]{{0,12}}(?:二维码|扫码|公众号)[^。]{{0,20}}$"
    rf"|(?:上一[版期篇]|下一[版期篇]|返回目录|放大|缩小|默认|朗读|PDF版|版面导航|标题导航|按日期检索)[^。]{{0,30}}$"
    rf"|(?:国内统一(?:连续出版物|刊)号|邮发代号|代号 ?[:\d]|CN ?\d\d-\d{{4}}|ISSN|新闻热线|热线电话|投稿邮箱|本报地址|社址|邮编 ?[:\d]|广告热线|发行热线|[Ee]-?mail ?:)[^。]{{0,120}}$"
    rf"|(?:https?://|www\.)\S+$"
    rf"|[-=_*—·•.~◆■□☆★ ]{{2,}}$"
    rf")",
)
"""Furniture that its first characters tell."""
FURNITURE_BY_SIGN = (
    ("(", re.compile(rf"{ISSUE}$")),
    (
        "星期",
        re.compile(
            rf"{NO_OCCASION}[^。!?;,]{{0,40}}(?:(?:{FULL_DATE}|{HAN_DATE})[^。!?;,]{{0,12}}{WEEKDAY}|{WEEKDAY}[^。!?;,]{{0,12}}(?:{FULL_DATE}|{HAN_DATE}))[^。!?;,]{{0,80}}$"
        ),
    ),
    (
        "版",
        re.compile(
            rf"[^。!?]{{4,40}}[….· ]{{2,}} ?第? ?[A-Z]?[\d一二三四五六七八九十]{{1,3}} ?版$|(?:{HANZI}| ){{0,16}}多媒体数字版$"
        ),
    ),
    ("报", re.compile(rf"(?:{HANZI}| ){{0,16}}(?:数字报纸?|电子报)$")),
    ("content_", re.compile(r"\S{0,40}content_\d+.{0,80}$")),
    ("/enpproperty", re.compile(r".{0,10}/enpproperty-->.{0,80}$")),
)
"""Furniture that may open with anything, each with what it is never without: few lines have it, and the patterns are slow."""
FURNITURE_SIGN = re.compile("|".join(re.escape(sign) for sign, _ in FURNITURE_BY_SIGN))
TITLES = load_table("newscli.page", "titles.toml")
MASTHEADS = alternation(TITLES["masthead"]["endings"])


def any_title(kind: str) -> str:
    """Return a pattern for the titles of a kind, with the spaces that they may be set with."""
    words = TITLES[kind]
    spaced = [" ?".join(word) for word in words["spaced"]] + [" {0,4}".join(word) for word in words["wide"]]
    return "|".join(words["plain"] + spaced)


def ends_of(kind: str, closers: str) -> frozenset[str]:
    """Return the characters that a title of a kind ends with: most lines are sent away by a look at their last."""
    words = TITLES[kind]
    return frozenset(closers) | {word[-1] for word in words["spaced"] + words["wide"] + words["plain"]}


SERIES = re.compile(rf"[■◆●▲【\[]? ?(?:{HANZI}|[“”·]){{0,6}}(?:{any_title('series')})[】\]]?$")
"""The name of a series of short pieces, or of a list of contents."""
SERIES_ENDS = ends_of("series", "】]")
ADVERTISEMENT = re.compile(r"(?:公益)?广 {0,4}告$")
LABEL_ENDS = SERIES_ENDS | {"告"}
LEAD_AFTER_HEADER = re.compile(
    rf"([^。!?]{{0,40}}(?:{FULL_DATE})[^。!?]{{0,12}}{WEEKDAY}[^。!?【〔]{{0,80}})(?=[【〔]?本[报刊]{HANZI}{{0,6}}[讯电])"
)
MARGINAL = re.compile(
    rf"(?:"
    rf"(?:第 ?)?[A-Z]{{0,2}}\d{{1,5}} ?版?[::|·/ -]{{0,3}}(?:{HANZI} ?){{2,6}}$"
    rf"|(?:{HANZI} ?){{2,6}}[|·/ -]{{0,3}}(?:第 ?)?[A-Z]{{0,2}}\d{{1,3}} ?版?$"
    rf"|[-—–·. ]*(?:第 ?)?[A-Z]?\d{{1,4}}(?: ?[页版])?[-—–·. ]*$"
    rf"|{NO_OCCASION}(?:{HANZI}|[A-Z\d|·/: -]){{0,24}}?(?:(?<!{HANZI})|(?<=[报版刊]))(?:{FULL_DATE}|{HAN_DATE})(?=[ (|/·第]|{WEEKDAY}|农历|$)[^。!?;,]{{0,32}}$|{WEEKDAY}$|农历[^。]{{4,16}}$"
    rf"|(?:{HANZI} ?){{2,6}}(?:{MASTHEADS})$"
    rf"|[^。!?,]{{0,20}}(?:{EDITORS})[^。!?,]{{0,60}}$"
    rf")"
)
"""Furniture only where furniture stands: above the first and below the last line of text, or beside other furniture."""
LONGEST_SOURCE = 80
SOURCE_LINE = re.compile(r"[(\[]? ?(?:原标题|来源|转自|文章来源|稿源|原题|信息来源|本文来源|本文转自) ?[::].{0,60}$")

CREDIT_WORD = r"(?:摄影报道|摄影|供图|摄|绘图|绘|漫画|图源|制图)"
WORK = re.compile(rf"{HANZI}(?: {{0,3}}{HANZI}){{1,2}} ?作")
"""Who made a picture: 龙开胜作."""
CREDIT_END = re.compile(
    rf"(?: |/|\)|(?<={HANZI})){CREDIT_WORD} ?(?:\((?:{HANZI}|[·. ]){{2,14}}\))?\)?$|(?:{HANZI}|[ )(])/(?:图|摄|文图)\)?$"
)
LONGEST_CREDIT_END = 24
CREDIT_HEAD = re.compile(
    r"\(?(?:(?:图|摄影?|图片|文并?图)[/:|]|(?:漫画|绘画|绘图|插图|插画|制图|摄影|图表)(?:[/:|]| ) *)[^。,]{2,30}$"
)
PICTURES = {kind: alternation(TITLES["picture"][kind]) for kind in ("agencies", "services", "others")}
AGENCY_CREDIT = re.compile(
    rf"\(?(?:{'|'.join(PICTURES.values())})[^。!?;,记\d]{{0,8}}?(?:发|供图|图片?|照片|提供)\)?(?: ?\([^()。]{{1,24}}\)?)?\)?$"
    rf"|\(?(?:资料图片?|资料照片|(?:{PICTURES['agencies']})发|{PICTURES['services']}|图片由.{{2,20}}提供|.{{2,16}}供图)\)?$",
)
CREDIT_TAIL = re.compile(
    rf"[。!?”)] ?[(]?(?:[^。!?;,]{{0,28}}?) ?{CREDIT_WORD} ?(?:[(]?{HANZI}{{2,6}}发?[)])?[)]?$|[。!?”] ?[(]?(?:{PICTURES['agencies']})发? ?[(][^()]{{2,20}}摄?[)]$"
    rf"|[。!?”] ?[(]?(?:(?:{PICTURES['agencies']})发|资料图片?|资料照片|{PICTURES['services']})[)]?$"
)
CAPTION_HEAD = re.compile(
    r"[▲△↑↓←→▼]|(?:(?:上|下|左|右|本版|题|大|小|中)图[:为是,]|图[①②③④⑤⑥⑦⑧⑨一二三四1-9]?[为:](?!了)|这是.{2,30}拍摄的)"
)
LEGEND = re.compile(r"(?:截图|示意图|效果图|资料图|海报|供图)$")

LIST_HEAD = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.是要]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?!\d)|第[一二三四五六七八九十]{1,3}[条章节、,]|[①②③④⑤⑥⑦⑧⑨⑩]|[■●◆▲★◎□○◇△☆▪◼◾•·※▶►]|其[一二三四五])"
)
COLUMN_TAIL = re.compile(r"\([^()\d版]{2,24}\)$")
ISSUE_END = re.compile(rf"{ISSUE}$")
LABEL_HEAD = re.compile(r"\((?:[^()]{2,10})\)(?=.{4})")
FINISHED = re.compile(r"[(\[]?(?:完|本文完)[)\]]$|[①②③④⑤⑥⑦⑧⑨⑩]\d?$|[■□◆●▲]$")
END_NOTE = re.compile(
    r"[。!?”)】\]] ?[(\[]? ?(?:校对|责任编辑|责编|编辑|作者|来源|采写|撰文|文|图|一审|二审|三审|终审|审核|监制|编译|综合)[ :/|][^。!?]{2,40}$|[。!?”)】\]] ?[(\[](?:本报|新华社|总台|通讯员|特约|见习)?[^()。!?]{0,12}记者 ?[^()。!?]{2,24}\)$"
)
CLOSING_NOTE = re.compile(
    r"\((?:作者|执笔|据|综合|本报|新华社|记者|本文|摘自|原载|一审|二审|三审|终审|责编|责任编辑|编辑|校对|来源|[^()。]{0,12}(?:记者|通讯员|参与|采写|整理|供稿|译))[^()]{1,80}\)$"
    rf"|《[^》]{{2,12}}》 ?\(?{FULL_DATE} ?第? ?[A-Z\d]{{1,4}} ?版.{{0,40}}$"
)
SENTENCE_END = re.compile(r"[。!?…][”’」』)\]》]*$|[”’」』][)]?$|[)\]][。]?$|[①②③④⑤⑥⑦⑧⑨⑩]\d?$|[■□◆●]$")
DESK = re.compile(
    r"(?:—+ ?)?(?:本报|本刊|新华社|人民日报|光明日报|解放军报|经济日报)(?:特约)?(?:评论员|编辑部|评论部|记者|观察员|编委会)$|—+ ?编 {0,4}者$"
)
"""A desk that signs as such: 本报评论员."""
SPEAKER = re.compile(r"(?:记者|本报记者|笔者|问|答|主持人|采访者|受访者|[QA]) ?:")
"""Who speaks in an interview."""
CONTACT = re.compile(r"(?:联系|咨询|报名|服务|监督|举报|办公)?(?:人|电话|热线|手机|传真|地址|方式|邮编|邮箱|微信) ?:")
"""Whom to write to or call: 联系人:吕先生 电话:0311-7654321."""
NOTICE_TITLE = re.compile(rf"(?:{HANZI}|[“”《》\d·()]){{0,14}}(?:{any_title('notice')})(?:\([^()]{{1,8}}\))?$")
"""The title of what is no story: 遗失声明, 公 告, 招聘启事."""
NOTICE_ENDS = ends_of("notice", ")")
NAME = re.compile(rf"{HANZI}(?: ?{HANZI})*")
PHOTO_TITLE = re.compile(r"图片(?:报道|新闻|故事)$|图说.{0,6}$|光影.{0,6}$|视觉.{0,4}$|新华社照片$|镜头$|定格$")

RUNNING_HEAD = re.compile(
    r"另?据(?:悉|了解|介绍|报道|统计|[^,]{2,14}(?:报道|消息|统计|介绍|透露))|(?:本报|[^,]{0,4})记者(?:了解|从|看到|注意|获悉|在|采访|走进|来到)|(?:他|她|他们|双方|会议|[^,]{2,10})(?:说|表示|指出|强调|认为|介绍|透露),"
    r"|此外|同时,|目前,|其中,|随后|与此同时|不过,|因此|当天|当日|截至|今年以来|近年来|日前|近日|连日来|有记者|\d{1,2}月\d{1,2}日|\d{1,2}日"
)
"""How paragraphs start, and headlines do not."""

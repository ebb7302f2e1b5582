"""The weights of the evidence by which a page is cut into stories, each with its reason.

A weight is in the logarithm of odds, rounded: 1 makes a reading about three times as likely, 2 seven times, 4 fifty times.
"""

from __future__ import annotations

from typing import Final

WEIGHTS: Final[dict[str, tuple[float, str]]] = {
    # What opens a story.
    "opens the page": (1.0, "the first line that is no furniture"),
    "follows a finished sentence": (1.0, "the text above ends with a sentence"),
    "follows the end of a story": (2.5, "the text above ends with （完）, a signature or a jump line"),
    "follows the paper's line": (
        6.0,
        "《人民日报》（2025年10月20日 第 04 版） stands above, as some dumps print it under every text",
    ),
    "follows its writer's name": (4.5, "河南鄢陵县  邢先生, （石  鸣）: names that only stand under a text"),
    "follows furniture": (1.5, "a page header or an editors' line stands above"),
    "follows a wider gap": (2.5, "more blank lines than the page leaves between paragraphs"),
    "breaks off the text above": (-5.0, "the text above stops in the middle of a sentence"),
    "follows a repeated passage": (0.5, "the text above is a second printing and may stop anywhere"),
    "follows an open line": (-1.5, "the line above has no stop either, and may be part of the same thing"),
    "stands out of the indent": (1.0, "the page indents its paragraphs, and this line is not indented"),
    "indented like a paragraph": (-3.0, "the page indents its paragraphs, and so is this line"),
    "indented below a line that is not": (-3.0, "the page indents its paragraphs, and the line above is a headline's"),
    "other words below than above": (3.0, "hardly a word above comes again below"),
    "few words in common": (1.5, "fewer words come again than inside most stories"),
    "as many words in common as may be": (0.0, "as many words come again as may inside a story or between two"),
    "some words in common": (-1.5, "as many words come again as inside a story"),
    "same words above and below": (-3.5, "the text goes on about the very same thing"),
    "its words come again below only": (3.0, "the text below takes up its words, the text above has none of them"),
    "its words stand above": (-2.0, "the text above has its words already"),
    "its words do not come again": (-2.0, "neither the text above nor the text below has its words"),
    "the story above is signed, and so is the text below": (
        4.0,
        "the writer's name ends the text: one story has one end",
    ),
    "a signed story has subheads": (-1.5, "a feature with a byline line is divided, and has not ended yet"),
    "a single paragraph has no subheads": (
        3.5,
        "a dateline and one paragraph above, on a page whose columns break none",
    ),
    "a brief has no subheads": (1.5, "a dateline and a paragraph or two above: too short to be divided"),
    # What a line of a headline looks like.
    "short line without a stop": (1.0, "no full stop at the end, as headlines have none"),
    "two halves with a space": (0.7, "a space stands for a line break of the headline"),
    "column name in brackets": (3.0, "（人民时评） at the end, as People's Daily sets its columns"),
    "label of a column": (4.0, "【数说】 on a line of its own, over a headline"),
    "label in brackets": (1.5, "（国际） in front, as the wire sets its desks"),
    "deck alone": (-4.0, "—— in front: the second part of a headline, whose first stands above"),
    "open quote": (-2.5, "a quote or bracket opens and does not close: a piece of a paragraph"),
    "starts inside a sentence": (-5.0, "closing punctuation or a comma at the beginning"),
    "line of an interview": (-7.0, "记者： or 问： in front"),
    "where to write or call": (-5.0, "联系人： or 电话： in the line"),
    "title of a notice": (5.5, "遗失声明, 公告, 天气预报: what is set under such a line is no story"),
    "name of a series": (4.5, "经济短波, 书讯: short pieces without headlines are set under such a name"),
    "title of a photo report": (3.5, "图片报道, which papers set over photos again and again"),
    "holds a sentence": (-6.0, "a full stop in the middle"),
    "very short": (-1.0, "fewer than six characters"),
    "long for a headline": (-1.5, "more than 45 characters in one line"),
    "counts an item": (-3.0, "一、 or 1. or ■ in front, as subheads and lists have"),
    "ends in a question or cry": (-0.3, "？ or ！ at the end, which speech has more often than headlines"),
    "ends in a comma": (-2.0, "a headline broken at a comma is rare"),
    "ends in a colon": (-2.0, "内蒙古乌海：: a kicker may end so, but the head of a list does rather"),
    "leads over to the next line": (1.5, "垃圾分类、车位共享,江城——: a kicker that a dash ends"),
    "has commas": (-0.4, "commas are rarer in headlines than in speech"),
    "reads like running text": (-3.0, "starts as paragraphs do: 据…, 他说, 记者了解到"),
    "longer than subheads are": (0.8, "subheads have seldom more than fifteen characters"),
    "another line of the headline": (-0.5, "most headlines have one line, few have three"),
    "gap inside the headline": (-2.5, "blank lines within a headline block"),
    "kicker above it": (2.5, "内蒙古乌海： stands above, which needs a line below it"),
    "point of a summary": (
        4.0,
        "● in front, below a line of the headline: 提要, several of which may stand over the text",
    ),
    # What stands under a headline.
    "dateline under it": (6.0, "本报讯, 新华社…电 open the text below"),
    "byline under it": (4.5, "a byline line stands below"),
    "names under it": (2.5, "a line of names without a role stands below"),
    "letter under it": (3.0, "编辑同志: opens the text below"),
    "jump line under it": (5.0, "上接第一版 stands below"),
    "no dateline or byline on a page that has them": (-3.5, "the same, where other stories are signed"),
    "long paragraph under it": (0.5, "the text below is a paragraph, not a line"),
    "sentence under it": (-0.5, "the text below is a short paragraph"),
    "short line under it": (-2.0, "the text below is no paragraph"),
    "nothing under it": (-6.0, "no text follows"),
    "pieces under it": (-2.0, "● opens the text below, as under the name of a series, and as in lists"),
    "table under it": (0.0, "the rows of a table stand below, and no more of the text above"),
    "photo under it": (0.5, "a caption stands below"),
    "no dateline or byline under it": (-2.5, "a headline over plain text may be a subhead or a piece"),
    # A story without a headline.
    "jump line opens the text": (6.0, "上接第一版 stands before the first words"),
    "no headline": (-4.0, "stories without a headline are rare"),
    "no headline and nothing else": (-8.0, "plain text opens no story"),
    "dateline without a headline": (0.8, "新华社…电 opens the text, as it may inside a story too"),
    "brief of the paper without a headline": (2.8, "本报讯 opens the text, as it does one brief after the other"),
    "signed text without a headline": (0.5, "a byline line opens the text"),
    # Running text.
    "paragraph": (1.5, "a long line"),
    "sentence": (1.0, "ends with a full stop"),
    "wider gap inside the text": (-1.0, "more blank lines above than the page leaves between paragraphs"),
    "question or cry": (0.4, "a short line that ends with ？ or ！"),
    "not indented like the paragraphs": (
        -1.5,
        "the page indents its paragraphs, and this is no piece of the one above",
    ),
    "legend of a picture in the text": (2.0, "…截图, …示意图: what stood under a picture"),
    "goes on with the text above": (3.0, "the text above stops in the middle of a sentence"),
    "may go on with the line above": (1.7, "the line above has no stop and may be the first piece of this"),
    "another dateline inside the story": (-2.0, "a story opens with its dateline"),
    "signature": (1.0, "role words and names, or names alone"),
    "closing note": (3.0, "（作者单位：…）, （本报平壤9月8日电）: a note on the story in a line of its own"),
    "jump line": (4.0, "上接第一版 or 下转第四版 on a line of its own"),
    "line without a stop in the text": (0.0, "neither a sentence nor the piece of one: a subhead or a list"),
    # Photos.
    "photo credit": (5.0, "X 摄 on a line of its own"),
    "credit under it": (4.0, "a photo credit stands below"),
    "reads like a caption": (3.0, "图为…, ▲, or a credit at its end"),
    "caption": (-1.5, "captions are rarer than paragraphs"),
    "title under a photo": (-1.0, "a photo's title may stand after the credit"),
    "its words stand in the caption": (3.0, "the caption has its words, the text below has not"),
    "near the photo": (2.0, "nearer to the photo above than to the text below"),
}
TENTHS: Final = 10
W: Final = {name: round(TENTHS * weight) for name, (weight, _) in WEIGHTS.items()}
"""In tenths: whole numbers add up to the same in any order and on any machine, so that equal readings are equal."""


SCORES: Final[dict[tuple[str, ...], int]] = {(): 0}
"""The sums worked out so far: the same few names come together again and again."""


def score(names: tuple[str, ...]) -> int:
    """Return the sum of the weights of named evidence."""
    known = SCORES.get(names)
    if known is None:
        known = SCORES[names] = sum([W[name] for name in names])
    return known


WEAKEST_LAST: Final = {name: -abs(weight) for name, weight in W.items()}
"""What to sort evidence by."""

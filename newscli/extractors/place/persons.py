"""Names of persons that spell a place: 杜金华, 许广平, 主席利文斯顿."""

from __future__ import annotations

from functools import cache
from typing import Final

from newscli.extractors.place.abroad import spelling
from newscli.extractors.place.borders import is_hanzi
from newscli.extractors.place.found import Found
from newscli.extractors.place.lexicon import words
from newscli.extractors.place.tables import characters, toml_table
from newscli.surnames import common_surnames

DOT: Final = "·"
"""What parts the names of persons from abroad."""


@cache
def read_beside() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the characters of which one stands before, at the beginning of, or behind a name that is a person's.

    They are the last of titles and surnames, surnames, and the first of what people are called by; commonly none is there.
    """
    surnames, (common, noble) = common_surnames(), titles()
    before = surnames.union(DOT, (title[-1] for title in title_words()))
    return before, surnames, frozenset(DOT).union(title[0] for title in (*common, *noble))


def is_person(text: str, found: Found) -> bool:
    """Return whether the mention is a given name that happens to spell a place: 杜金华, 许广平."""
    start, end = found.start, found.end
    if is_spelled_on(text, start, end):
        return True
    if not found.ids[0][0].isdigit():
        return bears_surname(text, start) if found.ids[0].startswith("CN:") else bears_title(text, found)
    return end - start == 2 and not found.level and (is_addressed(text, found) or is_given_name(text, found))


def is_given_name(text: str, found: Found) -> bool:
    """Return whether a surname or a list of names says that two characters are a given name."""
    start, end = found.start, found.end
    surname = text[start - 1]
    opens_name, follows_surname = text[start] in common_surnames(), surname in common_surnames()
    if start == 0 or not (opens_name or follows_surname) or all(i.endswith("0000") for i in found.ids):
        # Nobody is called after a province: 生于四川, 各占上海.
        return False
    if opens_name and is_small(found) and opens_full_name(text, found):
        return True
    if not follows_surname:
        return False
    before = text[start - 2] if start > 1 else "\n"
    free = not is_hanzi(before) or before in characters("title_end")
    if surname in characters("wordlike_surname"):
        return is_named_like_a_word(text, start, end, free=free)
    return free or words().weight(text[start - 2 : start]) < 0


def is_named_like_a_word(text: str, start: int, end: int, *, free: bool) -> bool:
    """Return whether a surname that is a word too (何, 任) stands before a given name: 、何永福领到, 任永福说, but not 任永福县长."""
    before, after = text[start - 2 : start - 1], text[end : end + 1]
    if text.startswith(speech_words(), end) and (
        free or before == "的" or words().weight(before + text[start - 1]) < 0
    ):
        return True
    return (free and not is_hanzi(after)) or (before == "、" and after not in characters("division_suffix"))


@cache
def speech_words() -> tuple[str, ...]:
    """Return the words that follow who is quoted."""
    return tuple(toml_table("names.toml")["titles"]["speech"])


def is_spelled_on(text: str, start: int, end: int) -> bool:
    """Return whether the name is part of one spelled from abroad: 本·阿里, but not 中国·杭州."""
    if text[start - 1] != DOT and text[end : end + 1] != DOT:
        return False
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    spelled = spelling()
    # Of two characters 西安 is one name and 陕西 another; 沙赫特 after 亨利 is no city.
    common = characters("native") if end - start == 2 else frozenset()
    foreign = (spelled - common) | characters("particle") | characters("surname_spelling")
    dotted = (before[1:] == DOT and before[0] in foreign) or (after[:1] == DOT and after[1:] in foreign)
    return dotted and spelled.issuperset(text[start:end])


def bears_title(text: str, found: Found) -> bool:
    """Return whether a title stands before the name of a city abroad: 主席利文斯顿, but 总统抵达利文斯顿."""
    city = ":" in found.ids[0] and found.end - found.start > 2
    return city and text[max(0, found.start - 2) : found.start] in title_words()


@cache
def title_words() -> frozenset[str]:
    """Return the titles that stand before a foreign person's name."""
    return frozenset(toml_table("names.toml")["titles"]["before"])


def bears_surname(text: str, start: int) -> bool:
    """Return whether a surname stands before a name, and a sign or title before that: 潘长江 in a list, 厂长费长江."""
    before = text[start - 2 : start - 1] if start > 1 else "\n"
    surname = text[start - 1] in common_surnames() and text[start - 1] not in characters("wordlike_surname")
    return surname and (not is_hanzi(before) or before in characters("title_end"))


def is_small(found: Found) -> bool:
    """Return whether the name is only that of counties."""
    return all(len(i) < 6 or i[4:6] != "00" for i in found.ids)


def is_addressed(text: str, found: Found) -> bool:
    """Return whether the name is followed by what a person is called by: 云龙同志; 南阳公主 even where it is a city."""
    common, noble = titles()
    after = text[found.end : found.end + 2]
    return after in noble or (after in common and is_small(found))


@cache
def titles() -> tuple[frozenset[str], frozenset[str]]:
    """Return what follows a person's name, two characters each: where no county is meant, and where no place is."""
    table = toml_table("names.toml")["titles"]
    return frozenset([*table["words"], *table["given"]]), frozenset(table["noble"])


def opens_full_name(text: str, found: Found) -> bool:
    """Return whether the two characters open a name of three: in a list, in a credit, or as who is quoted (金秀吉说)."""
    quoted = text.startswith(speech_words(), found.end + 1) and is_hanzi(text[found.end])
    alone = not is_hanzi(text[found.start - 1])
    return (quoted and alone) or stands_in_list(text, found) or stands_in_credit(text, found)


def stands_in_list(text: str, found: Found) -> bool:
    """Return whether the two characters open a name of three: 、黄平涛、 in a list, 主席周宁一 after a title."""
    start, end = found.start, found.end
    if not is_hanzi(text[start - 1]):
        third, fourth = text[end : end + 1], text[end + 1 : end + 2]
        return (
            is_hanzi(third) and third not in "县市区省人等和讯电报产籍段港站" and fourth in {"、", ")", "(", " ", "\n"}
        )
    return text[start - 1] in characters("title_end")


def stands_in_credit(text: str, found: Found) -> bool:
    """Return whether the two characters open the last name of a credit in brackets: (曲德斌高安斌)."""
    close = text.find(")", found.end, found.end + 3)
    opening = text.rfind("(", max(0, found.start - 9), found.start - 1)
    return 0 <= opening < close and all(is_hanzi(c) for c in text[opening + 1 : close])

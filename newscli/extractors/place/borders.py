"""Whether a name that the text spells begins and ends where words do."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from newscli.extractors.place.lexicon import REACH, words
from newscli.extractors.place.tables import beyond, characters, not_beyond


def is_hanzi(character: str) -> bool:
    """Return whether a character is a hanzi; not so the circled digit that counts ①北京②上海."""
    return "一" <= character <= "鿿"


class Neighbours:
    """Characters beside a name with which a common word may run across its border."""

    def __init__(self, packed: str) -> None:
        lines = packed.split("\n")
        self.before = {line[1]: line[2:] for line in lines if line[:1] == "<"}
        self.after = {line[1]: line[2:] for line in lines if line[:1] == ">"}

    def doubtful(self, text: str, start: int, end: int) -> bool:
        """Return whether a common word runs across either border."""
        return (start > 0 and text[start - 1] in self.before.get(text[start], "")) or (
            end < len(text) and text[end] in self.after.get(text[end - 1], "")
        )

    def runs_on(self, text: str, end: int) -> bool:
        """Return whether a common word runs across the end."""
        return end < len(text) and text[end] in self.after.get(text[end - 1], "")


@cache
def neighbours() -> Neighbours:
    """Return the packed table of risky neighbours."""
    return Neighbours((files("newscli.extractors.place") / "packed" / "neighbours.txt").read_text(encoding="utf-8"))


def stands(text: str, start: int, end: int) -> bool:
    """Return whether the borders of a name are borders of words."""
    return not neighbours().doubtful(text, start, end) or stands_in_doubt(text, start, end)


def stands_in_doubt(text: str, start: int, end: int) -> bool:
    """Return the same where a character beside the name puts it in doubt."""
    low = max(0, start - REACH)
    return judged(text[low : end + REACH], start - low, end - low)


@lru_cache(maxsize=16384)
def judged(window: str, start: int, end: int) -> bool:
    """Return the judgement on a name in its surroundings; pages repeat themselves (中国人民)."""
    return words().stands(window, start, end)


def ends_well(text: str, start: int, end: int) -> bool:
    """Return whether the end of a name is a border of words, where another name stands straight before it."""
    return not neighbours().runs_on(text, end) or words().stands(text, start, end, alone=True)


def goes_on(text: str, start: int, end: int, *, known: bool = False) -> bool:
    """Return whether the name is part of another word: 朝鲜族, 印尼盾, 北京话; or of a foreign name: 阿拉法特."""
    if text.startswith(beyond(), end) and not text.startswith(not_beyond(), end):
        return True
    spelled = characters("transliteration")
    if end - start > 3 or (known and end - start == 3) or not spelled.issuperset(text[start:end]):
        return False
    foreign = spelled_only()
    before = text[start - 1] if start else "\n"
    # 隆 of 拉萨隆重 opens a word, and 法 of 阿拉法特 none.
    after = text[end : end + 1] in foreign and words().first(text, end) == 1
    return after or (before in foreign and not ends_word(text, start))


@cache
def spelled_only() -> frozenset[str]:
    """Return the characters that spell foreign names and that Chinese prose seldom uses."""
    return characters("transliteration") - characters("native")


def ends_word(text: str, end: int) -> bool:
    """Return whether a word of two characters ends here."""
    return end > 1 and words().weight(text[end - 2 : end]) >= 0


def ends_spelled_name(text: str, start: int, end: int) -> bool:
    """Return whether a city of two characters abroad is only how a longer foreign name ends: 希门尼斯, 乌尔马尼斯."""
    before = text[max(0, start - 2) : start]
    return end - start == 2 and len(before) == 2 and spelled_names().issuperset(before + text[start:end])


@cache
def spelled_names() -> frozenset[str]:
    """Return all characters that spell foreign names, those of persons too."""
    return characters("transliteration") | characters("transliteration_more") | characters("surname_spelling")


def opens(text: str, start: int) -> bool:
    """Return whether a name that no list holds may begin here: after a sign, a function word or a verb of motion."""
    before = text[start - 1] if start else "\n"
    return not is_hanzi(before) or before in characters("function") or before in characters("opening")

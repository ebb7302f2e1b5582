"""From names spelled in the text to names that stand as places: borders, and evidence for names that are words too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from newscli.extractors.place.borders import ends_spelled_name, ends_well, goes_on, stands, stands_in_doubt
from newscli.extractors.place.entries import CITY, COUNTING, FORMER, Entry, beyond_openings, is_known
from newscli.extractors.place.found import Found
from newscli.extractors.place.gazetteer import Gazetteer
from newscli.extractors.place.lexicon import words
from newscli.extractors.place.scan import Hit, Spelled
from newscli.extractors.place.tables import characters, founded, urban


class Finder:
    """Accepts or declines the names spelled in one page."""

    def __init__(self, text: str, gazetteer: Gazetteer, year: int) -> None:
        self.text = text
        self.year = year
        self.gazetteer = gazetteer
        self.names: Sequence[Hit] = ()
        self.shorter: Mapping[int, Sequence[Hit]] = {}
        self.spoken: set[str] | None = None
        """The ids that the page names without a doubt."""
        self.starts: dict[int, Entry] | None = None
        """The longest name at each position where one begins."""
        self.vouched: dict[Entry, bool] = {}
        """Name → whether the page speaks of it."""

    def divisions(self, spelled: Spelled) -> list[Found]:
        """Return the names that stand as places.

        Most stand because no character beside them puts them in doubt, or are words of which the page knows no place.
        """
        self.names, self.shorter = spelled.names, spelled.shorter
        text, ended, shorter = self.text, self.text + "\n", spelled.shorter
        found: list[Found] = []
        end = 0
        for start, stop, name in spelled.names:
            if start < end:
                continue
            undoubted = (
                name.free
                and text[start - 1] not in name.before
                and ended[stop] not in name.after
                and not (name.suffixed and start in shorter and self.lends_suffix(shorter[start], stop))
            )
            free = start != end and (undoubted or (name.plain and self.stands_plainly(start, stop)))
            if free or self.heads(stop, name.ids):
                found.append(Found(start, stop, name.ids, name.rule))
                end = stop
            elif name.weak and start > end + 1 and self.vouched.get(name) is False and name.grade != "p":
                continue  # 和平 again, with no name straight before it
            elif not name.weak or self.has_evidence(name.grade, (start, stop, name), found):
                one = self.accepted((*shorter.get(start, ()), (start, stop, name)), found)
                if one is not None:
                    found.append(one)
                    end = one.end
        return found

    def accepted(self, hits: Sequence[Hit], found: list[Found]) -> Found | None:
        """Return the longest name of a position that has borders of words, if there is evidence for it: 北京|市民.

        Evidence is asked for first where the name needs it, being cheaper: pages are full of 和平 and 合作.
        """
        chained = bool(found) and found[-1].end == hits[0][0]
        if self.counts(hits[0][0]):
            return None
        backed: Found | None = None
        for start, end, name in reversed(hits):
            grade, ids = name.grade, name.ids
            if backed is not None:
                if end == backed.end - 1 and self.text[backed.end - 1 : backed.end + 1] in urban():
                    return Found(start, end, ids, backed.rule)
                grade = "a"
            if self.text[start] in characters("conjunction") and start and grade == "a" and len(ids[0]) == 6:
                grade = "p"
            if grade not in "as" and not self.has_evidence(grade, (start, end, name), found):
                continue
            well = ends_well(self.text, start, end) if chained else self.has_borders(start, end, grade)
            if not well and not (self.text.startswith(founded(), end) and (chained or self.begins(start, end))):
                continue
            if self.contradicts(ids, found[-1].ids) if chained else self.ends_name(start, end, ids):
                return None
            if goes_on(self.text, start, end, known=end - start == 3 and is_known(ids)):
                return None
            if self.text.endswith(FORMER, start, end) and not self.in_force(ids):
                continue
            reading = Found(start, self.suffixed(start, end, ids), ids, name.rule)
            if not self.lends_suffix(hits, end):
                return reading
            backed = reading
        # 尚义县乡镇: 县乡 is a word, but 尚义 does not stand without its suffix.
        return backed

    def heads(self, end: int, ids: tuple[str, ...]) -> bool:
        """Return whether a name is followed by that of a place in it: 山西|晋中, though 西晋 is a word, and 日照|东港."""
        if self.starts is None:
            self.starts = {start: name for start, _, name in self.names}
        inner = self.starts.get(end)
        return inner is not None and self.within(inner.ids, ids)

    def stands_plainly(self, start: int, end: int) -> bool:
        """Return whether a name that is in doubt, and of which nothing but the borders can be wrong, has those of words."""
        text = self.text
        if text[end : end + 1] in beyond_openings():
            return False
        inside = start > 0 and end < len(text)
        return stands_in_doubt(text, start, end) if inside else stands(text, start, end)

    def has_borders(self, start: int, end: int, grade: str) -> bool:
        """Return whether the borders of a name are those of words; 口 of 海口 must not end any word at all: 出海口."""
        return (grade != "s" or self.begins(start, end)) and stands(self.text, start, end)

    def begins(self, start: int, end: int) -> bool:
        """Return whether no word runs across the beginning of a name."""
        return not words().spans(self.text, start, (start, end))

    def ends_name(self, start: int, end: int, ids: tuple[str, ...]) -> bool:
        """Return whether a place abroad is only how a longer name ends: 希门尼斯."""
        return ":" in ids[0] and ends_spelled_name(self.text, start, end)

    def counts(self, start: int) -> bool:
        """Return whether the first character rather goes with a number before it: 2000余名山区干部, 254万山区人民."""
        return self.text[start] in COUNTING and self.text[start - 1 : start] in characters("numeral")

    def lends_suffix(self, hits: Sequence[Hit], end: int) -> bool:
        """Return whether the suffix rather opens the next word, and the name is one without it: 北京市民, 翼城县城."""
        text = self.text
        if text[end - 1] not in characters("unit_suffix") or words().weight(text[end - 1 : end + 1]) < 0:
            return False
        if all(stop != end - 1 for _, stop, _ in hits) or text.startswith(founded(), end):
            return False
        if text[end - 1] != "县" and self.gazetteer.ids(text[end : end + 2]):
            return False  # 湖南省|长沙, although 省长 is a word; 县城 before 东 is one as well, and 城东 a district
        return words().first(text, end - 1) > 1

    def in_force(self, ids: tuple[str, ...]) -> bool:
        """Return whether one of the ids was in force; 张家口地区 on a page of 1998 is 张家口 and 地区."""
        return any(self.gazetteer.division(i).in_force(self.year) for i in ids)

    def suffixed(self, start: int, end: int, ids: tuple[str, ...]) -> int:
        """Return the end of a foreign city's name with the 市 that follows it: 波恩市, but not 波恩市郊."""
        if self.text[end : end + 1] != CITY or ":" not in ids[0] or self.gazetteer.division(ids[0]).level != "city":
            return end
        if words().first(self.text, end) > 1:
            return end
        return end + 1 if ends_well(self.text, start, end + 1) else end

    def spoken_of(self) -> set[str]:
        """Return the codes that the page names in a way without a doubt, with what they lie in."""
        if self.spoken is None:
            telling = {name.ids for _, _, name in self.names if name.tells}
            self.spoken = set(chain.from_iterable(map(self.gazetteer.regions, telling)))
        return self.spoken

    def has_evidence(self, grade: str, hit: Hit, found: list[Found]) -> bool:
        """Return whether a name that may be a word is backed: by what stands before, its full name or its region."""
        start, end, name = hit
        last = found[-1].end if found else -1
        if last == start and self.within(name.ids, found[-1].ids):
            return True
        if last == start - 1 >= 0 and ":" not in found[-1].ids[0] and self.lists(last, end):
            return True
        if grade == "p" and (self.is_placed(start, end) or self.leads(end)):
            return True
        if grade != name.grade:  # 和田, which a page may speak of though no 和 tells
            return self.is_spoken_of(grade, name.ids)
        vouched = self.vouched.get(name)
        if vouched is None:
            vouched = self.vouched[name] = self.is_spoken_of(grade, name.ids)
        return vouched

    def is_spoken_of(self, grade: str, ids: tuple[str, ...]) -> bool:
        """Return whether the page names one of the ids in full, or the province of one, or the city of a district."""
        spoken = self.spoken_of()
        if not spoken.isdisjoint(ids):
            return True
        if grade == "w":
            return False
        depth = 2 if grade == "d" else 1
        lines = [self.gazetteer.ancestors(i) for i in ids]
        return any(line[min(depth, len(line) - 1) - 1] in spoken for line in lines if len(line) > 1)

    def is_placed(self, start: int, end: int) -> bool:
        """Return whether a name stands after 在 and the like, or where a dispatch says where it is from: 本报合肥1月5日电."""
        return start > 0 and (self.text[start - 1] in characters("locative") or self.datelines(start, end))

    def leads(self, end: int) -> bool:
        """Return whether a way leads on from a name to another place: 日照至兰考."""
        return self.text[end : end + 1] == "至" and bool(self.gazetteer.ids(self.text[end + 1 : end + 3]))

    def datelines(self, start: int, end: int) -> bool:
        """Return whether the name stands between an outlet and a date."""
        return self.text[start - 1] in characters("outlet_end") and self.text[end : end + 1].isdecimal()

    def lists(self, sign: int, end: int) -> bool:
        """Return whether a sign joins a name to the place before it: 河南太康、鹿邑等; 中国和中非."""
        if self.text[sign] == "、":
            return self.text[end : end + 1] in {"、", "等", "和"}
        return self.text[sign] in "和与" and words().weight(self.text[sign : sign + 2]) < 0

    def contradicts(self, ids: tuple[str, ...], outer: tuple[str, ...]) -> bool:
        """Return whether a short county name stands follows another county: 江宁东山 is a township, not 东山县."""
        divisions = [self.gazetteer.division(i) for i in (ids[0], outer[0])]
        return (
            all(d.level == "county" for d in divisions) and not self.within(ids, outer) and len(divisions[0].name) > 2
        )

    def within(self, ids: tuple[str, ...], outer: tuple[str, ...]) -> bool:
        """Return whether one of the ids lies below one of the others."""
        codes = {o.partition("~")[0] for o in outer}
        return any(not codes.isdisjoint(self.gazetteer.ancestors(i)[:-1]) for i in ids)

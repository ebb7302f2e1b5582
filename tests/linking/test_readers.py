"""Readers of subjects are passed over only where they have no answer."""

from __future__ import annotations

import pytest

from newscli.linking.governor import TAGS
from newscli.linking.lexicon import load_lexicon
from newscli.linking.readers import READERS, choose
from newscli.linking.site import Site, Subject
from newscli.linking.subject import SubjectFinder
from tests.accuracy.gold import SEEDS
from tests.linking.reading import facts_of

TABLE = "空气质量\n\n县市 优良率 浓度\n东阳市 96.7% 21微克/立方米\n武义县 98.9% 19微克/立方米\n"
PAGES = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
ROWS = "汛情通报\n\n各水库昨日水位及蓄水率\n横锦水库 152.3米 78%\n其中最高的 203.1米。\n"


@pytest.mark.parametrize("text", [TABLE, ROWS, *PAGES])
def test_a_reader_that_is_not_asked_has_no_answer(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answered: list[tuple[str, str]] = []
    find = SubjectFinder.subject

    def find_and_ask_the_rest(finder: SubjectFinder, site: Site) -> Subject | None:
        chosen = choose(site, finder.readers)
        rest = [reader.read for reader in READERS[site.quantity.kind] if reader.read not in chosen]
        said = site.tokens.say(0, -1)
        answered.extend((read.__name__, said) for read in rest if read(site) is not None)
        return find(finder, site)

    monkeypatch.setattr(SubjectFinder, "subject", find_and_ask_the_rest)
    assert facts_of(text)
    assert answered == []


def test_every_tag_of_a_word_is_one_that_the_readers_know() -> None:
    lexicon = load_lexicon()
    assert TAGS.issuperset(lexicon.tags.decode())
    assert TAGS.issuperset(tag for _, tag in lexicon.singles.values())

"""Every example and reject in the tables of places, run through the finder on a page of its own."""

from __future__ import annotations

from typing import Any

import pytest

from newscli.extractors.place import find_places
from newscli.extractors.place.names import name_table
from newscli.extractors.place.tables import toml_table
from newscli.model import Article, Document, Flow, Layout, Mention, Toponym

NAMES: list[dict[str, Any]] = toml_table("names.toml")["kind"]
FOREIGN: dict[str, Any] = toml_table("names.toml")["foreign"]
BELONGING: dict[str, Any] = toml_table("names.toml")["belonging"]
ALONE: dict[str, Any] = toml_table("names.toml")["alone"]
BEYOND: dict[str, Any] = toml_table("names.toml")["beyond"]
FOUNDED: dict[str, Any] = toml_table("names.toml")["founded"]
URBAN: dict[str, Any] = toml_table("names.toml")["urban"]
REFERENCES: dict[str, Any] = toml_table("references.toml")
ZONES: dict[str, Any] = toml_table("zones.toml")


def mentions(text: str) -> list[Mention[Toponym]]:
    article = Article(1, "article", (1, 1), 0, len(text))
    return find_places(Layout(Document("-", text), Flow(text, text, (0,), (0,)), (article,)))


@pytest.mark.parametrize(("kind", "text"), [(k["id"], text) for k in NAMES for text in k["examples"]])
def test_a_place_in_a_name_is_marked(kind: str, text: str) -> None:
    first = mentions(text)[0].value
    assert (first.in_name, first.locates) == ("org" if kind == "body" else kind, kind == "body")


@pytest.mark.parametrize("text", [text for k in NAMES for text in k["rejects"]])
def test_a_place_outside_a_name_locates(text: str) -> None:
    first = mentions(text)[0].value
    assert (first.in_name, first.locates) == (None, True)


@pytest.mark.parametrize("text", toml_table("names.toml")["no_tails"]["examples"])
def test_a_word_that_only_ends_like_an_institution_leaves_the_place(text: str) -> None:
    first = mentions(text)[0].value
    assert (first.in_name, first.locates) == (None, True)


@pytest.mark.parametrize("text", FOREIGN["examples"])
def test_a_country_in_the_name_of_an_institution_is_marked(text: str) -> None:
    assert mentions(text)[0].value.in_name == "org"


@pytest.mark.parametrize("text", BELONGING["examples"])
def test_the_place_of_a_troupe_or_branch_is_spoken_of_and_locates_nothing(text: str) -> None:
    first = mentions(text)[0].value
    assert (first.in_name, first.locates) == (None, False)


@pytest.mark.parametrize("text", BELONGING["rejects"])
def test_other_institutions_and_genitives_are_no_troupes(text: str) -> None:
    first = mentions(text)[0].value
    assert (first.in_name, first.locates) != (None, False)


@pytest.mark.parametrize("text", ALONE["examples"])
def test_a_tail_of_one_character_may_stand_right_after_its_place(text: str) -> None:
    assert mentions(text)[0].value.in_name == "org"


@pytest.mark.parametrize("text", ALONE["rejects"])
def test_a_team_with_a_name_of_its_own_leaves_the_place(text: str) -> None:
    assert mentions(text)[0].value.in_name is None


@pytest.mark.parametrize("text", FOREIGN["rejects"])
def test_a_country_that_is_spoken_of_keeps_its_standing(text: str) -> None:
    assert mentions(text)[0].value.in_name is None


@pytest.mark.parametrize("text", toml_table("names.toml")["titles"]["persons"])
def test_a_titled_name_is_a_person(text: str) -> None:
    assert [m.value.in_name for m in mentions(text)] == ["person"]


@pytest.mark.parametrize("text", toml_table("names.toml")["titles"]["places"])
def test_a_title_farther_off_leaves_the_place(text: str) -> None:
    assert [m.value.in_name for m in mentions(text)] == [None]


@pytest.mark.parametrize("text", BEYOND["examples"])
def test_a_people_or_language_is_no_place(text: str) -> None:
    assert not mentions(text)


@pytest.mark.parametrize(("text", "name"), [*URBAN["examples"].items(), *URBAN["rejects"].items()])
def test_a_word_of_the_city_leaves_the_suffix_to_no_name(text: str, name: str) -> None:
    assert mentions(text)[0].end == len(name)


@pytest.mark.parametrize(("text", "name"), [*FOUNDED["examples"].items(), *FOUNDED["rejects"].items()])
def test_what_a_state_has_founded_leaves_the_suffix_to_its_name(text: str, name: str) -> None:
    assert [text[m.start : m.end] for m in mentions(text)][-1] == name


@pytest.mark.parametrize("text", BEYOND["rejects"])
def test_a_word_that_only_begins_like_a_language_leaves_the_place(text: str) -> None:
    assert mentions(text)


@pytest.mark.parametrize("text", [text for row in REFERENCES["pointer"] for text in row["examples"]])
def test_a_pointer_points(text: str) -> None:
    assert [m.rule for m in mentions("福建福州仓山区城门镇" + text)].count("reference.pointer") == 1


@pytest.mark.parametrize("text", [text for row in REFERENCES["pointer"] for text in row["rejects"]])
def test_what_only_looks_like_a_pointer_is_left(text: str) -> None:
    assert not [m for m in mentions(text) if m.rule == "reference.pointer"]


@pytest.mark.parametrize("text", REFERENCES["license"]["examples"])
def test_a_licensed_character_is_a_place(text: str) -> None:
    assert [m.rule for m in mentions(text)].count("reference.abbreviation") == 1


@pytest.mark.parametrize("text", REFERENCES["license"]["rejects"])
def test_a_character_without_licence_is_none(text: str) -> None:
    assert not [m for m in mentions(text) if m.rule == "reference.abbreviation"]


@pytest.mark.parametrize("text", [text for row in REFERENCES["doubtful"] for text in row["examples"]])
def test_a_doubtful_character_is_the_place_that_the_page_speaks_of(text: str) -> None:
    assert [m.rule for m in mentions(text)].count("reference.abbreviation") == 1


@pytest.mark.parametrize("text", [text for row in REFERENCES["doubtful"] for text in row["rejects"]])
def test_a_doubtful_character_is_the_word_where_the_page_speaks_of_no_place(text: str) -> None:
    assert not [m for m in mentions(text) if m.rule == "reference.abbreviation"]


@pytest.mark.parametrize("text", REFERENCES["license"]["whole_examples"])
def test_a_verb_of_motion_of_two_characters_licenses_too(text: str) -> None:
    assert [m.rule for m in mentions(text)].count("reference.abbreviation") == 1


@pytest.mark.parametrize("text", [*REFERENCES["license"]["whole_rejects"], *REFERENCES["license"]["route_rejects"]])
def test_a_verb_or_character_that_is_part_of_a_word_is_no_licence(text: str) -> None:
    assert not [m for m in mentions(text) if m.rule == "reference.abbreviation"]


@pytest.mark.parametrize("text", REFERENCES["pair"]["examples"])
def test_countries_in_a_pair_or_visited_are_found(text: str) -> None:
    assert [m for m in mentions(text) if m.rule == "reference.country"]


@pytest.mark.parametrize("text", REFERENCES["pair"]["rejects"])
def test_no_country_is_seen_in_an_ordinary_word(text: str) -> None:
    assert not [m for m in mentions(text) if m.rule == "reference.country"]


@pytest.mark.parametrize("text", ZONES["examples"])
def test_a_zone_is_one_mention(text: str) -> None:
    assert [(m.start, m.end, m.value.level) for m in mentions(text)] == [(0, len(text), "zone")]


@pytest.mark.parametrize("text", ZONES["rejects"])
def test_what_only_looks_like_a_zone_is_left(text: str) -> None:
    assert not [m for m in mentions(text) if m.value.level == "zone"]


def stopping() -> list[str]:
    """Return what each word or sign of the table stops a name with."""
    table = toml_table("names.toml")
    stops, counts = table["stops"], table["stops"]["counts"]
    return [
        *[verb + "。" for verb in table["verbs"]["words"]],
        *(stops["characters"] + stops["numbers"]),
        *[f"{c}{stops['classifiers'][0]}" for c in counts + "百千万亿12"],
        *[f"第{c}{stops['ordered'][0]}" for c in counts + stops["numbers"] + "12"],
        *["12月", "共有", "①", "②", ",", "。", "_", "\n", " "],
    ]


@pytest.mark.parametrize("text", stopping())
def test_whatever_stops_a_name_is_seen_at_its_first_character(text: str) -> None:
    found = name_table().stop.search("金" + text)
    assert found is not None
    assert found.start() == 1


@pytest.mark.parametrize("text", ["金华永康", "(金华)", "“金华”", "·", "共产党", "青年路", "第五一中"])
def test_what_goes_on_stops_no_name(text: str) -> None:
    assert name_table().stop.search(text) is None

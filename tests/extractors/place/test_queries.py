"""Names as people write them on the command line."""

from __future__ import annotations

from datetime import date

import pytest

from newscli.errors import AmbiguousPlace, UnknownPlace
from newscli.extractors.place import contains, find_division, gazetteer
from newscli.extractors.place.query import short_codes


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("金华", "330700"),
        ("金华市", "330700"),
        ("浙江金华", "330700"),
        ("330700", "330700"),
        ("杭州西湖区", "330106"),
        ("重庆", "500000"),
        ("仙桃", "429004"),
        ("东莞", "441900"),
        ("恩施州", "422800"),
        ("石河子", "659001"),
        ("日本", "JP"),
        ("中国", "CN"),
        ("长沙", "430100"),
        ("吉林", "220000"),
        ("331125101", "331125101"),
        ("浙", "330000"),
        ("京", "110000"),
        ("吉", "220000"),
        ("黔", "520000"),
        ("贵", "520000"),
        ("蒙", "150000"),
        ("新", "650000"),
        ("港", "810000"),
        ("台", "710000"),
        ("甬", "330200"),
        ("３３０７００", "330700"),
        ("331125１０１", "331125101"),
        ("　金华　", "330700"),
    ],
)
def test_a_name_stands_for_one_division(name: str, code: str) -> None:
    assert find_division(name).code == code


def test_an_unknown_name_suggests_the_nearest() -> None:
    with pytest.raises(UnknownPlace, match="金华市"):
        find_division("金花市")


@pytest.mark.parametrize("name", ["的", "Ａ", "３", "浙浙"])
def test_a_character_that_is_short_for_no_place_is_unknown(name: str) -> None:
    with pytest.raises(UnknownPlace):
        find_division(name)


def test_every_province_goes_by_one_character() -> None:
    provinces = {code for code in gazetteer().records if code.endswith("0000")}
    assert set(short_codes().values()) >= provinces


def test_an_ambiguous_name_lists_codes() -> None:
    with pytest.raises(AmbiguousPlace, match=r"110105.*220104"):
        find_division("朝阳区")


def test_a_retired_unit_counts_below_its_parent_at_the_time() -> None:
    assert contains("330100", "330103", date(2019, 5, 1))


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("330700", "330702", True),
        ("330000", "331125101", True),
        ("330700", "331125", False),
        ("500000", "500103", True),
        ("420000", "429004", True),
        ("441900", "441900121", True),
    ],
)
def test_containment_follows_parent_links(outer: str, inner: str, *, expected: bool) -> None:
    assert contains(outer, inner) is expected


def test_a_zone_without_a_code_goes_by_its_name() -> None:
    zone = find_division("金华开发区")
    assert (zone.name, zone.level, zone.code, zone.parent) == ("金华开发区", "zone", None, "330700")


def test_a_city_abroad_lies_in_its_country() -> None:
    assert contains("JP", find_division("东京").id)

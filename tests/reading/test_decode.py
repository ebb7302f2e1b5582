"""Encodings are recognised from the bytes; what does not fit is an error that says where."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.errors import DecodeError, UnknownEncoding
from newscli.reading.decode import decode

SIMPLIFIED = "今年1月,金华市新增经营主体1.2万户,同比增长4.5%。记者从市场监管局获悉,其中企业3200家。\n"
TRADITIONAL = "臺北市政府昨日宣布,將投入新臺幣三億元協助企業轉型。記者陳大文報導,總統府發言人表示樂觀其成。\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_simplified_text_is_read_in_every_encoding_that_papers_use(encoding: str) -> None:
    assert decode(SIMPLIFIED.encode(encoding), source="x").text == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "big5", "gb18030", "utf-16"])
def test_traditional_text_is_read_in_every_encoding_that_papers_use(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding), source="x").text == TRADITIONAL


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (SIMPLIFIED.encode(), "utf-8"),
        (SIMPLIFIED.encode("gbk"), "gb18030"),
        (TRADITIONAL.encode("big5"), "big5hkscs"),
        (SIMPLIFIED.encode("utf-16"), "utf-16-le"),
        (b"\xef\xbb\xbf" + SIMPLIFIED.encode(), "utf-8"),
    ],
    ids=["utf-8", "gbk", "big5", "utf-16", "mark"],
)
def test_the_encoding_found_is_reported(data: bytes, name: str) -> None:
    assert decode(data, source="x").encoding == name


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode("\ufeff金华".encode(), source="x").text == "金华"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("at", [0, 12, 48])
def test_a_bad_byte_is_reported_with_its_offset(encoding: str, at: int) -> None:
    good = SIMPLIFIED.encode(encoding)
    at = next(i for i in range(at, len(good)) if good[:i].decode(encoding, "ignore").encode(encoding) == good[:i])
    with pytest.raises(DecodeError, match=rf"^page\.txt: byte 0xff at offset {at} is not {encoding}"):
        decode(good[:at] + b"\xff\xff" + good[at:], source="page.txt")


UNBROKEN = "今年金华市新增企业三千二百家，《浙江日报》记者从市场监管局获悉：同比增长百分之四点五。"
"""Without a line end, a digit or a space, whose high byte in UTF-16 is zero."""


@pytest.mark.parametrize("text", [UNBROKEN, "臺北市政府昨日宣布，將投入新臺幣三億元協助企業轉型。", "企业新增家数"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_pure_chinese_is_read_in_utf_16_without_a_mark(text: str, encoding: str) -> None:
    assert b"\0" not in text.encode(encoding)
    assert decode(text.encode(encoding), source="x") == (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_half_a_character_at_the_end_is_an_error_with_its_offset(encoding: str) -> None:
    for text in (UNBROKEN, SIMPLIFIED):
        data = text.encode(encoding)
        with pytest.raises(DecodeError, match=rf"at offset {len(data)} is not {encoding}"):
            decode(data + b"\x41", source="x")


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (UNBROKEN, "utf-8", "utf-8"),
        (UNBROKEN, "gb18030", "gb18030"),
        (UNBROKEN[1:], "gb18030", "gb18030"),
        ("0" + UNBROKEN + "0", "gb18030", "gb18030"),
        ("0" + UNBROKEN, "gb18030", "gb18030"),
        ("臺北市政府昨日宣布，將投入新臺幣三億元協助企業轉型。", "big5", "big5hkscs"),
        ("http://www.example.com/2024/01/31/content_12345678.htm 企业", "gb18030", "gb18030"),
        ("this app can break", "ascii", "utf-8"),
        ("bush hid the facts", "ascii", "utf-8"),
    ],
)
def test_no_other_encoding_is_taken_for_utf_16(text: str, encoding: str, name: str) -> None:
    assert decode(text.encode(encoding), source="x") == (text, name)


@given(st.text(st.sampled_from(sorted({*SIMPLIFIED, *TRADITIONAL, *UNBROKEN} - {"\n"})), min_size=8))
def test_a_text_of_everyday_characters_is_never_read_as_another(text: str) -> None:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        data = text.encode(encoding)
        if encoding == "utf-8" or not is_utf_8(data):
            assert decode(data, source="x").text == text


def is_utf_8(data: bytes) -> bool:
    """Return whether bytes are UTF-8, as those of a few characters in UTF-16 may happen to be."""
    try:
        return bool(data.decode("utf-8")) and b"\0" not in data
    except UnicodeDecodeError:
        return False


def test_line_ends_stay_as_they_are() -> None:
    assert decode("一\r\n二\r三\n".encode(), source="x").text == "一\r\n二\r三\n"


BINARIES = {
    "elf": b"\x7fELF\x02\x01\x01" + bytes(200),
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9,
    "all": bytes(range(256)) * 4,
}


@pytest.mark.parametrize("data", BINARIES.values(), ids=BINARIES)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(DecodeError):
        decode(data, source="x")


@pytest.mark.parametrize(("strays", "text"), [(8, True), (9, True), (40, True), (200, False)])
def test_a_long_text_may_hold_a_few_stray_control_bytes(strays: int, *, text: bool) -> None:
    data = "金华市新增企业".encode() * 200 + b"\x01" * strays
    with nullcontext() if text else pytest.raises(DecodeError):
        assert decode(data, source="p").encoding == "utf-8"


def test_a_named_encoding_is_obeyed() -> None:
    assert (
        decode("金华".encode("big5", "ignore") + "台北".encode("big5"), source="x", encoding="big5").encoding == "big5"
    )


@pytest.mark.parametrize("name", ["utf-99", "hex", "rot13"])
def test_a_name_of_no_text_encoding_is_refused(name: str) -> None:
    with pytest.raises(UnknownEncoding, match="unknown encoding"):
        decode(b"x", source="x", encoding=name)


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_our_error(data: bytes) -> None:
    try:
        decoded = decode(data, source="x")
    except DecodeError:
        return
    assert "\ufffd" not in decoded.text or "\ufffd".encode(decoded.encoding) in data

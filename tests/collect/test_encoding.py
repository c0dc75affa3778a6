from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.collect.encoding import decode, is_binary

TEXT = "قُتل 5 جنود في «كركوك» – بحسب بيان.\nوأضاف: الهجوم وقع فجر الأحد، قرب الحويجة؟\n"


def misread(text: str, codec: str) -> str:
    """UTF-8 read as another encoding, the way browsers do it: open bytes become the controls of the same number."""
    return "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(TEXT.encode(), id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), id="utf-8 with mark"),
        pytest.param(b"\xff\xfe" + TEXT.encode("utf-16-le"), id="utf-16-le with mark"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), id="utf-16-be with mark"),
        pytest.param(TEXT.encode("utf-16-le"), id="utf-16-le without mark"),
        pytest.param(TEXT.encode("utf-16-be"), id="utf-16-be without mark"),
        pytest.param(TEXT.encode("cp1256"), id="windows-1256"),
        pytest.param(misread(TEXT, "cp1252").encode(), id="utf-8 misread as windows-1252"),
        pytest.param(misread(TEXT, "cp1256").encode(), id="utf-8 misread as windows-1256"),
    ],
)
def test_every_encoding_of_the_press_gives_the_same_text(content: bytes) -> None:
    assert decode(content) == (TEXT, [])
    assert not is_binary(content)


def test_windows_1256_is_read_though_the_page_says_utf_8() -> None:
    page = f'<html><head><meta charset="utf-8"></head><body>{"<div class=row>" * 50}{TEXT}</body></html>'
    assert decode(page.encode("cp1256")) == (page, [])


def test_a_last_character_that_is_cut_off_is_left_out_and_said() -> None:
    text, flaws = decode("هاجم مسلحون".encode()[:-1])
    assert text == "هاجم مسلحو"
    assert [flaw.reason for flaw in flaws] == ["truncated"]


def test_half_a_utf_16_character_at_the_end_is_left_out_and_said() -> None:
    text, flaws = decode("هاجم مسلحون".encode("utf-16")[:-1])
    assert text == "هاجم مسلحو"
    assert [flaw.reason for flaw in flaws] == ["truncated"]


def test_invalid_bytes_in_the_middle_are_replaced_and_counted() -> None:
    text, flaws = decode("هاجم مسلحون ".encode() + b"\xff\xfe" + " نقطة تفتيش".encode())
    assert text == "هاجم مسلحون \ufffd\ufffd نقطة تفتيش"
    assert [flaw.reason for flaw in flaws] == ["damaged"]
    assert "2" in flaws[0].message


def test_replacement_characters_that_the_page_itself_holds_are_no_damage() -> None:
    assert decode("هاجم \ufffd مسلحون".encode()) == ("هاجم \ufffd مسلحون", [])


@pytest.mark.parametrize("line", ["Müller était à Genève – “oui”", "ع، ط؛ ظ", "ثلاث نقاط…", "naïve café"])
def test_text_that_only_resembles_a_misreading_stays_as_it_is(line: str) -> None:
    assert decode(line.encode()) == (line, [])


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"PK\x03\x04",
        b"text\0text",
        b"\0" * 64,
        b"\x1f\x8b\x08",
    ],
)
def test_images_archives_and_nul_bytes_are_binary(content: bytes) -> None:
    assert is_binary(content)


@given(st.text(st.characters(codec="utf-8")).filter(lambda text: "\0" not in text and not text.startswith("\ufeff")))
def test_ascii_and_arabic_utf_8_is_never_changed(text: str) -> None:
    ours = "".join(char for char in text if char.isascii() or "\u0600" <= char <= "\u06ff")
    assert decode(ours.encode())[0] == ours


@given(st.binary())
def test_any_bytes_decode_to_text_that_can_be_encoded(content: bytes) -> None:
    decode(content)[0].encode("utf-8")

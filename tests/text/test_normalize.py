from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.normalize import fold, fold_with_map

# Arabic with all that is folded or dropped, beside arbitrary text (surrogates too).
WRITING = st.text(st.sampled_from("أإآٱؤئىیةۃکگپچڤژءابتٌَّٰـ\u200f\u2066\ufeffﷲﷺﻼﭐ١۲3AÉßİ «».")) | st.text(
    st.characters(exclude_categories=()), max_size=30
)

SAME_WORD = [
    ("الأنبار", "الانبار"),
    ("إدلب", "ادلب"),
    ("آب", "اب"),
    ("مسؤول", "مسوول"),
    ("الرئيس", "الرييس"),
    ("ديالى", "ديالي"),
    ("الحسكة", "الحسكه"),
    ("کرکوک", "كركوك"),
    ("گلالة", "كلاله"),
    ("پيشمرگة", "بيشمركه"),
    ("مُحَافَظَةُ", "محافظه"),
    ("كــــركوك", "كركوك"),
    ("\u200fداعش\u200f", "داعش"),
    ("ﻣﻘﺘﻞ", "مقتل"),
    ("ﻻ", "لا"),
    ("١٢٣٤٥٦٧٨٩٠", "1234567890"),
    ("۱۲۳", "123"),
    ("YPG", "ypg"),
    ("ﷲ", "الله"),
]


@pytest.mark.parametrize(("written", "folded"), SAME_WORD)
def test_spellings_of_one_word_fold_to_one_form(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(("one", "other"), [("قتل", "قاتل"), ("سجن", "سجين"), ("عرب", "عرب لندن"), ("ماء", "ما")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_folded_range_goes_back_to_the_words_as_they_were_written() -> None:
    text = "في مُحافظة الأنبـار أمس"
    folded = fold_with_map(text)
    start = folded.text.index("الانبار")
    span = folded.source_span(start, start + len("الانبار"))
    assert text[span.start : span.end] == "الأنبـار"


def test_vowel_signs_belong_to_the_letter_before_them() -> None:
    folded = fold_with_map("مُحَمَّد")
    assert folded.text == "محمد"
    assert [folded.source_span(at, at + 1).end for at in range(4)] == [2, 4, 7, 8]


def test_a_ligature_is_one_character_of_the_stored_text() -> None:
    folded = fold_with_map("لا ﻻ")
    assert folded.text == "لا لا"
    assert folded.source_span(4, 5) == folded.source_span(3, 5) == folded.source_span(3, 4)


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (2, 1), (0, 5)])
def test_what_is_no_range_of_the_folded_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a range"):
        fold_with_map("داعش").source_span(start, end)


@given(WRITING)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(WRITING)
def test_the_map_is_of_the_same_folding(text: str) -> None:
    folded = fold_with_map(text)
    assert folded.text == fold(text)
    assert len(folded.starts) == len(folded.text) + 1
    assert list(folded.starts) == sorted(folded.starts)


@given(WRITING, st.data())
def test_the_stored_range_covers_the_folded_one(text: str, data: st.DataObject) -> None:
    folded = fold_with_map(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    span = folded.source_span(start, end)
    assert folded.text[start:end] in fold(text[span.start : span.end])


@given(WRITING, st.data())
def test_a_wider_folded_range_has_a_wider_stored_one(text: str, data: st.DataObject) -> None:
    folded = fold_with_map(text)
    outer_start, start, end, outer_end = sorted(
        data.draw(st.lists(st.integers(0, len(folded.text)), min_size=4, max_size=4))
    )
    outer, inner = folded.source_span(outer_start, outer_end), folded.source_span(start, end)
    assert outer.start <= inner.start
    assert inner.end <= outer.end

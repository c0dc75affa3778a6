from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.morphology import light_stem, search_form, splits, without_pronoun

FORMS = st.text(st.sampled_from("ابتلكوفسيمنهد"), min_size=1, max_size=12)

SPLITS = {
    "الجيش": {("", "الجيش")},
    "والجيش": {("", "والجيش"), ("و", "الجيش")},
    "للجيش": {("", "للجيش"), ("ل", "الجيش"), ("ل", "لجيش")},
    "وللجيش": {("", "وللجيش"), ("و", "للجيش"), ("ول", "الجيش"), ("ول", "لجيش")},
    "فبالقرب": {("", "فبالقرب"), ("ف", "بالقرب"), ("فب", "القرب")},
    "كعنصر": {("", "كعنصر"), ("ك", "عنصر")},
    "وله": {("", "وله"), ("و", "له")},
    "له": {("", "له")},
    "و": {("", "و")},
    "كركوك": {("", "كركوك"), ("ك", "ركوك")},
}


@pytest.mark.parametrize(("form", "cuts"), SPLITS.items())
def test_particles_are_cut_off_in_every_way(form: str, cuts: set[tuple[str, str]]) -> None:
    assert set(splits(form)) == cuts
    assert splits(form)[0] == ("", form)


PRONOUNS = {
    "قصفها": {("قصف", "ها")},
    "خطفوهم": {("خطفو", "هم")},
    "سيطرته": {("سيطرت", "ه"), ("سيطره", "ه")},
    "سيطرتهما": {("سيطرت", "هما"), ("سيطره", "هما")},
    "قواتنا": {("قوات", "نا"), ("قواه", "نا")},
    "له": set(),
    "كتب": set(),
}


@pytest.mark.parametrize(("form", "cuts"), PRONOUNS.items())
def test_pronouns_are_cut_off_and_the_feminine_ending_is_put_back(form: str, cuts: set[tuple[str, str]]) -> None:
    assert set(without_pronoun(form)) == cuts


FOUND_TOGETHER = [
    ("الأنبار", "الانبار", "انبار", "والأنبار", "بالأنبار", "للأنبار"),
    ("الموصل", "بالموصل", "وبالموصل", "للموصل", "موصل"),
    ("اعتقال", "واعتقالهم", "الاعتقال", "باعتقال", "اعتقالات", "اعتقالها"),
    ("استعادة", "لاستعادة", "الاستعادة", "واستعادة"),
    ("مقاتل", "مقاتلين", "المقاتلون", "مقاتلان", "ومقاتليهم"),
    ("كركوك", "وكركوك"),
]


@pytest.mark.parametrize("spellings", FOUND_TOGETHER, ids=lambda spellings: spellings[0])
def test_a_search_finds_a_word_in_all_its_dress(spellings: tuple[str, ...]) -> None:
    assert {search_form(word) for word in spellings} == {search_form(spellings[0])}


@pytest.mark.parametrize(("one", "other"), [("وقت", "قت"), ("بلد", "لد"), ("كتاب", "تاب"), ("فتى", "تى")])
def test_letters_that_may_belong_to_the_word_stay(one: str, other: str) -> None:
    assert search_form(one) != search_form(other)


def test_search_keeps_numbers_and_leaves_out_marks() -> None:
    assert search_form("مقتل «٣» جنود، 12/5!") == "مقتل 3 جنود 12/5"


@given(FORMS)
def test_every_cut_gives_the_word_back(form: str) -> None:
    for prefix, rest in splits(form):
        assert prefix + rest == form or (prefix.endswith("ل") and prefix + rest.removeprefix("ا") == form)


@given(FORMS)
def test_every_stem_is_part_of_its_word(form: str) -> None:
    stem = light_stem(form)
    assert stem in form
    assert len(stem) >= min(3, len(form))

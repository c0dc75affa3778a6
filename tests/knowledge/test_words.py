from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.knowledge.base import Knowledge
from marsad.knowledge.words import VerbForm, VerbTable, WordSet
from marsad.text.normalize import fold

TABLE = VerbTable(
    {
        "قال": (("قال", ("past.act.3ms",)),),
        "يقول": (("قال", ("pres.act.3ms",)),),
        "خطفوا": (("خطف", ("past.act.3mp",)),),
        "معتقل": (("اعتقل", ("pp.ms", "ap.ms")),),
        "سلم": (("سلّم", ("past.act.3ms",)), ("سلم", ("past.act.3ms", "pres.act.1s"))),
    }
)

READINGS = {
    "قال": [("قال", "past.act.3ms", "", "")],
    "وقالت": [("قال", "past.act.3fs", "و", "")],
    "سيقولون": [("قال", "pres.act.3mp", "س", "")],
    "وسيقول": [("قال", "pres.act.3ms", "وس", "")],
    "فقالوا": [("قال", "past.act.3mp", "ف", "")],
    "أعلنته": [("أعلن", "past.act.3fs", "", "ه")],
    "خطفوهم": [("خطف", "past.act.3mp", "", "هم")],
    "وقتلتهما": [("قتل", "past.act.3fs", "و", "هما")],
    "ليعلن": [("أعلن", "pres.act.3ms", "ل", "")],
}


@pytest.mark.parametrize(("word", "readings"), READINGS.items())
def test_a_verb_is_read_through_what_is_attached(
    word: str, readings: list[tuple[str, str, str, str]], knowledge: Knowledge
) -> None:
    found = {(r.lemma, tag, r.prefix, r.pronoun) for r in knowledge.verbs.read(fold(word)) for tag in r.tags}
    assert set(readings) <= found


@pytest.mark.parametrize("word", ["كركوك", "الوزير", "للقول", "و", "س", "22"])
def test_what_is_no_verb_has_no_reading(word: str, knowledge: Knowledge) -> None:
    assert knowledge.verbs.read(fold(word)) == ()


def test_all_readings_of_one_form_are_given_once() -> None:
    assert TABLE.read("سلم") == TABLE.read("سلم")
    assert [(form.lemma, form.tags) for form in TABLE.read("سلم")] == [
        ("سلّم", ("past.act.3ms",)),
        ("سلم", ("past.act.3ms", "pres.act.1s")),
    ]


def test_a_participle_takes_no_object_pronoun() -> None:
    assert [form.lemma for form in TABLE.read("معتقل")] == ["اعتقل"]
    assert TABLE.read("معتقلهم") == ()


@pytest.mark.parametrize(("word", "prefix"), [("لقال", ""), ("سقال", ""), ("ليقول", "ل"), ("سيقول", "س")])
def test_the_future_and_the_subjunctive_stand_before_an_imperfect_only(word: str, prefix: str) -> None:
    assert [form.prefix for form in TABLE.read(word)] == ([prefix] if prefix else [])


def test_a_form_tells_whether_it_is_finite_and_future() -> None:
    assert TABLE.read("وسيقول") == (VerbForm("قال", ("pres.act.3ms",), "وس"),)
    assert TABLE.read("وسيقول")[0].future
    assert TABLE.read("وسيقول")[0].finite
    assert not TABLE.read("قال")[0].future
    assert not TABLE.read("معتقل")[0].finite


@given(st.text(st.sampled_from("قالويسلتهمنخطفعب"), max_size=10))
def test_every_reading_gives_the_word_back(form: str) -> None:
    for reading in TABLE.read(form):
        assert form.startswith(reading.prefix)
        assert form.endswith(reading.pronoun)


WORDS = WordSet(["هجوم", "قوات", "سيطرة", "الحشد", "شخص"])


@pytest.mark.parametrize(
    "word",
    ["هجوم", "الهجوم", "وهجوما", "بالهجوم", "للهجوم", "هجومهم", "قواتها", "سيطرته", "الحشد", "والحشد", "شخصا", "هُجوم"],
)
def test_a_word_is_found_through_what_is_attached(word: str) -> None:
    assert WORDS.has(fold(word))
    assert WORDS.has(fold(word))


@pytest.mark.parametrize("word", ["حشد", "مهاجم", "تهاجم", "شخصية", "قو", ""])
def test_another_word_is_not_found(word: str) -> None:
    assert not WORDS.has(fold(word))


def test_a_word_stands_in_the_set_only_as_it_is() -> None:
    assert fold("سيطرة") in WORDS
    assert fold("السيطرة") not in WORDS


def test_words_are_still_read_when_the_memory_of_words_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marsad.knowledge.words._REMEMBERED", 1)
    for word in ("قال", "يقول", "قال"):
        assert [reading.lemma for reading in TABLE.read(word)] == ["قال"]
    assert [WORDS.has(word) for word in ("هجوم", "مهاجم", "قوات", "هجوم")] == [True, False, True, True]

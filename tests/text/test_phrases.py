from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.phrases import PhraseIndex
from marsad.text.segment import tokenize

PLACES = PhraseIndex(
    [
        ("دير الزور", "town"),
        ("ريف دير الزور", "region"),
        ("دير", "monastery"),
        ("القائم", "town"),
        ("إف-16", "aircraft"),
        ("", "nothing"),
        ("«»", "nothing"),
    ]
)
ACTS = PhraseIndex([("قصف", "shelling"), ("سيطرة", "control"), ("إطلاق نار", "fire")], pronouns=True)


def scan(index: PhraseIndex[str], text: str) -> list[tuple[str, str, str, str]]:
    """Return words, value, prefix and pronoun of every hit."""
    tokens = tokenize(text)
    hits = index.scan(tokens, 0, len(tokens))
    return [(text[tokens[h.first].start : tokens[h.last - 1].end], h.value, h.prefix, h.pronoun) for h in hits]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("هجوم في ريف دير الزور", [("ريف دير الزور", "region", "", "")]),
        ("بدير الزور ودير", [("بدير الزور", "town", "ب", ""), ("ودير", "monastery", "و", "")]),
        ("في دَيـر الزُّور", [("دَيـر الزُّور", "town", "", "")]),
        ("من دير «الزور»", [("دير «الزور", "town", "", "")]),
        ("للقائم", [("للقائم", "town", "ل", "")]),
        ("طائرات إف-16 أميركية", [("إف-16", "aircraft", "", "")]),
        ("دير الز", [("دير", "monastery", "", "")]),
        ("ديره", []),
        ("«»", []),
    ],
)
def test_the_longest_phrase_is_found_through_particles_spelling_and_quotation_marks(
    text: str, hits: list[tuple[str, str, str, str]]
) -> None:
    assert scan(PLACES, text) == hits


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("وقصفها بالمدفعية", [("وقصفها", "shelling", "و", "ها")]),
        ("بسيطرتهم", [("بسيطرتهم", "control", "ب", "هم")]),
        ("إطلاقها نار", []),
        ("إطلاق نار", [("إطلاق نار", "fire", "", "")]),
    ],
)
def test_single_words_are_found_through_pronouns_where_asked(text: str, hits: list[tuple[str, str, str, str]]) -> None:
    assert scan(ACTS, text) == hits


def test_a_phrase_must_end_by_the_limit() -> None:
    tokens = tokenize("دير الزور")
    assert [hit.value for hit in PLACES.at(tokens, 0, 1)] == ["monastery"]
    assert [hit.value for hit in PLACES.at(tokens, 0, 2)] == ["town", "monastery"]


def test_all_values_of_one_phrase_are_given_and_the_nearer_reading_first() -> None:
    index = PhraseIndex([("حسين", "person"), ("الحسين", "place"), ("حسين", "other"), ("بالحسين", "odd")])
    tokens = tokenize("بالحسين حسين")
    assert [hit.value for hit in index.at(tokens, 0, 2)] == ["odd", "place"]
    assert [hit.value for hit in index.scan(tokens, 1, 2)] == ["person", "other"]


def test_phrases_are_still_found_when_the_memory_of_words_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marsad.text.phrases._REMEMBERED", 2)
    text = "دير القائم بدير القائم ودير بالقائم"
    assert [value for _, value, _, _ in scan(PLACES, text)] == ["monastery", "town"] * 3


@given(st.lists(st.sampled_from(["دير", "الزور", "بدير", "ريف", "«", "»", "القائم"]), max_size=12))
def test_hits_stand_in_order_and_apart_save_for_ties(words: list[str]) -> None:
    tokens = tokenize(" ".join(words))
    hits = PLACES.scan(tokens, 0, len(tokens))
    for one, other in pairwise(hits):
        assert one[:2] == other[:2] or one.last <= other.first

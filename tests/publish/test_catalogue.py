from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.knowledge.base import Knowledge
from marsad.publish.catalogue import Language, load_catalogue, plural_form

ARABIC, ENGLISH = load_catalogue("ar"), load_catalogue("en")
SCHEMA = json.loads(files("marsad.model").joinpath("record.schema.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "لا أحداث"), (1, "حدث واحد"), (2, "حدثان"), (3, "3 أحداث"), (10, "10 أحداث"), (11, "11 حدثا"),
        (26, "26 حدثا"), (99, "99 حدثا"), (100, "100 حدث"), (101, "101 حدث"), (102, "102 حدث"), (103, "103 أحداث"),
        (111, "111 حدثا"), (200, "200 حدث"), (1000, "1,000 حدث"), (1003, "1,003 أحداث"),
    ],
)  # fmt: skip
def test_arabic_nouns_follow_their_number(number: int, words: str) -> None:
    assert ARABIC.counted("events", number) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 places"), (1, "1 place"), (2, "2 places"), (1200, "1,200 places")]
)
def test_english_nouns_follow_their_number(number: int, words: str) -> None:
    assert ENGLISH.counted("places", number) == words


@given(st.integers(min_value=0, max_value=10**6), st.sampled_from(["ar", "en"]))
def test_every_noun_has_the_form_of_every_number(number: int, language: Language) -> None:
    nouns = load_catalogue(language).messages["count"]
    assert all(plural_form(number, language) in forms for forms in nouns.values())


@pytest.mark.parametrize(
    ("value", "arabic", "english"),
    [
        ("2024-12-22", "22 كانون الأول 2024", "22 December 2024"),
        ("2025-08-01", "1 آب 2025", "1 August 2025"),
        ("2025-08-19T14:12", "19 آب 2025 14:12", "19 August 2025 14:12"),
        ("2015-07", "تموز 2015", "July 2015"),
        ("2015", "2015", "2015"),
        ("XXXX-08-19", "19 آب (السنة غير مذكورة)", "19 August (year not told)"),
        ("199X", "عقد 1990", "1990s"),
        ("2015-07-03/2015-07-22", "من 3 تموز 2015 إلى 22 تموز 2015", "3 July 2015 to 22 July 2015"),
        ("2015-13", "2015-13", "2015-13"),
        ("someday", "someday", "someday"),
    ],
)
def test_dates_are_told_in_words(value: str, arabic: str, english: str) -> None:
    assert (ARABIC.date(value), ENGLISH.date(value)) == (arabic, english)


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "words"),
    [
        (7, 7, "exact", "7"), (5000, 5000, "about", "نحو 5,000"), (6, None, "at_least", "6 على الأقل"),
        (None, 3, "at_most", "3 على الأكثر"), (3, 5, "range", "3 إلى 5"), (20, None, "order", "عشرات"),
        (None, None, "exact", "عشرات"),
    ],
)  # fmt: skip
def test_counts_keep_their_hedge(low: int | None, high: int | None, qualifier: str, words: str) -> None:
    assert ARABIC.bounded({"low": low, "high": high, "qualifier": qualifier, "text": "عشرات"}) == words


def keys(messages: Any) -> Any:
    return {key: keys(value) for key, value in messages.items()} if isinstance(messages, dict) else None


def test_both_languages_say_the_same_things() -> None:
    arabic, english = keys(ARABIC.messages), keys(ENGLISH.messages)
    del arabic["count"], english["count"]
    assert arabic == english
    assert set(ARABIC.messages["count"]) == set(ENGLISH.messages["count"])
    assert len(ARABIC.messages["months"]) == len(ENGLISH.messages["months"]) == 12


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    ("group", "kind", "field"),
    [("event_type", "event", "event_type"), ("status", "event", "status"), ("cue_class", "quotation", "cue_class"),
     ("quotation_kind", "quotation", "kind"), ("precision", "place", "precision"), ("stage", "issue", "stage")],
)  # fmt: skip
def test_every_value_of_the_contract_has_a_name(language: Language, group: str, kind: str, field: str) -> None:
    labels = load_catalogue(language).messages["label"][group]
    assert set(labels) == set(SCHEMA["$defs"][kind]["properties"][field]["enum"])


def test_types_of_events_are_named_as_in_the_ontology(knowledge: Knowledge) -> None:
    named = {kind.id: (ARABIC.label("event_type", kind.id), ENGLISH.label("event_type", kind.id))
             for kind in knowledge.ontology.types.values()}  # fmt: skip
    assert named == {kind.id: (kind.label_ar, kind.label_en) for kind in knowledge.ontology.types.values()}


def test_a_value_without_a_name_is_shown_as_it_is() -> None:
    assert ARABIC.label("reason", "some_new_reason") == "some new reason"
    assert ARABIC.label("question_not_yet_named", "high") == "high"

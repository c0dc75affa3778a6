from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.errors import UsageError
from marsad.store.database import Store
from marsad.store.saving import save
from marsad.store.search import search
from samples import annotated, document


def keep(store: Store, *texts: str) -> None:
    for number, text in enumerate(texts):
        save(store, annotated(document(str(number), text), events=()))


@pytest.mark.parametrize(
    ("words", "text", "highlighted"),
    [
        ("الانبار", "هجوم في محافظة الأنبار", ["الأنبار"]),
        ("الأنبار", "وصلت التعزيزات إلى الانبار", ["الانبار"]),
        ("اعتقال", "جرى تعقبهم واعتقالهم ليلا", ["واعتقالهم"]),
        ("اعتقال", "أنباء عن الاعتقالات", ["الاعتقالات"]),
        ("قتل", "قُتِلَ شرطيٌّ", ["قُتِلَ"]),
        ("العراق", "الجيش في العــراق", ["العــراق"]),
        ("ديالى", "قصف على ديالي", ["ديالي"]),
        ("١٠", "مقتل 10 مدنيين", ["10"]),
        ("ISIS", "بيان isis الأخير", ["isis"]),
        ("داعش كركوك", "عناصر داعش في كركوك", ["داعش", "كركوك"]),
    ],
)
def test_a_word_finds_its_spellings_and_inflections(
    store: Store, words: str, text: str, highlighted: list[str]
) -> None:
    keep(store, text, "الطقس معتدل غدا")
    (hit,) = search(store, words)
    assert hit.uri == "0"
    assert [h.quote for h in hit.highlights] == highlighted


def test_all_words_must_stand_in_the_text(store: Store) -> None:
    keep(store, "داعش في الموصل", "الجيش في كركوك")
    assert search(store, "داعش كركوك") == []


def test_the_document_that_says_it_more_often_comes_first(store: Store) -> None:
    keep(store, "كركوك " + "كلام كثير عن غيرها " * 20, "كركوك ثم كركوك ثم كركوك", "لا شيء عنها", "ولا هنا")
    assert [hit.uri for hit in search(store, "كركوك")] == ["1", "0"]
    assert [hit.uri for hit in search(store, "كركوك", limit=1)] == ["1"]


def test_spans_of_a_snippet_point_into_the_stored_text(store: Store) -> None:
    text = "كلمات أولى كثيرة جدا. " * 30 + "ثم وقع هجوم على (الأنبار) و«الأنبار» نفسها. " + "ختام طويل للخبر. " * 30
    keep(store, text)
    (hit,) = search(store, "الانبار")
    assert text[hit.snippet.start : hit.snippet.end] == hit.snippet.quote
    assert [h.quote for h in hit.highlights] == ["الأنبار", "و«الأنبار"[2:]]
    assert all(text[h.start : h.end] == h.quote for h in hit.highlights)
    assert len(hit.snippet.quote) <= 260
    assert text[hit.snippet.start - 1] == " "


def test_the_snippet_shows_where_most_of_the_words_stand(store: Store) -> None:
    keep(store, "كركوك أولا. " + "كلام. " * 100 + "ثم داعش في كركوك وداعش.")
    (hit,) = search(store, "داعش كركوك")
    assert [h.quote for h in hit.highlights] == ["داعش", "كركوك", "وداعش"]


def test_part_of_a_foreign_name_is_found_though_no_word_can_be_marked(store: Store) -> None:
    keep(store, "قال O'Neil إن الحرب انتهت")
    (hit,) = search(store, "neil")
    assert hit.highlights == ()
    assert hit.snippet.quote == "قال O'Neil إن الحرب انتهت"


@pytest.mark.parametrize("words", ["", "   ", "؟!", '"*"', "()"])
def test_a_query_without_words_is_refused(store: Store, words: str) -> None:
    with pytest.raises(UsageError, match="nothing to search for"):
        search(store, words)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("ابجدهوقتل أإةىًٌـ0١٩\"'*():^-+.,«»؟ abNOT"), min_size=1, max_size=40))
def test_no_query_is_taken_for_search_syntax(store: Store, words: str) -> None:
    try:
        hits = search(store, words)
    except UsageError:
        return
    assert hits == []

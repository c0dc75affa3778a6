from __future__ import annotations

from dataclasses import replace

import pytest

from marsad.model.record import as_record
from marsad.store import queries
from marsad.store.database import Store
from marsad.store.queries import Criteria
from marsad.store.saving import save
from samples import ARTICLE, annotated, document, event, place, whole

NEWS = "مقتل شرطي في دير الزور"


@pytest.fixture
def filled(store: Store) -> Store:
    """Two documents: an arrest and a possible bombing in Iraq, a killing in Syria; and one without events or date."""
    kirkuk, deir = place(ARTICLE), place(NEWS, "دير الزور", "Deir ez-Zor", "SY")
    iraq = (
        event(ARTICLE, "arrest", where=kirkuk, day="2024-12-21"),
        event(ARTICLE, "bombing", "possible", where=kirkuk),
    )
    save(store, annotated(document("b"), events=iraq))
    save(
        store,
        annotated(document("a", NEWS, published="2024-11", source_id="enab"), (event(NEWS, "killing", where=deir),)),
    )
    save(store, annotated(document("c", "الطقس غدا", published=None), events=()))
    return store


@pytest.mark.parametrize(
    ("criteria", "found"),
    [
        (Criteria(), {"c": [], "a": ["killing"], "b": ["arrest", "bombing"]}),
        (Criteria(event_types=("arrest",)), {"b": ["arrest"]}),
        (Criteria(event_types=("arrest", "killing")), {"a": ["killing"], "b": ["arrest"]}),
        (Criteria(statuses=("possible",)), {"b": ["bombing"]}),
        (Criteria(countries=("SY",)), {"a": ["killing"]}),
        (Criteria(admin1s=("Kirkuk",), event_types=("killing",)), {}),
        (Criteria(outlets=("enab",)), {"a": ["killing"]}),
        (Criteria(outlets=("almaalouma",)), {"c": [], "b": ["arrest", "bombing"]}),
        (Criteria(since="2024-12-22"), {"b": ["bombing"]}),
        (Criteria(since="2024-12-01", until="2024-12-21"), {"b": ["arrest"]}),
        (Criteria(since="2024-11-30", until="2024-11-30"), {"a": ["killing"]}),
        (Criteria(until="2024-10-31"), {}),
    ],
)
def test_criteria_choose_events_and_leave_out_records_without_any(
    filled: Store, criteria: Criteria, found: dict[str, list[str]]
) -> None:
    records = list(queries.records(filled, criteria))
    assert {r["document"]["uri"]: [e["event_type"] for e in r["events"]] for r in records} == found


def test_records_come_in_the_order_of_publication_however_they_were_saved(filled: Store) -> None:
    assert [r["document"]["uri"] for r in queries.records(filled)] == ["c", "a", "b"]


def test_a_record_comes_back_as_it_was_saved(store: Store) -> None:
    save(store, whole())
    expected = as_record(whole())
    assert list(queries.records(store)) == [expected]
    assert queries.record(store, expected["document"]["id"]) == expected
    assert queries.record(store, expected["document"]["uri"]) == expected
    assert queries.record(store, "nothing") is None


def test_a_document_counts_as_saved_only_with_the_same_knowledge(store: Store) -> None:
    document_id = whole().document.id
    assert not queries.is_saved(store, document_id, "k1")
    save(store, whole())
    assert queries.is_saved(store, document_id, "k1")
    assert not queries.is_saved(store, document_id, "k2")


def test_records_may_be_saved_while_others_are_read(filled: Store) -> None:
    for record in queries.records(filled):
        save(filled, replace(whole(), document=document(f"new/{record['document']['uri']}")))
    assert queries.totals(filled).documents == 6

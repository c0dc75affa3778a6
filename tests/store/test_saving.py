from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Table, select

from marsad.errors import StoreError
from marsad.model.issue import Issue
from marsad.store import queries, tables
from marsad.store.database import Store
from marsad.store.queries import Totals
from marsad.store.saving import begin_run, finish_run, save, save_issue
from marsad.store.search import search
from samples import ARTICLE, annotated, document, event, quotation, whole


def everything(store: Store) -> list[list[tuple[Any, ...]]]:
    with store.reading() as connection:
        rows = [[tuple(row) for row in connection.execute(select(table))] for table in tables.METADATA.sorted_tables]
        index = connection.exec_driver_sql("SELECT * FROM documents_search_data ORDER BY id").all()
    return [*rows, [tuple(row) for row in index]]


def rows(store: Store, table: Table, *columns: str) -> list[tuple[Any, ...]]:
    with store.reading() as connection:
        return [
            tuple(row) for row in connection.execute(select(*(table.c[c] for c in columns)).order_by(table.c.number))
        ]


def check_index(store: Store) -> None:
    """Let SQLite hold the index against the documents; it raises where they differ."""
    with store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO documents_search(documents_search, rank) VALUES ('integrity-check', 1)")


def test_saving_a_document_twice_changes_nothing(store: Store) -> None:
    save(store, whole())
    once = everything(store)
    save(store, whole())
    assert everything(store) == once


def test_the_rows_hold_what_filters_need(store: Store) -> None:
    save(store, whole())
    assert rows(
        store, tables.events, "event_type", "status", "country", "admin1", "place_id", "first_day", "last_day"
    ) == [("arrest", "occurred", "IQ", "Kirkuk", "iq-kirkuk", "2024-12-21", "2024-12-21")]
    assert rows(store, tables.event_actors, "role", "actor_id") == [("actor", "iq-intelligence"), ("target", "isis")]
    assert rows(store, tables.event_counts, "unit", "low", "high") == [("arrested", 7, 7)]
    assert rows(store, tables.quotations, "speaker", "speaker_kind", "cue_class", "kind") == [
        ("وزير الخارجية العراقي", "person", "warn", "indirect")
    ]
    assert rows(store, tables.answers, "question", "position") == [("isis_outlook", "rising")]


def test_an_event_without_a_date_stands_at_the_day_of_publication(store: Store) -> None:
    save(store, annotated(events=(event(ARTICLE),)))
    assert rows(store, tables.events, "date_value", "first_day") == [(None, "2024-12-22")]


def test_reading_anew_with_other_knowledge_replaces_what_was_read(store: Store) -> None:
    save(store, whole())
    again = annotated(events=(event(ARTICLE, "killing"), event(ARTICLE, "clash")), knowledge_version="k2")
    save(store, again)
    assert queries.totals(store) == Totals(documents=1, events=2, quotations=0, issues=0)
    assert [e[0] for e in rows(store, tables.events, "event_type")] == ["killing", "clash"]
    assert rows(store, tables.event_counts, "event_id") == [(e.id,) for e in again.events]
    assert len(search(store, "كركوك")) == 1
    check_index(store)


def test_a_page_whose_text_changed_is_a_new_document_beside_the_old_one(store: Store) -> None:
    save(store, annotated(document(text=ARTICLE)))
    changed = annotated(document(text=f"{ARTICLE}\nتحديث: ارتفع العدد إلى تسعة."))
    save(store, changed)
    assert queries.totals(store).documents == 2
    newest = queries.record(store, changed.document.uri)
    assert newest
    assert newest["document"]["id"] == changed.document.id
    check_index(store)


def test_one_document_is_saved_as_a_whole_or_not_at_all(store: Store) -> None:
    broken = annotated(events=(event(ARTICLE), event(ARTICLE, status=None)))  # type: ignore[arg-type]
    with pytest.raises(StoreError, match="NOT NULL"):
        save(store, broken)
    assert queries.totals(store) == Totals(0, 0, 0, 0)
    assert search(store, "كركوك") == []


def test_two_events_with_one_id_are_both_kept(store: Store) -> None:
    save(store, annotated(events=(event(ARTICLE), event(ARTICLE)), quotations=(quotation(ARTICLE),) * 2))
    assert queries.totals(store) == Totals(documents=1, events=2, quotations=2, issues=0)


def test_an_issue_is_kept_once(store: Store) -> None:
    issue = Issue("collect", "empty", "a.txt", "a.txt: the file is empty")
    save_issue(store, issue)
    save_issue(store, issue)
    assert list(queries.issues(store)) == [issue]


def test_a_failure_is_forgotten_when_the_document_can_be_read(store: Store) -> None:
    uri = document().uri
    save_issue(store, Issue("extract", "failed", uri, "cannot be read"))
    save_issue(store, Issue("collect", "no_date", uri, "no date"))
    save(store, annotated())
    assert [issue.reason for issue in queries.issues(store)] == ["no_date"]


def test_a_run_is_noted_with_its_begin_and_end(store: Store) -> None:
    first = begin_run(store, ["a.txt", "b"], "k1", "2024-12-22T10:00:00+00:00")
    second = begin_run(store, ["-"], "k1", "2024-12-22T11:00:00+00:00")
    finish_run(store, second, "2024-12-22T11:05:00+00:00")
    assert rows(store, tables.runs, "number", "addresses", "finished") == [
        (first, ["a.txt", "b"], None),
        (second, ["-"], "2024-12-22T11:05:00+00:00"),
    ]

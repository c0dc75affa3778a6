"""Writing: a document and all that was read in it is kept as a whole or not at all; saving it again changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.dialects import sqlite

from marsad.model.annotation import AnnotatedDocument, EventMention, Quotation
from marsad.model.document import Document
from marsad.model.identity import content_id
from marsad.model.issue import Issue
from marsad.model.record import as_record
from marsad.store import tables
from marsad.store.database import Store
from marsad.store.days import first_day, last_day
from marsad.text.morphology import search_form

Values = dict[str, Any]


def save(store: Store, annotated: AnnotatedDocument) -> None:
    """Save a document with its events, quotations, issues and index entry, in one transaction.

    One that stands there as read with the same knowledge is left alone, one read with other knowledge is replaced.
    Raises :class:`~marsad.errors.StoreError`.
    """
    documents = tables.documents
    with store.writing() as connection:
        standing = connection.execute(
            select(documents.c.number, documents.c.knowledge_version, documents.c.shadow).where(
                documents.c.id == annotated.document.id
            )
        ).one_or_none()
        if standing and standing.knowledge_version == annotated.knowledge_version:
            return
        if standing:
            _remove(connection, standing.number, standing.shadow)
        _forget_failures(connection, annotated.document.uri)
        _insert(connection, annotated)


def save_issue(store: Store, issue: Issue) -> None:
    """Save an issue about a source that gave no document. Raises :class:`~marsad.errors.StoreError`."""
    with store.writing() as connection:
        _insert_issues(connection, [issue], None)


def begin_run(store: Store, addresses: Sequence[str], knowledge_version: str, started: str) -> int:
    """Note that a run began at ``started`` (ISO 8601); return its number. Raises :class:`~marsad.errors.StoreError`."""
    row = {"addresses": list(addresses), "knowledge_version": knowledge_version, "started": started}
    with store.writing() as connection:
        return int(connection.execute(insert(tables.runs).returning(tables.runs.c.number), row).scalar_one())


def finish_run(store: Store, number: int, finished: str) -> None:
    """Note that a run came to its end at ``finished`` (ISO 8601). Raises :class:`~marsad.errors.StoreError`."""
    with store.writing() as connection:
        connection.execute(update(tables.runs).where(tables.runs.c.number == number).values(finished=finished))


def _remove(connection: Connection, number: int, shadow: str) -> None:
    """Remove a document. The index wants to be told the words that it is to forget; other rows go by cascade."""
    connection.exec_driver_sql(
        "INSERT INTO documents_search(documents_search, rowid, shadow) VALUES ('delete', ?, ?)",
        (number, shadow),
    )
    connection.execute(delete(tables.documents).where(tables.documents.c.number == number))


def _forget_failures(connection: Connection, uri: str) -> None:
    """Drop what was noted when this source could not be read, now that it can."""
    issues = tables.issues
    connection.execute(
        delete(issues).where(issues.c.uri == uri, issues.c.stage == "extract", issues.c.document_id.is_(None))
    )


def _insert(connection: Connection, annotated: AnnotatedDocument) -> None:
    document = annotated.document
    row = _document(annotated)
    number = connection.execute(insert(tables.documents).returning(tables.documents.c.number), row).scalar_one()
    connection.exec_driver_sql("INSERT INTO documents_search(rowid, shadow) VALUES (?, ?)", (number, row["shadow"]))
    _insert_rows(connection, tables.events, (_event(e, document) for e in annotated.events))
    _insert_rows(connection, tables.event_actors, (row for e in annotated.events for row in _actors(e, document)))
    _insert_rows(connection, tables.event_counts, (row for e in annotated.events for row in _counts(e, document)))
    _insert_rows(connection, tables.quotations, (_quotation(q, document) for q in annotated.quotations))
    _insert_rows(connection, tables.answers, (row for q in annotated.quotations for row in _answers(q, document)))
    _insert_issues(connection, annotated.issues, document.id)


def _insert_rows(connection: Connection, table: Table, rows: Iterable[Values]) -> None:
    values = list(rows)
    if values:
        connection.execute(insert(table), values)


def _insert_issues(connection: Connection, issues: Iterable[Issue], document_id: str | None) -> None:
    """Insert issues; one that stands there already, word for word, is passed over."""
    for issue in issues:
        values = asdict(issue)
        key = content_id(document_id, *values.values())
        connection.execute(
            sqlite.insert(tables.issues).on_conflict_do_nothing(),
            values | {"id": key, "document_id": document_id},
        )


def _document(annotated: AnnotatedDocument) -> Values:
    document = annotated.document
    return {
        "id": document.id,
        "uri": document.uri,
        "source_id": document.source_id,
        "title": document.title,
        "language": document.language,
        "published_value": document.published.value if document.published else None,
        "published_grain": document.published.grain if document.published else None,
        "captured_at": document.captured_at,
        "content_hash": document.content_hash,
        "knowledge_version": annotated.knowledge_version,
        "record": as_record(annotated),
        "shadow": search_form(document.text),
    }


def _event(event: EventMention, document: Document) -> Values:
    date = event.date.date if event.date else document.published
    place = event.place
    return {
        "document_id": document.id,
        "id": event.id,
        "event_type": event.event_type,
        "status": event.status,
        "background": event.background,
        "place_id": place.place_id if place else None,
        "admin1": place.admin1 if place else None,
        "country": place.country if place else event.country,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "date_value": event.date.date.value if event.date else None,
        "first_day": first_day(date.value) if date else None,
        "last_day": last_day(date.value) if date else None,
    }


def _actors(event: EventMention, document: Document) -> Iterable[Values]:
    for role, mentions in (("actor", event.actors), ("target", event.targets)):
        for mention in mentions:
            yield {
                "document_id": document.id,
                "event_id": event.id,
                "role": role,
                "actor_id": mention.actor_id,
                "name": mention.name,
            }


def _counts(event: EventMention, document: Document) -> Iterable[Values]:
    for count in event.counts:
        yield {
            "document_id": document.id,
            "event_id": event.id,
            "unit": count.unit,
            "low": count.low,
            "high": count.high,
            "qualifier": count.qualifier,
        }


def _quotation(quotation: Quotation, document: Document) -> Values:
    return {
        "document_id": document.id,
        "id": quotation.id,
        "speaker": quotation.source.name,
        "speaker_kind": quotation.source.kind,
        "actor_id": quotation.source.actor_id,
        "cue_class": quotation.cue_class,
        "kind": quotation.kind,
    }


def _answers(quotation: Quotation, document: Document) -> Iterable[Values]:
    for answer in quotation.answers:
        yield {
            "document_id": document.id,
            "quotation_id": quotation.id,
            "question": answer.question,
            "position": answer.position,
        }

"""Reading: records by what is in them, one record by its id or address, issues, and how much there is of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, func, select

from marsad.model.issue import Issue
from marsad.model.record import Record
from marsad.store import tables
from marsad.store.database import Store

_CHUNK = 100  # records in memory at a time


@dataclass(frozen=True, slots=True)
class Criteria:
    """Which records are wanted; what is left empty does not choose.

    ``outlets`` (source ids) choose documents, all others choose events: a record then holds only the events that fit,
    and is left out where none does. ``since`` and ``until`` are ISO days, both included; an event fits where one of the
    days within which it happened does.
    """

    event_types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    admin1s: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a store holds."""

    documents: int
    events: int
    quotations: int
    issues: int


def is_saved(store: Store, document_id: str, knowledge_version: str) -> bool:
    """Tell whether the document stands in the store as read with this knowledge."""
    documents = tables.documents
    query = select(documents.c.number).where(
        documents.c.id == document_id, documents.c.knowledge_version == knowledge_version
    )
    with store.reading() as connection:
        return connection.execute(query).first() is not None


def records(store: Store, criteria: Criteria | None = None) -> Iterator[Record]:
    """Yield the records that fit, oldest publication first, those without a date before all.

    Raises :class:`~marsad.errors.StoreError`.
    """
    criteria = criteria or Criteria()
    documents = tables.documents
    wanted = _wanted_events(criteria)
    query = select(documents.c.record).order_by(
        func.coalesce(documents.c.published_value, ""), documents.c.uri, documents.c.id
    )
    if criteria.outlets:
        query = query.where(documents.c.source_id.in_(criteria.outlets))
    if wanted is not None:
        query = query.where(documents.c.id.in_(wanted.with_only_columns(tables.events.c.document_id)))
    with store.reading() as connection:
        for (record,) in connection.execution_options(yield_per=_CHUNK).execute(query):
            if wanted is not None:
                ids = wanted.where(tables.events.c.document_id == record["document"]["id"])
                kept = set(connection.scalars(ids))
                record["events"] = [event for event in record["events"] if event["id"] in kept]
            yield cast("Record", record)


def record(store: Store, key: str) -> Record | None:
    """Return the record of the document with this id, or of the one last saved from this address, else ``None``."""
    documents = tables.documents
    query = (
        select(documents.c.record)
        .where((documents.c.id == key) | (documents.c.uri == key))
        .order_by(documents.c.number.desc())
        .limit(1)
    )
    with store.reading() as connection:
        return cast("Record | None", connection.execute(query).scalar())


def issues(store: Store, *, unread_only: bool = False) -> Iterator[Issue]:
    """Yield the issues by source: all of them, or those alone whose source gave no document."""
    kept = tables.issues
    query = select(kept.c.stage, kept.c.reason, kept.c.uri, kept.c.message).order_by(
        kept.c.uri, kept.c.stage, kept.c.id
    )
    if unread_only:
        query = query.where(kept.c.document_id.is_(None))
    with store.reading() as connection:
        for row in connection.execute(query):
            yield Issue(*row)


def totals(store: Store) -> Totals:
    """Count what the store holds."""
    counted = (tables.documents, tables.events, tables.quotations, tables.issues)
    with store.reading() as connection:
        return Totals(*(connection.execute(select(func.count()).select_from(table)).scalar_one() for table in counted))


def _wanted_events(criteria: Criteria) -> Select[Any] | None:
    """Return the query for the ids of the events that fit, ``None`` where nothing chooses among events."""
    events = tables.events.c
    conditions: list[ColumnElement[bool]] = [
        column.in_(values)
        for column, values in (
            (events.event_type, criteria.event_types),
            (events.status, criteria.statuses),
            (events.country, criteria.countries),
            (events.admin1, criteria.admin1s),
        )
        if values
    ]
    if criteria.since:
        conditions.append(events.last_day >= criteria.since)
    if criteria.until:
        conditions.append(events.first_day <= criteria.until)
    return select(events.id).where(*conditions) if conditions else None

"""The tables of a store.

``documents.record`` holds the whole record in the contract's form and is the one truth; every other table is derived
from it and holds what filters, counts and search need. The rows of one document go with it.

The full-text index ``documents_search`` (SQLite FTS5 over ``documents.shadow``) is no part of this metadata, since
SQLAlchemy knows no virtual tables: the first migration makes it, :mod:`marsad.store.saving` feeds it.
"""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text

SCHEMA_VERSION = "0001"

METADATA = MetaData()

runs = Table(
    "runs",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("addresses", JSON, nullable=False),
    Column("knowledge_version", Text, nullable=False),
    Column("started", Text, nullable=False),
    Column("finished", Text),
)

documents = Table(
    "documents",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("uri", Text, nullable=False, index=True),
    Column("source_id", Text, index=True),
    Column("title", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("published_value", Text),
    Column("published_grain", Text),
    Column("captured_at", Text),
    Column("content_hash", Text, nullable=False, index=True),
    Column("knowledge_version", Text, nullable=False),
    Column("record", JSON, nullable=False),
    Column("shadow", Text, nullable=False),
)


def _of_document(*, nullable: bool = False) -> Column[str]:
    return Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=nullable, index=True)


issues = Table(
    "issues",
    METADATA,
    Column("id", Text, primary_key=True),
    _of_document(nullable=True),
    Column("stage", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("uri", Text, nullable=False),
    Column("message", Text, nullable=False),
)

events = Table(
    "events",
    METADATA,
    Column("number", Integer, primary_key=True),
    _of_document(),
    Column("id", Text, nullable=False),
    Column("event_type", Text, nullable=False, index=True),
    Column("status", Text, nullable=False),
    Column("background", Boolean, nullable=False),
    Column("place_id", Text),
    Column("admin1", Text),
    Column("country", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("date_value", Text),
    Column("first_day", Text),  # ISO days within which it happened; those of publication where the text names none,
    Column("last_day", Text),  # null where no year is known
    Index("ix_events_place", "country", "admin1"),
    Index("ix_events_days", "first_day", "last_day"),
)


event_actors = Table(
    "event_actors",
    METADATA,
    Column("number", Integer, primary_key=True),
    _of_document(),
    Column("event_id", Text, nullable=False, index=True),
    Column("role", Text, nullable=False),  # actor | target
    Column("actor_id", Text, index=True),
    Column("name", Text, nullable=False),
)

event_counts = Table(
    "event_counts",
    METADATA,
    Column("number", Integer, primary_key=True),
    _of_document(),
    Column("event_id", Text, nullable=False, index=True),
    Column("unit", Text, nullable=False),
    Column("low", Integer),
    Column("high", Integer),
    Column("qualifier", Text, nullable=False),
)

quotations = Table(
    "quotations",
    METADATA,
    Column("number", Integer, primary_key=True),
    _of_document(),
    Column("id", Text, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("speaker_kind", Text, nullable=False),
    Column("actor_id", Text, index=True),
    Column("cue_class", Text, nullable=False),
    Column("kind", Text, nullable=False),
)

answers = Table(
    "answers",
    METADATA,
    Column("number", Integer, primary_key=True),
    _of_document(),
    Column("quotation_id", Text, nullable=False, index=True),
    Column("question", Text, nullable=False),
    Column("position", Text, nullable=False),
    Index("ix_answers_position", "question", "position"),
)

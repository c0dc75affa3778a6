"""Documents with what was read in them, issues, runs, and the full-text index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    _runs_and_documents()
    _issues()
    _events()
    _quotations()
    op.execute(
        "CREATE VIRTUAL TABLE documents_search USING fts5("
        "shadow, content='documents', content_rowid='number', tokenize='unicode61 remove_diacritics 0')"
    )


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer, primary_key=True)


def _of_document(*, nullable: bool = False) -> sa.Column[str]:
    key = sa.ForeignKey("documents.id", ondelete="CASCADE")
    return sa.Column("document_id", sa.Text, key, nullable=nullable, index=True)


def _runs_and_documents() -> None:
    op.create_table(
        "runs",
        _number(),
        sa.Column("addresses", sa.JSON, nullable=False),
        sa.Column("knowledge_version", sa.Text, nullable=False),
        sa.Column("started", sa.Text, nullable=False),
        sa.Column("finished", sa.Text),
    )
    op.create_table(
        "documents",
        _number(),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("uri", sa.Text, nullable=False, index=True),
        sa.Column("source_id", sa.Text, index=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("published_value", sa.Text),
        sa.Column("published_grain", sa.Text),
        sa.Column("captured_at", sa.Text),
        sa.Column("content_hash", sa.Text, nullable=False, index=True),
        sa.Column("knowledge_version", sa.Text, nullable=False),
        sa.Column("record", sa.JSON, nullable=False),
        sa.Column("shadow", sa.Text, nullable=False),
    )


def _issues() -> None:
    op.create_table(
        "issues",
        sa.Column("id", sa.Text, primary_key=True),
        _of_document(nullable=True),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("uri", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
    )


def _events() -> None:
    op.create_table(
        "events",
        _number(),
        _of_document(),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("event_type", sa.Text, nullable=False, index=True),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("background", sa.Boolean, nullable=False),
        sa.Column("place_id", sa.Text),
        sa.Column("admin1", sa.Text),
        sa.Column("country", sa.Text),
        sa.Column("latitude", sa.Float),
        sa.Column("longitude", sa.Float),
        sa.Column("date_value", sa.Text),
        sa.Column("first_day", sa.Text),
        sa.Column("last_day", sa.Text),
    )
    op.create_index("ix_events_place", "events", ["country", "admin1"])
    op.create_index("ix_events_days", "events", ["first_day", "last_day"])
    op.create_table(
        "event_actors",
        _number(),
        _of_document(),
        sa.Column("event_id", sa.Text, nullable=False, index=True),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("actor_id", sa.Text, index=True),
        sa.Column("name", sa.Text, nullable=False),
    )
    op.create_table(
        "event_counts",
        _number(),
        _of_document(),
        sa.Column("event_id", sa.Text, nullable=False, index=True),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("low", sa.Integer),
        sa.Column("high", sa.Integer),
        sa.Column("qualifier", sa.Text, nullable=False),
    )


def _quotations() -> None:
    op.create_table(
        "quotations",
        _number(),
        _of_document(),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("speaker_kind", sa.Text, nullable=False),
        sa.Column("actor_id", sa.Text, index=True),
        sa.Column("cue_class", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
    )
    op.create_table(
        "answers",
        _number(),
        _of_document(),
        sa.Column("quotation_id", sa.Text, nullable=False, index=True),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("position", sa.Text, nullable=False),
    )
    op.create_index("ix_answers_position", "answers", ["question", "position"])

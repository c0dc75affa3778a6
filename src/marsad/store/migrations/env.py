"""Alembic's entry point: runs the revisions on the connection that ``upgrade`` hands over."""

from __future__ import annotations

from alembic import context

from marsad.store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True)
context.run_migrations()

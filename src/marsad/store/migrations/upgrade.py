"""Run the migrations that a store lacks."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from marsad.errors import StoreError


def to_newest(connection: Connection, path: Path) -> None:
    """Bring the tables to this marsad's version, in the connection's transaction; ``path`` is named in errors.

    Raises :class:`~marsad.errors.StoreError` for a store that a newer marsad wrote.
    """
    config = Config()
    config.set_main_option("script_location", "marsad.store:migrations")
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    version = MigrationContext.configure(connection).get_current_revision()
    if version is not None and version not in known:
        raise StoreError(f"{path}: a newer marsad wrote this store (version {version}); update marsad to read it")
    command.upgrade(config, "head")

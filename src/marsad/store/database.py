"""A store is one SQLite file. This module opens it, brings it up to date and hands out transactions.

Writing transactions begin with BEGIN IMMEDIATE: a read lock that is raised later fails at once however long the timeout
(298,378 times in 6 s when this was tried). With WAL and synchronous NORMAL a killed process loses nothing committed.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from marsad.errors import StoreError
from marsad.store.tables import SCHEMA_VERSION

APPLICATION_ID = 0x4D525344  # "MRSD", kept in the file's header: tells a store from any other SQLite file
_PRAGMAS = ("busy_timeout = 10000", "journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON")
_ADVICE = {
    "disk is full": "the disk is full; free some space, then run the same command again: it goes on where it stopped",
    "readonly database": "the store cannot be written; check the permissions of the file and its folder",
    "unable to open": "the file cannot be opened; check that its folder exists and may be written",
    "not a database": "this file is not a marsad store; name another file with --store",
    "database is locked": "another program is writing to the store; try again when it is done",
    "malformed": "the store is damaged; move the file away and run again, the sources are read anew",
}


class Store:
    """An open store. Use it as a context manager, or :meth:`close` it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        serializer = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
        self._engine = create_engine(URL.create("sqlite", database=str(path)), json_serializer=serializer)
        event.listen(self._engine, "connect", _prepare)
        event.listen(self._engine, "begin", _begin)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the store throughout. Raises :class:`~marsad.errors.StoreError`."""
        with self._errors_told(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose work is kept as a whole or not at all. Raises :class:`~marsad.errors.StoreError`."""
        engine = self._engine.execution_options(immediate=True)
        with self._errors_told(), engine.begin() as connection:
            yield connection

    @contextmanager
    def _errors_told(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            cause = str(error.orig if isinstance(error, DBAPIError) else error)
            advice = next((advice for part, advice in _ADVICE.items() if part in cause), cause)
            raise StoreError(f"{self.path}: {advice}") from error


def open_store(path: Path, *, create: bool = False) -> Store:
    """Open the store file ``path``, bringing an older one up to date; with ``create``, make it where there is none.

    Raises :class:`~marsad.errors.StoreError` where there is no store, the file is none, or a newer marsad wrote it.
    """
    if not create and not path.is_file():
        raise StoreError(f"{path}: there is no store; make one with: marsad run PATH… --store {path}")
    store = Store(path)
    try:
        with store.reading() as connection:
            _require_full_text(connection)
            version = _schema_version(connection, path)
        if version != SCHEMA_VERSION:
            _bring_up_to_date(store)
    except StoreError:
        store.close()
        raise
    return store


def _bring_up_to_date(store: Store) -> None:
    from marsad.store.migrations import upgrade  # noqa: PLC0415  0.3 s that only a new or older store costs

    with store.writing() as connection:
        upgrade.to_newest(connection, store.path)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _schema_version(connection: Connection, path: Path) -> str | None:
    """Return the version of the store's tables, ``None`` for an empty file."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID:
        version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        return None if version is None else str(version)
    if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar():
        raise StoreError(f"{path}: this is the database of another program; name another file with --store")
    return None


def _require_full_text(connection: Connection) -> None:
    if not connection.exec_driver_sql("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").scalar():
        raise StoreError(f"SQLite {sqlite3.sqlite_version} of this Python has no FTS5; use a Python that has")


def _prepare(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions are begun by _begin, not by the driver
    with closing(connection.cursor()) as cursor:
        for pragma in _PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

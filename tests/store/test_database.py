from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from marsad.errors import StoreError
from marsad.store import queries
from marsad.store.database import Store, open_store
from marsad.store.saving import save
from marsad.store.tables import METADATA, SCHEMA_VERSION
from samples import ARTICLE, annotated, document


def test_a_new_store_is_in_wal_mode_with_foreign_keys(store: Store) -> None:
    with store.reading() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {p}").scalar() for p in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert pragmas == ["wal", 1, 1]


def test_what_was_saved_is_there_when_the_store_is_opened_again(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        save(store, annotated())
    with open_store(tmp_path / "a.db") as store:
        assert queries.totals(store).documents == 1


def test_the_migrations_lead_to_the_tables_of_the_code(store: Store) -> None:
    with store.reading() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_object": lambda thing, name, kind, *_: (
                    kind != "table" or not name.startswith("documents_search")
                )
            },
        )
        assert compare_metadata(context, METADATA) == []
        assert context.get_current_revision() == SCHEMA_VERSION


def test_the_code_asks_for_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", "marsad.store:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == SCHEMA_VERSION


def test_a_store_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no store; make one with: marsad run"):
        open_store(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_store_of_a_newer_marsad_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    open_store(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StoreError, match=r"newer\.db: a newer marsad wrote this store \(version 9999\)"):
        open_store(path)


@pytest.mark.parametrize("content", [b"this is no database " * 100, b"\x00\x01" * 4096])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"notes\.txt: this file is not a marsad store"):
        open_store(path, create=True)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    with pytest.raises(StoreError, match="database of another program"):
        open_store(path, create=True)


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="check that its folder exists"):
        open_store(tmp_path / "nowhere" / "a.db", create=True)


def test_a_full_disk_is_told_and_leaves_what_was_saved(store: Store) -> None:
    save(store, annotated())
    with store.writing() as connection:
        connection.exec_driver_sql(
            f"PRAGMA max_page_count = {connection.exec_driver_sql('PRAGMA page_count').scalar()}"
        )
    with pytest.raises(StoreError, match="the disk is full; free some space"):
        save(store, annotated(document("another", ARTICLE + " كلام" * 10_000)))
    assert queries.totals(store).documents == 1


def test_a_store_that_may_not_be_written_is_told(store: Store) -> None:
    with store.reading() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")  # SQLite answers as for a file without permission
    with pytest.raises(StoreError, match="cannot be written; check the permissions"):
        save(store, annotated())


def test_a_second_writer_waits_for_the_first(store: Store) -> None:
    with Store(store.path) as other:
        with store.writing() as connection:
            connection.exec_driver_sql("DELETE FROM runs")
            with other.reading() as reader:
                reader.exec_driver_sql("PRAGMA busy_timeout = 1")
            with pytest.raises(StoreError, match="another program is writing"):
                save(other, annotated())
        save(other, annotated())
    assert queries.totals(store).documents == 1

"""``marsad show``: one article of the store with everything read in it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from marsad.cli.options import Form, StoreFile
from marsad.errors import MarsadError


def show(
    key: Annotated[str, typer.Argument(metavar="ID|URI", help="The article's id, or the address it was read from.")],
    *,
    form: Annotated[Form, typer.Option("--format", help="table: for reading; jsonl: the record.")] = "table",
    store: StoreFile = None,
) -> None:
    """Show an article of the store.

    Its text, its events and its statements, to be read or, with
    --format jsonl, as the record.

      marsad show 6f1d0c2a9b3e4d58
      marsad show pages/kirkuk.html --format jsonl
    """
    from marsad.cli.tables import print_record
    from marsad.publish.exports import jsonl
    from marsad.settings import store_path
    from marsad.store import queries
    from marsad.store.database import open_store

    path = store_path(store)
    with open_store(path) as opened:
        record = queries.record(opened, key)
    if record is None:
        raise MarsadError(f"{path}: no article has the id or address {key}; find it with: marsad search WORDS")
    if form == "table":
        print_record(record)
    else:
        jsonl.write([record], sys.stdout)

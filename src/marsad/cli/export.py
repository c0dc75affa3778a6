"""``marsad export``: records of the store as files for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from marsad.cli.console import opened, progress
from marsad.cli.options import OutFile, StoreFile
from marsad.errors import UsageError

if TYPE_CHECKING:
    from marsad.model.record import Record

Format = Literal["jsonl", "csv", "geojson"]
_DAY = ["%Y-%m-%d"]


def export(  # noqa: PLR0913  a parameter for each option
    form: Annotated[Format, typer.Argument(metavar="jsonl|csv|geojson", help="The form of the file.")],
    *,
    out: OutFile = None,
    event_type: Annotated[list[str] | None, typer.Option("--type", metavar="TYPE", help="Events of this type.")] = None,
    status: Annotated[list[str] | None, typer.Option(metavar="STATUS", help="Events of this status.")] = None,
    country: Annotated[list[str] | None, typer.Option(metavar="CODE", help="Events in this country (IQ, SY).")] = None,
    admin1: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Events in this governorate.")] = None,
    since: Annotated[datetime | None, typer.Option(metavar="DAY", formats=_DAY, help="Events of this day on.")] = None,
    until: Annotated[datetime | None, typer.Option(metavar="DAY", formats=_DAY, help="Events to this day.")] = None,
    outlet: Annotated[list[str] | None, typer.Option(metavar="ID", help="Articles of this outlet.")] = None,
    store: StoreFile = None,
) -> None:
    """Write records of the store as JSON Lines, CSV or GeoJSON.

    jsonl holds whole records, csv an event a row, geojson the events that
    have coordinates. Options may be repeated: --type clash --type bombing.
    Those that choose events leave out all others, and articles without any.
    An event without a date of its own stands at the day of publication.

      marsad export csv --out events.csv
      marsad export geojson --country IQ --since 2024-12-01 --out iraq.geojson
      marsad export jsonl --type arrest --status occurred | head
    """
    from marsad.publish.exports import csv, geojson, jsonl
    from marsad.settings import store_path
    from marsad.store import queries
    from marsad.store.database import open_store

    _check("event_type", event_type or [])
    _check("status", status or [])
    criteria = queries.Criteria(
        event_types=tuple(event_type or ()),
        statuses=tuple(status or ()),
        countries=tuple(country or ()),
        admin1s=tuple(admin1 or ()),
        outlets=tuple(outlet or ()),
        since=since.date().isoformat() if since else None,
        until=until.date().isoformat() if until else None,
    )
    write = {"jsonl": jsonl.write, "csv": csv.write, "geojson": geojson.write}[form]
    with open_store(store_path(store)) as kept, opened(out) as stream:
        total = queries.totals(kept).documents
        write(_with_bar(queries.records(kept, criteria), total), stream)


def _with_bar(records: Iterable[Record], total: int) -> Iterator[Record]:
    with progress("Writing", total) as step:
        for record in records:
            step("")
            yield record


def _check(field: str, wanted: list[str]) -> None:
    """Raise UsageError for a value that no event can have, rather than write an empty file."""
    from marsad.cli.schema import record_schema

    known = record_schema()["$defs"]["event"]["properties"][field]["enum"]
    for value in wanted:
        if value not in known:
            raise UsageError(f"{value!r} is no {field.replace('_', ' ')}; give one of: {', '.join(known)}")

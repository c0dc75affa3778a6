"""CSV: one row an event, for spreadsheets (RFC 4180, UTF-8 with a byte-order mark, so that Excel shows Arabic).

A text that a spreadsheet would run as a formula (``=``, ``+``, ``-``, ``@``, tab, carriage return at its beginning) is
written with an apostrophe before it.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from marsad.model.record import Record

Cell = str | int | float | bool | None

UNITS = ("killed", "wounded", "arrested")
COLUMNS = (
    "event_id", "uri", "outlet", "published", "event_type", "status", "background", "date",
    "place", "admin1", "country", "latitude", "longitude", "precision",
    "killed_low", "killed_high", "wounded_low", "wounded_high", "arrested_low", "arrested_high",
    "actors", "targets", "speaker", "cue_class", "relays", "sentence",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(records: Iterable[Record], out: TextIO) -> int:
    """Write the events of the records under a header line; return the number of events.

    ``out`` must be opened with ``newline=""`` and UTF-8. Several names in one cell are parted by ``; ``, relays stand
    nearest to the reader first.
    """
    out.write("\ufeff")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    rows = 0
    for record in records:
        statements = {quotation["id"]: quotation for quotation in record["quotations"]}
        for event in record["events"]:
            cells = _cells(record["document"], event, statements.get(event["quotation_id"]))
            table.writerow([_defuse(cells[column]) for column in COLUMNS])
            rows += 1
    return rows


def _cells(document: Record, event: Record, statement: Record | None) -> dict[str, Cell]:
    place, published, date = event["place"] or {}, document["published"] or {}, event["date"] or {}
    cells: dict[str, Cell] = {
        "event_id": event["id"],
        "uri": document["uri"],
        "outlet": document["source_id"],
        "published": published.get("value"),
        "event_type": event["event_type"],
        "status": event["status"],
        "background": event["background"],
        "date": date.get("value"),
        "place": place.get("name") or place.get("text"),
        "actors": _names(event["actors"]),
        "targets": _names(event["targets"]),
        "speaker": statement["source"]["text"] if statement else None,
        "cue_class": statement["cue_class"] if statement else None,
        "relays": _names(statement["relays"]) if statement else None,
        "sentence": event["evidence"]["text"],
    }
    cells |= {name: place.get(name) for name in ("admin1", "country", "latitude", "longitude", "precision")}
    counts = {count["unit"]: count for count in event["counts"]}
    for unit in UNITS:
        count = counts.get(unit, {})
        cells |= {f"{unit}_low": count.get("low"), f"{unit}_high": count.get("high")}
    return cells


def _names(mentions: Iterable[Record]) -> str:
    return "; ".join(mention["text"] for mention in mentions)


def _defuse(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
